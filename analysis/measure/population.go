package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// population is how many people were invited of a role in the newest wave, and
// of all roles for NoRole; 0 where that is not known.
func (p *Pass) population(role survey.Role) int64 {
	if n := p.invitedAs(role); n > 0 || role != survey.NoRole {
		return n
	}
	var all int64
	for _, g := range p.roles() {
		n := p.invitedAs(survey.Parent + survey.Role(g.Choice))
		if n == 0 {
			return 0
		}
		all += n
	}
	return all
}

func (p *Pass) invitedAs(role survey.Role) int64 {
	for _, i := range p.Invited {
		if i.Role == role && i.Question == "" && p.isNewest(i.Wave) {
			return int64(i.People)
		}
	}
	return 0
}

// shareOf is share for people of a role, or of any for NoRole, of whom it is
// known how many were invited: the more of them answered, the less is left to
// chance. Those who wrote something are taken to be as large a part of the
// invited as of those who answered.
func (p *Pass) shareOf(role survey.Role, x, base int64) findings.Cell {
	c := p.share(x, base)
	invited, came := p.population(role), p.People()
	if role != survey.NoRole {
		counts, _ := p.Tally.Count(p.at.role)
		came = counts[role.Choice()]
	}
	if p.Chosen || base == 0 || invited < came || c.Bound != findings.Exact {
		return c
	}
	e := stats.Finite(x, base, max(base, invited*base/came))
	c.Low, c.High = e.Low, e.High
	return c
}

// finiteNote says which intervals take into account how many were invited; nil
// where none do.
func (p *Pass) finiteNote() []findings.Note {
	var known []string
	for _, g := range p.roles() {
		if n := p.invitedAs(survey.Parent + survey.Role(g.Choice)); n >= g.People {
			known = append(known, findings.Count.Text(float64(n))+" "+findings.RolePeople(p.Lang, g.Name))
		}
	}
	if len(known) == 0 || p.Chosen {
		return nil
	}
	return []findings.Note{p.notef("It is known how many were invited (%s), so the intervals of these groups are for people of that number "+
		"(finite population correction): they cover chance, and not who chose to answer.", p.Lang.List(known))}
}
