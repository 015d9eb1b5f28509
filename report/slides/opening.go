package slides

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/report/internal/story"
)

// opening is the title.
func (d *deck) opening() {
	r := d.report
	s := d.slide(titleLayout, r.Title)
	s.logo()
	var under []line
	if f := r.Finding("respondents"); f != nil {
		under = append(under, plain(f.Title))
	}
	if dates := story.Dates(r); dates != "" {
		under = append(under, line{text: d.Sayf("Answers %s", dates), above: 6})
	}
	s.text(1, under...)
	s.say(d.Say("We have thirty minutes. First we look at what people wrote, then at what we make of it, and last we settle on one thing to try."))
	s.note(d.Say("In three sentences"), strings.Join(r.Summary, " "))
	s.note(d.Say("Before you begin"), d.Say("Ask everybody to write down one thing that they expect to see (the last slide but one has the four steps)."))
}

// whoAnswered shows how many, and of those invited how many did not.
func (d *deck) whoAnswered() {
	f := d.report.Finding("respondents")
	if f == nil {
		return
	}
	s := d.slide(tableLayout, f.Title)
	var columns []int
	var head []string
	for _, key := range []string{"group", "people", "wrote"} {
		columns = append(columns, f.Table.Column(key))
		head = append(head, f.Table.Columns[f.Table.Column(key)].Name)
	}
	var rows []tableRow
	by := ""
	for _, cells := range story.Groups(f, "all", "role", "wave", "language") {
		if len(rows) == 12 {
			break
		}
		rows = append(rows, tableRow{cells: d.cellTexts(f, cells, columns), group: f.Table.Cell(cells, "by").Key != by})
		by = f.Table.Cell(cells, "by").Key
	}
	s.table(main, d.Say("How many people answered, and how many of them wrote something, by group."), head, rows)
	missing := story.Missing(d.report)
	var beside []line
	for i, text := range missing {
		beside = append(beside, line{text: text, bold: i == 0, above: 10})
	}
	if missing == nil {
		beside = []line{plain(d.Say("How many people were asked to answer is not known. Who did not answer may think otherwise."))}
	}
	s.text(second, beside...)
	s.text(caption, plain(d.Say("People are counted, not mentions. A person with two roles is in both rows.")))
	s.say(f.Title + " " + d.Say("Before we read on: who is missing from this table, and how could we hear them?"))
	s.caveats(f)
}

// cellTexts are some cells of a row as text.
func (d *deck) cellTexts(f *findings.Finding, row []findings.Cell, columns []int) []string {
	var out []string
	for _, j := range columns {
		out = append(out, story.At(d.report, f, row, j).Text())
	}
	return out
}

// highlight is one person's statement that stands for many.
func (d *deck) highlight() {
	f := d.report.Finding("highlight")
	if f == nil || len(f.Quotes) == 0 {
		return
	}
	q := f.Quotes[0]
	s := d.slide(statementLayout, d.Say("One voice"))
	s.quote(main, q)
	d.heard[q.Text] = true
	if len(f.Notes) > 0 {
		s.text(caption, plain(f.Notes[0].Text))
		s.note(d.Say("Why this one"), f.Notes[0].Text)
	}
	s.say(d.Say("Read it aloud, slowly, and wait. It is one person's statement: it opens the talk, and proves nothing."))
	s.note(d.Say("From"), q.Source)
}

// caveats puts a finding's base, caveats and notes into the speaker's notes.
func (s *slide) caveats(f *findings.Finding) {
	if f.Figure != nil {
		base := s.deck.Say("Base")
		s.note(base, strings.TrimPrefix(f.Figure.Caption, base+": "))
	}
	s.note(s.deck.Say("Of single numbers"), strings.Join(story.Caveats(s.deck.Language, f), "; "))
	for _, n := range f.Notes {
		s.note(s.deck.leadOf(n), n.Text)
	}
}
