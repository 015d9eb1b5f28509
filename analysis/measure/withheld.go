package measure

import (
	"fmt"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// Withheld lists what is not told, without duplicates.
func (p *Pass) Withheld() []findings.Withheld {
	var all []findings.Withheld
	add := func(w findings.Withheld) {
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	for i, groups := range p.Told.All.Groups {
		s := &p.cuts[i]
		for k, g := range groups {
			wrote := p.Told.Wrote.Groups[i][k]
			one := findings.Withheld{Where: "Everywhere", Group: s.Title + ": " + p.name(s, g), Rule: ruleFewer(p.Small)}
			switch {
			case g.Hidden:
				add(one)
			case wrote.Hidden:
				one.Where = "What people wrote"
				add(one)
			case len(g.Choices) > 1:
				one.Rule = "tells of several groups together, as some of them are of " + Fewer(p.Small)
				add(one)
			}
		}
		if merged := p.Told.Merged(i); len(merged) > 0 {
			add(findings.Withheld{
				Where: "Everywhere", Group: s.Title + ": people of several groups", Rule: p.ruleMerged(s, merged),
			})
		}
	}
	for _, w := range p.withheld {
		add(w)
	}
	return all
}

// logAmong records what a table hides besides what all do.
func (p *Pass) logAmong(i, item int, told *privacy.Among) {
	for k, group := range told.Groups {
		if group.Hidden && !p.Told.All.Groups[i][k].Hidden {
			p.withheld = append(p.withheld, findings.Withheld{
				Where: p.where(item), Group: p.cuts[i].Title + ": " + p.name(&p.cuts[i], group), Rule: ruleFewer(p.Small),
			})
		}
	}
}

// where names the tables that an item's people are told in.
func (p *Pass) where(item int) string {
	for q, question := range p.Survey.Questions {
		if p.at.answers[q] == item || p.at.themesAt[q] == item || p.at.tonesAt[q] == item {
			return "Answers to “" + question.Text + "”"
		}
	}
	if p.layout.Items[item].Words {
		return "What people wrote"
	}
	return "Some tables"
}

// name is a group as the log names it.
func (p *Pass) name(s *split, g privacy.Group) string {
	if s.id == survey.RoleID {
		return plural[g.Name]
	}
	return g.Name
}

func ruleFewer(small int64) string {
	return fmt.Sprintf("tells of %s, or lets the number of so few be worked out from others", Fewer(small))
}

// ruleMerged says where people of several choices count, of whom there are too
// few.
func (p *Pass) ruleMerged(s *split, merged []privacy.Merger) string {
	if s.id != survey.RoleID {
		return "count in the smallest of these alone, where they are " + Fewer(p.Small)
	}
	var where []string
	for _, m := range merged {
		var roles []string
		for _, choice := range m.Picks {
			roles = append(roles, say.Lower(plural[s.Names[choice]]))
		}
		where = append(where, fmt.Sprintf("those who are %s count as %s alone", say.English.List(roles), say.Lower(plural[s.Names[m.In]])))
	}
	return say.English.List(where) + ", since they are " + Fewer(p.Small)
}
