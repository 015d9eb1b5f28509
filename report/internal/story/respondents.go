package story

import (
	"time"

	"commonground/analysis/findings"
)

// Groups returns the rows of the finding on respondents that split people in
// one of the ways named by their keys: "all", "role", "wave".
func Groups(f *findings.Finding, by ...string) [][]findings.Cell {
	if f == nil {
		return nil
	}
	var rows [][]findings.Cell
	for _, want := range by {
		for _, row := range f.Table.Rows {
			if f.Table.Cell(row, "by").Key == want {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// Missing says how many of those invited answered, and who is missing; nothing
// where that isn't known.
func Missing(r *findings.Report) []string {
	f := r.Finding("respondents.invited")
	if f == nil {
		return nil
	}
	said := []string{f.Title}
	for _, n := range f.Notes {
		said = append(said, n.Text)
	}
	return said
}

// Dates says when people answered: "April 2025 to May 2026". It is empty when
// no answer has a date.
func Dates(r *findings.Report) string {
	var first, last time.Time
	f := r.Finding("respondents")
	for _, row := range Groups(f, "month") {
		month, err := time.Parse("2006-01", f.Table.Cell(row, "group").Key)
		if err != nil {
			continue // a row of those without a date
		}
		if first.IsZero() || month.Before(first) {
			first = month
		}
		if month.After(last) {
			last = month
		}
	}
	switch {
	case !first.IsZero() && !first.Equal(last):
		return r.Lang.Sayf("%s to %s", r.Lang.Month(first), r.Lang.Month(last))
	case !r.Made.IsZero():
		return r.Lang.Sayf("up to %s", r.Lang.Day(r.Made.UTC()))
	}
	return ""
}

// wholePost is the ID of the question that answers to a post stand under which
// turn to none of its questions.
const wholePost = "post"

// Questions lists the open questions, as they were asked.
func Questions(r *findings.Report) []string {
	f := r.Finding("themes.by.question")
	if f == nil || f.Figure == nil {
		return nil
	}
	var asked []string
	for _, j := range f.Figure.Values {
		if c := f.Table.Columns[j]; c.Key != wholePost {
			asked = append(asked, c.Name)
		}
	}
	return asked
}
