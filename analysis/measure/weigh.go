package measure

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/say"
	"commonground/analysis/stats"
)

// A Weighting is how people are weighted to the margins, the same for all passes.
type Weighting struct {
	Questions []string // that people are weighted by; none where nobody is weighted
	Notes     []string // what became of each margin

	weights []float64 // of one person, by the place of their combination of answers
	within  []bool    // by split: whether its groups may be told weighted
}

const (
	// reached is how far weighted shares may stay from the known ones, which are
	// hardly known better.
	reached = 0.01

	// weightedLeast is the effective base from which on a weighted share is shown,
	// as in Parker and others (2017), National Center for Health Statistics Data
	// Presentation Standards for Proportions.
	weightedLeast = 30
)

// Weigh weights the people of all passes to the margins; nil where there are too
// few to tell of. It comes after Withhold and before anything is measured.
//
// A weighted share together with the plain one can tell how many people of each
// weight there are, and how many of them speak of a theme. So people are weighted
// by what may be told: a margin all of whose answers are told of, alone or pooled;
// margins together only where each combination of answers could be told of too;
// and groups of a split only where these could within the groups.
func (p *Pass) Weigh() *Weighting {
	if p.People() < p.Small {
		return nil
	}
	w := &Weighting{Notes: p.left}
	var used []margin
	for _, m := range p.margins {
		if why := p.aim(&m); why != "" {
			w.Notes = append(w.Notes, why)
		} else {
			used = append(used, m)
		}
	}
	for n := len(used); n > 0 && !p.tellsCombined(used); n = len(used) {
		w.Notes = append(w.Notes, p.Sayf("Shares are not weighted by “%s”: they would tell of %s.", used[n-1].question, p.Fewer()))
		used = used[:n-1]
	}
	if len(used) > 0 {
		p.rake(w, used)
	}
	return w
}

// aim sets the shares that a margin wants of the groups that are told, or says
// why people can't be weighted by it.
func (p *Pass) aim(m *margin) string {
	groups := p.Told.All.Groups[m.cut]
	m.targets = make([]float64, len(groups))
	missing := m.missing
	for choice, share := range m.shares {
		switch k := slices.IndexFunc(groups, func(g privacy.Group) bool { return slices.Contains(g.Choices, choice) }); {
		case k >= 0:
			m.targets[k] += share
		case share > 0:
			missing = p.cuts[m.cut].Names[choice]
		}
	}
	switch {
	case missing != "":
		return p.Sayf("Shares are not weighted by “%s”: nobody answered “%s”.", m.question, missing)
	case slices.ContainsFunc(groups, func(g privacy.Group) bool { return g.Hidden }):
		return p.Sayf("Shares are not weighted by “%s”: answers to it are withheld, since they would tell of %s.", m.question, p.Fewer())
	}
	return ""
}

// category is the group of a margin that people of those choices count in; below
// 0 where it is none, several, or one of which nothing is known.
func (p *Pass) category(m *margin, picks []int) int {
	if in := p.Told.In(m.cut, picks); len(in) == 1 && m.targets[in[0]] > 0 {
		return in[0]
	}
	return -1
}

// tellsCombined reports whether it may be told how many people there are of each
// combination of the margins' groups.
func (p *Pass) tellsCombined(used []margin) bool {
	return p.Told.Divides(func(chosen func(split int) []int) []string { return []string{p.combination(used, chosen)} })
}

// tellsWithin reports the same of these people within the groups of a split.
func (p *Pass) tellsWithin(used []margin, split int) bool {
	return p.Told.Divides(func(chosen func(split int) []int) []string {
		of, in := p.combination(used, chosen), p.Told.In(split, chosen(split))
		var keys []string
		for _, k := range in {
			group := &p.Told.All.Groups[split][k]
			if group.Hidden {
				continue
			}
			keys = append(keys, of+strconv.Itoa(k))
			if len(in) == 1 && p.Told.Wrote.Apart[split] && slices.Contains(p.cuts[split].Apart, group.Choices[0]) {
				keys = append(keys, of+strconv.Itoa(k)+" alone")
			}
		}
		return keys
	})
}

// combination names the groups of the margins that people count in.
func (p *Pass) combination(used []margin, chosen func(split int) []int) string {
	var key strings.Builder
	for i := range used {
		key.WriteString(strconv.Itoa(p.category(&used[i], chosen(used[i].cut))) + " ")
	}
	return key.String()
}

// rake fills in the weights, unless they would tell less than none do.
func (p *Pass) rake(w *Weighting, used []margin) {
	counts, _ := p.Tally.Count(p.at.combined)
	all := make([]stats.Combination, len(counts))
	silent := make([]int64, len(used))
	for place, n := range counts {
		chosen := p.combinedOf(place)
		at := make([]int, len(used))
		for i := range used {
			of := slices.IndexFunc(p.margins, func(m margin) bool { return m.cut == used[i].cut })
			if at[i] = p.category(&used[i], chosen[of]); at[i] < 0 {
				silent[i] += n
			}
		}
		all[place] = stats.Combination{At: at, People: n}
	}
	raking, err := stats.Rake(all, targets(used), 0)
	if why := p.refused(raking, err, used); why != "" {
		w.Notes = append(w.Notes, why)
		return
	}
	w.weights, w.within = raking.Weights, make([]bool, len(p.cuts))
	for i, s := range p.cuts {
		_, counted := p.at.combinedIn[s.from]
		if w.within[i] = counted && p.tellsWithin(used, i); counted && !w.within[i] {
			w.Notes = append(w.Notes, p.Sayf("Themes by “%s” are not weighted: that would tell of %s.", s.Title, p.Fewer()))
		}
	}
	for i, m := range used {
		w.Questions = append(w.Questions, m.question)
		if silent[i] > 0 {
			w.Notes = append(w.Notes, p.Sayf("%s gave no answer to “%s” whose share is known, or several: this margin leaves their weight as it is.",
				say.Capital(people(p.Lang, findings.Num(float64(silent[i])))), m.question))
		}
	}
	w.Notes = append(w.Notes, p.sayWeights(&raking))
}

func targets(used []margin) [][]float64 {
	var all [][]float64
	for _, m := range used {
		all = append(all, m.targets)
	}
	return all
}

// refused says why a raking is of no use; "" where it is of use.
func (p *Pass) refused(r stats.Raking, err error, used []margin) string {
	var target *stats.TargetError
	switch base := r.Total.Base(); {
	case errors.As(err, &target):
		m := used[target.Margin]
		return p.Sayf("Shares are not weighted: nobody answered “%s” with “%s” alone.", m.question, p.Told.All.Groups[m.cut][target.Category].Name)
	case err != nil:
		return p.Sayf("Shares are not weighted: %v.", err)
	case r.Off > reached:
		return p.Sayf("Shares are not weighted: even with weights from a fifth of the mean to five times the mean, "+
			"those who answered stay %s points away from a known share.", findings.Mean.Text(100*r.Off))
	case base < weightedLeast:
		return p.Sayf("Shares are not weighted: %s people with such unequal weights tell as much as %s with equal ones, and %s are the fewest to show a weighted share of.",
			p.Shown(r.Total.People), number(p.Lang, math.Floor(base)), number(p.Lang, weightedLeast))
	}
	return ""
}

// sayWeights says how unequal the weights are, and what that costs.
func (p *Pass) sayWeights(r *stats.Raking) string {
	low, high := math.Inf(1), 0.0
	for _, weight := range r.Weights {
		if weight > 0 {
			low, high = min(low, weight), max(high, weight)
		}
	}
	return p.Sayf("Weights run from %.2f to %.2f of the mean. %s people with these weights tell as much as %s with equal ones (Kish).",
		low, high, say.Capital(p.Shown(r.Total.People)), number(p.Lang, math.Round(r.Total.Base())))
}
