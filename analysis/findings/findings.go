// Package findings is the waist of the program: what analysis found, in
// tables whose every cell knows its base, interval and caveats. Analysis
// writes findings and knows no layout; reports lay them out and compute
// nothing, so that no two of them can disagree.
package findings

import (
	"iter"
	"time"

	"commonground/analysis/stats"
)

// A Report is all that one run found.
type Report struct {
	Title    string
	Made     time.Time // of the newest answer; zero when no answer has a date
	Summary  []string  // the three sentences to say aloud
	Sources  []Source
	Sections []Section
	Codebook []Theme
	Method   []Note
	Notes    []Note
	Comments func() iter.Seq2[Comment, error] // redacted, in an order that links nothing; can be ranged over again
}

// A Section groups the findings of one subject, in the order to tell them.
type Section struct {
	ID       string // "themes", "mirror"
	Title    string
	Findings []Finding
}

// A Finding is one answer to one question that a reader might ask.
type Finding struct {
	ID     string       // stable: "themes.by.role" is an anchor, a sheet, a file name
	Title  string       // the sentence to remember
	Table  Table        //
	Figure *Figure      // nil where there is nothing to show
	Tests  []stats.Test //
	Quotes []Quote      //
	Notes  []Note       //
}

// A Table holds a finding's numbers. Rows[i][j] belongs to Columns[j].
type Table struct {
	Columns []Column
	Rows    [][]Cell
}

// A Column says what its cells are.
type Column struct {
	Name string
	Unit Unit
	Key  string // what the column stands for, for its colour: a role, a tone, or ""
}

// A Cell is one label or one number.
type Cell struct {
	Label     string
	Number    float64  // NaN for a cell without a number
	Low, High float64  // NaN for a cell without an interval
	Base      int64    // people that a share rests on; 0 where that has no meaning
	Hidden    bool     // withheld: Number, Low and High are NaN then
	Caveats   []string // a short phrase each
}

// A Figure says how a finding is drawn. It has no numbers of its own: Label
// and Values are indexes of the table's columns.
type Figure struct {
	Kind    FigureKind
	Title   string // of the axis: "Share of the people who wrote something"
	Caption string // base and source, one sentence
	Label   int    // the column whose labels name the bars
	Values  []int  // the columns drawn, in order
}

// FigureKind is a way to draw a table.
type FigureKind uint8

// The kinds of figure.
const (
	Bars    FigureKind = iota // one share a row, with its interval
	Dots                      // two or more shares a row on one line, a role each
	Diverge                   // tones a row: concern to the left of zero, wish, neutral and praise to the right
	Slope                     // two shares a row joined by a line: what one side wants, what the other believes
	Heat                      // a square of numbers, row by column
	Likert                    // a scale's choices a row, stacked around its middle, lowest first
)

// A Source is one file that was read.
type Source struct {
	File        string
	Format      string
	Encoding    string
	Rows        int // data rows read: used and refused together
	Used        int // rows that are part of a response
	Respondents int
	Stated      int // respondents as the source itself states; 0 when it doesn't
	Refused     []Refusal
	NoContent   int // answers like "n/a"
	NotRead     int // answers in a language without patterns
	RoleFrom    string
	Notes       []string
}

// A Refusal is a row that is part of no response.
type Refusal struct {
	Row    int
	Column string
	Reason string
}

// A Theme is what readers need to know of a theme of the codebook.
type Theme struct {
	ID, Label, Group, Definition string
	Include, Exclude             []string
}

// A Note is one thing to know, a sentence or two.
type Note struct {
	Title string // "Base"; "" for a plain remark
	Text  string
}

// A Quote is words that may be shown.
type Quote struct {
	Text   string // redacted
	Role   string
	Theme  string // label of the theme, or ""
	Tone   string
	Source string // file and question, never a row
}

// A Comment is one coded answer that may be shown: redacted, and not linked to
// other answers of its respondent.
type Comment struct {
	Role     string // "parent", "parent, teacher", or "" where withheld
	Question string
	Text     string
	Lang     string
	Codes    []Code
}

// A Code is a theme given to a comment.
type Code struct {
	Theme string // the theme's ID
	Tone  string
}
