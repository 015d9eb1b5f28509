package measure

import (
	"math/bits"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// A compared group is people whom a test sets beside others: nobody is in two.
type compared struct {
	by, choice int // the item that tells them apart, and its choice
	column     findings.Column
}

// comparedRoles are the roles as a test may set them beside each other: people who
// are parent and teacher are on neither side, and of roles that others share, none is.
func (p *Pass) comparedRoles() []compared {
	shared, several := 0, false // roles that somebody has together with others, by bit; whether there are any
	sets, _ := p.Tally.Count(p.at.roles)
	apart := 1<<survey.Parent.Choice() | 1<<survey.Teacher.Choice()
	for set, n := range sets {
		several = several || n > 0 && bits.OnesCount(uint(set)) > 1
		if others := set &^ apart; n > 0 && bits.OnesCount(uint(others)) > 1 {
			shared |= others
		}
	}
	var all []compared
	for _, g := range p.roles() {
		one := compared{p.at.role, g.Choice, p.roleColumn(g.Name)}
		switch {
		case g.Choice == survey.Unknown.Choice(), shared>>g.Choice&1 == 1:
			continue
		case several && apart>>g.Choice&1 == 1:
			one.by = p.at.side
		}
		all = append(all, one)
	}
	return all
}

// comparedChoices are the groups of a question with one answer a person.
func (p *Pass) comparedChoices(q int) []compared {
	var all []compared
	for _, g := range p.present(p.at.answers[q], p.Survey.Questions[q].Choices) {
		all = append(all, compared{p.at.answers[q], g.Choice, findings.Column{Name: g.Name, Unit: findings.Share}})
	}
	return all
}

// answersOf are how many of a group gave each answer; nil of too few people.
func (p *Pass) answersOf(item int, g compared) []int64 {
	cross := p.Tally.Cross(item, g.by)
	if cross.Base[g.choice] < p.Small {
		return nil
	}
	return cross.Column(g.choice)
}

// itemsBy compares how groups answer the scale items: roles, where there are more
// than the two that the gap is about, and the groups of each question asked for.
func (p *Pass) itemsBy() []findings.Finding {
	var all []findings.Finding
	if p.Chosen {
		return nil
	}
	if roles := p.comparedRoles(); len(roles) > 2 {
		all = append(all, p.itemsOf("items.by.role", roles))
	}
	for _, q := range p.splits() {
		if question := p.Survey.Questions[q]; question.Kind != survey.Multiple {
			f := p.itemsOf("items.by."+question.ID, p.comparedChoices(q))
			f.About = question.Text
			all = append(all, f)
		}
	}
	return all
}

// itemsOf has a row for each item that all, or three or more, of the groups are
// large enough to be compared on.
func (p *Pass) itemsOf(id string, groups []compared) findings.Finding {
	f := findings.Finding{ID: id, Table: findings.Table{Columns: []findings.Column{{Name: p.Say("Item"), Key: "item"}}}}
	effect := p.Say("Epsilon squared")
	if len(groups) == 2 {
		effect = p.Say("Cliff's delta")
	}
	var values []int
	for i, g := range groups {
		f.Table.Columns = append(f.Table.Columns, g.column)
		values = append(values, i+1)
	}
	f.Table.Columns = append(f.Table.Columns, findings.Column{Name: effect, Unit: findings.Mean, Key: "effect"})
	for _, q := range p.scaleItems() {
		p.addItem(&f, q, groups)
	}
	adjustAll(&f)
	f.Figure = &findings.Figure{
		Kind: findings.Dots, Title: p.Say("Share who chose one of the two highest answers"), Values: values,
		Caption: p.caption(p.Say("Base: people of each group who answered the item; whiskers: 95% interval")),
	}
	f.Notes = []findings.Note{{Text: p.Say(topTwoDoc)}}
	if len(groups) == 2 {
		f.Notes = append(f.Notes, p.notef("Cliff's delta: from 1, where every answer of the first group is higher than every one of the second, to −1. %s",
			p.deltaWhere(f.Tests)))
	} else {
		f.Notes = append(f.Notes, p.notef("Epsilon squared: the part of the variance of ranks that lies between the groups, from 0 to 1. %s",
			p.onlyWhere(p.Say("A difference"), p.Say("its 95% interval"), p.Say("P (Kruskal and Wallis)"), f.Tests)))
	}
	return f
}

// addItem adds the row of an item: the share of each group that is high, and how far
// groups differ.
func (p *Pass) addItem(f *findings.Finding, q int, groups []compared) {
	var rows [][]int64
	var of []int // the groups that the rows are of
	for i, g := range groups {
		if counts := p.answersOf(p.at.answers[q], g); counts != nil {
			rows, of = append(rows, counts), append(of, i)
		}
	}
	told, l := alike(rows)
	if len(told) < min(3, len(groups)) {
		return
	}
	cells := make([]findings.Cell, len(groups))
	for i := range cells {
		cells[i] = findings.HiddenCell()
	}
	var joined [][]int64
	for _, i := range told {
		cells[of[i]] = l.topTwo(rows[i])
		joined = append(joined, l.join(rows[i]))
	}
	t := stats.Scales(joined)
	f.Tests = append(f.Tests, t)
	f.Table.Rows = append(f.Table.Rows, append(append([]findings.Cell{questionCell(p.Survey.Questions[q])}, cells...), findings.Estimate(t.Effect)))
}

// sayItemsBy tells on which item groups differ most, from which share to which.
func sayItemsBy(l say.Language, f *findings.Finding) string {
	top := findings.Widest(f.Tests)
	if top < 0 {
		if f.About == "" {
			return l.Say("The roles answer no item more differently than chance could make it.")
		}
		return l.Sayf("The groups of “%s” answer no item more differently than chance could make it.", shorten(f.About))
	}
	row := f.Table.Rows[top]
	low, high := extremes(&f.Table, row)
	if low == high {
		return l.Sayf("Groups differ most on “%s”.", row[0].Label)
	}
	return l.Sayf("Groups differ most on “%s”: of %s, %s chose one of the two highest answers, of %s, %s.", row[0].Label,
		f.Table.Columns[high].Name, spoken(l, row[high]), f.Table.Columns[low].Name, spoken(l, row[low]))
}
