package evaluate

import (
	"math"

	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// A Comparison is how far one coder says what others say.
type Comparison struct {
	Name      string      `json:"name"`
	People    int         `json:"people"`
	Comments  int         `json:"comments"` // that both coded
	Micro     Agreement   `json:"micro"`    // all comments and themes in one table
	Macro     Macro       `json:"macro"`
	ToneKappa Figure      `json:"tone_kappa"` // Cohen's kappa of the tones, where both found the theme
	Themes    []Agreement `json:"themes"`
}

// An Agreement is how far two say the same of a theme.
type Agreement struct {
	Theme     string `json:"theme,omitempty"`
	Hit       int    `json:"hit"`    // comments in which both found it
	False     int    `json:"false"`  // in which the coder alone did
	Missed    int    `json:"missed"` // in which the others alone did
	Precision Figure `json:"precision"`
	Recall    Figure `json:"recall"`
	F1        Figure `json:"f1"`
	Kappa     Figure `json:"kappa"` // Cohen's
	Alpha     Figure `json:"alpha"` // Krippendorff's
	Tone      Figure `json:"tone"`  // share of the same tone, where both found it and say how it is spoken of
}

// Macro is the mean over the themes that Enough comments have. What a theme has
// no figure for, as the precision of one that the coder never found, is 0.
type Macro struct {
	Themes    int    `json:"themes"`
	Precision Figure `json:"precision"`
	Recall    Figure `json:"recall"`
	F1        Figure `json:"f1"`
}

// Enough is how many comments must have a theme for it to count in a Macro, and
// how many a figure must rest on to have an interval.
const Enough = 5

// Sums of a comparison: the comments, then some for each theme, then pairs of
// tones.
const (
	hits = iota
	falses
	misses
	tonedHits // hits of which both say the tone
	sameTones // of those, with the same
	leftOut   // comments of which one of the two wasn't asked for the theme
	perTheme
)

const tones = int(survey.Wish) + 1

// A ledger knows where the sums of a comparison are.
type ledger struct {
	themes int
	enough []bool // by theme: counts in the macro average
}

func (l *ledger) size() int              { return 1 + perTheme*l.themes + tones*tones }
func (l *ledger) theme(t, which int) int { return 1 + perTheme*t + which }
func (l *ledger) tones(right, given survey.Tone) int {
	return 1 + perTheme*l.themes + tones*int(right) + int(given)
}

// entries appends what one comment adds to the sums.
func (l *ledger) entries(dst []stats.Addend, right, given Codes) []stats.Addend {
	one := func(sum int) { dst = append(dst, stats.Addend{Sum: sum, N: 1}) }
	one(0)
	for t := range l.themes {
		switch {
		case right[t] == unasked || given[t] == unasked:
			one(l.theme(t, leftOut))
			continue
		case right[t] == absent && given[t] == absent:
			continue
		case right[t] == absent:
			one(l.theme(t, falses))
			continue
		case given[t] == absent:
			one(l.theme(t, misses))
			continue
		}
		one(l.theme(t, hits))
		a, ok := right[t].tone()
		b, both := given[t].tone()
		if !ok || !both {
			continue
		}
		one(l.theme(t, tonedHits))
		one(l.tones(a, b))
		if a == b {
			one(l.theme(t, sameTones))
		}
	}
	return dst
}

// perAgreement is the number of figures of an Agreement.
const perAgreement = 6

// figures appends those of each theme, those of all together, the three of the
// macro average, and the kappa of the tones.
func (l *ledger) figures(dst, sums []float64) []float64 {
	var pooled [perTheme]float64
	var macro [3]float64
	of := 0.0
	for t := range l.themes {
		mine := sums[l.theme(t, 0):l.theme(t+1, 0)]
		dst = appendFigures(dst, mine, sums[0])
		for i, n := range mine {
			pooled[i] += n
		}
		if !l.enough[t] {
			continue
		}
		of++
		for i, v := range dst[len(dst)-perAgreement:][:len(macro)] {
			if !math.IsNaN(v) {
				macro[i] += v
			}
		}
	}
	dst = appendFigures(dst, pooled[:], sums[0]*float64(l.themes))
	for _, v := range macro {
		dst = append(dst, v/of)
	}
	return append(dst, l.toneKappa(sums))
}

// appendFigures appends the figures of an Agreement, of that many units, with
// those that are left out.
func appendFigures(dst, sums []float64, units float64) []float64 {
	f := stats.Fourfold{Hit: int64(sums[hits]), False: int64(sums[falses]), Missed: int64(sums[misses])}
	f.None = int64(units-sums[leftOut]) - f.Hit - f.False - f.Missed
	return append(dst, f.Precision(), f.Recall(), f.F1(), f.Kappa(), f.Alpha(), sums[sameTones]/sums[tonedHits])
}

func (l *ledger) toneKappa(sums []float64) float64 {
	table := make([][]int64, tones)
	for a := range table {
		for b := range tones {
			table[a] = append(table[a], int64(sums[l.tones(survey.Tone(a), survey.Tone(b))]))
		}
	}
	return stats.Kappa(table)
}

// compare compares what is given with what is right, by case, in the cases that
// both coded.
func (g *Gold) compare(name string, cases []int, right, given []Codes) Comparison {
	l := &ledger{themes: len(g.Themes), enough: make([]bool, len(g.Themes))}
	sums := make([]float64, l.size())
	people := g.perPerson(cases, func(dst []stats.Addend, i int) []stats.Addend {
		if right[i] == nil || given[i] == nil {
			return dst
		}
		return l.entries(dst, right[i], given[i])
	})
	for _, p := range people {
		for _, a := range p {
			sums[a.Sum] += a.N
		}
	}
	c := Comparison{Name: name, People: len(people), Comments: int(sums[0])}
	for t := range g.Themes {
		l.enough[t] = sums[l.theme(t, hits)]+sums[l.theme(t, misses)] >= Enough
		if l.enough[t] {
			c.Macro.Themes++
		}
	}
	c.fill(g, l, sums, stats.Bootstrap(people, l.size(), l.figures))
	return c
}

// fill puts estimates, in the order of ledger.figures, where they belong.
func (c *Comparison) fill(g *Gold, l *ledger, sums []float64, estimates []stats.Estimate) {
	next := func(on float64) Figure {
		f := figure(estimates[0]).restingOn(on)
		estimates = estimates[1:]
		return f
	}
	agreement := func(theme string, of []float64) Agreement {
		right, given := of[hits]+of[misses], of[hits]+of[falses]
		either := right + of[falses]
		return Agreement{
			Theme: theme, Hit: int(of[hits]), False: int(of[falses]), Missed: int(of[misses]),
			Precision: next(given), Recall: next(right), F1: next(either), Kappa: next(either), Alpha: next(either), Tone: next(of[tonedHits]),
		}
	}
	var all, macro [perTheme]float64
	for t, theme := range g.Themes {
		mine := sums[l.theme(t, 0):l.theme(t+1, 0)]
		for i, n := range mine {
			all[i] += n
			if l.enough[t] {
				macro[i] += n
			}
		}
		c.Themes = append(c.Themes, agreement(theme.ID, mine))
	}
	c.Micro = agreement("", all[:])
	right, given := macro[hits]+macro[misses], macro[hits]+macro[falses]
	c.Macro.Precision, c.Macro.Recall, c.Macro.F1 = next(given), next(right), next(right)
	c.ToneKappa = next(all[tonedHits])
}

// restingOn leaves out the interval of a figure that rests on few comments: drawn
// anew, one comment that is right is always right.
func (f Figure) restingOn(comments float64) Figure {
	if comments < Enough {
		f.Low, f.High = stats.Number(math.NaN()), stats.Number(math.NaN())
	}
	return f
}

// perPerson gathers what the cases of each person add to sums; people who add
// nothing are left out.
func (g *Gold) perPerson(cases []int, entries func(dst []stats.Addend, i int) []stats.Addend) [][]stats.Addend {
	in := make([]bool, len(g.Cases))
	for _, i := range cases {
		in[i] = true
	}
	var people [][]stats.Addend
	for _, mine := range g.People {
		var sums []stats.Addend
		for _, i := range mine {
			if in[i] {
				sums = entries(sums, i)
			}
		}
		if len(sums) > 0 {
			people = append(people, sums)
		}
	}
	return people
}
