package memo

import (
	"strings"
	"unicode/utf8"

	"commonground/report/internal/ooxml"
	"commonground/report/look"
)

// table adds a table whose header is repeated on every page. Its first column
// is of labels, the others of numbers.
func (m *memo) table(head []string, rows [][]string) {
	widths := fit(head, rows)
	m.body = append(m.body, ooxml.E("w:tbl",
		ooxml.E("w:tblPr", ooxml.E("w:tblW", ooxml.A("w:w", whole(textWidth)), ooxml.A("w:type", "dxa")),
			ooxml.E("w:tblBorders", line("w:top"), line("w:bottom"), line("w:insideH")),
			ooxml.E(`w:tblLayout w:type="fixed"`),
			ooxml.E(`w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"`)),
		ooxml.E("w:tblGrid", ooxml.Each(widths, func(_ int, w int) ooxml.Node { return ooxml.E("w:gridCol", ooxml.A("w:w", whole(w))) })),
		tableRow(head, widths, true),
		ooxml.Each(rows, func(_ int, row []string) ooxml.Node { return tableRow(row, widths, false) })))
}

// fit gives columns of numbers the width of their longest text, or of the longest
// word of their head, all of them less where the first would have too little left.
func fit(head []string, rows [][]string) []int {
	const letter, padding, least = 118, 230, 2000
	widths := make([]int, len(head))
	sum := 0
	for j := 1; j < len(head); j++ {
		longest := 0
		for word := range strings.FieldsSeq(head[j]) {
			longest = max(longest, utf8.RuneCountInString(word))
		}
		for _, row := range rows {
			longest = max(longest, utf8.RuneCountInString(row[j]))
		}
		widths[j] = longest*letter + padding
		sum += widths[j]
	}
	widths[0] = textWidth
	for j := 1; j < len(widths); j++ {
		widths[j] = widths[j] * min(sum, textWidth-least) / max(sum, 1)
		widths[0] -= widths[j]
	}
	return widths
}

func line(side string) ooxml.Node {
	return ooxml.E(side+` w:val="single" w:sz="4" w:space="0"`, ooxml.A("w:color", look.Hex(look.Grid)))
}

func tableRow(cells []string, widths []int, head bool) ooxml.Node {
	return ooxml.E("w:tr", ooxml.E("w:trPr", ooxml.E("w:cantSplit"), ooxml.If(head, ooxml.E("w:tblHeader"))),
		ooxml.Each(cells, func(j int, s string) ooxml.Node {
			run := text(s)
			if head {
				run = bold(s)
			}
			return ooxml.E("w:tc",
				ooxml.E("w:tcPr", ooxml.E(`w:tcW w:type="dxa"`, ooxml.A("w:w", whole(widths[j]))),
					ooxml.If(head, ooxml.E(`w:shd w:val="clear" w:color="auto"`, ooxml.A("w:fill", look.Hex(look.Veil)))),
					ooxml.E(`w:vAlign w:val="center"`)),
				ooxml.E("w:p", ooxml.E("w:pPr", ooxml.E("w:pStyle", ooxml.A("w:val", string(cellStyle))),
					ooxml.If(j > 0, ooxml.E(`w:jc w:val="right"`))), run))
		}))
}

// chart adds a chart of that height in points, as wide as the text.
func (m *memo) chart(c *ooxml.Chart, height float64) {
	const width = textWidth / 20.0
	c.Size, c.Width, c.Height, c.Room = 9.5, width, height, 0.34
	m.inline(m.Say("Chart"), c.Alt, width, height, m.part.Graphic(m.pkg.Chart("word", c)))
}

// logo adds the school's, small.
func (m *memo) logo() {
	if logo := m.report.Logo; logo != nil {
		width, height := logo.Within(140, 34)
		name := m.Say("The school's logo")
		m.inline(name, name, width, height, m.part.Inline(m.pkg.Picture("word", logo), name, width, height))
	}
}

// inline adds a graphic so large in points, in a paragraph of its own that stays
// with the next.
func (m *memo) inline(name, alt string, width, height float64, graphic ooxml.Node) {
	m.shapes++
	m.body = append(m.body, ooxml.E("w:p", ooxml.E("w:pPr", ooxml.E("w:keepNext")), ooxml.E("w:r", ooxml.E("w:drawing",
		ooxml.E(`wp:inline distT="0" distB="0" distL="0" distR="0"`,
			ooxml.E("wp:extent", ooxml.A("cx", ooxml.EMU(width)), ooxml.A("cy", ooxml.EMU(height))),
			ooxml.E("wp:docPr", ooxml.A("id", whole(m.shapes)), ooxml.A("name", name), ooxml.A("descr", alt)),
			ooxml.E("wp:cNvGraphicFramePr"),
			graphic)))))
}
