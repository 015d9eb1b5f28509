package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestFinite(t *testing.T) {
	r := readReference(t)
	r.interval(t, "wilson 44 of 100", Wilson(44, 100))
	r.interval(t, "finite 12 of 40, invited 100", Finite(12, 40, 100))
	r.interval(t, "finite 3 of 90, invited 95", Finite(3, 90, 95))
	all := Finite(3, 90, 90)
	near(t, "low where all answered", all.Low, 3.0/90, 0)
	near(t, "high where all answered", all.High, 3.0/90, 0)
	wrong := Finite(3, 90, 80)
	near(t, "where more answered than were invited", wrong.Low, Wilson(3, 90).Low, 0)
	if len(wrong.Caveats) != 1 || len(all.Caveats) != 1 {
		t.Errorf("caveats %v, %v", wrong.Caveats, all.Caveats)
	}
	near(t, "of nobody", Finite(0, 0, 80).Low, nan, 0)
	near(t, "one of one", Finite(1, 1, 1).Low, nan, 0)
}

func TestFiniteProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, n := group(t, "people")
		more := rapid.Int64Range(0, 5000).Draw(t, "not answered")
		e, wilson := Finite(x, n, n+more), Wilson(x, n)
		if e.Low < wilson.Low-1e-12 || e.High > wilson.High+1e-12 || e.Low > e.Value || e.High < e.Value {
			t.Errorf("%v is not within %v", e, wilson)
		}
		if wider := Finite(x, n, n+2*more); wider.Low > e.Low+1e-12 {
			t.Errorf("more people invited, narrower interval: %v, %v", e, wider)
		}
	})
}

// weighed sums the weights of people, all and those who.
func weighed(weights []float64, who []int) (x, all Weights) {
	for i, w := range weights {
		one := Weights{1, w, w * w}
		all = all.Plus(one)
		if who[i] == 1 {
			x = x.Plus(one)
		}
	}
	return x, all
}

func TestWeighted(t *testing.T) {
	r := readReference(t)
	x, all := weighed([]float64{0.5, 0.5, 0.8, 1, 1, 1.2, 1.2, 1.5, 2, 3}, []int{1, 0, 1, 1, 0, 0, 1, 0, 1, 0})
	r.same(t, "kish base", all.Base())
	near(t, "design effect", all.DesignEffect(), 10/r["kish base"], 1e-9)
	e := WilsonWeighted(x, all)
	r.same(t, "weighted share", e.Value)
	r.interval(t, "weighted share interval", e)
	if e.Base != 10 {
		t.Errorf("base %v, want people", e.Base)
	}
	near(t, "of nobody", WilsonWeighted(Weights{}, Weights{}).Low, nan, 0)
	near(t, "design effect of nobody", Weights{}.DesignEffect(), nan, 0)
	near(t, "against nobody", NewcombeWeighted(x, all, Weights{}, Weights{}).P, nan, 0)
	near(t, "P where everybody counts", NewcombeWeighted(x, x, x, x).P, 1, 0)
}

// equal are people whose weights are all w.
func equal(people int64, w float64) Weights {
	return Weights{people, float64(people) * w, float64(people) * w * w}
}

// Where all weights are equal, weighted and plain agree: the interval wholly,
// P but for the variance over n-1 people rather than n, and F rather than
// chi-squared.
func TestEqualWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x1, n1 := group(t, "parents")
		x2, n2 := group(t, "teachers")
		w := rapid.Float64Range(0.1, 10).Draw(t, "weight")
		plain := Newcombe(x1, n1, x2, n2)
		got := NewcombeWeighted(equal(x1, w), equal(n1, w), equal(x2, w), equal(n2, w))
		if math.Abs(got.Effect.Low-plain.Effect.Low) > 1e-9 || math.Abs(got.Effect.High-plain.Effect.High) > 1e-9 {
			t.Errorf("%v, want %v", got.Effect, plain.Effect)
		}
		n := float64(n1 + n2)
		if f := plain.Statistic * plain.Statistic * (n - 1) / n; !math.IsNaN(got.Statistic) && math.Abs(got.Statistic-f) > 1e-6*(1+f) {
			t.Errorf("F %v, want %v", got.Statistic, f)
		}
		if n > 1000 && math.Abs(got.P-plain.P) > 0.01 || !(0 <= got.P && got.P <= 1) {
			t.Errorf("P %v, want %v", got.P, plain.P)
		}
		base := equal(n1, w).Base()
		if math.Abs(base-float64(n1)) > 1e-9*float64(n1) {
			t.Errorf("base %v of %v", base, n1)
		}
	})
}
