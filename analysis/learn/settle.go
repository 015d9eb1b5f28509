package learn

import (
	"math"
	"slices"

	"commonground/analysis/stats"
)

// trusts are how much a wrong answer costs when it is learnt how far to trust the
// evidence, against what it costs to move away from the base; with 0 the base
// stays. costs are the same of words. The best of each is chosen.
var (
	trusts = [...]float64{0, 0.03, 0.3}
	costs  = [...]float64{0.1, 0.3, 1}
)

// froms are the probabilities above which themes may be given; the first wins
// where others do as well.
var froms = [...]float64{givenFrom, 0.35, 0.4, 0.45, 0.5, 0.65}

// rightEnough is how many of the themes that are given should be right.
const rightEnough = 0.75

// gain is how much more worth what is learnt must be, or else the base stays:
// less is as easily brought by chance.
const gain = 0.02

// worthIt is how much more likely, in log odds, the words that were learnt of a
// theme must make what people found, or else they are not used.
const worthIt = 1

// settings are what is chosen by held-out rows.
type settings struct {
	trust float64 // of trusts
	cost  float64 // of costs
	words []bool  // by theme: those that were learnt are used
	from  float64 // of froms: the probability above which a theme is given
}

// A heldOut table knows what others' rows teach about each row.
type heldOut struct {
	*table
	checked  []int // its rows
	in, out  [][]int
	eligible []bool // by theme: of so many cases that words can be learnt
	trust    float64
	odds     [][]float64             // by theme and row, by trust alone
	worded   [len(costs)][][]float64 // the same by words too; of eligible themes
}

func (t *table) holdOut(rows []int) *heldOut {
	h := &heldOut{table: t, checked: rows, eligible: make([]bool, t.themes)}
	h.in, h.out = t.folds(rows)
	for theme := range t.themes {
		h.eligible[theme] = t.enough && t.cases(theme, rows) >= Cases
	}
	learned := h.settleTrust()
	w := make([]float64, len(t.columns.keys))
	for c, cost := range costs {
		h.worded[c] = slices.Clone(h.odds)
		for theme, ok := range h.eligible {
			if !ok {
				continue
			}
			h.worded[c][theme] = slices.Clone(h.odds[theme])
			for f := range h.in {
				t.problem(theme, t.trusted(theme, learned[f])).fit(w, t.decided(theme, h.in[f]), cost)
				for _, r := range h.out[f] {
					h.worded[c][theme][r] += dot(w, t.rows[r])
				}
			}
		}
	}
	return h
}

// settleTrust chooses how readily trust is learnt, by how likely it makes all
// themes of the rows it was not learnt from, and returns what is learnt without
// each part.
func (h *heldOut) settleTrust() (learned [][]float64) {
	h.odds, learned = h.prior, make([][]float64, parts)
	if !h.enough {
		return learned
	}
	best := h.likelihood(h.prior, h.checked)
	for _, cost := range trusts[1:] {
		odds, without := make([][]float64, h.themes), make([][]float64, parts)
		for theme := range odds {
			odds[theme] = slices.Clone(h.prior[theme])
		}
		for f := range h.in {
			without[f] = h.fitTrust(h.in[f], cost)
			for theme := range odds {
				for _, r := range h.out[f] {
					odds[theme][r] += dot(without[f], h.evidence[theme][r])
				}
			}
		}
		if v := h.likelihood(odds, h.checked); v > best {
			best, h.trust, h.odds, learned = v, cost, odds, without
		}
	}
	return learned
}

// fitTrust returns how much more than the base each piece of evidence says in
// these rows.
func (t *table) fitTrust(rows []int, cost float64) []float64 {
	w, p := make([]float64, evidences), &problem{}
	t.addPairs(p, rows)
	p.fitFew(w, p.all(), cost)
	return w
}

// addPairs adds to the problem whether these rows have themes, for each theme that
// the base knows and that one of them has: others may not have been looked for.
func (t *table) addPairs(p *problem, rows []int) {
	for theme, evidence := range t.evidence {
		if t.cases(theme, rows) == 0 {
			continue
		}
		for _, r := range t.decided(theme, rows) {
			if len(evidence[r]) > 0 {
				p.add(evidence[r], t.prior[theme][r])
				p.yes = append(p.yes, t.gold[theme][r])
			}
		}
	}
}

// trusted returns the log odds of a theme, by row, with what was learnt of trust;
// nil if nothing was.
func (t *table) trusted(theme int, learned []float64) []float64 {
	if learned == nil {
		return t.prior[theme]
	}
	odds := slices.Clone(t.prior[theme])
	for r := range odds {
		odds[r] += dot(learned, t.evidence[theme][r])
	}
	return odds
}

// settle chooses by the rows listed; words are those of themes that may have them.
func (h *heldOut) settle(rows []int, may []bool) (s settings, odds [][]float64) {
	s = settings{trust: h.trust, words: make([]bool, h.themes), from: givenFrom}
	best, chosen := math.Inf(-1), 0
	for c, odds := range h.worded {
		if v := h.likelihood(odds, rows); v > best {
			best, chosen = v, c
		}
	}
	s.cost, odds = costs[chosen], slices.Clone(h.odds)
	for theme, ok := range may {
		words := h.worded[chosen][theme]
		if ok && h.likely(theme, words, rows) > h.likely(theme, odds[theme], rows)+worthIt &&
			h.given(theme, words, rows, givenFrom).F1() > h.given(theme, odds[theme], rows, givenFrom).F1() {
			s.words[theme], odds[theme] = true, words
		}
	}
	if s.trust == 0 && count(s.words) == 0 {
		return s, odds
	}
	from, now := h.settleFrom(odds, rows)
	if now < worth(h.pooled(h.prior, rows, givenFrom))+gain {
		return settings{words: make([]bool, h.themes), from: givenFrom}, h.prior
	}
	s.from = from
	return s, odds
}

// settleFrom chooses the probability above which themes are given, by how well
// all that people found in rows are found, and returns what that is worth.
func (h *heldOut) settleFrom(odds [][]float64, rows []int) (from, best float64) {
	from, best = givenFrom, math.Inf(-1)
	for _, p := range froms {
		if v := worth(h.pooled(odds, rows, p)); v > best {
			from, best = p, v
		}
	}
	return from, best
}

// worth is F1, less what is missing where too few are right of those that are
// given.
func worth(f stats.Fourfold) float64 { return f.F1() + min(f.Precision()-rightEnough, 0) }

// pooled is given of all themes that people found in rows.
func (t *table) pooled(odds [][]float64, rows []int, from float64) (f stats.Fourfold) {
	for theme := range odds {
		if t.cases(theme, rows) > 0 {
			add(&f, t.given(theme, odds[theme], rows, from))
		}
	}
	return f
}

// likelihood is how likely log odds make what people found in rows, as a
// logarithm; without themes that they did not find at all.
func (t *table) likelihood(odds [][]float64, rows []int) float64 {
	sum := 0.0
	for theme := range odds {
		if t.cases(theme, rows) > 0 {
			sum += t.likely(theme, odds[theme], rows)
		}
	}
	return sum
}

// likely is the likelihood of one theme.
func (t *table) likely(theme int, odds []float64, rows []int) float64 {
	sum := 0.0
	for _, r := range t.decided(theme, rows) {
		z := odds[r]
		if t.gold[theme][r] {
			z = -z
		}
		sum -= math.Log1p(math.Exp(z))
	}
	return sum
}

// given compares what log odds give from a probability on with what people found.
func (t *table) given(theme int, odds []float64, rows []int, from float64) stats.Fourfold {
	var f stats.Fourfold
	least := logit(from)
	for _, r := range t.decided(theme, rows) {
		f.Count(odds[r] > least, t.gold[theme][r])
	}
	return f
}

func add(to *stats.Fourfold, f stats.Fourfold) {
	to.Hit += f.Hit
	to.False += f.False
	to.Missed += f.Missed
	to.None += f.None
}
