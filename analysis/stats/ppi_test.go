package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Where the machine doesn't count, the interval is that of Wilson.
func TestCorrectedAlone(t *testing.T) {
	for _, c := range []struct {
		name    string
		checked Checked
		x       int64
		caveat  string
	}{
		{"few have it", Checked{Both: 8, Machine: 2, Person: 1, Neither: 49, Coded: 60, People: 400}, 9, few},
		{"nobody has it", Checked{Machine: 2, Neither: 58, Coded: 12, People: 400}, 0, few},
		{"the machine finds nothing", Checked{Person: 20, Neither: 40, People: 400}, 20, unhelped},
		{"the machine finds it everywhere", Checked{Both: 20, Machine: 40, Coded: 400, People: 400}, 20, unhelped},
		{"the machine guesses", Checked{Both: 10, Machine: 20, Person: 10, Neither: 20, Coded: 200, People: 400}, 20, unhelped},
		{"the machine has it backwards", Checked{Machine: 40, Person: 20, Coded: 270, People: 400}, 20, unhelped},
		{"all have it", Checked{Both: 50, Person: 10, Coded: 340, People: 400}, 60, unhelped},
		{"all are sampled", Checked{Both: 18, Machine: 4, Person: 2, Neither: 36, Coded: 22, People: 60}, 20, unhelped},
	} {
		got, want := Corrected(c.checked), Wilson(c.x, 60)
		near(t, c.name+": value", got.Value, want.Value, 1e-12)
		near(t, c.name+": low", got.Low, want.Low, 1e-12)
		near(t, c.name+": high", got.High, want.High, 1e-12)
		if got.Base != 60 || got.Level != 0.95 || !slices.Equal(got.Caveats, []string{c.caveat}) {
			t.Errorf("%s: base %v, level %v, caveats %q", c.name, got.Base, got.Level, got.Caveats)
		}
	}
}

// 2,000 of 50,000 people were sampled: 500 have the theme, of whom the machine
// finds 400, and it gives it to 150 of the others. By the paper's formulas
// λ = (400/2000 − .25 × .275) / (.275 × .725) / (1 + 2000/48000) for samples
// that are apart; for a sample that is part of the people, as here, the last
// factor falls away: λ = .6583072. With 14,000 of 50,000 found, the share is
// .25 + λ (.28 − .275) = .2532915 and the variance
// .1875/50000 + (1/2000 − 1/50000) (.1875 − λ² .199375) = 5.227665e-5
// (by hand; var(y − λf) is .1875 − λ² var(f) where λ is best).
func TestCorrectedManyPeople(t *testing.T) {
	got := Corrected(Checked{Both: 400, Machine: 150, Person: 100, Neither: 1350, Coded: 14000, People: 50000})
	near(t, "value", got.Value, .2532915, 2e-4)
	near(t, "half the width", (got.High-got.Low)/2, z*math.Sqrt(5.227665e-5), 1e-4)
	if !slices.Equal(got.Caveats, []string{corrected}) {
		t.Errorf("caveats %q", got.Caveats)
	}
}

// A machine that finds twice what is there is put right.
func TestCorrectedBias(t *testing.T) {
	got := Corrected(Checked{Both: 29, Machine: 31, Person: 1, Neither: 89, Coded: 800, People: 2000})
	near(t, "value", got.Value, .2, .002)
	alone := Wilson(30, 150)
	if got.High-got.Low > .95*(alone.High-alone.Low) {
		t.Errorf("from %.3f to %.3f, alone from %.3f to %.3f", got.Low, got.High, alone.Low, alone.High)
	}
}

func TestCorrectedStrata(t *testing.T) {
	parents := Checked{Both: 20, Machine: 3, Person: 4, Neither: 33, Coded: 120, People: 300}
	teachers := Checked{Both: 5, Machine: 1, Person: 2, Neither: 22, Coded: 20, People: 100}
	both := Corrected(parents, teachers)
	if both.Base != 90 || !(both.Value > .3 && both.Value < .4) {
		t.Errorf("base %v, value %v", both.Base, both.Value)
	}
	if other := Corrected(teachers, parents); math.Abs(other.Value-both.Value) > 1e-12 || math.Abs(other.Low-both.Low) > 1e-12 {
		t.Errorf("in another order %v, else %v", other, both)
	}
	silent := Corrected(parents, teachers, Checked{Coded: 3, People: 7})
	if want := []string{unsampled, corrected}; !slices.Equal(silent.Caveats, want) {
		t.Errorf("caveats %q, want %q", silent.Caveats, want)
	}
	near(t, "value with 7 of 407 not sampled", silent.Value, both.Value, .01)
	for _, strata := range [][]Checked{nil, {{}}, {{Coded: 4, People: 50}}} {
		if e := Corrected(strata...); !math.IsNaN(e.Value) || !math.IsNaN(e.Low) || e.Base != 0 {
			t.Errorf("%v gives %v", strata, e)
		}
	}
}

// Strata are weighed by their people, not by their sample: a quarter of 300
// and three quarters of 100, sampled evenly.
func TestCorrectedWeights(t *testing.T) {
	e := Corrected(
		Checked{Person: 10, Neither: 30, People: 300},
		Checked{Person: 30, Neither: 10, People: 100},
	)
	near(t, "value", e.Value, .375, 1e-12)
}

func TestCorrectedDifference(t *testing.T) {
	few1 := []Checked{{Both: 3, Person: 2, Neither: 51, Coded: 20, People: 300}}
	few2 := []Checked{{Neither: 29, Coded: 1, People: 90}}
	got, want := CorrectedDifference(few1, few2), Newcombe(5, 56, 0, 29)
	near(t, "low", got.Effect.Low, want.Effect.Low, 1e-12)
	near(t, "high", got.Effect.High, want.Effect.High, 1e-12)
	near(t, "P", got.P, fisherP(5, 56, 0, 29), 1e-12)
	if got.Effect.Base != 85 || !slices.Equal(got.Caveats, []string{compared}) {
		t.Errorf("base %v, caveats %q", got.Effect.Base, got.Caveats)
	}

	parents := []Checked{{Both: 40, Machine: 4, Person: 5, Neither: 51, Coded: 900, People: 2000}}
	teachers := []Checked{{Both: 24, Machine: 3, Person: 4, Neither: 69, Coded: 270, People: 1000}}
	got, want = CorrectedDifference(parents, teachers), Newcombe(45, 100, 28, 100)
	if got.Name != "corrected Newcombe interval" || math.IsNaN(got.Statistic) {
		t.Errorf("of 100 people each: %s, statistic %v", got.Name, got.Statistic)
	}
	if width := got.Effect.High - got.Effect.Low; width > .85*(want.Effect.High-want.Effect.Low) {
		t.Errorf("from %.3f to %.3f", got.Effect.Low, got.Effect.High)
	}
	if back := CorrectedDifference(teachers, parents); back.Effect.Value != -got.Effect.Value || back.P != got.P {
		t.Errorf("turned round %v, else %v", back, got)
	}
	none := CorrectedDifference(parents, nil)
	near(t, "P without anybody", none.P, nan, 0)
	near(t, "effect without anybody", none.Effect.Value, nan, 0)
}

// Of 8 teachers 2 have a theme, of 42 parents none: by a z that would be beyond
// chance at P = .0009, and it isn't. The exact P is the share of the ways to pick
// 2 of 50 people in which both are teachers, 28/1225.
func TestCorrectedDifferenceOfFewIsExact(t *testing.T) {
	eight := []Checked{{Both: 1, Person: 1, Machine: 1, Neither: 5, Coded: 9, People: 32}}
	got := CorrectedDifference(eight, []Checked{{Machine: 3, Neither: 39, Coded: 11, People: 128}})
	near(t, "P", got.P, 28./1225, 1e-12)
	near(t, "statistic", got.Statistic, nan, 0)
	near(t, "difference", got.Effect.Value, .25, 1e-12)
	if got.Name != "Newcombe interval, Fisher's exact test" {
		t.Errorf("compared by %s", got.Name)
	}
}

// Of a few people in a role all are checked, and most of them have the theme, which
// most people don't: by the shares of all people the groups don't differ, though 11
// of 30 checked people have it here and 2 of 30 there.
func TestCorrectedDifferenceOfFewIsOfTheSharesOfAll(t *testing.T) {
	first := []Checked{{Person: 1, Neither: 14, People: 900}, {Person: 5, Neither: 3, People: 8}, {Person: 5, Neither: 2, People: 7}}
	second := []Checked{{Person: 2, Neither: 28, People: 900}}
	got := CorrectedDifference(first, second)
	near(t, "P of the checked people", fisherP(11, 30, 2, 30), .0102, 1e-4)
	near(t, "difference", got.Effect.Value, (900./15+5+5)/915-2./30, 1e-12)
	near(t, "P", got.P, 1, 1e-12) // of 1 of 15.5 people against 2 of 30
}

// Where strata are sampled in proportion their people count as drawn from all.
func TestCorrectedDifferenceOfFewInProportionIsExact(t *testing.T) {
	first := []Checked{{Person: 4, Neither: 8, People: 120}, {Person: 3, Neither: 6, People: 90}, {Person: 1, Neither: 2, People: 30}}
	second := []Checked{{Person: 1, Neither: 13, People: 28}, {Neither: 7, People: 14}}
	got := CorrectedDifference(first, second)
	near(t, "P", got.P, fisherP(8, 24, 1, 21), 1e-12)
	if back := CorrectedDifference(second, first); math.Abs(back.P-got.P) > 1e-12 {
		t.Errorf("turned round P is %v, else %v", back.P, got.P)
	}
}

// Whatever the counts, the interval holds the estimate, stays within 0 and 1
// and is no wider than that of the sample alone.
func TestCorrectedProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.Int64Range(0, 40)
		strata := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Checked {
			c := Checked{Both: count.Draw(t, "both"), Machine: count.Draw(t, "machine"), Person: count.Draw(t, "person"), Neither: count.Draw(t, "neither")}
			found, not := count.Draw(t, "found"), count.Draw(t, "not found")
			c.Coded = c.Both + c.Machine + found
			c.People = c.Coded + c.Person + c.Neither + not
			return c
		}), 1, 5).Draw(t, "strata")
		e := Corrected(strata...)
		if e.Base == 0 {
			return
		}
		if !(0 <= e.Low && e.Low <= e.Value+1e-12 && e.Value-1e-12 <= e.High && e.High <= 1) {
			t.Fatalf("%v from %v to %v", e.Value, e.Low, e.High)
		}
		if alone := gather(strata).alone(); e.High-e.Low > alone.width()+1e-12 {
			t.Fatalf("from %v to %v, alone %v wide", e.Low, e.High, alone.width())
		}
	})
}
