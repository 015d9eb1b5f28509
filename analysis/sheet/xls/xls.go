// Package xls reads the workbooks that Excel wrote until 2007: BIFF8 (Excel 97
// to 2003) and BIFF5 (Excel 5 and 95) in a compound file.
//
// Records are described in [MS-XLS] and in OpenOffice.org's Documentation of the
// Microsoft Excel File Format; names of records are those of the former.
package xls

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"

	"golang.org/x/text/encoding"

	"commonground/analysis/sheet/number"
)

// A Book is an opened workbook: its sheets, and what they share. It does not
// change once opened, so sheets may be read at the same time.
type Book struct {
	Sheets []Sheet  // worksheets in the workbook's order; charts and macro sheets are left out
	Notes  []string // what of the workbook was left unread, a sentence each

	container container
	biff8     bool
	codePage  encoding.Encoding // of the texts of BIFF5
	since1904 bool
	kinds     []number.Kind // by the index of a cell's format (XF)
	texts     shared
}

// A Sheet is one worksheet.
type Sheet struct {
	Name   string
	Hidden bool

	book       *Book
	start, end int64 // its place in the workbook's stream
}

// A Row is one row that has content.
type Row struct {
	Number int      // as Excel shows it, from 1
	Cells  []string // dates as ISO 8601, numbers in shortest decimal, without trailing empty cells; valid until the next row
}

// Rows gives the rows with content, ascending. It can be ranged over again. An
// error names the sheet and the row, and ends the sheet.
func (s *Sheet) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		if err := s.read(func(row Row) bool { return yield(row, nil) }); err != nil {
			yield(Row{}, err)
		}
	}
}

const (
	resave = "open it in Excel, save it as .xlsx, and run again"
	// maxSheets is far more than any survey has; Excel itself starts a workbook
	// with at most 255.
	maxSheets = 1000
)

var (
	errPassword = errors.New("it is protected with a password: open it in Excel, remove the password (File, Info, Protect Workbook), save it again, and run again")
	errTooOld   = errors.New("it is of the form that .xls files had before 1993, which is not read: " + resave)
)

// damaged is the error of a workbook that can't be read in full.
func damaged(err error) error {
	return fmt.Errorf("the workbook is damaged or not completely downloaded (%w): %s", err, resave)
}

// Open reads what the sheets of a workbook share. Rows are read from r as they
// are ranged over, so r has to outlive them.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	var head [8]byte
	if _, err := r.ReadAt(head[:min(size, 8)], 0); err != nil {
		return nil, fmt.Errorf("the file could not be read: %w", err)
	}
	if isBareBOF(head[:]) {
		return nil, errTooOld
	}
	b := &Book{container: container{r, size}}
	records, err := b.container.records(0, size)
	if err != nil {
		return nil, err
	}
	if err := b.readGlobals(records); err != nil {
		return nil, err
	}
	return b, nil
}

// isBareBOF recognises a workbook without a compound file around it, which begins
// with its first record: one from before 1993 (BIFF2 to BIFF4), or from a program
// that took a shortcut.
func isBareBOF(head []byte) bool {
	id, length := binary.LittleEndian.Uint16(head), binary.LittleEndian.Uint16(head[2:])
	return (isOldBOF(id) || id == recBOF) && 4 <= length && length <= 16
}

func isOldBOF(id uint16) bool { return id == 0x0009 || id == 0x0209 || id == 0x0409 }
