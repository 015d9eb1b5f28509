package stats

import "math"

// Wilson estimates a share from x of n people, with the score interval of
// Wilson (1927), "Probable inference, the law of succession, and statistical
// inference", without continuity correction. For n = 0 all is NaN.
func Wilson(x, n int64) Estimate {
	e := unknown(n)
	if n == 0 {
		return e
	}
	e.Value = float64(x) / float64(n)
	e.Low, e.High = worth{e.Value, float64(n)}.wilson()
	return e
}

// Newcombe compares the share x1 of n1 with the share x2 of n2, two groups
// without a person in common. Effect is the first share less the second, with
// the hybrid score interval that is method 10 of Newcombe (1998), "Interval
// estimation for the difference between independent proportions". P is that of
// the score test of equal shares, which is Pearson's chi-squared test without
// continuity correction; Statistic is its z. The interval is not made from P,
// so at the border one may find a difference where the other doesn't. Where a
// group is empty all is NaN.
func Newcombe(x1, n1, x2, n2 int64) Test {
	t := untested("Newcombe interval", "difference of shares", n1+n2)
	if n1 == 0 || n2 == 0 {
		return t
	}
	a, b := worth{float64(x1) / float64(n1), float64(n1)}, worth{float64(x2) / float64(n2), float64(n2)}
	t.Effect.Value = a.share - b.share
	t.Effect.Low, t.Effect.High = a.newcombe(b)
	t.Statistic = a.score(b)
	t.P = math.Erfc(math.Abs(t.Statistic) / math.Sqrt2)
	return t
}
