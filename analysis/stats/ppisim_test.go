package stats

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

const times = 2500 // draws of each setting

// A machine gives a theme to a share of those who have it and to one of those
// who don't.
type machine struct {
	name      string
	hit, slip float64
}

var machines = []machine{
	{"perfect", 1, 0}, {"great", .95, .01}, {"good", .85, .04}, {"fair", .7, .05}, // good ones
	{"generous", .95, .3}, {"eager", 1, .05}, {"shy", .5, 0}, {"careful", .9, 0}, // biased
	{"bad", .4, .3}, {"coin", .3, .3}, {"deaf", .05, .01}, {"contrary", .1, .5}, // bad
}

// A layout is the strata's shares of people and of the sample, and how common
// the theme is in each as a multiple of what it is in all.
type layout struct {
	name                   string
	people, sample, common []float64
}

var layouts = []layout{
	{"one", []float64{1}, []float64{1}, []float64{1}},
	{"two", []float64{.7, .3}, []float64{.7, .3}, []float64{1.2, .5333}},
	{"two, evenly sampled", []float64{.8, .2}, []float64{.5, .5}, []float64{.9, 1.4}},
	{"three", []float64{.75, .15, .1}, []float64{.75, .15, .1}, []float64{1.1, .9, .4}},
	{"three, evenly sampled", []float64{.85, .1, .05}, []float64{.34, .33, .33}, []float64{1, 1.2, .6}},
	{"five", []float64{.4, .3, .2, .06, .04}, []float64{.4, .3, .2, .06, .04}, []float64{1.2, 1, .9, .5, .25}},
}

// apportion divides people over shares; nil where fewer would be left of a
// stratum than were sampled of it.
func apportion(total int, shares []float64, atLeast []int) []int {
	parts := make([]int, len(shares))
	parts[0] = total
	for i := 1; i < len(shares); i++ {
		parts[i] = int(math.Round(float64(total) * shares[i]))
		parts[0] -= parts[i]
	}
	for i, least := range atLeast {
		if parts[i] < least {
			return nil
		}
	}
	return parts
}

// drawn is a stratum of people with the theme at share p, of whom n are sampled.
func (m machine) drawn(r *rand.Rand, p float64, n, people int) Checked {
	c := Checked{People: int64(people)}
	both, machine, person := p*m.hit, p*m.hit+(1-p)*m.slip, p+(1-p)*m.slip
	for range n {
		switch u := r.Float64(); {
		case u < both:
			c.Both++
		case u < machine:
			c.Machine++
		case u < person:
			c.Person++
		default:
			c.Neither++
		}
	}
	c.Coded = c.Both + c.Machine + binomial(r, people-n, machine)
	return c
}

func binomial(r *rand.Rand, n int, p float64) int64 {
	if v := float64(n) * p * (1 - p); v > 50 { // near enough to normal
		return int64(math.Round(float64(n)*p + math.Sqrt(v)*r.NormFloat64()))
	}
	var k int64
	for range n {
		if r.Float64() < p {
			k++
		}
	}
	return k
}

// A trial is one setting, simulated.
type trial struct {
	p            float64
	n, people    int
	cover, alone float64 // how often the interval holds the truth, and the sample's alone
	widest       float64 // width against that of the sample alone, in the worst draw
}

// enough tells whether the theme is common enough for the machine to count.
func (t trial) enough() bool { return float64(t.n)*t.p >= 10 }

// simulate draws a setting many times. Each time the share is another, up to
// jitter from p either way, as the coverage of Wilson's interval jumps by
// several hundredths from one p to the next (Brown, Cai and DasGupta 2001,
// "Interval estimation for a binomial proportion").
func simulate(r *rand.Rand, l layout, m machine, p, jitter float64, n, people, draws int) (trial, bool) {
	t := trial{p: p, n: n, people: people}
	sampled := apportion(n, l.sample, nil)
	of := apportion(people, l.people, sampled)
	if of == nil {
		return t, false
	}
	strata := make([]Checked, len(of))
	for range draws {
		q := p * (1 + jitter*(2*r.Float64()-1))
		truth := 0.0
		for i := range strata {
			share := q * l.common[i]
			truth += share * float64(of[i]) / float64(people)
			strata[i] = m.drawn(r, share, sampled[i], of[i])
		}
		e := Corrected(strata...)
		low, high := gather(strata).alone().wilson()
		if e.Low <= truth && truth <= e.High {
			t.cover++
		}
		if low <= truth && truth <= high {
			t.alone++
		}
		t.widest = max(t.widest, (e.High-e.Low)/(high-low))
	}
	total := float64(draws)
	t.cover, t.alone = t.cover/total, t.alone/total
	return t, true
}

// What a reader may rely on, whatever the machine: the interval holds the truth
// in at least 93% of samples, in at most 97% where 10 are expected to have the
// theme, and is never wider than that of the sample alone. Only the machine
// that makes no error holds more: the sample can't tell that it doesn't.
func TestCorrectedCovers(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	for _, l := range layouts {
		for _, m := range machines {
			for _, at := range []struct {
				p         float64
				n, people int
			}{{.03, 100, 1000}, {.1, 60, 200}, {.12, 150, 5000}, {.3, 50, 300}, {.45, 80, 5000}, {.6, 60, 80}} {
				got, ok := simulate(r, l, m, at.p, .15, at.n, at.people, times)
				if !ok {
					continue
				}
				what := fmt.Sprintf("%s, %s: p %v, %d of %d", l.name, m.name, at.p, at.n, at.people)
				if got.cover < .93 {
					t.Errorf("%s: covers %.4f", what, got.cover)
				}
				if got.enough() && got.cover > .97 && m.name != "perfect" {
					t.Errorf("%s: covers %.4f (alone %.4f)", what, got.cover, got.alone)
				}
				if got.widest > 1+1e-9 {
					t.Errorf("%s: %.3f times as wide as the sample alone", what, got.widest)
				}
			}
		}
	}
}

// The same of differences; and where there is none, P is under 5% about as often.
func TestCorrectedDifferenceCovers(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 3))
	for _, m := range []machine{machines[1], machines[2], machines[4], machines[9]} {
		for _, at := range []struct {
			p, q                    float64
			n, people, o, otherwise int
		}{{.3, .3, 45, 300, 40, 100}, {.33, .17, 100, 2000, 90, 500}, {.5, .2, 60, 300, 30, 60}, {.41, .06, 60, 400, 60, 400}} {
			var cover, small float64
			for range times {
				// The second group is read otherwise: fewer are found.
				other := machine{hit: .8 * m.hit, slip: m.slip}
				d := CorrectedDifference([]Checked{m.drawn(r, at.p, at.n, at.people)}, []Checked{other.drawn(r, at.q, at.o, at.otherwise)})
				if d.Effect.Low <= at.p-at.q && at.p-at.q <= d.Effect.High {
					cover++
				}
				if d.P < .05 {
					small++
				}
			}
			cover, small = cover/times, small/times
			if cover < .93 || cover > .97 {
				t.Errorf("%s: %+v: covers %.4f", m.name, at, cover)
			}
			if at.p == at.q && small > .065 {
				t.Errorf("%s: %+v: P is under 0.05 in %.4f", m.name, at, small)
			}
		}
	}
}

// Where groups are small and do not differ, a small P is as rare as it says, and
// so is one that is small enough to stand out of a table of 19 themes. By a z, 2 of
// 8 against none of 42 would be one of those (P .0009, and exactly .023).
func TestCorrectedDifferenceOfFewIsSeldomFound(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for _, m := range []machine{machines[0], machines[2], machines[4], machines[6], machines[8], machines[11]} {
		for _, p := range []float64{.02, .05, .15, .3} {
			for _, at := range []struct{ n, people, o, otherwise int }{{42, 128, 8, 26}, {42, 128, 13, 32}, {60, 400, 29, 100}} {
				found := map[float64]int{.05: 0, .05 / 19: 0}
				for range times {
					other := machine{hit: .8 * m.hit, slip: m.slip} // as above
					d := CorrectedDifference([]Checked{m.drawn(r, p, at.n, at.people)}, []Checked{other.drawn(r, p, at.o, at.otherwise)})
					for most := range found {
						if d.P < most {
							found[most]++
						}
					}
				}
				for most, n := range found {
					if chance := math.Sqrt(times * most * (1 - most)); float64(n) > times*most+4*chance {
						t.Errorf("%s: p %v, %+v: P is under %.4f in %d of %d", m.name, p, at, most, n, times)
					}
				}
			}
		}
	}
}

// The same where strata are sampled out of proportion, and more or fewer have the
// theme where more are sampled: then people counted together differ, though the
// groups don't.
func TestCorrectedDifferenceOfFewInStrataIsSeldomFound(t *testing.T) {
	type part struct {
		n, people int
		p         float64
	}
	r := rand.New(rand.NewPCG(4, 5))
	for _, m := range []machine{machines[0], machines[2], machines[8]} {
		for _, at := range []struct {
			name   string
			strata []part
			o, of  int
		}{
			{"one rarely sampled", []part{{5, 970, .05}, {20, 30, .5}}, 42, 128},
			{"small ones sampled whole", []part{{15, 900, .09}, {8, 8, .6}, {7, 7, .6}}, 20, 920},
			{"nobody where many are sampled", []part{{5, 100, .2}, {50, 100, 0}}, 42, 128},
			{"most where few are sampled", []part{{8, 100, .4}, {21, 100, 0}}, 42, 128},
			{"nearly in proportion", []part{{5, 60, .1}, {3, 40, .1}}, 42, 128},
		} {
			found := map[float64]int{.05: 0, .05 / 19: 0}
			for range times {
				var strata []Checked
				var have, people float64
				for _, s := range at.strata {
					strata = append(strata, m.drawn(r, s.p, s.n, s.people))
					have, people = have+s.p*float64(s.people), people+float64(s.people)
				}
				d := CorrectedDifference(strata, []Checked{m.drawn(r, have/people, at.o, at.of)})
				for most := range found {
					if d.P < most {
						found[most]++
					}
				}
			}
			for most, n := range found {
				if chance := math.Sqrt(times * most * (1 - most)); float64(n) > times*most+4*chance {
					t.Errorf("%s, %s: P is under %.4f in %d of %d", m.name, at.name, most, n, times)
				}
			}
		}
	}
}
