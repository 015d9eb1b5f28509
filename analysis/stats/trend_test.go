package stats

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTrend(t *testing.T) {
	r := readReference(t)
	got := Trend([]Wave{{2019, 12, 60}, {2021, 20, 75}, {2020, 0, 0}, {2022, 19, 58}, {2025, 41, 90}})
	r.same(t, "trend chi-squared", got.Statistic*got.Statistic)
	r.same(t, "trend P", got.P)
	r.same(t, "trend slope", got.Effect.Value)
	few := Trend([]Wave{{2023, 1, 9}, {2024, 2, 8}, {2025, 6, 10}})
	near(t, "trend of few P", few.P, r["trend of few P"], 4*math.Sqrt(r["trend of few P"]/9999))
	if got.Why == few.Why || few.Name == got.Name {
		t.Errorf("%s because %s", few.Name, few.Why)
	}
	// SAS/STAT, PROC FREQ, example "Cochran-Armitage Trend Test": Z = -4.7918 for
	// those without.
	pain := Trend([]Wave{{0, 6, 32}, {1, 7, 33}, {2, 9, 32}, {3, 14, 32}, {4, 23, 32}})
	near(t, "z of pain", pain.Statistic, 4.7918, 5e-5)
	for _, waves := range [][]Wave{nil, {{2024, 3, 9}}, {{2024, 3, 9}, {2024, 5, 9}}, {{2024, 3, 9}, {2025, 0, 0}}} {
		got := Trend(waves)
		near(t, "P of one time", got.P, nan, 0)
		near(t, "slope of one time", got.Effect.Value, nan, 0)
	}
	near(t, "P where nobody ever", Trend([]Wave{{1, 0, 9}, {2, 0, 9}}).P, 1, 0)
}

func TestTrendProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var waves []Wave
		for i := range rapid.IntRange(2, 5).Draw(t, "waves") {
			x, n := group(t, "people")
			waves = append(waves, Wave{float64(2020 + i), x, n})
		}
		got := Trend(waves)
		e := got.Effect
		if !(0 <= got.P && got.P <= 1) || !(e.Low <= e.Value && e.Value <= e.High) {
			t.Errorf("%+v", got)
		}
		if len(waves) == 2 {
			want := Newcombe(waves[1].X, waves[1].N, waves[0].X, waves[0].N)
			if math.Abs(e.Low-want.Effect.Low) > 1e-9 && want.Effect.Low > -1 || math.Abs(got.Statistic-want.Statistic) > 1e-6 {
				t.Errorf("%+v, want %+v", got, want)
			}
		}
		back := slices.Clone(waves)
		slices.Reverse(back)
		for i := range back {
			back[i].At = -back[i].At
		}
		within := 1e-9
		if strings.Contains(got.Name, "random") { // not the same tables
			within = 0.04
		}
		if again := Trend(back); math.Abs(again.Effect.Low+e.High) > 1e-9 || math.Abs(again.P-got.P) > within {
			t.Errorf("%+v, backward %+v", got, again)
		}
	})
}
