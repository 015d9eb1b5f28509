package measure

import (
	"slices"

	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A Book says which themes of a run a pass is about, where several codebooks
// code in it. Its zero value is a codebook alone, which reads everything.
type Book struct {
	Title string   // "" where there is one alone
	First int      // of its themes among those of codings
	After int      // themes of other codebooks behind its own, before the channels
	Reads []string // IDs of the open questions that it reads; nil for all
}

// reads reports whether the pass's codebook reads the answers to a question.
func (p *Pass) reads(question int) bool {
	return p.Book.Reads == nil || slices.Contains(p.Book.Reads, p.Survey.Questions[question].ID)
}

// local is where a theme of a coding stands among the pass's own themes and,
// behind them, its channels; -1 for the themes of other codebooks.
func (p *Pass) local(theme int) int {
	theme -= p.Book.First
	switch n := len(p.Themes); {
	case theme < 0, theme >= n && theme < n+p.Book.After:
		return -1
	case theme < n:
		return theme
	}
	return theme - p.Book.After
}

// own keeps of a comment's codings those that the pass is about, by their
// places, and puts the others aside.
func (p *Pass) own(c *Comment) *Comment {
	if p.Book.First == 0 && p.Book.After == 0 {
		return c
	}
	mine := *c
	mine.Codings, mine.Elsewhere = nil, nil
	for _, k := range c.Codings {
		if place := p.local(k.Theme); place >= 0 {
			k.Theme = place
			mine.Codings = append(mine.Codings, k)
		} else {
			mine.Elsewhere = append(mine.Elsewhere, k)
		}
	}
	return &mine
}

// anywhere counts people by what they wrote to any question that the codebook
// reads.
func (p *Pass) anywhere(id string, choices int, choice func(theme int, tone survey.Tone) int) tally.Item {
	if p.Book.Reads == nil {
		return tally.Coded(id, tally.Anywhere, choices, choice)
	}
	var questions []int
	for q := range p.Survey.Questions {
		if p.reads(q) {
			questions = append(questions, q)
		}
	}
	return tally.CodedIn(id, questions, choices, choice)
}
