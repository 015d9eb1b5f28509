package learn

import (
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// Least numbers of checked comments to learn from: of all, and of those that
// have a theme, to learn of it.
const (
	Enough = 40
	Cases  = 10
)

// costs are how much a wrong answer costs, against what it costs to believe in a
// feature. The best is chosen.
var costs = [...]float64{0.3, 1, 3}

const parts = 5 // of a cross-validation

// A Report says what was learnt, theme by theme in the order of the coder's.
type Report struct {
	Checked int // comments with words to be read
	Themes  []ThemeReport
}

// A ThemeReport is how well a theme is found in comments of respondents from
// whom nothing was learnt.
type ThemeReport struct {
	Theme  string         // its ID
	Cases  int            // checked comments that have it
	Before stats.Fourfold // without what was learnt
	After  stats.Fourfold // with it; as Before where nothing was learnt
	Learnt bool           // what was learnt is used
}

// Train learns from checked comments, where there are enough. What it learns of
// a theme is used only where that finds the theme better in comments of others.
// The same examples in the same order give the same model.
func Train(rules *codebook.Rules, b *Base, s *survey.Survey, examples []Example) (*Model, *Report) {
	t := newTable(rules, b, s, examples)
	h := t.holdOut(t.all())
	used, report := h.choose(rules.Themes())
	m := newModel(rules, b, s)
	m.learn(t, h.checked, used)
	return m, report
}

// Crossval returns, for each example, the codings that a model gives it which
// was trained on examples of other respondents alone, in the order of examples.
// Nothing of it depends on the codes that the respondent's own comments have.
func Crossval(rules *codebook.Rules, b *Base, s *survey.Survey, examples []Example) [][]codebook.Coding {
	t := newTable(rules, b, s, examples)
	in, out := t.folds(t.all())
	codings := make([][]codebook.Coding, len(examples))
	start := newModel(rules, b, s)
	for i := range examples {
		_, codings[i] = examples[i].codeBy(start)
	}
	for f := range in {
		m := newModel(rules, b, s)
		used, _ := t.holdOut(in[f]).choose(rules.Themes())
		m.learn(t, in[f], used)
		for _, r := range out[f] {
			i := t.example[r]
			_, codings[i] = examples[i].codeBy(m)
		}
	}
	return codings
}

// A heldOut table knows what others' rows teach about each row.
type heldOut struct {
	*table
	checked  []int // its rows
	in, out  [][]int
	eligible []bool        // by theme: of so many cases that it can be learnt
	odds     [][][]float64 // by cost, theme and row; of eligible themes
}

func (t *table) holdOut(rows []int) *heldOut {
	h := &heldOut{table: t, checked: rows, eligible: make([]bool, t.themes)}
	h.in, h.out = t.folds(rows)
	for theme := range t.themes {
		h.eligible[theme] = len(rows) >= Enough && t.cases(theme, rows) >= Cases
	}
	w := make([]float64, len(t.columns.keys))
	for _, cost := range costs {
		odds := make([][]float64, t.themes)
		for theme := range odds {
			if !h.eligible[theme] {
				continue
			}
			odds[theme] = slices.Clone(t.prior[theme])
			for f := range h.in {
				t.problem(theme).fit(w, h.in[f], cost)
				for _, r := range h.out[f] {
					odds[theme][r] += dot(w, t.rows[r])
				}
			}
		}
		h.odds = append(h.odds, odds)
	}
	return h
}

// problem returns the problem which rows have a theme.
func (t *table) problem(theme int) *problem {
	return &problem{rows: t.rows, square: t.square, yes: t.gold[theme], prior: t.prior[theme]}
}

func (t *table) all() []int {
	rows := make([]int, len(t.rows))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// cases counts the rows that have a theme.
func (t *table) cases(theme int, rows []int) int {
	n := 0
	for _, r := range rows {
		if t.gold[theme][r] {
			n++
		}
	}
	return n
}

func count(is []bool) int {
	n := 0
	for _, b := range is {
		if b {
			n++
		}
	}
	return n
}

// choose chooses by all rows, and reports how well each row is coded by what is
// chosen without the rows of its part. What is learnt of a theme is used where
// that is better than before.
func (h *heldOut) choose(themes []codebook.Theme) (settings, *Report) {
	used := h.settle(h.checked)
	after := h.after()
	rep := &Report{Checked: len(h.checked)}
	for i, t := range themes {
		r := ThemeReport{Theme: t.ID, Cases: h.cases(i, h.checked), Before: h.before(i, h.checked)}
		used.learn[i] = used.learn[i] && after[i].F1() > r.Before.F1()
		if r.After, r.Learnt = r.Before, used.learn[i]; r.Learnt {
			r.After = after[i]
		} else {
			used.from[i] = logit(startFrom)
		}
		rep.Themes = append(rep.Themes, r)
	}
	return used, rep
}

// after compares the codes of each part, by what is settled without it.
func (h *heldOut) after() []stats.Fourfold {
	after := make([]stats.Fourfold, h.themes)
	for f := range h.in {
		s := h.settle(h.in[f])
		for i := range after {
			odds := h.prior[i]
			if s.learn[i] {
				odds = h.odds[s.cost][i]
			}
			add(&after[i], h.compare(i, h.out[f], odds, s.from[i]))
		}
	}
	return after
}
