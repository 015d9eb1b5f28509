package measure

import (
	"cmp"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
)

// Levels say which answers of a scale are told together, so that no number tells
// that nobody of a group gave an answer, or that all did: by answer, the place of
// the first of those with it. On either side of the middle, neighbors may be told
// together; never answers of both sides, of which a sum says nothing.
type levels []int

// toldLevels puts together as few answers as leave none that nobody gave in one of
// the rows; where that takes answers of both sides, nothing can be told.
func toldLevels(rows ...[]int64) levels {
	l := make(levels, len(rows[0]))
	var low, high []int // from the end to the middle
	for i := range l {
		l[i] = i
		if 2*i < len(l) {
			low = append(low, i)
		}
		if 2*i+1 >= len(l) {
			high = append([]int{i}, high...)
		}
	}
	if !l.close(low, rows) || !l.close(high, rows) {
		return make(levels, len(l))
	}
	return l
}

// close puts together those answers of a side that nobody of some row gave, with
// what is between them and, if need be, with others, first with those that are
// farther from the middle: the top two are to be told. It fails where all of a side
// are too few.
func (l levels) close(side []int, rows [][]int64) bool {
	from, to := len(side), -1
	for at, i := range side {
		if l[i] == i && lacks(rows, i, i) {
			from, to = min(from, at), at
		}
	}
	for to >= 0 && (from == to || lacks(rows, side[from], side[to])) {
		switch {
		case from > 0:
			from--
		case to+1 < len(side) && l[side[to+1]] == side[to+1]:
			to++
		default:
			return false
		}
	}
	for at := from; at <= to; at++ {
		l[side[at]] = min(side[from], side[to])
	}
	return true
}

// lacks reports whether nobody of some row gave an answer from one to another.
func lacks(rows [][]int64, a, b int) bool {
	return slices.ContainsFunc(rows, func(row []int64) bool { return sum(row[min(a, b):max(a, b)+1]) == 0 })
}

// after is the place after the answers told with that one.
func (l levels) after(first int) int {
	for i := first; i < len(l); i++ {
		if l[i] != first {
			return i
		}
	}
	return len(l)
}

// whole reports whether nothing can be told of the answers.
func (l levels) whole() bool { return len(l) > 1 && l[len(l)-1] == 0 }

// tellsTop reports whether the top two are apart from the other answers.
func (l levels) tellsTop() bool { return l[len(l)-ends] == len(l)-ends }

// join counts each answer with those that it is told with, for what goes by the
// order of answers alone.
func (l levels) join(counts []int64) []int64 {
	joined := make([]int64, len(counts))
	for i, n := range counts {
		joined[l[i]] += n
	}
	return joined
}

// spread counts people of answers that are told together in each of these alike,
// for what takes places as numbers.
func (l levels) spread(counts []int64) []int64 {
	spread := l.join(counts)
	for first := 0; first < len(l); first = l.after(first) {
		n, wide := spread[first], int64(l.after(first)-first)
		for i := range wide {
			spread[first+int(i)] = (n + i) / wide
		}
	}
	return spread
}

// The keys of the columns for answers that are told together, and of a cell there
// that is about the top two.
const (
	lower   = "lower"
	middle  = "middle" // with some below it, or some above it
	higher  = "higher"
	highest = "top-two"
)

// around puts what is told of lower answers together before the middle of what is
// told of single ones, and what is told of the others behind it.
func around[T any](single []T, low, mid, high T) []T {
	n := len(single)
	return slices.Insert(slices.Insert(slices.Clone(single), (n+1)/2, mid, high), n/2, low)
}

// cells are the shares of answers, and around the middle those of answers that are
// told together.
func (l levels) cells(lang say.Language, counts []int64, choices []string) []findings.Cell {
	base := sum(counts)
	var single []findings.Cell
	low, mid, high := findings.Text(""), findings.Text(""), findings.Text("")
	for first := 0; first < len(l); first = l.after(first) {
		next := l.after(first)
		share := findings.Estimate(stats.Wilson(sum(counts[first:next]), base))
		if next == first+1 {
			single = append(single, share)
			continue
		}
		single = append(single, slices.Repeat([]findings.Cell{findings.Text(lang.Say("together"))}, next-first)...)
		share.Caveats = append(share.Caveats, lang.Sayf("%s to %s", choices[first], choices[next-1]))
		if first == len(l)-ends {
			share.Key = highest
		}
		switch {
		case 2*next <= len(l):
			low = share
		case 2*first >= len(l):
			high = share
		default:
			mid = share
		}
	}
	return around(single, low, mid, high)
}

// topTwo is the share of the two highest answers, where that may be told.
func (l levels) topTwo(counts []int64) findings.Cell {
	if !l.tellsTop() || l.whole() {
		return findings.HiddenCell()
	}
	return findings.Estimate(stats.TopTwo(counts))
}

// mean is that of the answers' places, those told together taken as given alike.
func (l levels) mean(counts []int64) findings.Cell {
	if l.whole() {
		return findings.HiddenCell()
	}
	return findings.Estimate(stats.Mean(l.spread(counts)))
}

// median is the middle answer's place, where that is not one of several told
// together.
func (l levels) median(counts []int64) findings.Cell {
	low, high := make([]int64, len(l)), make([]int64, len(l))
	for i, n := range counts {
		low[l[i]] += n
		high[l.after(l[i])-1] += n
	}
	e, upper := stats.Median(low), stats.Median(high)
	if l.whole() || e.Value != upper.Value {
		return findings.HiddenCell()
	}
	e.High = upper.High
	return findings.Estimate(e)
}

// alike picks the rows of an item that can be told beside each other, and how. Where
// all of a row give one answer, it is left out, and with it as many others as make
// those left out, whose sum is known, give every answer and none alone.
func alike(rows [][]int64) (told []int, l levels) {
	for i := range rows {
		told = append(told, i)
	}
	for len(told) > 0 {
		l = toldLevels(picked(rows, told)...)
		switch {
		case l.whole():
			told = without(told, rows, variety)
		case len(told) < len(rows) && !l.mixes(rest(rows, told)):
			told = without(told, rows, sum)
		default:
			return told, l
		}
	}
	return nil, l
}

// mixes reports whether people whose answers these are gave some of all that are
// told together.
func (l levels) mixes(counts []int64) bool {
	for first := 0; first < len(l); first = l.after(first) {
		if sum(counts[first:l.after(first)]) == 0 {
			return false
		}
	}
	return true
}

func picked(rows [][]int64, at []int) [][]int64 {
	var some [][]int64
	for _, i := range at {
		some = append(some, rows[i])
	}
	return some
}

// rest adds up the rows that are not told.
func rest(rows [][]int64, told []int) []int64 {
	total := make([]int64, len(rows[0]))
	for i, row := range rows {
		if !slices.Contains(told, i) {
			for answer, n := range row {
				total[answer] += n
			}
		}
	}
	return total
}

// without leaves out the row with the least of something.
func without(told []int, rows [][]int64, of func(row []int64) int64) []int {
	least := slices.MinFunc(told, func(a, b int) int { return cmp.Compare(of(rows[a]), of(rows[b])) })
	return slices.DeleteFunc(told, func(i int) bool { return i == least })
}

// variety is how many different answers people gave.
func variety(row []int64) (n int64) {
	for _, people := range row {
		if people > 0 {
			n++
		}
	}
	return n
}
