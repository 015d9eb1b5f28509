package measure

import (
	"math"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
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
		p.nameCoded(&f)
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

// nameCoded calls the shares of roles as coded by that name where the share of
// everyone is corrected: a role's column may have no corrected one beside it.
func (p *Pass) nameCoded(f *findings.Finding) {
	if !p.Corrects() {
		return
	}
	for j := range f.Table.Columns {
		if c := &f.Table.Columns[j]; c.Unit == findings.Share && !c.Corrected && !c.Weighted {
			c.Name = p.Sayf("%s (as coded)", c.Name)
		}
	}
}

// contrast adds the difference between parents and teachers to a table by
// role: people who are both stand on neither side. Where the share of everyone is
// corrected, no shares as coded are compared: the reader would take them to be
// corrected too.
func (p *Pass) contrast(f *findings.Finding) {
	parent, teacher := survey.Parent.Choice(), survey.Teacher.Choice()
	cross := p.Tally.Cross(p.at.themes, p.at.side)
	n1, n2 := cross.Base[parent], cross.Base[teacher]
	if min(n1, n2) < p.Small || p.Chosen {
		return
	}
	weighed, topped := p.weighedIn(p.at.side, parent, teacher), p.topped()
	checked1, checked2 := p.check(p.at.themes, p.at.side, parent), p.check(p.at.themes, p.at.side, teacher)
	corrected := checked1 != nil && checked2 != nil
	few := !corrected && p.Corrects()
	f.Table.Columns = append(f.Table.Columns, findings.Column{
		Name: p.Say("Parents minus teachers (points)"), Unit: findings.Points, Key: "difference",
		Corrected: corrected || few, Weighted: weighed != nil && !corrected && !few,
	})
	if few {
		p.compareNone(f)
		return
	}
	totals, _ := p.Tally.Count(p.at.themes)
	for row, i := range p.order(totals) {
		c, test := p.difference(cross.Counts[i][parent], n1, cross.Counts[i][teacher], n2)
		switch {
		case corrected:
			c, test = checked1.difference(checked2, i)
		case weighed != nil:
			c, test = weighed[0].difference(weighed[1], i)
		}
		capped := tops(cross.Counts[i][parent], n1) || tops(cross.Counts[i][teacher], n2)
		if bounds(f.Table.Rows[row]) || corrected && capped || weighed != nil && topped[i] {
			c, test = untold()
		}
		f.Table.Rows[row] = append(f.Table.Rows[row], c)
		f.Tests = append(f.Tests, test)
	}
	adjustAll(f)
	what := ""
	switch {
	case corrected:
		what = p.Sayf(", by the corrected shares (%s and %s checked)", p.Shown(checked1.People), p.Shown(checked2.People))
	case weighed != nil:
		what = p.Say(", by their weighted shares")
	case p.Sample != nil:
		what = p.Say(", as coded")
	}
	f.Notes = append(f.Notes, p.notef("The last column compares %s parents with %s teachers%s; people who are both are on neither side. %s",
		p.Shown(n1), p.Shown(n2), what, p.differenceWhere(f.Tests)))
	f.Notes = append(f.Notes, p.differenceNotes(&f.Table)...)
}

// compareNone leaves the last column of a table by role empty.
func (p *Pass) compareNone(f *findings.Finding) {
	for row := range f.Table.Rows {
		f.Table.Rows[row] = append(f.Table.Rows[row], findings.Num(math.NaN()))
		f.Tests = append(f.Tests, stats.Difference(0, 0, 0, 0))
	}
	f.Notes = append(f.Notes, p.notef("The last column is empty: too few parents or teachers are checked by the blind sample to compare them, "+
		"and shares as coded are not compared where the share of everyone is corrected."))
}

func sayContrast(l say.Language, f *findings.Finding) string {
	if len(f.Tests) == 0 {
		return l.Say("What each role wrote about.")
	}
	top := findings.Widest(f.Tests)
	if top < 0 {
		if withheldAll(f) {
			return l.Say("What each role wrote about.")
		}
		if tooFew(f) && f.Table.Columns[f.Table.Column("difference")].Corrected {
			return l.Say("Too few parents or teachers are checked by the blind sample to compare them.")
		}
		if tooFew(f) {
			return l.Say("Too few parents or teachers wrote something to compare them.")
		}
		return l.Say("No difference between parents and teachers stands out from chance, with all themes looked at together.")
	}
	row := f.Table.Rows[top]
	if f.Table.Cell(row, "difference").Number < 0 {
		return l.Sayf("Teachers write about %s more often than parents do.", say.Lower(row[0].Label))
	}
	return l.Sayf("Parents write about %s more often than teachers do.", say.Lower(row[0].Label))
}
