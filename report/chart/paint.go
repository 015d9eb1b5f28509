package chart

import (
	"math"

	"gonum.org/v1/plot/vg"

	"commonground/report/look"
)

// A painter puts a page's shapes on a canvas of gonum's, whose y axis points up.
type painter struct {
	vg.Canvas
	page *page
}

func (p *page) paint(c vg.Canvas) {
	on := &painter{c, p}
	box{0, 0, p.width, p.height, look.Paper}.paint(on)
	for _, s := range p.shapes {
		s.paint(on)
	}
}

func (p *painter) at(x, y float64) vg.Point {
	return vg.Point{X: vg.Length(x), Y: vg.Length(p.page.height - y)}
}

func (p *painter) path(points ...vg.Point) vg.Path {
	var out vg.Path
	out.Move(points[0])
	for _, pt := range points[1:] {
		out.Line(pt)
	}
	return out
}

func (b box) paint(p *painter) {
	out := p.path(p.at(b.x, b.y), p.at(b.x+b.w, b.y), p.at(b.x+b.w, b.y+b.h), p.at(b.x, b.y+b.h))
	out.Close()
	p.SetColor(b.fill)
	p.Fill(out)
}

func (l line) paint(p *painter) {
	p.SetColor(l.color)
	p.SetLineWidth(vg.Length(l.width))
	p.Stroke(p.path(p.at(l.x1, l.y1), p.at(l.x2, l.y2)))
}

func (d dot) paint(p *painter) {
	var out vg.Path
	out.Move(p.at(d.x+d.r, d.y))
	out.Arc(p.at(d.x, d.y), vg.Length(d.r), 0, 2*math.Pi)
	out.Close()
	p.SetColor(d.fill)
	p.Fill(out)
}

func (w words) paint(p *painter) {
	p.SetColor(w.style.color)
	at := p.at(w.x, w.y)
	if w.turned {
		p.Push()
		p.Translate(at)
		p.Rotate(math.Pi / 2)
		defer p.Pop()
		at = vg.Point{}
	}
	p.FillString(p.page.face(w.style), at, w.text)
}
