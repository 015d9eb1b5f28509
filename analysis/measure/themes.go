package measure

import (
	"cmp"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// Themes counts the people who wrote about each theme, and about each group of
// themes.
var Themes = &Measure{
	Name:  "themes",
	Words: true,
	Books: true,
	Title: "Themes",
	Doc:   "What do people write about?",
	Run: func(p *Pass) []findings.Finding {
		found := []findings.Finding{p.prevalence("themes", findings.Column{Name: p.Say("Theme"), Key: "theme"}, p.at.themes, themeCells(p.Themes))}
		if groups := p.Groups(); len(groups) > 0 {
			what := findings.Column{Name: p.Say("Group of themes"), Key: "group"}
			found = append(found, p.prevalence("themes.groups", what, p.at.groups, groupCells(groups)))
		}
		return found
	},
	Say: func(l say.Language, f *findings.Finding) string {
		if column := len(f.Table.Columns) - 1; f.Table.Columns[column].Corrected && !f.Table.Rows[0][column].Hidden {
			return sayCorrected(l, f.Table.Rows, column)
		}
		first := leaders(f, 1)
		if len(first) == 0 {
			return l.Sayf("None of the %s people who wrote something touched a theme of the codebook.",
				number(l, float64(f.Table.Rows[0][1].Base)))
		}
		said := of(l, first[0][1].Number, first[0][1])
		switch {
		case len(first) > most:
			return l.Sayf("No theme stands out: %s themes were each touched by %s.", number(l, float64(len(first))), said)
		case len(first) > 1:
			return say.Capital(l.Sayf("%s wrote about %s, and as many about %s.", said, names(first)[0], l.List(names(first)[1:])))
		case len(f.Table.Rows) > 1 && f.Table.Rows[1][1].Number > 0:
			second := f.Table.Rows[1]
			return say.Capital(l.Sayf("%s wrote about %s, %s about %s.", said, names(first)[0], number(l, second[1].Number), say.Lower(second[0].Label)))
		}
		return say.Capital(l.Sayf("%s wrote about %s.", said, names(first)[0]))
	},
}

// sayCorrected tells the two leading rows, each with its interval, since which
// of them is first may be chance.
func sayCorrected(l say.Language, rows [][]findings.Cell, column int) string {
	if rows[0][column].Number == 0 {
		return l.Say("A blind sample of the people who wrote something finds none of them to touch a theme of the codebook.")
	}
	share, theme := estimated(l, rows[0][column]), say.Lower(rows[0][0].Label)
	sample := number(l, float64(rows[0][column].Base))
	if len(rows) > 1 && rows[1][column].Number > 0 {
		return l.Sayf("An estimated %s wrote about %s, %s about %s, corrected by a blind sample of %s people.", share, theme,
			estimated(l, rows[1][column]), say.Lower(rows[1][0].Label), sample)
	}
	return l.Sayf("An estimated %s wrote about %s, corrected by a blind sample of %s people.", share, theme, sample)
}

// prevalence is the table of how many people are found in each choice of an
// item, most first.
func (p *Pass) prevalence(id string, what findings.Column, item int, choices []findings.Cell) findings.Finding {
	counts, base := p.Tally.Count(item)
	f := findings.Finding{
		ID: id,
		Table: findings.Table{Columns: []findings.Column{
			what, {Name: p.Say("People"), Unit: findings.Count, Key: "people"}, {Name: p.Say("Share"), Unit: findings.Share, Key: "share"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: p.Say("Share of the people who wrote something"),
			Caption: p.caption(p.wrote(base) + p.whiskers()), Label: 0, Values: []int{2},
		},
	}
	for i, choice := range choices {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{choice, count(counts[i], base), p.shareOf(survey.NoRole, counts[i], base)})
	}
	sortByNumber(f.Table.Rows, 1)
	f.Notes = append(f.Notes, p.notef("A person who wrote about a theme several times counts once. %s.", p.wrote(base)))
	p.addWeighted(&f, item, choices)
	p.addCorrected(&f, item, choices)
	if p.Chosen {
		f.Notes = append(f.Notes, p.notef("Some of these texts are quotes that the summary's authors chose, "+
			"so no interval is stated: the counts say what was quoted, not what all respondents think."))
	}
	return f
}

// addCorrected adds the column of corrected shares, where there is a sample to
// correct them by, and lets it rule the order and the figure.
func (p *Pass) addCorrected(f *findings.Finding, item int, choices []findings.Cell) {
	c := p.check(item, anybody, 0)
	if c == nil {
		return
	}
	column := len(f.Table.Columns)
	f.Table.Columns[1].Name, f.Table.Columns[2].Name = p.Say("People, as coded"), p.Say("Share, as coded")
	f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Say("Corrected"), Unit: findings.Share, Key: "share", Corrected: true})
	for i, row := range f.Table.Rows {
		f.Table.Rows[i] = append(row, c.corrected(placeOf(row, choices)))
	}
	sortByNumber(f.Table.Rows, column)
	for _, row := range f.Table.Rows {
		row[column] = c.beside(row[2], placeOf(row, choices))
	}
	size := people(p.Lang, findings.Num(float64(c.People)))
	f.Notes = append(f.Notes, p.correctedNotes(&f.Table, size)...)
	_, base := p.Tally.Count(item)
	f.Figure.Values = []int{column}
	f.Figure.Caption = p.caption(p.Sayf("%s; shares corrected by a blind sample of %s", p.wrote(base), size) + p.whiskers())
}

// whiskers says what the intervals of a chart are, where it has any.
func (p *Pass) whiskers() string {
	if p.Chosen {
		return ""
	}
	return p.Say("; whiskers: 95% interval")
}

func themeCells(themes []codebook.Theme) []findings.Cell {
	var cells []findings.Cell
	for _, t := range themes {
		cells = append(cells, themeCell(t))
	}
	return cells
}

// groupCells are the labels of groups of themes, which have no key.
func groupCells(groups []string) []findings.Cell {
	var cells []findings.Cell
	for _, g := range groups {
		cells = append(cells, findings.Text(g))
	}
	return cells
}

// placeOf is the place of a row's label among those of an item's choices.
func placeOf(row, choices []findings.Cell) int {
	return slices.IndexFunc(choices, func(c findings.Cell) bool { return c.Key == row[0].Key && c.Label == row[0].Label })
}

// order lists the themes that somebody wrote about, most first, by corrected
// shares where there are any.
func (p *Pass) order(totals []int64) []int {
	var themes []int
	shares := make([]float64, len(totals))
	check := p.check(p.at.themes, anybody, 0)
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
