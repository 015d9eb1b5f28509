// Package memo writes a report as a document of a few pages, in the shape of a
// summary on a blog: what was asked, who answered, one highlighted statement, a
// paragraph for the whole, then numbered findings, each a claim, an explanation
// and what people said, and last how it was done and a table of all themes.
package memo

import (
	"io"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
)

// Write writes r to w as a Word document. The same report gives the same bytes.
func Write(r *findings.Report, w io.Writer) error {
	m := newMemo(r)
	for _, part := range []func(*memo){
		(*memo).head, (*memo).questions, (*memo).respondents, (*memo).highlight,
		(*memo).synthesis, (*memo).findings, (*memo).postscript, (*memo).appendix,
	} {
		part(m)
	}
	m.finish()
	return m.pkg.Write(w)
}

// A memo is a document in the making.
type memo struct {
	report       *findings.Report
	say.Language // of the report
	pkg          ooxml.Package
	part         *ooxml.Part
	body         []ooxml.Node
	shapes       int
	heard        story.Heard
}

const (
	documentType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	wordSpaces   = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`
)

func newMemo(r *findings.Report) *memo {
	m := &memo{report: r, Language: r.Lang, heard: story.Heard{}}
	m.part = m.pkg.Part("word/document.xml", documentType+"document.main+xml")
	m.pkg.Link("officeDocument", m.part)
	m.pkg.Describe(ooxml.Properties{Title: r.Title, Subject: m.Say("A summary of what people wrote"), Made: r.Made, Lang: r.Lang})
	for _, p := range []struct {
		name string
		xml  ooxml.Node
	}{{"styles", styles(r.Lang)}, {"numbering", numbering()}, {"settings", settings}} {
		part := m.pkg.Part("word/"+p.name+".xml", documentType+p.name+"+xml")
		part.Set(p.xml)
		m.part.Link(p.name, part)
	}
	m.part.Link("theme", m.pkg.Theme("word/theme/theme1.xml"))
	return m
}

// The page, in twentieths of a point: letter paper with an inch around.
const (
	pageWide  = 12240
	pageHigh  = 15840
	pageInch  = 1440
	textWidth = pageWide - 2*pageInch
)

func (m *memo) finish() {
	foot := m.pkg.Part("word/footer1.xml", documentType+"footer+xml")
	foot.Set(ooxml.E("w:ftr"+wordSpaces, m.footer()))
	page := ooxml.E("w:sectPr",
		ooxml.E(`w:footerReference w:type="default"`, ooxml.A("r:id", m.part.Link("footer", foot))),
		ooxml.E("w:pgSz", ooxml.A("w:w", whole(pageWide)), ooxml.A("w:h", whole(pageHigh))),
		ooxml.E(`w:pgMar w:top="1296" w:right="1440" w:bottom="1296" w:left="1440" w:header="708" w:footer="576" w:gutter="0"`))
	m.part.Set(ooxml.E("w:document"+wordSpaces, ooxml.E("w:body", ooxml.All(m.body...), page)))
}

// footer has the title on the left, and the page on the right.
func (m *memo) footer() ooxml.Node {
	field := func(name string) ooxml.Node {
		return ooxml.E("w:fldSimple", ooxml.A("w:instr", name), ooxml.E("w:r", ooxml.E("w:t", ooxml.T("1"))))
	}
	around := strings.Split(m.Say("Page %s of %s"), "%s")
	return ooxml.E("w:p", ooxml.E("w:pPr", ooxml.E(`w:pStyle w:val="Footer"`)),
		text(m.report.Title), ooxml.E("w:r", ooxml.E("w:tab")), text(around[0]), field("PAGE"), text(around[1]), field("NUMPAGES"), text(around[2]))
}
