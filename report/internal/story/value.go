package story

import (
	"math"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// A Value is a cell with its column, as a report in that language has it.
type Value struct {
	Lang say.Language
	findings.Column
	findings.Cell
}

// At returns the value in column j of a finding's row.
func At(r *findings.Report, f *findings.Finding, row []findings.Cell, j int) Value {
	return Value{r.Lang, f.Table.Columns[j], row[j]}
}

// Text writes the number as every format does.
func (v Value) Text() string {
	switch {
	case v.Hidden:
		return v.Lang.Say("withheld")
	case math.IsNaN(v.Number):
		return v.Label
	}
	return v.Cell.Text(v.Lang, v.Unit)
}

// Among writes a share of a group: "30% of parents", or of few "3 of 9 parents". Where
// few were checked, it says how many, and how rough that is.
func (v Value) Among(group string) string {
	if v.Rough() {
		return v.Lang.Sayf("%s of %s (%s, %s checked)", v.Text(), group, v.Interval(), v.Of())
	}
	if _, counted := v.Counted(v.Unit); counted {
		return v.Lang.Sayf("%s %s", v.Text(), group)
	}
	return v.Lang.Sayf("%s of %s", v.Text(), group)
}

// Told is Text, with the interval where that must not be left out.
func (v Value) Told() string {
	if v.Rough() {
		return v.Text() + " (" + v.Interval() + ")"
	}
	return v.Text()
}

// Interval writes the ends of the interval, "30% to 41%", and nothing where
// there is none, or too few people for one.
func (v Value) Interval() string {
	if !v.Ends(v.Unit) || v.Hidden || math.IsNaN(v.Low) || math.IsNaN(v.High) {
		return ""
	}
	return v.Lang.Sayf("%s to %s", v.Unit.In(v.Lang, v.Low), v.Unit.In(v.Lang, v.High))
}

// Of writes the people that the number rests on, and nothing where it has no
// base.
func (v Value) Of() string {
	if v.Hidden || v.Base == 0 {
		return ""
	}
	return findings.Count.Text(float64(v.Base))
}

// Shown reports whether there is a number that may be seen.
func (v Value) Shown() bool { return !v.Hidden && !math.IsNaN(v.Number) }
