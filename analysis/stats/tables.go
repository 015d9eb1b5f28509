package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Fisher compares the share x1 of n1 with the share x2 of n2 by Fisher's exact
// test (Fisher 1935, "The logic of inductive inference"). P is two-sided: the
// sum over all tables with the same margins that are no likelier than this one.
// Effect is Newcombe's. Where a group is empty all is NaN.
func Fisher(x1, n1, x2, n2 int64) Test {
	t := untested("Fisher's exact test", "difference of shares", n1+n2)
	if n1 == 0 || n2 == 0 {
		return t
	}
	t.Effect = Newcombe(x1, n1, x2, n2).Effect
	t.P = fisherP(x1, n1, x2, n2)
	return t
}

// fisherP walks through the hypergeometric distribution of x1 by the ratio of
// neighbours, which keeps more digits than a log-gamma for each.
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

// Independence tests whether the rows of a table of counts differ only by
// chance: Pearson's chi-squared test (Pearson 1900) without continuity
// correction. Effect is Cramér's V (Cramér 1946) and has no interval. Empty
// rows and columns are left out; fewer than two of either make all NaN. Where
// the rule of Cochran (1954) for expected counts is broken it has a caveat.
func Independence(counts [][]int64) Test {
	rows, columns, n := margins(counts)
	t := untested("chi-squared test", "Cramér's V", n)
	smaller := min(filled(rows), filled(columns)) - 1
	if smaller < 1 {
		return t
	}
	sum, cells, small, tiny := 0.0, 0, 0, false
	for i, row := range counts {
		for j, c := range row {
			expected := float64(rows[i]) * float64(columns[j]) / float64(n)
			if expected == 0 {
				continue
			}
			cells++
			if expected < 5 {
				small++
			}
			tiny = tiny || expected < 1
			sum += (float64(c) - expected) * (float64(c) - expected) / expected
		}
	}
	if tiny || 5*small > cells {
		t.Caveats = []string{"expected counts under 5"}
	}
	t.Statistic = sum
	t.DF = float64((filled(rows) - 1) * (filled(columns) - 1))
	t.P = distuv.ChiSquared{K: t.DF}.Survival(sum)
	t.Effect.Value = math.Sqrt(sum / (float64(n) * float64(smaller)))
	return t
}

// margins are the sums of a table's rows and columns, and of all.
func margins(counts [][]int64) (rows, columns []int64, n int64) {
	rows = make([]int64, len(counts))
	for i, row := range counts {
		for j, c := range row {
			if j == len(columns) {
				columns = append(columns, 0)
			}
			rows[i] += c
			columns[j] += c
			n += c
		}
	}
	return rows, columns, n
}

// filled counts the sums that aren't 0.
func filled(sums []int64) int {
	n := 0
	for _, s := range sums {
		if s != 0 {
			n++
		}
	}
	return n
}
