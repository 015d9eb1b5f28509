package story

import (
	"cmp"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// Shared is what parents and teachers have in common.
type Shared struct {
	Lang    say.Language      // of the report
	Rows    [][]findings.Cell // of themes.by.role: themes among the leading ones of both
	Columns []int             // those of parents and of teachers
	Coded   bool              // whether these are as coded, though the shares of everyone are corrected
	Mirror  []Wish            // that both sides name alike
}

// A Wish is a theme among what one side wants.
type Wish struct{ Side, Theme findings.Cell }

// leaders is how many themes of a role are called its leading ones; the slides
// and the memo say so in words.
const leaders = 8

// Common looks for what the two sides have in common. It is nil where neither
// finding tells of any.
func Common(r *findings.Report) *Shared {
	s := Shared{Lang: r.Lang}
	if f := r.Finding("themes.by.role"); Drawn(f) {
		for _, role := range []string{"parent", "teacher"} {
			for _, j := range Visible(f) {
				if f.Table.Columns[j].Key == role {
					s.Columns = append(s.Columns, j)
				}
			}
		}
		if len(s.Columns) == 2 {
			s.Rows = onBothLists(f.Table.Rows, s.Columns)
			s.Coded = corrects(r) && !f.Table.Columns[s.Columns[0]].Corrected
		}
	}
	if f := r.Finding("mirror"); f != nil {
		for _, row := range f.Table.Rows {
			if f.Table.Cell(row, "verdict").Key == "shared" {
				s.Mirror = append(s.Mirror, Wish{f.Table.Cell(row, "side"), f.Table.Cell(row, "theme")})
			}
		}
	}
	if len(s.Rows) == 0 && len(s.Mirror) == 0 {
		return nil
	}
	return &s
}

// corrects reports whether the shares of everyone are corrected.
func corrects(r *findings.Report) bool {
	f := r.Finding("themes")
	return Drawn(f) && f.Table.Columns[f.Figure.Values[0]].Corrected
}

// Title says what is shared, in a sentence without its full stop.
func (s *Shared) Title() string {
	const most = 3
	var names []string
	for _, row := range s.Rows[:min(most, len(s.Rows))] {
		names = append(names, "“"+say.Lower(row[0].Label)+"”") // labels too have an "and" in them
	}
	if names == nil {
		return s.Lang.Say("The interests of parents and teachers meet")
	}
	return s.Lang.Sayf("Parents and teachers both write much about %s", s.Lang.List(names))
}

// Wishes tells the rows of the mirror that both sides name alike.
func (s *Shared) Wishes() []string {
	var said []string
	for _, w := range s.Mirror {
		theme := say.Lower(w.Theme.Label)
		if w.Side.Key == "parent" {
			said = append(said, s.Lang.Sayf("Both sides name %s among what parents want.", theme))
		} else {
			said = append(said, s.Lang.Sayf("Both sides name %s among what teachers want.", theme))
		}
	}
	return said
}

// Quotes are what parents and teachers say of the shared themes.
func (s *Shared) Quotes(r *findings.Report) []findings.Quote {
	var quotes []findings.Quote
	for _, row := range s.Rows {
		for _, q := range QuotesOn(r, row[0].Label) {
			if q.Role == "parent" || q.Role == "teacher" {
				quotes = append(quotes, q)
			}
		}
	}
	return quotes
}

// fewestAlike is the number of people of either side from which on it is told that
// both write about a theme.
const fewestAlike = 3

// onBothLists returns the rows that are among the leading ones by each of the
// columns, in their order.
func onBothLists(rows [][]findings.Cell, columns []int) [][]findings.Cell {
	times := map[int]int{}
	for _, j := range columns {
		for _, i := range topBy(rows, j) {
			times[i]++
		}
	}
	var both [][]findings.Cell
	for i, row := range rows {
		if times[i] == len(columns) {
			both = append(both, row)
		}
	}
	return both
}

// topBy lists the rows that lead a column. Rows that are as large as the last
// of them are no more leading than it.
func topBy(rows [][]findings.Cell, j int) []int {
	var order []int
	for i, row := range rows {
		if c := row[j]; !c.Hidden && c.Number*float64(c.Base) > fewestAlike-0.5 && c.Base >= findings.VeryFew {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rows[b][j].Number, rows[a][j].Number) })
	if len(order) <= leaders {
		return order
	}
	beyond := rows[order[leaders]][j].Number
	return slices.DeleteFunc(order[:leaders], func(i int) bool { return rows[i][j].Number <= beyond })
}
