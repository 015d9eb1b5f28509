package measure

import (
	"fmt"
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
		themes := p.anywhere("themes", len(p.Themes), p.theme)
		if p.addEver(themes); p.at.wave >= 0 {
			role := p.Survey.Index(survey.RoleID)
			both := tally.Both(waveRole, p.layout.Items[p.at.wave], p.everAnswers(role))
			p.layout.Cross(p.ever(themes.ID), p.layout.Add(both))
		}
	},
	Run: func(p *Pass) []findings.Finding {
		if p.at.wave < 0 || p.Chosen {
			return nil
		}
		all := p.ever("themes")
		everyone := change{p, all, p.at.wave, func(wave int) int { return wave }, "people", nil}
		found := everyone.findings("change")
		for _, g := range p.roles() {
			one := change{p, all, p.layout.Index(waveRole), func(wave int) int { return wave*len(survey.Roles()) + g.Choice }, say.Lower(plural[g.Name]), nil}
			found = append(found, one.findings("change."+g.Name)...)
		}
		if len(found) > 1 {
			found[0].Notes = append(found[0].Notes, note("Everyone together can change because other people answered: see each role for itself."))
		}
		return found
	},
	Say: sayChange,
}

const waveRole = "wave.role"

// A change is how the themes of one group of people differ between waves.
type change struct {
	*Pass
	all    int                // item of themes
	by     int                // item that tells waves apart
	of     func(wave int) int // choice of that item
	who    string             // "parents"
	enough []group            // waves in which enough of them wrote something
}

// findings compares the last two waves in which enough people wrote something;
// none where there are not two.
func (c change) findings(id string) []findings.Finding {
	cross := c.Tally.Cross(c.all, c.by)
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
	before, after := c.check(c.all, c.by, old.Choice, sampledLeast), c.check(c.all, c.by, now.Choice, sampledLeast)
	corrected := before != nil && after != nil
	f := findings.Finding{
		ID: id,
		Table: findings.Table{Columns: []findings.Column{
			{Name: "Theme"}, {Name: old.Name, Unit: findings.Share, Key: "before"}, {Name: now.Name, Unit: findings.Share, Key: "after"},
			{Name: changeName, Unit: findings.Points},
		}},
		Figure: &findings.Figure{
			Kind: findings.Dots, Title: "Share of the " + c.who + " who wrote something", Values: []int{1, 2},
			Caption: c.captionEver("Base: " + c.base(old, now) + c.whiskers()),
		},
	}
	totals, _ := c.Tally.Count(c.all)
	themes := c.order(totals)
	for _, i := range themes {
		a, b := c.share(cross.Counts[i][old.Choice], old.People), c.share(cross.Counts[i][now.Choice], now.People)
		diff, test := c.difference(cross.Counts[i][now.Choice], now.People, cross.Counts[i][old.Choice], old.People)
		if corrected {
			a, b = before.corrected(i), after.corrected(i)
			diff, test = after.difference(before, i)
		}
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(c.Themes[i].Label), a, b, diff})
		f.Tests = append(f.Tests, test)
	}
	adjustAll(&f)
	f.Notes = []findings.Note{note("Shares of the %s of each wave who wrote something: %s. Both waves are coded by the same codebook. %s",
		c.who, c.base(old, now), onlyWhere("A change", newcombe, "its P", f.Tests))}
	if corrected {
		f.Notes = append(f.Notes, correctedNotes(&f.Table, fmt.Sprintf("%s and %s %s", c.Shown(before.People), c.Shown(after.People), c.who))...)
	} else {
		f.Notes = append(f.Notes, asCoded())
	}
	return f
}

const changeName = "Change (points)"

// base is the size of two waves: "120 people in 2025 and 140 in 2026".
func (c change) base(old, now group) string {
	return fmt.Sprintf("%s %s in %s and %s in %s", c.Shown(old.People), c.who, old.Name, c.Shown(now.People), now.Name)
}

// sayChange tells the largest change that is more than chance.
func sayChange(f *findings.Finding) string {
	if f.Table.Columns[0].Name == "Wave" {
		return sayTrend(f)
	}
	columns, who := f.Table.Columns, whoOf(f)
	if columns[len(columns)-1].Name == peopleName {
		return sayParts(f)
	}
	top := topTest(f.Tests)
	old, now := columns[len(columns)-3].Name, columns[len(columns)-2].Name
	if top < 0 {
		if tooFew(f) {
			return fmt.Sprintf("Too few %s wrote something in %s or in %s to compare.", who, old, now)
		}
		return fmt.Sprintf("Between %s and %s, no change in what %s wrote about stands out from chance, with all themes looked at together.", old, now, who)
	}
	row := f.Table.Rows[top]
	verb := "more"
	if row[3].Number < 0 {
		verb = "fewer"
	}
	return fmt.Sprintf("In %s %s %s wrote about %s than in %s (%s, was %s).", now, verb, who, say.Lower(row[0].Label), old,
		spoken(row[2]), spoken(row[1]))
}

// whoOf is whom a finding of change is about.
func whoOf(f *findings.Finding) string {
	if parts := strings.Split(f.ID, "."); len(parts) > 1 && plural[parts[1]] != "" {
		return say.Lower(plural[parts[1]])
	}
	return "people"
}
