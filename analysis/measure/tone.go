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
	Title: "Tone",
	Doc:   "Do people praise, worry or wish when they speak of a theme?",
	Run: func(p *Pass) []findings.Finding {
		counts, base := p.Tally.Count(p.at.tones)
		totals, _ := p.Tally.Count(p.at.themes)
		if base == 0 {
			return nil
		}
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
		worry, praise := mostOf(f, 1), mostOf(f, 2)
		switch {
		case worry == nil && praise == nil:
			return "No theme was spoken of with praise or concern."
		case praise == nil:
			return fmt.Sprintf("Concern is voiced most often about %s (%s).", lower(worry[0].Label), people(worry[1]))
		case worry == nil:
			return fmt.Sprintf("Praise goes most often to %s (%s).", lower(praise[0].Label), people(praise[2]))
		case worry[0].Label == praise[0].Label:
			return fmt.Sprintf("%s draws both the most concern (%s) and the most praise (%s).",
				worry[0].Label, people(worry[1]), people(praise[2]))
		}
		return fmt.Sprintf("Concern is voiced most often about %s (%s), praise about %s (%s).",
			lower(worry[0].Label), people(worry[1]), lower(praise[0].Label), people(praise[2]))
	},
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

// mostOf returns the row with the largest number above 0 in a column, or nil.
func mostOf(f *findings.Finding, column int) []findings.Cell {
	var most []findings.Cell
	for _, row := range f.Table.Rows {
		if n := row[column].Number; n > 0 && (most == nil || n > most[column].Number) {
			most = row
		}
	}
	return most
}

// people writes a count: "nine people".
func people(c findings.Cell) string {
	if c.Number == 1 {
		return "one person"
	}
	return number(c.Number) + " people"
}
