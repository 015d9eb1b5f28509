package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestPaired(t *testing.T) {
	r := readReference(t)
	for _, c := range []struct {
		both, first, second, neither int64
		low, high, within            float64
		source                       string
	}{
		{1, 1, 7, 12, -0.507, -0.026, 5e-4, "Fagerland, Lydersen and Laake 2014, Recommended tests and confidence intervals for paired binomial proportions, of Bentur et al. 2009"},
		{59, 6, 16, 80, -0.1186, -0.0046, 5e-5, "R contingencytables, Newcombe_square_and_add_CI_paired_2x2, of Cavo et al. 2012"},
		{0, 0, 0, 0, nan, nan, 0, "nobody"},
		{30, 0, 0, 0, -0.113513, 0.113513, 5e-7, "all agree with both: two Wilson intervals of 30 of 30, without correlation"},
	} {
		e := Paired(c.both, c.first, c.second, c.neither).Effect
		near(t, c.source+": low", e.Low, c.low, c.within)
		near(t, c.source+": high", e.High, c.high, c.within*1.5)
	}
	exact := Paired(59, 6, 16, 80)
	r.same(t, "mcnemar 59 6 16 80 P", exact.P)
	r.same(t, "mcnemar 6 16 P", exact.P)
	near(t, "statistic of the exact test", exact.Statistic, nan, 0)
	r.same(t, "mcnemar 1 1 7 12 P", Paired(1, 1, 7, 12).P)
	r.same(t, "mcnemar 0 4 4 0 P", Paired(0, 4, 4, 0).P)
	large := Paired(59, 20, 16, 80)
	r.same(t, "mcnemar 59 20 16 80 statistic", large.Statistic)
	r.same(t, "mcnemar 59 20 16 80 P", large.P)
	r.same(t, "mcnemar 20 16 P", large.P)
	near(t, "P where nobody differs", Paired(5, 0, 0, 5).P, 1, 0)
}

func TestPairedProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 60)
		both, first, second, neither := n.Draw(t, "both"), n.Draw(t, "first"), n.Draw(t, "second"), n.Draw(t, "neither")
		if both+first+second+neither == 0 {
			return
		}
		there, back, mirror := Paired(both, first, second, neither), Paired(both, second, first, neither), Paired(neither, second, first, both)
		e := there.Effect
		if !(-1 <= e.Low && e.Low <= e.Value && e.Value <= e.High && e.High <= 1) || !(0 <= there.P && there.P <= 1) {
			t.Errorf("%v in [%v, %v], P %v", e.Value, e.Low, e.High, there.P)
		}
		if math.Abs(e.Low+back.Effect.High) > 1e-9 || math.Abs(there.P-back.P) > 1e-9 {
			t.Errorf("the order of the questions matters: %v, %v", there, back)
		}
		if math.Abs(e.Low+mirror.Effect.High) > 1e-9 {
			t.Errorf("those who and those who don't disagree: %v, %v", there, mirror)
		}
	})
}

// Where nothing differs but by chance, exact tests find a difference at 0.05 in
// no more than 0.05 of all cases, and at 1 in all.
func TestExactUnderNull(t *testing.T) {
	for n := int64(1); n < 25; n++ {
		found, chance := 0.0, math.Pow(0.5, float64(n))
		for k := int64(0); k <= n; k++ {
			if Paired(0, k, n-k, 0).P <= 0.05 {
				found += chance
			}
			chance *= float64(n-k) / float64(k+1)
		}
		if found > 0.05 {
			t.Errorf("McNemar, %d who differ: %v", n, found)
		}
	}
	// Fisher: 9 of 20 people have it, 8 are in the first group.
	found, all := 0.0, 0.0
	d := dealer{logs: logFactorials(20)}
	for k := int64(0); k <= 8; k++ {
		chance := math.Exp(d.choose(8, k) + d.choose(12, 9-k) - d.choose(20, 9))
		all += chance
		if p := Difference(k, 8, 9-k, 12).P; p <= 0.05 {
			found += chance
		} else if k == 4 && p != 1 {
			t.Errorf("P of the likeliest table = %v", p)
		}
	}
	near(t, "chances", all, 1, 1e-12)
	if found > 0.05 || found == 0 {
		t.Errorf("Fisher: %v", found)
	}
}
