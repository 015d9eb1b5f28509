package privacy

import (
	"slices"
)

// decide fills in what may be told. Where the groups are given that may be told
// of more people, some of them are hidden, and none is pooled.
func (g *Groups) decide(t *Told, from [][]Group) {
	now := make([]bool, len(t.cells))
	for i := range now {
		now[i] = t.cells[i].now
	}
	t.publish(now)
	for s := range g.splits {
		if g.splits[s].Kind == Hides { // the same people in all of these, such as role, and wave and role
			g.merge(t, s)
		}
		var groups []Group
		if from != nil {
			groups = slices.Clone(from[s])
		} else {
			groups = g.present(t, s)
		}
		for {
			exposed, ok := g.tell(t, s, groups)
			if ok {
				break
			}
			groups = g.coarsen(t, s, groups, exposed, from == nil)
		}
		t.Groups = append(t.Groups, groups)
		t.Apart = append(t.Apart, g.apart(t, s, groups))
	}
}

// row is a set of the cells, by the choices that they count in.
func (t *Told) row(counted [][]int, in func(picks []int) bool) []bool {
	row := make([]bool, len(t.cells))
	for i, picks := range counted {
		row[i] = in(picks)
	}
	return row
}

func (t *Told) publish(rows ...[]bool) { t.published = append(t.published, rows...) }

// exposes reports whether more numbers would tell of fewer than k people, and
// gives the cells of such people.
func (t *Told) exposes(k int64, rows [][]bool) (exposed []bool, ok bool) {
	if len(rows) == 0 {
		return nil, false
	}
	return follows(t.sizes, slices.Concat(t.published, rows), k)
}

// tell publishes the groups that are shown, unless that exposes somebody.
func (g *Groups) tell(t *Told, s int, groups []Group) (exposed []bool, ok bool) {
	var rows [][]bool
	counted := g.counted(t, s)
	for i := range groups {
		if !groups[i].Hidden {
			rows = append(rows, t.row(counted, groups[i].holds))
		}
	}
	if g.splits[s].Whole && len(rows) > 0 {
		rows = append(rows, t.row(counted, func(picks []int) bool { return len(picks) > 0 }))
	}
	if exposed, some := t.exposes(g.k, rows); some {
		return exposed, false
	}
	t.publish(rows...)
	return nil, true
}

// apart publishes those who are of a single choice, unless that exposes somebody.
func (g *Groups) apart(t *Told, s int, groups []Group) bool {
	var rows [][]bool
	counted := g.counted(t, s)
	for _, choice := range g.splits[s].Apart {
		shown := func(one Group) bool { return !one.Hidden && slices.Contains(one.Choices, choice) }
		if !slices.ContainsFunc(groups, shown) {
			return false
		}
		rows = append(rows, t.row(counted, func(picks []int) bool { return only(choice, picks) }))
	}
	if _, some := t.exposes(g.k, rows); some || len(rows) == 0 {
		return false
	}
	t.publish(rows...)
	return true
}

// present are the choices that somebody made, a group each.
func (g *Groups) present(t *Told, s int) []Group {
	var groups []Group
	sizes := g.choices(t, s)
	for choice, name := range g.splits[s].Names {
		if sizes[choice] > 0 {
			groups = append(groups, Group{Name: name, Choices: []int{choice}})
		}
	}
	return groups
}

// choices is how many people count in each choice.
func (g *Groups) choices(t *Told, s int) []int64 {
	sizes := make([]int64, len(g.splits[s].Names))
	for i, picks := range g.counted(t, s) {
		for _, p := range picks {
			sizes[p] += t.sizes[i]
		}
	}
	return sizes
}

// coarsen tells less of a split: people of several groups are merged first; then
// it pools the smallest group if that is small, or hides it. Groups with people
// in them who are exposed go before others.
func (g *Groups) coarsen(t *Told, s int, groups []Group, exposed []bool, pool bool) []Group {
	if g.merge(t, s) {
		return groups
	}
	sizes, least := g.sizes(t, s, groups), -1
	counted := g.counted(t, s)
	touched := func(i int) bool {
		for j, picks := range counted {
			if exposed[j] && groups[i].holds(picks) {
				return true
			}
		}
		return false
	}
	before := func(i, j int) bool { // group i goes before j
		if a, b := touched(i), touched(j); a != b {
			return a
		}
		return sizes[i] > 0 && (sizes[j] == 0 || sizes[i] < sizes[j])
	}
	for i := range groups {
		if !groups[i].Hidden && (least < 0 || before(i, least)) {
			least = i
		}
	}
	with := -1
	if pool && sizes[least] < g.k {
		with = g.splits[s].partner(groups, sizes, least)
	}
	if with < 0 {
		groups[least].Hidden = true
		return groups
	}
	return g.splits[s].join(groups, min(least, with), max(least, with))
}

func (g *Groups) sizes(t *Told, s int, groups []Group) []int64 {
	sizes := make([]int64, len(groups))
	for i, picks := range g.counted(t, s) {
		for k := range groups {
			if groups[k].holds(picks) {
				sizes[k] += t.sizes[i]
			}
		}
	}
	return sizes
}

// merge lets people of several choices, too few to be told apart, count in one
// of these alone: that with the fewest people. It reports whether any did not so
// far.
func (g *Groups) merge(t *Told, s int) bool {
	merged := false
	if g.each[s] {
		return false
	}
	people, sizes := map[string]int64{}, g.choices(t, s)
	for i, c := range t.cells {
		people[string(appendKey(nil, c.chosen[s]))] += t.sizes[i]
	}
	for _, c := range t.cells {
		key := string(appendKey(nil, c.chosen[s]))
		if n := people[key]; len(c.chosen[s]) > 1 && n > 0 && n < g.k {
			if _, done := g.alone[s][key]; !done {
				smallest := slices.MinFunc(c.chosen[s], func(a, b int) int { return int(sizes[a] - sizes[b]) })
				g.alone[s][key] = Merger{c.chosen[s], smallest}
				merged = true
			}
		}
	}
	return merged
}

// partner is the group that a small one is told together with; -1 for none.
func (s *Split) partner(groups []Group, sizes []int64, small int) int {
	best := -1
	for i := range groups {
		beside := i == small-1 || i == small+1
		if i == small || groups[i].Hidden || s.Kind == Hides || s.Kind == Joins && !beside {
			continue
		}
		if best < 0 || sizes[i] < sizes[best] {
			best = i
		}
	}
	return best
}

// join tells two groups together. A group of all would say nothing, so that it
// is hidden.
func (s *Split) join(groups []Group, first, second int) []Group {
	one := Group{
		Choices: slices.Sorted(slices.Values(slices.Concat(groups[first].Choices, groups[second].Choices))),
		Hidden:  len(groups) == 2,
	}
	from, to := s.Names[one.Choices[0]], s.Names[one.Choices[len(one.Choices)-1]]
	switch {
	case s.Kind == Pools:
		one.Name = s.Lang.Sayf("Other (%d groups)", len(one.Choices))
	case s.Latest:
		one.Name = s.Lang.Sayf("%s to %s", to, from)
	default:
		one.Name = s.Lang.Sayf("%s to %s", from, to)
	}
	groups[first] = one
	return slices.Delete(groups, second, second+1)
}
