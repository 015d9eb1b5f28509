package slides

import (
	"commonground/report/internal/ooxml"
	"commonground/report/look"
)

// A tableRow is a row of a slide's table: a label, and numbers as text.
type tableRow struct {
	cells []string
	group bool // a new group begins with it
}

const rowHeight = 36.0

// table puts a table into a placeholder: a header, and rows whose first column
// takes what the numbers leave.
func (s *slide) table(index int, alt string, head []string, rows []tableRow) {
	h := s.layout.holder(index)
	numbers := h.w * 0.27
	widths := []float64{h.w - numbers*float64(len(head)-1)}
	for range head[1:] {
		widths = append(widths, numbers)
	}
	high := min(rowHeight, h.h/float64(len(rows)+1))
	size := min(h.size, high*0.5)
	table := ooxml.E("a:tbl", ooxml.E(`a:tblPr firstRow="1"`),
		ooxml.E("a:tblGrid", ooxml.Each(widths, func(_ int, w float64) ooxml.Node { return ooxml.E("a:gridCol", ooxml.A("w", ooxml.EMU(w))) })),
		s.gridRow(head, size, high, true, true),
		ooxml.Each(rows, func(i int, r tableRow) ooxml.Node { return s.gridRow(r.cells, size, high, false, r.group) }))
	drawn := *h
	drawn.h = high * float64(len(rows)+1)
	s.frame(&drawn, s.deck.Say("Table"), alt, ooxml.E("a:graphic",
		ooxml.E(`a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"`, table)))
}

// gridRow is a row; a line stands over it where a group begins.
func (s *slide) gridRow(cells []string, size, high float64, head, group bool) ooxml.Node {
	return ooxml.E("a:tr", ooxml.A("h", ooxml.EMU(high)), ooxml.Each(cells, func(j int, text string) ooxml.Node {
		alignment := "l"
		if j > 0 {
			alignment = "r"
		}
		l := line{text: text, size: size, bold: head || j == 1}
		paragraph := l.paragraph(s.deck.Language)
		if text == "" {
			paragraph = ooxml.E("a:p")
		}
		return ooxml.E("a:tc",
			ooxml.E("a:txBody", ooxml.E("a:bodyPr"), ooxml.E("a:lstStyle", ooxml.E("a:lvl1pPr", ooxml.A("algn", alignment))), paragraph),
			ooxml.E(`a:tcPr marL="63500" marR="63500" marT="25400" marB="25400" anchor="ctr"`,
				noLine("a:lnL"), noLine("a:lnR"), rule("a:lnT", group && !head), noLine("a:lnB"),
				ooxml.If(head, ooxml.Veil.Fill()), ooxml.If(!head, ooxml.E("a:noFill"))))
	}))
}

func noLine(tag string) ooxml.Node { return ooxml.E(tag+` w="0"`, ooxml.E("a:noFill")) }

func rule(tag string, strong bool) ooxml.Node {
	c := look.Grid
	if strong {
		c = look.Rule
	}
	return ooxml.E(tag+` w="9525"`, ooxml.Fixed(c).Fill())
}
