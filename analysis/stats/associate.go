package stats

import (
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Associate tests whether two questions without order in their choices hang
// together: counts[i][j] people gave the choice i to the one and j to the
// other, each person in one cell. Rows may be groups. Rows and columns of
// nobody are left out; with fewer than two of either all numbers are NaN.
//
// P is that of Pearson's chi-squared test (Pearson 1900), without continuity
// correction, where expected counts are large enough by the rule of Cochran
// (1954): all 5 or more in a table of two by two; in a larger one none under 1
// and no more than a fifth under 5. Else P is exact: by Fisher's test in a
// table of two by two, and by random tables with the same margins in a larger
// one, of which P is the share that are as far from what is expected. These are
// the same in every run and for any order of rows and columns. Statistic is
// chi-squared but for Fisher's test, which has none.
//
// Effect is Cramér's V, 0 for none and 1 for full association, with the bias
// correction of Bergsma (2013), "A bias-correction for Cramér's V and
// Tschuprow's T". Its interval holds those V under which chi-squared is neither
// too large nor too small (Smithson 2003, Confidence Intervals, chapter 4).
func Associate(counts [][]int64) Test {
	c := crossed(counts)
	t := untested("chi-squared test", "Cramér's V", c.n)
	if len(c.rows) < 2 || len(c.columns) < 2 {
		return t
	}
	x, df := c.pearson(), float64((len(c.rows)-1)*(len(c.columns)-1))
	t.Effect = cramer(x, float64(c.n), len(c.rows), len(c.columns), c.n)
	switch small, tiny, cells := c.small(); {
	case cells == 4 && small > 0:
		t.Name, t.Why = "Fisher's exact test", "an expected count is under 5"
		t.P = fisherP(c.cells[0][0], c.rows[0], c.cells[1][0], c.rows[1])
	case tiny || 5*small > cells:
		t.Name, t.Why = "chi-squared test by 9,999 random tables", "too many expected counts are under 5, or one is under 1"
		t.Statistic, t.P = x, c.byRandomTables(x)
	default:
		t.Why = "expected counts are large enough"
		t.Statistic, t.DF, t.P = x, df, distuv.ChiSquared{K: df}.Survival(x)
	}
	return t
}

// A crossing is a table of counts without empty rows and columns.
type crossing struct {
	cells         [][]int64
	rows, columns []int64 // their sums
	n             int64
}

// crossed leaves counts alone; rows may be of different length.
func crossed(counts [][]int64) *crossing {
	c := new(crossing)
	var columns []int64
	for _, row := range counts {
		for j, x := range row {
			if j == len(columns) {
				columns = append(columns, 0)
			}
			columns[j] += x
		}
	}
	for _, row := range counts {
		var cells []int64
		var sum int64
		for j, of := range columns {
			if of == 0 {
				continue
			}
			x := int64(0)
			if j < len(row) {
				x = row[j]
			}
			cells = append(cells, x)
			sum += x
		}
		if sum > 0 {
			c.cells = append(c.cells, cells)
			c.rows = append(c.rows, sum)
			c.n += sum
		}
	}
	c.columns = slices.DeleteFunc(columns, func(of int64) bool { return of == 0 })
	return c
}

func (c *crossing) expected(i, j int) float64 {
	return float64(c.rows[i]) * (float64(c.columns[j]) / float64(c.n))
}

// pearson is the chi-squared statistic.
func (c *crossing) pearson() float64 {
	sum := 0.0
	for i, row := range c.cells {
		for j, x := range row {
			e := c.expected(i, j)
			sum += (float64(x) - e) * (float64(x) - e) / e
		}
	}
	return sum
}

// byRandomTables is the P of chi-squared x.
func (c *crossing) byRandomTables(x float64) float64 {
	rows, columns := slices.Sorted(slices.Values(c.rows)), slices.Sorted(slices.Values(c.columns))
	if slices.Compare(rows, columns) > 0 { // so that rows may be columns
		rows, columns = columns, rows
	}
	least := (1 + x/float64(c.n)) * (1 - 1e-9)
	return byRandomTables(rows, columns, func(cells [][]int64) bool {
		sum := 0.0
		for i, row := range cells {
			for j, x := range row {
				sum += float64(x) * float64(x) / (float64(rows[i]) * float64(columns[j]))
			}
		}
		return sum >= least
	})
}

// small counts the cells where fewer than 5 are expected, and all cells; tiny
// says that somewhere fewer than 1 are.
func (c *crossing) small() (small int, tiny bool, cells int) {
	for i := range c.rows {
		for j := range c.columns {
			e := c.expected(i, j)
			if e < fewExpected {
				small++
			}
			tiny = tiny || e < 1
		}
	}
	return small, tiny, len(c.rows) * len(c.columns)
}
