package privacy

import "commonground/analysis/survey"

// Of are the choices of a split that a respondent counts in.
func (g *Groups) Of(respondent, split int) []int {
	return g.countsIn(split, g.All.cells[g.in[respondent]].chosen[split])
}

// Alike returns how many of the people that the report is about wrote something
// and count in the same choices of some splits as a respondent does.
func (g *Groups) Alike(respondent int, splits ...int) int64 {
	if g.alike == nil {
		g.alike = map[string][]int64{}
	}
	var room [8]byte
	of := appendKey(room[:0], splits)
	counts, ok := g.alike[string(of)]
	if !ok {
		counts = g.company(splits)
		g.alike[string(of)] = counts
	}
	return counts[g.in[respondent]]
}

// company counts, for each cell, the people who are alike.
func (g *Groups) company(splits []int) []int64 {
	people := map[string]int64{}
	for i := range g.All.cells {
		if c := &g.All.cells[i]; c.now {
			people[g.key(c, splits)] += c.states[survey.Read]
		}
	}
	counts := make([]int64, len(g.All.cells))
	for i := range counts {
		counts[i] = people[g.key(&g.All.cells[i], splits)]
	}
	return counts
}

// key tells what a cell counts in.
func (g *Groups) key(c *cell, splits []int) string {
	var key []byte
	for _, s := range splits {
		key = appendKey(key, g.countsIn(s, c.chosen[s]))
	}
	return string(key)
}
