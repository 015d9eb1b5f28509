package codebook

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// All that a report tells of a theme is in Spanish too, item by item, and what has
// one name in English has one in Spanish.
func TestBuiltinsAreInSpanish(t *testing.T) {
	for _, b := range builtins(t) {
		if b.Spanish == "" {
			t.Errorf("%s has no Spanish title", b.ID)
		}
		labels, groups := map[string]string{}, map[string]string{}
		for _, theme := range b.Themes {
			es := theme.Spanish
			if es.Label == "" || es.Group == "" || es.Definition == "" || len(es.Include) != len(theme.Include) || len(es.Exclude) != len(theme.Exclude) {
				t.Errorf("%s: theme %s is not all in Spanish: %+v", b.ID, theme.ID, es)
			}
			if other, ok := labels[es.Label]; ok {
				t.Errorf("%s: %s and %s are both %q", b.ID, other, theme.ID, es.Label)
			}
			if was, ok := groups[theme.Group]; ok && was != es.Group {
				t.Errorf("%s: the group %q is %q and %q", b.ID, theme.Group, was, es.Group)
			}
			labels[es.Label], groups[theme.Group] = theme.ID, es.Group
		}
	}
}

func TestIn(t *testing.T) {
	b := Join(Part{Book: load(t, smallBook)}, Part{Book: load(t, otherBook)})
	if b.In(say.English) != b {
		t.Error("in English it is another codebook")
	}
	var got []string
	for _, theme := range b.In(say.Spanish).Themes {
		got = append(got, theme.ID+"|"+theme.Label+"|"+theme.Group+"|"+theme.Definition)
	}
	want := []string{"trust|Confianza|Relationship|Fe en la otra parte.", "other/trust|Trust (Another book)||", "food|Food||"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if part := b.In(say.Spanish).Parts[0].Book.Themes[0]; part.Label != "Confianza" {
		t.Errorf("its part says %q", part.Label)
	}
	if b.Themes[0].Label != "Trust" {
		t.Errorf("the codebook itself says %q now", b.Themes[0].Label)
	}
}

func TestWordsIn(t *testing.T) {
	for _, c := range []struct {
		words  Words
		en, es string
	}{
		{Words{survey.English: "word", survey.Spanish: "palabra"}, "word", "palabra"},
		{Words{survey.English: "word"}, "word", "word"},
		{Words{survey.Spanish: "palabra"}, "palabra", "palabra"},
	} {
		if en, es := c.words.In(say.English), c.words.In(say.Spanish); en != c.en || es != c.es {
			t.Errorf("%v: %q and %q", c.words, en, es)
		}
	}
}

// A theme that is renamed elsewhere doesn't keep its Spanish name.
func TestARenamedThemeIsNotInSpanish(t *testing.T) {
	b := *builtins(t)[0]
	b.Themes = slices.Clone(b.Themes)
	b.Themes[0].Label = "Letters"
	again := load(t, write(t, &b, b.ID))
	if es := again.Themes[0].Spanish.Label; es != "" {
		t.Errorf("renamed, it is called %q", es)
	}
	if got, want := again.Themes[1].Spanish.Label, b.Themes[1].Spanish.Label; got != want {
		t.Errorf("the next is called %q, want %q", got, want)
	}
}

func TestDiffTellsOfSpanish(t *testing.T) {
	b := load(t, strings.NewReplacer("title: A small book", "title: A small book\nes: {title: Un libro}",
		"es: {label: Confianza,", "es: {label: Fe, include: [cumplir],").Replace(smallBook))
	want := []Change{
		{"", "title (es)", "", "Un libro"}, {"trust", "label (es)", "Confianza", "Fe"}, {"trust", "include (es)", "", "cumplir"},
	}
	if diff := cmp.Diff(want, Diff(load(t, smallBook), b)); diff != "" {
		t.Error(diff)
	}
}
