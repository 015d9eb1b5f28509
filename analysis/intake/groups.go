package intake

import (
	"fmt"
	"strings"

	"commonground/analysis/survey"
)

// keepGroups makes attributes of the columns that the plan names as groups, by
// heading or by question ID.
func (in *Intake) keepGroups() error {
	for _, by := range in.plan.By {
		if key := fold(by); key == survey.RoleID || key == survey.FileID {
			continue
		}
		found := false
		var names []string
		for _, t := range in.tables {
			for _, c := range t.asking() {
				names = append(names, fmt.Sprintf("%q", c.name))
				if !c.called(by) {
					continue
				}
				found = true
				if err := c.keepAsGroup(); err != nil {
					return fmt.Errorf("%s: %w", t.file, err)
				}
			}
		}
		if !found {
			return fmt.Errorf("--by %s: no column is called that; the columns are %s", by, strings.Join(names, ", "))
		}
	}
	return nil
}

// asking returns the columns of a table that isn't a thread.
func (t *table) asking() []*column {
	if t.thread != nil {
		return nil
	}
	return t.columns
}

// called reports whether the name is the column's heading or the ID of its
// question.
func (c *column) called(name string) bool {
	key := fold(name)
	if c.box && (key == fold(c.head) || name == id(c.head, "")) {
		return true
	}
	return key == c.folded || name == id(c.name, c.item)
}

// keepAsGroup makes the column an attribute, whatever it seems to be. Roles
// are a group as they are.
func (c *column) keepAsGroup() error {
	switch {
	case c.kind == RoleColumn:
	case c.filled == 0:
		return fmt.Errorf("column %q is empty, so it makes no groups", c.name)
	case c.asks() && c.shape != survey.Open:
		c.kind = AttributeKind
	case c.over || c.open:
		return fmt.Errorf("column %q has more than %d different answers, too many for groups", c.name, openAfter)
	default:
		c.set(AttributeKind, survey.Single)
	}
	return nil
}
