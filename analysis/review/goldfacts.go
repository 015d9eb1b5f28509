package review

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A goldFact is what a column says of a comment besides its themes.
type goldFact struct {
	names []string
	set   func(d *Decision, cell string) error
}

// goldFacts has the column of texts first.
var goldFacts = [...]goldFact{
	{[]string{"text", "comment", "answer"}, func(d *Decision, s string) error { d.Comment.Text = s; return nil }},
	{[]string{"id"}, func(d *Decision, s string) error { d.Comment.ID = s; return nil }},
	{[]string{"respondent"}, func(d *Decision, s string) error { d.Comment.Respondent = s; return nil }},
	{[]string{"role"}, func(d *Decision, s string) error { d.Comment.Role = s; return nil }},
	{[]string{"question"}, func(d *Decision, s string) error { d.Comment.Question = s; return nil }},
	{[]string{"language", "lang"}, func(d *Decision, s string) error { d.Comment.Lang = s; return nil }},
	{[]string{"set"}, func(d *Decision, s string) error { d.Comment.Set = s; return nil }},
	{[]string{coderName}, func(d *Decision, s string) error { d.Coder = s; return nil }},
	{[]string{whenName, "date"}, setWhen},
	{[]string{noContent}, setNoContent},
	{[]string{checked}, setChecked},
	{[]string{strataHead}, func(d *Decision, s string) error { d.Stratum = s; return nil }},
	{[]string{whyName}, func(*Decision, string) error { return nil }},
	{[]string{"file", "row"}, func(*Decision, string) error { return nil }},
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
func setChecked(d *Decision, cell string) error {
	ticked, ok := parseMark(cell)
	d.Checked = ticked || !ok
	return nil
}

func setNoContent(d *Decision, cell string) error {
	ticked, ok := parseMark(cell)
	if !ok {
		return fmt.Errorf("%q is neither yes nor no", cell)
	}
	d.NoContent = ticked
	return nil
}

// whenLayouts are those of our own files and of sheets' dates.
var whenLayouts = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly}

func setWhen(d *Decision, cell string) error {
	if cell == "" {
		return nil
	}
	for _, layout := range whenLayouts {
		if t, err := time.Parse(layout, cell); err == nil {
			d.When = t
			return nil
		}
	}
	return fmt.Errorf("%q is not a date such as 2026-05-31", cell)
}
