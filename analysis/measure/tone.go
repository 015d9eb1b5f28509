package measure

import (
	"fmt"

	"commonground/analysis/findings"
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
			Table: findings.Table{Columns: append([]findings.Column{{Name: "Theme"}}, toneColumns()...)},
			Figure: &findings.Figure{
				Kind: findings.Diverge, Title: "People who spoke of the theme in that tone",
				Caption: p.caption(p.wrote(base)), Label: 0, Values: []int{1, 2, 3, 4},
			},
			Notes: []findings.Note{note("A person can praise one side of a theme and worry about another, and then counts in both columns.")},
		}
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: "People", Unit: findings.Count})
		for i, t := range p.Themes {
			if totals[i] > 0 {
				row := append([]findings.Cell{findings.Text(t.Label)}, toneCells(counts, i, base)...)
				f.Table.Rows = append(f.Table.Rows, append(row, count(totals[i], base)))
			}
		}
		sortByNumber(f.Table.Rows, 5)
		return []findings.Finding{f}
	},
	Say: func(f *findings.Finding) string {
		worry, praise := sayTone(f, 1), sayTone(f, 2)
		switch {
		case worry == "" && praise == "":
			return "No theme stands out for praise or concern."
		case praise == "":
			return "Concern is voiced most often about " + worry + "."
		case worry == "":
			return "Praise goes most often to " + praise + "."
		}
		return fmt.Sprintf("Concern is voiced most often about %s, praise about %s.", worry, praise)
	},
}

// sayTone names the theme with the most people in a column, or nothing where
// they are fewer than three or several themes share the first place.
func sayTone(f *findings.Finding, column int) string {
	first := leaders(f, column)
	if len(first) != 1 || first[0][column].Number < 3 {
		return ""
	}
	return fmt.Sprintf("%s (%s)", names(first)[0], people(first[0][column]))
}

func toneColumns() []findings.Column {
	var columns []findings.Column
	for _, t := range toneOrder {
		columns = append(columns, findings.Column{Name: capital(t.String()), Unit: findings.Count, Key: t.String()})
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

// people writes a count: "nine people".
func people(c findings.Cell) string {
	if c.Number == 1 {
		return "one person"
	}
	return number(c.Number) + " people"
}
