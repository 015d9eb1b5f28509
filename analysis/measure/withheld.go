package measure

import (
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/privacy"
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
			one := findings.Withheld{Where: p.Say("Everywhere"), Group: s.Title + ": " + p.name(s, g), Rule: p.ruleFewer()}
			switch {
			case g.Hidden:
				add(one)
			case wrote.Hidden:
				one.Where = p.Say("What people wrote")
				add(one)
			case len(g.Choices) > 1:
				one.Rule = p.Sayf("tells of several groups together, as some of them are of %s", p.Fewer())
				add(one)
			}
		}
		if merged := p.Told.Merged(i); len(merged) > 0 {
			add(findings.Withheld{
				Where: p.Say("Everywhere"), Group: p.Sayf("%s: people of several groups", s.Title), Rule: p.ruleMerged(s, merged),
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
				Where: p.where(item), Group: p.cuts[i].Title + ": " + p.name(&p.cuts[i], group), Rule: p.ruleFewer(),
			})
		}
	}
}

// where names the tables that an item's people are told in.
func (p *Pass) where(item int) string {
	for q, question := range p.Survey.Questions {
		if p.at.answers[q] == item || p.at.themesAt[q] == item || p.at.tonesAt[q] == item {
			return p.Sayf("Answers to “%s”", question.Text)
		}
	}
	if p.layout.Items[item].Words {
		return p.Say("What people wrote")
	}
	return p.Say("Some tables")
}

// name is a group as the log names it.
func (p *Pass) name(s *split, g privacy.Group) string {
	if s.id == survey.RoleID {
		return plural(p.Lang, g.Name)
	}
	return g.Name
}

func (p *Pass) ruleFewer() string {
	return p.Sayf("tells of %s, or lets the number of so few be worked out from others", p.Fewer())
}

// ruleMerged says where people of several choices count, of whom there are too
// few.
func (p *Pass) ruleMerged(s *split, merged []privacy.Merger) string {
	if s.id != survey.RoleID {
		return p.Sayf("count in the smallest of these alone, where they are %s", p.Fewer())
	}
	var where []string
	for _, m := range merged {
		var roles []string
		for _, choice := range m.Picks {
			roles = append(roles, findings.RolePeople(p.Lang, s.Names[choice]))
		}
		where = append(where, p.Sayf("those who are %s count as %s alone", p.Lang.List(roles), findings.RolePeople(p.Lang, s.Names[m.In])))
	}
	return p.Sayf("%s, since they are %s", p.Lang.List(where), p.Fewer())
}
