package slides

import (
	"math"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
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
	c := ooxml.Figure(d.report.Lang, &f.Table, f.Figure.Label, f.Figure.Values, rows)
	s.chart(main, c, 0.3)
	s.text(caption, d.under(f, rows)...)
	said := f.Title
	if whiskered(c) {
		said += " " + d.Say("The thin lines are the range within which chance alone could have moved a bar: where two of them overlap widely, don't rank them.")
	}
	s.say(said)
	s.caveats(f)
}

// whiskered reports whether a chart shows intervals.
func whiskered(c *ooxml.Chart) bool {
	return slices.ContainsFunc(c.Series, func(s ooxml.Series) bool { return s.High != nil })
}

// headline is a finding's title where it tells a difference, and else what it sets
// side by side.
func headline(f *findings.Finding, about string) string {
	if story.Told(f) >= 0 {
		return f.Title
	}
	return about
}

// beside says that two things are set side by side.
func (d *deck) beside(first, second string) string {
	return d.Sayf("%s, side by side", say.Capital(d.List([]string{first, say.Lower(second)})))
}

// rolesBeside says so of the roles of two columns.
func (d *deck) rolesBeside(f *findings.Finding, columns []int) string {
	role := func(i int) string { return findings.RolePeople(d.Language, f.Table.Columns[columns[i]].Key) }
	return d.beside(role(0), role(1))
}

// under says what a chart's numbers are, and how many rows it leaves out.
func (d *deck) under(f *findings.Finding, rows [][]findings.Cell) []line {
	said := strings.TrimSuffix(f.Figure.Title, ".") + ". " + f.Figure.Caption
	if left := len(f.Table.Rows) - len(rows); left > 0 {
		said += " " + d.Sayf("The workbook has all %s rows.", findings.Count.Text(float64(len(f.Table.Rows))))
	}
	return []line{plain(said)}
}

// sideBySide compares the first two roles of which there are numbers to show: in a
// table where one of them has too few people for bars.
func (d *deck) sideBySide() {
	f := d.report.Finding("themes.by.role")
	if f == nil {
		return
	}
	columns := story.Shown(f, story.Sides(f))
	if len(columns) < 2 {
		return
	}
	if drawn := story.Visible(f); len(drawn) > 1 {
		d.bars(f, drawn[:2])
		return
	}
	columns = columns[:2]
	s := d.slide(tableLayout, headline(f, d.rolesBeside(f, columns)))
	head := []string{f.Table.Columns[0].Name}
	for _, j := range columns {
		head = append(head, f.Table.Columns[j].Name)
	}
	var rows []tableRow
	for _, row := range story.Leading(f, 8) {
		rows = append(rows, tableRow{cells: d.cellTexts(f, row, append([]int{0}, columns...))})
	}
	s.table(main, d.Say("Shares of each role's people who wrote something, by theme."), head, rows)
	s.text(second, plain(f.Title))
	s.text(caption, plain(d.Say("Columns of roles: shares of each role's people who wrote something.")))
	s.say(f.Title)
	s.caveats(f)
}

// bars shows two roles in a chart.
func (d *deck) bars(f *findings.Finding, columns []int) {
	s := d.slide(chartLayout, headline(f, d.rolesBeside(f, columns)))
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
	columns := story.Visible(f)
	columns = columns[len(columns)-2:]
	s := d.slide(chartLayout, headline(f, d.beside(f.Table.Columns[columns[0]].Name, f.Table.Columns[columns[1]].Name)))
	rows := story.Leading(f, 7)
	c := ooxml.Figure(d.report.Lang, &f.Table, f.Figure.Label, columns, rows)
	c.Series[0].Ink, c.Series[1].Ink = ooxml.Fixed(look.Rule), ooxml.Accent
	s.chart(main, c, 0.3)
	s.text(caption, d.under(f, rows)...)
	said := f.Title + " " + d.Say("Different people may have answered each time.")
	if whiskered(c) {
		said += " " + d.Say("The lines show what chance alone can do: speak of a change only where they hardly overlap.")
	}
	s.say(said)
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
	columns := slices.DeleteFunc(slices.Clone(f.Figure.Values), func(j int) bool { // several answers together, where all are told apart
		told := func(row []findings.Cell) bool { return !math.IsNaN(row[j].Number) }
		return f.Table.Columns[j].Key != "" && !slices.ContainsFunc(rows, told)
	})
	c := ooxml.Figure(d.report.Lang, &f.Table, f.Figure.Label, columns, rows)
	c.Stack(look.Answers(f.Table.Keys(columns)))
	s.chart(main, c, 0.36)
	s.text(caption, d.under(f, rows)...)
	s.say(f.Title)
	s.caveats(f)
}
