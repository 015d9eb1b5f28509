package intake

import (
	"slices"

	"commonground/analysis/survey"
)

// maxResembling bounds the questions that are compared with each other: of more,
// most are items of one pattern.
const maxResembling = 300

// Resembling returns pairs of questions of different files that were not taken
// for one and may be: alike in their words, of one kind, and about the same
// people. Which of them are is for a person to say.
func (in *Intake) Resembling() []Joined {
	var all []Joined
	if len(in.questions) > maxResembling {
		return nil
	}
	for i, a := range in.questions {
		for _, b := range in.questions[i+1:] {
			if a.resembles(b) {
				x, y := a.posings[0], b.posings[0]
				all = append(all, Joined{ID: a.ID, Texts: []string{x.text, y.text}, Files: []string{x.file, y.file}})
			}
		}
	}
	return all
}

func (a *question) resembles(b *question) bool {
	if len(a.posings) == 0 || len(b.posings) == 0 || a.Kind != b.Kind || a.Use != survey.Asked || b.Use != survey.Asked {
		return false
	}
	x, y := &a.posings[0], &b.posings[0]
	if slices.ContainsFunc(b.posings, func(p posing) bool { return a.in(p.source) }) {
		return false // somebody was asked both
	}
	sided := x.wording.side != y.wording.side || !slices.Equal(x.wording.people, y.wording.people)
	return !sided && likeness(pairsOf(x.text), pairsOf(y.text)) >= resembling
}
