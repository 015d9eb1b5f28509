package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// cramer is Cramér's V of a table of rows × columns in which chi-squared is x
// for n people, who may be weighted: base are those counted.
func cramer(x, n float64, rows, columns int, base int64) Estimate {
	e := unknown(base)
	if n <= 1 {
		return e
	}
	r, c := float64(rows), float64(columns)
	df := (r - 1) * (c - 1)
	spare := func(k float64) float64 { return k - (k-1)*(k-1)/(n-1) - 1 }
	e.Value = 0
	if beyond, most := x/n-df/(n-1), min(spare(r), spare(c)); beyond > 0 && most > 0 {
		e.Value = min(1, math.Sqrt(beyond/most))
	}
	most := n * (min(r, c) - 1) // of the noncentrality, where V is 1
	e.Low = min(e.Value, math.Sqrt(noncentrality(x, df, most, (1+level)/2)/most))
	e.High = max(e.Value, math.Sqrt(noncentrality(x, df, most, (1-level)/2)/most))
	return e
}

// noncentrality is that of the chi-squared distribution which is x or less with
// probability p, between 0 and most.
func noncentrality(x, df, most, p float64) float64 {
	if noncentral(x, df, 0) <= p {
		return 0
	}
	if noncentral(x, df, most) >= p {
		return most
	}
	low, high := 0.0, most
	for range 100 {
		middle := (low + high) / 2
		if middle == low || middle == high {
			break
		}
		if noncentral(x, df, middle) > p {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}

// noncentral is the probability that chi-squared with df degrees of freedom and
// noncentrality l is x or less: a Poisson mixture of central ones (Johnson, Kotz
// and Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 29),
// summed from the middle outward until the rest doesn't matter.
func noncentral(x, df, l float64) float64 {
	if x <= 0 {
		return 0
	}
	const enough = 1e-17
	middle := math.Floor(l / 2)
	weight := poisson(middle, l/2)
	below := mathext.GammaIncReg(df/2+middle, x/2)
	sum := weight * below
	// The central probability falls by this much with each two more degrees.
	drop := poisson(df/2+middle, x/2)
	for j, w, b, d := middle, weight, below, drop; w > enough; {
		b -= d
		j++
		w *= l / 2 / j
		d *= x / 2 / (df/2 + j)
		sum += w * max(0, b)
	}
	for j, w, b, d := middle, weight, below, drop; j > 0 && w > enough; {
		d *= (df/2 + j) / (x / 2)
		w *= j / (l / 2)
		j--
		b += d
		sum += w * min(1, b)
	}
	return min(1, sum)
}

// poisson is e^-mean mean^k / k!, for any k >= 0.
func poisson(k, mean float64) float64 {
	if mean == 0 {
		if k == 0 {
			return 1
		}
		return 0
	}
	g, _ := math.Lgamma(k + 1)
	return math.Exp(k*math.Log(mean) - mean - g)
}
