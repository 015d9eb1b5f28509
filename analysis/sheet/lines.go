package sheet

import (
	"bufio"
	"bytes"
	"io"
)

// lineWidthLimit is for the delimiters of one line, those in quotes too: a line
// with more has more cells than any spreadsheet, and would take up much memory.
const lineWidthLimit = 4 * columnLimit

// A lineReader turns a bare CR into LF, whatever the other line ends are, and
// stops a record that doesn't end or is too wide.
type lineReader struct {
	*bufio.Reader
	comma    byte
	width    int // delimiters of the last line, as far as it was given
	anyWidth bool
	n        int64 // bytes given
	limit    int64 // of n
	last     byte  // the last byte given that is no line end
	eof      bool
}

func (l *lineReader) Read(p []byte) (int, error) {
	if l.n > l.limit {
		return 0, errEndless
	}
	if l.width > lineWidthLimit && !l.anyWidth {
		return 0, errManyCells
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
	end := bytes.LastIndexByte(p, '\n')
	if end >= 0 {
		l.width = 0
	}
	l.width += bytes.Count(p[end+1:], []byte{l.comma})
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

// endsUnclosed reports whether the record that reaches to offset is the last one
// and, its last cell being of several lines and so in quotes, lacks the closing
// one.
func (l *lineReader) endsUnclosed(offset int64) bool {
	return l.eof && offset == l.n && l.last != '"'
}
