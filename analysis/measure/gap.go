package measure

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// A gap is one thing that both sides were asked about, in the same words or each
// in its own.
type gap struct{ parents, teachers int }

// gaps lists the items that parents and teachers both answered, and those of
// which one mirrors the other.
func (p *Pass) gaps() []gap {
	var all []gap
	for _, q := range p.scaleItems() {
		question := p.Survey.Questions[q]
		other := p.Survey.Index(question.Mirror)
		switch parents := p.answeredBy(q, survey.Parent); {
		case parents == 0:
		case p.answeredBy(q, survey.Teacher) > 0:
			all = append(all, gap{q, q})
		case other >= 0 && len(p.Survey.Questions[other].Choices) == len(question.Choices) && p.answeredBy(other, survey.Teacher) > 0:
			all = append(all, gap{q, other})
		}
	}
	return all
}

// answeredBy is how many people of one role alone answered a scale item.
func (p *Pass) answeredBy(q int, role survey.Role) int64 {
	if p.Survey.Questions[q].Kind != survey.Scale {
		return 0
	}
	return p.Tally.Cross(p.at.answers[q], p.at.side).Base[role.Choice()]
}

// gap compares how parents and teachers answer the same items.
func (p *Pass) gap() findings.Finding {
	f := findings.Finding{
		ID: "items.gap",
		Table: findings.Table{Columns: []findings.Column{
			{Name: "Item"}, {Name: "Parents, top two", Unit: findings.Share, Key: survey.Parent.String()},
			{Name: "Teachers, top two", Unit: findings.Share, Key: survey.Teacher.String()},
			{Name: differenceName, Unit: findings.Points}, {Name: deltaName, Unit: findings.Mean},
		}},
		Figure: &findings.Figure{
			Kind: findings.Dots, Title: "Share who chose one of the two highest answers", Values: []int{1, 2},
			Caption: p.caption("Base: parents and teachers who answered the item; whiskers: 95% interval"),
		},
	}
	for _, g := range p.gaps() {
		text := shorten(p.Survey.Questions[g.parents].Text)
		if g.teachers != g.parents {
			text += " / " + shorten(p.Survey.Questions[g.teachers].Text)
		}
		p.addCompared(&f, text, p.Tally.Cross(p.at.answers[g.parents], p.at.side).Column(survey.Parent.Choice()),
			p.Tally.Cross(p.at.answers[g.teachers], p.at.side).Column(survey.Teacher.Choice()))
	}
	adjustAll(&f)
	f.Notes = []findings.Note{note("%s People who are parent and teacher are on neither side.", topTwoDoc), comparedNote("parent's answer", "every teacher's", f.Tests)}
	return f
}

const deltaName = "Cliff's delta"

// comparedNote says what the comparisons of a table of items are.
func comparedNote(first, second string, tests []stats.Test) findings.Note {
	return note("Cliff's delta: from 1, where every %s is higher than %s, to −1. %s", first, second,
		onlyWhere("A difference", "the 95% interval of delta", "P (Mann and Whitney)", tests))
}

// addCompared adds the row of an item that two groups of people answered: the
// share of each that is high, how far these are apart, and Cliff's delta. Groups
// too small to compare have none.
func (p *Pass) addCompared(f *findings.Finding, text string, first, second []int64) {
	n1, n2 := sum(first), sum(second)
	if min(n1, n2) < p.Small {
		return
	}
	t := stats.Scales([][]int64{first, second})
	delta := findings.Estimate(t.Effect)
	delta.Base = min(n1, n2)
	diff, _ := p.difference(sum(first[len(first)-ends:]), n1, sum(second[len(second)-ends:]), n2)
	f.Tests = append(f.Tests, t)
	f.Table.Rows = append(f.Table.Rows, []findings.Cell{
		findings.Text(text), findings.Estimate(stats.TopTwo(first)), findings.Estimate(stats.TopTwo(second)), diff, delta,
	})
}

func sayGap(f *findings.Finding) string {
	top := topTest(f.Tests)
	if top < 0 {
		return "Parents and teachers answer the same items no more differently than chance could make it."
	}
	row := f.Table.Rows[top]
	more, less, high, low := "Teachers", "parents", row[2], row[1]
	if row[4].Number > 0 {
		more, less, high, low = "Parents", "teachers", row[1], row[2]
	}
	return fmt.Sprintf("%s answer “%s” higher than %s do (%s against %s chose one of the two highest answers).", more, row[0].Label, less,
		spoken(high), spoken(low))
}
