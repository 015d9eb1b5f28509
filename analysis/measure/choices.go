package measure

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/survey"
)

// Choices shows how each question with choices was answered.
var Choices = &Measure{
	Name:  "choices",
	Title: "Answers to choose from",
	Doc:   "How was each question with choices answered?",
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
		return all
	},
	Say: func(f *findings.Finding) string {
		first := leaders(f, 1)
		if len(first) != 1 {
			return fmt.Sprintf("How “%s” was answered.", shorten(f.Notes[0].Text))
		}
		return fmt.Sprintf("“%s”: %s answered “%s”.", shorten(f.Notes[0].Text), of(first[0][1].Number, first[0][1].Base), first[0][0].Label)
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
			{Name: "Answer"}, {Name: "People", Unit: findings.Count}, {Name: "Share", Unit: findings.Share},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: "Share of the people who answered the question",
			Caption: p.caption(fmt.Sprintf("Base: %s people who answered; whiskers: 95%% interval", p.Shown(base))), Values: []int{2},
		},
		Notes: []findings.Note{note("%s", question.Text)},
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
				f.Table.Columns = append(f.Table.Columns, findings.Column{Name: plural[g.Name], Unit: findings.Share, Key: g.Name})
			}
		}
	}
	for _, c := range answers {
		row := []findings.Cell{findings.Text(c.Name), count(counts[c.Choice], base), answered(counts[c.Choice], base)}
		for _, g := range groups {
			row = append(row, answered(cross.Counts[c.Choice][g.Choice], cross.Base[g.Choice]))
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	return f
}
