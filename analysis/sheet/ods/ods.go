// Package ods reads OpenDocument spreadsheets: .ods, and .fods, which is the same
// as one XML file.
package ods

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// A Book is an opened spreadsheet.
type Book struct {
	Sheets []Sheet  // in the file's order; those without content are left out
	Notes  []string // what a person should know of how it was read, a sentence each
}

// A Sheet is one table of a Book.
type Sheet struct {
	Name   string
	Hidden bool

	file  *file
	place place
}

// A Row is one row that has content. Its cells are valid until the next row is
// asked for; repeated rows share them.
type Row struct {
	Number int      // as a spreadsheet shows it, from 1
	Cells  []string // dates as ISO 8601, numbers in shortest decimal, without trailing empty cells
}

// Sniff tells whether a file that begins with head (some 64 KiB) can be an
// OpenDocument file.
func Sniff(head []byte) bool {
	if !isZip(head) {
		return bytes.Contains(head, []byte("opendocument:xmlns:office:")) && bytes.Contains(head, []byte(":document"))
	}
	const header = 30 // bytes in front of a part's name (APPNOTE.TXT, 4.3.7)
	first := head[min(len(head), header):]
	for _, name := range firstParts {
		if bytes.HasPrefix(first, []byte(name)) {
			return true
		}
	}
	return false
}

// firstParts are the parts that programs write first: most do the first of
// them, Google the second.
var firstParts = []string{"mimetype", "content.xml", "META-INF/manifest.xml", "styles.xml", "meta.xml", "settings.xml"}

// Open reads the spreadsheet once to its end, so that a damaged one is refused
// as a whole. Rows are read anew from r as they are ranged over, so r has to
// outlive them.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	f, err := openFile(r, size)
	if err != nil {
		return nil, err
	}
	s, err := f.scan(place{})
	if err != nil {
		return nil, damaged(err)
	}
	defer s.close()
	switch err := s.document(); {
	case errors.Is(err, errNoSpreadsheet):
		return nil, err
	case err != nil:
		return nil, damaged(s.at(err))
	case len(s.sheets) == 0:
		return nil, errors.New("the spreadsheet has no sheet with anything in it")
	}
	s.macros = s.macros || f.macros
	return &Book{Sheets: s.sheets, Notes: s.notes()}, nil
}

// Rows gives the rows with content, in ascending order; an error ends it.
func (s *Sheet) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		scan, err := s.file.scan(s.place)
		if err != nil {
			yield(Row{}, damaged(fmt.Errorf("sheet %q: %w", s.Name, err)))
			return
		}
		defer scan.close()
		scan.sheet = s.Name
		err = scan.rows(func(row Row) error {
			if !yield(row, nil) {
				return errStopped
			}
			return nil
		})
		if err != nil && err != errStopped {
			yield(Row{Number: scan.row}, damaged(scan.at(err)))
		}
	}
}

var (
	errStopped       = errors.New("no more rows are asked for")
	errNoSpreadsheet = errors.New("the file is an OpenDocument file and holds no spreadsheet: save it as .ods or .csv, and run again")
)

func damaged(err error) error {
	return fmt.Errorf("the spreadsheet is damaged or refused (%w): open it in LibreOffice, save it again, and run again", err)
}
