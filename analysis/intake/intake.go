// Package intake understands tables: it learns what each column is, who wrote
// each row and in which role, and turns the rows of all files into one survey
// and one response per respondent.
package intake

import (
	"io/fs"

	"commonground/analysis/sheet"
	"commonground/analysis/survey"
)

// A Plan says what to read. Its zero value but for Sources lets everything be
// guessed.
type Plan struct {
	Title   string
	Sources []Source
	By      []string // headers or question IDs to keep as groups, whatever kind their column seems
	Spool   string   // folder for working files, made 0600 and removed by Close; "" for the system's
}

// A Source is one file to read.
type Source struct {
	Name string // as the user gave it, for messages and reports
	Path string // within FS, or on the machine where FS is nil
	FS   fs.FS
	Role survey.Role // NoRole to find out
}

// A Read tells what was recognised in one source.
type Read struct {
	File        string
	Format      string
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
	Thread      *sheet.Thread // of a post with comments
	Notes       []string
}

// A Column is what one column of a file was taken for.
type Column struct {
	Name     string
	Kind     ColumnKind
	Question int // index into Survey.Questions, or -1
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
	EmptyColumn    ColumnKind = "empty"
)
