package study

import (
	"slices"

	"commonground/analysis/intake"
)

// recognize gives the questions of s that no header of last year's has the IDs
// of those that ask nearly the same and are no longer asked, if there is one
// each.
func (s *Study) recognize(last *Study) {
	renamed := map[string]string{}
	for i := range s.Questions {
		q := &s.Questions[i]
		if last.question(q.ID) != nil {
			continue
		}
		var found []string
		for _, old := range last.Questions {
			if s.question(old.ID) == nil && old.Kind == q.Kind && asks(&old, q) {
				found = append(found, old.ID)
			}
		}
		if len(found) == 1 {
			renamed[q.ID], q.ID = found[0], found[0]
		}
	}
	for i := range s.Questions {
		if id, ok := renamed[s.Questions[i].Mirror]; ok {
			s.Questions[i].Mirror = id
		}
	}
}

// asks reports whether last year's question, in one of its wordings, asks what a
// question of this year asks.
func asks(old, q *intake.Known) bool {
	return slices.ContainsFunc(append([]string{old.Text}, old.Headers...), func(a string) bool {
		return slices.ContainsFunc(append([]string{q.Text}, q.Headers...), func(b string) bool { return intake.Near(a, b) })
	})
}
