package measure

import (
	"math"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
)

// Where all people of a group say the same, their number tells what each of them
// said. So a share of all is told as "99% or more", or as all but one where a person
// is more than that, as are those next to it: top coding, as the National Center for
// Education Statistics has it (NCES 2011-603, Statistical Methods for Protecting
// Personally Identifiable Information in Aggregate Reporting), which takes wider
// bounds for few people. What is made of such a number is made of its bound.
const nearlyAll = 0.99

// capped is the least number of base people that is told no closer: one at least
// besides base itself.
func capped(base int64) int64 {
	return max(1, min(base-1, int64(math.Ceil(nearlyAll*float64(base)-1e-9))))
}

// tops reports whether x of base people are too near to all of them.
func tops(x, base int64) bool { return base > 0 && x >= capped(base) }

// bound is how many of base people x are, as far as that is told.
func bound(x, base int64) int64 {
	if tops(x, base) {
		return capped(base)
	}
	return x
}

// atLeast is a cell of nearly all of base people.
func atLeast(base int64) findings.Cell { return bounded(capped(base), base, findings.AtLeast) }

// atMost is a cell of those who gave another answer than the one that nearly all
// gave, each giving one.
func atMost(base int64) findings.Cell { return bounded(base-capped(base), base, findings.AtMost) }

func bounded(n, base int64, bound findings.Bound) findings.Cell {
	c := size(n, base)
	c.Bound = bound
	return c
}

// shareOfAll turns a count into the share that it is of its base.
func shareOfAll(c findings.Cell) findings.Cell {
	c.Number /= float64(c.Base)
	return c
}

// given are the cells of how many people of a group gave each answer, and of their
// shares.
func given(counts []int64, base int64, oneEach bool) (people, shares []findings.Cell) {
	leads := slices.ContainsFunc(counts, func(n int64) bool { return tops(n, base) })
	for _, n := range counts {
		if oneEach && leads && !tops(n, base) {
			people, shares = append(people, atMost(base)), append(shares, shareOfAll(atMost(base)))
			continue
		}
		people, shares = append(people, count(n, base)), append(shares, answered(n, base))
	}
	return people, shares
}

// sizes are the cells of how many of base people each group has, and of their shares.
func sizes(counts []int64, base int64) (people, shares []findings.Cell) {
	for _, n := range counts {
		people, shares = append(people, size(n, base)), append(shares, findings.Estimate(stats.Wilson(n, base)))
	}
	return people, shares
}

// bounds reports whether a row has a number that is told no closer, or withheld.
func bounds(row []findings.Cell) bool {
	return slices.ContainsFunc(row, func(c findings.Cell) bool { return c.Hidden || c.Bound != findings.Exact })
}

// withholds reports whether a row has a number that is withheld.
func withholds(row []findings.Cell) bool {
	return slices.ContainsFunc(row, func(c findings.Cell) bool { return c.Hidden })
}

// untold is a difference that is not told, and its test: either share could be
// worked out from it.
func untold() (findings.Cell, stats.Test) { return findings.HiddenCell(), stats.Difference(0, 0, 0, 0) }

// guard withholds one more of the shares of groups that make up everyone, where
// only one of all these is capped and could be worked out from the others: that of
// the fewest people.
func guard(everyone findings.Cell, groups []findings.Cell) {
	unknown, least := 0, -1
	for i, c := range append(slices.Clone(groups), everyone) {
		switch {
		case c.Bound != findings.Exact || c.Hidden:
			unknown++
		case i < len(groups) && c.Base > 0 && (least < 0 || c.Base < groups[least].Base):
			least = i
		}
	}
	if capped := everyone.Bound != findings.Exact || bounds(groups); capped && unknown == 1 && least >= 0 {
		groups[least] = findings.HiddenCell()
	}
}
