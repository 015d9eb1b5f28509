package codebook

import (
	"strings"
	"testing"

	"commonground/analysis/survey"
)

const capitalBook = `id: capitals
sets:
  en:
    school: [TEACHER, the OFFICE]
  es:
    hijo: [HIJO, niñ*]
themes:
  - id: told
    patterns:
      en: [TELL ~3 PARENT, nobody (EXPLAIN|ASK), E-MAIL, "@school ~2~ COMPLAIN", (IEP|PTA)]
      es: [DECIR ~2 padres, "ESCUCHAR ~3 @hijo", ENTENDER]
    unless:
      en: [TELL the PRINCIPAL]
`

func TestCapitals(t *testing.T) {
	b, err := Load(strings.NewReader(capitalBook), "capitals.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewRules(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		lang survey.Lang
		want string
	}{
		{"They told all the parents.", survey.English, "told"},
		{"He is telling every parent", survey.English, "told"},
		{"The tale of my parents", survey.English, ""},
		{"A parenting class tells us more", survey.English, ""},
		{"Nobody explained the form", survey.English, "told"},
		{"Nobody explaned the form", survey.English, "told"},
		{"She e-mailed on Friday", survey.English, "told"},
		{"She emailed on Friday", survey.English, "told"},
		{"Two emails a year", survey.English, "told"},
		{"Everyone is complaining about the teachers", survey.English, "told"},
		{"Her iep is old", survey.English, "told"},
		{"They told the principal and the parents", survey.English, ""},
		{"Nos dijeron a los padres", survey.Spanish, "told"},
		{"Que digan a los padres", survey.Spanish, "told"},
		{"Escuchen más a nuestras hijas", survey.Spanish, "told"},
		{"No entiendo nada", survey.Spanish, "told"},
		{"I tell my padres", survey.English, ""},
	} {
		r := &survey.Response{Answers: make([]survey.Answer, 1), Comments: []survey.Comment{{Text: tt.text, Lang: tt.lang}}}
		got := ""
		for _, k := range c.Code(nil, r) {
			got = c.Themes()[k.Theme].ID
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
	if p := b.Themes[0].Patterns[0]; p.Source != "TELL ~3 PARENT" {
		t.Errorf("the pattern is shown as %q, want it as it was written", p.Source)
	}
	if diff := Diff(b, b); len(diff) != 0 {
		t.Errorf("a codebook differs from itself in %v", diff)
	}
}

func TestWhatCapitalsStandFor(t *testing.T) {
	for _, tt := range []struct {
		lang         survey.Lang
		source, want string
	}{
		{survey.English, "(TELL) me", "((tell|telled|telling|tells|told)) me"},
		{survey.English, "BE ~2~ HERE-AND-NOW", "(am|are|be|been|being|is|was|were) ~2~ (here-and-now|here-and-nowed|here-and-nowing|here-and-nows)"},
		{survey.Spanish, "la HIJA|el AÑO", "la (hija|hijas)|el (ano|anos)"},
		{survey.English, "A US I n/A COVID-19 K-8 DON'T 5TH", "A us I n/A COVID-19 K-8 DON'T 5TH"},
		{survey.English, "Tell tELL", "Tell tELL"},
	} {
		got, err := (&page{}).writeOut(tt.lang, tt.source)
		if err != nil || got != tt.want {
			t.Errorf("%q stands for %q (%v), want %q", tt.source, got, err, tt.want)
		}
	}
}

func TestCapitalsWithAStar(t *testing.T) {
	for _, source := range []string{"TEACH*", "the E-MAIL*", "(a|TELL*) b"} {
		_, err := (&page{}).writeOut(survey.English, source)
		if err == nil || !strings.Contains(err.Error(), "capitals stand for all forms of a word, and a star for all words that begin so; write ") {
			t.Errorf("%q: error %v, want one that says what to write", source, err)
		}
	}
}
