package chart

import (
	"errors"
	"fmt"
	"image/color"
	"math"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/look"
)

// A view is the part of a finding's table that its figure draws.
type view struct {
	lang    say.Language
	finding *findings.Finding
	figure  *findings.Figure
	kind    findings.FigureKind
	columns []findings.Column
	rows    []row
}

// A row is a label and a cell for each of the view's columns.
type row struct {
	label string
	cells []findings.Cell
}

func newView(f *findings.Finding, l say.Language) (*view, error) {
	fig := f.Figure
	if fig == nil || len(fig.Values) == 0 {
		return nil, errors.New("the finding has no figure")
	}
	if int(fig.Kind) >= len(kinds) {
		return nil, fmt.Errorf("no chart is known for a figure of kind %d", fig.Kind)
	}
	v := &view{lang: l, finding: f, figure: fig, kind: fit(fig.Kind, len(fig.Values))}
	for _, j := range append([]int{fig.Label}, fig.Values...) {
		if j < 0 || j >= len(f.Table.Columns) {
			return nil, fmt.Errorf("the figure names column %d of a table of %d columns", j, len(f.Table.Columns))
		}
	}
	for _, j := range fig.Values {
		v.columns = append(v.columns, f.Table.Columns[j])
	}
	for i, cells := range f.Table.Rows {
		if len(cells) != len(f.Table.Columns) {
			return nil, fmt.Errorf("row %d of the table has %d cells for %d columns", i+1, len(cells), len(f.Table.Columns))
		}
		r := row{label: cells[fig.Label].Label}
		for _, j := range fig.Values {
			r.cells = append(r.cells, cells[j])
		}
		v.rows = append(v.rows, r)
	}
	return v, nil
}

// fit returns the kind to draw n columns with. Bars show one column and a
// mirror has two sides; any other number of columns is drawn as dots.
func fit(k findings.FigureKind, n int) findings.FigureKind {
	if k == findings.Bars && n != 1 || k == findings.Slope && n != 2 {
		return findings.Dots
	}
	return k
}

// shown reports whether the cell has a number that may be seen.
func shown(c findings.Cell) bool {
	return !c.Hidden && !math.IsNaN(c.Number) && !math.IsInf(c.Number, 0)
}

// interval returns the ends of the cell's interval.
func interval(c findings.Cell) (low, high float64, ok bool) {
	ok = shown(c) && !math.IsNaN(c.Low) && !math.IsNaN(c.High) && !math.IsInf(c.Low, 0) && !math.IsInf(c.High, 0)
	return c.Low, c.High, ok
}

// numbers counts the cells that can be drawn.
func (v *view) numbers() int {
	n := 0
	for _, r := range v.rows {
		for _, c := range r.cells {
			if shown(c) {
				n++
			}
		}
	}
	return n
}

// seen returns the view without the columns that are withheld in every row,
// and the names of those.
func (v *view) seen() (rest *view, gone []string) {
	rest = &view{lang: v.lang, finding: v.finding, figure: v.figure, kind: v.kind}
	var keep []int
	for j, col := range v.columns {
		if slices.ContainsFunc(v.rows, func(r row) bool { return !r.cells[j].Hidden }) {
			keep = append(keep, j)
			rest.columns = append(rest.columns, col)
		} else {
			gone = append(gone, col.Name)
		}
	}
	for _, r := range v.rows {
		some := row{label: r.label}
		for _, j := range keep {
			some.cells = append(some.cells, r.cells[j])
		}
		rest.rows = append(rest.rows, some)
	}
	return rest, gone
}

// blank reports whether the row has no number at all.
func blank(r row) bool { return !slices.ContainsFunc(r.cells, shown) }

// partly reports whether a cell of the row is withheld.
func partly(r row) bool {
	return slices.ContainsFunc(r.cells, func(c findings.Cell) bool { return c.Hidden })
}

// text writes the number of a cell of column j, and nothing for a cell without.
func (v *view) text(j int, c findings.Cell) string {
	if !shown(c) {
		return ""
	}
	return c.Text(v.lang, v.columns[j].Unit)
}

// texts returns what text writes for all cells of column j.
func (v *view) texts(j int) []string {
	var out []string
	for _, r := range v.rows {
		out = append(out, v.text(j, r.cells[j]))
	}
	return out
}

// reach returns the least and the greatest number to make room for: zero,
// every number, and its interval.
func (v *view) reach() (low, high float64) {
	for _, r := range v.rows {
		for _, c := range r.cells {
			if shown(c) {
				low, high = min(low, c.Number), max(high, c.Number)
			}
			if l, h, ok := interval(c); ok {
				low, high = min(low, l), max(high, h)
			}
		}
	}
	return low, high
}

// colors returns each column's color: that of its role or tone, or one of a
// series where the columns could not be told apart by it.
func (v *view) colors() []color.RGBA {
	var out []color.RGBA
	seen := map[color.RGBA]bool{}
	for _, c := range v.columns {
		fill := look.Color(c.Key)
		if seen[fill] {
			return look.Series(len(v.columns))
		}
		seen[fill] = true
		out = append(out, fill)
	}
	return out
}

// bases returns what to print beside each row, "of 44", or nothing where all
// rows rest on the same people: then the caption says it once.
func (v *view) bases() []string {
	out := make([]string, len(v.rows))
	same := true
	first := int64(0)
	for i, r := range v.rows {
		for _, c := range r.cells {
			if !shown(c) || c.Base == 0 {
				continue
			}
			if first == 0 {
				first = c.Base
			}
			same = same && c.Base == first
			out[i] = v.lang.Sayf("of %s", findings.Count.Text(float64(c.Base)))
			break
		}
	}
	if same {
		return make([]string, len(v.rows))
	}
	return out
}
