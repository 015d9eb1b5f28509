package sheet

import (
	"bufio"
	"bytes"
	"io"
)

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
		return 0, errEndless
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

// endsUnclosed reports whether the record that reaches to offset is the last one
// and, its last cell being of several lines and so in quotes, lacks the closing
// one.
func (l *lineReader) endsUnclosed(offset int64) bool {
	return l.eof && offset == l.n && l.last != '"'
}
