package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// turns repeats what each of a hundred people of testdata/reference.R answers.
func turns(parts ...[]int) []int {
	var all []int
	for i, part := range parts {
		for range []int{8, 7, 5}[i] {
			all = append(all, part...)
		}
	}
	return all
}

func TestRaoScott(t *testing.T) {
	r := readReference(t)
	first := slices.Concat(slices.Repeat([]int{0}, 40), slices.Repeat([]int{1}, 35), slices.Repeat([]int{2}, 25))
	second := turns([]int{0, 0, 1, 0, 1}, []int{1, 0, 1, 1, 0}, []int{1, 0, 1, 1, 1})
	third := turns([]int{0, 2, 1, 0, 1}, []int{1, 2, 1, 1, 0}, []int{1, 0, 2, 1, 2})
	table := func(by []int) [][]Weights {
		cells := [][]Weights{make([]Weights, 3), make([]Weights, 3), make([]Weights, 3)}
		for i := range first {
			w := []float64{0.5, 1, 2.5, 0.8}[i%4]
			if second[i] == 1 {
				w *= 1.6
			} else {
				w *= 0.7
			}
			cell := &cells[first[i]][by[i]]
			*cell = cell.Plus(Weights{1, w, w * w})
		}
		return cells
	}
	three := RaoScott(table(third))
	r.same(t, "rao-scott 3x3 F", three.Statistic)
	r.same(t, "rao-scott 3x3 df", three.DF)
	r.same(t, "rao-scott 3x3 P", three.P)
	two := RaoScott(table(second)) // the third column is empty
	r.same(t, "rao-scott 3x2 F", two.Statistic)
	r.same(t, "rao-scott 3x2 df", two.DF)
	r.same(t, "rao-scott 3x2 P", two.P)
	four := RaoScott(table(second)[:2])
	r.same(t, "rao-scott 2x2 F", four.Statistic)
	r.same(t, "rao-scott 2x2 P", four.P)
	if three.Effect.Base != 100 || len(three.Caveats) != 0 {
		t.Errorf("base %v, caveats %v", three.Effect.Base, three.Caveats)
	}
	near(t, "P of nothing", RaoScott(nil).P, nan, 0)
	near(t, "P of one row", RaoScott(table(second)[:1]).P, nan, 0)
}

// However sparse the table, there is a P, and neither unit of weight nor order
// of rows and columns matters.
func TestRaoScottProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(2, 4).Draw(t, "rows"), rapid.IntRange(2, 4).Draw(t, "columns")
		var cells, turned [][]Weights
		for range rows {
			var row, back []Weights
			for range columns {
				c := equal(rapid.Int64Range(0, 6).Draw(t, "people"), rapid.Float64Range(0.2, 5).Draw(t, "weight"))
				row = append(row, c)
				back = append(back, Weights{c.People, 7 * c.Sum, 49 * c.Squares})
			}
			slices.Reverse(back)
			cells = append(cells, row)
			turned = append(turned, back)
		}
		slices.Reverse(turned)
		got, again := RaoScott(cells), RaoScott(turned)
		if w := weigh(cells); len(w.rows) < 2 || len(w.columns) < 2 {
			if !math.IsNaN(got.P) {
				t.Errorf("P = %v of a table with nothing to compare", got.P)
			}
			return
		}
		if !(0 <= got.P && got.P <= 1) || !(0 <= got.Effect.Low && got.Effect.Low <= got.Effect.High && got.Effect.High <= 1) {
			t.Errorf("%+v", got)
		}
		if math.Abs(got.P-again.P) > 1e-6 {
			t.Errorf("P %v, turned around %v", got.P, again.P)
		}
	})
}
