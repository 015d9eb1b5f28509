package excel

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// place is where a finding's table stands.
type place struct {
	page        *page
	finding     *findings.Finding
	columns     []column
	head        int // row of the header
	first, last int // rows of the body, of which there is one at least

	whiskers []whisker
}

// column returns the sheet's column that shows the values of column j, or 0.
func (pl *place) column(j int) int { return pl.part(j, value) }

func (pl *place) part(j int, part part) int {
	return 1 + slices.IndexFunc(pl.columns, func(c column) bool { return c.from == j && c.part == part })
}

// findings writes the page's findings one under the other: the sentence, the
// table with its chart beside it, and what there is to know of them; and behind
// all of these, their details.
func (p *page) findings() {
	var widths []float64
	for _, f := range p.shows {
		main, intervals := p.layout(f)
		tests, _ := p.testTable(f)
		widths = widest(widest(widest(widths, main), intervals), tests)
	}
	p.widths(append(widths, 3)...)
	p.head()
	var tables []*place
	for _, f := range p.shows {
		tables = append(tables, p.finding(f, widths))
	}
	p.details(tables)
	if len(p.shows) == 1 && p.tables == 1 {
		head := p.places[len(p.places)-1].head
		p.frozen, p.repeat = head, head
	}
	p.close()
}

func widest(widths []float64, columns []column) []float64 {
	for i, c := range columns {
		if i == len(widths) {
			widths = append(widths, 0)
		}
		widths[i] = max(widths[i], c.width)
	}
	return widths
}

// finding writes a finding, and returns where its table is; nil for none.
func (p *page) finding(f *findings.Finding, widths []float64) (pl *place) {
	p.part()
	p.heading(f.Title)
	main, _ := p.layout(f)
	last, end := noteColumns(widths), p.row
	if len(f.Table.Rows) > 0 {
		top := p.row
		pl = p.table(f, f.ID, main)
		if total(widths[:len(main)]) > textWidth {
			p.row = p.chart(pl, 1, p.row+1)
			p.seams = append(p.seams, pl.last+2, p.row)
		} else if end = p.chart(pl, len(main)+2, top); end > top {
			last = len(main)
		}
		p.places = append(p.places, pl)
	}
	p.remarks(f, last)
	for _, q := range f.Quotes {
		p.paragraph(p.quotation(q), last, p.styles.quote)
	}
	p.row = max(p.row, end) + 1
	return pl
}

// details writes what the numbers can be checked by, and is not printed: tests,
// and intervals that have no room beside their numbers.
func (p *page) details(tables []*place) {
	right := p.right
	for i, f := range p.shows {
		_, intervals := p.layout(f)
		tests, _ := p.testTable(f)
		detailed := tests != nil || tables[i] != nil && intervals != nil
		if detailed && p.printed == 0 {
			p.printed = p.row - 1
			p.heading(p.Say("Tests and intervals (these are not printed)"))
		}
		if detailed && len(p.shows) > 1 {
			p.row++
			p.text(1, f.Title, p.styles.under)
			p.row++
		}
		p.tests(f)
		var ends *place
		if tables[i] != nil && intervals != nil {
			p.row++
			p.text(1, p.Say("The same numbers' intervals"), p.styles.under)
			p.row++
			ends = p.table(f, f.ID+"_intervals", intervals)
		}
		if tables[i] != nil {
			p.whisk(tables[i], ends)
		}
	}
	p.right = right
}

func total(widths []float64) float64 {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	return sum
}

// table writes a finding's table, or its intervals, from the current row.
func (p *page) table(f *findings.Finding, name string, columns []column) *place {
	p.headRow(columns, upright(f))
	pl := &place{page: p, finding: f, columns: columns, head: p.row - 1, first: p.row}
	for _, row := range f.Table.Rows {
		high := 1
		for i, c := range columns {
			high = max(high, look.Lines(p.cell(i+1, c, &f.Table, row), c.width-1, 10))
		}
		p.height(13*float64(high) + 4)
		p.row++
	}
	pl.last = p.row - 1
	p.right = max(p.right, len(columns))
	p.addTable(p.tableName(name), pl.head, pl.last, len(columns))
	p.shade(pl)
	return pl
}

// headRow writes the header of a table. Names of a heat map's many columns
// stand upright.
func (p *page) headRow(columns []column, upright bool) {
	height := 0.0
	for i, c := range columns {
		style := p.styles.headNumber
		switch {
		case c.unit == findings.Label:
			style = p.styles.head
		case c.key != "":
			style = p.keyHead(c.key)
		case upright:
			style = p.styles.headUpright
		}
		p.text(i+1, c.name, style)
		if upright && c.unit != findings.Label {
			height = max(height, 5*float64(min(utf8.RuneCountInString(c.name), 28))+20)
		} else {
			height = max(height, 13*float64(look.Lines(c.name, c.width-4, 11))+8)
		}
	}
	p.height(height)
	p.row++
}

// cell writes one cell of a table's row, and returns its text where it has one.
func (p *page) cell(at int, c column, t *findings.Table, row []findings.Cell) string {
	if c.part == remarks {
		p.text(at, remark(t, row), p.styles.label)
		return remark(t, row)
	}
	cell := row[c.from]
	v, style := cell.Number, p.numberStyle(cell, c.unit)
	switch c.part {
	case low:
		v, style = cell.Low, p.styles.interval[c.unit]
	case high:
		v, style = cell.High, p.styles.interval[c.unit]
	case base:
		v, style = float64(cell.Base), p.styles.interval[c.unit]
	}
	switch {
	case c.unit == findings.Label:
		p.text(at, cell.Label, p.labelStyle(cell.Key))
		return cell.Label
	case cell.Hidden && c.part == value:
		p.text(at, p.Say("withheld"), p.styles.withheld)
	case cell.Hidden:
		p.blank(at, p.styles.withheld)
	case (c.part == low || c.part == high) && !cell.Ends(c.unit):
		p.blank(at, style)
	case !math.IsNaN(v):
		p.figure(at, v, style)
	case cell.Label != "" && c.part == value:
		p.text(at, cell.Label, p.styles.withheld)
	default:
		p.blank(at, style)
	}
	return ""
}

// upright reports whether a finding is a heat map of more columns than would
// fit on a page with their names on one line.
func upright(f *findings.Finding) bool { return isHeat(f) && len(f.Figure.Values) > 6 }

// addTable makes the rows from head to last an Excel table, which brings the
// filter's buttons. Its looks are those of the cells.
func (p *page) addTable(name string, head, last, columns int) {
	no := false
	p.tables++
	p.check(p.file.AddTable(p.sheet, &excelize.Table{
		Range: at(1, head) + ":" + at(columns, last), Name: name, ShowRowStripes: &no}))
	p.setAside()
}

// remarks writes what is to be said of a finding as a whole.
func (p *page) remarks(f *findings.Finding, last int) {
	p.space(5)
	for _, s := range p.under(f) {
		p.paragraph(s, last, p.styles.note)
	}
}

// noteColumns returns how many columns a note may span.
func noteColumns(widths []float64) int {
	sum := 0.0
	for i, w := range widths {
		if sum += w; sum > textWidth {
			return max(1, i)
		}
	}
	return max(1, len(widths))
}
