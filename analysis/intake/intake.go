// Package intake understands tables: it learns what each column is, who wrote
// each row and in which role, and turns the rows of all files into one survey
// and one response per respondent.
//
// A way through it: open.go reads the sources (expand, archive) table by table
// (table, header, exports, spread, long, page) into a working file, while
// profile.go remembers what each column holds. Behind the last row settle.go
// tells what the columns are (columns, boxes, scales, choices, dates) and which
// rows are odd (odd, repeated, fast, shifted). questions.go joins the tables to
// one questionnaire (joined, near, mirrors), decide.go settles its kinds, and
// responses.go reads the working file once more. What a person knows better
// comes in a Plan (known, told, oblige, given).
package intake

import (
	"slices"

	"commonground/analysis/sheet"
	"commonground/analysis/sheet/thread"
	"commonground/analysis/survey"
)

// A Read tells what was recognized in one source.
type Read struct {
	File        string
	Format      string
	Export      string // the survey program whose export it looks like, or ""
	Encoding    string
	Rows        int // data rows: those in a response and those refused
	Used        int // rows that are part of a response
	Respondents int
	Stated      int // respondents as a summary states them; 0 when it doesn't
	RoleFrom    string
	Lang        survey.Lang // main language of what is written in it
	Refused     []*sheet.RowError
	Doubts      []*sheet.RowError // rows kept, but for a person to look at
	Columns     []Column
	Thread      *thread.Thread // of a post with comments
	Odd         []Odd          // rows that a person may want to leave out
	Notes       []string
}

// Asks lists the questions that the file asks, as indexes into
// Survey.Questions.
func (r *Read) Asks() []int {
	var asks []int
	for _, c := range r.Columns {
		if c.Question >= 0 && !c.Other && !slices.Contains(asks, c.Question) {
			asks = append(asks, c.Question)
		}
	}
	return asks
}

// Odd tells of the rows of one kind that a person may want to leave out.
type Odd struct {
	What string // "unfinished", "test entry" …
	Rows []int  // their numbers, ascending
	Kept bool   // they count; else they are among the refused
}

// A Column is what one column of a file was taken for.
type Column struct {
	Name     string
	Kind     ColumnKind
	Question int  // index into Survey.Questions, or -1
	Other    bool // the words of those for whom none of a question's choices was right
}

// ColumnKind is what a column holds.
type ColumnKind string

// The kinds of column. Personal columns serve to tell respondents apart and go
// no further than intake.
const (
	RespondentID   ColumnKind = "respondent id"
	Timestamp      ColumnKind = "timestamp"
	RoleColumn     ColumnKind = "role"
	Personal       ColumnKind = "personal"
	OpenColumn     ColumnKind = "open"
	SingleColumn   ColumnKind = "single"
	MultipleColumn ColumnKind = "multiple"
	ScaleColumn    ColumnKind = "scale"
	NumberColumn   ColumnKind = "number"
	DateColumn     ColumnKind = "date"
	AttributeKind  ColumnKind = "attribute"
	WaveColumn     ColumnKind = "wave"
	ConsentColumn  ColumnKind = "consent"  // whether a respondent may be quoted
	DurationColumn ColumnKind = "duration" // of answering, in seconds
	StatusColumn   ColumnKind = "status"   // what the survey program says of the row: finished, a preview
	IgnoredColumn  ColumnKind = "ignored"
	EmptyColumn    ColumnKind = "empty"
)
