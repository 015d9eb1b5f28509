package codebook

import (
	"fmt"
	"maps"
	"slices"
)

// A Change is one thing that differs between two codebooks.
type Change struct {
	Theme string // its ID; "" for the codebook itself
	What  string // such as "definition" or "pattern (en)"; "theme" for a whole theme
	Old   string // "" for what was added
	New   string // "" for what was taken out
}

// Diff returns what changed from a to b: first the codebook itself, then its
// themes in the order of b, then those that b has no longer. Themes are the
// same if their IDs are. The order of themes and of lists says nothing.
func Diff(a, b *Codebook) []Change {
	d := &differ{}
	d.text("id", a.ID, b.ID)
	d.text("title", a.Title, b.Title)
	d.text("title (es)", a.Spanish, b.Spanish)
	d.text("version", a.Version, b.Version)
	d.list(a.lines(), b.lines())
	for i := range b.Themes {
		t := &b.Themes[i]
		d.theme = t.ID
		if old := a.theme(t.ID); old != nil {
			d.themes(old, t)
		} else {
			d.text("theme", "", t.Label)
		}
	}
	for i := range a.Themes {
		if t := &a.Themes[i]; b.theme(t.ID) == nil {
			d.theme = t.ID
			d.text("theme", t.Label, "")
		}
	}
	return d.changes
}

// theme returns the theme with that ID, or nil.
func (b *Codebook) theme(id string) *Theme {
	i := slices.IndexFunc(b.Themes, func(t Theme) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &b.Themes[i]
}

type differ struct {
	theme   string
	changes []Change
}

func (d *differ) text(what, old, new string) {
	if old != new {
		d.changes = append(d.changes, Change{d.theme, what, old, new})
	}
}

func (d *differ) themes(a, b *Theme) {
	d.text("label", a.Label, b.Label)
	d.text("group", a.Group, b.Group)
	d.text("definition", a.Definition, b.Definition)
	d.text("label (es)", a.Spanish.Label, b.Spanish.Label)
	d.text("group (es)", a.Spanish.Group, b.Spanish.Group)
	d.text("definition (es)", a.Spanish.Definition, b.Spanish.Definition)
	d.text("against", a.Against, b.Against)
	d.list(a.lines(), b.lines())
}

// A line is one item of a list.
type line struct{ what, text string }

// lines are the words of all of a codebook's sets.
func (b *Codebook) lines() []line {
	var all []line
	for _, s := range b.Sets {
		for _, w := range s.Words {
			all = append(all, line{fmt.Sprintf("set @%s (%s)", s.Name, s.Lang), w})
		}
	}
	return all
}

// lines are the items of all of a theme's lists.
func (t *Theme) lines() []line {
	var all []line
	for _, s := range t.Include {
		all = append(all, line{"include", s})
	}
	for _, s := range t.Exclude {
		all = append(all, line{"exclude", s})
	}
	for _, s := range t.Spanish.Include {
		all = append(all, line{"include (es)", s})
	}
	for _, s := range t.Spanish.Exclude {
		all = append(all, line{"exclude (es)", s})
	}
	all = append(all, t.Asset.lines("asset")...)
	for _, w := range t.Ask {
		all = append(all, w.lines("ask")...)
	}
	for _, one := range t.Practices {
		all = append(all, one.Text.lines("practice")...)
		all = append(all, line{"practice's source", one.Source})
	}
	for _, p := range t.Patterns {
		what := "pattern"
		if p.Hint {
			what = "hint"
		}
		if p.Asked != nil {
			what += " asked " + p.Asked.Name
		}
		all = append(all, line{fmt.Sprintf("%s (%s)", what, p.Lang), p.Source})
	}
	for _, kinds := range []struct {
		what  string
		asked []*Asked
	}{{"inherited", t.Inherited}, {"expected", t.Expected}, {"seldom", t.Seldom}} {
		for _, a := range kinds.asked {
			all = append(all, line{kinds.what, a.Name})
		}
	}
	for _, p := range t.Unless {
		all = append(all, line{fmt.Sprintf("unless (%s)", p.Lang), p.Source})
	}
	for _, ex := range t.Examples {
		what := "example"
		if ex.Counter {
			what = "counter-example"
		}
		all = append(all, line{fmt.Sprintf("%s (%s)", what, ex.Lang), ex.Text})
	}
	return all
}

// lines are a text in each of its languages.
func (w Words) lines(what string) []line {
	var all []line
	for _, lang := range slices.Sorted(maps.Keys(w)) {
		all = append(all, line{fmt.Sprintf("%s (%s)", what, lang), w[lang]})
	}
	return all
}

// list tells which items were taken out and which were added.
func (d *differ) list(old, new []line) {
	for _, l := range old {
		if !slices.Contains(new, l) {
			d.text(l.what, l.text, "")
		}
	}
	for _, l := range new {
		if !slices.Contains(old, l) {
			d.text(l.what, "", l.text)
		}
	}
}
