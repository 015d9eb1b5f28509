package sheet

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

// recordLimit is the longest record that is read as one: some hundred cells of
// the length a spreadsheet can hold. What goes on for longer is a quote that
// nobody closed.
const recordLimit = 4 << 20

// unclosedLimit is how many rows may open a quote that nobody closed: each has
// what follows it read twice.
const unclosedLimit = 100

var errUnclosedQuote = errors.New(`a quote (") is opened in this row and never closed, so its cells can't be told apart; close or remove the quote`)

// errEndless refuses a record beyond recordLimit.
var errEndless = fmt.Errorf(`the row is longer than %d MiB, most likely because a quote (") is opened in it and never closed; close or remove the quote`, recordLimit>>20)

var errManyCells = fmt.Errorf("the row has more than %d cells, which no spreadsheet has", columnLimit)

// A delimited is a file of comma-, tab- or semicolon-separated values.
type delimited struct {
	name  string
	r     io.ReaderAt
	size  int64
	chars charset
	comma rune
	// hinted tells that the first row is "sep=;", which states the delimiter.
	hinted bool
}

func openDelimited(name string, r io.ReaderAt, size int64) (*File, error) {
	chars, notes, err := findCharset(r, size)
	if err != nil {
		return nil, err
	}
	d := &delimited{name: name, r: r, size: size, chars: chars}
	head := make([]byte, headSize)
	n, err := io.ReadFull(chars.decoded(r, size), head)
	if err != nil && n == 0 && err != io.EOF {
		return nil, err
	}
	d.comma = sniffDelimiter(string(head[:n])).delimiter
	d.hinted = delimiterHint(string(head[:n])) != 0
	return &File{Encoding: chars.name, Notes: notes, Tables: []Table{{Rows: d.rows}}}, nil
}

func (d *delimited) rows(yield func(Row, error) bool) {
	var from position
	for range unclosedLimit {
		stuck, why, err := d.rowsFrom(from, yield)
		if stuck == nil && err == nil {
			return
		}
		if err == nil {
			from, err = d.behindLine(*stuck)
		}
		if err != nil {
			yield(Row{}, fmt.Errorf("%s: row %d: %w", d.name, from.row, err))
			return
		}
		if !yield(Row{}, &RowError{File: d.name, Row: from.row, Err: why}) {
			return
		}
	}
	yield(Row{}, fmt.Errorf("%s: more than %d rows open a quote (\") that is never closed; save the file again from the program that made it", d.name, unclosedLimit-1))
}

// A position is a place between two lines of the decoded text.
type position struct {
	offset int64
	row    int // rows before it
}

// rowsFrom gives the rows behind a position. It stops before a record that
// never ends and says where it stands and why it is refused; else it gives nil.
func (d *delimited) rowsFrom(from position, yield func(Row, error) bool) (stuck *position, why, err error) {
	src, err := d.lines(from.offset)
	if err != nil {
		return nil, nil, err
	}
	rd := csv.NewReader(bufio.NewReaderSize(src, 64<<10))
	rd.Comma, rd.LazyQuotes, rd.FieldsPerRecord, rd.ReuseRecord = d.comma, true, -1, true
	lines := 0    // that the records so far took, blank ones too
	embedded := 0 // those of them that are line breaks within a cell
	for {
		start := rd.InputOffset()
		src.limit = start + recordLimit
		cells, err := rd.Read()
		if err == io.EOF {
			return nil, nil, nil
		}
		if err != nil && err != errEndless && err != errManyCells {
			return nil, nil, err
		}
		breaks := 0 // within the last cell
		if err == nil {
			breaks = strings.Count(cells[len(cells)-1], "\n")
		}
		if err == nil && len(withoutEmptyTail(cells)) > columnLimit {
			err = errManyCells
		}
		if err == nil && breaks > 0 && src.endsUnclosed(rd.InputOffset()) {
			err = errUnclosedQuote
		}
		if err != nil {
			return &position{offset: from.offset + start, row: from.row + lines - embedded}, err, nil
		}
		first, _ := rd.FieldPos(0)
		last, _ := rd.FieldPos(len(cells) - 1)
		row := Row{Number: from.row + first - embedded}
		lines = last + breaks
		embedded += lines - first
		row.Cells = cleaned(cells)
		if d.hinted && row.Number == 1 {
			continue
		}
		if len(row.Cells) > 0 && !yield(row, nil) {
			return nil, nil, nil
		}
	}
}

// lines opens the decoded text at an offset.
func (d *delimited) lines(offset int64) (*lineReader, error) {
	text, err := d.chars.decodedFrom(d.r, d.size, offset)
	return &lineReader{Reader: bufio.NewReader(text), comma: byte(d.comma)}, err
}

// behindLine is the position behind the first line with content.
func (d *delimited) behindLine(p position) (position, error) {
	src, err := d.lines(p.offset)
	if err != nil {
		return p, err
	}
	src.limit, src.anyWidth = math.MaxInt64, true
	for text := bufio.NewReader(src); ; {
		blank := true
		for {
			part, err := text.ReadSlice('\n')
			p.offset += int64(len(part))
			blank = blank && len(bytes.Trim(part, "\r\n")) == 0
			if err == nil || err == io.EOF && !blank {
				break
			}
			if err != bufio.ErrBufferFull {
				return p, err
			}
		}
		p.row++
		if !blank {
			return p, nil
		}
	}
}

// cleaned takes trailing empty cells off, and the apostrophe that keeps a
// spreadsheet from running a text as a formula.
func cleaned(cells []string) []string {
	cells = withoutEmptyTail(cells)
	for i, c := range cells {
		if len(c) > 1 && c[0] == '\'' && isGuarded(c[1:]) {
			cells[i] = c[1:]
		}
	}
	return cells
}

// isGuarded reports whether an apostrophe is put before the text on writing. A
// CR was read as LF.
func isGuarded(s string) bool {
	s = strings.TrimLeft(s, "'") // those of the text itself
	return s != "" && strings.IndexByte("=+-@\t\r\n", s[0]) >= 0
}
