package codebook

import (
	"testing"

	"commonground/analysis/survey"
)

// Codings with the bytes of a rule's have the tone that the rule's have.
func TestTellTones(t *testing.T) {
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
			for _, want := range rules.Code(nil, &r) {
				got := []Coding{want}
				got[0].By, got[0].Tone = ByModel, survey.Neutral
				rules.TellTones(&r.Comments[0], got)
				if got[0].Tone != want.Tone {
					t.Errorf("%q, %q: %s, but %s by the rule", r.Comments[0].Text, r.Comments[0].Text[want.Start:want.End], got[0].Tone, want.Tone)
				}
				codings++
			}
		}
	}
	if codings == 0 {
		t.Error("nothing was coded")
	}
}
