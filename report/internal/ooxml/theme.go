package ooxml

import (
	"image/color"

	"commonground/report/look"
)

// Ink names a color: of the theme, so that it changes with a district's
// template, or one that has a meaning, such as a role's, and stays.
type Ink struct {
	theme string
	fixed color.RGBA
	glass bool
}

// The colors of the theme.
var (
	Text      = Ink{theme: "tx1"}
	Dark      = Ink{theme: "tx2"}
	Paper     = Ink{theme: "bg1"}
	Veil      = Ink{theme: "bg2"}
	Accent    = Ink{theme: "accent1"}
	Secondary = Ink{theme: "accent6"} // captions
)

// Fixed returns a color that no template changes.
func Fixed(c color.RGBA) Ink { return Ink{fixed: c} }

// Glass returns the ink such that what is behind it shines through.
func (i Ink) Glass() Ink {
	i.glass = true
	return i
}

// Fill returns the ink as a solid fill.
func (i Ink) Fill() Node { return E("a:solidFill", i.node()) }

func (i Ink) node() Node {
	through := If(i.glass, E(`a:alpha val="72000"`))
	if i.theme != "" {
		return E("a:schemeClr", A("val", i.theme), through)
	}
	return E("a:srgbClr", A("val", look.Hex(i.fixed)), through)
}

type themeColor struct {
	name  string
	color color.RGBA
}

// themeColors are the theme's, in the order that the format wants.
var themeColors = []themeColor{
	{"dk1", look.Ink}, {"lt1", look.Paper}, {"dk2", look.Heat(1)}, {"lt2", look.Veil},
	{"accent1", look.Plain}, {"accent2", look.Color("parent")}, {"accent3", look.Color("teacher")},
	{"accent4", look.Color("staff")}, {"accent5", look.Color("community")}, {"accent6", look.Muted},
	{"hlink", look.Color("parent")}, {"folHlink", look.Muted},
}

// Theme adds the house's colors and type as a theme.
func (p *Package) Theme(name string) *Part {
	theme := p.Part(name, "application/vnd.openxmlformats-officedocument.theme+xml")
	theme.Set(E(`a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Common Ground"`,
		E("a:themeElements",
			E(`a:clrScheme name="Common Ground"`, Each(themeColors, func(_ int, c themeColor) Node {
				return E("a:"+c.name, E("a:srgbClr", A("val", look.Hex(c.color))))
			})),
			E(`a:fontScheme name="Common Ground"`, E("a:majorFont", typeface()), E("a:minorFont", typeface())),
			plainEffects)))
	return theme
}

func typeface() Node {
	return All(E("a:latin", A("typeface", look.SheetFont)), E(`a:ea typeface=""`), E(`a:cs typeface=""`))
}

// plainEffects is the scheme of fills, lines and effects that a theme must
// have: three of each, and nothing that shines.
var plainEffects = func() Node {
	fill := E("a:solidFill", E(`a:schemeClr val="phClr"`))
	line := E(`a:ln w="9525"`, fill)
	effect := E("a:effectStyle", E("a:effectLst"))
	return E(`a:fmtScheme name="Common Ground"`,
		E("a:fillStyleLst", fill, fill, fill), E("a:lnStyleLst", line, line, line),
		E("a:effectStyleLst", effect, effect, effect), E("a:bgFillStyleLst", fill, fill, fill))
}()
