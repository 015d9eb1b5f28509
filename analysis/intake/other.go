package intake

import "slices"

// isOther reports whether the column holds the words of those for whom none of
// a question's choices was right.
func (c *column) isOther() bool {
	return c.item != "" && (c.written && otherWords.is(fold(c.item)) || specifyWords.in(fold(c.item)))
}

// beside returns the column, or the first of those, with the choices of the
// question that the words of an "other" column go with; nil where there is none.
func (c *column) beside(columns []*column) *column {
	i := slices.IndexFunc(columns, func(o *column) bool {
		return o != c && o.head == c.head && o.asksOrNamesRoles() && o.kind != OpenColumn
	})
	if i < 0 {
		return nil
	}
	return columns[i]
}

func (c *column) asksOrNamesRoles() bool { return c.asks() || c.kind == RoleColumn }
