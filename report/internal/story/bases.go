package story

import (
	"math"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// CommonBase returns the base of column j where all its shown cells have the
// same, which is 0 where a base has no meaning.
func CommonBase(t *findings.Table, j int) (n int64, same bool) {
	first := true
	for _, row := range t.Rows {
		c := row[j]
		if c.Hidden || math.IsNaN(c.Number) {
			continue
		}
		if !first && c.Base != n {
			return 0, false
		}
		n, first = c.Base, false
	}
	return n, true
}

// Bases says how many people the numbers of a finding rest on, of its figure
// where it has one: of those columns whose numbers all rest on the same. It is
// empty where there are none.
func Bases(l say.Language, f *findings.Finding) string {
	var said []string
	var all []int64
	for j, c := range f.Table.Columns {
		n, same := CommonBase(&f.Table, j)
		if c.Unit == findings.Label || !same || n == 0 || f.Figure != nil && !slices.Contains(f.Figure.Values, j) {
			continue
		}
		all = append(all, n)
		said = append(said, c.Name+" "+findings.Count.Text(float64(n)))
	}
	switch {
	case len(all) == 0:
		return ""
	case len(slices.Compact(all)) == 1:
		return l.Sayf("Base: %s people.", findings.Count.Text(float64(all[0])))
	}
	return l.Sayf("Base, people: %s.", strings.Join(said, "; "))
}
