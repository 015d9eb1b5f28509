package chart

import (
	"image/color"

	"commonground/report/look"
)

// mirror draws two columns back to back, with the labels between them: what one
// side wants to the left, what the other believes to the right. Lines that
// cross over nineteen rows can't be followed; lengths from one middle can.
func mirror(p *page, v *view) {
	labels, wide := p.labels(v, 170)
	center, half := p.width/2, wide/2+gutter
	fills := v.colors()
	p.heads(v, fills, center-half, center+half)

	top := p.height
	lanes := p.lanes(v, labels, 23, center, 0.5)
	low, high := v.reach()
	space := p.widest(append(v.texts(0), v.texts(1)...), numberStyle) + look.Gap
	sides := [2]axis{
		newAxis(low, high, center-half, p.left()+space),
		newAxis(low, high, center+half, p.right()-space),
	}
	for j, a := range sides {
		for _, l := range lanes {
			p.barOrMark(a, l, v, j, fills[j])
		}
		p.zero(a, top, p.height)
	}
}

// heads names the two sides, each over a rule in its color.
func (p *page) heads(v *view, fills []color.RGBA, left, right float64) {
	var lines [2][]string
	for j := range lines {
		lines[j] = p.balance(v.columns[j].Name, headStyle, left-p.left(), 3)
	}
	bottom := p.height + float64(max(len(lines[0]), len(lines[1])))*headStyle.leading()
	p.block(left, bottom-float64(len(lines[0]))*headStyle.leading(), lines[0], headStyle, 1)
	p.block(right, bottom-float64(len(lines[1]))*headStyle.leading(), lines[1], headStyle, 0)
	p.add(line{p.left(), bottom + 4, left, bottom + 4, 2, fills[0]})
	p.add(line{right, bottom + 4, p.right(), bottom + 4, 2, fills[1]})
	p.height = bottom + look.Gap
}
