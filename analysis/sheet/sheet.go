// Package sheet turns a file into tables of rows of text, whatever program
// wrote it. It knows formats and encodings, and nothing of what a cell means.
package sheet

import (
	"fmt"
	"io"
	"iter"

	"commonground/analysis/sheet/thread"
)

// A File is an opened file, recognised by its content.
type File struct {
	Format   string   // name of the Format that reads it
	Encoding string   // as found, such as "UTF-8", "windows-1252"; "" for formats that fix it
	Tables   []Table  // in the file's order; sheets without content are left out
	Notes    []string // what a person should know of how it was read, a sentence each
}

// A Table is one sheet of a workbook, one delimited file, or one thread.
type Table struct {
	Name   string                // the sheet's name, or ""
	Thread *thread.Thread        // set for a post with comments; its Rows are entries, with the columns thread.Columns
	Rows   iter.Seq2[Row, error] // can be ranged over again; an error that is a *RowError refuses a row and reading goes on, any other ends it
}

// A Row is one row of a table that has content; empty rows are counted and not
// given. Cells are valid until the next row is asked for.
type Row struct {
	Number int      // as a spreadsheet shows it, from 1
	Cells  []string // dates as ISO 8601, numbers in shortest decimal, without trailing empty cells
}

func withoutEmptyTail(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// A Format reads one kind of file.
type Format struct {
	Name   string
	Exts   []string               // with the dot, lower case; only a hint among formats that sniff alike
	Sniff  func(head []byte) bool // whether the first bytes (up to headSize) can be of this format
	Tables func(name string, r io.ReaderAt, size int64) (*File, error)
}

// A RowError refuses one row; reading goes on behind it.
type RowError struct {
	File   string
	Row    int    // from 1
	Column string // header of the column at fault, or ""
	Err    error
}

func (e *RowError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("%s:%d: %v", e.File, e.Row, e.Err)
	}
	return fmt.Sprintf("%s:%d: column %q: %v", e.File, e.Row, e.Column, e.Err)
}

func (e *RowError) Unwrap() error { return e.Err }
