package slides

import (
	"strconv"

	"commonground/analysis/say"
	"commonground/report/internal/ooxml"
)

// place says where something stands, in the tag that its kind of shape wants.
func (b box) place(tag string) ooxml.Node {
	return ooxml.E(tag, ooxml.E("a:off", ooxml.A("x", ooxml.EMU(b.x)), ooxml.A("y", ooxml.EMU(b.y))),
		ooxml.E("a:ext", ooxml.A("cx", ooxml.EMU(b.w)), ooxml.A("cy", ooxml.EMU(b.h))))
}

// shape is the mark as a shape that screen readers pass over.
func (m mark) shape(id int) ooxml.Node {
	form := "rect"
	if m.disc {
		form = "ellipse"
	}
	return ooxml.E("p:sp",
		ooxml.E("p:nvSpPr", decorative(id), ooxml.E("p:cNvSpPr"), ooxml.E(`p:nvPr userDrawn="1"`)),
		ooxml.E("p:spPr", m.place("a:xfrm"), ooxml.E("a:prstGeom", ooxml.A("prst", form), ooxml.E("a:avLst")), m.ink.Fill(), ooxml.E("a:ln", ooxml.E("a:noFill"))))
}

// decorative names a shape that shows nothing.
func decorative(id int) ooxml.Node {
	return ooxml.E(`p:cNvPr name="Mark"`, ooxml.A("id", strconv.Itoa(id)), ooxml.E("a:extLst", ooxml.E(`a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"`,
		ooxml.E(`adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"`))))
}

// named is a shape's ID and name, and what it shows; "" for a text, which
// speaks for itself.
func named(id int, name, alt string) ooxml.Node {
	return ooxml.E("p:cNvPr", ooxml.A("id", strconv.Itoa(id)), ooxml.A("name", name), ooxml.If(alt != "", ooxml.A("descr", alt)))
}

// is names a placeholder.
func (h *holder) is() ooxml.Node {
	return ooxml.E("p:nvPr", ooxml.E("p:ph", ooxml.If(h.kind != "obj", ooxml.A("type", h.kind)),
		ooxml.If(h.index > 0, ooxml.A("idx", strconv.Itoa(h.index)))))
}

func (h *holder) name(l say.Language) string {
	switch h.kind {
	case "title", "ctrTitle":
		return l.Say("Title")
	case "ftr":
		return l.Say("Footer")
	case "sldNum":
		return l.Say("Slide number")
	}
	return l.Say(h.prompt)
}

// define is the placeholder of a master or layout: where it stands, and how
// text is set in it.
func (h *holder) define(l say.Language, id int) ooxml.Node {
	alignment := "l"
	if h.kind == "sldNum" {
		alignment = "r"
	}
	inset := "0"
	if h.fill {
		inset = ooxml.EMU(16)
	}
	fill := ooxml.Node{}
	if h.fill {
		fill = ooxml.Veil.Fill()
	}
	return ooxml.E("p:sp",
		ooxml.E("p:nvSpPr", named(id, h.name(l), ""), ooxml.E("p:cNvSpPr", ooxml.E(`a:spLocks noGrp="1"`)), h.is()),
		ooxml.E("p:spPr", h.place("a:xfrm"), ooxml.E(`a:prstGeom prst="rect"`, ooxml.E("a:avLst")), fill),
		ooxml.E("p:txBody",
			ooxml.E(`a:bodyPr vert="horz" wrap="square" tIns="0" bIns="0"`, ooxml.A("lIns", inset), ooxml.A("rIns", inset),
				ooxml.A("anchor", h.anchorOr("t")), ooxml.E("a:normAutofit")),
			ooxml.E("a:lstStyle", ooxml.E(`a:lvl1pPr marL="0" indent="0"`, ooxml.A("algn", alignment), ooxml.E("a:buNone"),
				ooxml.E("a:defRPr", ooxml.A("sz", ooxml.Hundredths(h.size)), ooxml.A("b", flag(h.bold)), h.inked(), ooxml.E(`a:latin typeface="+mn-lt"`)))),
			ooxml.E("a:p", h.content(l, l.Say(h.prompt)))))
}

func (h *holder) anchorOr(usual string) string {
	if h.anchor == "" {
		return usual
	}
	return h.anchor
}

// inked is the color of the holder's text.
func (h *holder) inked() ooxml.Node {
	if h.ink == (ooxml.Ink{}) {
		return ooxml.Text.Fill()
	}
	return h.ink.Fill()
}

// foot is a slide's text at its foot. It repeats how the layout sets it, which
// LibreOffice does not look up.
func (h *holder) foot(l say.Language, text string) ooxml.Node {
	if h.kind == "sldNum" {
		return ooxml.E("a:p", h.content(l, ""))
	}
	return ooxml.E("a:p", ooxml.E(`a:pPr algn="l"`), ooxml.E("a:r",
		ooxml.E("a:rPr", ooxml.A("lang", ooxml.Locale(l)), ooxml.A("sz", ooxml.Hundredths(h.size)), h.inked(), ooxml.E(`a:latin typeface="+mn-lt"`)),
		ooxml.E("a:t", ooxml.T(text))))
}

// content is the text of a holder, or the field of a slide's number.
func (h *holder) content(l say.Language, text string) ooxml.Node {
	lang := ooxml.A("lang", ooxml.Locale(l))
	switch {
	case h.kind == "sldNum":
		return ooxml.E(`a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"`, ooxml.E("a:rPr", lang), ooxml.E("a:t", ooxml.T("‹#›")))
	case text == "":
		return ooxml.E("a:endParaRPr", lang)
	}
	return ooxml.E("a:r", ooxml.E("a:rPr", lang), ooxml.E("a:t", ooxml.T(text)))
}
