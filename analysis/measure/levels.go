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
// the first of those with it, always next to each other.
type levels []int

// toldLevels puts together as few answers as leave none that nobody gave in one of
// the rows. The two lowest are put together before others are, and the two highest,
// so that the top two can be told. Where somebody's answers are all alike, all
// answers end up together.
func toldLevels(rows ...[]int64) levels {
	l := make(levels, len(rows[0]))
	for i := range l {
		l[i] = i
	}
	for {
		empty := l.empty(rows)
		if empty < 0 {
			return l
		}
		first, next := empty, l.after(empty)
		if next == len(l) || first > 0 && !l.sameEnd(first, next) {
			next, first = first, l[first-1]
		}
		for i := next; i < len(l) && l[i] == next; i++ {
			l[i] = first
		}
	}
}

// empty is the first of answers told together that nobody of some row gave; -1 for
// none, or where all answers are told together.
func (l levels) empty(rows [][]int64) int {
	if l.whole() {
		return -1
	}
	for first := 0; first < len(l); first = l.after(first) {
		for _, row := range rows {
			if sum(row[first:l.after(first)]) == 0 {
				return first
			}
		}
	}
	return -1
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

// sameEnd reports whether two neighbors are the two lowest or the two highest.
func (l levels) sameEnd(a, b int) bool { return b < ends || a >= len(l)-ends }

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

// cells are the shares of answers; of those told together, one cell holds all, the
// one nearest to the middle, and the others name it.
func (l levels) cells(lang say.Language, counts []int64, choices []string) []findings.Cell {
	base := sum(counts)
	cells := make([]findings.Cell, len(counts))
	for first := 0; first < len(l); first = l.after(first) {
		next := l.after(first)
		holds := next - 1
		if next > len(l)-ends {
			holds = first
		}
		for i := first; i < next; i++ {
			if i != holds {
				cells[i] = findings.Text(lang.Sayf("with “%s”", choices[holds]))
			}
		}
		cells[holds] = findings.Estimate(stats.Wilson(sum(counts[first:next]), base))
		for i := first; i < next; i++ {
			if i != holds {
				cells[holds].Caveats = append(cells[holds].Caveats, lang.Sayf("with “%s”", choices[i]))
			}
		}
	}
	return cells
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
func (l levels) mixes(counts []int64) bool { return l.empty([][]int64{counts}) < 0 }

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
