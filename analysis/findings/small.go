package findings

import (
	"math"

	"commonground/analysis/say"
)

// Of fewer people than Few, a share is written as a count, or where it is an
// estimate told with its interval; of fewer than VeryFew, nothing is written in
// percent.
const (
	Few     = 30
	VeryFew = 10
)

// Text writes a cell of a column of a unit, by Unit.In, but for what rests on
// few people: a share is written as "9 of 27", and a difference of shares of very
// few as that; and but for what is told no closer than "at least 38 of 40".
func (c Cell) Text(l say.Language, u Unit) string {
	n, counted := c.Counted(u)
	switch {
	case math.IsNaN(c.Number) || math.IsInf(c.Number, 0):
		return ""
	case c.Bound != Exact:
		return c.bounded(l, u)
	case counted:
		return l.Sayf("%s of %s", Count.Text(n), Count.Text(float64(c.Base)))
	case u == Points && c.fewerThan(VeryFew):
		return l.Say("too few to compare")
	}
	return u.In(l, c.Number)
}

// Format is the number format that makes a spreadsheet show what Text does.
func (c Cell) Format(l say.Language, u Unit) string {
	if _, counted := c.Counted(u); counted || c.Bound != Exact || u == Points && c.fewerThan(VeryFew) {
		return `"` + c.Text(l, u) + `"`
	}
	return u.Format()
}

// Ends reports whether the ends of the cell's interval may be written: in percent
// they may not, of very few people.
func (c Cell) Ends(u Unit) bool { return u != Share && u != Points || !c.fewerThan(VeryFew) }

func (c Cell) fewerThan(people int64) bool { return c.Base > 0 && c.Base < people }

// Counted returns how many of few people make up a share; false for a share of
// many, and for one that no count makes.
func (c Cell) Counted(u Unit) (n float64, ok bool) {
	n = c.Number * float64(c.Base)
	return math.Round(n), u == Share && !c.Estimated && c.fewerThan(Few) && math.Abs(n-math.Round(n)) < 1e-6
}

// Rough reports whether a sentence must tell the cell's interval with it: of an
// estimate that rests on few people.
func (c Cell) Rough() bool { return c.Estimated && !c.Hidden && c.Bound == Exact && c.fewerThan(Few) }
