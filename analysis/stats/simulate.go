package stats

import (
	"math"
	"math/rand/v2"
)

// tables is how many random tables stand for all: P is then right to within
// 0.005 at 0.05.
const tables = 9999

// byRandomTables is the P of a table whose rows and columns have these sums: the
// share of random tables with the same sums, and the table itself, that are as
// far from what is expected (Hope 1968, "A simplified Monte Carlo significance
// test procedure"). far says that of cells, which it must not keep. The tables
// are the same in every run.
func byRandomTables(rows, columns []int64, far func(cells [][]int64) bool) float64 {
	d := dealer{random: rand.New(rand.NewPCG(1, 2)), rows: rows, columns: columns, left: make([]int64, len(columns))}
	for _, row := range rows {
		d.cells = append(d.cells, make([]int64, len(columns)))
		d.n += row
	}
	d.logs = logFactorials(d.n)
	found := 1 // the table itself
	for range tables {
		d.deal()
		if far(d.cells) {
			found++
		}
	}
	return float64(found) / (tables + 1)
}

// A dealer draws tables as if all n people were dealt to the cells at random.
type dealer struct {
	random        *rand.Rand
	rows, columns []int64
	n             int64
	cells         [][]int64
	left          []int64   // of each column
	logs          []float64 // of factorials up to n
}

func (d *dealer) deal() {
	copy(d.left, d.columns)
	n := d.n
	for i, row := range d.rows {
		open, wanted := n, row // people not yet dealt; of them for this row
		for j, has := range d.left {
			x := has // the last row takes what is left
			if i < len(d.rows)-1 {
				x = d.hypergeometric(has, open-has, wanted)
			}
			open -= has
			wanted -= x
			d.left[j] -= x
			d.cells[i][j] = x
		}
		n -= row
	}
}

// hypergeometric draws how many of has are among wanted people, out of has and
// others, by going through the distribution from its mode to either side.
func (d *dealer) hypergeometric(has, others, wanted int64) int64 {
	low, high := max(0, wanted-others), min(has, wanted)
	if low == high {
		return low
	}
	mode := int64(float64(has+1) * (float64(wanted+1) / float64(has+others+2)))
	mode = min(max(mode, low), high)
	p := math.Exp(d.choose(has, mode) + d.choose(others, wanted-mode) - d.choose(has+others, wanted))
	u := d.random.Float64() - p
	down, up := p, p
	for a, b := mode, mode; u > 0 && (a > low || b < high); {
		if a > low {
			down *= float64(a) / float64(has-a+1) * (float64(others-wanted+a) / float64(wanted-a+1))
			a--
			if u -= down; u <= 0 {
				return a
			}
		}
		if b < high {
			up *= float64(has-b) / float64(b+1) * (float64(wanted-b) / float64(others-wanted+b+1))
			b++
			if u -= up; u <= 0 {
				return b
			}
		}
	}
	return mode
}

// choose is the log of the number of ways to choose k of n.
func (d *dealer) choose(n, k int64) float64 { return d.logs[n] - d.logs[k] - d.logs[n-k] }

// logFactorials are those of the numbers up to n.
func logFactorials(n int64) []float64 {
	logs := make([]float64, n+1)
	for i := int64(2); i <= n; i++ {
		logs[i] = logs[i-1] + math.Log(float64(i))
	}
	return logs
}
