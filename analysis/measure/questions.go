package measure

import (
	"fmt"

	"commonground/analysis/findings"
)

// ByQuestion puts the open questions side by side, theme by theme.
var ByQuestion = &Measure{
	Name:  "themes.by.question",
	Words: true,
	Title: "Themes by question",
	Doc:   "Which theme answers which question?",
	Run: func(p *Pass) []findings.Finding {
		open := p.open()
		if len(open) < 2 {
			return nil
		}
		f := findings.Finding{
			ID:    "themes.by.question",
			Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}}},
			Notes: []findings.Note{note("Shares of the people who wrote something to that question.")},
		}
		for _, q := range open {
			f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Survey.Questions[q].Text, Unit: findings.Share})
		}
		totals, _ := p.Tally.Count(p.at.themes)
		for _, i := range p.order(totals) {
			row := []findings.Cell{findings.Text(p.Themes[i].Label)}
			for _, q := range open {
				counts, n := p.Tally.Count(p.at.themesAt[q])
				row = append(row, p.share(counts[i], n))
			}
			f.Table.Rows = append(f.Table.Rows, row)
		}
		f.Figure = &findings.Figure{
			Kind: findings.Heat, Title: "Share of the people who wrote something to that question",
		}
		var bases []string
		for j, q := range open {
			f.Figure.Values = append(f.Figure.Values, j+1)
			_, n := p.Tally.Count(p.at.themesAt[q])
			bases = append(bases, p.shown(n))
		}
		f.Figure.Caption = p.caption(fmt.Sprintf("Base, in the order of the columns: %s people", list(bases)))
		return []findings.Finding{f}
	},
	Say: func(f *findings.Finding) string {
		var top findings.Cell
		var title string
		for j := 1; j < len(f.Table.Columns); j++ {
			if first := leaders(f, j); len(first) == 1 && !(first[0][j].Number <= top.Number) {
				top = first[0][j]
				title = fmt.Sprintf("To “%s”, %s of those who wrote something spoke of %s.",
					shorten(f.Table.Columns[j].Name), findings.Share.Text(top.Number), names(first)[0])
			}
		}
		if title == "" {
			return "What people wrote about, question by question."
		}
		return title
	},
}

// open lists the open questions that enough people wrote something to.
func (p *Pass) open() []int {
	var open []int
	for q, item := range p.at.themesAt {
		if item < 0 {
			continue
		}
		if _, base := p.Tally.Count(item); base >= p.Small {
			open = append(open, q)
		}
	}
	return open
}
