package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// itemsChange compares how the newest wave answers the items with how the one
// before did.
func (p *Pass) itemsChange() findings.Finding {
	f := findings.Finding{ID: "items.change"}
	if p.at.wave < 0 {
		return f
	}
	waves := p.present(p.at.wave, p.waves())
	if len(waves) < 2 {
		return f
	}
	old, now := waves[len(waves)-2], waves[len(waves)-1]
	f.Table.Columns = []findings.Column{
		{Name: p.Say("Item"), Key: "item"}, {Name: p.Sayf("%s, top two", now.Name), Unit: findings.Share, Key: "after"}, {Name: p.Sayf("%s, top two", old.Name), Unit: findings.Share, Key: "before"},
		{Name: p.Say("Change (points)"), Unit: findings.Points, Key: "change"}, {Name: p.Say("Cliff's delta"), Unit: findings.Mean, Key: "delta"},
	}
	for _, q := range p.scaleItems() {
		cross := p.Tally.Cross(p.ever(p.Survey.Questions[q].ID), p.at.wave)
		p.addCompared(&f, questionCell(p.Survey.Questions[q]), cross.Column(now.Choice), cross.Column(old.Choice))
	}
	adjustAll(&f)
	f.Figure = &findings.Figure{
		Kind: findings.Dots, Title: p.Say("Share who chose one of the two highest answers"), Values: []int{2, 1},
		Caption: p.captionEver(p.Sayf("Base: people who answered the item in %s and in %s; whiskers: 95%% interval", old.Name, now.Name)),
	}
	f.Notes = []findings.Note{
		{Text: p.Say(topTwoDoc)},
		p.notef("Cliff's delta: from 1, where every answer of %s is higher than every one of %s, to −1. %s", now.Name, old.Name, p.deltaWhere(f.Tests)),
	}
	return f
}

func sayItemsChange(l say.Language, f *findings.Finding) string {
	top := findings.Widest(f.Tests)
	if top < 0 {
		return l.Say("No item is answered higher or lower than in the wave before by more than chance could make it.")
	}
	row := f.Table.Rows[top]
	is, was := spoken(l, f.Table.Cell(row, "after")), spoken(l, f.Table.Cell(row, "before"))
	untold := hides(f.Table.Cell(row, "after"), f.Table.Cell(row, "before"))
	switch lower := f.Tests[top].Effect.Value < 0; {
	case untold && lower:
		return l.Sayf("“%s” is answered lower than in the wave before.", row[0].Label)
	case untold:
		return l.Sayf("“%s” is answered higher than in the wave before.", row[0].Label)
	case lower:
		return l.Sayf("“%s” is answered lower than in the wave before (%s chose one of the two highest answers, was %s).", row[0].Label, is, was)
	}
	return l.Sayf("“%s” is answered higher than in the wave before (%s chose one of the two highest answers, was %s).", row[0].Label, is, was)
}
