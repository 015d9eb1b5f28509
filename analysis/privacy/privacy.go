// Package privacy decides which groups of people a report may tell of, from
// counts alone and once for the whole report.
//
// No number is shown of a set of fewer than k people, nor can one be worked out
// from what is shown. What isn't shown is still known as the rest of the total,
// so that a rest must hold k people too, and so must every set that sums and
// differences of shown groups come to, also of groups of several splits: those
// people of a file, for instance, who aren't of the role that the others of the
// file have. Splits are decided in their order, each with those before it in
// mind, so that later ones give way:
//
//   - people of several groups, too few to be told apart, count in the smallest
//     of these groups alone, unless more groups can be shown where they count in
//     each and nothing is told of those who are of one alone;
//   - a small group of an unordered split is pooled with the next smallest, and
//     one of an ordered split with its smaller neighbor; a pool has a name;
//   - of splits that don't pool, such as roles, a small group is hidden, and with
//     any split as many others as its number could be worked out from.
//
// Where only some of the people answered, Among hides more groups, never fewer.
package privacy

import (
	"encoding/binary"
	"slices"

	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// A Split is a question that tells people apart; a person may be of several of
// its choices.
type Split struct {
	Lang   say.Language // of the names
	Title  string       // as a report names it
	Names  []string     // of its choices
	Kind   Kind
	Apart  []int // choices of which those people are told too who are of no other
	Whole  bool  // how many made any choice at all is told too
	Latest bool  // the choices stand in falling order
	Words  bool  // people are in its groups by what they wrote: those who wrote nothing are in none
}

// Kind says what becomes of groups that are too small.
type Kind uint8

// The kinds of split.
const (
	Hides Kind = iota // they are hidden
	Pools             // they are pooled with others that are small
	Joins             // they are joined to a neighbor: the choices have an order
)

// A Group is a choice of a split, or several that are told together.
type Group struct {
	Name    string
	Choices []int // ascending
	Hidden  bool
}

// A Census counts people by all splits at once: a cell holds those who chose
// the same in every one. Its zero value has no splits.
type Census struct {
	Splits []Split // those that matter most come first
	cells  []cell
	at     map[string]int
	in     []int32 // by respondent: the cell
	key    []byte

	dropped int // of the splits, from the last on
}

type cell struct {
	chosen [][]int // by split
	now    bool
	people int64
	states [survey.Read + 1]int64 // of them, by the most that they wrote
}

// mostCells bounds what a census holds, and how long it takes to decide.
const mostCells = 1 << 15

// Add counts a respondent by what they chose in each split, in ascending order,
// and by the most that they wrote. Now says whether they are of the people that
// the report is about, whose number is told in any case.
func (c *Census) Add(respondent int, chosen [][]int, now bool, state survey.State) {
	i := c.cell(chosen, now)
	c.cells[i].people++
	c.cells[i].states[state]++
	for len(c.in) <= respondent {
		c.in = append(c.in, 0)
	}
	c.in[respondent] = int32(i)
	for len(c.cells) > mostCells && c.dropped < len(c.Splits) {
		c.drop()
	}
}

// cell returns the place of the cell of those who chose so.
func (c *Census) cell(chosen [][]int, now bool) int {
	c.key = append(c.key[:0], 0)
	if now {
		c.key[0] = 1
	}
	kept := len(c.Splits) - c.dropped
	for _, picks := range chosen[:kept] {
		c.key = appendKey(c.key, picks)
	}
	i, ok := c.at[string(c.key)]
	if !ok {
		if c.at == nil {
			c.at = map[string]int{}
		}
		i = len(c.cells)
		c.at[string(c.key)] = i
		one := make([][]int, len(chosen))
		for s, picks := range chosen[:kept] {
			one[s] = slices.Clone(picks)
		}
		c.cells = append(c.cells, cell{chosen: one, now: now})
	}
	return i
}

// drop gives up the last split that is left, where there are too many kinds of
// people to tell apart: nothing is told by it then.
func (c *Census) drop() {
	c.dropped++
	old, to := c.cells, make([]int32, len(c.cells))
	c.cells, c.at = nil, nil
	for k, was := range old {
		i := c.cell(was.chosen, was.now)
		to[k] = int32(i)
		c.cells[i].people += was.people
		for s, n := range was.states {
			c.cells[i].states[s] += n
		}
	}
	for who := range c.in {
		c.in[who] = to[c.in[who]]
	}
}

func appendKey(key []byte, picks []int) []byte {
	key = binary.AppendUvarint(key, uint64(len(picks)))
	for _, p := range picks {
		key = binary.AppendUvarint(key, uint64(p))
	}
	return key
}
