package slides

import (
	"math"
	"strings"
	"unicode/utf8"

	"commonground/analysis/say"
	"commonground/report/internal/ooxml"
)

// A line is a paragraph of a slide. Its zero style is that of the placeholder.
type line struct {
	text   string
	lead   string // stands before the text, in bold
	size   float64
	bold   bool
	ink    ooxml.Ink
	bullet bool
	above  float64 // space, in points
}

func plain(text string) line { return line{text: text} }

func (l line) paragraph(in say.Language) ooxml.Node {
	bullet := ooxml.If(l.bullet, ooxml.All(ooxml.A("marL", ooxml.EMU(16)), ooxml.A("indent", "-"+ooxml.EMU(16))))
	above := ooxml.If(l.above > 0, ooxml.E("a:spcBef", ooxml.E("a:spcPts", ooxml.A("val", ooxml.Hundredths(l.above)))))
	mark := ooxml.If(l.bullet, ooxml.All(ooxml.E("a:buFont", ooxml.A("typeface", "Arial")), ooxml.E("a:buChar", ooxml.A("char", "•"))))
	return ooxml.E("a:p", ooxml.E("a:pPr", bullet, above, mark),
		ooxml.If(l.lead != "", l.run(in, l.lead, true)), ooxml.If(l.text != "", l.run(in, l.text, l.bold)))
}

func (l line) run(in say.Language, text string, bold bool) ooxml.Node {
	style := []ooxml.Node{ooxml.A("lang", ooxml.Locale(in))}
	if l.size > 0 {
		style = append(style, ooxml.A("sz", ooxml.Hundredths(l.size)))
	}
	if bold {
		style = append(style, ooxml.A("b", "1"))
	}
	if l.ink != (ooxml.Ink{}) {
		style = append(style, l.ink.Fill())
	}
	return ooxml.E("a:r", ooxml.E("a:rPr", style...), ooxml.E("a:t", ooxml.T(text)))
}

// fit sets lines in a box: in the holder's size or, where they would not all
// find room, smaller ones, down to the smallest that is read from a back row.
func fit(h *holder, lines []line) []line {
	for scale := 1.0; ; scale -= 0.04 {
		set := scaled(lines, h.size, scale)
		if height(h, set) <= h.h || scale < 0.5 || smallest(set) < 11 {
			return set
		}
	}
}

func scaled(lines []line, usual, scale float64) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		if l.size == 0 && scale < 1 {
			l.size = usual
		}
		l.size *= scale
		l.size = math.Round(l.size*2) / 2
		l.above *= scale
		out[i] = l
	}
	return out
}

func smallest(lines []line) float64 {
	least := math.Inf(1)
	for _, l := range lines {
		if l.size > 0 {
			least = min(least, l.size)
		}
	}
	return least
}

// height estimates what lines take in a holder.
func height(h *holder, lines []line) float64 {
	width, sum := h.w, 0.0
	if h.fill {
		width -= 32
	}
	for _, l := range lines {
		size := l.size
		if size == 0 {
			size = h.size
		}
		sum += l.above + 1.2*size*float64(rows(l.lead+l.text, size, width, l.bold || h.bold, l.bullet))
	}
	return sum
}

// rows estimates how many rows a text takes, breaking it at its words.
func rows(text string, size, width float64, bold, bullet bool) int {
	letter := 0.475 * size // the mean of a sans-serif type, with something to spare
	if bold {
		letter = 0.53 * size
	}
	if bullet {
		width -= 16
	}
	n, used := 1, 0.0
	for _, word := range strings.Fields(text) {
		w := float64(utf8.RuneCountInString(word)+1) * letter
		if used+w-letter > width && used > 0 {
			n, used = n+1, 0
		}
		used += w
	}
	return n
}
