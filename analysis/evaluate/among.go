package evaluate

import (
	"math"
	"slices"

	"commonground/analysis/stats"
)

// Coders is how far people who coded the same comments agree.
type Coders struct {
	Each   []Comparison `json:"each"`   // each coder with what more than half of the others say; of two, with the other
	Voted  bool         `json:"voted"`  // the gold is what more than half found, as the files don't say what was agreed on
	Alpha  Figure       `json:"alpha"`  // Krippendorff's, of all coders and themes together
	Themes []ThemeAlpha `json:"themes"` // the same of each theme, in the order of the gold

	Disagreements []Disagreement `json:"disagreements"`
}

// A ThemeAlpha is how far all coders agree on a theme.
type ThemeAlpha struct {
	Theme   string  `json:"theme"`
	Alpha   Figure  `json:"alpha"`
	Verdict Verdict `json:"verdict"`
}

// A Verdict says what codes are good for, by how far those who gave them agree.
type Verdict string

// The verdicts and their limits are those of Krippendorff (2004), Content Analysis, 2nd
// edition, p. 241.
const (
	Reliable   Verdict = "reliable"       // alpha of Firm or more
	Tentative  Verdict = "tentative"      // of Loose or more: for tentative conclusions only
	Unreliable Verdict = "not reliable"   // below
	TooFew     Verdict = "too few to say" // fewer than Enough comments of which somebody found it

	Firm, Loose = 0.8, 0.667
)

func verdict(alpha Figure, comments int) Verdict {
	switch v := float64(alpha.Value); {
	case comments < Enough || math.IsNaN(v):
		return TooFew
	case v >= Firm:
		return Reliable
	case v >= Loose:
		return Tentative
	}
	return Unreliable
}

// having counts the comments in which some coder found the theme.
func (g *Gold) having(theme int) int {
	n := 0
	for i := range g.Cases {
		if slices.ContainsFunc(g.Cases[i].By, func(codes Codes) bool { return codes != nil && codes[theme].found() }) {
			n++
		}
	}
	return n
}

// Sums of the agreement among all coders, for each theme: coincidences of
// absence, of absence with presence, and of presence.
const (
	bothAbsent = iota
	apart
	bothPresent
	perPair
)

// coders compares the coders among themselves.
func (g *Gold) coders() *Coders {
	c := &Coders{Voted: g.voted, Disagreements: g.disagreements()}
	for i, name := range g.Coders {
		c.Each = append(c.Each, g.compare(name, g.all(), g.others(i), g.of(i)))
	}
	people := g.perPerson(g.all(), g.coincidences)
	estimates := stats.Bootstrap(people, perPair*len(g.Themes), alphas)
	for t, theme := range g.Themes {
		alpha := figure(estimates[t])
		c.Themes = append(c.Themes, ThemeAlpha{theme.ID, alpha, verdict(alpha, g.having(t))})
	}
	c.Alpha = figure(estimates[len(g.Themes)])
	return c
}

// coincidences appends what a case adds to the sums.
func (g *Gold) coincidences(dst []stats.Addend, i int) []stats.Addend {
	for t := range g.Themes {
		var given [2]int64
		for _, codes := range g.Cases[i].By {
			switch {
			case codes == nil || codes[t] == unasked:
			case codes[t] == absent:
				given[0]++
			default:
				given[1]++
			}
		}
		for which, pair := range [perPair][2]int{bothAbsent: {0, 0}, apart: {0, 1}, bothPresent: {1, 1}} {
			if n := stats.Coincide(given[:], pair[0], pair[1]); n > 0 {
				dst = append(dst, stats.Addend{Sum: perPair*t + which, N: n})
			}
		}
	}
	return dst
}

// alphas appends the alpha of each theme, then that of all.
func alphas(dst, sums []float64) []float64 {
	var pooled [perPair]float64
	for ; len(sums) > 0; sums = sums[perPair:] {
		dst = append(dst, alpha(sums[:perPair]))
		for i := range pooled {
			pooled[i] += sums[i]
		}
	}
	return append(dst, alpha(pooled[:]))
}

func alpha(sums []float64) float64 {
	return stats.Alpha([][]float64{{sums[bothAbsent], sums[apart]}, {sums[apart], sums[bothPresent]}})
}
