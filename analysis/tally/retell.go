package tally

import "slices"

// Crossed lists the items that are counted within each choice of by.
func (l *Layout) Crossed(by int) []int {
	var items []int
	for _, c := range l.crosses {
		if c.by == by {
			items = append(items, c.item)
		}
	}
	return items
}

// Retell makes choice c of an item stand for the people of some choices of from
// instead, which may be the item itself: those that places gives at c for the
// people of an item, of whom people[i] are of choice i of from. From is counted
// within whatever the item is counted within, and crossed with all that the item
// is crossed with.
func (t *Tally) Retell(by, from int, places func(item int, people []int64) [][]int) {
	all := places(by, t.counts[from])
	for k, c := range t.layout.crosses {
		switch {
		case c.by == by:
			source := slices.Index(t.layout.crosses, cross{c.item, from})
			t.retellColumns(k, source, places(c.item, t.crossing[source]))
		case c.item == by && from == by:
			t.retellRows(k, all)
		case c.item == by:
			t.crossed[k] = make([]int64, len(t.crossed[k])) // would count people twice
		}
	}
	t.counts[by] = sums(t.counts[from], all)
}

func (t *Tally) retellColumns(k, source int, places [][]int) {
	from := t.layout.Items[t.layout.crosses[source].by].Choices
	var crossed []int64
	for row := range slices.Chunk(t.crossed[source], from) {
		crossed = append(crossed, sums(row, places)...)
	}
	t.crossing[k], t.crossed[k] = sums(t.crossing[source], places), crossed
}

func (t *Tally) retellRows(k int, places [][]int) {
	width := t.layout.Items[t.layout.crosses[k].by].Choices
	crossed := make([]int64, len(t.crossed[k]))
	for row, from := range places {
		for _, i := range from {
			add(crossed[row*width:(row+1)*width], t.crossed[k][i*width:(i+1)*width])
		}
	}
	t.crossed[k] = crossed
}

// sums adds up the counts at some places, for each list of these.
func sums(counts []int64, places [][]int) []int64 {
	out := make([]int64, len(places))
	for c, in := range places {
		for _, i := range in {
			out[c] += counts[i]
		}
	}
	return out
}
