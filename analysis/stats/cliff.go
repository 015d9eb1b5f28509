package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// cliff is Cliff's (1993) delta, "Dominance statistics: ordinal analyses to
// answer ordinal questions", with the interval of Feng and Cliff (2004), "Monte
// Carlo evaluation of ordinal d with improved confidence interval": asymmetric,
// by the unbiased variance and Student's t. A group of one has no interval.
func cliff(a, b []int64) Estimate {
	n1, n2 := float64(people(a)), float64(people(b))
	e := unknown(people(a) + people(b))
	pairs := n1 * n2
	d := float64(twiceU(a, b))/pairs - 1
	e.Value = d
	if n1 < 2 || n2 < 2 {
		return e
	}
	t := distuv.StudentsT{Sigma: 1, Nu: n1 + n2 - 2}.Quantile((1 + level) / 2)
	if math.Abs(d) == 1 {
		least := min(n1, n2)
		other := d * (least - t*t) / (least + t*t)
		e.Low, e.High = min(d, other), max(d, other)
		return e
	}
	v := t * t * max(dominance(a, b, d), (1-d*d)/(pairs-1))
	margin := math.Sqrt(v * ((1-d*d)*(1-d*d) + v))
	e.Low = max(-1, (d-d*d*d-margin)/(1-d*d+v))
	e.High = min(1, (d-d*d*d+margin)/(1-d*d+v))
	return e
}

// dominance is the unbiased variance of d.
func dominance(a, b []int64, d float64) float64 {
	n1, n2 := float64(people(a)), float64(people(b))
	var rows, columns, cells float64
	var belowA, belowB float64
	for i := range a {
		fa, fb := float64(a[i]), float64(b[i])
		over := (2*belowB + fb - n2) / n2  // of a person at this level in a, over all of b
		under := (n1 - 2*belowA - fa) / n1 // of all of a over a person at this level in b
		rows += fa * (over - d) * (over - d)
		columns += fb * (under - d) * (under - d)
		cells += fa * (belowB*(1-d)*(1-d) + fb*d*d + (n2-belowB-fb)*(1+d)*(1+d))
		belowA += fa
		belowB += fb
	}
	return (n2*n2*rows + n1*n1*columns - cells) / (n1 * n2 * (n1 - 1) * (n2 - 1))
}
