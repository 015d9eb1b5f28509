package chart

import (
	"image/color"
	"strings"
	"unicode"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"commonground/report/look"
)

// A style is how a text is set.
type style struct {
	size  float64
	bold  bool
	color color.RGBA
}

var (
	titleStyle  = style{look.TitleSize, true, look.Ink}
	headStyle   = style{look.BodySize, true, look.Ink}
	axisStyle   = style{look.FigureSize, false, look.Muted}
	labelStyle  = style{look.BodySize, false, look.Ink}
	numberStyle = style{look.FigureSize, true, look.Ink}
	smallStyle  = style{look.CaptionSize, false, look.Muted}
)

// halfCap is half the height of a capital letter, in sizes of type.
const halfCap = 0.36

func (st style) leading() float64 { return st.size * look.Leading }

func (st style) font() font.Font {
	f := font.Font{Typeface: "Liberation", Variant: "Sans", Size: vg.Length(st.size)}
	if st.bold {
		f.Weight = xfont.WeightBold
	}
	return f
}

func (p *page) face(st style) font.Face {
	f := st.font()
	return p.fonts.Lookup(f, f.Size)
}

// measured is what the width of a text depends on.
type measured struct {
	text string
	size float64
	bold bool
}

// measure returns the width of a line of text, in points.
func (p *page) measure(text string, st style) float64 {
	of := measured{text, st.size, st.bold}
	width, ok := p.widths[of]
	if !ok {
		face := p.face(st)
		width = float64(face.Width(text))
		p.widths[of] = width
	}
	return width
}

// widest returns the width of the widest of the texts.
func (p *page) widest(texts []string, st style) float64 {
	w := 0.0
	for _, t := range texts {
		w = max(w, p.measure(t, st))
	}
	return w
}

// wrap breaks text into at most that many lines, none wider than width. What
// doesn't fit ends in an ellipsis. There is always a line, if an empty one.
func (p *page) wrap(text string, st style, width float64, most int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(p.clean(text)) {
		last := len(lines) - 1
		if joined := strings.TrimSpace(lines[last] + " " + word); p.measure(joined, st) <= width {
			lines[last] = joined
			continue
		}
		pieces := p.split(word, st, width)
		if lines[last] == "" {
			lines = lines[:last]
		}
		lines = append(lines, pieces...)
	}
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = p.cut(lines[most-1], st, width)
	}
	return lines
}

// balance wraps text into as few lines as wrap does, and makes those of about
// the same width: a last line of one word looks like a mistake.
func (p *page) balance(text string, st style, width float64, most int) []string {
	lines := p.wrap(text, st, width, most)
	if len(lines) == 1 || len(lines) == most {
		return lines
	}
	least := max(width/2, p.widest(strings.Fields(p.clean(text)), st))
	for narrow := width * 0.95; narrow > least; narrow -= width * 0.05 {
		tighter := p.wrap(text, st, narrow, most)
		if len(tighter) > len(lines) {
			break
		}
		lines = tighter
	}
	return lines
}

// split breaks a word that is wider than width, at any letter.
func (p *page) split(word string, st style, width float64) []string {
	var pieces []string
	piece := ""
	for _, r := range word {
		if piece != "" && p.measure(piece+string(r), st) > width {
			pieces = append(pieces, piece)
			piece = ""
		}
		piece += string(r)
	}
	return append(pieces, piece)
}

// cut ends text in an ellipsis within width.
func (p *page) cut(text string, st style, width float64) string {
	letters := []rune(text)
	for len(letters) > 0 && p.measure(string(letters)+"…", st) > width {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ,;:") + "…"
}

// clean returns text in letters that the font has: without it, a letter of
// another script would vanish from the picture. Such letters become a box;
// emoji and control characters are left out.
func (p *page) clean(text string) string {
	face := p.face(labelStyle)
	var buf sfnt.Buffer
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		if i, err := face.Face.GlyphIndex(&buf, r); err == nil && i != 0 {
			return r
		}
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return '□'
		}
		return -1
	}, text)
}
