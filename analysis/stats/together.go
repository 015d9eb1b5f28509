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

// Phi is the correlation of two things among n people, of whom both have the
// two, a the first and b the second: from 1, where only those with one have the
// other, to -1. Its variance is that of Bishop, Fienberg and Holland (1975),
// Discrete Multivariate Analysis, section 11.3.3, and the interval symmetric in
// the transformation of Fisher (1921). It has none where it is 1 or -1, or both
// is 0, and under 5 it carries a caveat, as it is too narrow there. Where nobody
// or everybody has one of the two all is NaN.
func Phi(both, a, b, n int64) Estimate {
	e := unknown(n)
	if a == 0 || b == 0 || a == n || b == n {
		return e
	}
	fn, pa, pb := float64(n), float64(a)/float64(n), float64(b)/float64(n)
	va, vb := pa*(1-pa), pb*(1-pb)
	phi := max(-1, min(1, (float64(both)/fn-pa*pb)/math.Sqrt(va*vb)))
	e.Value = phi
	if both < fewPairs {
		e.Caveats = []string{"fewer than 5 together"}
	}
	if math.Abs(phi) == 1 || both == 0 {
		return e
	}
	leanA, leanB := 2*pa-1, 2*pb-1
	variance := 1 - phi*phi + phi*(1+phi*phi/2)*leanA*leanB/math.Sqrt(va*vb) -
		0.75*phi*phi*(leanA*leanA/va+leanB*leanB/vb)
	margin := z * math.Sqrt(max(0, variance)/fn) / (1 - phi*phi)
	e.Low, e.High = math.Tanh(math.Atanh(phi)-margin), math.Tanh(math.Atanh(phi)+margin)
	return e
}
