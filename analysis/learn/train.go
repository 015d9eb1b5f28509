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

const parts = 5 // of a cross-validation

// A Report says what was learnt, theme by theme in the order of the coder's.
type Report struct {
	Checked int // comments with words to be read
	Themes  []ThemeReport
}

// A ThemeReport says what was learnt of a theme.
type ThemeReport struct {
	Theme  string // its ID
	Cases  int    // checked comments that have it
	Learnt bool   // and what was learnt is used
}

// Train learns from checked comments, where there are enough: how far to trust
// the evidence, of all themes that the base knows together, and then words, of
// each theme that has cases enough. Either is used only where that finds themes
// better in comments of others. The same examples in the same order give the same
// model.
func Train(rules *codebook.Rules, b *Base, s *survey.Survey, examples []Example) (*Model, *Report) {
	t := newTable(rules, b, s, examples)
	h := t.holdOut(t.all())
	used, report := h.choose(b, rules.Themes())
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
		used, _ := t.holdOut(in[f]).choose(b, rules.Themes())
		m.learn(t, in[f], used)
		for _, r := range out[f] {
			i := t.example[r]
			_, codings[i] = examples[i].codeBy(m)
		}
	}
	return codings
}

// problem returns the problem which rows have a theme, of which so much is
// believed before.
func (t *table) problem(theme int, prior []float64) *problem {
	return &problem{rows: t.rows, square: t.square, yes: t.gold[theme], prior: prior}
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

// choose chooses by all rows, and reports of which themes something is learnt.
func (h *heldOut) choose(b *Base, themes []codebook.Theme) (settings, *Report) {
	used, _ := h.settle(h.checked, h.helpful())
	rep := &Report{Checked: len(h.checked)}
	for i, slot := range b.slots(themes) {
		weighed := slot >= 0 && (used.trust > 0 || used.from != givenFrom)
		rep.Themes = append(rep.Themes, ThemeReport{themes[i].ID, h.cases(i, h.checked), used.words[i] || weighed})
	}
	return used, rep
}

// helpful reports, by theme, whether words may be learnt of it: where what is
// chosen by the rows outside of each part finds it better in that part than the
// base does. Trust alone is chosen by all rows.
func (h *heldOut) helpful() []bool {
	after := make([]stats.Fourfold, h.themes)
	for f := range h.in {
		s, odds := h.settle(h.in[f], h.eligible)
		for i := range after {
			add(&after[i], h.given(i, odds[i], h.out[f], s.from))
		}
	}
	helps := slices.Clone(h.eligible)
	for i := range helps {
		helps[i] = helps[i] && after[i].F1() > h.given(i, h.prior[i], h.checked, givenFrom).F1()
	}
	return helps
}
