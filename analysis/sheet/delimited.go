package sheet

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// recordLimit is the longest record that is read as one: some hundred cells of
// the length a spreadsheet can hold. What goes on for longer is a quote that
// nobody closed.
const recordLimit = 4 << 20

var errUnclosedQuote = errors.New(`a quote (") is opened in this row and never closed, so its cells can't be told apart; close or remove the quote`)

// A delimited is a file of comma-, tab- or semicolon-separated values.
type delimited struct {
	name  string
	r     io.ReaderAt
	size  int64
	chars charset
	comma rune
}

func openDelimited(name string, r io.ReaderAt, size int64) (*File, error) {
	chars, note, err := findCharset(r, size)
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
	f := &File{Encoding: chars.name, Tables: []Table{{Rows: d.rows}}}
	if note != "" {
		f.Notes = append(f.Notes, note)
	}
	return f, nil
}

func (d *delimited) rows(yield func(Row, error) bool) {
	var from position
	for {
		stuck, err := d.rowsFrom(from, yield)
		if err != nil {
			yield(Row{}, err)
			return
		}
		if stuck == nil {
			return
		}
		from, err = d.behindLine(*stuck)
		if err != nil {
			yield(Row{}, err)
			return
		}
		if !yield(Row{}, &RowError{File: d.name, Row: from.row, Err: errUnclosedQuote}) {
			return
		}
	}
}

// A position is a place between two lines of the decoded text.
type position struct {
	offset int64
	row    int // rows before it
}

// rowsFrom gives the rows behind a position. It stops before a record that
// never ends and says where it stands; else it gives nil.
func (d *delimited) rowsFrom(from position, yield func(Row, error) bool) (*position, error) {
	src, err := d.lines(from.offset)
	if err != nil {
		return nil, err
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
			return nil, nil
		}
		if err == errUnclosedQuote || err == nil && src.ended(rd.InputOffset()) && strings.Contains(cells[len(cells)-1], "\n") && src.last != '"' {
			return &position{offset: from.offset + start, row: from.row + lines - embedded}, nil
		}
		if err != nil {
			return nil, err
		}
		first, _ := rd.FieldPos(0)
		last, _ := rd.FieldPos(len(cells) - 1)
		row := Row{Number: from.row + first - embedded}
		lines = last + strings.Count(cells[len(cells)-1], "\n")
		embedded += lines - first
		row.Cells = cleaned(cells)
		if len(row.Cells) > 0 && !yield(row, nil) {
			return nil, nil
		}
	}
}

// lines opens the decoded text at an offset.
func (d *delimited) lines(offset int64) (*lineReader, error) {
	text := d.chars.decoded(d.r, d.size)
	var err error
	if s, ok := text.(io.Seeker); ok {
		_, err = s.Seek(offset, io.SeekStart)
	} else {
		_, err = io.CopyN(io.Discard, text, offset)
	}
	return &lineReader{Reader: bufio.NewReader(text)}, err
}

// behindLine is the position behind the first line with content.
func (d *delimited) behindLine(p position) (position, error) {
	src, err := d.lines(p.offset)
	if err != nil {
		return p, err
	}
	src.limit = d.size * 4 // no record is read here
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

// A lineReader turns a bare CR into LF, whatever the other line ends are, and
// stops a record that doesn't end.
type lineReader struct {
	*bufio.Reader
	n     int64 // bytes given
	limit int64 // of n
	last  byte  // the last byte given that is no line end
	eof   bool
}

func (l *lineReader) Read(p []byte) (int, error) {
	if l.n > l.limit {
		return 0, errUnclosedQuote
	}
	n, err := l.Reader.Read(p)
	l.eof = err == io.EOF
	l.n += int64(n)
	p = p[:n]
	for i := bytes.IndexByte(p, '\r'); i >= 0; {
		if !l.isLF(p, i+1) {
			p[i] = '\n'
		}
		next := bytes.IndexByte(p[i+1:], '\r')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	if text := bytes.TrimRight(p, "\r\n"); len(text) > 0 {
		l.last = text[len(text)-1]
	}
	return n, err
}

func (l *lineReader) isLF(p []byte, i int) bool {
	if i < len(p) {
		return p[i] == '\n'
	}
	next, _ := l.Peek(1)
	return len(next) == 1 && next[0] == '\n'
}

// ended reports whether the record that reaches to offset was the last one.
func (l *lineReader) ended(offset int64) bool { return l.eof && offset == l.n }

// cleaned takes trailing empty cells off, and the apostrophe that keeps a
// spreadsheet from running a text as a formula.
func cleaned(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
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
	return strings.IndexByte("=+-@\t\r\n", s[0]) >= 0 || strings.HasPrefix(s, "'=")
}
