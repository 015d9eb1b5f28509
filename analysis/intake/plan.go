package intake

import (
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"commonground/analysis/survey"
)

// A Plan says what to read, and what is known of it. Its zero value but for
// Sources lets everything be guessed.
type Plan struct {
	Title     string
	Sources   []Source
	Roles     []FileRole // of files by name, also of those in folders and zips
	Questions []Known    // columns that none of them names are guessed
	Columns   []Use      // of columns that answer no question
	Waves     Waves      // how the waves are told apart
	Rows      Rows       // which rows count
	By        []string   // headers or question IDs to keep as groups, whatever kind their column seems
	Names     []string   // of people to take out of texts, besides those found
	Spool     string     // folder for working files, made 0600 and removed by Close; "" for the system's
}

// A FileRole is the role of all who wrote in a file.
type FileRole struct {
	File string // its name as messages give it, or the end of that behind a slash
	Role survey.Role
}

// Of reports whether the role is that of the file of that name.
func (r FileRole) Of(name string) bool {
	name, file := path.Clean(filepath.ToSlash(name)), path.Clean(filepath.ToSlash(r.File))
	return name == file || strings.HasSuffix(name, "/"+file)
}

// A Source is one file to read, or a folder or zip of files, whose place they
// take when it is read.
type Source struct {
	Name string // as the user gave it, for messages and reports
	Path string // within FS, or on the machine where FS is nil; it may lead into a zip
	FS   fs.FS
	Role survey.Role // NoRole to find out
	Wave string      // of all its rows; "" to find out

	notes  []string // on the files beside it that are not read
	member bool     // of a folder or zip, whose other files are read without it
}

// Known is what is known of a question before its columns are read.
type Known struct {
	ID      string     // "" to make one of Text
	Text    string     // as reports word it; "" for the first header found
	Headers []string   // of the columns that answer it, as the files word them but for case and punctuation; of a question that spreads over columns, its own part of them. None means Text
	Kind    ColumnKind // "" to find out
	Choices []string   // in order, a scale's lowest first; nil for those found
	Mirror  string     // ID of the question that asks the same about the other side; "" to find out
}

// A Use says what a column holds that answers no question. Where it is personal
// or tells who may be quoted, a file has to have it unless it is Optional.
type Use struct {
	Header   string
	Kind     ColumnKind
	Optional bool
}

// Waves says how waves are told apart where sources don't name theirs. Its zero
// value looks for a column; at most one field is set.
type Waves struct {
	Column string     // header of the column that names them
	Starts time.Month // by dates: the month that begins a new wave, named by its years ("2025-26", or "2026" for January)
}

// Rows says which rows count among those that a person may want to leave out.
// Rows left out are refused with a reason.
type Rows struct {
	Duplicates Fate          // the same time and answers as a row before; kept by default
	Tests      Fate          // "test" and "asdf" for answers; kept by default
	Empty      Fate          // no answer to any question; kept by default
	Previews   Fate          // made to try the form; left out by default
	Unfinished Fate          // the respondent stopped early; kept by default
	Fast       Fate          // quicker than Fastest; kept by default
	Fastest    time.Duration // 0 for a third of the median
	Shifted    Fate          // cells that stand a column off; Mend is possible; kept by default
}

// Fate is what becomes of such rows.
type Fate uint8

// The fates. Usual is what Rows says by default.
const (
	Usual Fate = iota
	Keep
	LeaveOut
	Mend
)
