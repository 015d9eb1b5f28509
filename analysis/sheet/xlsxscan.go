package sheet

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/sheet/markup"
)

// What a sheet may claim to hold.
const (
	rowLimit    = 1 << 20 // rows that Excel has
	columnLimit = 1 << 14 // columns that Excel has
	// cellLimit is for the rows of a sheet up to their last columns: a full
	// sheet 128 columns wide. Beyond it a few bytes claim gigabytes.
	cellLimit = 1 << 27
	// rowTextLimit is for the texts of one row: of each column of the widest
	// survey, a thousand characters.
	rowTextLimit = 16 << 20
)

// A sheetScan goes through the XML of a sheet and says what its cells are. It
// takes their values for excelize to read.
type sheetScan struct {
	sheetPart
	lengths []uint32 // of the shared texts
	lexer   *markup.Lexer
	unzip   io.Closer

	row   int    // the last one that was read
	marks []mark // of its cells, from left to right
	bytes int    // of its texts
	total int    // cells, in all rows
	inRow bool
	done  bool // all rows were read

	open    bool // a cell is
	inText  bool
	formula bool
	stored  bool   // the cell has a value, be it empty
	value   []byte // texts of the cell

	unstored mentions // formulas whose result the file doesn't hold
	lacking  mentions // numbers of texts that the workbook doesn't hold
}

// A mark says what a cell is.
type mark struct {
	column, style int // from 0
	kind          cellKind
}

type cellKind uint8

const (
	isNumber cellKind = iota
	isText
	isResult // of a formula, and a text
	isShared // a text, by its number among those that sheets share
	isTruth
	isDate    // as ISO 8601
	isLacking // a number of no text
)

// cellKinds are by a cell's attribute t (ECMA-376 part 1, 18.18.11); without one
// it is a number.
var cellKinds = map[string]cellKind{"s": isShared, "inlineStr": isText, "e": isText, "str": isResult, "b": isTruth, "d": isDate}

// mentions counts cells and remembers the first.
type mentions struct {
	count int
	first string
}

func (m *mentions) add(column, row int) {
	if m.count++; m.count == 1 {
		m.first, _ = excelize.CoordinatesToCellName(column+1, row)
	}
}

// scan begins to scan a sheet.
func (w *workbook) scan(s sheetPart) (*sheetScan, error) {
	xml, err := s.part.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.part.Name, err)
	}
	return &sheetScan{sheetPart: s, lengths: w.lengths, lexer: lexerOf(markup.Unpacked{ReadCloser: xml}), unzip: xml}, nil
}

func (s *sheetScan) close() { s.unzip.Close() }

// notes are what a person should know of the sheet, once it has been read.
func (s *sheetScan) notes() []string {
	var notes []string
	if s.hidden {
		notes = append(notes, hiddenNote(s.name))
	}
	if m := s.unstored; m.count > 0 {
		notes = append(notes, fmt.Sprintf("In sheet %q, cells with a formula lack its result (%d, the first %s); they were read as empty. Open the workbook in Excel, save it, and run again.", s.name, m.count, m.first))
	}
	if m := s.lacking; m.count > 0 {
		notes = append(notes, fmt.Sprintf("In sheet %q, cells refer to texts that the workbook lacks (%d, the first %s); they were read as empty. Export it again.", s.name, m.count, m.first))
	}
	return notes
}

// next reads up to the end of the next row, and to the end of the file behind
// the last, where it is io.EOF.
func (s *sheetScan) next() error {
	last := s.row
	for {
		token, err := s.lexer.Next()
		if err == io.EOF {
			return err
		}
		if err == nil && !s.done {
			err = s.take(token)
		}
		if err != nil {
			return fmt.Errorf("behind row %d: %w", last, err)
		}
		if token.Kind == markup.End && string(token.Name.Local) == "row" && !s.done {
			s.inRow = false
			return nil
		}
	}
}

func (s *sheetScan) take(t *markup.Token) error {
	name := t.Name.Local
	switch {
	case t.Kind == markup.Text:
		if s.inText {
			s.value = t.AppendText(s.value)
		}
	case string(name) == "v", string(name) == "t":
		s.inText = s.open && t.Kind == markup.Start
		s.stored = s.stored || string(name) == "v"
	case t.Kind == markup.Start:
		switch string(name) {
		case "row":
			return s.startRow(t)
		case "c":
			return s.startCell(t)
		case "f":
			s.formula = true
		}
	case string(name) == "c":
		return s.endCell()
	case string(name) == "sheetData":
		s.done = true
	}
	return nil
}

func (s *sheetScan) startRow(t *markup.Token) error {
	next := s.row + 1
	if r := t.Attr("r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil {
			n = -1
		}
		next = n
	}
	if s.inRow || next <= s.row || next > rowLimit {
		return fmt.Errorf("row %d follows row %d, and a sheet has rows 1 to %d in this order", next, s.row, rowLimit)
	}
	s.row, s.inRow, s.marks, s.bytes = next, true, s.marks[:0], 0
	return nil
}

func (s *sheetScan) startCell(t *markup.Token) error {
	if !s.inRow || s.open {
		return errors.New("a cell that is in no row")
	}
	s.open, s.formula, s.stored, s.value = true, false, false, s.value[:0]
	last := -1
	if len(s.marks) > 0 {
		last = s.marks[len(s.marks)-1].column
	}
	m := mark{column: last + 1}
	for _, a := range t.Attrs {
		switch string(a.Name.Local) {
		case "r":
			column, ok := columnOf(a.Value())
			if !ok {
				return fmt.Errorf("%.20q is no cell of a sheet", a.Value())
			}
			m.column = column
		case "t":
			m.kind = cellKinds[string(a.Value())]
		case "s":
			m.style, _ = strconv.Atoi(string(a.Value()))
		}
	}
	if m.column <= last {
		return fmt.Errorf("cell %s stands behind one that is right of it", t.Attr("r"))
	}
	if m.column >= columnLimit {
		return fmt.Errorf("more than %d cells in a row", columnLimit)
	}
	if s.total += m.column - last; s.total > cellLimit {
		return fmt.Errorf("its rows reach so far to the right that the sheet would have more than %d cells", cellLimit)
	}
	s.marks = append(s.marks, m)
	return nil
}

func (s *sheetScan) endCell() error {
	m := &s.marks[len(s.marks)-1]
	s.open = false
	if s.formula && !s.stored {
		s.unstored.add(m.column, s.row)
	}
	size := len(s.value)
	if m.kind == isShared && size > 0 {
		n, err := strconv.Atoi(strings.TrimSpace(string(s.value)))
		switch {
		case err != nil || n < 0:
			return fmt.Errorf("%.20q is no number of a text", s.value)
		case n >= len(s.lengths):
			m.kind, size = isLacking, 0
			s.lacking.add(m.column, s.row)
		default:
			size = int(s.lengths[n])
		}
	}
	if s.bytes += size; s.bytes > rowTextLimit {
		return fmt.Errorf("row %d is longer than %d MiB", s.row, rowTextLimit>>20)
	}
	return nil
}
