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
// same if their IDs are. The order of themes and of lists says nothing, though
// it is in their hashes.
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

// linesOf makes lines of a list's texts.
func linesOf(what string, texts ...string) []line {
	var all []line
	for _, s := range texts {
		all = append(all, line{what, s})
	}
	return all
}

// lines are the words of all of a codebook's sets, and the patterns that tell
// kinds of questions.
func (b *Codebook) lines() []line {
	var all []line
	for _, s := range b.Sets {
		all = append(all, linesOf(fmt.Sprintf("set @%s (%s)", s.Name, s.Lang), s.Words...)...)
	}
	for _, a := range b.Asked {
		for _, p := range a.Patterns {
			all = append(all, p.line("question "+a.Name))
		}
	}
	return all
}

// lines are the items of all of a theme's lists.
func (t *Theme) lines() []line {
	all := slices.Concat(
		linesOf("include", t.Include...),
		linesOf("exclude", t.Exclude...),
		linesOf("include (es)", t.Spanish.Include...),
		linesOf("exclude (es)", t.Spanish.Exclude...),
		t.Asset.lines("asset"),
	)
	for _, w := range t.Ask {
		all = append(all, w.lines("ask")...)
	}
	for _, one := range t.Practices {
		for _, l := range one.Text.lines("practice") {
			all = append(all, line{l.what, l.text + " [" + one.Source + "]"})
		}
	}
	return append(all, t.rules()...)
}

// rules are the lines that say how a theme is found.
func (t *Theme) rules() []line {
	var all []line
	for _, p := range t.Patterns {
		what := "pattern"
		if p.Hint {
			what = "hint"
		}
		if p.Asked != nil {
			what += " asked " + p.Asked.Name
		}
		all = append(all, p.line(what))
	}
	for _, p := range t.Unless {
		all = append(all, p.line("unless"))
	}
	for _, a := range t.Inherited {
		all = append(all, line{"inherited", a.Name})
	}
	for _, a := range t.Expected {
		all = append(all, line{"expected", a.Name})
	}
	for _, a := range t.Seldom {
		all = append(all, line{"seldom", a.Name})
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

func (p Pattern) line(what string) line { return line{fmt.Sprintf("%s (%s)", what, p.Lang), p.Source} }

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
	for _, l := range less(old, new) {
		d.text(l.what, l.text, "")
	}
	for _, l := range less(new, old) {
		d.text(l.what, "", l.text)
	}
}

// less returns the lines but for those that others are, each as often as it is.
func less(lines, others []line) []line {
	times := map[line]int{}
	for _, l := range others {
		times[l]++
	}
	var rest []line
	for _, l := range lines {
		if times[l]--; times[l] < 0 {
			rest = append(rest, l)
		}
	}
	return rest
}
