package excel

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// A page is a sheet being written from top to bottom.
type page struct {
	*book
	sheet string
	title string
	shows []*findings.Finding
	write func(*page)

	row     int             // the next free row
	heights map[int]float64 // of the rows that have a height of their own, in points
	tables  int             // written so far
	right   int             // the last column that is printed
	frozen  int             // the last row of the head that stays in view
	repeat  int             // the last row that is printed on top of every sheet of paper
	parts   []int           // the rows that parts begin with
	seams   []int           // the rows that a part too high for a sheet of paper may be torn at
	printed int             // the last row that is printed; 0 for the last of all
	onePage bool            // is printed on one sheet of paper
}

const (
	rowHeight = 15.0 // points, of rows without a height of their own
	textWidth = 110  // characters in a line of notes
)

func (b *book) page(sheet, title string, write func(*page)) *page {
	return &page{book: b, sheet: b.sheetName(sheet), title: title, write: write,
		row: 1, heights: map[int]float64{}, right: 1, frozen: 2, repeat: 2}
}

// create makes the empty sheet. The library's workbooks are born with one.
func (p *page) create(first bool) {
	if first {
		p.check(p.file.SetSheetName("Sheet1", p.sheet))
		return
	}
	_, err := p.file.NewSheet(p.sheet)
	p.check(err)
}

// head writes the sheet's title and, under it, the way back.
func (p *page) head() {
	p.text(1, p.title, p.styles.sheet)
	p.height(28)
	p.row++
	p.link(1, p.back(), p.tabs[1])
	p.row += 2
}

// back is what leads to the list of sheets.
func (b *book) back() string { return b.Say("‹ Contents") }

func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // columns and rows are counted here and stay within Excel's limits
	}
	return name
}

// prefix names the sheet in a reference.
func (p *page) prefix() string { return "'" + strings.ReplaceAll(p.sheet, "'", "''") + "'!" }

// absolute returns a range as charts and names want it.
func (p *page) absolute(left, top, right, bottom int) string {
	return p.prefix() + p.fixed(left, top, right, bottom)
}

// fixed returns a range as formulas of the sheet want it that are copied.
func (p *page) fixed(left, top, right, bottom int) string {
	ref := func(column, row int) string {
		name, err := excelize.CoordinatesToCellName(column, row, true)
		p.check(err)
		return name
	}
	if left == right && top == bottom {
		return ref(left, top)
	}
	return ref(left, top) + ":" + ref(right, bottom)
}

// text sets a cell of the current row.
func (p *page) text(column int, s string, style int) {
	cell := at(column, p.row)
	p.check(p.file.SetCellStr(p.sheet, cell, look.Clean(s)))
	p.check(p.file.SetCellStyle(p.sheet, cell, cell, style))
}

// figure sets a cell of the current row to a number, to its last digit.
func (p *page) figure(column int, v float64, style int) {
	cell := at(column, p.row)
	p.check(p.file.SetCellFloat(p.sheet, cell, v, -1, 64))
	p.check(p.file.SetCellStyle(p.sheet, cell, cell, style))
}

// blank sets the style of an empty cell of the current row.
func (p *page) blank(column, style int) {
	cell := at(column, p.row)
	p.check(p.file.SetCellStyle(p.sheet, cell, cell, style))
}

// height sets the current row's, in points.
func (p *page) height(points float64) {
	points = min(points, excelize.MaxRowHeight)
	p.heights[p.row] = points
	p.check(p.file.SetRowHeight(p.sheet, p.row, points))
}

// space leaves a narrow row empty.
func (p *page) space(points float64) {
	p.height(points)
	p.row++
}

// paragraph writes s across the columns to last, as high as it needs, and
// goes to the next row.
func (p *page) paragraph(s string, last int, t typeface) {
	p.text(1, s, t.style)
	if last > 1 {
		p.check(p.file.MergeCell(p.sheet, at(1, p.row), at(last, p.row)))
	}
	p.height(1.35*t.size*float64(look.Lines(s, p.span(last), t.size)) + t.above)
	p.right = max(p.right, last)
	p.row++
}

// heading writes the sentence that a finding is remembered by, across as many
// columns as it takes.
func (p *page) heading(s string) {
	last, need := 1, min(textWidth, float64(utf8.RuneCountInString(s))*1.25)
	for p.span(last) < need {
		last++
	}
	p.paragraph(s, last, p.styles.title)
}

// span is the width of the columns to last, in characters.
func (p *page) span(last int) float64 {
	sum := 0.0
	for c := 1; c <= last; c++ {
		sum += p.width(c)
	}
	return sum
}

func (p *page) width(column int) float64 {
	w, err := p.file.GetColWidth(p.sheet, columnName(column))
	p.check(err)
	return w
}

func columnName(c int) string {
	name, err := excelize.ColumnNumberToName(c)
	if err != nil {
		panic(err) // as in at
	}
	return name
}

// widths sets the widths of the columns from the first, in characters.
func (p *page) widths(ws ...float64) {
	for i, w := range ws {
		p.check(p.file.SetColWidth(p.sheet, columnName(i+1), columnName(i+1), w))
	}
}

// rowBelow returns the first row that starts at least that many points under
// the top of row from.
func (p *page) rowBelow(from int, points float64) int {
	row := from
	for ; points > 0; row++ {
		points -= p.rowHeight(row)
	}
	return row
}
