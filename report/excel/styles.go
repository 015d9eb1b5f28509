package excel

import (
	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// styles are the numbers of the cell styles of a book.
type styles struct {
	sheet, under, link, said       int
	title, sentence, quote, note   typeface
	head, headNumber, headUpright  int
	label, text, withheld          int
	number, interval               map[findings.Unit]int
	decimal, chance, place, reason int

	few       map[string]int // of numbers that rest on few people, by format
	keyed     map[string]int // of texts that name a role or a tone, by that
	keyedHead map[string]int // of the heads of columns, by role or tone
}

// A typeface is a style of text that wraps: its size, and the room above it, in
// points.
type typeface struct {
	style       int
	size, above float64
}

var units = []findings.Unit{findings.Count, findings.Share, findings.Points, findings.Ratio, findings.Mean}

func (b *book) newStyles() styles {
	ink, muted := look.Hex(look.Ink), look.Hex(look.Muted)
	hairline := []excelize.Border{{Type: "bottom", Color: look.Hex(look.Grid), Style: 1}}
	line := []excelize.Border{{Type: "bottom", Color: look.Hex(look.Rule), Style: 1}}
	veil := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{look.Hex(look.Veil)}}

	font := func(size float64, color string, bold bool) *excelize.Font {
		return &excelize.Font{Family: look.SheetFont, Size: size, Color: color, Bold: bold}
	}
	wrap := func(horizontal, vertical string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: vertical, WrapText: true}
	}
	style := func(s excelize.Style) int { return b.style(&s) }
	number := b.formatted

	padded := func(vertical string) *excelize.Alignment {
		a := wrap("left", vertical)
		a.Indent = 1
		return a
	}
	headAlign := wrap("right", "center")
	headAlign.Indent = 2 // leaves room for the filter's button
	link := font(10, look.Hex(look.Plain), false)
	link.Underline = "single"
	out := styles{
		sheet:    style(excelize.Style{Font: font(18, ink, true), Alignment: &excelize.Alignment{Vertical: "center"}}),
		under:    style(excelize.Style{Font: font(10, muted, false), Alignment: &excelize.Alignment{Vertical: "center"}}),
		sentence: typeface{style(excelize.Style{Font: font(12, ink, false), Alignment: wrap("left", "center")}), 12, 3},
		title:    typeface{style(excelize.Style{Font: font(13, ink, true), Alignment: wrap("left", "center")}), 13, 7},
		note:     typeface{style(excelize.Style{Font: font(9, muted, false), Alignment: wrap("left", "top")}), 9, 2},
		quote:    typeface{style(excelize.Style{Font: font(11, ink, false), Alignment: wrap("left", "center")}), 11, 6},
		link:     style(excelize.Style{Font: link, Alignment: &excelize.Alignment{Vertical: "center"}}),

		said: style(excelize.Style{Font: font(10, muted, false), Alignment: wrap("left", "center")}),

		head:       style(excelize.Style{Font: font(10, ink, true), Fill: veil, Border: line, Alignment: padded("center")}),
		headNumber: style(excelize.Style{Font: font(10, ink, true), Fill: veil, Border: line, Alignment: headAlign}),
		headUpright: style(excelize.Style{Font: font(9, ink, true), Fill: veil, Border: line,
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "bottom", TextRotation: 90, WrapText: true}}),

		label: style(excelize.Style{Font: font(10, ink, false), Border: hairline, Alignment: padded("center")}),
		text:  style(excelize.Style{Font: font(10, ink, false), Border: hairline, Alignment: padded("top")}),
		withheld: style(excelize.Style{Font: &excelize.Font{Family: look.SheetFont, Size: 10, Color: muted, Italic: true},
			Border: hairline, Fill: veil, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "center"}}),

		number:   map[findings.Unit]int{},
		interval: map[findings.Unit]int{},
		few:      map[string]int{},
		keyed:    map[string]int{}, keyedHead: map[string]int{},
		decimal: number("0.00", ink),
		place:   number("0", ink),
		reason: style(excelize.Style{Font: font(10, ink, false),
			Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: 1}}),
		chance: number(`[<0.001]"<0.001";0.000`, ink),
	}
	for _, u := range units {
		out.number[u] = number(u.Format(), ink)
		out.interval[u] = number(u.Format(), muted)
	}
	return out
}

// formatted is the style of a number in a format.
func (b *book) formatted(format, color string) int {
	return b.style(&excelize.Style{
		Font: &excelize.Font{Family: look.SheetFont, Size: 10, Color: color}, CustomNumFmt: &format,
		Border:    []excelize.Border{{Type: "bottom", Color: look.Hex(look.Grid), Style: 1}},
		Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "center", Indent: 1},
	})
}

// mostFormats is how many formats of few people there may be: Excel promises to
// keep some 200 in all.
const mostFormats = 180

// numberStyle is the style of a cell's number, which says how few people it
// rests on where they are few.
func (b *book) numberStyle(c findings.Cell, u findings.Unit) int {
	format := c.Format(b.Language, u)
	if format == u.Format() {
		return b.styles.number[u]
	}
	id, ok := b.styles.few[format]
	if !ok && len(b.styles.few) == mostFormats {
		return b.styles.decimal
	}
	if !ok {
		id = b.formatted(format, look.Hex(look.Ink))
		b.styles.few[format] = id
	}
	return id
}
