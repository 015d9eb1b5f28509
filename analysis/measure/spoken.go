package measure

import "commonground/analysis/findings"

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

// spoken writes a share as a sentence says it: "31%", or of few people "nine of
// 27". A share that no count makes, as a corrected one, stays in percent.
func spoken(c findings.Cell) string {
	if n, ok := c.Counted(findings.Share); ok {
		return of(n, c.Base)
	}
	return findings.Share.Text(c.Number)
}
