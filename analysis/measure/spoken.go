package measure

import "commonground/analysis/findings"

// spoken writes a share as a sentence says it: "31%", or of few people "nine of
// 27". A share that no count makes, as a corrected one, stays in percent.
func spoken(c findings.Cell) string {
	if n, ok := c.Counted(findings.Share); ok {
		return of(n, c.Base)
	}
	return findings.Share.Text(c.Number)
}
