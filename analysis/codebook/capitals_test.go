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
}

func TestWhatCapitalsStandFor(t *testing.T) {
	for _, tt := range []struct {
		lang         survey.Lang
		source, want string
	}{
		{survey.English, "(TELL) me", "((tell|telling|tells|told)) me"},
		{survey.English, "BE ~2~ HERE-AND-NOW", "(am|are|be|been|being|is|was|were) ~2~ (here-and-now|here-and-nowed|here-and-nowing|here-and-nows)"},
		{survey.Spanish, "la HIJA|el AÑO", "la (hija|hijas)|el (ano|anos)"},
		{survey.English, "A US I n/A COVID-19 K-8 I'M 5TH", "A us I n/A COVID-19 K-8 I'M 5TH"},
		{survey.English, "Tell tELL PTAs É", "Tell tELL PTAs É"},
		{survey.English, "me ~3TELL ~2~5TH", "me ~3(tell|telling|tells|told) ~2~5TH"},
		{survey.English, "TELL** me", "TELL** me"}, // and is refused for its stars
	} {
		got, err := (&page{}).writeOut(tt.lang, tt.source)
		if err != nil || got != tt.want {
			t.Errorf("%q stands for %q (%v), want %q", tt.source, got, err, tt.want)
		}
	}
}

// A word is one of the language that its line stands under, though both have it.
func TestCapitalsInTwoLanguages(t *testing.T) {
	var p page
	for lang, want := range map[survey.Lang]string{
		survey.English: "(came|come|comes|coming)",
		survey.Spanish: "(come|comes)",
	} {
		for range 2 {
			if got, err := p.writeOut(lang, "COME"); err != nil || got != want {
				t.Errorf("COME stands for %q in %v (%v), want %q", got, lang, err, want)
			}
		}
	}
}

// Words that are one slip away from a form of another are themselves.
func TestWordsNearForms(t *testing.T) {
	const book = `id: near
themes:
  - id: found
    patterns:
      en: [START, HANDLE, ENTER, PARTY, STICK]
      es: [COMER, JUZGAR, SENTIR]
`
	b, err := Load(strings.NewReader(book), "near.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := NewRules(b)
	if err != nil {
		t.Fatal(err)
	}
	for text, lang := range map[string]survey.Lang{
		"He stared at it, parted and stacked": survey.English,
		"The entire class was handing it out": survey.English,
		"Jugamos futbol":                      survey.Spanish,
		"El comité se reúne":                  survey.Spanish,
		"Está sentado":                        survey.Spanish,
	} {
		if themes := themesOf(rules, text, lang); len(themes) > 0 {
			t.Errorf("a form is found in %q", text)
		}
	}
	if themes := themesOf(rules, "They are handeling it", survey.English); len(themes) == 0 {
		t.Errorf("handeling, a slip of handling, is not found")
	}
}

// A word of which only a part is in capitals would be found in that form alone.
func TestCapitalsWithinAWord(t *testing.T) {
	for _, source := range []string{"TELL/CALL", `"TELL" me`, "TELL, and go", "TELL-", "pre-TEACH", "TEACHER'S", "(a|TELL/CALL*) b"} {
		_, err := (&page{}).writeOut(survey.English, source)
		if err == nil || !strings.Contains(err.Error(), "only a word by itself, all in capitals, stands for its forms") {
			t.Errorf("%q: error %v, want one that says what to write", source, err)
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
