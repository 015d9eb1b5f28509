package chart

import (
	"image/color"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// likert stacks the choices of a scale around its middle: what is below to the
// left, what is above to the right, and a middle choice half and half.
// Several answers together are drawn likewise: lower ones, or higher ones, or some
// with the middle one among them.
func likert(p *page, v *view) {
	fills := look.Answers(v.finding.Table.Keys(v.figure.Values))
	p.likertLegend(v, fills)
	p.stacks(v, func(r row) []segment {
		var out []segment
		x := -v.below(r)
		for j, c := range r.cells {
			if long := size(c); long > 0 {
				out = append(out, segment{x, x + long, v.text(j, c), fills[j]})
				x += long
			}
		}
		return out
	})
}

// likertLegend names all answers that are told together once, by their one color:
// what they are is told by where they stand.
func (p *page) likertLegend(v *view, fills []color.RGBA) {
	var named []findings.Column
	var inks, together []color.RGBA
	for j, c := range v.columns {
		if c.Key == "" {
			named, inks = append(named, c), append(inks, fills[j])
		} else {
			together = fills[j : j+1]
		}
	}
	if together != nil {
		named = append(named, findings.Column{Name: p.lang.Say("Several answers together")})
	}
	p.legend(named, append(inks, together...))
}

// below is the length of what lies below the middle of a row's scale.
func (v *view) below(r row) float64 {
	sum, place, places := 0.0, 0, 0
	for _, c := range v.columns {
		if c.Key == "" {
			places++
		}
	}
	for j, c := range r.cells {
		key := v.columns[j].Key
		switch single := key == ""; {
		case key == "lower", single && 2*place+1 < places:
			sum += size(c)
		case key == "middle", single && 2*place+1 == places:
			sum += size(c) / 2
		}
		if key == "" {
			place++
		}
	}
	return sum
}
