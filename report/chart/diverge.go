package chart

// concern is the key of the tone that points to the left.
const concern = "concern"

// diverge draws concern to the left of zero and the other tones to its right,
// in the order of the columns.
func diverge(p *page, v *view) {
	fills := v.colors()
	p.legend(v.columns, fills)
	p.stacks(v, func(r row) []segment {
		var out []segment
		left, right := 0.0, 0.0
		for j, c := range r.cells {
			long := size(c)
			switch {
			case long == 0:
			case v.columns[j].Key == concern:
				out = append(out, segment{left - long, left, v.text(j, c), fills[j]})
				left -= long
			default:
				out = append(out, segment{right, right + long, v.text(j, c), fills[j]})
				right += long
			}
		}
		return out
	})
}
