package chart

import (
	"image/color"
	"math"
	"strings"

	"commonground/report/look"
)

// radius of a dot.
const radius = 4.8

// dots draws the columns' shares, a dot each with its interval as a pale line.
// Two dots stand on one line, over the gap between them; more stand one below
// the other. The numbers are at the right, a column each, where there is room. A
// column that is withheld whole is named once.
func dots(p *page, v *view) {
	v, gone := v.seen()
	fills := v.colors()
	p.legend(v.columns, fills)
	top := p.height
	labels, wide := p.labels(v, 190)
	step := 7.0 // between two intervals of a lane
	if len(fills) == 2 {
		step = 5
	}
	lanes := p.lanes(v, labels, max(24, step*float64(len(fills)+2)), p.left(), 0)
	left := p.left() + wide + gutter
	low, high := v.reach()
	a := newAxis(low, high, left+radius, p.numbers(v, lanes, fills, left+160)-radius)
	bottom := p.height
	p.grid(a, top, v.columns[0].Unit)
	p.zero(a, top, bottom)
	for _, l := range lanes {
		p.dotLane(a, l, step, fills)
	}
	if len(gone) > 0 {
		p.down(look.Gap)
		p.paragraph(p.lang.Sayf("Withheld: %s", strings.Join(gone, ", ")), smallStyle, 2)
	}
}

// dotLane draws one row. Two dots that would cover each other leave their line,
// each for its interval.
func (p *page) dotLane(a axis, l lane, step float64, fills []color.RGBA) {
	together := len(l.cells) == 2
	if together && shown(l.cells[0]) && shown(l.cells[1]) {
		x1, x2 := a.at(l.cells[0].Number), a.at(l.cells[1].Number)
		p.add(line{x1, l.mid(), x2, l.mid(), 1.4, look.Rule})
		together = math.Abs(x1-x2) > radius
	}
	side := func(j int) float64 { return l.mid() + step*(float64(j)-float64(len(fills)-1)/2) }
	for j, c := range l.cells {
		if low, high, ok := interval(c); ok {
			p.add(line{a.at(low), side(j), a.at(high), side(j), 2, look.Pale(fills[j])})
		}
	}
	for j, c := range l.cells {
		if !shown(c) {
			continue
		}
		y := l.mid()
		if !together {
			y = side(j)
		}
		p.add(dot{a.at(c.Number), y, radius + 1, look.Paper})
		p.add(dot{a.at(c.Number), y, radius, fills[j]})
	}
}

// numbers writes a column of numbers for each of the view's columns at the
// right edge, and returns where they begin. It writes none where they would
// begin left of least.
func (p *page) numbers(v *view, lanes []lane, fills []color.RGBA, least float64) float64 {
	const mark, gap = 3.0, 12.0 // radius of the dot that says whose number it is
	var widths []float64
	begin := p.right()
	for j := range v.columns {
		w := p.widest(v.texts(j), numberStyle)
		for _, l := range lanes {
			if l.cells[j].Hidden {
				w = max(w, p.withheldWidth())
			}
		}
		widths = append(widths, 2*mark+4+w)
		begin -= gap + widths[j]
	}
	if begin < least {
		return p.marks(lanes)
	}
	x := begin
	for j := range v.columns {
		x += gap + widths[j]
		for _, l := range lanes {
			p.add(dot{x - widths[j] + mark, l.mid(), mark, fills[j]})
			switch c := l.cells[j]; {
			case c.Hidden:
				p.withheld(x, l.mid(), 1)
			case !shown(c):
				p.absent(x, l.mid(), 1)
			default:
				p.say(x, l.mid(), v.text(j, c), numberStyle, 1)
			}
		}
	}
	return begin
}

// marks stands in for numbers without room: it says only which rows have one
// that is withheld, and returns where that begins.
func (p *page) marks(lanes []lane) float64 {
	begin := p.right()
	for _, l := range lanes {
		if partly(l.row) {
			p.withheld(p.right(), l.mid(), 1)
			begin = p.right() - p.withheldWidth() - look.Gap
		}
	}
	return begin
}
