package slides

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
	"commonground/report/look"
)

// A slide is a page of the deck: what fills the placeholders of its layout, and
// what to know before speaking of it.
type slide struct {
	deck   *deck
	part   *ooxml.Part
	layout *layout
	shapes []ooxml.Node
	notes  []line
}

// slide adds one.
func (d *deck) slide(l *layout, title string) *slide {
	s := &slide{deck: d, layout: l, part: d.pkg.Part("", presentationType+"slide+xml")}
	s.part.Link("slideLayout", d.layouts[l])
	d.slides = append(d.slides, s)
	s.text(0, plain(title))
	return s
}

// id is that of the next shape.
func (s *slide) id() int { return len(s.shapes) + 2 }

// text fills a placeholder. Without a line to say it is left out.
func (s *slide) text(index int, lines ...line) {
	if len(lines) == 0 {
		return
	}
	h := s.layout.holder(index)
	s.shapes = append(s.shapes, ooxml.E("p:sp",
		ooxml.E("p:nvSpPr", named(s.id(), h.name(s.deck.Language), ""), ooxml.E("p:cNvSpPr", ooxml.E(`a:spLocks noGrp="1"`)), h.is()),
		ooxml.E("p:spPr"),
		ooxml.E("p:txBody", ooxml.E("a:bodyPr", ooxml.E("a:normAutofit")), ooxml.E("a:lstStyle"),
			ooxml.Each(fit(h, lines), func(_ int, l line) ooxml.Node { return l.paragraph(s.deck.Language) }))))
}

// frame puts a graphic into a placeholder.
func (s *slide) frame(h *holder, name, alt string, graphic ooxml.Node) {
	s.shapes = append(s.shapes, ooxml.E("p:graphicFrame",
		ooxml.E("p:nvGraphicFramePr", named(s.id(), name, alt), ooxml.E("p:cNvGraphicFramePr", ooxml.E(`a:graphicFrameLocks noGrp="1"`)), h.is()),
		h.place("p:xfrm"), graphic))
}

// chart puts a chart into a placeholder, with that share of its width for the
// labels.
func (s *slide) chart(index int, c *ooxml.Chart, room float64) {
	h := s.layout.holder(index)
	c.Size, c.Width, c.Height, c.Room = h.size, h.w, h.h, room
	s.frame(h, s.deck.Say("Chart"), c.Alt, s.part.Graphic(s.deck.pkg.Chart("ppt", c)))
}

// logo puts the school's into the corner of the title, small, on paper: its
// colors may not stand out from the slide's.
func (s *slide) logo() {
	logo := s.deck.report.Logo
	if logo == nil {
		return
	}
	const edge = 10
	paper := box{x: 72, y: 40}
	width, height := logo.Within(200, 60)
	paper.w, paper.h = width+2*edge, height+2*edge
	picture := box{paper.x + edge, paper.y + edge, width, height}
	s.shapes = append(s.shapes, mark{box: paper, ink: ooxml.Paper}.shape(s.id()))
	name := s.deck.Say("The school's logo")
	s.shapes = append(s.shapes, ooxml.E("p:pic",
		ooxml.E("p:nvPicPr", named(s.id(), name, name), ooxml.E("p:cNvPicPr", ooxml.E(`a:picLocks noChangeAspect="1"`)), ooxml.E("p:nvPr")),
		s.part.Blip("p:blipFill", s.deck.pkg.Picture("ppt", logo)),
		ooxml.E("p:spPr", picture.place("a:xfrm"), ooxml.E(`a:prstGeom prst="rect"`, ooxml.E("a:avLst")))))
}

// quote fills a placeholder with a quote, and draws a bar beside it in the color
// of the role whose words they are.
func (s *slide) quote(index int, q findings.Quote) {
	h := s.layout.holder(index)
	lines := []line{plain(story.Words(q))}
	if by := story.By(s.deck.report.Lang, q); by != "" {
		lines = append(lines, line{text: "— " + by, size: 0.78 * h.size, bold: true, ink: ooxml.Secondary, above: 0.3 * h.size})
	}
	lines = fit(h, lines)
	b := box{h.x - 18, h.y, 5, h.h}
	b.h = min(h.h, height(h, lines)+2)
	if h.anchor == "ctr" {
		b.y += (h.h - b.h) / 2
	}
	s.shapes = append(s.shapes, mark{box: b, ink: roleInk(findings.FirstRole(q.Role))}.shape(s.id()))
	s.text(index, lines...)
}

func roleInk(role string) ooxml.Ink { return ooxml.Fixed(look.Color(role)) }

// say adds to the speaker's notes what to say aloud.
func (s *slide) say(text string) { s.note(s.deck.Say("Say"), text) }

// note adds a paragraph to the speaker's notes.
func (s *slide) note(lead, text string) {
	if text != "" {
		s.notes = append(s.notes, line{lead: lead + ": ", text: text})
	}
}

// finish writes the slide as the nth of the deck.
func (s *slide) finish(n int) {
	s.part.Name = fmt.Sprintf("ppt/slides/slide%d.xml", n)
	shapes := s.shapes
	if !s.layout.dark {
		for _, h := range []holder{footer, number} {
			shapes = append(shapes, ooxml.E("p:sp",
				ooxml.E("p:nvSpPr", named(len(shapes)+2, h.name(s.deck.Language), ""), ooxml.E("p:cNvSpPr", ooxml.E(`a:spLocks noGrp="1"`)), h.is()),
				ooxml.E("p:spPr"), ooxml.E("p:txBody", ooxml.E("a:bodyPr"), ooxml.E("a:lstStyle"), h.foot(s.deck.Language, s.deck.footer()))))
		}
	}
	s.part.Set(ooxml.E("p:sld"+spaces, ooxml.E("p:cSld", tree(shapes...)), ooxml.E("p:clrMapOvr", ooxml.E("a:masterClrMapping"))))
	s.writeNotes(n)
}
