package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// toneOrder is the order in which tones are told: the two that oppose each
// other first.
var toneOrder = []survey.Tone{survey.Concern, survey.Praise, survey.Wish, survey.Neutral}

// Tone counts the people who spoke of each theme in each tone.
var Tone = &Measure{
	Name:  "themes.tone",
	Words: true,
	Books: true,
	Title: "Tone",
	Doc:   "Do people praise, worry or wish when they speak of a theme?",
	Run: func(p *Pass) []findings.Finding {
		counts, base := p.Tally.Count(p.at.tones)
		totals, _ := p.Tally.Count(p.at.themes)
		f := findings.Finding{
			ID:    "themes.tone",
			Table: findings.Table{Columns: append([]findings.Column{{Name: p.Say("Theme"), Key: "theme"}}, p.toneColumns()...)},
			Figure: &findings.Figure{
				Kind: findings.Diverge, Title: p.Say("People who spoke of the theme in that tone"),
				Caption: p.caption(p.wrote(base)), Label: 0, Values: []int{1, 2, 3, 4},
			},
			Notes: []findings.Note{p.notef("A person can praise one side of a theme and worry about another, and then counts in both columns.")},
		}
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Say("People"), Unit: findings.Count, Key: "people"})
		for i, t := range p.Themes {
			if totals[i] > 0 {
				row := append([]findings.Cell{themeCell(t)}, toneCells(counts, i, base)...)
				f.Table.Rows = append(f.Table.Rows, append(row, count(totals[i], base)))
			}
		}
		sortByNumber(f.Table.Rows, 5)
		return []findings.Finding{f}
	},
	Say: func(l say.Language, f *findings.Finding) string {
		worry, worried := leadsIn(f, survey.Concern)
		praise, praised := leadsIn(f, survey.Praise)
		named := func(theme string, c findings.Cell) string { return l.Sayf("%s (%s)", theme, people(l, c)) }
		switch {
		case worry == "" && praise == "":
			return l.Say("No theme stands out for praise or concern.")
		case praise == "":
			return l.Sayf("Concern is voiced most often about %s.", named(worry, worried))
		case worry == "":
			return l.Sayf("Praise goes most often to %s.", named(praise, praised))
		case worry == praise:
			return l.Sayf("Concern and praise are both voiced most often about %s (concern: %s; praise: %s).", worry, people(l, worried), people(l, praised))
		}
		return l.Sayf("Concern is voiced most often about %s, praise about %s.", named(worry, worried), named(praise, praised))
	},
}

// leadsIn names the theme with the most people who spoke in a tone, and how many
// they are; nothing where they are fewer than three or several themes share the
// first place.
func leadsIn(f *findings.Finding, tone survey.Tone) (theme string, n findings.Cell) {
	column := f.Table.Column(tone.String())
	first := leaders(f, column)
	if len(first) != 1 || first[0][column].Number < 3 {
		return "", n
	}
	return names(first)[0], first[0][column]
}

func (p *Pass) toneColumns() []findings.Column {
	var columns []findings.Column
	for _, t := range toneOrder {
		columns = append(columns, findings.Column{Name: say.Capital(findings.ToneWord(p.Lang, t.String())), Unit: findings.Count, Key: t.String()})
	}
	return columns
}

// toneCells are the counts of one theme in the order of toneOrder.
func toneCells(counts []int64, theme int, base int64) []findings.Cell {
	var cells []findings.Cell
	for _, t := range toneOrder {
		cells = append(cells, count(counts[theme*tones+int(t)], base))
	}
	return cells
}
