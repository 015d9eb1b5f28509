package review

import (
	"cmp"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Over returns a coder that says of checked answers what people said, and of
// all others what coder says. Without any check it is coder itself.
func (c *Checks) Over(coder codebook.Coder) codebook.Coder {
	if c == nil || len(c.all) == 0 {
		return coder
	}
	p := &people{Coder: coder, checks: c, at: map[string]int{}}
	for i, t := range coder.Themes() {
		p.at[t.ID] = i
	}
	return p
}

// people is the last link of a chain of coders.
type people struct {
	codebook.Coder
	checks *Checks
	at     map[string]int // themes by ID
}

// Code implements codebook.Coder.
func (p *people) Code(dst []codebook.Coding, r *survey.Response) []codebook.Coding {
	from := len(dst)
	dst = p.Coder.Code(dst, r)
	if len(p.checks.of[r.Respondent]) == 0 {
		return dst
	}
	machine := slices.Clone(dst[from:])
	dst = dst[:from]
	for k := range r.Comments {
		codings := codebook.Of(machine, k)
		if c := p.checks.Of(r.Respondent, k); c != nil {
			c.Machine, c.State = codings, r.Comments[k].State
			if c.Checked {
				codings = p.decide(c, &r.Comments[k])
			}
		}
		dst = append(dst, codings...)
	}
	settle(r)
	return dst
}

// decide sets the comment's state, and returns the codings that it has by a
// person's decision. Of themes that nobody decided on, those of the machine
// stand.
func (p *people) decide(c *Check, comment *survey.Comment) []codebook.Coding {
	if comment.State = c.state(comment.State); comment.State == survey.NoContent {
		return nil
	}
	asked := make(map[int]bool, len(c.Decided))
	for _, id := range c.Decided {
		if t, ok := p.at[id]; ok {
			asked[t] = true
		}
	}
	var codings []codebook.Coding
	for _, k := range c.Machine {
		if !asked[k.Theme] {
			codings = append(codings, k)
		}
	}
	for _, code := range c.Codes {
		if t, ok := p.at[code.Theme]; ok {
			codings = append(codings, c.coding(t, code, len(comment.Text)))
		}
	}
	slices.SortStableFunc(codings, func(a, b codebook.Coding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Theme, b.Theme))
	})
	return codings
}

// coding is a person's code of a theme. Where the machine found the theme too,
// the words that earned it stand, those in the person's tone first; else it is
// the whole text that has the theme.
func (c *Check) coding(theme int, code Code, length int) codebook.Coding {
	person := codebook.Coding{Comment: c.Comment, Theme: theme, End: length, Tone: code.Tone, By: codebook.ByPerson, Rule: -1, P: 1}
	found := false
	for _, k := range c.Machine {
		if k.Theme != theme || found && (!code.Toned || k.Tone != code.Tone) {
			continue
		}
		if person.Start, person.End, found = k.Start, k.End, true; code.Toned && k.Tone == code.Tone {
			break
		}
	}
	if tone, ok := codebook.ToneOf(c.Machine, theme); ok && !code.Toned {
		person.Tone = tone
	}
	return person
}

// state is what a person's decision makes of an answer: with a code, it says
// something, even where the mark of a non-answer was forgotten.
func (c *Check) state(machine survey.State) survey.State {
	if len(c.Codes) == 0 && (c.NoContent || machine == survey.NoContent && !c.file.NonAnswers) {
		return survey.NoContent
	}
	return survey.Read
}

// settle lets the answers hold as much as their comments.
func settle(r *survey.Response) {
	for i := range r.Comments {
		if q := r.Comments[i].Question; q >= 0 && q < len(r.Answers) {
			r.Answers[q].State = survey.NotAsked
		}
	}
	for i := range r.Comments {
		if q := r.Comments[i].Question; q >= 0 && q < len(r.Answers) {
			r.Raise(q, r.Comments[i].State)
		}
	}
}
