package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// fewApart is the number of people who differ under which McNemar's test is
// exact: Fagerland, Lydersen and Laake (2013), "The McNemar test for binary
// matched-pairs data".
const fewApart = 25

// Paired compares two shares of the same people, such as those who agree with
// each of two statements: both, the first alone, the second alone, neither.
// Effect is the first share less the second, with the interval that is method
// 10 of Newcombe (1998), "Improved confidence intervals for the difference
// between binomial proportions based on paired data". P is McNemar's (1947):
// exact where fewer than 25 people differ, else of chi-squared without
// continuity correction, which is Statistic then. Without people all is NaN;
// where nobody differs P is 1.
func Paired(both, first, second, neither int64) Test {
	n := both + first + second + neither
	t := untested("McNemar's test", "difference of shares, same people", n)
	if n == 0 {
		return t
	}
	t.Effect.Value = float64(first-second) / float64(n)
	t.Effect.Low, t.Effect.High = pairedInterval(both, first, second, neither)
	if apart := first + second; apart < fewApart {
		t.Name, t.Why = "McNemar's exact test", "fewer than 25 people differ"
		t.P = signP(min(first, second), apart)
	} else {
		t.Why = "25 people or more differ"
		t.Statistic = float64(first-second) * float64(first-second) / float64(apart)
		t.DF = 1
		t.P = distuv.ChiSquared{K: 1}.Survival(t.Statistic)
	}
	return t
}

// signP is the two-sided P of the sign test: at most fewer of n fall on one
// side, for fewer <= n/2.
func signP(fewer, n int64) float64 {
	if 2*fewer >= n {
		return 1
	}
	return min(1, 2*distuv.Binomial{N: float64(n), P: 0.5}.CDF(float64(fewer)))
}

func pairedInterval(both, first, second, neither int64) (low, high float64) {
	n := float64(both + first + second + neither)
	a, b := worth{float64(both+first) / n, n}, worth{float64(both+second) / n, n}
	lowA, highA := a.wilson()
	lowB, highB := b.wilson()
	// The correlation, with a continuity correction where it is positive.
	together := float64(both)*float64(neither) - float64(first)*float64(second)
	if together > 0 {
		together = max(0, together-n/2)
	}
	r := 0.0
	if margins := a.share * (1 - a.share) * b.share * (1 - b.share); margins > 0 {
		r = together / (n * n * math.Sqrt(margins))
	}
	reach := func(x, y float64) float64 { return math.Sqrt(max(0, x*x-2*r*x*y+y*y)) }
	d := float64(first-second) / n
	low = max(-1, d-reach(a.share-lowA, highB-b.share))
	high = min(1, d+reach(highA-a.share, b.share-lowB))
	return low, high
}
