package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

const otherBook = `id: other
title: Another book
version: 1
themes:
  - id: trust
    label: Trust
    patterns: {en: [faith]}
  - id: food
    label: Food
    patterns: {en: [lunch]}
`

func TestJoin(t *testing.T) {
	a, b := load(t, smallBook), load(t, otherBook)
	if Join(Part{Book: a}) != a {
		t.Error("a codebook joined with none is another one")
	}
	all := Join(Part{Book: a}, Part{b, []string{"day"}})
	var got []string
	for _, th := range all.Themes {
		got = append(got, th.ID+"|"+th.Label+"|"+strings.Join(th.Reads, ","))
	}
	want := []string{"trust|Trust|", "other/trust|Trust (Another book)|day", "food|Food|day"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(b.Themes[0].Reads) > 0 || b.Themes[0].ID != "trust" {
		t.Errorf("joining changed a codebook: %+v", b.Themes[0])
	}
	if all.Title != "A small book and Another book" || all.Hash == a.Hash || len(all.Hash) != hashDigits {
		t.Errorf("%q, %s", all.Title, all.Hash)
	}
}

// Every theme is looked for in the answers that its codebook reads, and in no
// others.
func TestWithin(t *testing.T) {
	rules, err := NewRules(Join(Part{Book: load(t, smallBook)}, Part{load(t, otherBook), []string{"day"}}))
	if err != nil {
		t.Fatal(err)
	}
	s := &survey.Survey{Questions: []survey.Question{{ID: "school"}, {ID: "day"}}}
	r := &survey.Response{Answers: make([]survey.Answer, 2), Comments: []survey.Comment{
		{Question: 0, Text: "We trust the people who make lunch."},
		{Question: 1, Text: "We trust the people who make lunch."},
		{Question: -1, Text: "We trust the people who make lunch."},
	}}
	var got []string
	coder := Within(rules, s)
	before := []Coding{{Comment: 9, Theme: 2}} // not the coder's to drop
	for _, k := range coder.Code(before, r)[1:] {
		got = append(got, [...]string{"school", "day", "no question"}[k.Comment]+" "+coder.Themes()[k.Theme].ID)
	}
	if diff := cmp.Diff([]string{"school trust", "day trust", "day food", "no question trust"}, got); diff != "" {
		t.Error(diff)
	}
	alone, err := NewRules(load(t, smallBook))
	if err != nil {
		t.Fatal(err)
	}
	if Within(alone, s) != Coder(alone) {
		t.Error("a coder that reads everything is wrapped")
	}
}
