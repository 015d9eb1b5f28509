package measure

import (
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// Change compares the newest wave with the one before, theme by theme: for
// everyone and, since who answers may change too, for each role.
var Change = &Measure{
	Name:  "change",
	Words: true,
	Books: true,
	Title: "What changed",
	Doc:   "Do people write about other things than in the wave before?",
	Count: func(p *Pass) {
		if p.at.wave < 0 {
			return
		}
		role := p.Survey.Index(survey.RoleID)
		both := p.layout.Add(tally.Both(waveRole, p.layout.Items[p.at.wave], p.everAnswers(role)))
		for _, item := range p.countAlike() {
			p.addEver(item)
			p.layout.Cross(p.ever(item.ID), both)
		}
	},
	Run: func(p *Pass) []findings.Finding {
		if p.at.wave < 0 || p.Chosen {
			return nil
		}
		everyone := change{p, p.at.wave, func(wave int) int { return wave }, p.Say("people"), nil}
		found := everyone.findings("change")
		for _, g := range p.roles() {
			one := change{p, p.layout.Index(waveRole), func(wave int) int { return wave*len(survey.Roles()) + g.Choice }, findings.RolePeople(p.Lang, g.Name), nil}
			found = append(found, one.findings("change."+g.Name)...)
		}
		if len(found) > 1 {
			found[0].Notes = append(found[0].Notes, p.notef("Everyone together can change because other people answered: see each role for itself."))
		}
		return found
	},
	Say: sayChange,
}

const waveRole = "wave.role"

// A change is how the themes of one group of people differ between waves.
type change struct {
	*Pass
	by     int                // item that tells waves apart
	of     func(wave int) int // choice of that item
	who    string             // "parents"
	enough []group            // waves in which enough of them wrote something
}

// findings compares the last two waves in which enough people wrote something;
// none where there are not two.
func (c change) findings(id string) []findings.Finding {
	cross := c.Tally.Cross(c.alike(), c.by)
	for i, name := range c.waves() {
		if n := cross.Base[c.of(i)]; n >= c.Small {
			c.enough = append(c.enough, group{Choice: c.of(i), Name: name, People: n})
		}
	}
	if len(c.enough) < 2 {
		return nil
	}
	found := []findings.Finding{c.last(id, cross)}
	if parts := c.partsOfChange(id+".parts", cross); parts != nil && c.by == c.at.wave {
		found = append(found, *parts)
	}
	if len(c.enough) > 2 {
		found = append(found, c.trend(id+".trend", cross))
	}
	return found
}

// last compares the newest wave with the one before it.
func (c change) last(id string, cross *tally.Crosstab) findings.Finding {
	old, now := c.enough[len(c.enough)-2], c.enough[len(c.enough)-1]
	before, after := c.check(c.ever("themes"), c.by, old.Choice), c.check(c.ever("themes"), c.by, now.Choice)
	corrected := before != nil && after != nil
	f := findings.Finding{
		ID: id,
		Table: findings.Table{Columns: []findings.Column{
			{Name: c.Say("Theme"), Key: "theme"}, {Name: old.Name, Unit: findings.Share, Key: "before", Corrected: corrected}, {Name: now.Name, Unit: findings.Share, Key: "after", Corrected: corrected},
			{Name: c.Say("Change (points)"), Unit: findings.Points, Key: "change", Corrected: corrected},
		}},
		Figure: &findings.Figure{
			Kind: findings.Dots, Title: c.Sayf("Share of the %s who wrote something", c.who), Values: []int{1, 2},
			Caption: c.captionEver(c.Sayf("Base: %s", c.base(old, now)) + c.whiskers()),
		},
	}
	totals, _ := c.Tally.Count(c.alike())
	themes := c.order(totals)
	for _, i := range themes {
		a, b := c.told(i, old), c.told(i, now)
		diff, test := c.difference(cross.Counts[i][now.Choice], now.People, cross.Counts[i][old.Choice], old.People)
		if corrected {
			a, b = before.beside(a, i), after.beside(b, i)
			diff, test = after.difference(before, i)
		}
		if row := []findings.Cell{a, b}; withholds(row) || corrected && bounds(row) {
			diff, test = untold()
		}
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{themeCell(c.Themes[i]), a, b, diff})
		f.Tests = append(f.Tests, test)
	}
	adjustAll(&f)
	f.Notes = []findings.Note{c.notef("Shares of the %s of each wave who wrote something: %s. Both waves are coded by the same codebook. %s",
		c.who, c.base(old, now), c.onlyWhere(c.Say("A change"), c.Say("its 95% interval (Newcombe)"), c.Say("its P"), f.Tests))}
	if len(c.Invited) > 0 {
		f.Notes = append(f.Notes, c.notef("How many were invited makes no interval here narrower: a change is told of people like those of each wave, not of these alone."))
	}
	if corrected {
		f.Notes = append(f.Notes, c.correctedNotes(&f.Table, c.Sayf("%s and %s %s", c.Shown(before.People), c.Shown(after.People), c.who))...)
	} else {
		f.Notes = append(f.Notes, c.codedAlike()...)
	}
	return f
}

// told is the share of a theme in a wave, as far as it is told.
func (c change) told(theme int, w group) findings.Cell {
	if c.conceals(theme, c.by, w.Choice) || c.by != c.at.wave && c.isNow(w) && c.conceals(theme, c.at.role, w.Choice%len(survey.Roles())) {
		return findings.HiddenCell()
	}
	return c.share(c.Tally.Cross(c.alike(), c.by).Counts[theme][w.Choice], w.People)
}

// isNow reports whether a role's wave is the one that the other tables are about.
func (c change) isNow(w group) bool { return w.Choice/len(survey.Roles()) == len(c.waves())-1 }

// base is the size of two waves: "120 people in 2025 and 140 in 2026".
func (c change) base(old, now group) string {
	return c.Sayf("%s %s in %s and %s in %s", c.Shown(old.People), c.who, old.Name, c.Shown(now.People), now.Name)
}

// sayChange tells the largest change that is more than chance.
func sayChange(l say.Language, f *findings.Finding) string {
	switch t := &f.Table; {
	case t.Column("wave") >= 0:
		return sayTrend(l, f)
	case t.Column("by-people") >= 0:
		return sayParts(l, f)
	}
	columns, who := f.Table.Columns, whoOf(l, f)
	top := findings.Widest(f.Tests)
	old, now := columns[f.Table.Column("before")].Name, columns[f.Table.Column("after")].Name
	if top < 0 {
		if withheldAll(f) {
			return l.Sayf("What %s wrote about in %s and in %s.", who, old, now)
		}
		if tooFew(f) {
			return l.Sayf("Too few %s wrote something in %s or in %s to compare.", who, old, now)
		}
		if roleOf(f) == "" {
			return l.Sayf("Between %s and %s, no change in what people wrote about stands out from chance, with all themes looked at together.", old, now)
		}
		return l.Sayf("Between %s and %s, no change in what %s wrote about stands out from chance, with all themes looked at together.", old, now, who)
	}
	row := f.Table.Rows[top]
	theme, is, was := say.Lower(row[0].Label), spoken(l, f.Table.Cell(row, "after")), spoken(l, f.Table.Cell(row, "before"))
	untold := hides(f.Table.Cell(row, "after"), f.Table.Cell(row, "before"))
	switch fewer := f.Tests[top].Effect.Value < 0; {
	case untold && fewer:
		return l.Sayf("In %s fewer %s wrote about %s than in %s.", now, who, theme, old)
	case untold:
		return l.Sayf("In %s more %s wrote about %s than in %s.", now, who, theme, old)
	case fewer:
		return l.Sayf("In %s fewer %s wrote about %s than in %s (%s, was %s).", now, who, theme, old, is, was)
	}
	return l.Sayf("In %s more %s wrote about %s than in %s (%s, was %s).", now, who, theme, old, is, was)
}

// whoOf is whom a finding of change is about.
func whoOf(l say.Language, f *findings.Finding) string {
	if role := roleOf(f); role != "" {
		return findings.RolePeople(l, role)
	}
	return l.Say("people")
}

// roleOf is the key of their role; "" for everybody.
func roleOf(f *findings.Finding) string {
	if parts := strings.Split(f.ID, "."); len(parts) > 1 && slices.Contains(survey.Roles(), parts[1]) {
		return parts[1]
	}
	return ""
}
