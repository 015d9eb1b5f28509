package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/say"
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
			{Name: p.Say("Item"), Key: "item"}, {Name: p.Say("Parents, top two"), Unit: findings.Share, Key: survey.Parent.String()},
			{Name: p.Say("Teachers, top two"), Unit: findings.Share, Key: survey.Teacher.String()},
			{Name: p.Say("Parents minus teachers (points)"), Unit: findings.Points, Key: "difference"}, {Name: p.Say("Cliff's delta"), Unit: findings.Mean, Key: "delta"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Dots, Title: p.Say("Share who chose one of the two highest answers"), Values: []int{1, 2},
			Caption: p.caption(p.Say("Base: parents and teachers who answered the item; whiskers: 95% interval")),
		},
	}
	for _, g := range p.gaps() {
		item := questionCell(p.Survey.Questions[g.parents])
		if g.teachers != g.parents {
			item.Label += " / " + shorten(p.Survey.Questions[g.teachers].Text)
		}
		p.addCompared(&f, item, p.Tally.Cross(p.at.answers[g.parents], p.at.side).Column(survey.Parent.Choice()),
			p.Tally.Cross(p.at.answers[g.teachers], p.at.side).Column(survey.Teacher.Choice()))
	}
	adjustAll(&f)
	f.Notes = []findings.Note{
		p.notef("%s People who are parent and teacher are on neither side.", p.Say(topTwoDoc)),
		p.notef("Cliff's delta: from 1, where every parent's answer is higher than every teacher's, to −1. %s", p.deltaWhere(f.Tests)),
	}
	return f
}

// deltaWhere is onlyWhere of comparisons by Cliff's delta.
func (p *Pass) deltaWhere(tests []stats.Test) string {
	return p.onlyWhere(p.Say("A difference"), p.Say("the 95% interval of delta"), p.Say("P (Mann and Whitney)"), tests)
}

// addCompared adds the row of an item that two groups of people answered: the
// share of each that is high, how far these are apart, and Cliff's delta. Groups
// too small to compare have none, nor has an item to which one of them gave but one
// answer.
func (p *Pass) addCompared(f *findings.Finding, item findings.Cell, first, second []int64) {
	n1, n2 := sum(first), sum(second)
	if min(n1, n2) < p.Small {
		return
	}
	told, l := alike([][]int64{first, second})
	if len(told) < 2 {
		return
	}
	t := stats.Scales([][]int64{l.join(first), l.join(second)})
	delta := findings.Estimate(t.Effect)
	delta.Base = min(n1, n2)
	diff, _ := differ(sum(first[len(first)-ends:]), n1, sum(second[len(second)-ends:]), n2)
	if !l.tellsTop() {
		diff = findings.HiddenCell()
	}
	f.Tests = append(f.Tests, t)
	f.Table.Rows = append(f.Table.Rows, []findings.Cell{
		item, l.topTwo(first), l.topTwo(second), diff, delta,
	})
}

func sayGap(l say.Language, f *findings.Finding) string {
	top := findings.Widest(f.Tests)
	if top < 0 {
		return l.Say("Parents and teachers answer the same items no more differently than chance could make it.")
	}
	row := f.Table.Rows[top]
	parents, teachers := spoken(l, f.Table.Cell(row, survey.Parent.String())), spoken(l, f.Table.Cell(row, survey.Teacher.String()))
	untold := hides(f.Table.Cell(row, survey.Parent.String()), f.Table.Cell(row, survey.Teacher.String()))
	switch higher := f.Tests[top].Effect.Value > 0; {
	case untold && higher:
		return l.Sayf("Parents answer “%s” higher than teachers do.", row[0].Label)
	case untold:
		return l.Sayf("Teachers answer “%s” higher than parents do.", row[0].Label)
	case higher:
		return l.Sayf("Parents answer “%s” higher than teachers do (%s against %s chose one of the two highest answers).", row[0].Label, parents, teachers)
	}
	return l.Sayf("Teachers answer “%s” higher than parents do (%s against %s chose one of the two highest answers).", row[0].Label, teachers, parents)
}
