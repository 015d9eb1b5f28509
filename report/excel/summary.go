package excel

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// summaryColumns are the widths of the summary: its text spans them all.
var summaryColumns = []float64{30, 14, 14, 14, 14, 14}

// summary writes the sheet to read first: what was found in three sentences,
// what was read, the chart of themes, and where to look further.
func (p *page) summary() {
	p.widths(append(summaryColumns, 3)...)
	last := len(summaryColumns)
	p.text(1, p.report.Title, p.styles.sheet)
	p.height(32)
	p.row++
	p.text(1, p.dated(), p.styles.under)
	p.row += 2
	top := p.row
	for _, s := range p.report.Summary {
		p.paragraph(s, last, p.styles.sentence)
	}
	p.highlight(last)
	p.row++
	p.facts()
	p.contents()
	p.row++
	for _, n := range p.report.Notes {
		p.paragraph(noteText(n), last, p.styles.note)
	}
	p.right = last
	if pl := p.find("themes"); pl != nil && drawable(pl) {
		p.draw(pl, last+2, top, besideWidth, run(pl.finding.Title, 12, look.Ink))
		p.right = last + 1 + chartColumns
		p.row = max(p.row, p.rowBelow(top, float64(chartHeight(pl))*0.75))
	}
	p.close()
}

func (p *page) dated() string {
	if p.report.Made.IsZero() {
		return "What people wrote, counted"
	}
	return "Answers up to " + p.report.Made.UTC().Format("January 2, 2006")
}

// highlight shows the statement that best stands for the whole.
func (p *page) highlight(last int) {
	for f := range p.report.Findings() {
		if strings.HasPrefix(f.ID, "highlight") && len(f.Quotes) > 0 {
			p.row++
			p.paragraph(quotation(f.Quotes[0]), last, p.styles.highlight)
			return
		}
	}
}

// facts says what was read, file by file.
func (p *page) facts() {
	p.heading("What was read")
	head := p.row
	columns := []column{{name: "File", width: 30}}
	for _, name := range []string{"Rows", "Used", "Refused", "People", "Stated"} {
		columns = append(columns, column{name: name, unit: findings.Count, width: 14})
	}
	p.headRow(columns, false)
	for _, s := range p.report.Sources {
		p.text(1, s.File, p.styles.label)
		for i, n := range []int{s.Rows, s.Used, len(s.Refused), s.Respondents, s.Stated} {
			if i == 4 && n == 0 {
				p.blank(i+2, p.styles.number[findings.Count])
				continue
			}
			p.figure(i+2, float64(n), p.styles.number[findings.Count])
		}
		p.height(13*float64(look.Lines(s.File, columns[0].width-1, 10)) + 4)
		p.row++
	}
	if p.row > head+1 {
		p.addTable(p.tableName("summary_sources"), head, p.row-1, len(columns))
	}
	p.row++
}

// contents lists the sheets, each with the first thing it says.
func (p *page) contents() {
	p.heading("What is in this workbook")
	for _, other := range p.tabs {
		if other == p {
			continue
		}
		p.text(1, other.sheet, p.styles.link)
		p.check(p.file.SetCellHyperLink(p.sheet, at(1, p.row), other.absolute(1, 1, 1, 1), "Location"))
		says := other.title
		if len(other.shows) > 0 {
			says = other.shows[0].Title
		}
		p.text(2, says, p.styles.said)
		p.check(p.file.MergeCell(p.sheet, at(2, p.row), at(len(summaryColumns), p.row)))
		p.height(max(18, 13*float64(look.Lines(says, p.span(len(summaryColumns))-summaryColumns[0], 10))+4))
		p.row++
	}
}

// method writes how the numbers were made.
func (p *page) method() {
	p.widths(28, 110)
	p.head()
	p.right = 2
	for _, n := range p.report.Method {
		p.text(1, n.Title, p.styles.text)
		p.text(2, n.Text, p.styles.text)
		p.height(13*float64(look.Lines(n.Text, 109, 10)) + 6)
		p.row++
	}
	p.close()
}

// codebook writes what each theme means.
func (p *page) codebook() {
	columns := []column{{name: "Theme", width: 28}, {name: "Group", width: 22}, {name: "Meaning", width: 56},
		{name: "Such as", width: 44}, {name: "But not", width: 44}, {name: "ID", width: 24}}
	p.plainTable(columns, func(yield func([]string) bool) {
		for _, t := range p.report.Codebook {
			if !yield([]string{t.Label, t.Group, t.Definition, strings.Join(t.Include, "; "), strings.Join(t.Exclude, "; "), t.ID}) {
				return
			}
		}
	})
}
