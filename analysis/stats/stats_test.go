package stats

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > within {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

var nan = math.NaN()

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		x, n      int64
		low, high float64
		source    string
	}{
		{81, 263, 0.2553, 0.3662, "Newcombe 1998, two-sided intervals for the single proportion, table I, method 3"},
		{15, 148, 0.0624, 0.1605, "the same"},
		{0, 20, 0, 0.1611, "the same"},
		{1, 29, 0.0061, 0.1718, "the same"},
		{44, 100, 0.3467202663, 0.5377189535, "SciPy 1.10.1 binomtest(44, 100).proportion_ci(method='wilson')"},
		{18, 20, 0.6989663548, 0.9721335188, "SciPy 1.10.1"},
		{4, 200, 0.0078044264, 0.0502870869, "SciPy 1.10.1"},
		{29, 30, 0.8332960901, 0.9940914096, "SciPy 1.10.1"},
		{30, 30, 0.8864866068, 1, "SciPy 1.10.1"},
		{0, 0, nan, nan, "nobody was asked"},
	} {
		e := Wilson(c.x, c.n)
		near(t, c.source+": low", e.Low, c.low, 5e-5)
		near(t, c.source+": high", e.High, c.high, 5e-5)
		near(t, c.source+": value", e.Value, float64(c.x)/float64(c.n), 0)
		if e.Base != float64(c.n) || e.Level != 0.95 {
			t.Errorf("%s: base %v, level %v", c.source, e.Base, e.Level)
		}
	}
}

// Table II of Newcombe 1998, "Interval estimation for the difference between
// independent proportions", row of method 10. P: SciPy 1.10.1
// chi2_contingency(correction=False).
func TestNewcombe(t *testing.T) {
	for _, c := range []struct {
		x1, n1, x2, n2 int64
		low, high      float64
	}{
		{56, 70, 48, 80, 0.0524, 0.3339},
		{9, 10, 3, 10, 0.1705, 0.8090},
		{6, 7, 2, 7, 0.0582, 0.8062},
		{5, 56, 0, 29, -0.0381, 0.1926},
		{0, 10, 0, 20, -0.1611, 0.2775},
		{0, 10, 0, 10, -0.2775, 0.2775},
		{10, 10, 0, 20, 0.6791, 1},
		{10, 10, 0, 10, 0.6075, 1},
		{0, 0, 3, 5, nan, nan},
		{3, 5, 0, 0, nan, nan},
	} {
		got := Newcombe(c.x1, c.n1, c.x2, c.n2)
		near(t, "low", got.Effect.Low, c.low, 5e-5)
		near(t, "high", got.Effect.High, c.high, 5e-5)
		if got.Effect.Base != float64(c.n1+c.n2) || !math.IsNaN(got.Q) || !math.IsNaN(got.DF) {
			t.Errorf("base %v, Q %v, DF %v", got.Effect.Base, got.Q, got.DF)
		}
	}
	near(t, "P", Newcombe(12, 17, 7, 14).P, 0.2415292747634836, 1e-12)
	near(t, "z²", math.Pow(Newcombe(12, 17, 7, 14).Statistic, 2), 1.3716460268317854, 1e-12)
	near(t, "P of equal shares", Newcombe(0, 10, 0, 20).P, 1, 0)
	near(t, "P without anybody", Newcombe(0, 0, 0, 20).P, nan, 0)
}

func TestLift(t *testing.T) {
	// 30 of 400 have both where 60 × 90 / 400 = 13.5 were to be expected. The
	// standard error of its log, 0.1190, is 0.122 in 2,000,000 multinomial draws.
	e := Lift(30, 60, 90, 400)
	near(t, "value", e.Value, 30/13.5, 1e-12)
	near(t, "low", e.Low, 30/13.5*math.Exp(-1.959963984540054*0.11902380714238082), 1e-12)
	near(t, "high", e.High, 30/13.5*math.Exp(1.959963984540054*0.11902380714238082), 1e-12)

	// Where the second is everybody's, lift is 1 without any doubt.
	e = Lift(60, 60, 400, 400)
	near(t, "value", e.Value, 1, 0)
	near(t, "low", e.Low, 1, 1e-9)

	e = Lift(0, 5, 6, 20)
	near(t, "none together", e.Value, 0, 0)
	near(t, "low of none", e.Low, nan, 0)
	if len(e.Caveats) != 1 || len(Lift(5, 6, 7, 20).Caveats) != 0 {
		t.Error("the caveat belongs to fewer than 5 together")
	}
	near(t, "without the first", Lift(0, 0, 6, 20).Value, nan, 0)
}

// The 15 P values of Benjamini and Hochberg 1995, section 4.1: at 0.05 four of
// them count. Q: statsmodels and R's p.adjust(method = "BH") alike.
func TestAdjust(t *testing.T) {
	p := []float64{0.0298, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1}
	q := []float64{0.06385714, 0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.0645, 0.0765, 0.486, 0.58118182, 0.714875, 0.75323077, 0.81321429, 1}
	tests := []*Test{{P: nan, Q: nan}}
	for _, v := range p {
		tests = append(tests, &Test{P: v, Q: nan})
	}
	Adjust(tests)
	for i, want := range q {
		near(t, "Q", tests[i+1].Q, want, 1e-8)
	}
	near(t, "Q without P", tests[0].Q, nan, 0)
	Adjust(nil)
}

// Tests of one P have one Q, and those without P are not counted, wherever they
// stand.
func TestAdjustTies(t *testing.T) {
	r := readReference(t)
	var tests []*Test
	for _, p := range []float64{0.01, nan, 0.04, 0.03, 0.04, nan, 0.04, 0.5, 0} {
		tests = append(tests, &Test{P: p, Q: nan})
	}
	Adjust(tests)
	near(t, "Q without P", tests[1].Q, nan, 0)
	near(t, "Q without P", tests[5].Q, nan, 0)
	for i, at := range []int{0, 2, 3, 4, 6, 7, 8} {
		r.same(t, fmt.Sprintf("adjusted[%d]", i), tests[at].Q)
		r.same(t, fmt.Sprintf("adjusted ties[%d]", i), tests[at].Q)
	}
}

// group draws x of n people.
func group(t *rapid.T, name string) (x, n int64) {
	n = rapid.Int64Range(1, 5000).Draw(t, name)
	return rapid.Int64Range(0, n).Draw(t, name+" who"), n
}

func TestWilsonProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, n := group(t, "people")
		e, mirror := Wilson(x, n), Wilson(n-x, n)
		if !(0 <= e.Low && e.Low <= e.Value && e.Value <= e.High && e.High <= 1) {
			t.Errorf("%d/%d: %v in [%v, %v]", x, n, e.Value, e.Low, e.High)
		}
		if math.Abs(1-e.Low-mirror.High) > 1e-12 {
			t.Errorf("those who and those who don't disagree: %v, %v", e, mirror)
		}
		if more := Wilson(min(x+1, n), n); more.Low < e.Low || more.High < e.High {
			t.Errorf("%d/%d: more people, lower interval", x, n)
		}
		if twice := Wilson(2*x, 2*n); twice.High-twice.Low > e.High-e.Low {
			t.Errorf("%d/%d: twice the people, wider interval", x, n)
		}
	})
}

func TestDifferenceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x1, n1 := group(t, "parents")
		x2, n2 := group(t, "teachers")
		there, back := Newcombe(x1, n1, x2, n2), Newcombe(x2, n2, x1, n1)
		e := there.Effect
		if !(-1 <= e.Low && e.Low <= e.Value && e.Value <= e.High && e.High <= 1) {
			t.Errorf("%v in [%v, %v]", e.Value, e.Low, e.High)
		}
		if math.Abs(e.Low+back.Effect.High) > 1e-12 || math.Abs(there.P-back.P) > 1e-9 {
			t.Errorf("the order of the groups matters: %v, %v", there, back)
		}
		if !(0 <= there.P && there.P <= 1) {
			t.Errorf("P = %v", there.P)
		}
	})
}

func TestLiftProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := group(t, "first")
		b := rapid.Int64Range(0, n).Draw(t, "second")
		both := rapid.Int64Range(max(0, a+b-n), min(a, b)).Draw(t, "both")
		e := Lift(both, a, b, n)
		if both > 0 && !(0 < e.Low && e.Low <= e.Value && e.Value <= e.High) {
			t.Errorf("%v in [%v, %v]", e.Value, e.Low, e.High)
		}
		if swapped := Lift(both, b, a, n); both > 0 && math.Abs(swapped.Value-e.Value) > 1e-9*e.Value {
			t.Errorf("the order matters: %v, %v", e, swapped)
		}
	})
}

func TestAdjustProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tests []*Test
		for _, p := range rapid.SliceOf(rapid.Float64Range(0, 1)).Draw(t, "P") {
			tests = append(tests, &Test{P: p, Q: nan})
		}
		Adjust(tests)
		for _, a := range tests {
			if a.Q < a.P || a.Q > 1 {
				t.Errorf("P %v, Q %v", a.P, a.Q)
			}
			for _, b := range tests {
				if a.P < b.P && a.Q > b.Q {
					t.Errorf("Q turns the order of P around: %v, %v", a, b)
				}
			}
		}
	})
}

func TestJSON(t *testing.T) {
	data, err := json.Marshal(Newcombe(0, 0, 1, 2))
	want := `{"name":"Newcombe interval","why":"","statistic":null,"df":null,"p":null,"q":null,` +
		`"effect":{"value":null,"low":null,"high":null,"level":0.95,"base":2},` +
		`"measure":"difference of shares","caveats":[]}`
	if err != nil || string(data) != want {
		t.Errorf("got %s, %v", data, err)
	}
	var back Test
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	near(t, "P read back", back.P, nan, 0)
	near(t, "base read back", back.Effect.Base, 2, 0)
	chosen := Difference(8, 10, 1, 6)
	if data, err = json.Marshal(chosen); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &back); err != nil || back.Why != chosen.Why || back.Why == "" {
		t.Errorf("read back %+v, %v", back, err)
	}
}
