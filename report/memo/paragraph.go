package memo

import (
	"strconv"

	"commonground/analysis/findings"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
	"commonground/report/look"
)

func whole(n int) string { return strconv.Itoa(n) }

// A style is one of the document's, by its ID.
type style string

const (
	normal     style = ""
	titleStyle style = "Title"
	subtitle   style = "Subtitle"
	heading1   style = "Heading1"
	heading2   style = "Heading2"
	quoteStyle style = "Quote"
	caption    style = "Caption"
	numbered   style = "ListNumber"
	continued  style = "ListContinue"
	bullet     style = "ListBullet"
	cellStyle  style = "TableText"
)

// text is a run of plain text, bold one of a bolder.
func text(s string) ooxml.Node { return ooxml.E("w:r", words(s)) }

func bold(s string) ooxml.Node { return ooxml.E("w:r", ooxml.E("w:rPr", ooxml.E("w:b")), words(s)) }

func muted(s string) ooxml.Node {
	return ooxml.E("w:r", ooxml.E("w:rPr", ooxml.E(`w:i w:val="0"`), ooxml.E("w:color", ooxml.A("w:val", look.Hex(look.Muted)))), words(s))
}

func words(s string) ooxml.Node { return ooxml.E(`w:t xml:space="preserve"`, ooxml.T(s)) }

// paragraph adds one.
func (m *memo) paragraph(s style, runs ...ooxml.Node) {
	m.body = append(m.body, paragraph(s, runs...))
}

func paragraph(s style, runs ...ooxml.Node) ooxml.Node {
	return ooxml.E("w:p", ooxml.If(s != normal, ooxml.E("w:pPr", ooxml.E("w:pStyle", ooxml.A("w:val", string(s))))), ooxml.All(runs...))
}

// quote adds somebody's words, with a bar in the color of their role.
func (m *memo) quote(q findings.Quote) {
	by := story.By(m.report.Lang, q)
	m.body = append(m.body, ooxml.E("w:p",
		ooxml.E("w:pPr", ooxml.E("w:pStyle", ooxml.A("w:val", string(quoteStyle))),
			ooxml.E("w:pBdr", ooxml.E(`w:left w:val="single" w:sz="24" w:space="10"`, ooxml.A("w:color", look.Hex(look.Color(findings.FirstRole(q.Role))))))),
		text(story.Words(q)), ooxml.If(by != "", muted(" —\u00a0"+by))))
}
