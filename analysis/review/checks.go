package review

import (
	"fmt"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Checks are what people decided on the answers of one survey. Its zero value
// and nil are those of nobody.
type Checks struct {
	Answers int      // that a person decided on
	Notes   []string // what of the files could not be used, or was found again elsewhere: a sentence each
	Sample  *Sample  // the draw that some rows are of; nil for none

	all  []*Check
	of   map[int][]*Check // by respondent
	lost map[string]int   // rows by file: checked, and not among the checks
}

// A Check is a row of a file of codes, found again among the answers. Of a
// sample there are checks for rows that nobody has decided on yet.
type Check struct {
	*Decision
	Respondent int               // of the survey
	Comment    int               // index into Response.Comments
	Number     int               // of the check, from 1
	Machine    []codebook.Coding // what the coder would have said; known when the response is coded
	State      survey.State      // what the coder would have said that the answer holds; known then too

	file  *Decisions
	blind decided // on a sheet of the draw without the machine's codes; nothing where that was not
}

// Blind returns what a person decided on every theme of an answer of the
// sample, who wasn't shown the machine's codes; nil where nobody has. Another
// file may have the last word over it, and then Decision differs.
func (c *Check) Blind() *Decision {
	if c == nil {
		return nil
	}
	return c.blind.Decision
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

// Complete reports whether a person decided on every theme. A check of some
// themes alone must not pass for one of all in the next file.
func (c *Check) Complete() bool { return c != nil && c.Checked && c.file.Unasked == 0 }

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
	if c.Answers > 0 {
		said = append(said, fmt.Sprintf("People decided on %s: their codes count there, and not the program's.", answers(c.Answers)))
	}
	return append(said, c.Notes...)
}

// Whole reports whether all that people checked in a file is among the checks,
// so that a new file can take its place.
func (c *Checks) Whole(file string) bool {
	lost, known := c.lost[file]
	return known && lost == 0
}
