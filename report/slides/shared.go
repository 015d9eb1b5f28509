package slides

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
)

// common is where the sides' interests meet.
func (d *deck) common() {
	both := story.Common(d.report)
	if both == nil {
		return
	}
	var wishes []line
	for _, said := range both.Wishes() {
		wishes = append(wishes, plain(said))
	}
	if len(both.Rows) == 0 {
		s := d.slide(textLayout, both.Title())
		s.text(main, wishes...)
		s.say(d.Say(sayCommon))
		return
	}
	f := d.report.Finding("themes.by.role")
	s := d.slide(commonLayout, both.Title())
	s.chart(main, ooxml.Figure(d.report.Lang, &f.Table, f.Figure.Label, both.Columns, both.Rows[:min(5, len(both.Rows))]), 0.38)
	at := second
	if len(wishes) > 0 {
		s.text(at, wishes[:min(3, len(wishes))]...)
		at++
	}
	for _, q := range d.heard.Voices(both.Quotes(d.report), third-at+1) {
		s.quote(at, q)
		at++
	}
	s.text(caption, plain(d.Sayf("Themes among the eight that parents, and the eight that teachers, write about most. %s. %s", f.Figure.Title, f.Figure.Caption)))
	s.say(d.Say(sayCommon))
	s.caveats(f)
}

const sayCommon = "Begin the talk here: this is ground that both sides stand on already. To write about the same thing is not yet to agree on it."

// mirror puts what each side says it wants beside what the other believes.
func (d *deck) mirror() {
	f := d.report.Finding("mirror")
	if !story.Drawn(f) || len(story.Visible(f)) < 2 {
		return
	}
	s := d.slide(pairLayout, headline(f, d.Say("What each side wants, and what the other believes")))
	at := []int{main, third}
	for i, side := range sides {
		if rows := wishes(f, side.role); len(rows) > 0 {
			s.text(at[i], plain(d.Say(side.want)))
			c := ooxml.Figure(d.report.Lang, &f.Table, f.Table.Column("theme"), f.Figure.Values, rows)
			c.Series[0].Name, c.Series[0].Ink = d.Say(side.says), roleInk(side.role)
			c.Series[1].Name, c.Series[1].Ink = d.Say(side.believes), roleInk(side.other)
			s.chart(at[i]+1, c, 0.42)
		}
	}
	s.text(caption, plain(strings.TrimSuffix(f.Figure.Title, ".")+". "+f.Figure.Caption))
	s.say(f.Title + " " + d.Say("Where the two bars are far apart, one side may not know what the other wants. Ask before you explain."))
	s.caveats(f)
}

var sides = []struct{ role, want, says, other, believes string }{
	{"teacher", "What teachers want", "Teachers say it", "parent", "Parents believe it"},
	{"parent", "What parents want", "Parents say it", "teacher", "Teachers believe it"},
}

// wishes are the rows of the mirror on what one side wants: those with a
// verdict before those that are open.
func wishes(f *findings.Finding, side string) [][]findings.Cell {
	const most = 5
	var settled, open [][]findings.Cell
	for _, row := range f.Table.Rows {
		switch {
		case f.Table.Cell(row, "side").Key != side:
		case f.Table.Cell(row, "verdict").Key == "open":
			open = append(open, row)
		default:
			settled = append(settled, row)
		}
	}
	rows := append(settled, open...)
	return rows[:min(most, len(rows))]
}
