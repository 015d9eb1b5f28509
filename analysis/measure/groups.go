package measure

import (
	"fmt"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// ByGroup splits the themes by each question that was asked for.
var ByGroup = &Measure{
	Name:  "themes.by.group",
	Words: true,
	Books: true,
	Title: "Themes by group",
	Doc:   "Do the groups asked for write about different things?",
	Run: func(p *Pass) []findings.Finding {
		var all []findings.Finding
		for _, q := range p.splits() {
			question := p.Survey.Questions[q]
			item := p.at.answers[q]
			all = append(all, p.sharesBy("themes.by."+question.ID, item, p.present(item, question.Choices)))
			split := &all[len(all)-1]
			split.About = question.Text
			split.Notes = slices.Insert(split.Notes, 0, findings.Note{Text: question.Text})
			if question.Kind != survey.Multiple {
				p.testSplit(split, item)
			}
		}
		return all
	},
	Say: func(l say.Language, f *findings.Finding) string {
		if len(f.Table.Columns) < 2 {
			return l.Say("Nobody who wrote something gave a group.")
		}
		if top := findings.Widest(f.Tests); top >= 0 {
			return sayApart(l, f, top)
		}
		return l.Sayf("What people wrote about, by “%s”.", shorten(f.About))
	},
}

// testSplit tests, theme by theme, whether the groups of a split differ: those that
// are large enough, of which nobody is in two.
func (p *Pass) testSplit(f *findings.Finding, by int) {
	cross := p.Tally.Cross(p.at.themes, by)
	var groups []int
	for g, n := range cross.Base {
		if n >= p.Small {
			groups = append(groups, g)
		}
	}
	if len(groups) < 2 || p.Chosen {
		return
	}
	totals, _ := p.Tally.Count(p.at.themes)
	weighed, topped := p.weighedIn(by, groups...), p.topped()
	for row, i := range p.order(totals) {
		if weighed != nil {
			f.Tests = append(f.Tests, apart(weighed, i, topped[i]))
			continue
		}
		if withholds(f.Table.Rows[row]) {
			f.Tests = append(f.Tests, stats.Associate(nil))
			continue
		}
		counts := make([][]int64, len(groups))
		for k, g := range groups {
			x := bound(cross.Counts[i][g], cross.Base[g])
			counts[k] = []int64{x, cross.Base[g] - x}
		}
		f.Tests = append(f.Tests, stats.Associate(counts))
	}
	adjustAll(f)
	large, how := number(p.Lang, float64(len(groups))), p.Lang.List(p.methods(f.Tests))
	where := p.onlyWhere(p.Say("A difference"), p.Say("the 95% interval of Cramér's V"), p.Say("P"), f.Tests)
	if weighed != nil {
		f.Notes = append(f.Notes, p.notef("Whether the %s groups large enough differ is tested for each theme by its weighted counts (%s). %s", large, how, where))
		return
	}
	f.Notes = append(f.Notes, p.notef("Whether the %s groups large enough differ is tested for each theme by its counts (%s). %s", large, how, where))
}

// methods names how tests were made, each once.
func (p *Pass) methods(tests []stats.Test) []string {
	var names []string
	for _, t := range tests {
		if name := p.Say(t.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// sayApart tells on which theme groups differ most, from which share to which.
func sayApart(l say.Language, f *findings.Finding, top int) string {
	row := f.Table.Rows[top]
	low, high := extremes(&f.Table, row)
	if low == high {
		return l.Sayf("The groups of “%s” differ on %s.", shorten(f.About), say.Lower(row[0].Label))
	}
	return l.Sayf("By “%s”, people differ most on %s: from %s (%s) to %s (%s).", shorten(f.About), say.Lower(row[0].Label),
		spoken(l, row[low]), f.Table.Columns[low].Name, spoken(l, row[high]), f.Table.Columns[high].Name)
}

// sharesBy is the table of theme shares in each group of an item: a row a theme,
// a column a group.
func (p *Pass) sharesBy(id string, by int, groups []group) findings.Finding {
	cross := p.Tally.Cross(p.at.themes, by)
	f := findings.Finding{
		ID:    id,
		Table: findings.Table{Columns: []findings.Column{{Name: p.Say("Theme"), Key: "theme"}}},
		Notes: []findings.Note{p.notef("Shares of the people of each group who wrote something. " +
			"A person in two groups is in both columns.")},
	}
	var bases, few []string
	var values []int
	for _, g := range groups {
		base := cross.Base[g.Choice]
		if base == 0 {
			continue
		}
		f.Table.Columns = append(f.Table.Columns, p.groupColumn(by, g))
		switch {
		case base < p.Small:
			values = append(values, len(f.Table.Columns)-1)
		case base < findings.VeryFew:
			few = append(few, p.sized(by, g, base))
		default:
			values = append(values, len(f.Table.Columns)-1)
			bases = append(bases, p.sized(by, g, base))
		}
	}
	totals, _ := p.Tally.Count(p.at.themes)
	for _, i := range p.order(totals) {
		row := []findings.Cell{themeCell(p.Themes[i])}
		for _, g := range groups {
			if cross.Base[g.Choice] > 0 {
				cell := p.shareIn(by, g, cross.Counts[i][g.Choice], cross.Base[g.Choice])
				if p.conceals(i, by, g.Choice) {
					cell = findings.HiddenCell()
				}
				row = append(row, cell)
			}
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	p.splitWeighted(&f, by, groups)
	checked, draw := p.splitCorrected(&f, by, groups)
	caption := p.Sayf("Base: %s", p.Lang.List(bases))
	switch len(draw) {
	case 0:
		f.Notes = append(f.Notes, p.asCoded())
	case len(values):
		values, caption = draw, p.Sayf("%s; shares corrected by a blind sample of %s", caption, p.Lang.List(checked))
	default:
		f.Notes = append(f.Notes, p.partlyCoded())
	}
	if len(draw) < len(values) && p.Corrects() {
		caption = p.Sayf("%s; shares as coded", caption)
	}
	if len(few) > 0 {
		f.Notes = append(f.Notes, p.notef("No bar is drawn of fewer than %s people: %s.", number(p.Lang, findings.VeryFew), p.Lang.List(few)))
	}
	if len(bases) > 1 {
		f.Figure = &findings.Figure{
			Kind: findings.Dots, Title: p.Say("Share of each group's people who wrote something"),
			Caption: p.caption(caption + p.whiskers()), Values: values,
		}
	}
	return f
}

// groupColumn is the column of a group's shares.
func (p *Pass) groupColumn(by int, g group) findings.Column {
	if by == p.at.role {
		return p.roleColumn(g.Name)
	}
	return findings.Column{Name: g.Name, Unit: findings.Share}
}

// shareIn is a cell of a group's share.
func (p *Pass) shareIn(by int, g group, x, base int64) findings.Cell {
	if by == p.at.role {
		return p.shareOf(survey.Parent+survey.Role(g.Choice), x, base)
	}
	return p.share(x, base)
}

// sized writes a group and its size: "27 parents", "27 (2026)".
func (p *Pass) sized(by int, g group, n int64) string {
	base := findings.Count.Text(float64(n))
	if by == p.at.role {
		return base + " " + findings.RolePeople(p.Lang, g.Name)
	}
	return fmt.Sprintf("%s (%s)", base, g.Name)
}

// splitCorrected adds the groups' columns of corrected shares to a split, and
// returns how many people of each group were checked, and these columns.
func (p *Pass) splitCorrected(f *findings.Finding, by int, groups []group) (checked []string, columns []int) {
	totals, _ := p.Tally.Count(p.at.themes)
	coded := 0 // the column of the group's shares as coded
	for _, g := range groups {
		if p.Tally.Cross(p.at.themes, by).Base[g.Choice] == 0 {
			continue
		}
		coded++
		c := p.check(p.at.themes, by, g.Choice)
		if c == nil {
			continue
		}
		column := p.groupColumn(by, g)
		column.Name = p.Sayf("%s (corrected)", column.Name)
		column.Corrected = true
		checked, columns = append(checked, p.sized(by, g, c.People)), append(columns, len(f.Table.Columns))
		f.Table.Columns = append(f.Table.Columns, column)
		for row, i := range p.order(totals) {
			f.Table.Rows[row] = append(f.Table.Rows[row], c.beside(f.Table.Rows[row][coded], i))
		}
	}
	if len(columns) > 0 {
		f.Notes = append(f.Notes, p.correctedNotes(&f.Table, p.Lang.List(checked))...)
	}
	return checked, columns
}
