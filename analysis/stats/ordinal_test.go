package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var (
	scaleA = []int64{2, 5, 9, 14, 10}
	scaleB = []int64{9, 12, 8, 6, 3}
	scaleD = []int64{4, 4, 11, 7, 6}
	scaleU = []int64{3, 1, 0, 2, 1}
	scaleV = []int64{0, 1, 2, 4, 5}
)

func TestScales(t *testing.T) {
	r := readReference(t)
	large := Scales([][]int64{scaleA, scaleB})
	r.same(t, "a b U", large.Statistic)
	r.same(t, "a b P", large.P)
	r.same(t, "mann-whitney a b P", large.P)
	r.same(t, "a b delta", large.Effect.Value)
	r.interval(t, "a b delta interval", large.Effect)

	small := Scales([][]int64{scaleU, nil, scaleV})
	r.same(t, "u v U", small.Statistic)
	r.same(t, "u v P", small.P)
	r.same(t, "u v delta", small.Effect.Value)
	r.interval(t, "u v delta interval", small.Effect)
	if large.Name == small.Name || large.Why == small.Why {
		t.Errorf("%s because %s; %s because %s", large.Name, large.Why, small.Name, small.Why)
	}
	untied := Scales([][]int64{{1, 0, 1, 0, 0, 1, 1}, {0, 1, 0, 1, 1, 0, 0, 1, 1, 1}})
	r.same(t, "untied P", untied.P)
	// 11 to 29 in order: the groups of SciPy's own example.
	doc := Scales([][]int64{{0, 0, 1, 0, 1, 0, 1, 1, 1}, {1, 1, 0, 1, 0, 1, 0, 0, 0}})
	r.same(t, "mann-whitney doc U", doc.Statistic)
	r.same(t, "mann-whitney doc P", doc.P)

	three := Scales([][]int64{scaleA, scaleB, scaleD})
	r.same(t, "a b d H", three.Statistic)
	r.same(t, "a b d P", three.P)
	r.same(t, "kruskal a b d P", three.P)
	near(t, "df", three.DF, 2, 0)
	few := Scales([][]int64{{3, 0, 0, 1}, {0, 2, 3, 1}, {0, 0, 2, 5}})
	near(t, "three small groups P", few.P, r["three small groups P"], 4*math.Sqrt(r["three small groups P"]/9999))
	r.same(t, "three small groups H", few.Statistic)
	if few.Name == three.Name {
		t.Errorf("%s because %s", few.Name, few.Why)
	}
	near(t, "epsilon squared", three.Effect.Value, r["a b d H"]/(110-1), 1e-9)
	r.interval(t, "a b d epsilon squared interval", three.Effect)
}

func TestScalesWithoutDifference(t *testing.T) {
	for _, groups := range [][][]int64{nil, {scaleA}, {nil, scaleA, {0, 0}}, {{}, {}}} {
		got := Scales(groups)
		near(t, "P of fewer than two groups", got.P, nan, 0)
		near(t, "effect of fewer than two groups", got.Effect.Value, nan, 0)
	}
	for _, groups := range [][][]int64{{{0, 5}, {0, 7}}, {{0, 500}, {0, 700}}, {{0, 5}, {0, 7}, {0, 9}}} {
		got := Scales(groups)
		near(t, "P where all answer alike", got.P, 1, 0)
		near(t, "effect where all answer alike", got.Effect.Value, 0, 0)
	}
	apart := Scales([][]int64{{0, 0, 10}, {8, 0, 0}})
	near(t, "delta where all of one are higher", apart.Effect.Value, 1, 0)
	// Student's t with 16 degrees of freedom: 2.1199.
	near(t, "its low by Feng and Cliff 2004, equation 8", apart.Effect.Low, (8-2.119905*2.119905)/(8+2.119905*2.119905), 1e-6)
	near(t, "its high", apart.Effect.High, 1, 0)
	near(t, "interval of a group of one", Scales([][]int64{{1}, {3, 4}}).Effect.Low, nan, 0)
}

func TestScalesProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var groups [][]int64
		for range rapid.IntRange(2, 4).Draw(t, "groups") {
			groups = append(groups, rapid.SliceOfN(rapid.Int64Range(0, rapid.SampledFrom([]int64{2, 9, 400}).Draw(t, "most")), 1, 6).Draw(t, "answers"))
		}
		if slices.ContainsFunc(groups, func(g []int64) bool { return people(g) == 0 }) {
			return
		}
		got := Scales(groups)
		turned := slices.Clone(groups)
		slices.Reverse(turned)
		again := Scales(turned)
		if !(0 <= got.P && got.P <= 1) || math.Abs(got.P-again.P) > 1e-9 {
			t.Errorf("P %v, in another order %v", got.P, again.P)
		}
		e := got.Effect
		if len(groups) > 2 {
			if !(0 <= e.Value && e.Value <= 1) {
				t.Errorf("epsilon squared %v", e.Value)
			}
			return
		}
		if math.Abs(e.Value+again.Effect.Value) > 1e-12 || !math.IsNaN(e.Low) && math.Abs(e.Low+again.Effect.High) > 1e-9 {
			t.Errorf("%v, in another order %v", e, again.Effect)
		}
		if !math.IsNaN(e.Low) && !(-1 <= e.Low && e.Low <= e.Value && e.Value <= e.High && e.High <= 1) {
			t.Errorf("%v in [%v, %v]", e.Value, e.Low, e.High)
		}
	})
}

// All ways to split nine people, ties and all: exact P is that of counting them
// one by one, and finds a difference at 0.05 in no more than 0.05 of them.
func TestSplitsOneByOne(t *testing.T) {
	answers := []int{0, 0, 1, 2, 2, 2, 3, 4, 4}
	var us []float64
	var ps []float64
	for set := range 1 << len(answers) {
		a, b := make([]int64, 5), make([]int64, 5)
		for i, level := range answers {
			if set>>i&1 == 1 {
				a[level]++
			} else {
				b[level]++
			}
		}
		if people(a) == 4 {
			got := Scales([][]int64{a, b})
			us, ps = append(us, got.Statistic), append(ps, got.P)
		}
	}
	for i := range us {
		far := 0
		for _, u := range us {
			if math.Abs(u-10) >= math.Abs(us[i]-10) {
				far++
			}
		}
		if math.Abs(ps[i]-float64(far)/float64(len(us))) > 1e-12 {
			t.Fatalf("U %v: P %v, want %d of %d", us[i], ps[i], far, len(us))
		}
	}
	found := slices.DeleteFunc(ps, func(p float64) bool { return p > 0.05 })
	if n := len(found); n == 0 || float64(n) > 0.05*float64(len(us)) {
		t.Errorf("found in %d of %d", n, len(us))
	}
}

func TestScale(t *testing.T) {
	r := readReference(t)
	r.same(t, "mean a", Mean(scaleA).Value)
	r.interval(t, "mean a interval", Mean(scaleA))
	r.same(t, "median d", Median(scaleD).Value)
	r.interval(t, "median d interval", Median(scaleD))
	r.same(t, "median u", Median(scaleU).Value)
	r.interval(t, "median u interval", Median(scaleU))
	r.same(t, "median rank of 1000", float64(medianRank(1000)))
	r.same(t, "median rank of 1e6", float64(medianRank(1_000_000)))
	near(t, "median between two levels", Median([]int64{3, 0, 3}).Value, 2, 0)
	near(t, "low of five people", Median([]int64{2, 0, 3}).Low, nan, 0)
	near(t, "low of six people", Median([]int64{2, 0, 4}).Low, 1, 0)
	near(t, "low of one answer for all", Mean([]int64{0, 9}).Low, nan, 0)
	near(t, "mean of one answer for all", Mean([]int64{0, 9}).Value, 2, 0)
	near(t, "low of one person", Mean([]int64{0, 1}).Low, nan, 0)
	near(t, "top two", TopTwo(scaleA).Value, 0.6, 1e-12)
	near(t, "top two, low", TopTwo(scaleA).Low, Wilson(24, 40).Low, 0)
	for _, none := range [][]int64{nil, {0, 0, 0}} {
		for _, e := range []Estimate{Mean(none), Median(none), TopTwo(none)} {
			near(t, "of nobody", e.Value, nan, 0)
			near(t, "low of nobody", e.Low, nan, 0)
		}
	}
}

func TestScaleProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.Int64Range(0, 50), 1, 7).Draw(t, "answers")
		if people(counts) == 0 {
			return
		}
		for _, e := range []Estimate{Mean(counts), Median(counts)} {
			if !(1 <= e.Value && e.Value <= float64(len(counts))) || e.Low > e.Value || e.High < e.Value {
				t.Errorf("%v of %v", e, counts)
			}
		}
		turned := slices.Clone(counts)
		slices.Reverse(turned)
		levels := float64(len(counts) + 1)
		if a, b := Median(counts), Median(turned); a.Value+b.Value != levels || !math.IsNaN(a.Low) && a.Low+b.High != levels {
			t.Errorf("%v, turned around %v", a, b)
		}
	})
}
