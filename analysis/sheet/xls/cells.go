package xls

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"commonground/analysis/sheet/number"
)

// cellSize is the least size of a record that holds cells with content, which
// begins with their row and column; 0 for other records.
func cellSize(id uint16) int {
	switch id {
	case recNumber, recFormula, recFormula4:
		return 14
	case recMulRK:
		return 12
	case recRK, recLabelSST:
		return 10
	case recLabel, recRString, recBoolErr:
		return 8
	}
	return 0
}

// maxColumns is what both versions end at.
const maxColumns = 256

// span is rows from a number to before another, from 0.
type span struct{ from, to int }

// A cellReader reads the cells of a sheet, in the order of the file.
type cellReader struct {
	sheet   *Sheet
	records *records
	rows    span // of which cells are given
	depth   int  // charts in a sheet have cells of their own
	row     int  // of the last record with a cell, from 1; 0 before
	formula struct {
		waits    bool // for the text of its result, which is a record of its own
		row, col int
	}
	scratch []byte
	put     func(row, col int, text string) bool
	stopped bool
}

var errNoSheet = errors.New("it doesn't begin as sheets do")

// cells gives the cells of some rows to put, until that returns false. Row and
// column are counted from 0.
func (s *Sheet) cells(rows span, put func(row, col int, text string) bool) error {
	records, err := s.records()
	if err != nil {
		return err
	}
	c := &cellReader{sheet: s, records: records, rows: rows, depth: 1, put: put}
	for c.depth > 0 && !c.stopped {
		err := records.next()
		if err != nil {
			return s.wrong("behind row", c.row, err)
		}
		if err := c.read(); err != nil {
			return s.wrong("row", c.row, err)
		}
	}
	return nil
}

// records starts at the first record behind the sheet's own BOF.
func (s *Sheet) records() (*records, error) {
	records, err := s.book.container.records(s.start, s.end)
	if err != nil {
		return nil, fmt.Errorf("sheet %q: %w", s.Name, err)
	}
	if err := records.next(); err != nil {
		return nil, s.wrong("behind row", 0, err)
	}
	if records.id != recBOF {
		return nil, s.wrong("behind row", 0, errNoSheet)
	}
	return records, nil
}

func (s *Sheet) wrong(where string, row int, err error) error {
	return fmt.Errorf("sheet %q, %s %d: %w", s.Name, where, row, damaged(err))
}

func (c *cellReader) read() error {
	r := c.records
	switch {
	case r.id == recBOF:
		c.depth++
	case r.id == recEOF:
		c.depth--
	case c.depth > 1:
	case r.id == recString && c.formula.waits:
		c.formula.waits = false
		return c.text(c.formula.row, c.formula.col, r.body)
	default:
		if least := cellSize(r.id); least > 0 {
			return c.cell(least)
		}
	}
	return nil
}

// cell gives what a record holds.
func (c *cellReader) cell(least int) error {
	id, body := c.records.id, c.records.body
	c.formula.waits = false
	if len(body) < 4 {
		return errShort
	}
	row, col := int(binary.LittleEndian.Uint16(body)), int(binary.LittleEndian.Uint16(body[2:]))
	c.row = row + 1
	switch {
	case len(body) < least:
		return errShort
	case col >= maxColumns:
		return fmt.Errorf("it has a cell in column %d, and this kind of workbook ends at %d", col+1, maxColumns)
	case row < c.rows.from || row >= c.rows.to:
		return nil
	}
	xf := int(binary.LittleEndian.Uint16(body[4:]))
	switch id {
	case recNumber:
		c.give(row, col, c.sheet.book.number(float(body[6:]), xf))
	case recRK:
		c.give(row, col, c.sheet.book.number(rk(body[6:]), xf))
	case recMulRK:
		return c.mulRK(row, col, body[4:len(body)-2])
	case recLabel, recRString:
		return c.text(row, col, body[6:])
	case recLabelSST:
		return c.shared(row, col, int(binary.LittleEndian.Uint32(body[6:])))
	case recBoolErr:
		c.give(row, col, boolOrError(body[6], body[7] != 0))
	case recFormula, recFormula4:
		c.result(row, col, xf, body[6:14])
	}
	return nil
}

// number is what a number in a cell of that format stands for.
func (b *Book) number(v float64, xf int) string {
	kind := number.Number
	if xf < len(b.kinds) {
		kind = b.kinds[xf]
	}
	return number.Text(v, kind, b.since1904)
}

func (c *cellReader) give(row, col int, text string) {
	c.stopped = c.stopped || !c.put(row, col, text)
}

// text reads a text that may go on in CONTINUE records.
func (c *cellReader) text(row, col int, body []byte) error {
	var err error
	c.scratch, err = c.sheet.book.appendText(c.scratch[:0], &cursor{records: c.records, b: body}, 2)
	if err == nil {
		c.give(row, col, string(c.scratch))
	}
	return err
}

func (c *cellReader) shared(row, col, index int) error {
	texts := &c.sheet.book.texts
	if index >= texts.count {
		return fmt.Errorf("it refers to text %d of %d", index+1, texts.count)
	}
	c.give(row, col, texts.at(index))
	return nil
}

// mulRK reads the numbers of several cells side by side.
func (c *cellReader) mulRK(row, col int, cells []byte) error {
	if len(cells)%6 != 0 || col+len(cells)/6 > maxColumns {
		return errors.New("it has numbers beyond the last column")
	}
	for ; len(cells) > 0; cells = cells[6:] {
		xf := int(binary.LittleEndian.Uint16(cells))
		c.give(row, col, c.sheet.book.number(rk(cells[2:]), xf))
		col++
	}
	return nil
}

// result reads the last result of a formula: a number, or one that can't be,
// which says what else it is.
func (c *cellReader) result(row, col, xf int, b []byte) {
	const text, boolean, failure = 0, 1, 2
	switch {
	case b[6] != 0xFF || b[7] != 0xFF:
		c.give(row, col, c.sheet.book.number(float(b), xf))
	case b[0] == text:
		c.formula.waits, c.formula.row, c.formula.col = true, row, col
	case b[0] == boolean, b[0] == failure:
		c.give(row, col, boolOrError(b[2], b[0] == failure))
	}
}

func float(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }

// rk unpacks a number of 30 bits: whole or the upper bits of a float, perhaps
// hundredths.
func rk(b []byte) float64 {
	packed := binary.LittleEndian.Uint32(b)
	v := math.Float64frombits(uint64(packed&^3) << 32)
	if packed&2 != 0 {
		v = float64(int32(packed) >> 2)
	}
	if packed&1 != 0 {
		v /= 100
	}
	return v
}

// boolOrError writes both as Excel shows them in English.
func boolOrError(code byte, isError bool) string {
	if !isError {
		if code != 0 {
			return "TRUE"
		}
		return "FALSE"
	}
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0F:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1D:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	}
	return "#N/A"
}
