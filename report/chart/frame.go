package chart

import (
	"image/color"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// gutter is the space between labels and what they name.
const gutter = 1.5 * look.Gap

// A lane is the strip of the page that belongs to one row.
type lane struct {
	row
	top, height float64
}

func (l lane) mid() float64 { return l.top + l.height/2 }

// labels wraps the rows' labels, and returns the width of the widest line.
func (p *page) labels(v *view, width float64) (lines [][]string, widest float64) {
	for _, r := range v.rows {
		ls := p.balance(r.label, labelStyle, width, 3)
		lines = append(lines, ls)
		widest = max(widest, p.widest(ls, labelStyle))
	}
	return lines, widest
}

// lanes gives each row a lane below what is laid out, as high as its label
// needs and at least that high, and writes the labels where x and align say.
func (p *page) lanes(v *view, labels [][]string, least, x, align float64) []lane {
	var out []lane
	for i, r := range v.rows {
		text := float64(len(labels[i])) * labelStyle.leading()
		l := lane{r, p.height, max(least, text+look.Gap)}
		p.block(x, l.mid()-text/2, labels[i], labelStyle, align)
		p.down(l.height)
		out = append(out, l)
	}
	return out
}

// withheld marks a number that may not be seen. It begins at x for align 0, and
// ends there for 1.
func (p *page) withheld(x, mid, align float64) {
	w := p.withheldWidth()
	x -= align * w
	p.add(box{x, mid - 7, w, 14, look.Veil})
	p.say(x+w/2, mid, p.hidden(), smallStyle, 0.5)
}

// hidden stands where a number may not be seen.
func (p *page) hidden() string { return p.lang.Say("withheld") }

func (p *page) withheldWidth() float64 { return p.measure(p.hidden(), smallStyle) + 10 }

// absent marks a number that there is none of.
func (p *page) absent(x, mid, align float64) { p.say(x, mid, "–", smallStyle, align) }

// legend names colors in one or more lines.
func (p *page) legend(columns []findings.Column, fills []color.RGBA) {
	const swatch = 10
	x, high := p.left(), labelStyle.leading()+3
	for i, c := range columns {
		name := p.wrap(c.Name, labelStyle, p.right()-p.left()-swatch-6, 1)[0]
		wide := swatch + 6 + p.measure(name, labelStyle)
		if x > p.left() && x+wide > p.right() {
			x = p.left()
			p.down(high)
		}
		p.add(box{x, p.height + high/2 - swatch/2, swatch, swatch, fills[i]})
		p.say(x+swatch+6, p.height+high/2, name, labelStyle, 0)
		x += wide + 2*look.Gap
	}
	p.down(high + look.Gap)
}
