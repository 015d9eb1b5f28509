package measure

import (
	"cmp"
	"math"
	"slices"

	"commonground/analysis/privacy"
	"commonground/analysis/survey"
)

// A spoke is how many of a group, whose shares the tables tell, wrote about a theme.
type spoke struct {
	by, choice int // the item that tells the group apart, and its choice; anybody and 0 for everyone
	x, base    int64
	of         privacy.Set
}

// conceals reports whether a group's share of a theme is withheld, since that of
// another group, which is a bound, could be worked out from it and others: of the
// same table, or of another that tells the same people apart otherwise.
func (p *Pass) conceals(theme, by, choice int) bool {
	if p.Told == nil {
		return false
	}
	if p.concealed == nil {
		p.concealed = map[int][]spoke{}
	}
	hidden, ok := p.concealed[theme]
	if !ok {
		hidden = p.conceal(theme)
		p.concealed[theme] = hidden
	}
	return slices.ContainsFunc(hidden, func(s spoke) bool { return s.by == by && s.choice == choice })
}

// conceal withholds shares of a theme, of small groups first, until no bound
// follows from those left.
func (p *Pass) conceal(theme int) (hidden []spoke) {
	all := p.spoken(theme)
	if p.shareSets == nil {
		var sets []privacy.Set
		for _, s := range all { // the same for each theme
			sets = append(sets, s.of)
		}
		p.shareSets = p.Told.Sums(sets)
	}
	var bounds, exact []int
	for i, s := range all {
		if tops(s.x, s.base) {
			bounds = append(bounds, i)
		} else {
			exact = append(exact, i)
		}
	}
	everyoneLast := func(s spoke) int64 {
		if s.by == anybody {
			return math.MaxInt64
		}
		return s.base
	}
	slices.SortStableFunc(exact, func(a, b int) int { return cmp.Compare(everyoneLast(all[a]), everyoneLast(all[b])) })
	for _, b := range bounds {
		for p.shareSets.Follows(b, exact) {
			at := max(0, slices.IndexFunc(exact, func(e int) bool {
				return !p.shareSets.Follows(b, slices.DeleteFunc(slices.Clone(exact), func(other int) bool { return other == e }))
			}))
			hidden = append(hidden, all[exact[at]])
			exact = slices.Delete(exact, at, at+1)
		}
	}
	return hidden
}

// spoken lists the groups whose shares of a theme are told: everyone, those of each
// split of the tables of themes, and those of each wave.
func (p *Pass) spoken(theme int) []spoke {
	counts, base := p.Tally.Count(p.at.themes)
	wave, roles := p.cut(survey.WaveID), p.cut(waveRole)
	all := []spoke{{anybody, 0, counts[theme], base, func(counted func(split int) []int) bool {
		return wave < 0 || slices.Contains(counted(wave), len(p.waves())-1)
	}}}
	add := func(item, split int) {
		if split < 0 {
			return
		}
		by := p.cuts[split].by
		cross := p.Tally.Cross(item, by)
		for _, g := range p.Told.Wrote.Groups[split] {
			if n := cross.Base[g.Choices[0]]; n > 0 {
				all = append(all, spoke{by, g.Choices[0], cross.Counts[theme][g.Choices[0]], n, func(counted func(split int) []int) bool {
					return slices.ContainsFunc(counted(split), func(c int) bool { return slices.Contains(g.Choices, c) })
				}})
			}
		}
	}
	add(p.at.themes, roleCut)
	for _, q := range p.splits() {
		add(p.at.themes, p.cut(p.Survey.Questions[q].ID))
	}
	if wave >= 0 {
		add(p.alike(), wave)
		add(p.alike(), roles)
	}
	return all
}
