package measure

import (
	"cmp"
	"fmt"
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
		found := []findings.Finding{p.prevalence("themes", "Theme", p.at.themes, labels(p.Themes))}
		if groups := p.Groups(); len(groups) > 0 {
			found = append(found, p.prevalence("themes.groups", "Group of themes", p.at.groups, groups))
		}
		return found
	},
	Say: func(f *findings.Finding) string {
		if column := len(f.Table.Columns) - 1; isCorrected(f.Table.Columns[column]) {
			return sayCorrected(f.Table.Rows, column)
		}
		first := leaders(f, 1)
		if len(first) == 0 {
			return fmt.Sprintf("None of the %s people who wrote something touched a theme of the codebook.",
				number(float64(f.Table.Rows[0][1].Base)))
		}
		n, base := first[0][1].Number, first[0][1].Base
		switch {
		case len(first) > most:
			return fmt.Sprintf("No theme stands out: %s themes were each touched by %s.", number(float64(len(first))), of(n, base))
		case len(first) > 1:
			return fmt.Sprintf("%s wrote about %s, and as many about %s.", capital(of(n, base)), names(first)[0], say.English.List(names(first)[1:]))
		case len(f.Table.Rows) > 1 && f.Table.Rows[1][1].Number > 0:
			second := f.Table.Rows[1]
			return fmt.Sprintf("%s wrote about %s, %s about %s.", capital(of(n, base)), names(first)[0], number(second[1].Number), say.Lower(second[0].Label))
		}
		return fmt.Sprintf("%s wrote about %s.", capital(of(n, base)), names(first)[0])
	},
}

// sayCorrected tells the two leading rows, each with its interval, since which
// of them is first may be chance.
func sayCorrected(rows [][]findings.Cell, column int) string {
	if first := rows[0][column]; first.Hidden || first.Number == 0 {
		return "A blind sample of the people who wrote something finds none of them to touch a theme of the codebook."
	}
	said := fmt.Sprintf("An estimated %s wrote about %s", estimated(rows[0][column]), say.Lower(rows[0][0].Label))
	if len(rows) > 1 && rows[1][column].Number > 0 {
		said += fmt.Sprintf(", %s about %s", estimated(rows[1][column]), say.Lower(rows[1][0].Label))
	}
	return said + fmt.Sprintf(", corrected by a blind sample of %s people.", number(float64(rows[0][column].Base)))
}

// prevalence is the table of how many people are found in each choice of an
// item, most first.
func (p *Pass) prevalence(id, what string, item int, names []string) findings.Finding {
	counts, base := p.Tally.Count(item)
	f := findings.Finding{
		ID: id,
		Table: findings.Table{Columns: []findings.Column{
			{Name: what}, {Name: "People", Unit: findings.Count}, {Name: "Share", Unit: findings.Share},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: "Share of the people who wrote something",
			Caption: p.caption(p.wrote(base) + p.whiskers()), Label: 0, Values: []int{2},
		},
	}
	for i, name := range names {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), count(counts[i], base), p.shareOf(survey.NoRole, counts[i], base)})
	}
	sortByNumber(f.Table.Rows, 1)
	f.Notes = append(f.Notes, note("A person who wrote about a theme several times counts once. %s.", p.wrote(base)))
	p.addCorrected(&f, item, names)
	if p.Chosen {
		f.Notes = append(f.Notes, note("Some of these texts are quotes that the summary's authors chose, "+
			"so no interval is stated: the counts say what was quoted, not what all respondents think."))
	}
	return f
}

// addCorrected adds the column of corrected shares, where there is a sample to
// correct them by, and lets it rule the order and the figure.
func (p *Pass) addCorrected(f *findings.Finding, item int, names []string) {
	c := p.check(item, anybody, 0, sampledLeast)
	if c == nil {
		return
	}
	column := len(f.Table.Columns)
	f.Table.Columns = append(f.Table.Columns, findings.Column{Name: correctedName, Unit: findings.Share})
	for i, row := range f.Table.Rows {
		f.Table.Rows[i] = append(row, c.corrected(slices.Index(names, row[0].Label)))
	}
	sortByNumber(f.Table.Rows, column)
	size := people(findings.Num(float64(c.People)))
	f.Notes = append(f.Notes, correctedNotes(&f.Table, size)...)
	_, base := p.Tally.Count(item)
	f.Figure.Values = []int{column}
	f.Figure.Caption = p.caption(fmt.Sprintf("%s; shares corrected by a blind sample of %s%s", p.wrote(base), size, p.whiskers()))
}

// whiskers says what the intervals of a chart are, where it has any.
func (p *Pass) whiskers() string {
	if p.Chosen {
		return ""
	}
	return "; whiskers: 95% interval"
}

func labels(themes []codebook.Theme) []string {
	names := make([]string, len(themes))
	for i, t := range themes {
		names[i] = t.Label
	}
	return names
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
