package codebook

import (
	"cmp"
	"slices"

	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// A Wording is what readers are told of a theme in another language than that of
// its own fields. What is empty is told as these have it.
type Wording struct {
	Label      string
	Group      string
	Definition string
	Include    []string
	Exclude    []string
}

// In returns the codebook as a report in that language names and explains its
// themes. What finds them stays the same.
func (b *Codebook) In(l say.Language) *Codebook {
	if l != say.Spanish {
		return b
	}
	in := *b
	in.Title = cmp.Or(b.Spanish, b.Title)
	in.Themes = slices.Clone(b.Themes)
	for i := range in.Themes {
		t := &in.Themes[i]
		es := &t.Spanish
		t.Label, t.Group, t.Definition = cmp.Or(es.Label, t.Label), cmp.Or(es.Group, t.Group), cmp.Or(es.Definition, t.Definition)
		t.Include, t.Exclude = orElse(es.Include, t.Include), orElse(es.Exclude, t.Exclude)
	}
	in.Parts = slices.Clone(b.Parts)
	for i := range in.Parts {
		in.Parts[i].Book = in.Parts[i].Book.In(l)
	}
	return &in
}

func orElse(list, other []string) []string {
	if len(list) == 0 {
		return other
	}
	return list
}

// In returns the text in that language, or else as its author wrote it.
func (w Words) In(l say.Language) string {
	if l == say.Spanish && w[survey.Spanish] != "" {
		return w[survey.Spanish]
	}
	return cmp.Or(w[survey.English], w[survey.Spanish])
}
