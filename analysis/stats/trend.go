package stats

import (
	"cmp"
	"math"
	"slices"
)

// A Wave is one time at which a share was asked.
type Wave struct {
	At   float64 // when, in any unit, such as 2025
	X, N int64   // X of N people
}

// Trend tests whether a share goes up or down over waves in a straight line:
// Cochran (1954) and Armitage (1955), "Tests for linear trends in proportions
// and frequencies". No person is in two waves. Statistic is z, above 0 where the
// share rises. Effect is the change of the share in one unit of time, by least
// squares with waves weighted by their people; its interval adds up the Wilson
// intervals of the waves (Zou, Huang and Zhang 2009, "A note on confidence
// interval estimation for a linear function of binomial proportions"), so that
// for two waves one unit apart it is Newcombe's. P is that of z, and by random
// tables with the same margins where an expected count is under 5. Waves of
// nobody are left out; with fewer than two times all numbers are NaN.
func Trend(waves []Wave) Test {
	waves = slices.DeleteFunc(slices.Clone(waves), func(w Wave) bool { return w.N == 0 })
	slices.SortStableFunc(waves, func(a, b Wave) int { return cmp.Compare(a.At, b.At) })
	l := line{waves: waves}
	var at float64
	for _, w := range waves {
		l.people += w.N
		l.have += w.X
		at += float64(w.N) * w.At
	}
	t := untested("Cochran-Armitage test", "change of share per unit of time", l.people)
	if len(waves) == 0 || waves[0].At == waves[len(waves)-1].At {
		return t
	}
	l.middle = at / float64(l.people)
	for _, w := range waves {
		l.spread += float64(w.N) * (w.At - l.middle) * (w.At - l.middle)
		l.lean += float64(w.X) * (w.At - l.middle)
	}
	t.Effect.Value = l.lean / l.spread
	t.Effect.Low, t.Effect.High = l.interval()
	t.Statistic = l.z()
	if l.fewest() >= fewExpected {
		t.Why = "all expected counts are 5 or more"
		t.P = math.Erfc(math.Abs(t.Statistic) / math.Sqrt2)
	} else {
		t.Name, t.Why = "Cochran-Armitage test by 9,999 random tables", "an expected count is under 5"
		t.P = l.byRandomTables()
	}
	return t
}

// A line is what least squares needs of waves none of which is empty.
type line struct {
	waves        []Wave
	people, have int64
	middle       float64 // mean time of the people
	spread, lean float64 // sums over people of squared times, and over those who have it of times, from the middle
}

// interval is that of the slope, a sum of shares of which each has its pull.
func (l line) interval() (low, high float64) {
	for _, w := range l.waves {
		e, pull := Wilson(w.X, w.N), float64(w.N)*(w.At-l.middle)/l.spread
		down, up := pull*(e.Value-e.Low), pull*(e.High-e.Value)
		if pull < 0 {
			down, up = up, down
		}
		low += down * down
		high += up * up
	}
	return l.lean/l.spread - math.Sqrt(low), l.lean/l.spread + math.Sqrt(high)
}

// z is 0 where everybody or nobody has it.
func (l line) z() float64 {
	share := float64(l.have) / float64(l.people)
	if l.have == 0 || l.have == l.people {
		return 0
	}
	return l.lean / math.Sqrt(share*(1-share)*l.spread)
}

// fewest is the smallest expected count.
func (l line) fewest() float64 {
	smallest := l.people
	for _, w := range l.waves {
		smallest = min(smallest, w.N)
	}
	return float64(smallest) * (float64(min(l.have, l.people-l.have)) / float64(l.people))
}

// byRandomTables is the P of a line that leans as far either way.
func (l line) byRandomTables() float64 {
	var columns []int64
	for _, w := range l.waves {
		columns = append(columns, w.N)
	}
	least := math.Abs(l.lean) - 1e-9*math.Sqrt(l.spread)
	return byRandomTables([]int64{l.have, l.people - l.have}, columns, func(cells [][]int64) bool {
		lean := 0.0
		for i, x := range cells[0] {
			lean += float64(x) * (l.waves[i].At - l.middle)
		}
		return math.Abs(lean) >= least
	})
}
