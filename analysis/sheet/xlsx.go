package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/sheet/markup"
	"commonground/analysis/sheet/number"
)

const (
	// unzipLimit is what a workbook may grow to: a full sheet of 1,048,576
	// rows with 4 KiB of XML each. Beyond it is no survey but a zip bomb.
	unzipLimit = 4<<30 - 1
	// unzipXMLLimit is the size from which excelize keeps a sheet in a
	// temporary file and not in memory.
	unzipXMLLimit = 16 << 20
	// heldLimit is for all that excelize holds in memory: styles, themes,
	// pictures, small sheets.
	heldLimit = 256 << 20
	// partLimit is how many parts a workbook may have: some for each of a
	// thousand sheets.
	partLimit = 10_000
	encrypted = 1 // bit 0 of a part's flags (APPNOTE.TXT, 4.4.4)
)

// Values come as they are stored: what they stand for is said by the scan.
var options = excelize.Options{UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: unzipXMLLimit, RawCellValue: true}

// A workbook is opened anew for each range over a sheet: excelize keeps large
// sheets in temporary files, which then go as soon as the range ends.
//
// Excelize's iterator takes what follows a mistake for the end of the sheet, and
// says nothing of the kinds of cells. So every sheet is scanned to its end before
// any row is taken, and again beside the iterator.
type workbook struct {
	*workbookParts
	name string
	r    io.ReaderAt
	size int64
}

func openWorkbook(name string, r io.ReaderAt, size int64) (*File, error) {
	parts, err := unzipped(r, size)
	if err != nil {
		return nil, err
	}
	w := &workbook{name: name, r: r, size: size}
	if w.workbookParts, err = readParts(parts); err != nil {
		return nil, fmt.Errorf("the workbook can't be read (%w): open it in Excel, save it again, and run again", err)
	}
	f := &File{Notes: w.aside}
	if err := w.check(f); err != nil {
		return nil, fmt.Errorf("the workbook is damaged or refused (%w): open it in Excel, save it again, and run again", err)
	}
	if len(f.Tables) == 0 {
		return nil, errors.New("the workbook has no sheet with anything in it")
	}
	return f, nil
}

// unzipped finds the parts of a workbook, and refuses one that would unpack to
// more than any survey needs.
func unzipped(r io.ReaderAt, size int64) (partsByName, error) {
	dir, err := zip.NewReader(r, size)
	if err != nil {
		return nil, brokenZip(r)
	}
	parts := partsByName{}
	var total, held uint64
	for _, part := range dir.File {
		size := part.UncompressedSize64
		if total += size; size <= unzipXMLLimit || !isStreamed(part) {
			held += size
		}
		switch name := partName(part.Name); {
		case size > unzipLimit, total > unzipLimit, held > heldLimit, len(dir.File) > partLimit:
			return nil, errors.New("the workbook is refused: it would unpack to more than any survey needs; if it holds pictures, save a copy without them, else export it as .csv")
		case part.Flags&encrypted != 0:
			return nil, errors.New("the workbook is protected with a password: open it in Excel, save a copy without the password, and run again")
		case parts[name] != nil:
			return nil, fmt.Errorf("the workbook is damaged (it has two parts called %.100q): open it in Excel, save it again, and run again", name)
		default:
			parts[name] = part
		}
	}
	if !hasBook(parts) {
		return nil, notWorkbook(parts)
	}
	return parts, nil
}

// isStreamed tells the parts that excelize keeps in temporary files when they
// are large.
func isStreamed(part *zip.File) bool {
	name := partName(part.Name)
	return strings.HasPrefix(name, "xl/worksheets/sheet") || name == textsName
}

// check reads every sheet to its end, and fills f in.
func (w *workbook) check(f *File) error {
	var err error
	if w.lengths, err = textLengths(w.texts); err != nil {
		return err
	}
	book, err := w.open()
	if err != nil {
		return err
	}
	defer book.Close()
	for _, s := range w.sheets {
		notes, err := w.checkSheet(s)
		filled := false
		if err == nil {
			err = w.sheetRows(book, s, func(Row) bool { filled = true; return false })
		}
		if err != nil {
			return fmt.Errorf("sheet %q, %w", s.name, err)
		}
		if filled {
			f.Tables = append(f.Tables, Table{Name: s.name, Rows: func(yield func(Row, error) bool) { w.rows(s, yield) }})
			f.Notes = append(f.Notes, notes...)
		}
	}
	return nil
}

func (w *workbook) checkSheet(s sheetPart) (notes []string, err error) {
	scan, err := w.scan(s)
	if err != nil {
		return nil, err
	}
	defer scan.close()
	for err == nil {
		err = scan.next()
	}
	if err != io.EOF {
		return nil, err
	}
	return scan.notes(), nil
}

func (w *workbook) open() (*excelize.File, error) {
	book, err := excelize.OpenReader(io.NewSectionReader(w.r, 0, w.size), options)
	if err != nil {
		if book != nil {
			book.Close()
		}
		if err = markup.Plain(err); err == markup.ErrPacked {
			return nil, err
		}
		return nil, fmt.Errorf("it lacks parts that workbooks have: %w", err)
	}
	return book, nil
}

// rows gives the rows of a sheet.
func (w *workbook) rows(s sheetPart, yield func(Row, error) bool) {
	book, err := w.open()
	if err == nil {
		defer book.Close()
		err = w.sheetRows(book, s, func(row Row) bool { return yield(row, nil) })
	}
	if err != nil {
		yield(Row{}, fmt.Errorf("%s: sheet %q, %w; open the workbook in Excel, save it again, and run again", w.name, s.name, err))
	}
}

func (w *workbook) sheetRows(book *excelize.File, s sheetPart, give func(Row) bool) error {
	rows, err := book.Rows(s.name)
	if err != nil {
		return err
	}
	defer rows.Close()
	scan, err := w.scan(s)
	if err != nil {
		return err
	}
	defer scan.close()
	return together(rows, scan, cellReader{kindsOf(book), w.since1904}, give)
}

// together gives the rows with content, for which scan says what the cells of
// rows are.
func together(rows *excelize.Rows, scan *sheetScan, reader cellReader, give func(Row) bool) error {
	scanned := scan.next()
	for at := 1; scanned == nil && rows.Next(); at++ {
		cells, err := rows.Columns()
		switch {
		case err == nil && at < scan.row && len(cells) == 0:
			continue
		case err != nil || at != scan.row:
			return errors.Join(fmt.Errorf("row %d can't be read", at), err)
		}
		reader.read(cells, scan.marks)
		if cells = withoutEmptyTail(cells); len(cells) > 0 && !give(Row{Number: at, Cells: cells}) {
			return nil
		}
		scanned = scan.next()
	}
	if scanned == nil {
		scanned = fmt.Errorf("row %d can't be read", scan.row)
	}
	if scanned != io.EOF {
		return scanned
	}
	return rows.Error()
}

// kindsOf says what the styles of cells show, by their numbers.
func kindsOf(book *excelize.File) []number.Kind {
	if book.Styles == nil || book.Styles.CellXfs == nil {
		return nil
	}
	custom := make(map[int]number.Kind)
	if book.Styles.NumFmts != nil {
		for _, f := range book.Styles.NumFmts.NumFmt {
			custom[f.NumFmtID] = number.KindOfCode(f.FormatCode)
		}
	}
	var kinds []number.Kind
	for _, xf := range book.Styles.CellXfs.Xf {
		kind := number.Number
		if xf.NumFmtID != nil {
			var ok bool
			if kind, ok = custom[*xf.NumFmtID]; !ok {
				kind = number.KindOfBuiltIn(*xf.NumFmtID)
			}
		}
		kinds = append(kinds, kind)
	}
	return kinds
}
