package chart

import (
	"math"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// An axis maps numbers onto a stretch of the page.
type axis struct{ low, high, from, to float64 }

func newAxis(low, high, from, to float64) axis {
	if !(high-low > 0) {
		high = low + 1
	}
	return axis{low, high, from, to}
}

func (a axis) at(v float64) float64 {
	return a.from + (v-a.low)/(a.high-a.low)*(a.to-a.from)
}

// ticks returns round numbers on the axis, at most n and one more.
func (a axis) ticks(unit findings.Unit, n int) []float64 {
	rough := (a.high - a.low) / float64(n)
	step := math.Pow(10, math.Floor(math.Log10(rough)))
	switch {
	case rough > 5*step:
		step *= 10
	case rough > 2*step:
		step *= 5
	case rough > step:
		step *= 2
	}
	switch unit {
	case findings.Count:
		step = max(step, 1)
	case findings.Share, findings.Points:
		step = max(step, 0.01)
	}
	var out []float64
	for i := math.Ceil(a.low/step - 1e-9); i <= a.high/step+1e-9; i++ {
		out = append(out, i*step)
	}
	return out
}

// grid draws light lines from top through the lanes laid out, with their
// numbers below: as many as have room.
func (p *page) grid(a axis, top float64, unit findings.Unit) {
	var ticks []float64
	for n := 6; n > 0; n-- {
		ticks = a.ticks(unit, n)
		var texts []string
		for _, v := range ticks {
			texts = append(texts, unit.In(p.lang, v))
		}
		if each := math.Abs(a.to-a.from) / float64(len(ticks)); p.widest(texts, smallStyle)+2*look.Gap < each {
			break
		}
	}
	for _, v := range ticks {
		x := a.at(v)
		p.add(line{x, top, x, p.height, 0.7, look.Grid})
		p.say(x, p.height+0.6*smallStyle.leading(), unit.In(p.lang, v), smallStyle, 0.5)
	}
	p.down(1.2 * smallStyle.leading())
}

// zero marks where an axis begins.
func (p *page) zero(a axis, top, bottom float64) {
	p.add(line{a.at(0), top, a.at(0), bottom, 1, look.Rule})
}
