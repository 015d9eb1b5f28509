package stats

import "math"

// Weights are those of some people, in any unit: only their proportions matter.
type Weights struct {
	People  int64   // before weighting
	Sum     float64 // of their weights
	Squares float64 // sum of the squares of their weights
}

// Weighted are those of people who all have one weight.
func Weighted(people int64, weight float64) Weights {
	n := float64(people)
	return Weights{people, n * weight, n * weight * weight}
}

// Plus adds people who are none of w's.
func (w Weights) Plus(o Weights) Weights {
	return Weights{w.People + o.People, w.Sum + o.Sum, w.Squares + o.Squares}
}

// Base is how many people with equal weights would tell as much: the effective
// base of Kish (1965), Survey Sampling, section 11.7. It is 0 without weights.
func (w Weights) Base() float64 {
	if w.Squares == 0 {
		return 0
	}
	return w.Sum * (w.Sum / w.Squares)
}

// DesignEffect is how many times weighting multiplies the variance of a share
// that is as common under all weights (Kish 1965); NaN without people.
func (w Weights) DesignEffect() float64 { return ratio(float64(w.People), w.Base()) }

// share is that of the people x among w.
func (w Weights) share(x Weights) worth {
	return worth{min(1, x.Sum/w.Sum), w.Base()}
}

// WilsonWeighted is Wilson for the people x among those of w, on Kish's
// effective base; its own Base stays unweighted. Without weight in w all is NaN.
func WilsonWeighted(x, w Weights) Estimate {
	e := unknown(w.People)
	if w.Base() == 0 {
		return e
	}
	s := w.share(x)
	e.Value = s.share
	e.Low, e.High = s.wilson()
	return e
}

// NewcombeWeighted is Newcombe for the people x1 among w1 and x2 among w2, on
// Kish's effective bases. Statistic, DF and P are those of RaoScott. Without
// weight in a group all is NaN.
func NewcombeWeighted(x1, w1, x2, w2 Weights) Test {
	t := untested("Newcombe interval with weights", "difference of shares", w1.People+w2.People)
	if w1.Base() == 0 || w2.Base() == 0 {
		return t
	}
	a, b := w1.share(x1), w2.share(x2)
	t.Effect.Value = a.share - b.share
	t.Effect.Low, t.Effect.High = a.newcombe(b)
	r := RaoScott([][]Weights{{x1, w1.Less(x1)}, {x2, w2.Less(x2)}})
	t.Statistic, t.DF, t.P, t.Caveats = r.Statistic, r.DF, r.P, r.Caveats
	if math.IsNaN(t.P) { // everybody or nobody counts: the shares are equal
		t.P = 1
	}
	return t
}

// Less takes away people who are among w's.
func (w Weights) Less(x Weights) Weights {
	rest := Weights{w.People - x.People, w.Sum - x.Sum, w.Squares - x.Squares}
	if rest.People == 0 { // where rounding would leave a trace
		return Weights{}
	}
	return rest
}
