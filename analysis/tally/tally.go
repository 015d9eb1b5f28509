// Package tally counts respondents. It counts themes as it counts answers: an
// Item is anything a respondent can be found in, a Cross is two items at once,
// and both are declared before the first response is added.
package tally

import (
	"fmt"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// A Layout declares what is counted.
type Layout struct {
	Items   []Item
	crosses []cross
}

// An Item is a question that is counted, asked or derived: its choices, and
// which of them a respondent is found in.
type Item struct {
	ID      string
	Choices int
	Words   bool                                     // its base is people who wrote something that could be read
	Of      func(v *View, picks []int) ([]int, bool) // appends the choices, in any order and without doubles; false when the respondent is not in the item's base
}

// A View is one respondent as items look at it.
type View struct {
	*survey.Response
	Codings []codebook.Coding
}

type cross struct{ item, by int }

// Add declares an item and returns its index.
func (l *Layout) Add(it Item) int {
	l.Items = append(l.Items, it)
	return len(l.Items) - 1
}

// Index returns the place of the item with that ID, or -1.
func (l *Layout) Index(id string) int {
	return slices.IndexFunc(l.Items, func(it Item) bool { return it.ID == id })
}

// Cross declares that item is counted within each choice of by.
func (l *Layout) Cross(item, by int) {
	if c := (cross{item, by}); !slices.Contains(l.crosses, c) {
		l.crosses = append(l.crosses, c)
	}
}

// A Tally holds the counts of the responses added to it. Its memory depends on
// the layout alone.
type Tally struct {
	layout   *Layout
	base     []int64   // [item]
	counts   [][]int64 // [item][choice]
	crossed  [][]int64 // [cross][choice*by.Choices + by choice]
	crossing [][]int64 // [cross][by choice]: people of that choice who are in the item's base
	picks    [][]int   // scratch of Add
	in       []bool
}

// New returns an empty tally. The layout must not change afterwards.
func New(l *Layout) *Tally {
	t := &Tally{
		layout: l,
		base:   make([]int64, len(l.Items)),
		picks:  make([][]int, len(l.Items)),
		in:     make([]bool, len(l.Items)),
	}
	for _, it := range l.Items {
		t.counts = append(t.counts, make([]int64, it.Choices))
	}
	for _, c := range l.crosses {
		t.crossed = append(t.crossed, make([]int64, l.Items[c.item].Choices*l.Items[c.by].Choices))
		t.crossing = append(t.crossing, make([]int64, l.Items[c.by].Choices))
	}
	return t
}

// Add counts one respondent, once in each choice, whatever the number of
// mentions.
func (t *Tally) Add(r *survey.Response, codings []codebook.Coding) {
	v := &View{Response: r, Codings: codings}
	for i, it := range t.layout.Items {
		t.picks[i], t.in[i] = it.Of(v, t.picks[i][:0])
		if !t.in[i] {
			continue
		}
		t.base[i]++
		for _, p := range t.picks[i] {
			t.counts[i][p]++
		}
	}
	for k, c := range t.layout.crosses {
		if !t.in[c.item] || !t.in[c.by] {
			continue
		}
		n := t.layout.Items[c.by].Choices
		for _, b := range t.picks[c.by] {
			t.crossing[k][b]++
			for _, p := range t.picks[c.item] {
				t.crossed[k][p*n+b]++
			}
		}
	}
}

// Merge adds the counts of other, which must have a layout of the same shape.
func (t *Tally) Merge(other *Tally) error {
	if len(t.counts) != len(other.counts) || len(t.crossed) != len(other.crossed) {
		return fmt.Errorf("merging tallies: %d items and %d crosses against %d and %d",
			len(t.counts), len(t.crossed), len(other.counts), len(other.crossed))
	}
	add(t.base, other.base)
	for i := range t.counts {
		add(t.counts[i], other.counts[i])
	}
	for i := range t.crossed {
		add(t.crossed[i], other.crossed[i])
		add(t.crossing[i], other.crossing[i])
	}
	return nil
}

func add(dst, src []int64) {
	for i, n := range src {
		dst[i] += n
	}
}

// Count returns the people found in each choice of an item, and its base.
func (t *Tally) Count(item int) (counts []int64, base int64) {
	return t.counts[item], t.base[item]
}

// A Crosstab is one item within each choice of another. A person in two
// choices of By is in both columns.
type Crosstab struct {
	Counts [][]int64 // [choice of the item][choice of by]
	Base   []int64   // [choice of by]: people of that choice in the item's base
}

// Cross returns a declared crosstab; nil when it was not declared.
func (t *Tally) Cross(item, by int) *Crosstab {
	k := slices.Index(t.layout.crosses, cross{item, by})
	if k < 0 {
		return nil
	}
	x := &Crosstab{Base: t.crossing[k]}
	for row := range slices.Chunk(t.crossed[k], t.layout.Items[by].Choices) {
		x.Counts = append(x.Counts, row)
	}
	return x
}

// Column returns the counts of the people of one choice of by.
func (x *Crosstab) Column(by int) []int64 {
	column := make([]int64, len(x.Counts))
	for i, row := range x.Counts {
		column[i] = row[by]
	}
	return column
}
