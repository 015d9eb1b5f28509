package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

const smallBook = `id: small
title: A small book
version: 2
themes:
  - id: trust
    label: Trust
    group: Relationship
    definition: Faith in the other side.
    include: [keeping one's word]
    es: {label: Confianza, definition: Fe en la otra parte.}
    asset: {en: They rely on each other., es: Se fían unos de otros.}
    ask:
      - en: What did we promise?
    practices:
      - {en: Keep a list of promises., es: Lleve una lista de promesas., source: A study (2002)}
    patterns:
      en:
        - trust*
        - (keep*|kept) ~2 (word|promise*)
      es: [confia*]
    unless:
      en: [trust fund]
    examples:
      en: [They keep their word.]
      es: [Confiamos en ella.]
    counter-examples:
      en: [The trust fund pays for it.]
`

func TestLoad(t *testing.T) {
	b, err := Load(strings.NewReader(smallBook), "small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := &Codebook{
		ID: "small", Title: "A small book", Version: "2", Hash: b.Hash,
		Themes: []Theme{{
			ID: "trust", Label: "Trust", Group: "Relationship", Definition: "Faith in the other side.",
			Include: []string{"keeping one's word"},
			Spanish: Wording{Label: "Confianza", Definition: "Fe en la otra parte."},
			Asset:   Words{survey.English: "They rely on each other.", survey.Spanish: "Se fían unos de otros."},
			Ask:     []Words{{survey.English: "What did we promise?"}},
			Practices: []Practice{{
				Text:   Words{survey.English: "Keep a list of promises.", survey.Spanish: "Lleve una lista de promesas."},
				Source: "A study (2002)",
			}},
			Patterns: []Pattern{
				{Lang: survey.English, Source: "trust*", Line: 18},
				{Lang: survey.English, Source: "(keep*|kept) ~2 (word|promise*)", Line: 19},
				{Lang: survey.Spanish, Source: "confia*", Line: 20},
			},
			Unless: []Pattern{{Lang: survey.English, Source: "trust fund", Line: 22}},
			Examples: []Example{
				{survey.English, "They keep their word.", false, 24},
				{survey.Spanish, "Confiamos en ella.", false, 25},
				{survey.English, "The trust fund pays for it.", true, 27},
			},
		}},
	}
	if diff := cmp.Diff(want, b); diff != "" {
		t.Error(diff)
	}
	if len(b.Hash) != 12 {
		t.Errorf("hash %q", b.Hash)
	}
	if problems := b.Check(); len(problems) > 0 {
		t.Errorf("problems: %v", problems)
	}
}

func TestLoadErrors(t *testing.T) {
	for _, tt := range []struct{ name, old, new, want string }{
		{"unknown key", "label: Trust", "lable: Trust", `b.yaml:6: unknown key "lable"; the keys here are`},
		{"unknown key at the top", "title:", "titel:", `b.yaml:2: unknown key "titel"`},
		{"key twice", "group: Relationship", "id: other", `b.yaml:7: the key "id" is already on line 5`},
		{"theme twice", "themes:\n", "themes:\n  - id: trust\n    patterns: {en: [a]}\n", `b.yaml:7: theme "trust" is already on line 5`},
		{"bad id", "id: trust", "id: Trust Me", `b.yaml:5: the id "Trust Me" may hold`},
		{"no id", "  - id: trust\n    label: Trust", "  - label: Trust", `b.yaml:5: the key "id" is missing`},
		{"empty pattern", "- trust*", `- ""`, "b.yaml:18: an empty text"},
		{"nothing in a pattern", "- trust*", `- "!"`, "b.yaml:18: pattern \"!\": \"!\" holds no letters"},
		{"bad pattern", "(keep*|kept)", "(keep*|kept", `b.yaml:19: pattern "(keep*|kept ~2 (word|promise*)": there is a ( without its )`},
		{"bad pattern with capitals", "(keep*|kept) ~2", "KEEP ~99", `b.yaml:19: pattern "KEEP ~99 (word|promise*)": ~ takes a number`},
		{"capitals with a star", "(keep*|kept)", "KEEP*", `b.yaml:19: pattern "KEEP* ~2 (word|promise*)": KEEP*: capitals stand for all forms`},
		{"capitals with two stars", "(keep*|kept)", "KEEP**", `b.yaml:19: pattern "KEEP** ~2 (word|promise*)": "KEEP**": a star stands at the end`},
		{"bad veto", "trust fund]", "tr*st fund]", `b.yaml:22: pattern "tr*st fund": "tr*st": a star stands at the end`},
		{"unknown language", "es: [confia*]", "fr: [confi*]", `b.yaml:20: unknown key "fr"; the keys here are en, es`},
		{"patterns not by language", "\n      en:\n        - trust*\n        - (keep*|kept) ~2 (word|promise*)\n      es: [confia*]", " [trust*]", "b.yaml:16: expected lines of the form key: value, with the keys en, es"},
		{"a list for a text", "label: Trust", "label: [Trust]", "b.yaml:6: expected a text"},
		{"a text for a list", "include: [keeping one's word]", "include: keeping", "b.yaml:9: expected a list"},
		{"against nothing", "include:", "against: mistrust\n    include:", `b.yaml:9: there is no theme "mistrust"`},
		{"practice without a source", ", source: A study (2002)", "", `b.yaml:15: the key "source" is missing`},
		{"a text that is null", "id: trust", "id: null", `b.yaml:5: null means nothing at all here; put it in quotes`},
		{"another text that is null", "label: Trust", "label: ~", `b.yaml:6: ~ means nothing at all here; put it in quotes`},
		{"an alias", "group: Relationship", "group: &g Relationship\n    include: *g", `b.yaml:8: *g is a name for what is written elsewhere; write it out here too`},
		{"a second document", "themes:\n", "themes: []\n---\nid: other\nthemes:\n", `b.yaml:5: the file goes on behind ---`},
		{"a second document that is not YAML", "themes:\n", "themes: []\n---\n[\nthemes:\n", `b.yaml: not readable as YAML`},
		{"no questions", "unless:", "expected: [improve]\n    unless:", `b.yaml:21: unknown kind of question "improve"; there are none, for the key questions is missing or empty`},
		{"no sets", "trust fund]", `"@fund"]`, `b.yaml:22: pattern "@fund": there is no set @fund in this language, nor any other`},
		{"a kind of question twice", "themes:\n", "questions:\n  improve: {en: [improve]}\n  improve: {en: [better]}\nthemes:\n", `b.yaml:6: the kind of question "improve" is already told above; join the two`},
		{"not YAML", "title: A small book", "title: [", "b.yaml: not readable as YAML"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := strings.Replace(smallBook, tt.old, tt.new, 1)
			if s == smallBook {
				t.Fatal("nothing replaced")
			}
			_, err := Load(strings.NewReader(s), "b.yaml")
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v\nwant one with %s", err, tt.want)
			}
		})
	}
	for in, want := range map[string]string{
		"":          "b.yaml:1: the file is empty",
		"- a\n":     "b.yaml:1: expected lines of the form key: value",
		"id: a\n":   `b.yaml:1: the key "themes" is missing`,
		"themes: 3": "b.yaml:1: expected a list",
	} {
		if _, err := Load(strings.NewReader(in), "b.yaml"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", in, err, want)
		}
	}
}

// Whatever stands first in a file, sets are known to questions, and both to
// themes.
func TestLoadInAnyOrder(t *testing.T) {
	from := strings.Index(setBook, "sets:")
	to, themes := strings.Index(setBook, "questions:"), strings.Index(setBook, "themes:")
	id, sets, questions := setBook[:from], setBook[from:to], setBook[to:themes]
	questions = strings.Replace(questions, "en común", `"@parent"`, 1)
	var want, got []string
	for _, s := range []string{id + sets + questions + setBook[themes:], setBook[themes:] + questions + sets + id} {
		b := load(t, s)
		for _, th := range b.Themes {
			for _, p := range th.Patterns {
				got = append(got, p.written())
			}
		}
		for _, a := range b.Asked {
			got = append(got, a.Name, a.Patterns[2].written())
		}
		if want == nil {
			want, got = got, nil
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoadNamesEveryMistake(t *testing.T) {
	s := strings.NewReplacer("label: Trust", "lable: Trust", "trust fund]", "tr*st]").Replace(smallBook)
	_, err := Load(strings.NewReader(s), "b.yaml")
	if err == nil || strings.Count(err.Error(), "b.yaml:") != 2 {
		t.Errorf("error %v, want two lines", err)
	}
}

func TestBuiltins(t *testing.T) {
	for _, b := range builtins(t) {
		for _, p := range b.Check() {
			t.Errorf("%s.yaml:%d: theme %s: %q: %s", b.ID, p.Line, p.Theme, p.Text, p.What)
		}
	}
	if _, err := Builtin("partnershop"); err == nil || !strings.Contains(err.Error(), "partnership, school-climate, channels") {
		t.Errorf("error %v, want one that names the codebooks", err)
	}
}

func TestPartnershipHasWordsForMeetings(t *testing.T) {
	b, err := Builtin("partnership")
	if err != nil {
		t.Fatal(err)
	}
	inBoth := func(theme, what string, w Words) {
		if w[survey.English] == "" || w[survey.Spanish] == "" {
			t.Errorf("theme %s: its %s is missing in a language: %q", theme, what, w)
		}
	}
	for _, theme := range b.Themes {
		inBoth(theme.ID, "asset", theme.Asset)
		if len(theme.Ask) == 0 || len(theme.Practices) == 0 {
			t.Errorf("theme %s has nothing to ask or to try", theme.ID)
		}
		for _, w := range theme.Ask {
			inBoth(theme.ID, "question", w)
		}
		for _, one := range theme.Practices {
			inBoth(theme.ID, "practice", one.Text)
		}
	}
}

func TestCheckReports(t *testing.T) {
	s := strings.Replace(smallBook, "en: [They keep their word.]", "en: [They are late.]", 1)
	s = strings.Replace(s, "trust fund]", "trust company]", 1)
	b, err := Load(strings.NewReader(s), "b.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range b.Check() {
		got = append(got, p.Theme+": "+p.Text+" "+p.What)
	}
	want := []string{
		"trust: They are late. not found: no pattern of the theme is in it",
		"trust: The trust fund pays for it. found, though it is a counter-example, by the pattern trust*",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
