package intake

import (
	"errors"
	"fmt"
	"slices"

	"commonground/analysis/sheet"
	"commonground/analysis/survey"
)

// doubts are the cells that are unlike their column's others.
func (t *table) doubts(questions []*question) []*sheet.RowError {
	all := slices.Clone(t.beyond)
	for row, s := range t.shifted {
		all = append(all, &sheet.RowError{File: t.file, Row: row, Column: t.columns[min(s.at, len(t.columns)-1)].name, Err: errShifted})
	}
	for _, c := range t.columns {
		for _, v := range slices.Concat(c.values, c.strays) {
			reason := c.doubt(v)
			if c.asked >= 0 && questions[c.asked].given != nil {
				reason = questions[c.asked].doubt(c, v.text)
			}
			if _, out := t.odd.left[v.row]; reason == "" || out && v.n == 1 {
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
	case c.kind == RoleColumn && !c.isOther() && c.roles(v.text) == 0 && !besides(v.text):
		return fmt.Sprintf("%q is no role that is known", v.text)
	}
	return ""
}

// doubt says what is wrong with a cell of a question whose choices the plan
// lists, or "".
func (a *question) doubt(c *column, cell string) string {
	if a.Kind != survey.Single && a.Kind != survey.Multiple && a.Kind != survey.Scale || besides(cell) || c.box && isUnmarked(cell) {
		return ""
	}
	picks, rest := a.given.picks(a.Kind, c.said(cell))
	switch {
	case len(rest) > 0:
		return fmt.Sprintf("%q is not among the question's choices; read as skipped", rest[0])
	case len(picks) > 0 && picks[len(picks)-1] >= a.given.listed:
		return fmt.Sprintf("%q was added to the question's choices, which don't list it", a.Choices[picks[len(picks)-1]])
	}
	return ""
}
