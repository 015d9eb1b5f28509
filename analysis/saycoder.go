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
	var how, why string
	if c.Model == nil {
		how = l.Sayf("Each comment was given themes by the word patterns of %s.", books)
		why = l.Say("The review file lists every answer with the words that earned each theme.")
	} else {
		how = l.Sayf("Each comment was given themes by the word patterns of %s, and by a model that comes with the program "+
			"and weighs what these find against all words of the comment.", books)
		why = l.Say("The review file lists every answer with the words that earned each theme; for a theme that the model found beyond the patterns, " +
			"with the word that told most and how probable the theme is.")
	}
	var notes []findings.Note
	add := func(title, text string) { notes = append(notes, findings.Note{Title: title, Text: text}) }
	if c.Checks.Answers == 0 {
		add(l.Say("Coding"), how+" "+l.Say("This is the work of a program and not of a person.")+" "+why)
	} else { // a slide has the first sentence alone
		add(l.Say("Coding"), l.Say("This is the work of a program; where people decided on an answer, it has their codes.")+" "+how+" "+why)
	}
	name := labelOf(themes)
	switch {
	case c.Learnt != nil:
		add(l.Say("Learning"), learnt(l, c.Learnt, name))
		if without := c.Checks.Answers - c.Learnt.Checked; without > 0 {
			notes[len(notes)-1].Text += " " + l.Sayf("Decided answers without words to learn from: %s.", number(without))
		}
	case c.Model != nil && len(c.Model.Learnt()) > 0:
		add(l.Say("Learning"), l.Sayf("The model was learnt before, from checked answers of an earlier run: %s.", names(name, c.Model.Learnt())))
	case c.Model != nil && c.Checks.Answers > 0:
		add(l.Say("Learning"), l.Sayf("Nothing was learnt from the checked answers: that takes %d.", learn.Enough))
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

// Learnt says of which themes something was learnt to whoever runs the program:
// themes are told by their IDs.
func Learnt(rep *learn.Report) string {
	return learnt(say.English, rep, func(id string) string { return id })
}

// namedThemes is how many themes a sentence lists; of more it says how many.
const namedThemes = 5

func learnt(l say.Language, rep *learn.Report, name func(id string) string) string {
	var better []string
	for _, t := range rep.Themes {
		if t.Learnt {
			better = append(better, name(t.Theme))
		}
	}
	checked := number(rep.Checked)
	switch n := len(better); {
	case n == 0:
		return l.Sayf("The %s checked answers taught the program nothing new yet: a theme is learnt once %d of them have it, and only where that finds it better in other people's answers.",
			checked, learn.Cases)
	case n > namedThemes:
		return l.Sayf("Learnt from %s checked answers: to find %s of the themes better in other people's answers.", checked, number(n))
	}
	return l.Sayf("Learnt from %s checked answers: to find %s better in other people's answers.", checked, l.List(better))
}

func number(n int) string { return findings.Count.Text(float64(n)) }
