package chart

import "commonground/report/look"

// likert stacks the choices of a scale around its middle: what is below to the
// left, what is above to the right, and a middle choice half and half.
func likert(p *page, v *view) {
	fills := look.Scale(len(v.columns))
	p.legend(v.columns, fills)
	p.stacks(v, func(r row) []segment {
		var out []segment
		x := -below(r)
		for j, c := range r.cells {
			if long := size(c); long > 0 {
				out = append(out, segment{x, x + long, v.text(j, c), fills[j]})
				x += long
			}
		}
		return out
	})
}

// below is the length of what lies below the middle of a row's scale.
func below(r row) float64 {
	sum := 0.0
	for j, c := range r.cells {
		switch n := len(r.cells); {
		case 2*j+1 < n:
			sum += size(c)
		case 2*j+1 == n:
			sum += size(c) / 2
		}
	}
	return sum
}
