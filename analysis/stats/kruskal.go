package stats

import (
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

func kruskalWallis(groups [][]int64) Test {
	levels := totals(groups...)
	n := people(levels)
	t := untested("Kruskal-Wallis test", "epsilon squared", n)
	t.Why = "more than two groups"
	t.Statistic, t.P, t.Effect.Value = 0, 1, 0
	left := untied(levels)
	if left == 0 { // all answer alike
		return t
	}
	all, ranks := float64(n), centeredRanks(levels)
	apart := between(groups, ranks)
	t.Statistic = 12 * apart / (all * (all + 1)) / left
	t.Effect = epsilonSquared(t.Statistic, n, len(groups))
	sizes := make([]int64, len(groups))
	for i, g := range groups {
		sizes[i] = people(g)
	}
	if slices.Min(sizes) < fewExpected {
		t.Name, t.Why = "Kruskal-Wallis test by 9,999 random tables", "more than two groups, one of fewer than 5"
		slices.Sort(sizes) // so that the order of groups doesn't matter
		t.P = byRandomTables(sizes, levels, func(cells [][]int64) bool { return between(cells, ranks) >= apart*(1-1e-9) })
		return t
	}
	t.DF = float64(len(groups) - 1)
	t.P = distuv.ChiSquared{K: t.DF}.Survival(t.Statistic)
	return t
}

// epsilonSquared is that of n people in groups whose statistic is h.
func epsilonSquared(h float64, n int64, groups int) Estimate {
	e := unknown(n)
	most := float64(n - 1) // of the noncentrality, where it is 1
	e.Value = min(1, h/most)
	df := float64(groups - 1)
	e.Low = min(e.Value, noncentrality(h, df, most, (1+level)/2)/most)
	e.High = max(e.Value, noncentrality(h, df, most, (1-level)/2)/most)
	return e
}

// centeredRanks are the ranks of each level's people, less the mean of all ranks.
func centeredRanks(levels []int64) []float64 {
	ranks := make([]float64, len(levels))
	n, below := people(levels), int64(0)
	for i, c := range levels {
		ranks[i] = float64(2*below+c-n) / 2
		below += c
	}
	return ranks
}

// between is the sum of squares of ranks between groups.
func between(groups [][]int64, ranks []float64) float64 {
	sum := 0.0
	for _, g := range groups {
		var size, of float64
		for i, c := range g {
			size += float64(c)
			of += float64(c) * ranks[i]
		}
		sum += of * of / size
	}
	return sum
}
