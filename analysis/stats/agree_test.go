package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestKappa(t *testing.T) {
	for _, c := range []struct {
		table  [][]int64
		want   float64
		within float64
		source string
	}{
		{[][]int64{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}, 0.676, 5e-4, "Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, table 18.1"},
		{[][]int64{{20, 5}, {10, 15}}, 0.40, 1e-12, "0.7 agreed where chance gives 0.5"},
		{[][]int64{{45, 15}, {25, 15}}, 0.1304, 5e-5, "agreement of 0.6 where chance gives 0.54"},
		{[][]int64{{25, 35}, {5, 35}}, 0.2593, 5e-5, "agreement of 0.6 where chance gives 0.46"},
		{[][]int64{{3, 0}, {0, 9}}, 1, 0, "full agreement"},
		{[][]int64{{7, 0}, {0, 0}}, nan, 0, "one value alone"},
		{[][]int64{{0, 0}, {0, 0}}, nan, 0, "no units"},
	} {
		near(t, c.source, Kappa(c.table), c.want, c.within)
	}
}

// The examples of Krippendorff (2011), "Computing Krippendorff's
// alpha-reliability", sections A and C: one row a coder, . for no value.
func TestAlpha(t *testing.T) {
	for _, c := range []struct {
		what   string
		coders []string
		want   float64
	}{
		{"two coders, two values (A)", []string{"0100000010", "1110010000"}, 0.095},
		{"four coders, five values, some missing (C)", []string{"123321412...", "1233224125.3", ".3332342251.", "12332441251."}, 0.743},
		{"full agreement", []string{"0110", "0110", "01.0"}, 1},
		{"one value alone", []string{"111", "111"}, nan},
		{"one coder", []string{"0101"}, nan},
	} {
		near(t, c.what, Alpha(coincidences(c.coders)), c.want, 5e-4)
	}
}

func coincidences(coders []string) [][]float64 {
	const values = "012345"
	table := make([][]float64, len(values))
	for i := range table {
		table[i] = make([]float64, len(values))
	}
	for unit := range coders[0] {
		given := make([]int64, len(values))
		for _, c := range coders {
			if c[unit] != '.' {
				given[c[unit]-'0']++
			}
		}
		for i := range table {
			for j := range table {
				table[i][j] += Coincide(given, i, j)
			}
		}
	}
	return table
}

func TestFourfold(t *testing.T) {
	f := Fourfold{Hit: 20, False: 10, Missed: 5, None: 15}
	near(t, "precision", f.Precision(), 20.0/30, 1e-12)
	near(t, "recall", f.Recall(), 20.0/25, 1e-12)
	near(t, "F1", f.F1(), 2*(20.0/30)*(20.0/25)/(20.0/30+20.0/25), 1e-12)
	near(t, "kappa", f.Kappa(), 0.40, 1e-12)
	var counted Fourfold
	for given, times := range map[[2]bool]int{{true, true}: 20, {true, false}: 10, {false, true}: 5, {false, false}: 15} {
		for range times {
			counted.Count(given[0], given[1])
		}
	}
	if counted != f {
		t.Errorf("counted %+v, want %+v", counted, f)
	}
	var none Fourfold
	for _, v := range []float64{none.Precision(), none.Recall(), none.F1(), none.Kappa(), none.Alpha()} {
		near(t, "of nothing", v, nan, 0)
	}
	near(t, "F1 where all are missed", Fourfold{Missed: 3}.F1(), 0, 0)
}

// Alpha counts every unit twice, once from each coder's side, and corrects for
// few units: for two coders with the same habits it comes close to kappa.
func TestFourfoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 500)
		f := Fourfold{Hit: n.Draw(t, "hit"), False: n.Draw(t, "false"), None: n.Draw(t, "none")}
		f.Missed = f.False
		all := float64(f.Hit + 2*f.False + f.None)
		if math.IsNaN(f.Kappa()) {
			t.Skip()
		}
		if want := 1 - (1-f.Kappa())*(2*all-1)/(2*all); math.Abs(f.Alpha()-want) > 1e-9 {
			t.Errorf("alpha %v, want %v", f.Alpha(), want)
		}
	})
}

// mean is the figure of two sums: of the values, and of the people.
func mean(dst, sums []float64) []float64 { return append(dst, ratio(sums[0], sums[1])) }

func meansOf(values []float64) [][]Addend {
	var people [][]Addend
	for _, v := range values {
		people = append(people, []Addend{{0, v}, {1, 1}})
	}
	return people
}

// The mice of Efron and Tibshirani 1993, table 2.1, and the standard errors of
// their means in the limit of many draws.
func TestBootstrap(t *testing.T) {
	for _, c := range []struct {
		days     []float64
		mean, se float64
	}{
		{[]float64{94, 197, 16, 38, 99, 141, 23}, 86.86, 23.36},
		{[]float64{52, 104, 146, 10, 51, 30, 40, 27, 46}, 56.22, 13.33},
	} {
		e := Bootstrap(meansOf(c.days), 2, mean)[0]
		near(t, "mean", e.Value, c.mean, 5e-3)
		near(t, "half of the interval", (e.High-e.Low)/2, 1.96*c.se, 0.1*1.96*c.se)
		if e.Base != float64(len(c.days)) || e.Level != 0.95 {
			t.Errorf("base %v, level %v", e.Base, e.Level)
		}
	}
}

func TestBootstrapWithoutFigures(t *testing.T) {
	e := Bootstrap(nil, 2, mean)[0]
	near(t, "of nobody", e.Value, nan, 0)
	near(t, "low", e.Low, nan, 0)
	rare := make([][]Addend, 100)
	rare[0] = []Addend{{0, 5}, {1, 1}}
	e = Bootstrap(rare[:2], 2, mean)[0]
	near(t, "one of two people has it: in 3 of 4 draws", e.Low, 5, 0)
	e = Bootstrap([][]Addend{nil, nil, nil, {{0, 1}, {1, -1}}, {{0, 1}, {1, 1}}}, 2, mean)[0]
	near(t, "undefined on the whole", e.Low, nan, 0)
}

func TestQuantile(t *testing.T) {
	// R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .5, .9, 1))
	var got []float64
	for _, p := range []float64{0, 0.1, 0.5, 0.9, 1} {
		got = append(got, quantile([]float64{1, 2, 4, 8, 16}, p))
	}
	if want := []float64{1, 1.4, 4, 12.8, 16}; !slices.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) < 1e-12 }) {
		t.Errorf("got %v, want %v", got, want)
	}
}
