package learn

import (
	"testing"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Words tell no theme that a veto denies them, nor, a few alone, one in answer to
// a question of which the codebook knows nothing.
func TestNotByWordsAlone(t *testing.T) {
	book, err := codebook.Builtin("partnership")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := codebook.NewRules(book)
	if err != nil {
		t.Fatal(err)
	}
	base, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	s := &survey.Survey{Questions: []survey.Question{{Text: "Which dish will you bring?", Kind: survey.Open}}}
	rules.Ask(s)
	m := Start(rules, base, s)
	for _, text := range []string{"My trust fund", "The trust fund is not for the school", "coconut pie", "peanut butter"} {
		if more := m.Explain(text, 0, survey.English).More; len(more) > 0 {
			t.Errorf("%q: %s, %v", text, book.Themes[more[0].Theme].ID, more)
		}
	}
}
