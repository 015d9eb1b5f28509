package stats

import "math"

// fewPairs is the number of joint observations below which the log of a ratio
// is too far from normal for its interval to be taken at its word.
const fewPairs = 5

// Lift is how many times more often two things come together than they would
// by chance: both of n people have the two, a have the first and b the second,
// with both <= min(a, b). 1 means by chance.
//
// The interval is symmetric around the log of the lift, as in Katz et al.
// (1978), "Obtaining confidence intervals for the risk ratio in cohort
// studies"; its variance 1/both - 1/a - 1/b + 2 both/(a b) - 1/n comes from the
// delta method for multinomial counts (Agresti 2013, Categorical Data Analysis,
// section 16.1). There is none where both is 0, and under 5 it carries a
// caveat. Where a, b or n is 0 all is NaN.
func Lift(both, a, b, n int64) Estimate {
	e := unknown(n)
	if a == 0 || b == 0 || n == 0 {
		return e
	}
	if both < fewPairs {
		e.Caveats = []string{"fewer than 5 together"}
	}
	x, fa, fb, fn := float64(both), float64(a), float64(b), float64(n)
	e.Value = x / fa * (fn / fb)
	if both == 0 {
		return e
	}
	variance := 1/x - 1/fa - 1/fb + 2*x/fa/fb - 1/fn
	spread := math.Exp(z * math.Sqrt(max(0, variance)))
	e.Low, e.High = e.Value/spread, e.Value*spread
	return e
}
