package measure

import (
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
	"commonground/analysis/tally"
)

// A weighed is the people of a group who wrote something, with their weights.
type weighed struct {
	cross  *tally.Crosstab // by places, each of people of one weight
	places []weighedPlace  // of the group
	All    stats.Weights
}

type weighedPlace struct {
	at     int
	weight float64
}

// weighed returns the people of a group by their weights; nil where these may not
// be told, or where the effective base is less than some number.
func (p *Pass) weighed(item, by, group int, least float64) *weighed {
	w := p.Weighting
	if w == nil || w.weights == nil || p.Chosen || p.Book.Reads != nil || by != anybody && !w.within[p.splitOf(by)] {
		return nil
	}
	at, width, in := p.at.combined, 1, []int{0}
	if by != anybody {
		from := p.origin(by)
		at, width, in = p.at.combinedIn[from], p.layout.Items[from].Choices, p.writers[by][group]
	}
	x := &weighed{cross: p.Tally.Cross(item, at)}
	for combined, weight := range w.weights {
		for _, i := range in {
			x.places = append(x.places, weighedPlace{combined*width + i, weight})
		}
	}
	if x.All = x.sum(x.cross.Base); x.All.Base() < least {
		return nil
	}
	return x
}

// splitOf is the place of the split that an item tells people apart by.
func (p *Pass) splitOf(by int) int {
	for i, s := range p.cuts {
		if s.by == by {
			return i
		}
	}
	return roleCut // of those who are on one side alone
}

func (x *weighed) sum(people []int64) stats.Weights {
	var all stats.Weights
	for _, place := range x.places {
		all = all.Plus(stats.Weighted(people[place.at], place.weight))
	}
	return all
}

// of are the weights of the people in a choice.
func (x *weighed) of(choice int) stats.Weights { return x.sum(x.cross.Counts[choice]) }

// share is a cell of the weighted share of the people in a choice. Its base is
// how many people there are, unweighted.
func (x *weighed) share(choice int) findings.Cell {
	return findings.Estimate(stats.WilsonWeighted(x.of(choice), x.All))
}

// difference is a cell of a weighted share less another's, which have nobody in
// common, and the test that it comes from.
func (x *weighed) difference(other *weighed, choice int) (findings.Cell, stats.Test) {
	return ofBoth(stats.NewcombeWeighted(x.of(choice), x.All, other.of(choice), other.All), min(x.All.People, other.All.People))
}

// even reports whether all people have the same weight, so that weights change
// nothing among them.
func (x *weighed) even() bool { return !(x.All.DesignEffect() > 1+1e-9) }

// tops reports whether nearly all people of one weight are in a choice. How many
// are can be worked out from a weighted share.
func (x *weighed) tops(choice int) bool {
	people, of := map[float64]int64{}, map[float64]int64{}
	for _, place := range x.places {
		people[place.weight] += x.cross.Base[place.at]
		of[place.weight] += x.cross.Counts[choice][place.at]
	}
	for weight, n := range people {
		if tops(of[weight], n) {
			return true
		}
	}
	return false
}

// weighedIn are the people of some groups; nil where not all are weighted, or
// where weights change nothing within the groups.
func (p *Pass) weighedIn(by int, groups ...int) []*weighed {
	var all []*weighed
	uneven := false
	for _, g := range groups {
		x := p.weighed(p.at.themes, by, g, 0)
		if x == nil {
			return nil
		}
		uneven = uneven || !x.even()
		all = append(all, x)
	}
	if !uneven {
		return nil
	}
	return all
}

// topped says of each theme whether nearly all people of one weight, among
// everybody or in a group, wrote about it: then no weighted share of the theme is
// told, since what one hides could be worked out from the others.
func (p *Pass) topped() []bool {
	all := []*weighed{p.weighed(p.at.themes, anybody, 0, 0)}
	for by, places := range p.writers {
		for g := range places {
			all = append(all, p.weighed(p.at.themes, by, g, 0))
		}
	}
	topped := make([]bool, len(p.Themes))
	for i := range topped {
		topped[i] = slices.ContainsFunc(all, func(x *weighed) bool { return x != nil && x.tops(i) })
	}
	return topped
}

// apart tests whether groups that have nobody in common differ in a choice, unless
// that is hidden.
func apart(groups []*weighed, choice int, hidden bool) stats.Test {
	var cells [][]stats.Weights
	if hidden {
		groups = nil
	}
	for _, x := range groups {
		cells = append(cells, []stats.Weights{x.of(choice), x.All.Less(x.of(choice))})
	}
	return stats.RaoScott(cells)
}

// addWeighted adds the column of weighted shares, where people are weighted.
func (p *Pass) addWeighted(f *findings.Finding, item int, choices []findings.Cell) {
	x := p.weighed(item, anybody, 0, weightedLeast)
	if x == nil {
		return
	}
	f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Say("Weighted share"), Unit: findings.Share, Key: "share", Weighted: true})
	topped := p.topped()
	for i, row := range f.Table.Rows {
		choice := placeOf(row, choices)
		c := x.share(choice)
		if x.tops(choice) || item == p.at.themes && topped[choice] {
			c = findings.HiddenCell()
		}
		f.Table.Rows[i] = append(row, c)
	}
	f.Notes = append(f.Notes, p.weightedNotes()...)
}

// splitWeighted adds the groups' columns of weighted shares to a split.
func (p *Pass) splitWeighted(f *findings.Finding, by int, groups []group) {
	totals, _ := p.Tally.Count(p.at.themes)
	topped := p.topped()
	before := len(f.Table.Columns)
	for _, g := range groups {
		x := p.weighed(p.at.themes, by, g.Choice, weightedLeast)
		if x == nil || x.even() {
			continue
		}
		column := p.groupColumn(by, g)
		column.Name = p.Sayf("%s (weighted)", column.Name)
		column.Weighted = true
		f.Table.Columns = append(f.Table.Columns, column)
		for row, i := range p.order(totals) {
			c := x.share(i)
			if topped[i] {
				c = findings.HiddenCell()
			}
			f.Table.Rows[row] = append(f.Table.Rows[row], c)
		}
	}
	if len(f.Table.Columns) > before {
		f.Notes = append(f.Notes, p.weightedNotes()...)
		f.Notes = append(f.Notes, p.notef("A group without weighted shares is too small for them, or all its people have the same weight."))
	}
}

// weightedNotes say what weighted columns are.
func (p *Pass) weightedNotes() []findings.Note {
	notes := []findings.Note{p.notef("Weighted: what the share would be if those who answered were made up as all people are known to be. " +
		"Bases, counts and the figure are not weighted.")}
	if p.Corrects() {
		notes = append(notes, p.notef("Weighted shares are of the program's codes, and corrected shares are not weighted."))
	}
	return notes
}
