package learn

import (
	"math"

	"commonground/analysis/survey"
)

// Doubts appends how doubtful the codes of each comment of a response are: the
// sum, over the themes, of how near each is to being given where it isn't, or
// left out where it is, from 0 to 1. Comments without words to be read have
// none. Who checks the most doubtful comments first meets the most errors.
func (m *Model) Doubts(dst []float64, r *survey.Response) []float64 {
	mind := m.pool.Get().(*mind)
	defer m.pool.Put(mind)
	mind.codings = m.rules.Code(mind.codings[:0], r)
	for c, codings := range perComment(r, mind.codings) {
		sum := 0.0
		if c.State == survey.Read {
			mind.think(c, codings)
			for _, odds := range mind.odds {
				p := logistic(odds)
				sum += math.Min(p/m.from, (1-p)/(1-m.from))
			}
		}
		dst = append(dst, sum)
	}
	return dst
}
