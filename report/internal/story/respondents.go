package story

import (
	"time"

	"commonground/analysis/findings"
)

// Groups returns the rows of the finding on respondents that split people in
// one of the ways named: "All", "Role", "Wave".
func Groups(f *findings.Finding, by ...string) [][]findings.Cell {
	if f == nil {
		return nil
	}
	var rows [][]findings.Cell
	for _, want := range by {
		for _, row := range f.Table.Rows {
			if row[0].Label == want {
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
	for _, row := range Groups(r.Finding("respondents"), "Month") {
		month, err := time.Parse("2006-01", row[1].Label)
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
		return first.Format("January 2006") + " to " + last.Format("January 2006")
	case !r.Made.IsZero():
		return "up to " + r.Made.UTC().Format("January 2, 2006")
	}
	return ""
}

// wholePost is what answers to a post stand under that turn to none of its
// questions.
const wholePost = "The post as a whole"

// Questions lists the open questions, as they were asked.
func Questions(r *findings.Report) []string {
	f := r.Finding("themes.by.question")
	if f == nil || f.Figure == nil {
		return nil
	}
	var asked []string
	for _, j := range f.Figure.Values {
		if name := f.Table.Columns[j].Name; name != wholePost {
			asked = append(asked, name)
		}
	}
	return asked
}
