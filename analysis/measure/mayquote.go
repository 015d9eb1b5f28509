package measure

import (
	"strings"

	"commonground/analysis/privacy"
	"commonground/analysis/survey"
)

// The people whose words are shown are among so many of their role who wrote
// something, or the report's own threshold, if that is more: words tell more of
// a person than a number does.
const (
	fewestParents = 10 // and all who aren't staff
	fewestStaff   = 5  // and teachers
)

// MayQuote reports whether a comment may be shown: its writer agreed, as far as
// they were asked; it doesn't seem to tell of danger; and the writer doesn't stand
// out.
func (p *Pass) MayQuote(c *Comment) bool { return !c.Unquotable && !c.Danger && !p.StandsOut(c) }

// StandsOut reports whether what is told of a comment's writer would single them
// out: their role has too few people, or too few of these share their language
// together with their file, or with any other fact that is known of them.
func (p *Pass) StandsOut(c *Comment) bool {
	who := c.Respondent
	fewest := int64(fewestStaff)
	for _, r := range p.RolesOf(c) {
		if r != survey.Teacher && r != survey.Staff {
			fewest = fewestParents
		}
	}
	if p.Told.Alike(who, roleCut) < max(fewest, p.Small) {
		return true
	}
	lang := p.cut(langCut)
	for i, s := range p.cuts {
		known := s.id != monthCut && s.id != waveRole && s.id != survey.WaveID // of a person, by others
		if known && p.Told.Alike(who, roleCut, lang, i) < p.Small {
			return true
		}
	}
	return false
}

// RolesOf are the roles that a comment's writer is told by: one alone where
// people of all their roles are too few.
func (p *Pass) RolesOf(c *Comment) []survey.Role {
	var roles []survey.Role
	for _, choice := range p.Told.Of(c.Respondent, roleCut) {
		roles = append(roles, survey.Parent+survey.Role(choice))
	}
	return roles
}

// TellsRole reports whether the number of people of some roles, joined as in a
// cell, may be told.
func (p *Pass) TellsRole(roles string) bool {
	for _, told := range []privacy.Told{p.Told.All, p.Told.Wrote} {
		for _, g := range told.Groups[roleCut] {
			if g.Hidden && strings.Contains(roles, g.Name) {
				return false
			}
		}
	}
	return true
}
