// Package story picks from a report's findings what is told aloud: the leading
// themes with all that is known of each, what both sides share, what changed.
// It chooses and words, and computes nothing: every number is a cell's.
package story

import (
	"math"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// A Theme is one theme with what different findings say of it. A part that no
// finding tells of is empty.
type Theme struct {
	Lang   say.Language // of the report
	Label  string
	About  findings.Theme // of the codebook
	People Value
	Share  Value
	Tones  []Value // as the columns of themes.tone have them
	Roles  []Value // as the columns of themes.by.role have them, without differences
	Quotes []findings.Quote
}

// Count says how many people wrote about the theme: "49 of 169".
func (t *Theme) Count() string { return t.Lang.Sayf("%s of %s", t.People.Text(), t.People.Of()) }

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

// Among writes a share of a group: "30% of parents", or of few "3 of 9 parents".
func (v Value) Among(group string) string {
	if _, counted := v.Counted(v.Unit); counted {
		return v.Lang.Sayf("%s %s", v.Text(), group)
	}
	return v.Lang.Sayf("%s of %s", v.Text(), group)
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

// Themes returns the leading themes, at most so many, of those that somebody
// wrote about.
func Themes(r *findings.Report, most int) []Theme {
	f := r.Finding("themes")
	if !Drawn(f) {
		return nil
	}
	var all []Theme
	for _, row := range Leading(f, most) {
		all = append(all, theme(r, f, row))
	}
	return all
}

func theme(r *findings.Report, f *findings.Finding, row []findings.Cell) Theme {
	share, id := f.Figure.Values[0], row[f.Figure.Label].Key
	t := Theme{Lang: r.Lang, Label: row[f.Figure.Label].Label, Share: At(r, f, row, share)}
	if j := f.Table.Column("people"); j >= 0 {
		t.People = At(r, f, row, j)
	}
	if i := slices.IndexFunc(r.Codebook, func(c findings.Theme) bool { return c.ID == id }); i >= 0 {
		t.About = r.Codebook[i]
	}
	t.Tones = values(r, r.Finding("themes.tone"), id)
	t.Roles = values(r, r.Finding("themes.by.role"), id)
	t.Quotes = QuotesOn(r, t.Label)
	return t
}

// values are the cells that a finding's figure shows of the theme with that ID.
func values(r *findings.Report, f *findings.Finding, theme string) []Value {
	if !Drawn(f) {
		return nil
	}
	for _, row := range f.Table.Rows {
		if row[f.Figure.Label].Key != theme {
			continue
		}
		var all []Value
		for _, j := range f.Figure.Values {
			all = append(all, At(r, f, row, j))
		}
		return all
	}
	return nil
}

// Drawn reports whether a finding has a figure with a number in it. A nil
// finding has none.
func Drawn(f *findings.Finding) bool {
	return f != nil && f.Figure != nil && len(Visible(f)) > 0
}

// Visible lists the columns of a figure that have a number to see.
func Visible(f *findings.Finding) []int {
	var columns []int
	for _, j := range f.Figure.Values {
		if slices.ContainsFunc(f.Table.Rows, func(row []findings.Cell) bool { return Value{Cell: row[j]}.Shown() }) {
			columns = append(columns, j)
		}
	}
	return columns
}

// Leading returns a finding's first rows, at most so many, without those of
// which nothing but zeros can be seen. The row with the largest difference
// beyond chance, of which the finding's title speaks, takes the last place if it
// is not among them.
func Leading(f *findings.Finding, most int) [][]findings.Cell {
	var rows [][]findings.Cell
	columns := Visible(f)
	for _, row := range f.Table.Rows {
		if slices.ContainsFunc(columns, func(j int) bool { return !row[j].Hidden && row[j].Number > 0 }) {
			rows = append(rows, row)
		}
	}
	if len(rows) <= most {
		return rows
	}
	if i := Widest(f, rows); i >= most {
		rows[most-1] = rows[i]
	}
	return rows[:most]
}

// Everyone returns the first rows of a finding on scales, at most so many, that
// are about everyone.
func Everyone(f *findings.Finding, most int) [][]findings.Cell {
	var rows [][]findings.Cell
	for _, row := range f.Table.Rows {
		if f.Table.Cell(row, "who").Key == "everyone" && len(rows) < most {
			rows = append(rows, row)
		}
	}
	return rows
}

// Caveats lists what is to be said of single numbers of a finding, each once.
func Caveats(f *findings.Finding) []string {
	var said []string
	for _, row := range f.Table.Rows {
		for _, c := range row {
			for _, caveat := range c.Caveats {
				if text := row[0].Label + ": " + caveat; !c.Hidden && !slices.Contains(said, text) {
					said = append(said, text)
				}
			}
		}
	}
	return said
}

// Widest returns the row with the largest difference whose interval excludes
// 0, or -1.
func Widest(f *findings.Finding, rows [][]findings.Cell) int {
	at, largest := -1, 0.0
	for j, c := range f.Table.Columns {
		for i, row := range rows {
			cell := row[j]
			if c.Unit == findings.Points && !cell.Hidden && (cell.Low > 0 || cell.High < 0) && math.Abs(cell.Number) > largest {
				at, largest = i, math.Abs(cell.Number)
			}
		}
	}
	return at
}
