package review

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
	"commonground/report/look"
)

// A Decision is what a person said of one comment: the themes that it has, and
// by leaving them out, those that it has not.
type Decision struct {
	Comment   Comment
	Coder     string    // who decided; "" where the file doesn't tell, or for what several agreed on
	When      time.Time // zero where the file doesn't tell
	Checked   bool      // false for a row of a review sheet that nobody marked: its codes are the machine's
	NoContent bool      // "n/a" and the like
	Stratum   string    // of the draw that the row is of; "" for a row that nobody drew
	Codes     []Code    // in the order of the codebook, each theme once
	Open      []string  // themes of the file that are left undecided on this comment, or that this coder was not asked for
	Common    bool      // what those agreed on whom the same row names
	Edited    bool      // not as the program wrote the row, as far as that can be told
	Blind     *Said     // of somebody who coded a blind sheet, as a review file carries it on; nil for none
	Row       int       // of the file, from 1

	Unasked int // of Open, how many themes have no column for this coder
}

// A Comment is a comment as a file of codes names it. All but Text may be "".
type Comment struct {
	ID         string
	Respondent string // as the file has it: a number of ours, or any name
	Role       string
	Question   string // its text or its ID
	Lang       string // "en", "es"
	Set        string // which kind of comment it is, for files that tell kinds apart
	Text       string
}

// A Code is one theme of a comment.
type Code struct {
	Theme string // its ID
	Tone  survey.Tone
	Toned bool // false where the theme is ticked without saying how it is spoken of
}

// A Ref finds the comment again that a decision is about. Equal answers of one
// person to one question have equal Refs.
type Ref struct{ Respondent, Question, Text string }

// Ref leaves out what a workbook may change in a text: kinds of space, line
// ends, and what goes beyond the room of a cell.
func (c Comment) Ref() Ref {
	return Ref{c.Respondent, c.Question, strings.Join(strings.Fields(look.Clean(c.Text)), " ")}
}

// Code returns the code of a theme; false where the comment hasn't the theme.
func (d *Decision) Code(theme string) (Code, bool) {
	i := slices.IndexFunc(d.Codes, func(c Code) bool { return c.Theme == theme })
	if i < 0 {
		return Code{}, false
	}
	return d.Codes[i], true
}

// Decisions is what a file of codes holds.
type Decisions struct {
	File    string
	Themes  []string // that were looked for, in the order of the codebook: a theme without a column was not
	Unasked []string // themes of the codebook that were not looked for
	All     []Decision
	Sample  *Sample  // how the rows that have a Stratum were drawn; nil where none was
	Notes   []string // what of the file was left out, a sentence each

	Shown      bool // the words that earned the program's codes stand beside them: whoever decided saw these
	Unmarked   bool // a sheet without a column of checks: every row counts as checked
	NoMarks    bool // rows of code, of which none is marked, though some were changed: every row counts as checked
	NonAnswers bool // the file tells answers without content apart
}

// ReadDecisions reads a file of codes by people: a review workbook, a
// spreadsheet or CSV with a column for each theme, or JSON with one comment a
// line. Its error names each cell that can't be understood. themes are those
// that may be coded; codes of others are left out, with a note.
//
// The columns of a sheet are named by theme (its ID or label) or, where several
// people coded in one sheet, by theme and coder ("trust: Ana"); or rows name
// them in a column "coder". A cell holds a tone, or x for the theme alone. text
// is the one other column that must be there.
func ReadDecisions(name string, r io.ReaderAt, size int64, themes []codebook.Theme) (*Decisions, error) {
	head := make([]byte, min(size, 512))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return nil, fmt.Errorf("%s: the file could not be read: %w", name, err)
	}
	g := &goldReader{file: &Decisions{File: name}, themes: themes, coded: make([]bool, len(themes)), strange: map[string]int{}}
	var err error
	if bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("{")) {
		err = g.readLines(io.NewSectionReader(r, 0, size))
	} else {
		err = g.readSheets(r, size)
	}
	if err = errors.Join(err, g.failures()); err != nil {
		return nil, err
	}
	for i, t := range themes {
		if g.coded[i] {
			g.file.Themes = append(g.file.Themes, t.ID)
		} else {
			g.file.Unasked = append(g.file.Unasked, t.ID)
		}
	}
	if err := g.otherBook(); err != nil {
		return nil, err
	}
	g.noteStrange()
	g.leaveOpen()
	g.handedIn()
	return g.file, nil
}

// handedIn has rows of code count where nobody marked any: people hand in those
// alone that they corrected. Where none was changed, nobody decided anything.
func (g *goldReader) handedIn() {
	all := g.file.All
	if !g.rowsOfCode || slices.ContainsFunc(all, func(d Decision) bool { return d.Checked }) ||
		!slices.ContainsFunc(all, func(d Decision) bool { return d.Edited }) {
		return
	}
	g.file.NoMarks = true
	for i := range all {
		all[i].Checked = true
	}
}

// A goldReader gathers what a file holds.
type goldReader struct {
	file    *Decisions
	themes  []codebook.Theme
	coded   []bool         // by theme
	asked   [][]bool       // by decision of a sheet and theme: see goldHead
	strange map[string]int // codes of themes that are none of themes
	others  []string       // columns that hold tones, and are none of themes
	failed  []error

	rowsOfCode bool // the file begins with the header of rows as the code command writes them
}

// failLimit is the number of errors after which the others are not worth
// reading.
const failLimit = 10

func (g *goldReader) fail(err error) { g.failed = append(g.failed, err) }

func (g *goldReader) failures() error {
	if more := len(g.failed) - failLimit; more > 0 {
		g.failed = append(g.failed[:failLimit], fmt.Errorf("%s: %d more errors like these", g.file.File, more))
	}
	return errors.Join(g.failed...)
}

func (g *goldReader) noteStrange() {
	names := make([]string, 0, len(g.strange))
	for name := range g.strange {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		g.file.Notes = append(g.file.Notes, fmt.Sprintf("The codebook has no theme %q: its codes (%d) are left out.", name, g.strange[name]))
	}
}

// otherBook refuses what was coded with another codebook: the few themes that are
// called the same may mean something else there.
func (g *goldReader) otherBook() error {
	others := slices.Clone(g.others)
	for name := range g.strange {
		others = append(others, name)
	}
	if known := len(g.file.Themes); len(others) <= known || known == len(g.themes) {
		return nil
	}
	slices.Sort(others)
	more := ""
	if len(others) > othersLimit {
		others, more = others[:othersLimit], " …"
	}
	return fmt.Errorf("%s: most of its themes are none of the codebook (%s%s): it was coded with another one; name that with --codebook, or leave the file out",
		g.file.File, strings.Join(others, ", "), more)
}

// othersLimit is how many such themes the error lists.
const othersLimit = 8

// theme returns the index of the theme with that ID, or else with that label, or
// -1.
func (g *goldReader) theme(name string) int {
	if i := slices.IndexFunc(g.themes, func(t codebook.Theme) bool { return strings.EqualFold(name, t.ID) }); i >= 0 {
		return i
	}
	return slices.IndexFunc(g.themes, func(t codebook.Theme) bool { return strings.EqualFold(name, t.Label) })
}
