package review

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A goldRow is a row of a sheet as it is being read.
type goldRow struct {
	Decision
	program, blind, differ string // cells
}

// A goldFact is what a column says of a comment besides its themes.
type goldFact struct {
	names []string
	set   func(r *goldRow, cell string) error
}

// goldFacts has the column of texts first.
var goldFacts = [...]goldFact{
	{[]string{"text", "comment", "answer"}, func(r *goldRow, s string) error { r.Comment.Text = s; return nil }},
	{[]string{"id"}, func(r *goldRow, s string) error { r.Comment.ID = s; return nil }},
	{[]string{"respondent"}, func(r *goldRow, s string) error { r.Comment.Respondent = s; return nil }},
	{[]string{"role"}, func(r *goldRow, s string) error { r.Comment.Role = s; return nil }},
	{[]string{"question"}, func(r *goldRow, s string) error { r.Comment.Question = s; return nil }},
	{[]string{"language", "lang"}, func(r *goldRow, s string) error { r.Comment.Lang = s; return nil }},
	{[]string{"set"}, func(r *goldRow, s string) error { r.Comment.Set = s; return nil }},
	{[]string{coderName}, func(r *goldRow, s string) error { r.Coder = s; return nil }},
	{[]string{whenName, "date"}, setWhen},
	{[]string{noContent}, setNoContent},
	{[]string{checked}, setChecked},
	{[]string{strataHead}, func(r *goldRow, s string) error { r.Stratum = s; return nil }},
	{[]string{differName}, func(r *goldRow, s string) error { r.differ = s; return nil }},
	{[]string{whyName}, func(*goldRow, string) error { return nil }},
	{[]string{programName}, func(r *goldRow, s string) error { r.program = s; return nil }},
	{[]string{blindName}, func(r *goldRow, s string) error { r.blind = s; return nil }},
	{[]string{fileName, "row"}, func(*goldRow, string) error { return nil }},
}

// goldFactOf returns what a column of that name says; nil for nothing known.
func goldFactOf(name string) *goldFact {
	name = strings.ToLower(strings.TrimSpace(name))
	for i := range goldFacts {
		if slices.Contains(goldFacts[i].names, name) {
			return &goldFacts[i]
		}
	}
	return nil
}

// setChecked takes any mark for one, be it initials, but for a plain no.
func setChecked(r *goldRow, cell string) error {
	ticked, ok := parseMark(cell)
	r.Checked = ticked || !ok
	return nil
}

func setNoContent(r *goldRow, cell string) error {
	ticked, ok := parseMark(cell)
	if !ok {
		return fmt.Errorf("%q is neither yes nor no", cell)
	}
	r.NoContent = ticked
	return nil
}

// whenLayouts are those of our own files and of sheets' dates.
var whenLayouts = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly}

func setWhen(r *goldRow, cell string) error {
	if cell == "" {
		return nil
	}
	for _, layout := range whenLayouts {
		if t, err := time.Parse(layout, cell); err == nil {
			r.When = t
			return nil
		}
	}
	return fmt.Errorf("%q is not a date such as 2026-05-31", cell)
}
