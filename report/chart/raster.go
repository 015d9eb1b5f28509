package chart

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"commonground/report/look"
)

// dpi of a picture: a chart fills a slide or a printed page and stays sharp.
const dpi = 200

// scale is how many pixels there are to a point.
const scale = dpi / 72.0

// A raster puts shapes into a picture that has at most 256 colors, and names
// them by a byte: it is written several times as fast as one that has three
// bytes for each pixel, and is half as large. So that edges don't use up the
// colors, a pixel is covered by fifteenths.
type raster struct {
	page    *page
	picture *image.Paletted
	inks    map[color.RGBA]uint8 // places in the palette
	blends  map[blend]uint8
	faces   map[style]font.Face
}

// full is how many steps cover a pixel whole.
const full = 15

// A blend is an ink put over a color of the picture; both by their places in
// the palette.
type blend struct{ ink, over, step uint8 }

func (p *page) raster() *image.Paletted {
	r := &raster{page: p, blends: map[blend]uint8{}, faces: map[style]font.Face{}}
	size := image.Rect(0, 0, int(math.Round(p.width*scale)), int(math.Round(p.height*scale)))
	r.picture = image.NewPaletted(size, r.palette())
	for _, s := range p.shapes {
		s.rasterize(r)
	}
	return r.picture
}

// palette gives each ink its place, and leaves some for blends. Where there are
// too many inks, as in a heat map of hundreds of cells, those that are nearly
// the same share one.
func (r *raster) palette() color.Palette {
	const most = 192
	for tolerance := 0; ; tolerance++ {
		colors := color.Palette{look.Paper}
		r.inks = map[color.RGBA]uint8{}
		for _, s := range r.page.shapes {
			ink := s.ink()
			at := colors.Index(ink)
			if difference(colors[at].(color.RGBA), ink) > tolerance && len(colors) <= most {
				at = len(colors)
				colors = append(colors, ink)
			}
			r.inks[ink] = uint8(at)
		}
		if len(colors) <= most {
			return colors
		}
	}
}

// difference is that of the most different parts of two colors.
func difference(a, b color.RGBA) int {
	part := func(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
	return max(part(a.R, b.R), part(a.G, b.G), part(a.B, b.B))
}

// place returns that of a color in the palette: once that is full, of the color
// nearest to it.
func (r *raster) place(c color.RGBA) uint8 {
	colors := r.picture.Palette
	at := colors.Index(c)
	if colors[at] != c && len(colors) < 256 {
		at = len(colors)
		r.picture.Palette = append(colors, c)
	}
	return uint8(at)
}

// cover puts ink over that part of a pixel, 0 to 1. There may be no such pixel.
func (r *raster) cover(x, y int, part float64, ink uint8) {
	step := uint8(part*full + 0.5)
	if step == 0 || !(image.Point{X: x, Y: y}).In(r.picture.Rect) {
		return
	}
	pixel := &r.picture.Pix[r.picture.PixOffset(x, y)]
	if step == full {
		*pixel = ink
		return
	}
	b := blend{ink, *pixel, step}
	at, ok := r.blends[b]
	if !ok {
		at = r.place(r.mix(b))
		r.blends[b] = at
	}
	*pixel = at
}

func (r *raster) mix(b blend) color.RGBA {
	ink, over := r.picture.Palette[b.ink].(color.RGBA), r.picture.Palette[b.over].(color.RGBA)
	part := func(ink, over uint8) uint8 {
		return uint8((int(ink)*int(b.step) + int(over)*int(full-b.step) + full/2) / full)
	}
	return color.RGBA{part(ink.R, over.R), part(ink.G, over.G), part(ink.B, over.B), 0xFF}
}

// within covers the pixels of a part of the page, in points, as far as part
// says of the middle of each, in pixels.
func (r *raster) within(x1, y1, x2, y2 float64, fill color.RGBA, part func(x, y float64) float64) {
	ink := r.inks[fill]
	for y := int(y1*scale) - 1; y <= int(y2*scale)+1; y++ {
		for x := int(x1*scale) - 1; x <= int(x2*scale)+1; x++ {
			r.cover(x, y, part(float64(x)+0.5, float64(y)+0.5), ink)
		}
	}
}

// between is how much of a pixel with its middle at v lies between two places.
func between(v, from, to float64) float64 {
	return max(0, min(v+0.5-from, 1)+min(to-v+0.5, 1)-1)
}

func (b box) ink() color.RGBA { return b.fill }

func (b box) rasterize(r *raster) {
	x1, y1, x2, y2 := b.x*scale, b.y*scale, (b.x+b.w)*scale, (b.y+b.h)*scale
	r.within(b.x, b.y, b.x+b.w, b.y+b.h, b.fill, func(x, y float64) float64 {
		return between(x, x1, x2) * between(y, y1, y2)
	})
}

func (l line) ink() color.RGBA { return l.color }

func (l line) rasterize(r *raster) {
	x1, y1, half := l.x1*scale, l.y1*scale, l.width/2*scale
	length := math.Hypot(l.x2-l.x1, l.y2-l.y1) * scale
	if length == 0 { // an interval that has closed
		return
	}
	dx, dy := (l.x2-l.x1)*scale/length, (l.y2-l.y1)*scale/length
	left, right, top, bottom := min(l.x1, l.x2)-l.width, max(l.x1, l.x2)+l.width, min(l.y1, l.y2)-l.width, max(l.y1, l.y2)+l.width
	r.within(left, top, right, bottom, l.color, func(x, y float64) float64 {
		along, off := (x-x1)*dx+(y-y1)*dy, (x-x1)*dy-(y-y1)*dx
		return between(along, 0, length) * between(off, -half, half)
	})
}

func (d dot) ink() color.RGBA { return d.fill }

func (d dot) rasterize(r *raster) {
	r.within(d.x-d.r, d.y-d.r, d.x+d.r, d.y+d.r, d.fill, func(x, y float64) float64 {
		return between(math.Hypot(x-d.x*scale, y-d.y*scale), -d.r*scale, d.r*scale)
	})
}

func (w words) ink() color.RGBA { return w.style.color }

// rasterize writes the letters along the baseline. Those of turned text are
// drawn level, with the page turned the other way.
func (w words) rasterize(r *raster) {
	x, y := w.x, w.y
	if w.turned {
		x, y = -w.y, w.x
	}
	face, ink := r.face(w.style), r.inks[w.style.color]
	pen := fixed.Point26_6{X: fixed.Int26_6(math.Round(x * scale * 64)), Y: fixed.Int26_6(math.Round(y * scale * 64))}
	before := rune(-1)
	for _, letter := range w.text {
		if before >= 0 {
			pen.X += face.Kern(before, letter)
		}
		to, mask, from, advance, ok := face.Glyph(pen, letter)
		if !ok {
			continue // the text is clean: what the font lacks was left out
		}
		pen.X, before = pen.X+advance, letter
		shape := mask.(*image.Alpha)
		for v := range to.Dy() {
			for u := range to.Dx() {
				x, y := to.Min.X+u, to.Min.Y+v
				if w.turned {
					x, y = y, -x-1
				}
				r.cover(x, y, float64(shape.AlphaAt(from.X+u, from.Y+v).A)/0xFF, ink)
			}
		}
	}
}

func (r *raster) face(st style) font.Face {
	st.color = color.RGBA{} // one face serves all colors
	face, ok := r.faces[st]
	if !ok {
		known := r.page.face(st)
		face = known.FontFace(dpi)
		r.faces[st] = face
	}
	return face
}
