package privacy

import "commonground/analysis/survey"

// Of are the choices of a split that a respondent counts in.
func (g *Groups) Of(respondent, split int) []int {
	return g.Counted(split, g.All.cells[g.in[respondent]].chosen[split])
}

// Alike returns how many of the people that the report is about wrote something
// and count in the same choices of some splits as a respondent does.
func (g *Groups) Alike(respondent int, splits ...int) int64 {
	if g.alike == nil {
		g.alike = map[string]map[string]int64{}
	}
	of := string(appendKey(nil, splits))
	counts, ok := g.alike[of]
	if !ok {
		counts = map[string]int64{}
		for i := range g.All.cells {
			if c := &g.All.cells[i]; c.now {
				counts[g.key(c, splits)] += c.states[survey.Read]
			}
		}
		g.alike[of] = counts
	}
	return counts[g.key(&g.All.cells[g.in[respondent]], splits)]
}

// key tells what a cell counts in.
func (g *Groups) key(c *cell, splits []int) string {
	var key []byte
	for _, s := range splits {
		key = appendKey(key, g.Counted(s, c.chosen[s]))
	}
	return string(key)
}
