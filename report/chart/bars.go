package chart

import (
	"image/color"

	"commonground/report/look"
)

// bars draws one share a row with its interval, the number behind both, and
// the base where rows rest on different people.
func bars(p *page, v *view) {
	top := p.height
	labels, wide := p.labels(v, 190)
	lanes := p.lanes(v, labels, 23, p.left(), 0)
	bases := v.bases()
	space := look.Gap + p.widest(v.texts(0), numberStyle)
	if w := p.widest(bases, smallStyle); w > 0 {
		space += 5 + w
	}
	low, high := v.reach()
	a := newAxis(low, high, p.left()+wide+gutter, p.right()-space)
	bottom := p.height
	p.grid(a, top, v.columns[0].Unit)
	for i, l := range lanes {
		end := p.barOrMark(a, l, v, 0, look.Color(v.columns[0].Key))
		p.say(end+5, l.mid(), bases[i], smallStyle, 0)
	}
	p.zero(a, top, bottom)
}

// barOrMark draws the bar of a row's cell j, its interval, and its number behind
// both, away from zero; or what stands for a number that isn't there. It returns
// where that ends.
func (p *page) barOrMark(a axis, l lane, v *view, j int, fill color.RGBA) float64 {
	c, away, align := l.cells[j], 1.0, 0.0
	if a.to < a.from {
		away, align = -1, 1
	}
	switch {
	case c.Hidden:
		p.withheld(a.at(0)+away*5, l.mid(), align)
		return a.at(0) + away*(5+p.withheldWidth())
	case !shown(c):
		p.absent(a.at(0)+away*5, l.mid(), align)
		return a.at(0) + away*12
	}
	p.bar(a.at(0), a.at(c.Number), l.mid(), 14, fill)
	end := max(0, c.Number)
	if lo, hi, ok := interval(c); ok {
		p.whisker(a.at(lo), a.at(hi), l.mid(), look.Ink)
		end = max(end, hi)
	}
	x, text := a.at(end)+away*look.Gap, v.text(j, c)
	p.number(x, l.mid(), text, align)
	return x + away*p.measure(text, numberStyle)
}
