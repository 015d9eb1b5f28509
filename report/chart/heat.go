package chart

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/report/look"
)

const (
	heatLabels = 170.0 // widest labels of rows
	heatTurned = 150.0 // longest label of a turned column
)

// cellWidth is what the widest number of a heat map needs.
func cellWidth(p *page, v *view) float64 {
	w := 23.0
	for j := range v.columns {
		w = max(w, p.widest(v.texts(j), smallStyle)+7)
	}
	return w
}

// heatWidth is how wide the page must be for every number to fit its cell.
func heatWidth(p *page, v *view) float64 {
	_, wide := p.labels(v, heatLabels)
	return 2*look.Margin + wide + gutter + float64(len(v.columns))*cellWidth(p, v)
}

// heat draws a table of numbers, each on a color that deepens with it. Where a
// row meets itself stands no pair, so that cell has no part in the colors.
func heat(p *page, v *view) {
	labels, wide := p.labels(v, heatLabels)
	left := p.left() + wide + gutter
	cell := min((p.right()-left)/float64(len(v.columns)), 110)
	p.columnHeads(v, left, cell)
	low, high := v.depths()
	depth := newAxis(low, high, 0, 1)
	for _, l := range p.lanes(v, labels, 24, p.left(), 0) {
		for j, c := range l.cells {
			b := box{left + float64(j)*cell + 0.6, l.top + 0.6, cell - 1.2, l.height - 1.2, look.Paper}
			if v.itself(l.row, j) {
				p.say(b.x+b.w/2, b.y+b.h/2, v.text(j, c), smallStyle, 0.5)
				continue
			}
			p.cell(b, c, v.text(j, c), depth.at(c.Number))
		}
	}
	p.down(look.Gap)
	p.heatKey(v, left, low, high)
}

// itself reports whether column j is of the same name as the row.
func (v *view) itself(r row, j int) bool { return r.label == v.columns[j].Name }

// depths returns the least and the greatest number that have a color; zero is
// the palest even where no number is.
func (v *view) depths() (low, high float64) {
	for _, r := range v.rows {
		for j, c := range r.cells {
			if shown(c) && !v.itself(r, j) {
				low, high = min(low, c.Number), max(high, c.Number)
			}
		}
	}
	return low, high
}

// cell draws one number of a heat map, at t between its least and its greatest.
func (p *page) cell(b box, c findings.Cell, text string, t float64) {
	switch {
	case c.Hidden:
		b.fill = look.Veil
		p.add(b)
		p.add(line{b.x, b.y + b.h, b.x + b.w, b.y, 0.7, look.Rule})
	case shown(c):
		b.fill = look.Heat(t)
		p.add(b)
		st := smallStyle
		st.color = look.On(b.fill)
		p.say(b.x+b.w/2, b.y+b.h/2, text, st, 0.5)
	}
}

// heatKey shows what the colors mean, and the mark of a withheld cell.
func (p *page) heatKey(v *view, x, low, high float64) {
	const steps, wide, tall = 24, 4.0, 9.0
	mid := p.height + tall/2
	unit := v.columns[0].Unit
	p.say(x, mid, unit.In(p.lang, low), smallStyle, 0)
	x += p.measure(unit.In(p.lang, low), smallStyle) + 5
	for i := range steps {
		p.add(box{x, p.height, wide + 0.3, tall, look.Heat(float64(i) / (steps - 1))})
		x += wide
	}
	x += 5
	p.say(x, mid, unit.In(p.lang, high), smallStyle, 0)
	x += p.measure(unit.In(p.lang, high), smallStyle) + 2*look.Gap
	for _, r := range v.rows {
		if partly(r) {
			p.cell(box{x, p.height - 1, 16, tall + 2, look.Veil}, findings.HiddenCell(), "", 0)
			p.say(x+21, mid, p.hidden(), smallStyle, 0)
			break
		}
	}
	p.down(tall)
}

// columnHeads names the columns: level where every word fits, else turned.
func (p *page) columnHeads(v *view, left, cell float64) {
	st := style{look.FigureSize, false, look.Ink}
	level, room, most := true, cell-6, 6
	for _, c := range v.columns {
		level = level && p.widest(strings.Fields(p.clean(c.Name)), st) <= room
	}
	if !level {
		room, most = heatTurned, max(1, min(int(cell/st.leading()), 2))
	}
	var heads [][]string
	tall := 0.0
	for _, c := range v.columns {
		lines := p.balance(c.Name, st, room, most)
		heads = append(heads, lines)
		if level {
			tall = max(tall, float64(len(lines))*st.leading())
		} else {
			tall = max(tall, p.widest(lines, st))
		}
	}
	bottom := p.down(tall)
	p.down(5)
	for j, lines := range heads {
		center := left + (float64(j)+0.5)*cell
		if level {
			p.block(center, bottom-float64(len(lines))*st.leading(), lines, st, 0.5)
		} else {
			p.turned(center, bottom, lines, st)
		}
	}
}

// turned adds lines of text that run upward from y, side by side around x.
func (p *page) turned(x, y float64, lines []string, st style) {
	x += halfCap*st.size - float64(len(lines)-1)/2*st.leading()
	for i, text := range lines {
		p.add(words{x + float64(i)*st.leading(), y, text, st, true})
	}
}
