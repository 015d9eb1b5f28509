package findings

import (
	"iter"
	"math"
	"slices"

	"commonground/analysis/stats"
)

// Text returns a cell that holds a label.
func Text(label string) Cell {
	c := Num(math.NaN())
	c.Label = label
	return c
}

// Keyed returns a cell that holds the label of what is known by a key.
func Keyed(key, label string) Cell {
	c := Text(label)
	c.Key = key
	return c
}

// Num returns a cell that holds a number without an interval; NaN makes an
// empty one.
func Num(v float64) Cell {
	return Cell{Number: v, Low: math.NaN(), High: math.NaN()}
}

// Estimate returns a cell that holds e with its interval, base and caveats.
func Estimate(e stats.Estimate) Cell {
	return Cell{Number: e.Value, Low: e.Low, High: e.High, Base: int64(e.Base), Caveats: e.Caveats}
}

// HiddenCell returns a cell whose number is withheld, and its base with it.
func HiddenCell() Cell {
	c := Num(math.NaN())
	c.Hidden = true
	return c
}

// Column returns the place of the first column with that key, or -1.
func (t *Table) Column(key string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Key == key })
}

// Keys are the keys of some columns.
func (t *Table) Keys(columns []int) []string {
	var keys []string
	for _, j := range columns {
		keys = append(keys, t.Columns[j].Key)
	}
	return keys
}

// Cell returns a row's cell in the first column with that key; an empty one
// where no column has it.
func (t *Table) Cell(row []Cell, column string) Cell {
	if j := t.Column(column); j >= 0 {
		return row[j]
	}
	return Text("")
}

// Findings goes through the findings of all sections in order.
func (r *Report) Findings() iter.Seq[*Finding] {
	return func(yield func(*Finding) bool) {
		for i := range r.Sections {
			for j := range r.Sections[i].Findings {
				if !yield(&r.Sections[i].Findings[j]) {
					return
				}
			}
		}
	}
}

// Finding returns the finding with that ID, or nil.
func (r *Report) Finding(id string) *Finding {
	for f := range r.Findings() {
		if f.ID == id {
			return f
		}
	}
	return nil
}
