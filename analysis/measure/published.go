package measure

import (
	"fmt"
	"math"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/tally"
)

// partsOfChange splits the change since the wave before into what the rules did
// and what people did: published are last year's shares as they were published,
// by the codebook, model and checks of then, and the same comments are coded
// again by those of today. nil where nothing was published, or where last year's
// comments are not at hand to be coded again.
func (c change) partsOfChange(id string, cross *tally.Crosstab) *findings.Finding {
	then := c.published()
	if then == nil {
		return nil
	}
	old, now := c.enough[len(c.enough)-2], c.enough[len(c.enough)-1]
	f := &findings.Finding{
		ID: id,
		Table: findings.Table{Columns: []findings.Column{
			{Name: "Theme"}, {Name: old.Name + ", as published", Unit: findings.Share}, {Name: old.Name + ", coded again", Unit: findings.Share},
			{Name: now.Name, Unit: findings.Share}, {Name: rulesName, Unit: findings.Points}, {Name: peopleName, Unit: findings.Points},
		}},
	}
	base := int64(0)
	totals, _ := c.Tally.Count(c.all)
	for _, i := range c.order(totals) {
		was, ok := then[c.Themes[i].ID]
		if !ok || was.Hidden {
			continue
		}
		base = max(base, was.Base)
		again, share := c.share(cross.Counts[i][old.Choice], old.People), c.share(cross.Counts[i][now.Choice], now.People)
		rules := findings.Num(again.Number - was.Number) // the same people: no chance in it
		rules.Base = min(was.Base, again.Base)
		people, test := c.difference(cross.Counts[i][now.Choice], now.People, cross.Counts[i][old.Choice], old.People)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(c.Themes[i].Label), was, again, share, rules, people})
		f.Tests = append(f.Tests, test)
	}
	if len(f.Table.Rows) == 0 {
		return nil
	}
	adjustAll(f)
	f.Notes = []findings.Note{note("Rules: the same comments of %s, coded by the codebook, the model and the checks of today, less what was published. "+
		"People: what %s wrote, less what was written in %s, both coded as of today (95%% interval: Newcombe; P adjusted for the themes of this table). "+
		"Only the second is a change of people.", old.Name, now.Name, old.Name), asCoded()}
	if base != old.People {
		f.Notes = append(f.Notes, note("The published shares are of %s people, those coded again of %s: not the same comments, "+
			"so a part of what is called rules may be people.", findings.Count.Text(float64(base)), c.Shown(old.People)))
	}
	return f
}

const (
	rulesName  = "By rules (points)"
	peopleName = "By people (points)"
)

// published are last year's shares of themes by the themes' IDs; nil for none.
func (p *Pass) published() map[string]findings.Cell {
	if p.Published == nil {
		return nil
	}
	f := p.Published.Finding("themes")
	if f == nil {
		return nil
	}
	column := slices.IndexFunc(f.Table.Columns, func(c findings.Column) bool { return c.Unit == findings.Share })
	if column < 0 {
		return nil
	}
	shares := map[string]findings.Cell{}
	for _, row := range f.Table.Rows {
		for _, t := range p.Published.Codebook {
			if t.Label == row[0].Label && column < len(row) && !math.IsNaN(row[column].Number) {
				shares[t.ID] = row[column]
			}
		}
	}
	return shares
}

// sayParts tells the largest change by rules, if it is larger than all by
// people, since it is the one to beware of.
func sayParts(f *findings.Finding) string {
	rules, people := widest(f.Table.Rows, 4), widest(f.Table.Rows, 5)
	if rules == nil || people == nil {
		return "What of the change is due to the rules, and what to people."
	}
	if math.Abs(rules[4].Number) > math.Abs(people[5].Number) {
		return fmt.Sprintf("The rules changed more than people did: “%s” moves by %s by the rules alone.", say.Lower(rules[0].Label), unsigned(rules[4].Number))
	}
	return fmt.Sprintf("The rules moved no theme by more than %s; people moved “%s” by %s.", unsigned(rules[4].Number), say.Lower(people[0].Label), unsigned(people[5].Number))
}

// widest is the row with the number farthest from 0 in a column; nil for none.
func widest(rows [][]findings.Cell, column int) []findings.Cell {
	var top []findings.Cell
	for _, row := range rows {
		if c := row[column]; !c.Hidden && (top == nil || math.Abs(c.Number) > math.Abs(top[column].Number)) {
			top = row
		}
	}
	return top
}
