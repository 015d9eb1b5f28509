package analysis

import (
	"cmp"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/learn"
	"commonground/analysis/say"
)

// Said returns what to say of the coder to whoever runs the program: what people
// decided, and what was learnt of it.
func (c *Chain) Said() []string {
	said := c.Checks.Said()
	if c.Learnt != nil {
		said = append(said, Learnt(c.Learnt))
	}
	return said
}

// method says how answers are coded, by these codebooks.
func (c *Chain) method(l say.Language, books string, themes []codebook.Theme) []findings.Note {
	var how, why, by string
	if c.Model == nil {
		how = l.Sayf("Each comment was given themes by the word patterns of %s.", books)
		why = l.Say("The review file lists every answer with the words that earned each theme.")
	} else {
		how = l.Sayf("Each comment was given themes by the word patterns of %s, and by a model that comes with the program "+
			"and weighs what these find against all words of the comment.", books)
		why = l.Say("The review file lists every answer with the words that earned each theme; for a theme that the model found beyond the patterns, " +
			"with the word that told most and how probable the theme is.")
	}
	if c.Checks.Answers == 0 {
		by = l.Say("This is the work of a program and not of a person.")
	} else {
		by = l.Say("This is the work of a program; where people decided on an answer, it has their codes.")
	}
	notes := []findings.Note{{Title: l.Say("Coding"), Text: how + " " + by + " " + why}}
	name := labelOf(themes)
	learning := func(text string) { notes = append(notes, findings.Note{Title: l.Say("Learning"), Text: text}) }
	switch {
	case c.Learnt != nil:
		learning(learnt(l, c.Learnt, name) + " " +
			l.Say("What is learnt is used only where it found themes better in answers of people from whom nothing had been learnt."))
	case c.Model != nil && len(c.Model.Learnt()) > 0:
		learning(l.Sayf("The model was learnt before, from checked answers of an earlier run: %s.", names(name, c.Model.Learnt())))
	case c.Model != nil && c.Checks.Answers > 0:
		learning(l.Sayf("Nothing was learnt from the checked answers: that takes %d, checked for every theme.", learn.Enough))
	}
	return notes
}

// labelOf returns how readers call a theme, by its ID.
func labelOf(themes []codebook.Theme) func(id string) string {
	labels := map[string]string{}
	for _, t := range themes {
		labels[t.ID] = say.Lower(t.Label)
	}
	return func(id string) string { return cmp.Or(labels[id], id) }
}

func names(name func(id string) string, ids []string) string {
	var all []string
	for _, id := range ids {
		all = append(all, name(id))
	}
	return strings.Join(all, ", ")
}

// Learnt says of which themes something was learnt, and why not of the others, to
// whoever runs the program: themes are told by their IDs.
func Learnt(rep *learn.Report) string {
	return learnt(say.English, rep, func(id string) string { return id })
}

func learnt(l say.Language, rep *learn.Report, name func(id string) string) string {
	var better, kept, few []string
	for _, t := range rep.Themes {
		switch {
		case t.Learnt:
			better = append(better, t.Theme)
		case t.Cases >= learn.Cases:
			kept = append(kept, t.Theme)
		case t.Cases > 0:
			few = append(few, t.Theme)
		}
	}
	checked := findings.Count.Text(float64(rep.Checked))
	said := l.Sayf("Learnt from %s checked answers: %s", checked, names(name, better))
	if len(better) == 0 {
		said = l.Sayf("Learnt from %s checked answers: nothing", checked)
	}
	if len(kept) > 0 {
		said += l.Sayf("; the rules stay for %s, where learning found nothing better", names(name, kept))
	}
	if len(few) > 0 {
		said += l.Sayf("; and for %s, which fewer than %d of the answers have", names(name, few), learn.Cases)
	}
	return said + "."
}
