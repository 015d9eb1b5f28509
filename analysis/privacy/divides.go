package privacy

// In are the places of the groups of a split, hidden ones too, in which people
// count who made those choices.
func (g *Groups) In(split int, picks []int) []int {
	var in []int
	picks = g.countsIn(split, picks)
	for k := range g.All.Groups[split] {
		if g.All.Groups[split][k].holds(picks) {
			in = append(in, k)
		}
	}
	return in
}

// Divides publishes how many of the people that the report is about have each
// key, and how many of them wrote something, unless that exposes somebody. Keys
// gives those of people by what they chose in each split. It reports whether
// these numbers may be told.
func (g *Groups) Divides(keys func(chosen func(split int) []int) []string) bool {
	at, rows := map[string]int{}, [][]bool{}
	for i := range g.All.cells {
		c := &g.All.cells[i]
		if !c.now {
			continue
		}
		for _, key := range keys(func(split int) []int { return c.chosen[split] }) {
			if _, ok := at[key]; !ok {
				at[key], rows = len(rows), append(rows, make([]bool, len(g.All.cells)))
			}
			rows[at[key]][i] = true
		}
	}
	for _, t := range []*Told{&g.All, &g.Wrote} {
		if _, some := t.exposes(g.k, rows); some {
			return false
		}
	}
	g.All.publish(rows...)
	g.Wrote.publish(rows...)
	return true
}
