package intake

import (
	"errors"
	"fmt"
	"slices"

	"commonground/analysis/sheet"
	"commonground/analysis/survey"
)

// doubts are the cells that are unlike their column's others.
func (t *table) doubts() []*sheet.RowError {
	var all []*sheet.RowError
	for _, c := range t.columns {
		for _, v := range slices.Concat(c.values, c.strays) {
			reason := c.doubt(v)
			if reason == "" {
				continue
			}
			if v.n > 1 {
				reason += fmt.Sprintf(" (in %d rows)", v.n)
			}
			all = append(all, &sheet.RowError{File: t.file, Row: v.row, Column: c.name, Err: errors.New(reason)})
		}
	}
	slices.SortStableFunc(all, func(a, b *sheet.RowError) int { return a.Row - b.Row })
	return all
}

// doubt says what is wrong with a cell, or "".
func (c *column) doubt(v value) string {
	switch {
	case c.box || isUnanswered(v.text):
	case c.shape == survey.Scale && c.asks() && c.scale.level(v.text) < 0 && !besides(v.text):
		return fmt.Sprintf("%q is not one of the scale's answers; read as skipped", v.text)
	case c.shape == survey.Number && c.asks() && v.class != numberClass && !isNothing(v.text):
		return fmt.Sprintf("%q is not a number; read as skipped", v.text)
	case (c.kind == DateColumn || c.kind == Timestamp) && v.class != dateClass:
		return fmt.Sprintf("%q is not a date; read as skipped", v.text)
	case c.kind == RoleColumn && statedRoles(v.text) == 0 && !besides(v.text):
		return fmt.Sprintf("%q is no role that is known", v.text)
	}
	return ""
}
