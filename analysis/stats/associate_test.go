package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestDifference(t *testing.T) {
	r := readReference(t)
	r.same(t, "fisher 8 2 1 5 P", Difference(8, 10, 1, 6).P)
	r.same(t, "fisher 6 2 1 4 P", Difference(6, 8, 1, 5).P)
	r.same(t, "fisher 0 6 4 20 P", Difference(0, 6, 4, 24).P)
	if got, want := Difference(30, 52, 28, 62), Newcombe(30, 52, 28, 62); got.P != want.P || got.Effect.Low != want.Effect.Low || got.Name == want.Name {
		t.Errorf("got %v, want %v by its name", got, want)
	}
	r.same(t, "chi-squared even P", Difference(30, 52, 28, 62).P)
	near(t, "P where nobody has it", Difference(0, 6, 0, 24).P, 1, 0)
	near(t, "P against nobody", Difference(0, 6, 0, 0).P, nan, 0)
	near(t, "P beyond any float", Difference(0, 100_000, 4, 4).P, 0, 1e-15)
}

var (
	big      = [][]int64{{31, 12, 9}, {22, 30, 14}, {11, 18, 40}}
	even     = [][]int64{{30, 22}, {28, 34}}
	sparse   = [][]int64{{6, 1, 0}, {2, 5, 1}, {1, 2, 4}, {0, 3, 1}}
	lopsided = [][]int64{{300, 2, 1}, {500, 1, 6}}
)

func TestAssociate(t *testing.T) {
	r := readReference(t)
	large := Associate(big)
	r.same(t, "big X", large.Statistic)
	r.same(t, "big P", large.P)
	r.same(t, "big V", large.Effect.Value)
	r.same(t, "big V low", large.Effect.Low)
	r.same(t, "big V high", large.Effect.High)
	near(t, "df", large.DF, 4, 0)

	small := Associate(even)
	r.same(t, "even X", small.Statistic)
	r.same(t, "even P", small.P)
	r.same(t, "even V", small.Effect.Value)
	near(t, "low of what may be none", small.Effect.Low, 0, 0)
	r.same(t, "even V high", small.Effect.High)

	fisher := Associate([][]int64{{2, 10}, {0, 0}, {15, 3}})
	if fisher.Name != "chi-squared test" {
		t.Errorf("%s where 6.8 are expected", fisher.Name)
	}
	fisher = Associate([][]int64{{8, 0, 2}, {1, 0, 5}})
	r.same(t, "fisher 8 2 1 5 P", fisher.P)
	if fisher.Name != "Fisher's exact test" || fisher.Why == "" {
		t.Errorf("%s because %s", fisher.Name, fisher.Why)
	}

	var huge [][]int64
	for _, row := range big {
		huge = append(huge, []int64{1000 * row[0], 1000 * row[1], 1000 * row[2]})
	}
	e := Associate(huge).Effect
	r.same(t, "huge V", e.Value)
	r.same(t, "huge V low", e.Low)
	r.same(t, "huge V high", e.High)

	for _, none := range [][][]int64{nil, {}, {{}}, {{0, 0}, {0, 0}}, {{3, 4}}, {{3}, {4}}, {{3, 0}, {4, 0}}} {
		got := Associate(none)
		near(t, "P of nothing to compare", got.P, nan, 0)
		near(t, "V of nothing to compare", got.Effect.Value, nan, 0)
	}
	near(t, "V of two people", Associate([][]int64{{1, 0}, {0, 1}}).Effect.High, 1, 0)
	near(t, "V of full association", Associate([][]int64{{20, 0}, {0, 20}}).Effect.Value, 1, 1e-12)
}

// Random tables give P to within four standard errors of theirs and R's.
func TestAssociateByRandomTables(t *testing.T) {
	r := readReference(t)
	for name, counts := range map[string][][]int64{"sparse P": sparse, "lopsided P": lopsided} {
		got := Associate(counts)
		if got.Name != "chi-squared test by 9,999 random tables" {
			t.Fatalf("%s: %s", name, got.Name)
		}
		want := r[name]
		near(t, name, got.P, want, 4*math.Sqrt(want*(1-want)*(1.0/9999+1e-6)))
	}
	r.same(t, "sparse X", Associate(sparse).Statistic)
}

// Every table of small margins is listed: the random ones find its P.
func TestRandomTablesAgainstAll(t *testing.T) {
	counts := [][]int64{{4, 0, 1}, {0, 3, 1}, {1, 1, 0}}
	c := crossed(counts)
	far, all := 0.0, 0.0
	eachTable(c.rows, c.columns, nil, func(cells [][]int64) {
		chance := 0.0
		for _, row := range cells {
			for _, x := range row {
				g, _ := math.Lgamma(float64(x + 1))
				chance -= g
			}
		}
		all += math.Exp(chance)
		if crossed(cells).pearson() >= c.pearson()-1e-9 {
			far += math.Exp(chance)
		}
	})
	want := far / all
	near(t, "P", Associate(counts).P, want, 4*math.Sqrt(want*(1-want)/9999))
}

// eachTable calls yield with all tables of these margins.
func eachTable(rows, columns []int64, above [][]int64, yield func([][]int64)) {
	if len(rows) == 0 {
		yield(above)
		return
	}
	var fill func(row []int64, left int64)
	fill = func(row []int64, left int64) {
		if len(row) == len(columns) {
			if left == 0 {
				rest := slices.Clone(columns)
				for j, x := range row {
					rest[j] -= x
				}
				eachTable(rows[1:], rest, append(slices.Clip(above), slices.Clone(row)), yield)
			}
			return
		}
		for x := int64(0); x <= min(left, columns[len(row)]); x++ {
			fill(append(slices.Clip(row), x), left-x)
		}
	}
	fill(nil, rows[0])
}

func TestAssociateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 4).Draw(t, "rows"), rapid.IntRange(1, 4).Draw(t, "columns")
		most := rapid.SampledFrom([]int64{3, 30, 3000}).Draw(t, "most")
		counts, turned := make([][]int64, rows), make([][]int64, columns)
		for j := range turned {
			turned[j] = make([]int64, rows)
		}
		for i := range counts {
			for j := range columns {
				x := rapid.Int64Range(0, most).Draw(t, "people")
				counts[i] = append(counts[i], x)
				turned[columns-1-j][rows-1-i] = x
			}
		}
		got, again := Associate(counts), Associate(turned)
		if math.IsNaN(got.P) {
			if c := crossed(counts); len(c.rows) > 1 && len(c.columns) > 1 {
				t.Errorf("no P for %v", counts)
			}
			return
		}
		e := got.Effect
		if !(0 <= got.P && got.P <= 1 && 0 <= e.Low && e.Low <= e.Value && e.Value <= e.High && e.High <= 1) {
			t.Errorf("%+v", got)
		}
		if math.Abs(got.P-again.P) > 1e-9 || math.Abs(e.High-again.Effect.High) > 1e-9 || got.Name != again.Name {
			t.Errorf("the order of rows and columns matters: %+v, %+v", got, again)
		}
	})
}

func TestNoncentral(t *testing.T) {
	r := readReference(t)
	r.same(t, "noncentral 3 1 0.5", noncentral(3, 1, 0.5))
	r.same(t, "noncentral 20 4 11", noncentral(20, 4, 11))
	r.same(t, "noncentral 1500 12 1450", noncentral(1500, 12, 1450))
	r.same(t, "noncentral 5 2 60", noncentral(5, 2, 60))
	near(t, "below 0", noncentral(0, 2, 60), 0, 0)
}

func TestPhi(t *testing.T) {
	r := readReference(t)
	e := Phi(30, 60, 90, 400)
	near(t, "phi", e.Value, r["phi"], 1e-9)
	near(t, "low", e.Low, r["phi interval[0]"], 1e-6) // numeric derivatives
	near(t, "high", e.High, r["phi interval[1]"], 1e-6)
	e = Phi(2, 13, 11, 25)
	near(t, "phi below 0", e.Value, r["phi below 0"], 1e-9)
	near(t, "low", e.Low, r["phi below 0 interval[0]"], 1e-6)
	near(t, "high", e.High, r["phi below 0 interval[1]"], 1e-6)
	near(t, "always together", Phi(5, 5, 5, 20).Value, 1, 0)
	near(t, "low of always together", Phi(5, 5, 5, 20).Low, nan, 0)
	near(t, "low of never together", Phi(0, 5, 5, 20).Low, nan, 0)
	for _, e := range []Estimate{Phi(0, 0, 5, 20), Phi(5, 20, 5, 20), Phi(0, 0, 0, 0)} {
		near(t, "where nobody or everybody has it", e.Value, nan, 0)
	}
}
