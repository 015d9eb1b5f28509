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
	total := float64(n)
	p := float64(x) / total
	widen := 1 + z*z/total
	center := (p + z*z/(2*total)) / widen
	margin := z * math.Sqrt(p*(1-p)/total+z*z/(4*total*total)) / widen
	e.Value, e.Low, e.High = p, max(0, center-margin), min(1, center+margin)
	switch x { // exact at the ends, where rounding would leave a trace
	case 0:
		e.Low = 0
	case n:
		e.High = 1
	}
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
	a, b := Wilson(x1, n1), Wilson(x2, n2)
	d := a.Value - b.Value
	t.Effect.Value = d
	t.Effect.Low = max(-1, d-math.Hypot(a.Value-a.Low, b.High-b.Value))
	t.Effect.High = min(1, d+math.Hypot(a.High-a.Value, b.Value-b.Low))
	t.Statistic = score(x1, n1, x2, n2)
	t.P = math.Erfc(math.Abs(t.Statistic) / math.Sqrt2)
	return t
}

// score is the z of the test that two shares are equal; 0 where everybody or
// nobody counts, as then the shares are equal.
func score(x1, n1, x2, n2 int64) float64 {
	pooled := float64(x1+x2) / float64(n1+n2)
	variance := pooled * (1 - pooled) * (1/float64(n1) + 1/float64(n2))
	if variance == 0 {
		return 0
	}
	return (float64(x1)/float64(n1) - float64(x2)/float64(n2)) / math.Sqrt(variance)
}
