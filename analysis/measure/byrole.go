package measure

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// ByRole puts the roles side by side, theme by theme.
var ByRole = &Measure{
	Name:  "themes.by.role",
	Words: true,
	Books: true,
	Title: "Themes by role",
	Doc:   "Do parents and teachers write about different things?",
	Run: func(p *Pass) []findings.Finding {
		if !p.comparesRoles() {
			return nil
		}
		f := p.sharesBy("themes.by.role", p.at.role, p.roles())
		f.Notes = append(f.Notes, p.finiteNote()...)
		p.contrast(&f)
		return []findings.Finding{f}
	},
	Say: sayContrast,
}

// comparesRoles reports whether two roles or more are large enough to be put
// side by side.
func (p *Pass) comparesRoles() bool {
	large := 0
	for _, n := range p.Tally.Cross(p.at.themes, p.at.role).Base {
		if n >= p.Small {
			large++
		}
	}
	return large > 1
}

// contrast adds the difference between parents and teachers to a table by
// role: people who are both stand on neither side.
func (p *Pass) contrast(f *findings.Finding) {
	parent, teacher := survey.Parent.Choice(), survey.Teacher.Choice()
	cross := p.Tally.Cross(p.at.themes, p.at.side)
	n1, n2 := cross.Base[parent], cross.Base[teacher]
	if min(n1, n2) < p.Small || p.Chosen {
		return
	}
	checked1, checked2 := p.check(p.at.themes, p.at.side, parent, 0), p.check(p.at.themes, p.at.side, teacher, 0)
	corrected := checked1 != nil && checked2 != nil
	f.Table.Columns = append(f.Table.Columns, findings.Column{Name: differenceName, Unit: findings.Points})
	totals, _ := p.Tally.Count(p.at.themes)
	for row, i := range p.order(totals) {
		c, test := p.difference(cross.Counts[i][parent], n1, cross.Counts[i][teacher], n2)
		if corrected {
			c, test = checked1.difference(checked2, i)
		}
		f.Table.Rows[row] = append(f.Table.Rows[row], c)
		f.Tests = append(f.Tests, test)
	}
	adjustAll(f)
	what := ""
	switch {
	case p.Sample != nil && !corrected:
		what = ", as coded"
	case corrected:
		what = fmt.Sprintf(", by the corrected shares (%s and %s checked)", p.Shown(checked1.People), p.Shown(checked2.People))
	}
	f.Notes = append(f.Notes, note("The last column compares %s parents with %s teachers%s; people who are both are on neither side. %s",
		p.Shown(n1), p.Shown(n2), what, onlyWhere("A difference", newcombe, "its P", f.Tests)))
}

const differenceName = "Parents minus teachers (points)"

func sayContrast(f *findings.Finding) string {
	if len(f.Tests) == 0 {
		return "What each role wrote about."
	}
	top := topTest(f.Tests)
	if top < 0 {
		if tooFew(f) {
			return "Too few parents or teachers wrote something to compare them."
		}
		return "No difference between parents and teachers stands out from chance, with all themes looked at together."
	}
	row, last := f.Table.Rows[top], len(f.Table.Columns)-1
	more, less := "Parents", "teachers"
	if row[last].Number < 0 {
		more, less = "Teachers", "parents"
	}
	return fmt.Sprintf("%s write about %s more often than %s do.", more, say.Lower(row[0].Label), less)
}
