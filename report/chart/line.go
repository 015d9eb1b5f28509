package chart

import (
	"math"
	"strings"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// lineHeight is that of the field that lines are drawn in.
const lineHeight = 240

// lines draws a line for each column, from row to row in equal steps, its
// intervals as pale strokes. The numbers of the first column stand below.
func lines(p *page, v *view) {
	v, _ = v.seen()
	fills := v.colors()
	p.legend(v.columns, fills)
	p.down(look.Gap)
	top, bottom := p.height, p.height+lineHeight
	low, high := v.reach()
	scale := newAxis(low, high, bottom, top)
	left := p.scale(scale, v.columns[0].Unit)
	p.down(lineHeight)
	step := (p.right() - left) / float64(len(v.rows))
	x := func(i int) float64 { return left + (float64(i)+0.5)*step }
	for j := len(v.columns) - 1; j >= 0; j-- { // the first column above the others
		last := -1
		for i, r := range v.rows {
			c := r.cells[j]
			if low, high, ok := interval(c); ok {
				p.add(line{x(i), scale.at(low), x(i), scale.at(high), 5, look.Pale(fills[j])})
			}
			if !shown(c) {
				continue
			}
			if last >= 0 {
				p.add(line{x(last), scale.at(v.rows[last].cells[j].Number), x(i), scale.at(c.Number), 1.8, fills[j]})
			}
			last = i
		}
		for i, r := range v.rows {
			if c := r.cells[j]; shown(c) {
				p.add(dot{x(i), scale.at(c.Number), 3.6, fills[j]})
			}
		}
	}
	p.lineLabels(v, x, step)
}

// scale draws light lines across a field, with their numbers at the left, and
// returns where the field begins.
func (p *page) scale(a axis, unit findings.Unit) float64 {
	ticks := a.ticks(unit, 5)
	var texts []string
	for _, v := range ticks {
		texts = append(texts, unit.In(p.lang, v))
	}
	left := p.left() + p.widest(texts, smallStyle) + look.Gap
	for i, v := range ticks {
		p.add(line{left, a.at(v), p.right(), a.at(v), 0.7, look.Grid})
		p.say(left-look.Gap, a.at(v), texts[i], smallStyle, 1)
	}
	return left
}

// lineLabels writes the rows' labels below a field, of rows that are close to
// each other some; and where there is room, the first column's numbers below
// these. Rows with a number that is withheld are named last.
func (p *page) lineLabels(v *view, x func(int) float64, step float64) {
	const least = 30
	room := max(step, least) - look.Gap
	texts := v.texts(0)
	numbers := p.widest(texts, numberStyle) <= room
	p.down(look.Gap)
	for i := 0; i < len(v.rows); i += max(1, int(math.Ceil(least/step))) {
		p.say(x(i), p.height+0.5*labelStyle.leading(), p.wrap(v.rows[i].label, labelStyle, room, 1)[0], labelStyle, 0.5)
		if numbers {
			p.say(x(i), p.height+labelStyle.leading()+0.5*numberStyle.leading(), texts[i], numberStyle, 0.5)
		}
	}
	p.down(labelStyle.leading() + numberStyle.leading())
	var gone []string
	for _, r := range v.rows {
		if partly(r) {
			gone = append(gone, r.label)
		}
	}
	if len(gone) > 0 {
		p.down(look.Gap)
		x := p.left() + p.withheldWidth() + look.Gap
		p.withheld(p.left(), p.height+0.5*labelStyle.leading(), 0)
		p.say(x, p.height+0.5*labelStyle.leading(), p.wrap(strings.Join(gone, ", "), labelStyle, p.right()-x, 1)[0], labelStyle, 0)
		p.down(labelStyle.leading())
	}
}
