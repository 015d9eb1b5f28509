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
			Patterns: []Pattern{
				{Lang: survey.English, Source: "trust*", Line: 12},
				{Lang: survey.English, Source: "(keep*|kept) ~2 (word|promise*)", Line: 13},
				{Lang: survey.Spanish, Source: "confia*", Line: 14},
			},
			Unless: []Pattern{{Lang: survey.English, Source: "trust fund", Line: 16}},
			Examples: []Example{
				{survey.English, "They keep their word.", false, 18},
				{survey.Spanish, "Confiamos en ella.", false, 19},
				{survey.English, "The trust fund pays for it.", true, 21},
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
		{"empty pattern", "- trust*", `- ""`, "b.yaml:12: an empty text"},
		{"nothing in a pattern", "- trust*", `- "!"`, "b.yaml:12: pattern \"!\": \"!\" holds no letters"},
		{"bad pattern", "(keep*|kept)", "(keep*|kept", `b.yaml:13: pattern "(keep*|kept ~2 (word|promise*)": there is a ( without its )`},
		{"bad veto", "trust fund]", "tr*st fund]", `b.yaml:16: pattern "tr*st fund": "tr*st": a star stands at the end`},
		{"unknown language", "es: [confia*]", "fr: [confi*]", `b.yaml:14: unknown key "fr"; the keys here are en, es`},
		{"patterns not by language", "\n      en:\n        - trust*\n        - (keep*|kept) ~2 (word|promise*)\n      es: [confia*]", " [trust*]", "b.yaml:10: expected lines of the form key: value, with the keys en, es"},
		{"a list for a text", "label: Trust", "label: [Trust]", "b.yaml:6: expected a text"},
		{"a text for a list", "include: [keeping one's word]", "include: keeping", "b.yaml:9: expected a list"},
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
