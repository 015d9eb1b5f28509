package measure

import (
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/privacy"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A retold item is told by some choices of another one.
type retold struct {
	from   int
	places [][]int // among everybody, for each choice of the item; none where it is withheld
}

// Enroll counts a respondent in the census of all splits.
func (p *Pass) Enroll(r *survey.Response, codings []codebook.Coding) {
	v := &tally.View{Response: r, Codings: codings}
	if p.picked == nil {
		p.picked = make([][]int, len(p.cuts))
		for _, s := range p.cuts {
			p.Census.Splits = append(p.Census.Splits, s.Split)
		}
	}
	for i, s := range p.cuts {
		p.picked[i] = p.picked[i][:0]
		p.picked[i], _ = p.layout.Items[s.by].Of(v, p.picked[i])
		slices.Sort(p.picked[i])
	}
	state, now := p.layout.Items[p.at.state].Of(v, nil)
	if !now {
		state, _ = tally.States("").Of(v, nil)
	}
	p.Census.Add(r.Respondent, p.picked, now, survey.State(state[0]))
}

// Withhold has the tally forget what a report may not tell. It comes before
// anything is measured, for all passes with the same groups.
func (p *Pass) Withhold(g *privacy.Groups) {
	p.Told, p.retold, p.writers = g, map[int]retold{}, map[int][][]int{}
	p.tellInvited()
	for i := range p.cuts {
		s := &p.cuts[i]
		p.retell(s.by, s.from, func(item int, people []int64) [][]int {
			told := p.among(i, item, people)
			places := make([][]int, len(s.Names))
			for k, group := range told.Groups {
				if !group.Hidden {
					places[group.Choices[0]] = told.Places[k]
				}
			}
			if item != s.by {
				p.logAmong(i, item, told)
			}
			if item == p.at.themes {
				p.writers[s.by] = places
			}
			return places
		})
		p.rename(s, g.All.Groups[i])
	}
	p.retell(p.at.side, p.at.roles, func(item int, people []int64) [][]int {
		places := make([][]int, len(survey.Roles()))
		for k, in := range p.among(0, item, people).Apart {
			places[p.cuts[0].Apart[k]] = in
		}
		if item == p.at.themes {
			p.writers[p.at.side] = places
		}
		return places
	})
}

// retell has an item told by choices of another.
func (p *Pass) retell(by, from int, places func(item int, people []int64) [][]int) {
	counts, _ := p.Tally.Count(from)
	p.retold[by] = retold{from, places(by, counts)}
	p.Tally.Retell(by, from, places)
}

// origin is the item that another one is told by, where it is one that tells
// people apart; else itself.
func (p *Pass) origin(by int) int {
	if by == p.at.side {
		return p.at.roles
	}
	for _, s := range p.cuts {
		if s.by == by {
			return s.from
		}
	}
	return by
}

// among are the groups that may be told of the people of an item.
func (p *Pass) among(i, item int, people []int64) *privacy.Among {
	_, base := p.Tally.Count(item)
	if item == p.cuts[i].by || item == p.at.side {
		base = p.People()
	}
	rest := max(0, base-sum(people)) // people of two files are in both
	return p.Told.Among(i, p.cuts[i].picks, people, rest, p.layout.Items[item].Words)
}

// rename gives pools their names, where their choices are a question's.
func (p *Pass) rename(s *split, groups []privacy.Group) {
	q := p.Survey.Index(s.id)
	for _, group := range groups {
		s.Names[group.Choices[0]] = group.Name
		if q >= 0 && p.tellsApart(q) {
			p.Survey.Questions[q].Choices[group.Choices[0]] = group.Name
		}
	}
}

// TellsAll reports whether it may be told how many people there are in all waves.
func (p *Pass) TellsAll() bool {
	_, ok := p.Told.Adds(func(func(int) []int) bool { return true })
	return ok
}

// HidesFile reports whether the counts of a source with people in it are
// withheld.
func (p *Pass) HidesFile(source int) bool {
	tells := func(g privacy.Group) bool { return !g.Hidden && slices.Contains(g.Choices, source) }
	return !slices.ContainsFunc(p.Told.All.Groups[p.cut(fileCut)], tells)
}
