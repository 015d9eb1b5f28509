package evaluate

import (
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/learn"
	"commonground/analysis/survey"
)

// Coded is what the machine found in one case.
type Coded struct {
	State   survey.State
	Codings []codebook.Coding
}

// Survey returns the questions that the comments of the gold answer: the role,
// and an open question for each that the gold names, by its text, its ID, or
// one of the usual short names.
func (g *Gold) Survey() *survey.Survey {
	s := &survey.Survey{Questions: []survey.Question{
		{ID: survey.RoleID, Text: "Role", Kind: survey.Multiple, Use: survey.RoleUse, Choices: survey.Roles()},
	}}
	for _, q := range g.asked {
		text := q
		if wordings := learn.Wordings(q); len(wordings) > 0 {
			text = wordings[0]
		}
		s.Questions = append(s.Questions, survey.Question{ID: q, Text: text, Kind: survey.Open})
	}
	return s
}

// Responses returns what each person said, to the questions of Survey, as a
// reader of files gives it to a coder: uncoded. Response p is that of People[p],
// whose comments are in the same order; its Respondent is p+1.
func (g *Gold) Responses() []*survey.Response {
	asked := g.Survey()
	question := map[string]int{}
	for i, q := range asked.Questions[1:] {
		question[q.ID] = i + 1
	}
	main := g.mainLanguage()
	var all []*survey.Response
	for p, cases := range g.People {
		r := &survey.Response{Respondent: p + 1, Weight: survey.One, Answers: make([]survey.Answer, len(asked.Questions))}
		r.Answers[0] = survey.Answer{State: survey.Read, Picks: roles(g.Cases[cases[0]].Comment.Role)}
		for _, i := range cases {
			c := &g.Cases[i].Comment
			lang, ok := langs[strings.ToLower(c.Lang)]
			if !ok {
				lang = main
			}
			r.Comments = append(r.Comments, survey.Comment{Question: question[c.Question], Text: c.Text, Lang: lang, From: survey.Place{Row: i + 1}})
		}
		all = append(all, r)
	}
	return all
}

// Code has the comments coded, and returns what was found by case. code is the
// Code of a coder whose themes are those of NewGold, or gives codings that were
// made before: those of a model, say, that has not learnt from the person, whom
// the response's number tells.
func (g *Gold) Code(code func(dst []codebook.Coding, r *survey.Response) []codebook.Coding) []Coded {
	coded := make([]Coded, len(g.Cases))
	for p, r := range g.Responses() {
		codings := code(nil, r)
		for k, i := range g.People[p] {
			coded[i] = Coded{State: r.Comments[k].State, Codings: codebook.Of(codings, k)}
		}
	}
	return coded
}

// langs are the languages that a gold may state.
var langs = map[string]survey.Lang{"en": survey.English, "es": survey.Spanish, "other": survey.OtherLang}

// mainLanguage is that of most comments whose language is stated.
func (g *Gold) mainLanguage() survey.Lang {
	var times [survey.OtherLang + 1]int
	main := survey.UnknownLang
	for i := range g.Cases {
		if lang, ok := langs[strings.ToLower(g.Cases[i].Comment.Lang)]; ok {
			times[lang]++
			if times[lang] > times[main] {
				main = lang
			}
		}
	}
	return main
}

// roles understands the role that a gold states: "parent", "parent, teacher",
// "both".
func roles(stated string) []int {
	if strings.EqualFold(stated, "both") {
		stated = "parent, teacher"
	}
	var picks []int
	for name := range strings.SplitSeq(stated, ",") {
		if role := survey.ParseRole(strings.ToLower(strings.TrimSpace(name))); role != survey.NoRole {
			picks = append(picks, role.Choice())
		}
	}
	if len(picks) == 0 {
		picks = []int{survey.Unknown.Choice()}
	}
	slices.Sort(picks)
	return slices.Compact(picks)
}
