package measure

import (
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// choicesByRole has a row for each question with one answer a person that people of
// two roles or more answered: whether they answer it otherwise.
func (p *Pass) choicesByRole() findings.Finding {
	f := findings.Finding{
		ID: choicesByRole,
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Question"), Key: "question"}, {Name: p.Say("Who"), Key: "compared"}, {Name: p.Say("Cramér's V"), Unit: findings.Mean, Key: "effect"},
		}},
	}
	for q := range p.Survey.Questions {
		if p.singleChoice(q) {
			p.addChoice(&f, q)
		}
	}
	adjustAll(&f)
	f.Notes = []findings.Note{p.notef("Cramér's V: how far answers go with roles, from 0 for not at all to 1. People who are parent and teacher are on neither side. "+
		"Tested by %s. %s", p.Lang.List(p.methods(f.Tests)), p.onlyWhere(p.Say("A difference"), p.Say("the 95% interval of Cramér's V"), p.Say("P"), f.Tests))}
	return f
}

const choicesByRole = "choices.by.role"

// singleChoice reports whether a question has one answer a person, and no order in
// its choices, and asks for no fact that people are told apart by.
func (p *Pass) singleChoice(q int) bool {
	question := p.Survey.Questions[q]
	return question.Kind == survey.Single && question.Use == survey.Asked && !p.tellsApart(q)
}

// addChoice adds the row of a question that two roles or more answered.
func (p *Pass) addChoice(f *findings.Finding, q int) {
	var rows [][]int64
	var who []string
	capped := false // all or nearly all of a group give one answer
	for _, g := range p.comparedRoles() {
		counts := p.answersOf(p.at.answers[q], g)
		if counts == nil {
			continue
		}
		rows, who = append(rows, counts), append(who, say.Lower(g.column.Name))
		capped = capped || slices.ContainsFunc(counts, func(n int64) bool { return tops(n, sum(counts)) })
	}
	if len(rows) < 2 {
		return
	}
	v, t := findings.HiddenCell(), stats.Associate(nil)
	if !capped {
		t = stats.Associate(rows)
		v = findings.Estimate(t.Effect)
	}
	f.Tests = append(f.Tests, t)
	f.Table.Rows = append(f.Table.Rows, []findings.Cell{questionCell(p.Survey.Questions[q]), findings.Text(p.Lang.List(who)), v})
}

func sayChoicesByRole(l say.Language, f *findings.Finding) string {
	top := findings.Widest(f.Tests)
	if top < 0 {
		return l.Say("The roles answer no question more differently than chance could make it.")
	}
	return l.Sayf("“%s” is answered otherwise by %s.", f.Table.Rows[top][0].Label, f.Table.Rows[top][1].Label)
}
