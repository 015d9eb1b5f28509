package measure

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"commonground/analysis/findings"
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
		f := p.split("themes.by.role", p.at.role, p.roles())
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
			all = append(all, p.split("themes.by."+question.ID, item, p.present(item, question.Choices)))
			split := &all[len(all)-1] // its first note is the question
			split.Notes = slices.Insert(split.Notes, 0, note("%s", question.Text))
			if question.Kind != survey.Multiple {
				p.testSplit(split, item)
			}
		}
		return all
	},
	Say: func(f *findings.Finding) string {
		if len(f.Table.Columns) < 2 {
			return "Nobody who wrote something gave a group."
		}
		if top := topTest(f.Tests); top >= 0 {
			return sayApart(f, top)
		}
		return fmt.Sprintf("What people wrote about, by “%s”.", shorten(f.Notes[0].Text))
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
	for _, i := range p.order(totals) {
		counts := make([][]int64, len(groups))
		for k, g := range groups {
			counts[k] = []int64{cross.Counts[i][g], cross.Base[g] - cross.Counts[i][g]}
		}
		f.Tests = append(f.Tests, stats.Associate(counts))
	}
	adjustAll(f)
	f.Notes = append(f.Notes, note("Whether the %s groups large enough differ is tested for each theme by its counts (%s); a difference is told as a "+
		"sentence only where P, adjusted for the %s themes of this table (Benjamini and Hochberg), is at most 0.05 and the interval of Cramér's V excludes 0.",
		number(float64(len(groups))), list(methods(f.Tests)), number(float64(len(f.Tests)))))
}

// methods names how tests were made, each once.
func methods(tests []stats.Test) []string {
	var names []string
	for _, t := range tests {
		if !slices.Contains(names, t.Name) {
			names = append(names, t.Name)
		}
	}
	return names
}

// sayApart tells on which theme groups differ most, from which share to which.
func sayApart(f *findings.Finding, top int) string {
	row := f.Table.Rows[top]
	low, high := -1, -1
	for j := 1; j < len(row); j++ {
		switch {
		case row[j].Hidden || isCorrected(f.Table.Columns[j]):
		case low < 0:
			low, high = j, j
		case row[j].Number < row[low].Number:
			low = j
		case row[j].Number > row[high].Number:
			high = j
		}
	}
	if low < 0 {
		return fmt.Sprintf("The groups of “%s” differ on %s.", shorten(f.Notes[0].Text), lower(row[0].Label))
	}
	return fmt.Sprintf("By “%s”, people differ most on %s: from %s (%s) to %s (%s).", shorten(f.Notes[0].Text), lower(row[0].Label),
		spoken(row[low]), f.Table.Columns[low].Name, spoken(row[high]), f.Table.Columns[high].Name)
}

// split is the table of theme shares in each group of an item: a row a theme,
// a column a group.
func (p *Pass) split(id string, by int, groups []group) findings.Finding {
	cross := p.Tally.Cross(p.at.themes, by)
	f := findings.Finding{
		ID:    id,
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}}},
		Notes: []findings.Note{note("Shares of the people of each group who wrote something. " +
			"A person in two groups is in both columns.")},
	}
	var bases []string
	var values []int
	for _, g := range groups {
		if cross.Base[g.Choice] == 0 {
			continue
		}
		f.Table.Columns = append(f.Table.Columns, p.groupColumn(by, g))
		values = append(values, len(f.Table.Columns)-1)
		if cross.Base[g.Choice] >= p.Small {
			bases = append(bases, p.sized(by, g, cross.Base[g.Choice]))
		}
	}
	totals, _ := p.Tally.Count(p.at.themes)
	for _, i := range p.order(totals) {
		row := []findings.Cell{findings.Text(p.Themes[i].Label)}
		for _, g := range groups {
			if cross.Base[g.Choice] > 0 {
				row = append(row, p.shareIn(by, g, cross.Counts[i][g.Choice], cross.Base[g.Choice]))
			}
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	checked, draw := p.splitCorrected(&f, by, groups)
	caption := "Base: " + list(bases)
	switch len(draw) {
	case 0:
		f.Notes = append(f.Notes, asCoded())
	case len(values):
		values, caption = draw, caption+"; shares corrected by a blind sample of "+list(checked)
	default:
		f.Notes = append(f.Notes, partlyCoded())
	}
	if len(bases) > 0 {
		f.Figure = &findings.Figure{
			Kind: findings.Dots, Title: "Share of each group's people who wrote something",
			Caption: p.caption(caption + p.whiskers()), Values: values,
		}
	}
	return f
}

// groupColumn is the column of a group's shares.
func (p *Pass) groupColumn(by int, g group) findings.Column {
	if by == p.at.role {
		return findings.Column{Name: plural[g.Name], Unit: findings.Share, Key: g.Name}
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
		return base + " " + lower(plural[g.Name])
	}
	return fmt.Sprintf("%s (%s)", base, g.Name)
}

// splitCorrected adds the groups' columns of corrected shares to a split, and
// returns how many people of each group were checked, and these columns.
func (p *Pass) splitCorrected(f *findings.Finding, by int, groups []group) (checked []string, columns []int) {
	totals, _ := p.Tally.Count(p.at.themes)
	for _, g := range groups {
		c := p.check(p.at.themes, by, g.Choice, sampledLeast)
		if c == nil {
			continue
		}
		column := p.groupColumn(by, g)
		column.Name += correctedSuffix
		checked, columns = append(checked, p.sized(by, g, c.People)), append(columns, len(f.Table.Columns))
		f.Table.Columns = append(f.Table.Columns, column)
		for row, i := range p.order(totals) {
			f.Table.Rows[row] = append(f.Table.Rows[row], c.corrected(i))
		}
	}
	if len(columns) > 0 {
		f.Notes = append(f.Notes, correctedNotes(&f.Table, list(checked))...)
	}
	return checked, columns
}

// order lists the themes that somebody wrote about, most first, by corrected
// shares where there are any.
func (p *Pass) order(totals []int64) []int {
	var themes []int
	shares := make([]float64, len(totals))
	check := p.check(p.at.themes, anybody, 0, sampledLeast)
	for i, n := range totals {
		if check != nil {
			shares[i] = check.corrected(i).Number
		}
		if n > 0 || shares[i] > 0 {
			themes = append(themes, i)
		}
	}
	slices.SortStableFunc(themes, func(a, b int) int {
		return cmp.Or(cmp.Compare(shares[b], shares[a]), cmp.Compare(totals[b], totals[a]))
	})
	return themes
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
	f.Tests = make([]stats.Test, len(f.Table.Rows))
	var adjust []*stats.Test
	for row, i := range p.order(totals) {
		c, test := p.difference(cross.Counts[i][parent], n1, cross.Counts[i][teacher], n2)
		if corrected {
			c, test = checked1.difference(checked2, i)
		}
		f.Table.Rows[row] = append(f.Table.Rows[row], c)
		f.Tests[row] = test
		adjust = append(adjust, &f.Tests[row])
	}
	stats.Adjust(adjust)
	what := ""
	switch {
	case p.Sample != nil && !corrected:
		what = ", as coded"
	case corrected:
		what = fmt.Sprintf(", by the corrected shares (%s and %s checked)", p.shown(checked1.People), p.shown(checked2.People))
	}
	f.Notes = append(f.Notes, note("The last column compares %s parents with %s teachers%s; people who are both are on neither side. "+
		"A difference is told as a sentence only where its 95%% interval (Newcombe) excludes 0 and its P, adjusted for the "+
		"%s comparisons of this table (Benjamini and Hochberg), is at most 0.05.", p.shown(n1), p.shown(n2), what, number(float64(len(f.Tests)))))
}

const differenceName = "Parents minus teachers (points)"

// Tells reports whether a comparison may be told as a difference.
func Tells(t stats.Test) bool {
	return (t.Effect.Low > 0 || t.Effect.High < 0) && t.Q <= 0.05 && math.Abs(t.Effect.Value) >= 0.005
}

// topTest is the place of the largest difference that may be told; -1 for none.
func topTest(tests []stats.Test) int {
	top := -1
	for i, t := range tests {
		if Tells(t) && (top < 0 || math.Abs(t.Effect.Value) > math.Abs(tests[top].Effect.Value)) {
			top = i
		}
	}
	return top
}

func sayContrast(f *findings.Finding) string {
	if len(f.Tests) == 0 {
		return "What each role wrote about."
	}
	top := topTest(f.Tests)
	if top < 0 {
		return "No difference between parents and teachers is larger than chance could make it."
	}
	row, last := f.Table.Rows[top], len(f.Table.Columns)-1
	more, less := "Parents", "teachers"
	if row[last].Number < 0 {
		more, less = "Teachers", "parents"
	}
	return fmt.Sprintf("%s write about %s more often than %s do.", more, lower(row[0].Label), less)
}
