package stats

import (
	"fmt"
	"math"
	"slices"
)

// A Checked is what is known of one theme in one stratum of a blind sample,
// such as a role: people drawn at random, coded by a person who didn't see the
// machine's codes. The machine's code of a sampled person must not have been
// learnt from that person's check, nor may people count whom somebody chose to
// check: either makes every figure wrong, and nothing in the counts tells.
type Checked struct {
	Both, Machine, Person, Neither int64 // sampled people by who gave them the theme: both, one alone, neither
	Coded                          int64 // of all People, sampled or not, those to whom the machine gave it
	People                         int64 // never fewer than were sampled
}

// Caveats of corrected shares.
const (
	corrected = "corrected by a blind sample; holds for people who answer like these"
	few       = "from the blind sample alone: fewer than 10 in it have the theme"
	unhelped  = "from the blind sample alone: the coder's findings don't narrow it"
	unsampled = "%d people are in groups of which nobody was sampled"
)

// Corrected estimates the share of people who have a theme from a blind sample
// and the machine's codes of everybody. It is true of the people of whom these
// may be seen as drawn, with the strata in the proportions they have here.
//
// This is prediction-powered inference, tuned for power: with y the person's
// code and f the machine's, n sampled of N people, the estimate is the mean of
// λf over N plus that of y − λf over n, its variance var(y)/N + (1/n − 1/N)
// var(y − λf) (Angelopoulos, Duchi and Zrnic 2023, "PPI++: Efficient
// prediction-powered inference"). Strata add up by their shares of all people,
// with one λ (Fisch et al. 2024, "Stratified prediction-powered inference for
// hybrid language model evaluation"). A machine that errs, and be it always in
// one direction, widens the interval; it doesn't move the estimate.
//
// The interval is that of Wilson for as many people as would give this variance
// when counted plainly (Dean and Pagano 2015, "Evaluating confidence interval
// methods for binomial proportions in clustered surveys"). The sample alone
// counts where fewer than 10 of it have the theme, or the machine's codes don't
// make the interval narrower; from one stratum that is Wilson itself. A caveat
// tells which. Base is the number of people sampled. Strata of which nobody was
// are taken to be as the others, with a caveat; where that is all, all is NaN.
func Corrected(strata ...Checked) Estimate {
	s := gather(strata)
	e := unknown(s.n)
	if s.n == 0 {
		return e
	}
	var w worth
	w, e.Caveats = s.best()
	e.Value = w.share
	e.Low, e.High = w.wilson()
	return e
}

// CorrectedDifference compares two groups without a person in common, each
// with strata of its own, as Corrected estimates them. Effect is the first
// share less the second; its interval, P and Statistic are those of Newcombe
// for the numbers of people that the two shares are worth. Where nobody of a
// group was sampled all is NaN.
func CorrectedDifference(first, second []Checked) Test {
	a, b := gather(first), gather(second)
	t := untested("corrected Newcombe interval", "difference of shares", a.n+b.n)
	if a.n == 0 || b.n == 0 {
		return t
	}
	one, caveats := a.best()
	two, more := b.best()
	for _, c := range more {
		if !slices.Contains(caveats, c) {
			caveats = append(caveats, c)
		}
	}
	t.Caveats, t.Effect.Caveats = caveats, caveats
	t.Effect.Value = one.share - two.share
	t.Effect.Low, t.Effect.High = one.newcombe(two)
	t.Statistic = one.score(two)
	t.P = math.Erfc(math.Abs(t.Statistic) / math.Sqrt2)
	return t
}

// best is the powered estimate where it may be heard and is the narrower one,
// otherwise the sample's, with what there is to say of it.
func (s *sample) best() (worth, []string) {
	var caveats []string
	if s.left > 0 {
		caveats = append(caveats, fmt.Sprintf(unsampled, s.left))
	}
	alone := s.alone()
	if s.have < fewHave {
		return alone, append(caveats, few)
	}
	l := s.lambda()
	if w := s.powered(l); l > 0 && w.share > 0 && w.share < 1 && w.width() < alone.width() {
		return w, append(caveats, corrected)
	}
	return alone, append(caveats, unhelped)
}
