package measure

import (
	"math"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/tally"
)

// partsOfChange splits the change since the wave before into what the rules did
// and what people did: published are last year's shares as they were published,
// by the codebook, model and checks of then, and the same comments are coded
// again as waves are compared today. nil where nothing was published, or where last year's
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
			{Name: c.Say("Theme"), Key: "theme"}, {Name: c.Sayf("%s, as published", old.Name), Unit: findings.Share, Key: "published"},
			{Name: c.Sayf("%s, coded again", old.Name), Unit: findings.Share, Key: "before"},
			{Name: now.Name, Unit: findings.Share, Key: "after"}, {Name: c.Say("By rules (points)"), Unit: findings.Points, Key: "by-rules"}, {Name: c.Say("By people (points)"), Unit: findings.Points, Key: "by-people"},
		}},
	}
	base := int64(0)
	totals, _ := c.Tally.Count(c.alike())
	for _, i := range c.order(totals) {
		was, ok := then[c.Themes[i].ID]
		if !ok || was.Hidden {
			continue
		}
		base = max(base, was.Base)
		again, share := c.told(i, old), c.told(i, now)
		rules := findings.Num(again.Number - was.Number) // the same people: no chance in it
		rules.Base = min(was.Base, again.Base)
		people, test := c.difference(cross.Counts[i][now.Choice], now.People, cross.Counts[i][old.Choice], old.People)
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{themeCell(c.Themes[i]), was, again, share, rules, people})
		f.Tests = append(f.Tests, test)
	}
	if len(f.Table.Rows) == 0 {
		return nil
	}
	adjustAll(f)
	f.Notes = append([]findings.Note{c.notef("%s People: what %s wrote, less what was written in %s, both coded as of today (95%% interval: Newcombe; "+
		"P adjusted for the themes of this table). Only the second is a change of people.", c.rules(old.Name), now.Name, old.Name)}, c.codedAlike()...)
	if base != old.People {
		f.Notes = append(f.Notes, c.notef("The published shares are of %s people, those coded again of %s: not the same comments, "+
			"so a part of what is called rules may be people.", findings.Count.Text(float64(base)), c.Shown(old.People)))
	}
	return f
}

// rules says what the part of a change is that rules made. What people decided for
// the report of then counts in what was published; today's counts where it is alike.
func (p *Pass) rules(then string) string {
	if p.alike() != p.ever(themesItem) {
		return p.Sayf("Rules: the same comments of %s, coded by the codebook and the model of today, less what was published; what people decided for that report is part of it.", then)
	}
	return p.Sayf("Rules: the same comments of %s, coded by the codebook, the model and the checks of today, less what was published.", then)
}

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
		if id := publishedID(p.Published, row); id != "" && column < len(row) && !math.IsNaN(row[column].Number) {
			shares[id] = row[column]
		}
	}
	return shares
}

// publishedID is the ID of the theme that a row is about: the key of its label or,
// in a report of before labels had keys, that of the label in its codebook.
func publishedID(r *findings.Report, row []findings.Cell) string {
	if row[0].Key != "" {
		return row[0].Key
	}
	for _, t := range r.Codebook {
		if t.Label == row[0].Label {
			return t.ID
		}
	}
	return ""
}

// sayParts tells the largest change by rules, if it is larger than all by
// people, since it is the one to beware of.
func sayParts(l say.Language, f *findings.Finding) string {
	byRules, byPeople := f.Table.Column("by-rules"), f.Table.Column("by-people")
	rules, people := widest(f.Table.Rows, byRules), widest(f.Table.Rows, byPeople)
	if rules == nil || people == nil {
		return l.Say("What of the change is due to the rules, and what to people.")
	}
	moved := unsigned(l, rules[byRules].Number)
	if math.Abs(rules[byRules].Number) > math.Abs(people[byPeople].Number) {
		return l.Sayf("The rules changed more than people did: “%s” moves by %s by the rules alone.", say.Lower(rules[0].Label), moved)
	}
	return l.Sayf("The rules moved no theme by more than %s; people moved “%s” by %s.", moved, say.Lower(people[0].Label), unsigned(l, people[byPeople].Number))
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
