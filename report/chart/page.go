package chart

import (
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"

	"commonground/analysis/say"
	"commonground/report/look"
)

// A page is a chart as a list of shapes, in points from its upper left corner.
// Everything is laid out before anything is painted: a page grows downward as
// its rows need, and a test can ask of every shape whether it fits.
type page struct {
	lang          say.Language
	fonts         *font.Cache
	widths        map[measured]float64 // of texts that were measured, which wrapping asks for over and over
	width, height float64              // height is that of what is laid out so far
	shapes        []shape
}

// A shape is a thing that can be painted: on a canvas, or into a raster.
type shape interface {
	paint(*painter)
	rasterize(*raster)
	ink() color.RGBA
}

type (
	box struct {
		x, y, w, h float64
		fill       color.RGBA
	}
	line struct {
		x1, y1, x2, y2, width float64
		color                 color.RGBA
	}
	dot struct {
		x, y, r float64
		fill    color.RGBA
	}
	// words are one line of text. Turned text runs upward from x, y.
	words struct {
		x, y   float64 // left end of the baseline
		text   string
		style  style
		turned bool
	}
)

func newPage(width float64, l say.Language) *page {
	return &page{lang: l, fonts: font.NewCache(liberation.Collection()), widths: map[measured]float64{}, width: width, height: look.Margin}
}

// left and right are the edges of what may be drawn on.
func (p *page) left() float64  { return look.Margin }
func (p *page) right() float64 { return p.width - look.Margin }

// down leaves space below what is laid out, and returns the new height.
func (p *page) down(space float64) float64 {
	p.height += space
	return p.height
}

func (p *page) add(s shape) { p.shapes = append(p.shapes, s) }

// bar adds a box between two places on the x axis, in either order.
func (p *page) bar(x1, x2, mid, thick float64, fill color.RGBA) {
	if x1 > x2 {
		x1, x2 = x2, x1
	}
	if x2 > x1 {
		p.add(box{x1, mid - thick/2, x2 - x1, thick, fill})
	}
}

// whisker adds an interval with its two caps.
func (p *page) whisker(x1, x2, mid float64, c color.RGBA) {
	const cap = 2.5
	p.add(line{x1, mid, x2, mid, 0.9, c})
	p.add(line{x1, mid - cap, x1, mid + cap, 0.9, c})
	p.add(line{x2, mid - cap, x2, mid + cap, 0.9, c})
}

// say adds one line of text whose letters are centered on y. Its left end is at
// x for align 0, its middle for 0.5 and its right end for 1.
func (p *page) say(x, y float64, text string, st style, align float64) {
	if text == "" {
		return
	}
	p.add(words{x - align*p.measure(text, st), y + halfCap*st.size, text, st, false})
}

// number writes a number on a patch of paper, so that no grid line runs through.
func (p *page) number(x, y float64, text string, align float64) {
	w := p.measure(text, numberStyle)
	p.add(box{x - align*w - 1.5, y - 0.5*numberStyle.size, w + 3, numberStyle.size, look.Paper})
	p.say(x, y, text, numberStyle, align)
}

// block adds lines of text with their upper edge at y.
func (p *page) block(x, y float64, lines []string, st style, align float64) {
	for i, l := range lines {
		p.say(x, y+(float64(i)+0.5)*st.leading(), l, st, align)
	}
}

// paragraph adds wrapped text below what is laid out, over the whole width.
func (p *page) paragraph(text string, st style, most int) {
	if text == "" {
		return
	}
	lines := p.balance(text, st, p.right()-p.left(), most)
	p.block(p.left(), p.height, lines, st, 0)
	p.down(float64(len(lines)) * st.leading())
}
