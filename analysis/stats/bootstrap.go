package stats

import (
	"math"
	"math/rand/v2"
	"slices"
)

// An Addend is what one person adds to one of several sums.
type Addend struct {
	Sum int // which
	N   float64
}

// draws is how many times the people are drawn anew; the 2.5% at either end
// are then 25 draws each.
const draws = 1000

// Bootstrap estimates figures that are made of sums over people, where nothing
// better is known of how they vary: people are drawn anew, with replacement and
// all that is theirs, and each interval holds the middle 95% of the figure's
// values in 1,000 such draws. That is the percentile interval of Efron and
// Tibshirani (1993), An Introduction to the Bootstrap, section 13.3.
//
// people[i] is what person i adds to the sums, of which there are size; figures
// appends the figures that sums make to dst, always as many, NaN for one that
// they don't make. Draws without a figure don't count for it; where those are
// more than half, it has no interval. The draws are the same in every run.
func Bootstrap(people [][]Addend, size int, figures func(dst, sums []float64) []float64) []Estimate {
	sums := make([]float64, size)
	for _, p := range people {
		add(sums, p)
	}
	whole := figures(nil, sums)
	drawn := make([][]float64, len(whole)) // by figure
	random := rand.New(rand.NewPCG(1, 2))
	var row []float64
	for range draws {
		clear(sums)
		for range people {
			add(sums, people[random.IntN(len(people))])
		}
		row = figures(row[:0], sums)
		for i, v := range row {
			if !math.IsNaN(v) {
				drawn[i] = append(drawn[i], v)
			}
		}
	}
	estimates := make([]Estimate, len(whole))
	for i, v := range whole {
		e := unknown(int64(len(people)))
		e.Value = v
		if !math.IsNaN(v) && 2*len(drawn[i]) > draws {
			slices.Sort(drawn[i])
			e.Low, e.High = quantile(drawn[i], (1-level)/2), quantile(drawn[i], (1+level)/2)
		}
		estimates[i] = e
	}
	return estimates
}

func add(sums []float64, addends []Addend) {
	for _, a := range addends {
		sums[a.Sum] += a.N
	}
}

// quantile is that of sorted values, between the two nearest where it falls
// between them: type 7 of Hyndman and Fan (1996), "Sample quantiles in
// statistical packages".
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	below := int(at)
	above := min(below+1, len(sorted)-1)
	return sorted[below] + (at-float64(below))*(sorted[above]-sorted[below])
}
