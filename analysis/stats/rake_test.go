package stats

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// schools are people by role (2) and school (3).
func schools(people ...int64) []Combination {
	var all []Combination
	for i, n := range people {
		all = append(all, Combination{[]int{i / 3, i % 3}, n})
	}
	return all
}

func TestRake(t *testing.T) {
	r := readReference(t)
	got, err := Rake(schools(40, 12, 8, 10, 20, 10), [][]float64{{70, 30}, {0.5, 0.3, 0.2}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range got.Weights {
		r.same(t, fmt.Sprintf("raked[%d]", i), w)
	}
	r.same(t, "raked base", got.Total.Base())
	if got.Off > 1e-9 || got.Capped != 0 || got.Total.People != 100 {
		t.Errorf("%+v", got)
	}
	// The documentation of balance, a Python package: one margin, 10 to 2.
	got, err = Rake([]Combination{{[]int{0}, 6}, {[]int{1}, 6}}, [][]float64{{10, 2}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "weight of the first", got.Weights[0], 5.0/3, 1e-12)
	near(t, "weight of the second", got.Weights[1], 1.0/3, 1e-12)
}

func TestRakeCaps(t *testing.T) {
	combinations := []Combination{{[]int{0}, 98}, {[]int{1}, 2}}
	got, err := Rake(combinations, [][]float64{{50, 50}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "the cap", got.Weights[1], 5, 1e-12)
	near(t, "the others", got.Weights[0], 90.0/98, 1e-12)
	near(t, "off", got.Off, 0.4, 1e-12)
	if got.Capped != 2 {
		t.Errorf("capped %d", got.Capped)
	}
	got, _ = Rake(combinations, [][]float64{{50, 50}}, 30)
	near(t, "weight under a higher cap", got.Weights[1], 25, 1e-9)
}

func TestRakeRefuses(t *testing.T) {
	for _, c := range []struct {
		people  []Combination
		targets [][]float64
		cap     float64
		want    string
	}{
		{schools(4, 1, 0, 4, 1, 0), [][]float64{{1, 1}, {5, 3, 2}}, 0, "raking: margin 1 wants 0.2 in category 2, of whom nobody answered: join it with another"},
		{schools(4, 1, 2, 4, 1, 0), [][]float64{{1, 1}, {5, 3, 0}}, 0, "raking: margin 1 wants nobody in category 2, of whom 2 answered: give it a share, or make it unknown"},
		{schools(4, 1, 2, 4, 1, 0), [][]float64{{1, 1}, {5, 3, -1}}, 0, "raking: margin 1 wants -1 in category 2; give a share"},
		{schools(4, 1, 2, 4, 1, 0), [][]float64{{1, 1}, {5, 3}}, 0, "raking: combination 2 has no category that margin 1 knows"},
		{schools(4, 1, 2, 4, 1, 0), nil, 1, "raking: a cap of 1 times the mean weight leaves nothing to weigh; give more than 1"},
	} {
		if _, err := Rake(c.people, c.targets, c.cap); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	var target *TargetError
	if _, err := Rake(schools(4, 1, 0, 4, 1, 0), [][]float64{{1, 1}, {5, 3, 2}}, 0); !errors.As(err, &target) || target.Margin != 1 || target.Category != 2 {
		t.Errorf("got %v", err)
	}
	if got, err := Rake(nil, nil, 0); err != nil || got.Total.Base() != 0 {
		t.Errorf("of nobody: %v, %v", got, err)
	}
}

func TestRakeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 50)
		var combinations []Combination
		for i := range 6 {
			combinations = append(combinations, Combination{[]int{i / 3, i % 3}, n.Draw(t, "people")})
		}
		combinations = append(combinations, Combination{[]int{-1, rapid.IntRange(-1, 2).Draw(t, "school")}, n.Draw(t, "unknown")})
		share := rapid.Float64Range(0.05, 1)
		targets := [][]float64{{share.Draw(t, "a"), share.Draw(t, "b")}, {share.Draw(t, "c"), share.Draw(t, "d"), share.Draw(t, "e")}}
		got, err := Rake(combinations, targets, 3)
		if err != nil {
			t.Fatal(err)
		}
		var sum, people float64
		for i, c := range combinations {
			if w := got.Weights[i]; w < 1.0/3-1e-9 || w > 3+1e-9 {
				t.Errorf("weight %v", w)
			}
			sum += got.Weights[i] * float64(c.People)
			people += float64(c.People)
		}
		if math.Abs(sum/people-1) > 1e-9 {
			t.Errorf("mean weight %v", sum/people)
		}
		if got.Capped == 0 && got.Off > 1e-6 {
			t.Errorf("no cap, but off by %v after %d rounds", got.Off, got.Rounds)
		}
		if base := got.Total.Base(); base > people+1e-6 {
			t.Errorf("weighting made %v of %v people", base, people)
		}
	})
}
