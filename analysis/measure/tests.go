package measure

import (
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
)

// onlyWhere says which of a table's comparisons are told as sentences: what such a
// sentence is about, whose interval it needs, and how P is named.
func (p *Pass) onlyWhere(what, interval, chance string, tests []stats.Test) string {
	comparisons := p.Sayf("the %s comparisons", number(p.Lang, float64(len(tests))))
	if len(tests) == 1 {
		comparisons = p.Say("the one comparison")
	}
	return p.Sayf("%s is told as a sentence only where %s excludes 0 and %s, adjusted for %s of this table "+
		"(Benjamini and Hochberg), is at most 0.05.", what, interval, chance, comparisons)
}

// differenceWhere is onlyWhere of differences of two shares.
func (p *Pass) differenceWhere(tests []stats.Test) string {
	return p.onlyWhere(p.Say("A difference"), p.Say("its 95% interval (Newcombe)"), p.Say("its P"), tests)
}

// adjustAll adjusts the tests of a finding's table for each other.
func adjustAll(f *findings.Finding) {
	tests := make([]*stats.Test, len(f.Tests))
	for i := range f.Tests {
		tests[i] = &f.Tests[i]
	}
	stats.Adjust(tests)
}

// difference is a cell of x1/n1 - x2/n2 with Newcombe's interval, and the test
// that it comes from. Its base is the smaller of the two, so that it is
// withheld with it. Of a share that is told no closer than by a bound, it is the
// bound's.
func (p *Pass) difference(x1, n1, x2, n2 int64) (findings.Cell, stats.Test) {
	return differ(bound(x1, n1), n1, bound(x2, n2), n2)
}

// differ is difference of shares that are told however large they are.
func differ(x1, n1, x2, n2 int64) (findings.Cell, stats.Test) {
	return ofBoth(stats.Difference(x1, n1, x2, n2), min(n1, n2))
}

// ofBoth is the cell of a difference of two groups, of which the smaller one has so
// many people, and the test to adjust and to tell: none where the cell says but that
// they are too few to compare.
func ofBoth(t stats.Test, smaller int64) (findings.Cell, stats.Test) {
	c := findings.Estimate(t.Effect)
	if c.Base = smaller; smaller < findings.VeryFew {
		t = stats.Difference(0, 0, 0, 0)
	}
	return c, t
}

// excludesZero reports whether the interval of a difference lies on one side.
func excludesZero(c findings.Cell) bool { return !c.Hidden && (c.Low > 0 || c.High < 0) }

// withheldAll reports whether a table tells none of its differences.
func withheldAll(f *findings.Finding) bool {
	return !slices.ContainsFunc(f.Table.Rows, func(row []findings.Cell) bool {
		for j, c := range row {
			if f.Table.Columns[j].Unit == findings.Points && !c.Hidden {
				return true
			}
		}
		return false
	})
}

// tooFew reports whether the groups that a table compares are too small for
// anything to be said of a difference.
func tooFew(f *findings.Finding) bool {
	for _, row := range f.Table.Rows {
		for j, c := range row {
			if f.Table.Columns[j].Unit == findings.Points && !c.Hidden && c.Base >= findings.VeryFew {
				return false
			}
		}
	}
	return true
}
