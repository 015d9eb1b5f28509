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
	enough = 40
	cases  = 10
)

// costs are how much a wrong answer costs, against what it costs to believe in a
// feature. The best is chosen.
var costs = [...]float64{0.3, 1, 3}

// thresholds are the least probabilities from which the best is chosen.
var thresholds = [...]float64{0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6}

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
	used := h.settle(h.checked)
	m := newModel(rules, b, s)
	m.learn(t, h.checked, used)
	return m, h.report(rules.Themes(), used)
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
		m.learn(t, in[f], t.holdOut(in[f]).settle(in[f]))
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
		h.eligible[theme] = len(rows) >= enough && t.cases(theme, rows) >= cases
	}
	w := make([]float64, len(t.columns))
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

// settings are what is chosen by held-out rows.
type settings struct {
	cost  int       // index into costs
	from  []float64 // by theme: the least log odds at which it is given
	learn []bool    // by theme: what is learnt is used
}

// settle chooses by the rows listed.
func (h *heldOut) settle(rows []int) settings {
	s := settings{from: make([]float64, h.themes), learn: make([]bool, h.themes)}
	best := -1.0
	var pooled [len(costs)][len(thresholds)]stats.Fourfold
	for c := range costs {
		for i, p := range thresholds {
			f := &pooled[c][i]
			for theme, ok := range h.eligible {
				if ok {
					add(f, h.compare(theme, rows, h.odds[c][theme], logit(p)))
				}
			}
			if v := f.F1(); v > best {
				best, s.cost = v, c
			}
		}
	}
	for theme, ok := range h.eligible {
		s.from[theme] = logit(startFrom)
		if !ok {
			continue
		}
		before := h.before(theme, rows)
		from, after := h.threshold(theme, rows, s.cost, pooled[s.cost][:])
		if after.F1() > before.F1() {
			s.from[theme], s.learn[theme] = from, true
		}
	}
	return s
}

// likeOthers is how many themes' worth of all themes' rows are counted with a
// theme's own when its threshold is chosen, which a few cases can't tell.
const likeOthers = 2

// threshold returns the log odds from which a theme is best given, and how well
// that does.
func (h *heldOut) threshold(theme int, rows []int, cost int, pooled []stats.Fourfold) (from float64, after stats.Fourfold) {
	best, share := -1.0, likeOthers/float64(count(h.eligible))
	for i, p := range thresholds {
		own := h.compare(theme, rows, h.odds[cost][theme], logit(p))
		hit := float64(own.Hit) + share*float64(pooled[i].Hit)
		wrong := float64(own.False+own.Missed) + share*float64(pooled[i].False+pooled[i].Missed)
		if f1 := 2 * hit / (2*hit + wrong); f1 > best {
			best, from, after = f1, logit(p), own
		}
	}
	return from, after
}

// before compares what is given without learning.
func (h *heldOut) before(theme int, rows []int) stats.Fourfold {
	return h.compare(theme, rows, h.prior[theme], logit(startFrom))
}

// compare counts rows by whether their log odds are more than from, and whether
// they have the theme.
func (t *table) compare(theme int, rows []int, odds []float64, from float64) stats.Fourfold {
	var f stats.Fourfold
	for _, r := range rows {
		switch given, has := odds[r] > from, t.gold[theme][r]; {
		case given && has:
			f.Hit++
		case given:
			f.False++
		case has:
			f.Missed++
		default:
			f.None++
		}
	}
	return f
}

func add(to *stats.Fourfold, f stats.Fourfold) {
	to.Hit += f.Hit
	to.False += f.False
	to.Missed += f.Missed
	to.None += f.None
}

// report compares before with after, each row by what is settled without it.
func (h *heldOut) report(themes []codebook.Theme, used settings) *Report {
	rep := &Report{Checked: len(h.checked)}
	for i, t := range themes {
		rep.Themes = append(rep.Themes, ThemeReport{
			Theme: t.ID, Cases: h.cases(i, h.checked), Before: h.before(i, h.checked), Learnt: used.learn[i],
		})
	}
	for f := range h.in {
		s := h.settle(h.in[f])
		for i := range themes {
			odds := h.prior[i]
			if used.learn[i] && s.learn[i] {
				odds = h.odds[s.cost][i]
			}
			add(&rep.Themes[i].After, h.compare(i, h.out[f], odds, s.from[i]))
		}
	}
	return rep
}
