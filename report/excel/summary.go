package excel

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"commonground/report/internal/story"
)

// summaryColumns are the widths of the summary's left half: its text spans them
// all.
var summaryColumns = []float64{25, 14, 14, 14}

// summaryCharts are the findings whose charts stand on the summary, the two
// first that have something to draw, with so many rows.
var summaryCharts = []struct {
	finding string
	rows    int
}{{"themes", 10}, {"themes.by.role", 7}, {"themes.tone", 10}, {"themes.groups", 10}, {"channels", 10}}

const summaryWidth = 635 // of its charts, in pixels

// summary writes the sheet to read first, a page to print: what was found in
// three sentences, a statement for the whole, who answered and who is missing,
// and two charts.
func (p *page) summary() {
	p.widths(append(summaryColumns, 3)...)
	last := len(summaryColumns)
	p.text(1, p.report.Title, p.styles.sheet)
	p.height(32)
	p.row++
	p.text(1, p.dated(), p.styles.under)
	p.link(last, p.Say("All sheets ›"), p.tabs[1])
	p.row += 2
	top := p.row
	for _, s := range p.report.Summary {
		p.paragraph(s, last, p.styles.sentence)
	}
	p.highlight(last)
	p.row++
	p.respondents(last)
	for _, n := range p.report.Notes {
		p.paragraph(noteText(n), last, p.styles.note)
	}
	p.right = last
	p.row = max(p.row, p.summaryCharts(last+2, top))
	p.logo(last + 2)
	p.onePage = true
	p.close()
}

// logo puts the school's over the charts, small, at their right end.
func (p *page) logo(column int) {
	const dots = 96.0 / 72 // pixels in a point
	logo := p.report.Logo
	if logo == nil {
		return
	}
	width, _ := logo.Within(200, dots*p.between(1, 4)-8)
	scale := width / float64(logo.Width)
	p.check(p.file.AddPictureFromBytes(p.sheet, at(column, 1), &excelize.Picture{
		Extension: "." + logo.Kind, File: logo.Data,
		Format: &excelize.GraphicOptions{AltText: p.Say("The school's logo"), OffsetX: summaryWidth - int(width), OffsetY: 4, ScaleX: scale, ScaleY: scale, Positioning: "oneCell"},
	}))
}

// summaryCharts draws the charts one below the other, and returns the first
// free row.
func (p *page) summaryCharts(column, row int) int {
	drawn := 0
	for _, c := range summaryCharts {
		pl := p.find(c.finding)
		if drawn == 2 || pl == nil || !drawable(pl) {
			continue
		}
		drawn++
		rows := max(c.rows, story.Told(pl.finding)+1) // the title speaks of that row
		d := drawing{column: column, row: row, width: summaryWidth, rows: min(rows, pl.last-pl.first+1), title: pl.finding.Title}
		d.height = chartHeight(pl, d.rows) + 30
		p.draw(pl, d)
		row = p.rowBelow(row, float64(d.height)*0.75) + 1
		p.right = column + chartColumns - 1
	}
	return row
}

func (p *page) dated() string {
	if dates := story.Dates(p.report); dates != "" {
		return p.Sayf("Answers %s", dates)
	}
	return p.Say("What people wrote, counted")
}

// highlight shows the statement that best stands for the whole.
func (p *page) highlight(last int) {
	for f := range p.report.Findings() {
		if strings.HasPrefix(f.ID, "highlight") && len(f.Quotes) > 0 {
			p.row++
			p.paragraph(p.quotation(f.Quotes[0]), last, p.statement(f.Quotes[0].Role))
			return
		}
	}
}

// respondents says who answered, role by role, and who is missing.
func (p *page) respondents(last int) {
	f := p.report.Finding("respondents")
	groups := story.Groups(f, "all", "role")
	if len(groups) == 0 {
		return
	}
	p.heading(p.Say("Who answered, and who is missing"))
	t := &f.Table
	values, _ := p.columnsOf(t)
	shown := values[1:min(last, len(values))]
	if len(values) > last {
		shown = append(shown[:len(shown):len(shown)], values[len(values)-1])
	}
	p.headRow(shown, false)
	for _, row := range groups {
		for i, c := range shown {
			p.cell(i+1, c, t, row)
		}
		p.height(18)
		p.row++
	}
	p.space(5)
	for _, s := range story.Missing(p.report) {
		p.paragraph(s, last, p.styles.note)
	}
}
