package stats

import (
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// RaoScott is Associate for weighted people: Pearson's chi-squared of the
// weighted table, corrected to the second order for what weighting adds to its
// variance, after Rao and Scott (1984), "On chi-squared tests for multiway
// contingency tables with cell proportions estimated from survey data", and
// Thomas and Rao (1987). Statistic is the corrected F, DF its first degrees of
// freedom, which are rarely whole; the second are DF × (people - 1). Effect is
// Cramér's V as in Associate, on the base to which the correction shrinks the
// people. Rows and columns without weight are left out; with fewer than two of
// either all numbers are NaN. There is no exact test with weights: small
// expected counts get a caveat.
func RaoScott(cells [][]Weights) Test {
	c := weigh(cells)
	t := untested("Rao-Scott test", "Cramér's V, weighted", c.all.People)
	if len(c.rows) < 2 || len(c.columns) < 2 {
		return t
	}
	people := float64(c.all.People)
	df := float64((len(c.rows) - 1) * (len(c.columns) - 1))
	x := c.pearson()
	trace, squares := c.correction()
	t.Statistic, t.DF = x/trace, trace*trace/squares
	t.P = distuv.F{D1: t.DF, D2: t.DF * (people - 1)}.Survival(t.Statistic)
	effect := trace / df // the mean design effect
	t.Effect = cramer(x/effect, people/effect, len(c.rows), len(c.columns), c.all.People)
	if c.sparse(people / effect) {
		t.Caveats = []string{"expected counts under 5"}
	}
	return t
}

// A weighing is a table of weights without empty rows and columns.
type weighing struct {
	cells         [][]Weights
	rows, columns []Weights // their sums
	all           Weights
}

func weigh(cells [][]Weights) *weighing {
	w := new(weighing)
	var columns []Weights
	for _, row := range cells {
		for j, c := range row {
			if j == len(columns) {
				columns = append(columns, Weights{})
			}
			columns[j] = columns[j].Plus(c)
		}
	}
	for _, of := range columns {
		if of.Sum > 0 {
			w.columns = append(w.columns, of)
		}
	}
	for _, row := range cells {
		var kept []Weights
		var sum Weights
		for j, of := range columns {
			if of.Sum == 0 {
				continue
			}
			var c Weights
			if j < len(row) {
				c = row[j]
			}
			kept = append(kept, c)
			sum = sum.Plus(c)
		}
		if sum.Sum > 0 {
			w.cells = append(w.cells, kept)
			w.rows = append(w.rows, sum)
			w.all = w.all.Plus(sum)
		}
	}
	return w
}

// expected is the share of people that the cell (i, j) has under independence.
func (w *weighing) expected(i, j int) float64 {
	return w.rows[i].Sum / w.all.Sum * (w.columns[j].Sum / w.all.Sum)
}

// pearson is chi-squared as if the weighted shares were those of people counted
// once.
func (w *weighing) pearson() float64 {
	sum := 0.0
	for i, row := range w.cells {
		for j, c := range row {
			e := w.expected(i, j)
			gap := c.Sum/w.all.Sum - e
			sum += gap * gap / e
		}
	}
	return sum * float64(w.all.People)
}

// sparse says that Cochran's rule is broken on that base.
func (w *weighing) sparse(base float64) bool {
	small, cells := 0, len(w.rows)*len(w.columns)
	for i := range w.rows {
		for j := range w.columns {
			switch e := base * w.expected(i, j); {
			case e < 1:
				return true
			case e < fewExpected:
				small++
			}
		}
	}
	return 5*small > cells
}

// correction returns the sums of the generalized design effects, which are the
// eigenvalues of Δ in Rao and Scott (1984), and of their squares. Δ weighs the
// design effects of the cells; where too many cells are empty for that, all are
// Kish's.
func (w *weighing) correction() (trace, squares float64) {
	df := (len(w.rows) - 1) * (len(w.columns) - 1)
	n := float64(w.all.People)
	bessel := n / (n - 1)
	plain, weighted := mat.NewSymDense(df, nil), mat.NewSymDense(df, nil)
	contrast := mat.NewVecDense(df, nil)
	for i, row := range w.cells {
		for j, c := range row {
			if c.Sum == 0 {
				continue
			}
			w.contrast(contrast, i, j)
			share := c.Sum / w.all.Sum
			effect := bessel * n * c.Squares / (w.all.Sum * c.Sum)
			plain.SymRankOne(plain, 1/share, contrast)
			weighted.SymRankOne(weighted, effect/share, contrast)
		}
	}
	var delta, square mat.Dense
	if err := delta.Solve(plain, weighted); err != nil {
		kish := bessel * w.all.DesignEffect()
		return kish * float64(df), kish * kish * float64(df)
	}
	square.Mul(&delta, &delta)
	return mat.Trace(&delta), mat.Trace(&square)
}

// contrast is what the cell (i, j) has in each of the contrasts of logs that are
// 0 under independence: those of rows and columns with the last of either.
func (w *weighing) contrast(dst *mat.VecDense, i, j int) {
	sign := func(at, of, last int) float64 {
		switch at {
		case of:
			return 1
		case last:
			return -1
		}
		return 0
	}
	r, c := len(w.rows)-1, len(w.columns)-1
	for a := range r {
		for b := range c {
			dst.SetVec(a*c+b, sign(i, a, r)*sign(j, b, c))
		}
	}
}
