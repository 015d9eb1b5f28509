package tally

import (
	"slices"

	"commonground/analysis/survey"
)

// Anywhere stands for all open questions together.
const Anywhere = -1

// Answers counts a closed question: its base is everyone who answered it.
func Answers(id string, question, choices int) Item {
	return Item{ID: id, Choices: choices, Of: func(v *View, picks []int) ([]int, bool) {
		a := &v.Answers[question]
		return append(picks, a.Picks...), a.State == survey.Read
	}}
}

// Only counts a closed question by those who picked a single choice, so that
// no person stands on two sides.
func Only(id string, question, choices int) Item {
	return Item{ID: id, Choices: choices, Of: func(v *View, picks []int) ([]int, bool) {
		a := &v.Answers[question]
		if a.State != survey.Read || len(a.Picks) != 1 {
			return picks, false
		}
		return append(picks, a.Picks[0]), true
	}}
}

// Sets counts a closed question by everything that a person picked together:
// choice s stands for all picks p with bit p of s set. choices is that of the
// question.
func Sets(id string, question, choices int) Item {
	return Item{ID: id, Choices: 1 << choices, Of: func(v *View, picks []int) ([]int, bool) {
		a := &v.Answers[question]
		set := 0
		for _, p := range a.Picks {
			set |= 1 << p
		}
		return append(picks, set), a.State == survey.Read
	}}
}

// Both counts those who are in the bases of two items by their choices of both:
// choice a*second.Choices + b is choice a of the first and b of the second.
func Both(id string, first, second Item) Item {
	return Item{ID: id, Choices: first.Choices * second.Choices, Of: func(v *View, picks []int) ([]int, bool) {
		a, in := first.Of(v, nil)
		b, too := second.Of(v, nil)
		for _, x := range a {
			for _, y := range b {
				picks = append(picks, x*second.Choices+y)
			}
		}
		return picks, in && too
	}}
}

// Coded counts people by a property of what they wrote to a question, or
// anywhere. choice maps a coding to a choice, or to a negative number for
// none. The base is everyone who wrote something that could be read there.
func Coded(id string, question, choices int, choice func(theme int, tone survey.Tone) int) Item {
	return coded(id, func(q int) bool { return question == Anywhere || q == question }, choices, choice)
}

// CodedIn counts people as Coded does, by what they wrote to any of some
// questions.
func CodedIn(id string, questions []int, choices int, choice func(theme int, tone survey.Tone) int) Item {
	return coded(id, func(q int) bool { return slices.Contains(questions, q) }, choices, choice)
}

func coded(id string, in func(question int) bool, choices int, choice func(theme int, tone survey.Tone) int) Item {
	return Item{ID: id, Choices: choices, Words: true, Of: func(v *View, picks []int) ([]int, bool) {
		if !v.wrote(in) {
			return picks, false
		}
		for _, c := range v.Codings {
			if !in(v.Comments[c.Comment].Question) {
				continue
			}
			if p := choice(c.Theme, c.Tone); p >= 0 && !slices.Contains(picks, p) {
				picks = append(picks, p)
			}
		}
		return picks, true
	}}
}

// wrote reports whether the respondent wrote something that could be read to
// one of those questions.
func (v *View) wrote(in func(question int) bool) bool {
	for i := range v.Comments {
		if c := &v.Comments[i]; c.State == survey.Read && in(c.Question) {
			return true
		}
	}
	return false
}

// States counts everyone by the most that they wrote anywhere: a choice for
// each survey.State.
func States(id string) Item {
	return Item{ID: id, Choices: int(survey.Read) + 1, Of: func(v *View, picks []int) ([]int, bool) {
		most := survey.Skipped
		for i := range v.Comments {
			most = max(most, v.Comments[i].State)
		}
		return append(picks, int(most)), true
	}}
}

// Languages counts those who wrote something that could be read by the languages
// they wrote it in: a choice for each survey.Lang.
func Languages(id string) Item {
	return Item{ID: id, Choices: len(survey.Langs()), Words: true, Of: func(v *View, picks []int) ([]int, bool) {
		for i := range v.Comments {
			c := &v.Comments[i]
			if c.State == survey.Read && !slices.Contains(picks, int(c.Lang)) {
				picks = append(picks, int(c.Lang))
			}
		}
		return picks, len(picks) > 0
	}}
}

// Months counts those with a date by the month of their answer: choice 0 is the
// month of newest (year*12 + month), each later choice the month before, and
// the last choice everything earlier.
func Months(id string, newest, choices int) Item {
	return Item{ID: id, Choices: choices, Of: func(v *View, picks []int) ([]int, bool) {
		if v.When.IsZero() {
			return picks, false
		}
		ago := newest - (v.When.Year()*12 + int(v.When.Month()))
		return append(picks, min(max(ago, 0), choices-1)), true
	}}
}

// Under counts the people quoted in a summary by where they are quoted, and by
// the themes of those very quotes. Place k of the summary is finding k, from 1;
// place 0 is all that stands under none, and place findings+1 the highlighted
// statement. Choice k*(themes+1) + theme holds those quoted there on the theme,
// and k*(themes+1) + themes everyone quoted there.
func Under(id string, findings, themes int) Item {
	return Item{ID: id, Choices: (findings + 2) * (themes + 1), Of: func(v *View, picks []int) ([]int, bool) {
		for i := range v.Comments {
			if c := &v.Comments[i]; c.State == survey.Read {
				picks = addOnce(picks, place(c, findings)*(themes+1)+themes)
			}
		}
		for _, c := range v.Codings {
			if c.Theme < themes {
				picks = addOnce(picks, place(&v.Comments[c.Comment], findings)*(themes+1)+c.Theme)
			}
		}
		return picks, len(picks) > 0
	}}
}

func place(c *survey.Comment, findings int) int {
	if c.Chosen && c.Under == 0 {
		return findings + 1
	}
	return c.Under
}

func addOnce(picks []int, p int) []int {
	if slices.Contains(picks, p) {
		return picks
	}
	return append(picks, p)
}
