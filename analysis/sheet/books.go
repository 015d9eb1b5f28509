package sheet

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"commonground/analysis/sheet/ods"
	"commonground/analysis/sheet/xls"
)

func openODS(name string, r io.ReaderAt, size int64) (*File, error) {
	book, err := ods.Open(r, size)
	if err != nil {
		return nil, err
	}
	f := &File{Notes: book.Notes}
	for i := range book.Sheets {
		s := &book.Sheets[i]
		f.addSheet(s.Name, s.Hidden, rowsOfSheet(name, s.Rows(), func(r ods.Row) Row { return Row(r) }))
	}
	return f, nil
}

func openXLS(name string, r io.ReaderAt, size int64) (*File, error) {
	book, err := xls.Open(r, size)
	if err != nil {
		if advice := compoundAdvice(r, size); advice != "" {
			return nil, errors.New(advice)
		}
		return nil, err
	}
	f := &File{Notes: book.Notes}
	for i := range book.Sheets {
		s := &book.Sheets[i]
		f.addSheet(s.Name, s.Hidden, rowsOfSheet(name, s.Rows(), func(r xls.Row) Row { return Row(r) }))
	}
	return f, nil
}

// addSheet adds a sheet of a workbook, unless it has no content.
func (f *File) addSheet(name string, hidden bool, rows iter.Seq2[Row, error]) {
	empty := true
	for range rows {
		empty = false
		break
	}
	if empty {
		return
	}
	f.Tables = append(f.Tables, Table{Name: name, Rows: rows})
	if hidden {
		f.Notes = append(f.Notes, hiddenNote(name))
	}
}

func hiddenNote(sheet string) string {
	return fmt.Sprintf("The sheet %q is hidden in the workbook; it was read as the others are.", sheet)
}

// rowsOfSheet turns the rows of a workbook's reader into a table's.
func rowsOfSheet[R any](file string, rows iter.Seq2[R, error], row func(R) Row) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for r, err := range rows {
			if err != nil {
				err = fmt.Errorf("%s: %w", file, err)
			}
			if !yield(row(r), err) {
				return
			}
		}
	}
}
