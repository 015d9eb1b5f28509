package learn

import (
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// An Explanation says what the rules found in a text, and what the model makes
// of it.
type Explanation struct {
	codebook.Explanation
	P    []float64         // by theme of the coder: how probable it is; nil for a text that isn't read
	From float64           // the P above which a theme is given
	More []codebook.Coding // mentions that the rules did not find
}

// Explain explains a text that answers a question of the model's survey; asked is
// -1 for none. A lang other than UnknownLang is taken as given.
func (m *Model) Explain(s string, asked int, lang survey.Lang) Explanation {
	ex := Explanation{Explanation: m.rules.Explain(s, asked, lang), From: m.from}
	if ex.State != survey.Read {
		return ex
	}
	mind := m.newMind()
	c := &survey.Comment{Question: asked, Text: s, Lang: ex.Lang, State: ex.State}
	for _, k := range mind.decide(nil, c, 0, m.codings(ex.Found)) {
		if k.By == codebook.ByModel {
			ex.More = append(ex.More, k)
		}
	}
	for _, odds := range mind.odds {
		ex.P = append(ex.P, logistic(odds))
	}
	return ex
}

// codings are what the rules found, as Code has it.
func (m *Model) codings(found []codebook.Evidence) []codebook.Coding {
	var codings []codebook.Coding
	for _, e := range found {
		theme := slices.IndexFunc(m.Themes(), func(t codebook.Theme) bool { return t.ID == e.Theme.ID })
		rule := slices.Index(m.Themes()[theme].Patterns, e.Pattern)
		codings = append(codings, codebook.Coding{Theme: theme, Start: e.Start, End: e.End, Tone: e.Tone, Rule: rule, P: 1})
	}
	return codings
}
