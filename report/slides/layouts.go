package slides

import (
	"commonground/report/internal/ooxml"
	"commonground/report/look"
)

// The page, in points: 13⅓ by 7½ inches.
const (
	pageWidth, pageHeight = 960.0, 540.0
	margin                = 48.0
	inner                 = pageWidth - 2*margin
	top                   = 122.0 // of what stands under a title
	captionTop            = 452.0
	gutter                = 36.0
	half                  = (inner - gutter) / 2
)

type box struct{ x, y, w, h float64 }

// A layout is a page of placeholders, which a facilitator can restyle as one.
type layout struct {
	name    string
	kind    string // as the format calls it; "" for one of our own
	dark    bool
	holders []holder
	decor   []mark
}

// A holder is a placeholder.
type holder struct {
	kind   string // "title", "ctrTitle", "subTitle", "body", "chart", "tbl", "pic"
	index  int    // by which slides name it; 0 for a title
	prompt string // shown while it is empty
	box
	size   float64 // of type
	bold   bool
	ink    ooxml.Ink
	anchor string // "t", "ctr" or "b"
	fill   bool   // stands on a veil
}

// A mark only pleases the eye: a bar, or a disc.
type mark struct {
	box
	ink  ooxml.Ink
	disc bool
}

// The indexes of placeholders that several layouts have.
const (
	main = 10 + iota
	second
	third
	fourth
	fifth
	sixth
	caption
)

const (
	titleSize   = 28.0
	bodySize    = 18.0
	captionSize = 12.0
)

func titled(more ...holder) []holder {
	return append([]holder{{kind: "title", prompt: "The finding, as a sentence", box: box{margin, 36, inner, 72},
		size: titleSize, bold: true, ink: ooxml.Text, anchor: "ctr"}}, more...)
}

func captioned(more ...holder) []holder {
	return titled(append(more, holder{kind: "body", index: caption, prompt: "What the numbers rest on",
		box: box{margin, captionTop, inner, 40}, size: captionSize, ink: ooxml.Secondary, anchor: "b"})...)
}

func body(index int, prompt string, at box, size float64) holder {
	return holder{kind: "body", index: index, prompt: prompt, box: at, size: size, ink: ooxml.Text, anchor: "t"}
}

func heading(index int, at box) holder {
	h := body(index, "Heading", at, 18)
	h.bold, h.ink, h.anchor = true, ooxml.Dark, "b"
	return h
}

var accentMark = []mark{{box: box{margin, 28, 40, 4}, ink: ooxml.Accent}}

var titleLayout = &layout{
	name: "Title", kind: "title", dark: true,
	holders: []holder{
		{kind: "ctrTitle", prompt: "Title", box: box{72, 130, 540, 170}, size: 38, bold: true, ink: ooxml.Paper, anchor: "b"},
		{kind: "subTitle", index: 1, prompt: "When, and of whom", box: box{72, 330, 540, 110}, size: 20, ink: ooxml.Paper, anchor: "t"},
	},
	decor: []mark{
		{box: box{72, 312, 72, 5}, ink: ooxml.Paper},
		{box: box{636, 146, 190, 190}, ink: ooxml.Fixed(look.Color("parent")).Glass(), disc: true},
		{box: box{722, 226, 190, 190}, ink: ooxml.Fixed(look.Color("teacher")).Glass(), disc: true},
	},
}

var statementLayout = &layout{
	name: "Statement",
	holders: titled(
		statement,
		holder{kind: "body", index: caption, prompt: "Why this one", box: box{margin, captionTop, inner, 40}, size: captionSize, ink: ooxml.Secondary, anchor: "b"},
	),
	decor: accentMark,
}

var statement = holder{kind: "body", index: main, prompt: "A statement, and who said it",
	box: box{96, 136, 768, 280}, size: 36, ink: ooxml.Text, anchor: "ctr"}

var textLayout = &layout{
	name: "Title and text", kind: "obj", decor: accentMark,
	holders: captioned(body(main, "Text", box{margin, top, inner, captionTop - top - 8}, 20)),
}

var chartLayout = &layout{
	name: "Title and chart", kind: "chart", decor: accentMark,
	holders: captioned(holder{kind: "chart", index: main, prompt: "A chart", box: box{margin, top, inner, captionTop - top - 6}, size: 15}),
}

var pictureLayout = &layout{
	name: "Title and picture", decor: accentMark,
	holders: captioned(holder{kind: "pic", index: main, prompt: "A picture", box: box{margin, top, inner, captionTop - top - 6}, size: 15}),
}

var tableLayout = &layout{
	name: "Title, table and text", decor: accentMark,
	holders: captioned(
		holder{kind: "tbl", index: main, prompt: "A table", box: box{margin, top, 520, captionTop - top - 6}, size: 17},
		body(second, "What to say about it", box{margin + 520 + gutter, top, inner - 520 - gutter, captionTop - top - 6}, bodySize)),
}

var pairLayout = &layout{
	name: "Two charts", decor: accentMark,
	holders: captioned(
		heading(main, box{margin, top - 8, half, 28}),
		holder{kind: "chart", index: second, prompt: "A chart", box: box{margin, top + 28, half, captionTop - top - 34}, size: 12.5},
		heading(third, box{margin + half + gutter, top - 8, half, 28}),
		holder{kind: "chart", index: fourth, prompt: "A chart", box: box{margin + half + gutter, top + 28, half, captionTop - top - 34}, size: 12.5}),
}

var commonLayout = &layout{
	name: "Chart and quotes", decor: accentMark,
	holders: captioned(
		holder{kind: "chart", index: main, prompt: "A chart", box: box{margin, top, 496, captionTop - top - 6}, size: 14},
		body(second, "A quote", box{quotesLeft, top + 8, pageWidth - margin - quotesLeft, 144}, bodySize),
		body(third, "A quote", box{quotesLeft, top + 172, pageWidth - margin - quotesLeft, 144}, bodySize)),
}

const quotesLeft = margin + 496 + 60

var columnsLayout = &layout{
	name: "Two columns", decor: accentMark,
	holders: captioned(
		heading(main, box{margin, top - 8, half, 28}),
		body(second, "Text", box{margin, top + 32, half, captionTop - top - 38}, 20),
		heading(third, box{margin + half + gutter, top - 8, half, 28}),
		body(fourth, "Text", box{margin + half + gutter, top + 32, half, captionTop - top - 38}, 20)),
}

const (
	factWidth  = 268.0
	quoteLeft  = margin + factWidth + 52
	quoteWidth = pageWidth - margin - quoteLeft
)

var themeLayout = &layout{
	name: "Theme", decor: accentMark,
	holders: captioned(
		holder{kind: "body", index: main, prompt: "Share", box: box{margin, top - 8, factWidth, 76}, size: 64, bold: true, ink: ooxml.Accent, anchor: "b"},
		body(second, "Of how many", box{margin, top + 72, factWidth, 66}, 15),
		holder{kind: "chart", index: third, prompt: "A chart", box: box{margin, top + 146, factWidth, captionTop - top - 152}, size: 13},
		body(fourth, "A quote", box{quoteLeft, top, quoteWidth, 106}, 20),
		body(fifth, "A quote", box{quoteLeft, top + 122, quoteWidth, 106}, 20),
		holder{kind: "body", index: sixth, prompt: "A question to discuss", box: box{quoteLeft - 16, top + 244, quoteWidth + 16, 78}, size: bodySize,
			ink: ooxml.Text, anchor: "ctr", fill: true}),
}

const card = (inner - 3*24) / 4

var cardsLayout = &layout{
	name: "Four steps", decor: accentMark,
	holders: captioned(cards()...),
}

func cards() []holder {
	var all []holder
	for i := range 4 {
		x := margin + float64(i)*(card+24)
		head := heading(main+i, box{x, top, card, 68})
		head.size, head.fill, head.anchor = 22, true, "ctr"
		all = append(all, head, body(cardText+i, "What to do", box{x + 16, top + 86, card - 20, 230}, 19))
	}
	return all
}

const cardText = 20 // index of the first step's text

var layouts = []*layout{
	titleLayout, textLayout, chartLayout, pictureLayout, tableLayout,
	pairLayout, commonLayout, columnsLayout, statementLayout, themeLayout, cardsLayout,
}

// holder returns the placeholder of that index.
func (l *layout) holder(index int) *holder {
	for i := range l.holders {
		if l.holders[i].index == index {
			return &l.holders[i]
		}
	}
	return nil
}
