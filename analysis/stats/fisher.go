package stats

import "math"

// fewExpected is the expected count under which chi-squared is too far from its
// distribution: Cochran (1954), "Some methods for strengthening the common χ²
// tests".
const fewExpected = 5

// Difference compares the share x1 of n1 with the share x2 of n2, as Newcombe
// does, but where one of the four expected counts is under 5, P is that of
// Fisher's exact test (Fisher 1935, "The logic of inductive inference") and
// there is no Statistic: two-sided, the sum over all tables with the same
// margins that are no likelier than this one. Where a group is empty all is NaN.
func Difference(x1, n1, x2, n2 int64) Test {
	t := Newcombe(x1, n1, x2, n2)
	switch have := float64(x1 + x2); {
	case n1 == 0 || n2 == 0:
	case float64(min(n1, n2))*(min(have, float64(n1+n2)-have)/float64(n1+n2)) < fewExpected:
		t.Name, t.Why = "Newcombe interval, Fisher's exact test", "an expected count is under 5"
		t.Statistic = math.NaN()
		t.P = fisherP(x1, n1, x2, n2)
	default:
		t.Name, t.Why = "Newcombe interval, score test", "all expected counts are 5 or more"
	}
	return t
}

// fisherP walks through the hypergeometric distribution of x1 by the ratio of
// neighbors, which keeps more digits than a log-gamma for each.
func fisherP(x1, n1, x2, n2 int64) float64 {
	const slack = 1 + 1e-7 // equally likely tables may differ in the last digits
	drawn := x1 + x2
	low, high := max(0, drawn-n2), min(n1, drawn)
	step := func(x int64) float64 { // probability of x+1 over that of x
		return float64(n1-x) / float64(x+1) * (float64(drawn-x) / float64(n2-drawn+x+1))
	}
	extreme, total := 0.0, 0.0 // in units of the probability of x1
	add := func(p float64) {
		total += p
		if p <= slack {
			extreme += p
		}
	}
	add(1)
	for x, p := x1, 1.0; x < high; x++ {
		p *= step(x)
		add(p)
	}
	for x, p := x1, 1.0; x > low; x-- {
		p /= step(x - 1)
		add(p)
	}
	if math.IsInf(total, 1) { // this table is less likely than any float can tell
		return 0
	}
	return extreme / total
}
