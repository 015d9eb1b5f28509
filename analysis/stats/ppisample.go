package stats

import "math"

// With λ and the variance taken from the same few people, and a good machine's
// errors too rare to be met, the plain method covers far less than it says. So
// λ is drawn to 0 and errors are added to those seen. The values were chosen by
// the simulations of ppisim_test.go: less of either lets good machines cover
// under 93%, more gives away what they save.
const (
	fewHave = 10  // sampled people with the theme under which the machine isn't heard
	pull    = 8   // sum of squares of f, in people, at which λ is drawn halfway to 0
	unseen  = 0.3 // people added to either kind of error
	lent    = 3   // people whose variance is the whole sample's, added to each stratum
)

// A sample is the strata of which somebody was sampled.
type sample struct {
	strata []stratum
	n      int64 // people sampled
	have   int64 // of them, those with the theme
	left   int64 // people in strata of which nobody was sampled
}

type stratum struct {
	table
	weight float64 // its share of all people; they sum to 1
	people float64
	coded  float64 // share of people to whom the machine gave the theme
}

// gather spreads people of strata without a sample over the others.
func gather(strata []Checked) *sample {
	s := new(sample)
	var people, lost float64 // in sampled strata; coded in the others
	for _, c := range strata {
		n := c.Both + c.Machine + c.Person + c.Neither
		if n == 0 {
			s.left += c.People
			lost += float64(c.Coded)
			continue
		}
		t := table{float64(c.Both), float64(c.Machine), float64(c.Person), float64(c.Neither)}
		s.strata = append(s.strata, stratum{table: t, people: float64(c.People), coded: float64(c.Coded)})
		s.n += n
		s.have += c.Both + c.Person
		people += float64(c.People)
	}
	for i := range s.strata {
		h := &s.strata[i]
		h.weight = h.people / people
		h.people += h.weight * float64(s.left)
		h.coded = (h.coded + h.weight*lost) / h.people
	}
	return s
}

// worth is the number of people who, drawn without strata, would tell as much
// of a theme that is as common in all strata (Kish 1965, Survey Sampling,
// section 11.7). It is n where strata are sampled in proportion.
func (s *sample) worth() float64 {
	var sum float64
	for _, h := range s.strata {
		sum += h.weight * h.weight / h.n()
	}
	return 1 / sum
}

// whole is how many of the people that the sample is worth have a theme of this
// share, and how many these are, rounded.
func (s *sample) whole(share float64) (have, of int64) {
	n := s.worth()
	return int64(math.Round(share * n)), int64(math.Round(n))
}

// alone is the estimate without the machine. Where few or all have the theme
// its variance in each stratum is not to be had.
func (s *sample) alone() worth {
	var share, variance float64
	for _, h := range s.strata {
		share += h.weight * h.y()
	}
	if s.have < fewHave || s.have == s.n || len(s.strata) == 1 {
		return worth{share, s.worth()}
	}
	for _, h := range s.strata {
		variance += h.weight * h.weight * h.lend(h.rest(0), share*(1-share)) / h.n()
	}
	return worth{share, share * (1 - share) / variance}
}

// powered is the estimate with λ of the machine's help.
func (s *sample) powered(l float64) worth {
	var share, variance float64
	var all table
	for _, h := range s.strata {
		share += h.weight * (h.y() + l*(h.coded-h.f()))
		all = all.plus(h.erring())
	}
	for _, h := range s.strata {
		everybody := h.lend(h.rest(0), share*(1-share))
		if len(s.strata) == 1 {
			everybody = share * (1 - share)
		}
		sampled := h.lend(h.erring().rest(l), all.rest(l))
		variance += h.weight * h.weight * (everybody/h.people + (1/h.n()-1/h.people)*sampled)
	}
	return worth{share, share * (1 - share) / variance}
}

// lambda is where the variance of the estimate is least, drawn to 0 as far as
// the sample says little of f, and between 0 and 1.
func (s *sample) lambda() float64 {
	var cov, spread, within float64
	for _, h := range s.strata {
		scale := h.weight * h.weight * (1/h.n() - 1/h.people)
		cov += scale * h.cov()
		spread += scale * h.f() * (1 - h.f())
		within += h.weight * h.f() * (1 - h.f())
	}
	if spread <= 0 || cov <= 0 {
		return 0
	}
	within *= s.worth()
	return min(1, cov/spread*within/(within+pull))
}

// lend is the variance in the stratum that its people let expect, of whom own
// is the variance, with people lent from the whole sample.
func (h stratum) lend(own, whole float64) float64 {
	return (h.n()*own + lent*whole) / (h.n() - 1 + lent)
}

// erring adds the stratum's part of the errors unseen.
func (h stratum) erring() table {
	u := unseen * h.weight
	return h.plus(table{machine: u, person: u})
}

// A table has sampled people, whole or not, by who gave them the theme.
type table struct{ both, machine, person, neither float64 }

func (t table) n() float64 { return t.both + t.machine + t.person + t.neither }

// y and f are the means of the person's and the machine's codes.
func (t table) y() float64 { return (t.both + t.person) / t.n() }
func (t table) f() float64 { return (t.both + t.machine) / t.n() }

func (t table) cov() float64 { return t.both/t.n() - t.y()*t.f() }

// rest is the variance of y − λf.
func (t table) rest(l float64) float64 {
	return t.y()*(1-t.y()) - 2*l*t.cov() + l*l*t.f()*(1-t.f())
}

func (t table) plus(o table) table {
	return table{t.both + o.both, t.machine + o.machine, t.person + o.person, t.neither + o.neither}
}
