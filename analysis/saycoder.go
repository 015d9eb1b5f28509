package analysis

import (
	"fmt"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/learn"
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
func (c *Chain) method(books string) []findings.Note {
	how, why := "by the word patterns of "+books, "the words that earned each theme"
	if c.Model != nil {
		how += ", and by a model that comes with the program and weighs what these find against all words of the comment"
		why += "; for a theme that the model found beyond the patterns, the word that told most and how probable the theme is"
	}
	by := "by a program and not by a person"
	if c.Checks.Answers > 0 {
		by = "by a program; where people decided on an answer, it has their codes"
	}
	notes := []findings.Note{{Title: "Coding", Text: fmt.Sprintf(
		"Each comment was given themes %s: %s. The review file lists every answer with %s.", how, by, why)}}
	switch {
	case c.Learnt != nil:
		notes = append(notes, findings.Note{Title: "Learning", Text: Learnt(c.Learnt) +
			" What is learnt of a theme is used only where it found the theme better in answers of people from whom nothing had been learnt."})
	case c.Model != nil && len(c.Model.Learnt()) > 0:
		notes = append(notes, findings.Note{Title: "Learning", Text: "The model was learnt before, from checked answers of an earlier run: " +
			strings.Join(c.Model.Learnt(), ", ") + "."})
	case c.Model != nil && c.Checks.Answers > 0:
		notes = append(notes, findings.Note{Title: "Learning", Text: fmt.Sprintf(
			"Nothing was learnt from the checked answers: that takes %d, checked for every theme.", learn.Enough)})
	}
	return notes
}

// Learnt says of which themes something was learnt, and why not of the others.
func Learnt(rep *learn.Report) string {
	var learnt, kept, few []string
	for _, t := range rep.Themes {
		switch {
		case t.Learnt:
			learnt = append(learnt, t.Theme)
		case t.Cases >= learn.Cases:
			kept = append(kept, t.Theme)
		case t.Cases > 0:
			few = append(few, t.Theme)
		}
	}
	said := fmt.Sprintf("Learnt from %s checked answers: ", findings.Count.Text(float64(rep.Checked)))
	if len(learnt) == 0 {
		said += "nothing"
	}
	said += strings.Join(learnt, ", ")
	if len(kept) > 0 {
		said += fmt.Sprintf("; the rules stay for %s, where learning found nothing better", strings.Join(kept, ", "))
	}
	if len(few) > 0 {
		said += fmt.Sprintf("; and for %s, which fewer than %d of the answers have", strings.Join(few, ", "), learn.Cases)
	}
	return said + "."
}
