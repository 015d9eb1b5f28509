package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Items are sums over the people who answered all of several items, such as
// statements on one scale, levels as whole numbers. Being whole, those of two
// tallies may simply be added.
type Items struct {
	People   int64
	Sums     []int64   // by item
	Products [][]int64 // of two items' answers; [i][j] and [j][i] alike
}

// NewItems are sums over nobody.
func NewItems(items int) *Items {
	s := &Items{Sums: make([]int64, items), Products: make([][]int64, items)}
	for i := range s.Products {
		s.Products[i] = make([]int64, items)
	}
	return s
}

// covariance is that of two items, times People².
func (s *Items) covariance(i, j int) float64 {
	return float64(s.People)*float64(s.Products[i][j]) - float64(s.Sums[i])*float64(s.Sums[j])
}

// Consistency is Cronbach's (1951) alpha, "Coefficient alpha and the internal
// structure of tests": how far the items measure one thing, 1 at most, below 0
// where they run against each other. The interval is that of Feldt (1965), "The
// approximate sampling distribution of Kuder-Richardson reliability coefficient
// twenty". With fewer than two items or people, and where the sum of all items
// doesn't vary, all is NaN; alpha of 1 has no interval.
func (s *Items) Consistency() Estimate {
	e := unknown(s.People)
	k, n := float64(len(s.Sums)), float64(s.People)
	var own, all float64
	for i := range s.Sums {
		own += s.covariance(i, i)
		for j := range s.Sums {
			all += s.covariance(i, j)
		}
	}
	if k < 2 || n < 2 || all == 0 {
		return e
	}
	e.Value = k / (k - 1) * (1 - own/all)
	if e.Value < 1 {
		f := distuv.F{D1: n - 1, D2: (n - 1) * (k - 1)}
		e.Low = 1 - (1-e.Value)*f.Quantile((1+level)/2)
		e.High = 1 - (1-e.Value)*f.Quantile((1-level)/2)
	}
	return e
}

// Rest is the correlation of each item with the sum of the others, corrected
// item-total in the words of Henrysson (1963), with the interval by the
// transformation of Fisher (1921). Value is NaN where the item or the rest
// doesn't vary; under 4 people, and for full correlation, there is no interval.
func (s *Items) Rest() []Estimate {
	estimates := make([]Estimate, len(s.Sums))
	for i := range s.Sums {
		var with, rest float64
		for j := range s.Sums {
			if j == i {
				continue
			}
			with += s.covariance(i, j)
			for l := range s.Sums {
				if l != i {
					rest += s.covariance(j, l)
				}
			}
		}
		estimates[i] = correlation(with, s.covariance(i, i), rest, s.People)
	}
	return estimates
}

// correlation is that of n people, from a covariance and two variances.
func correlation(with, a, b float64, n int64) Estimate {
	e := unknown(n)
	if a <= 0 || b <= 0 {
		return e
	}
	e.Value = max(-1, min(1, with/math.Sqrt(a)/math.Sqrt(b)))
	if n > 3 && math.Abs(e.Value) < 1 {
		margin := z / math.Sqrt(float64(n-3))
		e.Low = math.Tanh(math.Atanh(e.Value) - margin)
		e.High = math.Tanh(math.Atanh(e.Value) + margin)
	}
	return e
}
