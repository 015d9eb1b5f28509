package measure

import (
	"slices"

	"commonground/analysis/stats"
	"commonground/analysis/tally"
)

// A check is how a sample compares within each stratum of a group.
type check struct {
	machine, compared *tally.Crosstab
	places            []int // of the group's strata
	People            int64 // sampled
}

// sampledLeast is the number of people sampled in a group from which on its
// shares are corrected: of fewer, their intervals say nothing.
const sampledLeast = 10

// leftOutMost bounds the people of strata that nobody was sampled of, as of a sheet
// that is coded in part: one in so many of a group. So few can move its shares by
// 5 points at most; of more, nothing stands for them.
const leftOutMost = 20

// check returns how the people of the sample in a group compare, whose shares are
// corrected by it; nil where they are too few, or can't stand for all.
func (p *Pass) check(item, by, group int) *check {
	if c := p.checked(item, by, group); c != nil && c.People >= sampledLeast {
		return c
	}
	return nil
}

// checked is check of a group of which fewer may be sampled, but as many as may be
// shown.
func (p *Pass) checked(item, by, group int) *check {
	if p.Sample == nil || p.Chosen {
		return nil
	}
	at, in := &p.at.drawn, []int{group}
	if told, ok := p.retold[by]; ok {
		by, in = told.from, p.checkedIn(item, by, group)
	}
	c := &check{machine: p.Tally.Cross(at.machine[item], at.strata[by]), compared: p.Tally.Cross(at.compared[item], at.strata[by])}
	var all, leftOut int64
	for place, people := range c.machine.Base {
		if people == 0 || !slices.Contains(in, place%at.width[by]) {
			continue
		}
		c.places = append(c.places, place)
		c.People += c.compared.Base[place]
		if all += people; c.compared.Base[place] == 0 {
			leftOut += people
		}
	}
	if c.People < p.Small || leftOut*leftOutMost > all {
		return nil
	}
	return c
}

// checkedIn are the places of a group's people, where it may be told how many of
// these the sample has: none where the number of few people of another group could
// be worked out from that.
func (p *Pass) checkedIn(item, by, group int) []int {
	at, split, from := &p.at.drawn, p.splitOf(by), p.origin(by)
	people := make([]int64, at.width[from])
	for place, n := range p.Tally.Cross(at.compared[item], at.strata[from]).Base {
		people[place%len(people)] += n
	}
	_, base := p.Tally.Count(at.compared[item])
	told := p.Told.Among(split, p.cuts[split].picks, people, max(0, base-sum(people)), true)
	if by == p.at.side {
		if k := slices.Index(p.cuts[split].Apart, group); told.Apart != nil {
			return told.Apart[k]
		}
		return nil
	}
	for k, g := range told.Groups {
		if !g.Hidden && g.Choices[0] == group {
			return told.Places[k]
		}
	}
	return nil
}

// Sampled returns how many people of the sample have all their answers coded,
// and how many there are whom they stand for.
func (p *Pass) Sampled() (coded, of int64) {
	_, coded = p.Tally.Count(p.at.drawn.compared[p.at.themes])
	_, of = p.Tally.Count(p.at.drawn.machine[p.at.themes])
	return coded, of
}

// Unchecked are the strata with people of whom nobody has all answers coded.
func (p *Pass) Unchecked() []int {
	var strata []int
	at := &p.at.drawn
	machine, compared := p.Tally.Cross(at.machine[p.at.themes], at.strata[anybody]), p.Tally.Cross(at.compared[p.at.themes], at.strata[anybody])
	for stratum, people := range machine.Base {
		if people > 0 && compared.Base[stratum] == 0 {
			strata = append(strata, stratum)
		}
	}
	return strata
}

// Corrects reports whether the people coded are enough to correct the shares of
// all people.
func (p *Pass) Corrects() bool { return p.check(p.at.themes, anybody, 0) != nil }

// of is what the check says of one choice of its item, by stratum.
func (c *check) of(choice int) []stats.Checked {
	var strata []stats.Checked
	for _, place := range c.places {
		s := stats.Checked{
			Both: c.compared.Counts[choice*compares+byBoth][place], Machine: c.compared.Counts[choice*compares+byMachine][place],
			Person: c.compared.Counts[choice*compares+byPerson][place],
			Coded:  c.machine.Counts[choice][place], People: c.machine.Base[place],
		}
		s.Neither = c.compared.Base[place] - s.Both - s.Machine - s.Person
		strata = append(strata, s)
	}
	return strata
}
