package chart

import (
	"image/color"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// A segment is one cell of a row, stacked with others to the left or the right
// of zero. A middle choice makes one that begins left of zero and ends right of it.
type segment struct {
	from, to float64
	text     string
	fill     color.RGBA
}

// stacks lays out a lane for each row, and draws the segments that split makes
// of it.
func (p *page) stacks(v *view, split func(row) []segment) {
	top := p.height
	labels, wide := p.labels(v, 220)
	lanes := p.lanes(v, labels, 25, p.left(), 0)
	bases := v.bases()
	low, high, before, after := p.room(v.rows, split)
	if w := p.widest(bases, smallStyle); w > 0 {
		after += look.Gap + w
	}
	a := newAxis(low, high, p.left()+wide+gutter+before, p.right()-after)
	p.zero(a, top, p.height)
	for i, l := range lanes {
		p.stack(a, l, v, split(l.row))
		p.say(p.right(), l.mid(), bases[i], smallStyle, 1)
	}
}

// room returns the longest stacks to the left and to the right of zero, and the
// space that numbers and marks need beyond them.
func (p *page) room(rows []row, split func(row) []segment) (low, high, before, after float64) {
	mark := 0.0
	for _, r := range rows {
		segments := split(r)
		for i, s := range segments {
			low, high = min(low, s.from), max(high, s.to)
			if alone(segments, i) {
				before = max(before, 4+p.measure(s.text, smallStyle))
			}
		}
		if partly(r) && len(segments) > 0 {
			mark = look.Gap + p.withheldWidth()
		}
	}
	return low, high, before, before + mark
}

// stack draws a lane's segments, and behind them what the row lacks. Where there
// are none, that may stand on the axis, but not beyond it.
func (p *page) stack(a axis, l lane, v *view, segments []segment) {
	end := min(a.at(0), a.to-look.Gap-p.withheldWidth())
	for i, s := range segments {
		end = max(end, p.segment(a, l, s, alone(segments, i)))
	}
	switch {
	case partly(l.row):
		p.withheld(end+look.Gap, l.mid(), 0)
	case len(segments) > 0:
	case blank(l.row):
		p.absent(end+look.Gap, l.mid(), 0)
	default:
		p.say(end+look.Gap, l.mid(), v.columns[0].Unit.In(p.lang, 0), smallStyle, 0)
	}
}

// segment draws one part of a stack, with its number inside where that fits, or
// beyond its end where it is alone on its side. It returns how far right it got.
func (p *page) segment(a axis, l lane, s segment, alone bool) float64 {
	const thick, seam = 17, 0.8
	x1, x2 := a.at(s.from), a.at(s.to)
	p.bar(x1, max(x2-seam, x1+seam/2), l.mid(), thick, s.fill)
	wide := p.measure(s.text, smallStyle)
	beyond, inside := smallStyle, smallStyle
	beyond.color, inside.color = look.Ink, look.On(s.fill)
	switch {
	case wide+5 <= x2-x1:
		p.say((x1+x2)/2, l.mid(), s.text, inside, 0.5)
	case alone && s.to <= 0:
		p.say(x1-4, l.mid(), s.text, beyond, 1)
	case alone:
		p.say(x2+4, l.mid(), s.text, beyond, 0)
		return x2 + 4 + wide
	}
	return x2
}

// alone reports whether no other segment is on the same side of zero.
func alone(segments []segment, i int) bool {
	s := segments[i]
	if s.from < 0 && s.to > 0 {
		return false
	}
	for j, other := range segments {
		if j != i && (s.to <= 0 && other.from < 0 || s.from >= 0 && other.to > 0) {
			return false
		}
	}
	return true
}

// size is the length of a cell's segment; nothing stacks below zero.
func size(c findings.Cell) float64 {
	if !shown(c) {
		return 0
	}
	return max(0, c.Number)
}
