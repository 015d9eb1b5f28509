package slides

import (
	"fmt"

	"commonground/report/internal/ooxml"
)

// The page of notes, in points: letter paper upright.
var (
	notesPicture = holder{kind: "sldImg", box: box{63, 54, 414, 233}}
	notesText    = holder{kind: "body", index: 1, prompt: "Notes", box: box{54, 310, 432, 360}, size: 12}
)

func (d *deck) notesMaster() ooxml.Node {
	return ooxml.E("p:notesMaster"+spaces,
		ooxml.E("p:cSld", background(ooxml.Paper), tree(notesImage(2, true), notesText.define(d.Language, 3))),
		colorMap)
}

func notesImage(id int, placed bool) ooxml.Node {
	h := &notesPicture
	return ooxml.E("p:sp",
		ooxml.E("p:nvSpPr", named(id, "Slide", ""), ooxml.E("p:cNvSpPr", ooxml.E(`a:spLocks noGrp="1" noRot="1" noChangeAspect="1"`)), h.is()),
		ooxml.E("p:spPr", ooxml.If(placed, ooxml.All(h.place("a:xfrm"), ooxml.E(`a:prstGeom prst="rect"`, ooxml.E("a:avLst"))))))
}

// writeNotes adds the slide's page of notes.
func (s *slide) writeNotes(n int) {
	if len(s.notes) == 0 {
		return
	}
	d := s.deck
	part := d.pkg.Part(fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n), presentationType+"notesSlide+xml")
	part.Link("notesMaster", d.notes)
	part.Link("slide", s.part)
	s.part.Link("notesSlide", part)
	part.Set(ooxml.E("p:notes"+spaces,
		ooxml.E("p:cSld", tree(notesImage(2, false), ooxml.E("p:sp",
			ooxml.E("p:nvSpPr", named(3, "Notes", ""), ooxml.E("p:cNvSpPr", ooxml.E(`a:spLocks noGrp="1"`)), notesText.is()),
			ooxml.E("p:spPr"),
			ooxml.E("p:txBody", ooxml.E("a:bodyPr"), ooxml.E("a:lstStyle"),
				ooxml.Each(s.notes, func(_ int, l line) ooxml.Node { return l.paragraph(d.Language) }))))),
		ooxml.E("p:clrMapOvr", ooxml.E("a:masterClrMapping"))))
}
