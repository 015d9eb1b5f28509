package measure

import (
	"slices"
	"strings"

	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A Margin is how all people whom a survey is about are known to answer one of
// its questions, so that those who took part can be weighted to it.
type Margin struct {
	Question string // ID
	Shares   []Share
}

// A Share is the part of all people who give one answer.
type Share struct {
	Answer  string
	Percent float64
}

// A margin is one whose question was answered here.
type margin struct {
	question string // its text
	cut      int    // the split that its answers make
	width    int    // answers that a person is counted by, and none
	shares   []float64
	missing  string    // an answer that the question doesn't have; "" for none
	targets  []float64 // in percent, by the groups that are told; set by Weigh
}

// Bounds of what is counted to weight people: it grows with the combinations of
// the answers to all margins, and with the groups of a split.
const (
	mostCombined = 1 << 9
	mostCrossed  = 1 << 14
)

// countCombined declares what is counted to weight people: how many gave which
// answers to all margins together, and what these wrote about, of everybody and
// of the groups whose themes are told.
func (p *Pass) countCombined() {
	l, at := &p.layout, &p.at
	combined := 1
	for _, m := range p.Margins {
		known, why := p.margin(m)
		if why == "" && combined*known.width > mostCombined {
			why = p.Sayf("Shares are not weighted by “%s”: there are too many combinations of its answers with those to the margins before.", known.question)
		}
		if why != "" {
			p.left = append(p.left, why)
			continue
		}
		combined *= known.width
		p.margins = append(p.margins, known)
	}
	if len(p.margins) == 0 {
		return
	}
	item := p.combined(combined)
	at.combined, at.combinedIn = p.add(item), map[int]int{}
	l.Cross(at.themes, at.combined)
	l.Cross(at.groups, at.combined)
	for _, by := range append([]int{at.role}, p.splitItems()...) {
		from := p.origin(by)
		if combined*l.Items[from].Choices <= mostCrossed {
			at.combinedIn[from] = l.Add(tally.Both("combined@"+l.Items[from].ID, l.Items[at.combined], l.Items[from]))
			l.Cross(at.themes, at.combinedIn[from])
		}
	}
}

// margin looks a margin up among the splits. Where people can't be weighted by
// it, why is the sentence that says so.
func (p *Pass) margin(m Margin) (known margin, why string) {
	known = margin{question: m.Question, cut: p.cut(m.Question)}
	if known.cut < 0 {
		return known, p.Sayf("Shares are not weighted by “%s”: no file asks a closed question of that name.", known.question)
	}
	s := &p.cuts[known.cut]
	known.question = s.Title
	if q := p.Survey.Index(m.Question); p.Survey.Questions[q].Kind == survey.Multiple && known.cut != roleCut {
		return known, p.Sayf("Shares are not weighted by “%s”: people could give several answers to it.", known.question)
	}
	known.width, known.shares = len(s.picks)+1, make([]float64, len(s.Names))
	for _, share := range m.Shares {
		choice := slices.IndexFunc(s.Names, func(name string) bool { return strings.EqualFold(name, share.Answer) })
		switch {
		case choice >= 0:
			known.shares[choice] += share.Percent
		case share.Percent > 0:
			known.missing = share.Answer
		}
	}
	return known, ""
}

// combined counts everybody by their answers to all margins together: those to
// the last margin change first, and no answer comes after all others.
func (p *Pass) combined(choices int) tally.Item {
	return tally.Item{ID: "combined", Choices: choices, Of: func(v *tally.View, picks []int) ([]int, bool) {
		place := 0
		for _, m := range p.margins {
			answer := m.width - 1
			chosen, _ := p.layout.Items[p.cuts[m.cut].from].Of(v, nil)
			if len(chosen) == 1 {
				answer = chosen[0]
			}
			place = place*m.width + answer
		}
		return append(picks, place), true
	}}
}

// combinedOf are the choices of each margin's split that the people of a combination
// made.
func (p *Pass) combinedOf(place int) [][]int {
	all := make([][]int, len(p.margins))
	for i, m := range slices.Backward(p.margins) {
		if answer := place % m.width; answer < m.width-1 {
			all[i] = p.cuts[m.cut].picks[answer]
		}
		place /= m.width
	}
	return all
}
