// Package long writes the rows of a workbook's long sheet. The library that
// writes the rest of the workbook has a stream for that, which takes some five
// times as long: it makes each cell a value of its own, goes through its text
// several times, and keeps all rows in a file before it compresses them.
package long

import (
	"fmt"
	"strconv"

	"commonground/report/look"
)

// Rows are the rows below the head of a sheet. They are compressed as they come.
// The first error stays in Err, and what is written after it does not matter.
type Rows struct {
	buf     []byte // what is not compressed yet
	done    *piece
	row     int      // that was begun last, 0 for none
	columns []string // their letters
	err     error
}

// New makes Rows that put what is too long for memory into a working file in
// folder dir; "" is the system's folder for such files.
func New(dir string) *Rows { return &Rows{done: newPiece(dir)} }

// Begin begins a row, by its number in the sheet. A height, in points, of 0 is
// the usual one.
func (r *Rows) Begin(row int, height float64) {
	r.end()
	r.row = row
	r.buf = strconv.AppendInt(append(r.buf, `<row r="`...), int64(row), 10)
	if height > 0 {
		r.buf = strconv.AppendFloat(append(r.buf, `" ht="`...), height, 'f', -1, 64)
		r.buf = append(r.buf, `" customHeight="1`...)
	}
	r.buf = append(r.buf, `">`...)
}

// end ends the row that was begun last.
func (r *Rows) end() {
	if r.row == 0 {
		return
	}
	r.row = 0
	r.buf = append(r.buf, `</row>`...)
	if len(r.buf) >= atOnce {
		r.compress()
	}
}

// atOnce is how many bytes are compressed at once.
const atOnce = 1 << 16

func (r *Rows) compress() {
	if r.err == nil {
		_, r.err = r.done.Write(r.buf)
	}
	r.buf = r.buf[:0]
}

// all is all rows as a piece.
func (r *Rows) all() (*piece, error) {
	r.end()
	r.compress()
	return r.done, r.Err()
}

// Text writes a text into a cell of the row, made fit for it. Columns count from
// 1 and come in order. An empty text leaves a cell that has a style alone.
func (r *Rows) Text(column, style int, s string) {
	r.cell(column, style)
	if s = look.Clean(s); s == "" {
		r.buf = append(r.buf, `></c>`...)
		return
	}
	r.buf = append(r.buf, ` t="inlineStr"><is><t`...)
	if isBlank(s[0]) || isBlank(s[len(s)-1]) {
		r.buf = append(r.buf, ` xml:space="preserve"`...)
	}
	r.buf = append(appendEscaped(append(r.buf, '>'), s), `</t></is></c>`...)
}

// Int writes a number into a cell of the row.
func (r *Rows) Int(column, style, n int) {
	r.cell(column, style)
	r.buf = strconv.AppendInt(append(r.buf, `><v>`...), int64(n), 10)
	r.buf = append(r.buf, `</v></c>`...)
}

// cell begins a cell, up to what says its type.
func (r *Rows) cell(column, style int) {
	for len(r.columns) < column {
		r.columns = append(r.columns, letters(len(r.columns)+1))
	}
	r.buf = append(append(r.buf, `<c r="`...), r.columns[column-1]...)
	r.buf = strconv.AppendInt(r.buf, int64(r.row), 10)
	r.buf = strconv.AppendInt(append(r.buf, `" s="`...), int64(style), 10)
	r.buf = append(r.buf, '"')
}

// letters names a column: A, Z, AA.
func letters(column int) string {
	var s []byte
	for ; column > 0; column = (column - 1) / 26 {
		s = append([]byte{byte('A' + (column-1)%26)}, s...)
	}
	return string(s)
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// Err is what failed in keeping the rows.
func (r *Rows) Err() error {
	if r.err != nil {
		return fmt.Errorf("keeping the rows of a sheet: %w", r.err)
	}
	return nil
}

// Close removes the working file.
func (r *Rows) Close() error { return r.done.close() }
