package memo

import (
	"image/color"

	"commonground/analysis/say"
	"commonground/report/internal/ooxml"
	"commonground/report/look"
)

// A definition is a style of paragraphs. Measures are in twentieths of a point,
// sizes of type in half points.
type definition struct {
	id            style
	name          string
	size          int
	bold, italic  bool
	color         color.RGBA
	before, after int
	indent        int
	keep          bool // with the paragraph that follows
	level         int  // of a heading, from 1
	list          int  // of the numbering
}

var definitions = []definition{
	{id: titleStyle, name: "Title", size: 48, bold: true, color: look.Heat(1), after: 60, keep: true},
	{id: subtitle, name: "Subtitle", size: 24, color: look.Muted, after: 240},
	{id: heading1, name: "heading 1", size: 30, bold: true, color: look.Heat(1), before: 360, after: 100, keep: true, level: 1},
	{id: heading2, name: "heading 2", size: 23, bold: true, color: look.Plain, before: 220, after: 60, keep: true, level: 2},
	{id: quoteStyle, name: "Quote", size: 21, italic: true, color: look.Ink, before: 60, after: 100, indent: 620},
	{id: caption, name: "caption", size: 18, color: look.Muted, before: 60, after: 200},
	{id: numbered, name: "List Number", size: 23, bold: true, color: look.Ink, before: 280, after: 60, keep: true, list: 1},
	{id: continued, name: "List Continue", size: 21, color: look.Ink, after: 120, indent: 420},
	{id: bullet, name: "List Bullet", size: 21, color: look.Ink, after: 40, list: 2},
	{id: cellStyle, name: "Table Text", size: 19, color: look.Ink, before: 40, after: 40},
}

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func styles(l say.Language) ooxml.Node {
	return ooxml.E("w:styles"+wordSpace,
		ooxml.E("w:docDefaults",
			ooxml.E("w:rPrDefault", ooxml.E("w:rPr",
				ooxml.E(`w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"`),
				ooxml.E("w:color", ooxml.A("w:val", look.Hex(look.Ink))), ooxml.E(`w:sz w:val="21"`), ooxml.E(`w:szCs w:val="21"`),
				ooxml.E(`w:lang w:eastAsia="en-US" w:bidi="ar-SA"`, ooxml.A("w:val", ooxml.Locale(l))))),
			ooxml.E("w:pPrDefault", ooxml.E("w:pPr", ooxml.E(`w:spacing w:after="120" w:line="276" w:lineRule="auto"`)))),
		ooxml.E(`w:style w:type="paragraph" w:default="1" w:styleId="Normal"`, ooxml.E(`w:name w:val="Normal"`), ooxml.E("w:qFormat")),
		ooxml.E(`w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"`,
			ooxml.E(`w:name w:val="Default Paragraph Font"`), ooxml.E(`w:uiPriority w:val="1"`), ooxml.E("w:semiHidden")),
		ooxml.E(`w:style w:type="table" w:default="1" w:styleId="TableNormal"`, ooxml.E(`w:name w:val="Normal Table"`),
			ooxml.E(`w:uiPriority w:val="99"`), ooxml.E("w:semiHidden"),
			ooxml.E("w:tblPr", ooxml.E(`w:tblInd w:w="0" w:type="dxa"`), ooxml.E("w:tblCellMar",
				ooxml.E(`w:top w:w="0" w:type="dxa"`), ooxml.E(`w:left w:w="108" w:type="dxa"`),
				ooxml.E(`w:bottom w:w="0" w:type="dxa"`), ooxml.E(`w:right w:w="108" w:type="dxa"`)))),
		ooxml.Each(definitions, func(_ int, d definition) ooxml.Node { return d.node() }),
		ooxml.E(`w:style w:type="paragraph" w:styleId="Footer"`, ooxml.E(`w:name w:val="footer"`), ooxml.E(`w:basedOn w:val="Normal"`),
			ooxml.E("w:pPr", ooxml.E("w:tabs", ooxml.E(`w:tab w:val="right"`, ooxml.A("w:pos", whole(textWidth)))), ooxml.E(`w:spacing w:after="0"`)),
			ooxml.E("w:rPr", ooxml.E("w:color", ooxml.A("w:val", look.Hex(look.Muted))), ooxml.E(`w:sz w:val="18"`))))
}

func (d *definition) node() ooxml.Node {
	size := whole(d.size)
	return ooxml.E(`w:style w:type="paragraph"`, ooxml.A("w:styleId", string(d.id)),
		ooxml.E("w:name", ooxml.A("w:val", d.name)), ooxml.E(`w:basedOn w:val="Normal"`),
		ooxml.If(d.keep, ooxml.E(`w:next w:val="Normal"`)), ooxml.E("w:qFormat"),
		ooxml.E("w:pPr",
			ooxml.If(d.keep, ooxml.All(ooxml.E("w:keepNext"), ooxml.E("w:keepLines"))),
			ooxml.If(d.list > 0, ooxml.E("w:numPr", ooxml.E("w:numId", ooxml.A("w:val", whole(d.list))))),
			ooxml.E("w:spacing", ooxml.A("w:before", whole(d.before)), ooxml.A("w:after", whole(d.after))),
			ooxml.If(d.indent > 0, ooxml.E("w:ind", ooxml.A("w:left", whole(d.indent)))),
			ooxml.If(d.level > 0, ooxml.E("w:outlineLvl", ooxml.A("w:val", whole(d.level-1))))),
		ooxml.E("w:rPr", ooxml.If(d.bold, ooxml.E("w:b")), ooxml.If(d.italic, ooxml.E("w:i")),
			ooxml.E("w:color", ooxml.A("w:val", look.Hex(d.color))), ooxml.E("w:sz", ooxml.A("w:val", size)), ooxml.E("w:szCs", ooxml.A("w:val", size))))
}

// numbering has the two lists: of findings, and of bullets.
func numbering() ooxml.Node {
	list := func(id int, format, sign string, indent int) ooxml.Node {
		return ooxml.E("w:abstractNum", ooxml.A("w:abstractNumId", whole(id)), ooxml.E(`w:multiLevelType w:val="singleLevel"`),
			ooxml.E(`w:lvl w:ilvl="0"`, ooxml.E(`w:start w:val="1"`), ooxml.E("w:numFmt", ooxml.A("w:val", format)),
				ooxml.E("w:lvlText", ooxml.A("w:val", sign)), ooxml.E(`w:lvlJc w:val="left"`),
				ooxml.E("w:pPr", ooxml.E("w:ind", ooxml.A("w:left", whole(indent)), ooxml.A("w:hanging", whole(indent))))))
	}
	number := func(id int) ooxml.Node {
		return ooxml.E("w:num", ooxml.A("w:numId", whole(id)), ooxml.E("w:abstractNumId", ooxml.A("w:val", whole(id))))
	}
	return ooxml.E("w:numbering"+wordSpace, list(1, "decimal", "%1.", 420), list(2, "bullet", "•", 300), number(1), number(2))
}

// settings ask for the layout of today's Word, and not of one twenty years old.
var settings = ooxml.E("w:settings"+wordSpace, ooxml.E(`w:defaultTabStop w:val="720"`),
	ooxml.E("w:compat", ooxml.E(`w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"`)))
