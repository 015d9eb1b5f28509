package slides

import (
	"fmt"
	"strconv"

	"commonground/analysis/findings"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
)

const (
	presentationType = "application/vnd.openxmlformats-officedocument.presentationml."
	spaces           = ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	firstMaster = 2147483648 // IDs of masters and layouts begin here, and are all different
	firstSlide  = 256
)

// newDeck has masters and layouts, and no slide yet.
func newDeck(r *findings.Report) *deck {
	d := &deck{report: r, Language: r.Lang, layouts: map[*layout]*ooxml.Part{}, heard: story.Heard{}}
	d.show = d.pkg.Part("ppt/presentation.xml", presentationType+"presentation.main+xml")
	d.pkg.Link("officeDocument", d.show)
	d.pkg.Describe(ooxml.Properties{Title: r.Title, Subject: d.Say("Slides for a staff meeting"), Made: r.Made, Lang: r.Lang})
	d.master = d.pkg.Part("ppt/slideMasters/slideMaster1.xml", presentationType+"slideMaster+xml")
	ids := ooxml.Each(layouts, func(i int, l *layout) ooxml.Node {
		part := d.pkg.Part(fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", i+1), presentationType+"slideLayout+xml")
		part.Link("slideMaster", d.master)
		part.Set(d.layout(l))
		d.layouts[l] = part
		return ooxml.E("p:sldLayoutId", ooxml.A("id", strconv.Itoa(firstMaster+1+i)), ooxml.A("r:id", d.master.Link("slideLayout", part)))
	})
	theme := d.pkg.Theme("ppt/theme/theme1.xml")
	d.master.Link("theme", theme)
	d.show.Link("theme", theme)
	d.master.Set(ooxml.E("p:sldMaster"+spaces,
		ooxml.E("p:cSld", background(ooxml.Paper), tree(d.masterShapes()...)),
		colorMap, ooxml.E("p:sldLayoutIdLst", ids), textStyles()))
	d.notes = d.pkg.Part("ppt/notesMasters/notesMaster1.xml", presentationType+"notesMaster+xml")
	d.notes.Link("theme", d.pkg.Theme("ppt/theme/theme2.xml"))
	d.notes.Set(d.notesMaster())
	return d
}

// finish lists the slides in the presentation.
func (d *deck) finish() {
	master := d.show.Link("slideMaster", d.master)
	notes := d.show.Link("notesMaster", d.notes)
	slides := ooxml.Each(d.slides, func(i int, s *slide) ooxml.Node {
		s.finish(i + 1)
		return ooxml.E("p:sldId", ooxml.A("id", strconv.Itoa(firstSlide+i)), ooxml.A("r:id", d.show.Link("slide", s.part)))
	})
	d.show.Set(ooxml.E(`p:presentation saveSubsetFonts="1"`+spaces,
		ooxml.E("p:sldMasterIdLst", ooxml.E("p:sldMasterId", ooxml.A("id", strconv.Itoa(firstMaster)), ooxml.A("r:id", master))),
		ooxml.E("p:notesMasterIdLst", ooxml.E("p:notesMasterId", ooxml.A("r:id", notes))),
		ooxml.E("p:sldIdLst", slides),
		ooxml.E("p:sldSz", ooxml.A("cx", ooxml.EMU(pageWidth)), ooxml.A("cy", ooxml.EMU(pageHeight))),
		ooxml.E(`p:notesSz cx="6858000" cy="9144000"`)))
}

var colorMap = ooxml.E(`p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"` +
	` accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"`)

func background(i ooxml.Ink) ooxml.Node {
	return ooxml.E("p:bg", ooxml.E("p:bgPr", i.Fill(), ooxml.E("a:effectLst")))
}

// tree is a page's shapes.
func tree(shapes ...ooxml.Node) ooxml.Node {
	return ooxml.E("p:spTree",
		ooxml.E("p:nvGrpSpPr", ooxml.E(`p:cNvPr id="1" name=""`), ooxml.E("p:cNvGrpSpPr"), ooxml.E("p:nvPr")),
		ooxml.E("p:grpSpPr", ooxml.E("a:xfrm", ooxml.E(`a:off x="0" y="0"`), ooxml.E(`a:ext cx="0" cy="0"`),
			ooxml.E(`a:chOff x="0" y="0"`), ooxml.E(`a:chExt cx="0" cy="0"`))),
		ooxml.All(shapes...))
}

// foot is what stands at the foot of master, layouts and slides.
var (
	footer = holder{kind: "ftr", index: 90, box: box{margin, 504, 700, 20}, size: 11, ink: ooxml.Secondary, anchor: "ctr"}
	number = holder{kind: "sldNum", index: 91, box: box{pageWidth - margin - 80, 504, 80, 20}, size: 11, ink: ooxml.Secondary, anchor: "ctr"}
)

func (d *deck) masterShapes() []ooxml.Node {
	title := titled()[0]
	text := body(1, "Text", box{margin, top, inner, captionTop - top}, bodySize)
	return []ooxml.Node{
		title.define(d.Language, 2), text.define(d.Language, 3),
		footer.define(d.Language, 4), number.define(d.Language, 5),
	}
}

// layout is the page of a layout.
func (d *deck) layout(l *layout) ooxml.Node {
	var shapes []ooxml.Node
	for i, m := range l.decor {
		shapes = append(shapes, m.shape(2+i))
	}
	for _, h := range l.holders {
		shapes = append(shapes, h.define(d.Language, 2+len(shapes)))
	}
	if !l.dark {
		shapes = append(shapes, footer.define(d.Language, 2+len(shapes)), number.define(d.Language, 3+len(shapes)))
	}
	return ooxml.E(`p:sldLayout preserve="1"`+spaces, ooxml.If(l.kind != "", ooxml.A("type", l.kind)),
		ooxml.E("p:cSld", ooxml.A("name", d.Say(l.name)), ooxml.If(l.dark, background(ooxml.Dark)), tree(shapes...)),
		ooxml.E("p:clrMapOvr", ooxml.E("a:masterClrMapping")))
}

// textStyles are the master's, for text in placeholders that no layout has.
func textStyles() ooxml.Node {
	levels := func(size float64, bold bool) ooxml.Node {
		return ooxml.E(`a:lvl1pPr marL="0" indent="0" algn="l"`, ooxml.E("a:buNone"),
			ooxml.E("a:defRPr", ooxml.A("sz", ooxml.Hundredths(size)), ooxml.A("b", flag(bold)), ooxml.Text.Fill(),
				ooxml.E(`a:latin typeface="+mn-lt"`)))
	}
	return ooxml.E("p:txStyles", ooxml.E("p:titleStyle", levels(titleSize, true)),
		ooxml.E("p:bodyStyle", levels(bodySize, false)), ooxml.E("p:otherStyle", levels(bodySize, false)))
}

func flag(yes bool) string {
	if yes {
		return "1"
	}
	return "0"
}
