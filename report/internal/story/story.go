// Package story picks from a report's findings what is told aloud: the leading
// themes with all that is known of each, what both sides share, what changed.
// It chooses and words, and computes nothing: every number is a cell's.
package story

import (
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
	Roles  []Value // as the columns of themes.by.role have them, one a role
	Quotes []findings.Quote
}

// Count says how many people wrote about the theme: "49 of 169". Where the share is
// corrected, these are the people as coded, of whom it is not the percent: there the
// share leads.
func (t *Theme) Count() string { return t.Lang.Sayf("%s of %s", t.People.Text(), t.People.Of()) }

// Corrects reports whether the share is one that a blind sample corrects.
func (t *Theme) Corrects() bool { return t.Share.Corrected && t.Share.Shown() }

// ByRole says the shares of the roles as tell writes each, those apart that are as
// coded where the share of everyone is corrected.
func (t *Theme) ByRole(tell func(role Value) string) (shares, coded []string) {
	for _, role := range t.Roles {
		switch {
		case !role.Shown():
		case t.Corrects() && !role.Corrected:
			coded = append(coded, tell(role))
		default:
			shares = append(shares, tell(role))
		}
	}
	return shares, coded
}

// Percent is the share where it says more than Count does: "29%".
func (t *Theme) Percent() string {
	if share := t.Share.Text(); t.Share.Shown() && share != t.Count() {
		return share
	}
	return ""
}

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
	if tone := r.Finding("themes.tone"); Drawn(tone) {
		t.Tones = values(r, tone, tone.Figure.Values, id)
	}
	if roles := r.Finding("themes.by.role"); roles != nil {
		t.Roles = values(r, roles, Sides(roles), id)
	}
	t.Quotes = QuotesOn(r, t.Label)
	return t
}

// values are the cells of the theme with that ID in some columns.
func values(r *findings.Report, f *findings.Finding, columns []int, theme string) []Value {
	for _, row := range f.Table.Rows {
		if row[0].Key != theme {
			continue
		}
		var all []Value
		for _, j := range columns {
			all = append(all, At(r, f, row, j))
		}
		return all
	}
	return nil
}

// Sides lists the columns of a finding that compares roles, one a role: the one
// that its figure draws, and of roles too small to draw the share as coded.
func Sides(f *findings.Finding) []int {
	var columns []int
	at := map[string]int{}
	for j, c := range f.Table.Columns {
		if c.Unit != findings.Share {
			continue
		}
		if i, ok := at[c.Key]; !ok {
			at[c.Key] = len(columns)
			columns = append(columns, j)
		} else if f.Figure != nil && slices.Contains(f.Figure.Values, j) {
			columns[i] = j
		}
	}
	return columns
}

// Drawn reports whether a finding has a figure with a number in it. A nil
// finding has none.
func Drawn(f *findings.Finding) bool { return f != nil && len(Visible(f)) > 0 }

// Visible lists the columns of a finding's figure that have a number to see; none
// without a figure.
func Visible(f *findings.Finding) []int {
	if f.Figure == nil {
		return nil
	}
	return Shown(f, f.Figure.Values)
}

// Shown lists those of some columns that have a number to see.
func Shown(f *findings.Finding, among []int) []int {
	var columns []int
	for _, j := range among {
		if slices.ContainsFunc(f.Table.Rows, func(row []findings.Cell) bool { return Value{Cell: row[j]}.Shown() }) {
			columns = append(columns, j)
		}
	}
	return columns
}

// Leading returns a finding's first rows, at most so many, without those of
// which nothing but zeros can be seen. The row that the finding's title tells of
// takes the last place if it is not among them.
func Leading(f *findings.Finding, most int) [][]findings.Cell {
	var rows [][]findings.Cell
	columns, told, at := Visible(f), Told(f), -1
	if f.Figure == nil {
		columns = Shown(f, Sides(f))
	}
	for i, row := range f.Table.Rows {
		if i == told {
			at = len(rows)
		}
		if slices.ContainsFunc(columns, func(j int) bool { return !row[j].Hidden && row[j].Number > 0 }) {
			rows = append(rows, row)
		}
	}
	if len(rows) <= most {
		return rows
	}
	if at >= most {
		rows[most-1] = rows[at]
	}
	return rows[:most]
}

// Compares reports whether a finding sets groups, sides or waves side by side, so that
// its title can tell a difference.
func Compares(f *findings.Finding) bool {
	return slices.Contains([]string{"themes.by.role", "mirror", "change"}, f.ID)
}

// Told is the row of which the finding's title tells a difference, or -1 where none
// stands out from chance: then the title says but that.
func Told(f *findings.Finding) int {
	if f.Table.Column("verdict") >= 0 {
		return settled(f)
	}
	if i := findings.Widest(f.Tests); i < len(f.Table.Rows) {
		return i
	}
	return -1
}

// settled is the row of the mirror that its title tells of: of those with a verdict,
// where the sides differ most plainly.
func settled(f *findings.Finding) int {
	for _, verdict := range []string{"one-sided", "contested", "shared"} {
		if i := slices.IndexFunc(f.Table.Rows, func(row []findings.Cell) bool { return f.Table.Cell(row, "verdict").Key == verdict }); i >= 0 {
			return i
		}
	}
	return -1
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
