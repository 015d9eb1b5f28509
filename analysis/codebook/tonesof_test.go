package codebook

import (
	"slices"
	"strings"
	"testing"

	"commonground/analysis/survey"
)

// Codings with the bytes of a rule's have the tone that the rule's have.
func TestAdmittedTones(t *testing.T) {
	book, err := Builtin("partnership")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := NewRules(book)
	if err != nil {
		t.Fatal(err)
	}
	rules.Ask(&survey.Survey{Questions: []survey.Question{{ID: "improve", Text: "What should we improve?"}}})
	codings := 0
	for _, theme := range book.Themes {
		for _, ex := range theme.Examples {
			r := survey.Response{Comments: []survey.Comment{{Text: ex.Text + " &amp; thank you, but nobody listens."}}}
			stopped := rules.Explain(r.Comments[0].Text, -1, survey.UnknownLang).Stopped
			for _, want := range rules.Code(nil, &r) {
				if slices.ContainsFunc(stopped, func(e Evidence) bool { return e.Theme.ID == book.Themes[want.Theme].ID }) {
					continue
				}
				given := want
				given.By, given.Tone = ByModel, survey.Neutral
				got := rules.Admit(nil, &r.Comments[0], []Coding{given})
				if len(got) != 1 || got[0].Tone != want.Tone {
					t.Errorf("%q, %q: %+v, but %s by the rule", r.Comments[0].Text, r.Comments[0].Text[want.Start:want.End], got, want.Tone)
				}
				codings++
			}
		}
	}
	if codings == 0 {
		t.Error("nothing was coded")
	}
}

// What a veto covers is no mention, whoever finds it there; the rest of the
// comment may be one.
func TestVetoBindsOthers(t *testing.T) {
	book, err := Builtin("partnership")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := NewRules(book)
	if err != nil {
		t.Fatal(err)
	}
	trust := slices.IndexFunc(book.Themes, func(t Theme) bool { return t.ID == "trust" })
	text := "My trust fund pays, and I count on her."
	for words, want := range map[string]int{"trust": 0, "trust fund": 0, "count on her": 1} {
		start := strings.Index(text, words)
		given := Coding{Theme: trust, Start: start, End: start + len(words), By: ByModel, Rule: -1}
		if got := rules.Admit(nil, &survey.Comment{Text: text, Lang: survey.English}, []Coding{given}); len(got) != want {
			t.Errorf("trust by “%s”: %d admitted, want %d", words, len(got), want)
		}
	}
}
