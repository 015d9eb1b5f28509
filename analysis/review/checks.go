package review

import (
	"fmt"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Checks are what people decided on the answers of one survey. Its zero value
// and nil are those of nobody.
type Checks struct {
	Answers int      // that a person decided on
	Among   int      // answers that the survey has; known where there is a file
	Notes   []string // what of the files could not be used, or was found again elsewhere: a sentence each
	Sample  *Sample  // the draw that some rows are of; nil for none
	Blind   bool     // that draw is coded by people who didn't see the machine's codes

	all  []*Check
	of   map[int][]*Check // by respondent
	lost int              // what the files hold besides that is not among the checks: rows, columns
}

// A Check is a row of a file of codes, found again among the answers. Of a
// sample there are checks for rows that nobody has decided on yet.
type Check struct {
	*Decision
	Respondent int               // of the survey
	Comment    int               // index into Response.Comments
	Number     int               // of the check, from 1
	Decided    []string          // themes that a person decided on
	Open       []string          // the others, of those that are looked for in such an answer
	Machine    []codebook.Coding // what the coder would have said; known when the response is coded
	State      survey.State      // what the coder would have said that the answer holds; known then too

	file  *Decisions
	blind *Said // nil where nobody coded it so; it may leave themes open
}

// Blind returns what a person said of an answer of the sample who wasn't shown
// the machine's codes; nil where nobody has, of each theme. Another file may have
// the last word over it, and then the Decision differs.
func (c *Check) Blind() *Said {
	if c == nil || c.blind == nil || len(c.blind.Open) > 0 {
		return nil
	}
	return c.blind
}

// Of returns the check of one answer, or nil.
func (c *Checks) Of(respondent, comment int) *Check {
	if c == nil {
		return nil
	}
	for _, check := range c.of[respondent] {
		if check.Comment == comment {
			return check
		}
	}
	return nil
}

// Complete reports whether a person decided on every theme.
func (c *Check) Complete() bool { return c != nil && c.Checked && len(c.Open) == 0 }

// Nth returns the check of that Number, or nil for 0.
func (c *Checks) Nth(number int) *Check {
	if number == 0 {
		return nil
	}
	return c.all[number-1]
}

// Said returns what to say of the checks: how many count, and the Notes.
func (c *Checks) Said() []string {
	var said []string
	if decided := c.Decided(); decided != "" {
		said = append(said, decided)
	}
	return append(said, c.Notes...)
}

// Decided says how many checks count; "" where there is none.
func (c *Checks) Decided() string {
	if c.Answers == 0 {
		return ""
	}
	return fmt.Sprintf("People decided on %d of %s: their codes count there, and not the program's.", c.Answers, answers(c.Among))
}

// Hold reports whether all that people did in the one file that others were made
// of is among the checks, so that a file made from these can take its place.
func (c *Checks) Hold(others *Checks) bool {
	return others.lost == 0 && !slices.ContainsFunc(others.all, func(other *Check) bool {
		return !c.Of(other.Respondent, other.Comment).says(other)
	})
}

// says reports whether a check says all that another does.
func (c *Check) says(other *Check) bool {
	switch {
	case c == nil:
		return false
	case other.Stratum != c.Stratum, other.blind != nil && (c.blind == nil || c.blind.String() != other.blind.String()):
		return false
	case !other.Checked:
		return true
	}
	return c.Checked && c.Coder == other.Coder && Date(c.When) == Date(other.When) && c.NoContent == other.NoContent &&
		!slices.ContainsFunc(other.Decided, func(theme string) bool {
			was, had := other.Code(theme)
			code, has := c.Code(theme)
			return was != code || had != has || !slices.Contains(c.Decided, theme)
		})
}
