package ooxml

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
)

const (
	sheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	sheetName  = "Data"
)

// workbook is what a chart is edited by: the labels, a column a series, and
// behind these how far the whiskers reach below and above.
func (c *Chart) workbook() []byte {
	var p Package
	book := p.Part("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
	sheet := p.Part("xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")
	styles := p.Part("xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml")
	p.Link("officeDocument", book)
	book.Set(E(`workbook xmlns="`+sheetSpace+`" xmlns:r="`+relationSpace+`"`,
		E("sheets", E(`sheet name="`+sheetName+`" sheetId="1"`, A("r:id", book.Link("worksheet", sheet))))))
	book.Link("styles", styles)
	styles.Set(c.styles())
	rows := []Node{sheetRow(1, c.head())}
	for i := range c.Labels {
		rows = append(rows, sheetRow(i+2, c.row(i)))
	}
	sheet.Set(E(`worksheet xmlns="`+sheetSpace+`"`,
		E("cols", E(`col min="1" max="1" width="34" customWidth="1"`), E(`col min="2" max="26" width="16" customWidth="1"`)),
		E("sheetData", rows...)))
	var b bytes.Buffer
	_ = p.Write(&b) // to memory, which doesn't fail
	return b.Bytes()
}

func (c *Chart) head() []Node {
	cells := []Node{textCell(c.Name)}
	var whiskers []Node
	for _, s := range c.Series {
		cells = append(cells, textCell(s.Name))
		if s.High != nil {
			whiskers = append(whiskers, textCell(s.Name+", whisker down"), textCell(s.Name+", whisker up"))
		}
	}
	return append(cells, whiskers...)
}

func (c *Chart) row(i int) []Node {
	cells := []Node{textCell(c.Labels[i])}
	var whiskers []Node
	for _, s := range c.Series {
		cells = append(cells, numberCell(s.Values[i]))
		if s.High != nil {
			below, above := s.reach()
			whiskers = append(whiskers, numberCell(below[i]), numberCell(above[i]))
		}
	}
	return append(cells, whiskers...)
}

// whiskerColumn is the first of the two columns of a series' whiskers.
func (c *Chart) whiskerColumn(series int) int {
	column := 1 + len(c.Series)
	for _, s := range c.Series[:series] {
		if s.High != nil {
			column += 2
		}
	}
	return column
}

func sheetRow(number int, cells []Node) Node {
	row := E("row", A("r", strconv.Itoa(number)))
	for j, cell := range cells {
		if cell.tag != "" {
			cell.in = append([]Node{A("r", cellName(j, number))}, cell.in...)
			row.in = append(row.in, cell)
		}
	}
	return row
}

func textCell(s string) Node {
	return E(`c t="inlineStr"`, E("is", E(`t xml:space="preserve"`, T(s))))
}

// numberCell is nothing for NaN: an empty cell.
func numberCell(v float64) Node {
	if math.IsNaN(v) {
		return Node{}
	}
	return E(`c s="1"`, E("v", T(decimal(v))))
}

// styles has two: 0 for texts, 1 for the chart's numbers.
func (c *Chart) styles() Node {
	return E(`styleSheet xmlns="`+sheetSpace+`"`,
		E(`numFmts count="1"`, E("numFmt", A("numFmtId", "164"), A("formatCode", c.Format))),
		E(`fonts count="1"`, E("font", E(`sz val="10"`), E(`name val="Arial"`))),
		E(`fills count="2"`, E("fill", E(`patternFill patternType="none"`)), E("fill", E(`patternFill patternType="gray125"`))),
		E(`borders count="1"`, E("border", E("left"), E("right"), E("top"), E("bottom"), E("diagonal"))),
		E(`cellStyleXfs count="1"`, E(`xf numFmtId="0" fontId="0" fillId="0" borderId="0"`)),
		E(`cellXfs count="2"`, E(`xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"`),
			E(`xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"`)))
}

// column is the place of a column of the chart's rows.
func (c *Chart) column(j int) string { return cellRange(j, 1, len(c.Labels)) }

// cellRange is the place of the rows from first to last of a column, counted
// from 0.
func cellRange(column, first, last int) string {
	from := fmt.Sprintf("%s!$%s$%d", sheetName, columnName(column), first+1)
	if first == last {
		return from
	}
	return fmt.Sprintf("%s:$%s$%d", from, columnName(column), last+1)
}

func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row) }

// columnName names a column, counted from 0: A to Z, AA and on.
func columnName(j int) string {
	name := string(rune('A' + j%26))
	if j >= 26 {
		name = columnName(j/26-1) + name
	}
	return name
}
