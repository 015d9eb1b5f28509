package stats

import (
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
	compared  = "from the blind sample alone: of fewer than 30 people of a group, or fewer than 10 who have the theme or don't"
	unsampled = "some people are in groups of which nobody was sampled, and are taken to be like the others"
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

// enoughChecked is the number of people sampled in each of two groups, and
// enoughEither of those who have the theme and who don't, from which on a
// difference is near enough to normal.
const (
	enoughChecked = 30
	enoughEither  = 10
)

// CorrectedDifference compares two groups without a person in common, each
// with strata of its own, as Corrected estimates them. Effect is the first
// share less the second; its interval, P and Statistic are those of Newcombe
// for the numbers of people that the two shares are worth. Of a group of fewer
// than 30 sampled people, or where fewer than 10 of them have the theme or lack
// it, too little is known of the coder's errors for that: then the samples alone
// are compared, and P is that of Fisher's exact test, as in Difference, without
// a Statistic: the larger of that on the people sampled and that on as many as
// they are worth, to whole people. These are the same where the strata are sampled
// in proportion, and there P is exact; elsewhere the first is of other shares than
// the Effect, and the second nearly exact. Where nobody of a group was sampled all
// is NaN.
func CorrectedDifference(first, second []Checked) Test {
	a, b := gather(first), gather(second)
	t := untested("corrected Newcombe interval", "difference of shares", a.n+b.n)
	if a.n == 0 || b.n == 0 {
		return t
	}
	if !a.enough() || !b.enough() {
		return a.exactly(b)
	}
	one, caveats := a.best()
	two, more := b.best()
	t.warn(caveats, more)
	t.differ(one, two)
	t.Why = "of either group 30 people or more were sampled, of whom 10 or more have the theme and 10 or more don't"
	t.Statistic = one.score(two)
	t.P = math.Erfc(math.Abs(t.Statistic) / math.Sqrt2)
	return t
}

// enough reports whether the sample is large enough for its share to be compared
// as if it were normal.
func (s *sample) enough() bool {
	return s.n >= enoughChecked && min(s.have, s.n-s.have) >= enoughEither
}

// exactly compares two samples alone, whatever the machine's codes.
func (s *sample) exactly(o *sample) Test {
	t := untested("Newcombe interval, Fisher's exact test", "difference of shares", s.n+o.n)
	t.Why = "fewer than 30 people were sampled of a group, or fewer than 10 of them have the theme or don't"
	t.warn(s.leftOut(), append(o.leftOut(), compared))
	one, two := s.alone(), o.alone()
	t.differ(one, two)
	x1, n1 := s.whole(one.share)
	x2, n2 := o.whole(two.share)
	t.P = max(fisherP(s.have, s.n, o.have, o.n), fisherP(x1, n1, x2, n2))
	return t
}

// differ makes the effect one share less the other.
func (t *Test) differ(one, two worth) {
	t.Effect.Value = one.share - two.share
	t.Effect.Low, t.Effect.High = one.newcombe(two)
}

// warn takes over the caveats of both groups, each once.
func (t *Test) warn(first, second []string) {
	for _, c := range slices.Concat(first, second) {
		if !slices.Contains(t.Caveats, c) {
			t.Caveats = append(t.Caveats, c)
		}
	}
	t.Effect.Caveats = t.Caveats
}

// best is the powered estimate where it may be heard and is the narrower one,
// otherwise the sample's, with what there is to say of it.
func (s *sample) best() (worth, []string) {
	caveats, alone := s.leftOut(), s.alone()
	if s.have < fewHave {
		return alone, append(caveats, few)
	}
	l := s.lambda()
	if w := s.powered(l); l > 0 && w.share > 0 && w.share < 1 && w.width() < alone.width() {
		return w, append(caveats, corrected)
	}
	return alone, append(caveats, unhelped)
}

// leftOut is what to say of people in strata of which nobody was sampled.
func (s *sample) leftOut() []string {
	if s.left > 0 {
		return []string{unsampled}
	}
	return nil
}
