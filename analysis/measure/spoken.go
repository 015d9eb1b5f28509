package measure

import (
	"math"

	"commonground/analysis/findings"
)

// spoken writes a share as a sentence says it: "31%", or of few people "nine of 27". A share
// that no count makes, as a corrected one, stays in percent.
func spoken(c findings.Cell) string {
	n := c.Number * float64(c.Base)
	if c.Base > 0 && c.Base < findings.Few && math.Abs(n-math.Round(n)) < 1e-6 {
		return of(math.Round(n), c.Base)
	}
	return findings.Share.Text(c.Number)
}
