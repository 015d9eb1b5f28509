package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// ByQuestion puts the open questions side by side, theme by theme.
var ByQuestion = &Measure{
	Name:  "themes.by.question",
	Words: true,
	Books: true,
	Title: "Themes by question",
	Doc:   "Which theme answers which question?",
	Run: func(p *Pass) []findings.Finding {
		open := p.open()
		if len(open) < 2 {
			return nil
		}
		f := findings.Finding{
			ID:    "themes.by.question",
			Table: findings.Table{Columns: []findings.Column{{Name: p.Say("Theme"), Key: "theme"}}},
			Notes: []findings.Note{p.notef("Shares of the people who wrote something to that question.")},
		}
		for _, q := range open {
			f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Survey.Questions[q].Text, Unit: findings.Share, Key: p.Survey.Questions[q].ID})
		}
		totals, wrote := p.Tally.Count(p.at.themes)
		for _, i := range p.order(totals) {
			row := []findings.Cell{themeCell(p.Themes[i])}
			for _, q := range open {
				counts, n := p.Tally.Count(p.at.themesAt[q])
				row = append(row, p.share(counts[i], n))
			}
			guard(p.share(totals[i], wrote), row[1:]) // of two files, each may ask another question
			f.Table.Rows = append(f.Table.Rows, row)
		}
		f.Figure = &findings.Figure{
			Kind: findings.Heat, Title: p.Say("Share of the people who wrote something to that question"),
		}
		var bases []string
		for j, q := range open {
			f.Figure.Values = append(f.Figure.Values, j+1)
			_, n := p.Tally.Count(p.at.themesAt[q])
			bases = append(bases, p.Shown(n))
		}
		f.Figure.Caption = p.caption(p.Sayf("Base, in the order of the columns: %s people", p.Lang.List(bases)))
		p.questionsCorrected(&f, open)
		return []findings.Finding{f}
	},
	Say: func(l say.Language, f *findings.Finding) string {
		var top findings.Cell
		var title string
		for _, j := range f.Figure.Values {
			if first := leaders(f, j); len(first) == 1 && !(first[0][j].Number <= top.Number) {
				top = first[0][j]
				share, question := spoken(l, top), f.Table.Columns[f.Table.Column(f.Table.Columns[j].Key)].Name
				if f.Table.Columns[j].Corrected {
					share = l.Sayf("an estimated %s", estimated(l, top))
				}
				title = l.Sayf("To “%s”, %s of those who wrote something spoke of %s.", shorten(question), share, names(first)[0])
			}
		}
		if title == "" {
			return l.Say("What people wrote about, question by question.")
		}
		return title
	},
}

// questionsCorrected adds the questions' columns of corrected shares, and draws
// them where every question has one.
func (p *Pass) questionsCorrected(f *findings.Finding, open []int) {
	var draw []int
	var sizes []string
	totals, _ := p.Tally.Count(p.at.themes)
	for j, q := range open {
		c := p.check(p.at.themesAt[q], anybody, 0)
		if c == nil {
			continue
		}
		draw = append(draw, len(f.Table.Columns))
		sizes = append(sizes, findings.Count.Text(float64(c.People)))
		question := p.Survey.Questions[q]
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Sayf("%s (corrected)", question.Text), Unit: findings.Share, Key: question.ID, Corrected: true})
		for row, i := range p.order(totals) {
			f.Table.Rows[row] = append(f.Table.Rows[row], c.beside(f.Table.Rows[row][1+j], i))
		}
	}
	if len(draw) > 0 {
		f.Notes = append(f.Notes, p.correctedNotes(&f.Table, p.Sayf("in the order of the columns %s people", p.Lang.List(sizes)))...)
	}
	switch len(draw) {
	case 0:
		f.Notes = append(f.Notes, p.asCoded())
	case len(open):
		f.Figure.Values = draw
	default:
		f.Notes = append(f.Notes, p.partlyCoded())
	}
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
