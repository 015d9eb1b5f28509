package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/say"
	"commonground/report/look"
)

// A picture shows each shape in its own color, as large as it is.
func TestRasterArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.Float64Range(20, 40)
		size := rapid.Float64Range(0.5, 15)
		x, y, a, b := at.Draw(t, "x"), at.Draw(t, "y"), size.Draw(t, "a"), size.Draw(t, "b")
		for _, c := range []struct {
			name string
			s    shape
			want float64 // square points
		}{
			{"box", box{x, y, a, b, look.Ink}, a * b},
			{"line", line{x, y, x + a, y + b, 0.7, look.Ink}, math.Hypot(a, b) * 0.7},
			{"point", line{x, y, x, y, 0.7, look.Ink}, 0},
			{"dot", dot{x, y, a, look.Ink}, math.Pi * a * a},
		} {
			p := newPage(60, say.English)
			p.height, p.shapes = 60, []shape{c.s}
			inked := darkness(p.raster()) / (scale * scale)
			if edge := 0.1 + 0.03*(a+b); math.Abs(inked-c.want) > edge {
				t.Errorf("the %s %+v covers %g square points, want %g", c.name, c.s, inked, c.want)
			}
		}
	})
}

// darkness is how many pixels the ink would fill.
func darkness(m *image.Paletted) float64 {
	sum := 0.0
	for _, at := range m.Pix {
		sum += float64(0xFF-m.Palette[at].(color.RGBA).R) / float64(0xFF-look.Ink.R)
	}
	return sum
}

// Turned words are the same letters as level ones.
func TestRasterTurned(t *testing.T) {
	paint := func(w words) *image.Paletted {
		p := newPage(90, say.English)
		p.height, p.shapes = 90, []shape{w}
		return p.raster()
	}
	level := paint(words{x: 18, y: 36, text: "Trust, àé (7%)", style: labelStyle})
	turned := paint(words{x: 36, y: 72, text: "Trust, àé (7%)", style: labelStyle, turned: true})
	last := level.Rect.Max.X - 1
	for y := range level.Rect.Max.Y {
		for x := range level.Rect.Max.X {
			if level.At(x, y) != turned.At(y, last-x) {
				t.Fatalf("the pixel %d, %d of level words is not found in turned ones", x, y)
			}
		}
	}
	if darkness(level) < 100 {
		t.Error("there are no letters")
	}
}

// A heat map with more shades than a picture has colors shows each of them as
// near as makes no difference.
func TestRasterManyColors(t *testing.T) {
	const side = 25
	p := newPage(10*side, say.English)
	p.height = 10 * side
	for i := range side * side {
		p.add(box{10 * float64(i%side), 10 * float64(i/side), 10, 10, look.Heat(float64(i) / (side*side - 1))})
		p.add(words{10*float64(i%side) + 1, 10*float64(i/side) + 5, "8", smallStyle, false})
	}
	picture := p.raster()
	for i := range side * side {
		got := picture.At(int((10*float64(i%side)+8)*scale), int((10*float64(i/side)+8)*scale)).(color.RGBA)
		want := look.Heat(float64(i) / (side*side - 1))
		if difference(got, want) > 3 {
			t.Errorf("cell %d is %v, want %v", i, got, want)
		}
	}
}

// The picture is that of the page: where a box has nothing on it, its color.
func TestRasterBoxes(t *testing.T) {
	for name, f := range examples() {
		v, err := newView(f, say.English)
		if err != nil {
			t.Fatal(err)
		}
		p := lay(v)
		picture, err := png.Decode(bytes.NewReader(draw(t, f, "png")))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range p.shapes {
			if b, ok := s.(box); ok && b.w > 2 && b.h > 2 && b.fill != look.Paper && !covered(p, b) {
				got := picture.At(int((b.x+1)*scale), int((b.y+1)*scale))
				if got != b.fill {
					t.Errorf("%s: the box %+v is %v", name, b, got)
				}
			}
		}
	}
}

// covered reports whether anything later lies on the upper left of a box.
func covered(p *page, b box) bool {
	after := false
	for _, s := range p.shapes {
		if s == shape(b) {
			after = true
			continue
		}
		if !after {
			continue
		}
		switch s := s.(type) {
		case box:
			if s.x < b.x+2 && s.x+s.w > b.x && s.y < b.y+2 && s.y+s.h > b.y {
				return true
			}
		case line:
			if min(s.x1, s.x2) < b.x+3 && max(s.x1, s.x2) > b.x-1 && min(s.y1, s.y2) < b.y+3 && max(s.y1, s.y2) > b.y-1 {
				return true
			}
		}
	}
	return false
}
