package learn

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"commonground/analysis/codebook"
	"commonground/analysis/stats"
)

// A checker who finds what the rules find, and nothing else, is believed: the
// themes that are found so are given, the others aren't.
func TestLearnsWhomToTrust(t *testing.T) {
	rules := partnership(t)
	examples := spoken(rules, 200)
	for i := range examples {
		_, codings := examples[i].codeBy(rules)
		examples[i].Codes = nil
		for theme := range rules.Themes() {
			if _, ok := codebook.ToneOf(codings, theme); ok {
				examples[i].Codes = append(examples[i].Codes, Code{Theme: theme})
			}
		}
	}
	checked, others := examples[:80], examples[80:]
	m, rep := Train(rules, base(t), asked, checked)
	every := slices.Repeat([]bool{true}, len(rules.Themes()))
	before, after := Start(rules, base(t), asked).test(others, every), m.test(others, every)
	if before.F1() > 0.85 || after.F1() < 0.95 {
		t.Errorf("F1 %.2f before and %.2f after", before.F1(), after.F1())
	}
	if len(m.Learnt()) != len(rules.Themes()) || !rep.Themes[0].Learnt {
		t.Errorf("learnt only of %q", m.Learnt())
	}
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		t.Fatal(err)
	}
	back, err := Read(&file, rules, base(t), asked)
	if err != nil || back.test(others, every) != after {
		t.Errorf("once read back it codes otherwise: %v", err)
	}
}

// Of themes that a checker did not look for, nothing is learnt.
func TestThemesNotSought(t *testing.T) {
	rules := partnership(t)
	examples := spoken(rules, 200)
	checked := slices.Clone(examples[:80])
	for i := range checked {
		checked[i].Codes = slices.DeleteFunc(slices.Clone(checked[i].Codes), func(c Code) bool { return c.Theme >= 4 })
	}
	m, _ := Train(rules, base(t), asked, checked)
	others := make([]bool, len(rules.Themes()))
	for theme := range others {
		others[theme] = theme >= 4
	}
	before, after := Start(rules, base(t), asked).test(examples[80:], others), m.test(examples[80:], others)
	if after.F1() < before.F1()-0.02 {
		t.Errorf("themes that nobody looked for: F1 %.2f before and %.2f after", before.F1(), after.F1())
	}
}

// oddsOf returns a heldOut table of one theme, found by the person in the rows of
// yes, and the log odds of such probabilities.
func oddsOf(p []float64, yes []bool) (*heldOut, [][]float64) {
	odds := make([]float64, len(p))
	for i, v := range p {
		odds[i] = logit(v)
	}
	return &heldOut{table: &table{themes: 1, gold: [][]bool{yes}}}, [][]float64{odds}
}

// Themes are given above the probability that finds most, as long as three in
// four are right.
func TestWhereThemesAreGiven(t *testing.T) {
	const y, n = true, false
	for _, tt := range []struct {
		name string
		p    []float64
		yes  []bool
		want float64
	}{
		{"as before", []float64{.9, .8, .7, .2, .1}, []bool{y, y, y, n, n}, givenFrom},
		{"too careful", []float64{.48, .47, .9, .2, .1}, []bool{y, y, y, n, n}, 0.35},
		{"too bold", []float64{.9, .7, .68, .62, .61}, []bool{y, y, y, n, n}, 0.65},
		{"right rather than many", []float64{.9, .8, .42, .42, .42}, []bool{y, y, y, n, n}, givenFrom},
		{"nothing found by the person", []float64{.9, .1}, []bool{n, n}, givenFrom},
	} {
		h, odds := oddsOf(tt.p, tt.yes)
		rows := make([]int, len(tt.p))
		for i := range rows {
			rows[i] = i
		}
		if got, _ := h.settleFrom(odds, rows); got != tt.want {
			t.Errorf("%s: from %v, want %v", tt.name, got, tt.want)
		}
	}
}

// checkedBy returns a heldOut table of one theme that a person found in the first so
// many of 40 rows, and how likely the base, and what is learnt, make the first of
// them; the others are told rightly by both.
func checkedBy(yes, first int, base, learned float64) *heldOut {
	gold, before, after := make([]bool, 40), make([]float64, 40), make([]float64, 40)
	for i := range gold {
		gold[i] = i < yes
		before[i], after[i] = logit(0.1), logit(0.1)
		if gold[i] {
			before[i], after[i] = logit(0.9), logit(0.9)
		}
		if i < first {
			before[i], after[i] = logit(base), logit(learned)
		}
	}
	h := &heldOut{
		table:    &table{themes: 1, gold: [][]bool{gold}, prior: [][]float64{before}},
		eligible: []bool{true}, odds: [][]float64{before},
	}
	for c := range h.worded {
		h.worded[c] = [][]float64{after}
	}
	for i := range gold {
		h.checked = append(h.checked, i)
	}
	return h
}

// Words are used where they make what the person found likelier, and find more of
// it; and nothing at all where that hardly matters.
func TestWordsMustBeWorthIt(t *testing.T) {
	for _, tt := range []struct {
		name string
		h    *heldOut
		want bool
	}{
		{"many are found", checkedBy(20, 10, 0.2, 0.8), true},
		{"likelier, but found before", checkedBy(20, 10, 0.7, 0.99), false},
		{"found, but hardly likelier", checkedBy(20, 2, 0.56, 0.58), false},
		{"one of many found", checkedBy(30, 1, 0.1, 0.9), false},
		{"worse", checkedBy(20, 10, 0.8, 0.2), false},
	} {
		if s, _ := tt.h.settle(tt.h.checked, []bool{true}); s.words[0] != tt.want {
			t.Errorf("%s: words are used: %v", tt.name, s.words[0])
		}
		if s, _ := tt.h.settle(tt.h.checked, []bool{false}); s.words[0] {
			t.Errorf("%s: words are used that may not be", tt.name)
		}
	}
}

// Words that help in the rows they are chosen by, and not in those of others, are
// not helpful.
func TestWordsMustHelpElsewhere(t *testing.T) {
	h := checkedBy(20, 10, 0.2, 0.8)
	helps, rest := h.checked[:10], h.checked[10:]
	h.in, h.out = [][]int{helps, rest}, [][]int{rest, helps}
	if h.helpful()[0] {
		t.Error("words of which one part knows nothing help in it")
	}
	odd, even := []int{}, []int{}
	for _, r := range h.checked {
		if r%2 == 0 {
			even = append(even, r)
		} else {
			odd = append(odd, r)
		}
	}
	h.in, h.out = [][]int{odd, even}, [][]int{even, odd}
	if !h.helpful()[0] {
		t.Error("words that help in each part do not help")
	}
}

// A model that gives themes from another probability on codes by it, also once it
// is read back; and one whose file says no such probability is damaged.
func TestModelGivesFrom(t *testing.T) {
	rules := partnership(t)
	examples := spoken(rules, 120)
	every := slices.Repeat([]bool{true}, len(rules.Themes()))
	start := Start(rules, base(t), asked)
	m := Start(rules, base(t), asked)
	m.from = 0.8
	careful := m.test(examples, every)
	if before := start.test(examples, every); careful.Hit+careful.False >= before.Hit+before.False {
		t.Errorf("from %v on, %d themes are given; from %v on, %d", m.from, careful.Hit+careful.False, start.from, before.Hit+before.False)
	}
	if len(m.Learnt()) == 0 {
		t.Error("it seems to have learnt nothing")
	}
	for from, ok := range map[float64]bool{0.8: true, 0: false, 1: false, math.NaN(): false} {
		var file bytes.Buffer
		m.from = from
		if err := m.Write(&file); err != nil {
			t.Fatal(err)
		}
		switch back, err := Read(&file, rules, base(t), asked); {
		case ok != (err == nil):
			t.Errorf("a file with from %v: error %v", from, err)
		case ok && back.test(examples, every) != careful:
			t.Errorf("once read back it codes otherwise")
		}
	}
}

// A theme of which nothing is learnt is coded as it was, whatever is checked.
func TestNotLearntIsAsBefore(t *testing.T) {
	rules := rulesOf(t, gardenBook)
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 1))
		examples := told(160, seed%2 == 0)
		for i := range examples {
			if rng.IntN(3) == 0 {
				examples[i].Codes = []Code{{Theme: rng.IntN(2)}}
			}
		}
		m, rep := Train(rules, base(t), asked, examples[:80])
		for i, r := range rep.Themes {
			if r.Learnt {
				continue
			}
			only := []bool{i == 0, i == 1}
			if before, after := Start(rules, base(t), asked).test(examples[80:], only), m.test(examples[80:], only); before != after {
				t.Errorf("seed %d: nothing was learnt of %s, and it is coded otherwise: %+v, %+v", seed, r.Theme, before, after)
			}
		}
	}
}

// What one sentence says counts beside what the whole comment does, whether the
// rules find the theme or not.
func TestOneSentenceCounts(t *testing.T) {
	for _, mentions := range []int32{0, 1} {
		e := newEvidence(1)
		e.mentions[0], e.like, e.inOne = mentions, []float32{1}, []float32{2}
		before := e.of(nil, 0)
		e.inOne[0] = 3
		if after := e.of(nil, 0); slices.Equal(before, after) {
			t.Errorf("with %d mentions, what one sentence says is no evidence", mentions)
		}
	}
}

// Of what a person left open, nothing is learnt: it is no "no".
func TestNothingIsLearntOfWhatWasLeftOpen(t *testing.T) {
	tab := &table{themes: 1, gold: [][]bool{{true, false, false}}, open: [][]bool{{false, false, true}}}
	got := tab.given(0, []float64{9, 9, 9}, []int{0, 1, 2}, 0.5)
	if want := (stats.Fourfold{Hit: 1, False: 1}); got != want {
		t.Errorf("given is %+v, want %+v", got, want)
	}
	tab.open = nil
	if got := tab.given(0, []float64{9, 9, 9}, []int{0, 1, 2}, 0.5); got.False != 2 {
		t.Errorf("where nothing is open, given is %+v", got)
	}
}
