package slides

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
	"commonground/report/look"
)

// mattersMost shows the themes that most people wrote about.
func (d *deck) mattersMost() {
	f := d.report.Finding("themes")
	if !story.Drawn(f) {
		return
	}
	s := d.slide(chartLayout, f.Title)
	rows := story.Leading(f, 10)
	s.chart(main, ooxml.Figure(d.report.Lang, &f.Table, f.Figure.Label, f.Figure.Values, rows), 0.3)
	s.text(caption, d.under(f, rows)...)
	s.say(f.Title + " " + d.Say("The thin lines are the range within which chance alone could have moved a bar: where two of them overlap widely, don't rank them."))
	s.caveats(f)
}

// under says what a chart's numbers are, and how many rows it leaves out.
func (d *deck) under(f *findings.Finding, rows [][]findings.Cell) []line {
	said := strings.TrimSuffix(f.Figure.Title, ".") + ". " + f.Figure.Caption
	if left := len(f.Table.Rows) - len(rows); left > 0 {
		said += " " + d.Sayf("The workbook has all %s rows.", findings.Count.Text(float64(len(f.Table.Rows))))
	}
	return []line{plain(said)}
}

// sideBySide compares the first two roles of which there are numbers to show.
func (d *deck) sideBySide() {
	f := d.report.Finding("themes.by.role")
	if !story.Drawn(f) || len(story.Visible(f)) < 2 {
		return
	}
	s := d.slide(chartLayout, f.Title)
	columns := story.Visible(f)
	columns = columns[:min(2, len(columns))]
	rows := story.Leading(f, 7)
	s.chart(main, ooxml.Figure(d.report.Lang, &f.Table, f.Figure.Label, columns, rows), 0.3)
	s.text(caption, d.under(f, rows)...)
	s.say(f.Title + " " + d.Say("Ask each side to guess the other's longest bar before you show it."))
	s.caveats(f)
}

// changed compares waves.
func (d *deck) changed() {
	f := d.report.Finding("change")
	if !story.Drawn(f) || len(story.Visible(f)) < 2 {
		return
	}
	s := d.slide(chartLayout, f.Title)
	columns := story.Visible(f)
	columns = columns[len(columns)-2:]
	rows := story.Leading(f, 7)
	c := ooxml.Figure(d.report.Lang, &f.Table, f.Figure.Label, columns, rows)
	c.Series[0].Ink, c.Series[1].Ink = ooxml.Fixed(look.Rule), ooxml.Accent
	s.chart(main, c, 0.3)
	s.text(caption, d.under(f, rows)...)
	s.say(d.Say("Different people may have answered each time, and the lines show what chance alone can do. Speak of a change only where the lines hardly overlap."))
	s.caveats(f)
}

// scales shows the answers to scales, where people wrote nothing to tell of.
func (d *deck) scales() {
	f := d.report.Finding("scales")
	if !story.Drawn(f) || story.Drawn(d.report.Finding("themes")) {
		return
	}
	s := d.slide(chartLayout, f.Title)
	rows := story.Everyone(f, 8)
	c := ooxml.Figure(d.report.Lang, &f.Table, f.Figure.Label, f.Figure.Values, rows)
	c.Stack(look.Scale(len(f.Figure.Values)))
	s.chart(main, c, 0.36)
	s.text(caption, d.under(f, rows)...)
	s.say(f.Title)
	s.caveats(f)
}
