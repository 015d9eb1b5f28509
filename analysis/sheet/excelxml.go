package sheet

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"commonground/analysis/sheet/markup"
)

// isExcelXML recognises what Excel calls an XML Spreadsheet 2003.
func isExcelXML(head []byte) bool {
	s := decodedHead(head)
	return strings.HasPrefix(strings.TrimLeft(s, "\ufeff \t\r\n"), "<") && strings.Contains(s, "urn:schemas-microsoft-com:office:spreadsheet") &&
		(strings.Contains(s, "<Workbook") || strings.Contains(s, ":Workbook"))
}

// An xmlBook is read once to its end when it is opened, and for each range over
// the rows of a sheet from where that begins.
type xmlBook struct {
	r     io.ReaderAt
	size  int64
	chars charset
	root  string // full name of the element that sheets are in
}

func openExcelXML(name string, r io.ReaderAt, size int64) (*File, error) {
	chars, notes, err := findCharset(r, size)
	if err != nil {
		return nil, err
	}
	book := &xmlBook{r: r, size: size, chars: chars}
	f := &File{Encoding: chars.name, Notes: notes}
	if err := book.readSheets(name, f); err != nil {
		return nil, fmt.Errorf("the workbook is damaged or refused (%w): open it in Excel, save it as .xlsx, and run again", err)
	}
	if len(f.Tables) == 0 {
		return nil, errors.New("the workbook has no sheet with anything in it")
	}
	return f, nil
}

// readSheets fills f in.
func (b *xmlBook) readSheets(file string, f *File) error {
	lexer, err := b.lexer(0)
	if err != nil {
		return err
	}
	for {
		at := lexer.Offset()
		token, err := lexer.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case token.Kind != markup.Start:
		case b.root == "":
			b.root = strings.TrimPrefix(string(token.Name.Prefix)+":"+string(token.Name.Local), ":")
		case string(token.Name.Local) == "Worksheet":
			name, filled := token.Attr("Name"), false
			rows := xmlRows{lexer: lexer}
			if err := rows.each(func(Row) bool { filled = true; return true }); err != nil {
				return fmt.Errorf("sheet %q, %w", name, err)
			}
			if !filled {
				continue
			}
			f.Tables = append(f.Tables, Table{Name: name, Rows: func(yield func(Row, error) bool) { b.rows(file, name, at, yield) }})
			if rows.hidden {
				f.Notes = append(f.Notes, hiddenNote(name))
			}
		}
	}
}

// rows gives the rows of the sheet that begins at an offset of the decoded text.
func (b *xmlBook) rows(file, sheet string, at int64, yield func(Row, error) bool) {
	lexer, err := b.lexer(at)
	if err == nil {
		lexer.Within(b.root)
		rows := xmlRows{lexer: lexer}
		err = rows.each(func(row Row) bool { return yield(row, nil) })
	}
	if err != nil {
		yield(Row{}, fmt.Errorf("%s: sheet %q, %w; open the workbook in Excel, save it as .xlsx, and run again", file, sheet, err))
	}
}

func (b *xmlBook) lexer(at int64) (*markup.Lexer, error) {
	text, err := b.chars.decodedFrom(b.r, b.size, at)
	if err != nil {
		return nil, err
	}
	lexer := markup.NewLexer(text)
	lexer.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	return lexer, nil
}

// xmlRows are the rows of a sheet, read up to its end.
type xmlRows struct {
	lexer  *markup.Lexer
	number int // of the row
	below  int // rows that it stands for besides itself
	next   int // column of the next cell, from 0
	cells  []string
	bytes  int // of the row's texts
	total  int // cells, in all rows

	kind    cellKind
	value   []byte // of the cell
	inData  bool
	comment bool // on the cell
	inRow   bool
	hidden  bool // the sheet
}

// dataKinds are by the attribute Type.
var dataKinds = map[string]cellKind{"String": isText, "Error": isText, "Number": isNumber, "DateTime": isDate, "Boolean": isTruth}

// clockDay is the day that a time without a day has.
const clockDay = "1899-12-31T"

// each gives the rows with content.
func (x *xmlRows) each(give func(Row) bool) error {
	for {
		token, err := x.lexer.Next()
		if err == nil {
			err = x.take(token)
		}
		if err != nil {
			return fmt.Errorf("behind row %d: %w", x.number, err)
		}
		if token.Kind != markup.End {
			continue
		}
		switch string(token.Name.Local) {
		case "Row":
			x.inRow = false
			if cells := withoutEmptyTail(x.cells); len(cells) > 0 && !give(Row{Number: x.number, Cells: cells}) {
				return nil
			}
		case "Worksheet":
			return nil
		}
	}
}

func (x *xmlRows) take(t *markup.Token) error {
	starts := t.Kind == markup.Start
	switch name := string(t.Name.Local); {
	case t.Kind == markup.Text:
		if x.inData {
			x.value = t.AppendText(x.value)
		}
		if x.bytes+len(x.value) > rowTextLimit {
			return fmt.Errorf("row %d is longer than %d MiB", x.number, rowTextLimit>>20)
		}
	case name == "Row" && starts:
		return x.startRow(t)
	case name == "Cell" && starts:
		return x.startCell(t)
	case name == "Cell":
		x.endCell()
	case name == "Comment":
		x.comment = starts
	case name == "Data":
		x.inData = starts && !x.comment
		if x.inData {
			x.kind = dataKinds[t.Attr("Type")]
		}
	case name == "Visible":
		x.hidden = true
	}
	return nil
}

func (x *xmlRows) startRow(t *markup.Token) error {
	next := x.number + 1 + x.below
	if at := t.Attr("Index"); at != "" {
		next, _ = strconv.Atoi(at)
	}
	if x.inRow {
		return errors.New("a row within a row")
	}
	if next <= x.number || next > rowLimit {
		return fmt.Errorf("row %d follows row %d, and a sheet has rows 1 to %d in this order", next, x.number, rowLimit)
	}
	x.number, x.cells, x.bytes = next, x.cells[:0], 0
	x.below, _ = strconv.Atoi(t.Attr("Span"))
	x.next, x.inRow = 0, true
	return nil
}

func (x *xmlRows) startCell(t *markup.Token) error {
	if !x.inRow {
		return errors.New("a cell that is in no row")
	}
	column := x.next
	if at := t.Attr("Index"); at != "" {
		column, _ = strconv.Atoi(at)
		column--
	}
	if column < x.next || column >= columnLimit {
		return fmt.Errorf("cell %d stands behind cell %d, and a row has cells 1 to %d in this order", column+1, x.next, columnLimit)
	}
	if x.total += column + 1 - len(x.cells); x.total > cellLimit {
		return fmt.Errorf("its rows reach so far to the right that the sheet would have more than %d cells", cellLimit)
	}
	for len(x.cells) <= column {
		x.cells = append(x.cells, "")
	}
	across, _ := strconv.Atoi(t.Attr("MergeAcross"))
	x.next = column + 1 + min(max(0, across), columnLimit)
	x.value = x.value[:0]
	return nil
}

func (x *xmlRows) endCell() {
	x.bytes += len(x.value)
	if len(x.value) > 0 {
		text := cellReader{}.text(string(x.value), mark{kind: x.kind})
		if x.kind == isDate {
			text = strings.TrimPrefix(text, clockDay)
		}
		x.cells[len(x.cells)-1] = text
	}
}
