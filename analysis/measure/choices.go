package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// Choices shows how each question with choices was answered.
var Choices = &Measure{
	Name:  "choices",
	Title: "Answers to choose from",
	Doc:   "How was each question with choices answered?",
	Count: func(p *Pass) {
		for q := range p.Survey.Questions {
			if p.singleChoice(q) {
				p.layout.Cross(p.at.answers[q], p.at.side)
			}
		}
	},
	Run: func(p *Pass) []findings.Finding {
		var all []findings.Finding
		for q, question := range p.Survey.Questions {
			ordinary := question.Use == survey.Asked || question.Use == survey.Attribute
			if !ordinary || question.Kind != survey.Single && question.Kind != survey.Multiple {
				continue
			}
			counts, base := p.Tally.Count(p.at.answers[q])
			if base > 0 && sum(counts) > 0 {
				all = append(all, p.choices(q))
			}
		}
		if f := p.choicesByRole(); len(f.Table.Rows) > 0 {
			all = append(all, f)
		}
		return all
	},
	Say: func(l say.Language, f *findings.Finding) string {
		if f.ID == choicesByRole {
			return sayChoicesByRole(l, f)
		}
		first := leaders(f, 1)
		if len(first) != 1 {
			return l.Sayf("How “%s” was answered.", shorten(f.About))
		}
		return l.Sayf("“%s”: %s answered “%s”.", shorten(f.About), of(l, first[0][1].Number, first[0][1]), first[0][0].Label)
	},
}

// choices is the table of one question: a row a choice, for everyone and by
// role; a row a group where the question tells people apart.
func (p *Pass) choices(q int) findings.Finding {
	question, item := p.Survey.Questions[q], p.at.answers[q]
	counts, base := p.Tally.Count(item)
	cross := p.Tally.Cross(item, p.at.role)
	f := findings.Finding{
		ID: "choices." + question.ID,
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Answer"), Key: "answer"}, {Name: p.Say("People"), Unit: findings.Count, Key: "people"}, {Name: p.Say("Share"), Unit: findings.Share, Key: "share"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: p.Say("Share of the people who answered the question"),
			Caption: p.caption(p.Sayf("Base: %s people who answered; whiskers: 95%% interval", p.Shown(base))), Values: []int{2},
		},
		About: question.Text,
		Notes: []findings.Note{{Text: question.Text}},
	}
	var groups []group
	answers := p.present(item, question.Choices)
	if !p.tellsApart(q) { // who gave which fact about themselves is not told by role
		answers = nil
		for i, c := range question.Choices {
			answers = append(answers, group{Choice: i, Name: c})
		}
		for _, g := range p.roles() {
			if n := cross.Base[g.Choice]; n > 0 && n < base {
				groups = append(groups, g)
				f.Table.Columns = append(f.Table.Columns, p.roleColumn(g.Name))
			}
		}
	}
	oneEach := question.Kind == survey.Single
	people, shares := given(counts, base, oneEach)
	if p.tellsApart(q) { // sizes of groups, which the other tables are about too
		people, shares = sizes(counts, base)
	}
	var theirs [][]findings.Cell
	for _, g := range groups {
		_, those := given(cross.Column(g.Choice), cross.Base[g.Choice], oneEach)
		theirs = append(theirs, those)
	}
	for _, c := range answers {
		row := []findings.Cell{findings.Text(c.Name), people[c.Choice], shares[c.Choice]}
		for g := range groups {
			row = append(row, theirs[g][c.Choice])
		}
		guard(row[2], row[3:])
		f.Table.Rows = append(f.Table.Rows, row)
	}
	return f
}
