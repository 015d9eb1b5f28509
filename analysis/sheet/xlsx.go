package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	// unzipLimit is what a workbook may grow to: a full sheet of 1,048,576
	// rows with 4 KiB of XML each. Beyond it is no survey but a zip bomb.
	unzipLimit = 4 << 30
	// unzipXMLLimit is the size from which excelize keeps a sheet in a
	// temporary file and not in memory.
	unzipXMLLimit = 16 << 20
	// heldLimit is for all that is held in memory: styles, themes, pictures,
	// small sheets.
	heldLimit = 128 << 20
)

var options = excelize.Options{UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: unzipXMLLimit}

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// A workbook is opened anew for each range over a sheet: excelize keeps large
// sheets in temporary files, which then go as soon as the range ends.
type workbook struct {
	name string
	r    io.ReaderAt
	size int64
}

func openWorkbook(name string, r io.ReaderAt, size int64) (*File, error) {
	w := workbook{name, r, size}
	if err := w.check(); err != nil {
		return nil, err
	}
	book, err := w.open()
	if err != nil {
		return nil, err
	}
	defer book.Close()
	f := new(File)
	for _, name := range book.GetSheetList() {
		if !hasRows(book, name) {
			continue
		}
		f.Tables = append(f.Tables, Table{Name: name, Rows: func(yield func(Row, error) bool) { w.rows(name, yield) }})
		if visible, err := book.GetSheetVisible(name); err == nil && !visible {
			f.Notes = append(f.Notes, fmt.Sprintf("The sheet %q is hidden in the workbook; it was read as the others are.", name))
		}
	}
	if len(f.Tables) == 0 {
		return nil, errors.New("the workbook has no sheet with anything in it")
	}
	return f, nil
}

// check refuses a workbook that would unpack to more than can be held, and one
// whose sheets are broken.
func (w workbook) check() error {
	dir, err := zip.NewReader(w.r, w.size)
	if err != nil {
		return fmt.Errorf("the workbook is damaged or not completely downloaded (%w): open it in Excel, save it again, and run again", err)
	}
	var total, held uint64
	var streamed []*zip.File
	isBook := false
	for _, part := range dir.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))
		isBook = isBook || strings.HasSuffix(name, "xl/workbook.xml")
		isStreamed := strings.HasPrefix(name, "xl/worksheets/sheet") || name == "xl/sharedstrings.xml"
		if isStreamed {
			streamed = append(streamed, part)
		}
		total += part.UncompressedSize64
		if !isStreamed || part.UncompressedSize64 <= unzipXMLLimit {
			held += part.UncompressedSize64
		}
		if total > unzipLimit || held > heldLimit {
			return errors.New("the workbook is refused: it would unpack to more than any survey needs; if it holds pictures, save a copy without them, else export it as .csv")
		}
	}
	if !isBook {
		return errors.New("this zip file is not an Excel workbook: .xlsx, .csv, .tsv and plain text are read (from other programs, export one of them)")
	}
	for _, part := range streamed {
		if err := soundPart(part); err != nil {
			return fmt.Errorf("the workbook is damaged (%s: %w): open it in Excel, save it again, and run again", part.Name, err)
		}
	}
	return nil
}

func soundPart(part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return sound(r)
}

func (w workbook) open() (*excelize.File, error) {
	book, err := excelize.OpenReader(io.NewSectionReader(w.r, 0, w.size), options)
	if err == nil {
		err = markStyles(book)
	}
	if err != nil {
		if book != nil {
			book.Close()
		}
		return nil, fmt.Errorf("the workbook can't be read (%w): open it in Excel, save it again, and run again", err)
	}
	return book, nil
}

func hasRows(book *excelize.File, sheet string) bool {
	for range sheetRows(book, sheet) {
		return true
	}
	return false
}

func (w workbook) rows(sheet string, yield func(Row, error) bool) {
	book, err := w.open()
	if err != nil {
		yield(Row{}, fmt.Errorf("%s: %w", w.name, err))
		return
	}
	defer book.Close()
	for row, err := range sheetRows(book, sheet) {
		if err != nil {
			err = fmt.Errorf("%s: sheet %q, behind row %d: %w; open the workbook in Excel, save it again, and run again", w.name, sheet, row.Number, err)
		}
		if !yield(row, err) {
			return
		}
	}
}

// sheetRows gives the rows with content.
func sheetRows(book *excelize.File, sheet string) func(func(Row, error) bool) {
	return func(yield func(Row, error) bool) {
		rows, err := book.Rows(sheet)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer rows.Close()
		since1904 := countsFrom1904(book)
		for number := 1; rows.Next(); number++ {
			cells, err := rows.Columns()
			if err != nil {
				yield(Row{Number: number - 1}, err)
				return
			}
			for i, c := range cells {
				cells[i] = plainCell(c, since1904)
			}
			cells = withoutEmptyTail(cells)
			if len(cells) > 0 && !yield(Row{Number: number, Cells: cells}, nil) {
				return
			}
		}
		if err := rows.Error(); err != nil {
			yield(Row{}, err)
		}
	}
}
