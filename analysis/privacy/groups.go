package privacy

import (
	"maps"
	"slices"

	"commonground/analysis/survey"
)

// Groups are the groups of a report, shown and hidden.
type Groups struct {
	All, Wrote Told // of everybody, and of those who wrote something that could be read

	splits []Split
	each   []bool              // by split: people of several choices count in each of them, however few they are
	alone  []map[string]Merger // by split: people of several choices who count in one
	in     []int32             // by respondent: the cell
	alike  map[string][]int64  // what Alike found, by splits and cell
	k      int64
}

// Told says what may be told of some people.
type Told struct {
	Groups [][]Group // by split
	Apart  []bool    // by split: that of Split.Apart

	cells     []cell
	sizes     []int64  // of the cells
	published [][]bool // which cells make up each number
}

// Decide says which groups a report may tell of that tells nothing of fewer
// than k people.
func (c *Census) Decide(k int64) *Groups {
	g := c.decide(k, make([]bool, len(c.Splits)))
	for s := range c.Splits {
		if len(g.alone[s]) == 0 {
			continue
		}
		each := slices.Clone(g.each)
		each[s] = true
		if other := c.decide(k, each); other.shown(s) > g.shown(s) {
			g = other
		}
	}
	return g
}

// shown is how many groups of a split are told of.
func (g *Groups) shown(s int) (n int) {
	for _, group := range g.Wrote.Groups[s] {
		if !group.Hidden {
			n++
		}
	}
	return n
}

func (c *Census) decide(k int64, each []bool) *Groups {
	g := &Groups{k: k, splits: c.Splits, in: c.in, each: each, alone: make([]map[string]Merger, len(c.Splits))}
	for s := range g.alone {
		g.alone[s] = map[string]Merger{}
	}
	all, wrote := Told{cells: c.cells}, Told{cells: c.cells}
	for i := range c.cells {
		all.sizes, wrote.sizes = append(all.sizes, c.cells[i].people), append(wrote.sizes, c.cells[i].states[survey.Read])
	}
	g.settle(func() {
		g.All, g.Wrote = all, wrote
		g.decide(&g.All, nil)
		g.decide(&g.Wrote, g.All.Groups)
		g.hideWords()
	})
	return g
}

// hideWords hides groups of everybody that are the same people as groups of those
// who wrote something, where these are hidden.
func (g *Groups) hideWords() {
	for s := range g.splits {
		for i := range g.All.Groups[s] {
			if g.splits[s].Words && g.Wrote.Groups[s][i].Hidden {
				g.All.Groups[s][i].Hidden = true
			}
		}
	}
}

// Count is how many people are in a group of a split, and how many of them by
// the most that they wrote.
func (g *Groups) Count(split int, group *Group) (people int64, states [survey.Read + 1]int64) {
	for i, picks := range g.counted(&g.All, split) {
		if group.holds(picks) {
			people += g.All.sizes[i]
			for s, n := range g.All.cells[i].states {
				states[s] += n
			}
		}
	}
	return people, states
}

// Adds publishes one more number, of the people for whom is holds of the choices
// that they count in in each split, unless that exposes somebody. It returns the
// number, and reports whether it may be told.
func (g *Groups) Adds(is Set) (people int64, ok bool) {
	row := make([]bool, len(g.All.cells))
	for i := range row {
		c := &g.All.cells[i]
		if row[i] = is(func(split int) []int { return g.countsIn(split, c.chosen[split]) }); row[i] {
			people += c.people
		}
	}
	if _, some := g.All.exposes(g.k, [][]bool{row}); some {
		return 0, false
	}
	g.All.publish(row)
	return people, true
}

// A Set is people, by the choices that they count in in each split.
type Set = func(counted func(split int) []int) bool

// Sums are sets of people, as far as they wrote something, to see which of their
// numbers make up others.
type Sums struct{ matrix [][]field }

// Sums looks sets up among the people who wrote something.
func (g *Groups) Sums(sets []Set) *Sums {
	rows := make([][]bool, len(sets))
	for r, is := range sets {
		rows[r] = make([]bool, len(g.Wrote.cells))
		for i := range g.Wrote.cells {
			rows[r][i] = is(func(split int) []int { return g.countsIn(split, g.Wrote.cells[i].chosen[split]) })
		}
	}
	_, _, matrix := classes(g.Wrote.sizes, rows)
	return &Sums{matrix}
}

// Follows reports whether a number of a set's people follows from the same of other
// sets: whether it is a sum of multiples of these, however large they are. Sets are
// given by their places.
func (s *Sums) Follows(set int, from []int) bool {
	var others [][]field
	for _, at := range from {
		others = append(others, slices.Clone(s.matrix[at]))
	}
	rest := slices.Clone(s.matrix[set])
	rows, pivots := echelon(others)
	for i, p := range pivots {
		subtract(rest, rest[p], rows[i])
	}
	return !slices.ContainsFunc(rest, func(v field) bool { return v != 0 })
}

// settle decides anew as long as people are found who count in one group alone,
// since that changes all tables.
func (g *Groups) settle(decide func()) {
	for before := -1; before != g.merged(); {
		before = g.merged()
		decide()
	}
}

func (g *Groups) merged() (n int) {
	for _, m := range g.alone {
		n += len(m)
	}
	return n
}

// Among says which groups of a split may be told of some of the people, those
// who answered a question: sizes[i] of them made the choices picks[i] of the
// split, and rest none. Words says that they all wrote something.
func (g *Groups) Among(split int, picks [][]int, sizes []int64, rest int64, words bool) *Among {
	one := &Groups{k: g.k, splits: g.splits[split : split+1], each: g.each[split : split+1], alone: []map[string]Merger{maps.Clone(g.alone[split])}}
	from := g.All.Groups[split : split+1]
	if words {
		from = g.Wrote.Groups[split : split+1]
	}
	var cells []cell
	for i := range sizes {
		cells = append(cells, cell{chosen: [][]int{picks[i]}, now: true})
	}
	cells = append(cells, cell{chosen: [][]int{nil}, now: true})
	one.settle(func() {
		one.All = Told{cells: cells, sizes: append(slices.Clone(sizes), rest)}
		one.decide(&one.All, from)
	})
	return one.among()
}

// Among are the groups of a split among the people who answered a question.
type Among struct {
	Groups []Group
	Places [][]int // that make up each group, among the sizes given
	Apart  [][]int // those of Split.Apart; nil where that may not be told
}

func (g *Groups) among() *Among {
	a := &Among{Groups: g.All.Groups[0]}
	counted := g.counted(&g.All, 0)
	counted = counted[:len(counted)-1] // the last is the rest
	places := func(is func(picks []int) bool) []int {
		var in []int
		for i, picks := range counted {
			if is(picks) {
				in = append(in, i)
			}
		}
		return in
	}
	for i := range a.Groups {
		a.Places = append(a.Places, places(a.Groups[i].holds))
	}
	if g.All.Apart[0] {
		for _, choice := range g.splits[0].Apart {
			a.Apart = append(a.Apart, places(func(picks []int) bool { return only(choice, picks) }))
		}
	}
	return a
}

// Merged lists the choices of a split that too few people made together for them
// to be told apart, each with the choice that these people count in.
func (g *Groups) Merged(split int) []Merger {
	var all []Merger
	for _, m := range g.alone[split] {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b Merger) int { return slices.Compare(a.Picks, b.Picks) })
	return all
}

// A Merger is people of several choices who count in one.
type Merger struct {
	Picks []int
	In    int
}

// holds reports whether people who count in those choices are in the group.
func (g *Group) holds(picks []int) bool {
	return slices.ContainsFunc(picks, func(p int) bool { return slices.Contains(g.Choices, p) })
}

func only(choice int, picks []int) bool { return len(picks) == 1 && picks[0] == choice }

// countsIn are the choices of a split that people count in who made those: one
// alone where people of so many are too few to be told apart.
func (g *Groups) countsIn(split int, picks []int) []int {
	if len(picks) > 1 {
		if m, ok := g.alone[split][string(appendKey(nil, picks))]; ok {
			return []int{m.In}
		}
	}
	return picks
}

// counted are the choices that each cell counts in.
func (g *Groups) counted(t *Told, s int) [][]int {
	counted := make([][]int, len(t.cells))
	for i := range t.cells {
		counted[i] = g.countsIn(s, t.cells[i].chosen[s])
	}
	return counted
}
