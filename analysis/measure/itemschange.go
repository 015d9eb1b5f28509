package measure

import (
	"fmt"

	"commonground/analysis/findings"
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
		{Name: "Item"}, {Name: now.Name + ", top two", Unit: findings.Share, Key: "after"}, {Name: old.Name + ", top two", Unit: findings.Share, Key: "before"},
		{Name: changeName, Unit: findings.Points}, {Name: deltaName, Unit: findings.Mean},
	}
	for _, q := range p.scaleItems() {
		cross := p.Tally.Cross(p.ever(p.Survey.Questions[q].ID), p.at.wave)
		p.addCompared(&f, shorten(p.Survey.Questions[q].Text), cross.Column(now.Choice), cross.Column(old.Choice))
	}
	adjustAll(&f)
	f.Figure = &findings.Figure{
		Kind: findings.Dots, Title: "Share who chose one of the two highest answers", Values: []int{2, 1},
		Caption: p.captionEver(fmt.Sprintf("Base: people who answered the item in %s and in %s; whiskers: 95%% interval", old.Name, now.Name)),
	}
	f.Notes = []findings.Note{note("%s", topTwoDoc), comparedNote("answer of "+now.Name, "every one of "+old.Name, f.Tests)}
	return f
}

func sayItemsChange(f *findings.Finding) string {
	top := topTest(f.Tests)
	if top < 0 {
		return "No item is answered higher or lower than in the wave before by more than chance could make it."
	}
	row := f.Table.Rows[top]
	way := "higher"
	if row[4].Number < 0 {
		way = "lower"
	}
	return fmt.Sprintf("“%s” is answered %s than in the wave before (%s chose one of the two highest answers, was %s).", row[0].Label, way,
		spoken(row[1]), spoken(row[2]))
}
