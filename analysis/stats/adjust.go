package stats

import (
	"cmp"
	"math"
	"slices"
)

// Adjust sets the Q of tests that are read together: the smallest rate of
// false discoveries at which each would still count as one, by the step-up
// method of Benjamini and Hochberg (1995), "Controlling the false discovery
// rate". A test without P keeps Q = NaN and is none of them.
func Adjust(tests []*Test) {
	made := slices.Clone(tests)
	made = slices.DeleteFunc(made, func(t *Test) bool { return math.IsNaN(t.P) })
	slices.SortStableFunc(made, func(a, b *Test) int { return cmp.Compare(a.P, b.P) })
	q := 1.0
	for i := len(made) - 1; i >= 0; i-- {
		q = min(q, max(made[i].P, made[i].P*float64(len(made))/float64(i+1)))
		made[i].Q = q
	}
}
