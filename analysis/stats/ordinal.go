package stats

import (
	"math"
	"slices"
)

// mostSplits bounds the work of counting all ways to split people into two
// groups, which goes by the smaller group cubed times the larger: 31 people
// against 33, or 10 against 1,000.
const mostSplits = 1_000_000

// Scales tests whether groups answer a scale alike: groups[g][i] people of the
// group g gave the level i, the lowest first, and nobody is in two. Groups of
// nobody are left out; with fewer than two all numbers are NaN.
//
// Two groups are compared by the test of Mann and Whitney (1947); Statistic is
// U of the first, the pairs in which its person answers higher, a tie being half
// a pair. P is exact, ties and all, for few people, such as up to 31 against 33
// or 10 against 1,000: the share of all ways to split them in which U is as far
// from its mean. Beyond that P is by the normal distribution with corrections
// for ties and continuity. Effect is Cliff's delta: from 1, where all of the
// first group answer higher than all of the second, to -1.
//
// More groups are compared by Kruskal and Wallis (1952), corrected for ties. P is
// by chi-squared, and by random tables with the same margins where a group has
// fewer than 5 people. Effect is epsilon squared (Kelley 1935), the share of the
// variance of ranks that lies between groups. Its interval holds those values under
// which the statistic is neither too large nor too small, as that of Cramér's V
// does (Smithson 2003, chapter 4): about noncentral chi-squared where groups differ
// (Andrews 1954, "Asymptotic behavior of some rank tests for analysis of variance").
func Scales(groups [][]int64) Test {
	levels := 0
	for _, g := range groups {
		levels = max(levels, len(g))
	}
	var there [][]int64
	for _, g := range groups {
		if people(g) > 0 {
			there = append(there, append(slices.Clone(g), make([]int64, levels-len(g))...))
		}
	}
	switch len(there) {
	case 0:
		return untested("Mann-Whitney test", "Cliff's delta", 0)
	case 1:
		return untested("Mann-Whitney test", "Cliff's delta", people(there[0]))
	case 2:
		return mannWhitney(there[0], there[1])
	}
	return kruskalWallis(there)
}

func mannWhitney(a, b []int64) Test {
	n1, n2 := people(a), people(b)
	t := untested("Mann-Whitney test", "Cliff's delta", n1+n2)
	twice := twiceU(a, b)
	t.Statistic = float64(twice) / 2
	t.Effect = cliff(a, b)
	if few := float64(min(n1, n2)); few*few*few*float64(max(n1, n2)) <= mostSplits {
		t.Name, t.Why = "exact Mann-Whitney test", "few enough people to count every split"
		t.P = splitP(a, b)
		return t
	}
	t.Why = "too many people to count every split"
	pairs, n := float64(n1)*float64(n2), float64(n1+n2)
	deviation := math.Sqrt(pairs / 12 * (n + 1) * untied(totals(a, b)))
	far := max(0, math.Abs(t.Statistic-pairs/2)-0.5)
	t.P = 1
	if far > 0 {
		t.P = math.Erfc(far / deviation / math.Sqrt2)
	}
	return t
}

// twiceU is twice U, which is whole.
func twiceU(a, b []int64) int64 {
	var twice, below int64
	for i := range a {
		twice += a[i] * (2*below + b[i])
		below += b[i]
	}
	return twice
}

// totals are the people of all groups by level.
func totals(groups ...[]int64) []int64 {
	levels := make([]int64, len(groups[0]))
	for _, g := range groups {
		for i, c := range g {
			levels[i] += c
		}
	}
	return levels
}

// untied is how much of the variance of ranks ties leave: 1 without ties, 0
// where all answer alike.
func untied(levels []int64) float64 {
	var ties, n float64
	for _, c := range levels {
		t := float64(c)
		ties += t*t*t - t
		n += t
	}
	if n < 2 {
		return 0
	}
	return max(0, 1-ties/(n*n*n-n))
}
