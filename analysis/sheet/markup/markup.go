// Package markup cuts the XML of spreadsheets into tags and text. It refuses what
// encoding/xml refuses, in a tenth of the time: most of a spreadsheet are tags
// that say little.
package markup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

const (
	// TextLimit is for one text or tag, in bytes. Excel holds 32,767 characters
	// in a cell, LibreOffice 65,535 typed ones, and answers are shorter.
	TextLimit = 1 << 20
	// depthLimit is for elements within each other: spreadsheets nest some ten,
	// and groups of drawings a few more.
	depthLimit = 128
)

// A Kind is what a token is.
type Kind uint8

const (
	Text  Kind = iota
	Start      // of an element
	End        // of an element; of an empty one (<a/>) as well
)

// A Token is a tag, or text between tags. All of it is valid until the next one
// is asked for.
type Token struct {
	Kind  Kind
	Name  Name   // of the element
	Attrs []Attr // of a Start

	text  []byte // as it is written
	cdata bool   // it stands for itself
}

// A Name is that of an element or attribute, as it is written.
type Name struct{ Prefix, Local []byte }

// An Attr is an attribute of a tag.
type Attr struct {
	Name Name
	raw  []byte
}

// AppendText appends what a Text stands for.
func (t *Token) AppendText(dst []byte) []byte {
	if t.cdata {
		return appendLines(dst, t.text)
	}
	return appendUnescaped(dst, t.text)
}

// Value is what the attribute stands for.
func (a Attr) Value() []byte {
	if bytes.IndexByte(a.raw, '&') < 0 && bytes.IndexByte(a.raw, '\r') < 0 {
		return a.raw
	}
	return appendUnescaped(nil, a.raw)
}

// Attr is the value of the attribute with that local name, or "".
func (t *Token) Attr(local string) string {
	for _, a := range t.Attrs {
		if string(a.Name.Local) == local {
			return string(a.Value())
		}
	}
	return ""
}

var (
	// ErrLong refuses a token that is longer than TextLimit.
	ErrLong     = errors.New("a text is longer than any cell can hold")
	errCut      = errors.New("the file ends in the middle")
	errEntities = errors.New("the document type declares entities of its own, which no spreadsheet program does")
	errShort    = errors.New("the token goes on behind what was read")
)

func syntaxError(what string) error { return errors.New("XML syntax error: " + what) }

// A Lexer cuts XML into tokens. It passes over comments, processing instructions
// and document types. Elements are each ended by their own tag; the end of the
// file within one is an error, and a file without any too.
type Lexer struct {
	// CharsetReader turns what is written in another encoding than UTF-8 into
	// that; without it, such XML is refused.
	CharsetReader func(label string, r io.Reader) (io.Reader, error)

	r      io.Reader
	buf    []byte // read and not yet given, from pos on
	pos    int
	offset int64 // of buf[0] in r
	eof    bool

	token Token
	empty bool   // the last tag was <a/>: its end is next
	any   bool   // an element was given
	names []byte // of the open elements, one behind the other
	ends  []int  // of each of them in names
}

// NewLexer cuts what r gives.
func NewLexer(r io.Reader) *Lexer { return &Lexer{r: r, buf: make([]byte, 0, 64<<10)} }

// Within makes the lexer go on in the middle of a document, within the element
// of that full name. It has to be the first call.
func (l *Lexer) Within(element string) {
	l.any = true
	l.push([]byte(element))
}

// Offset is how many bytes of UTF-8 the tokens took that were given.
func (l *Lexer) Offset() int64 { return l.offset + int64(l.pos) }

// Depth is how many elements are open.
func (l *Lexer) Depth() int { return len(l.ends) }

// Next gives the next token, and io.EOF behind the end of the last element.
func (l *Lexer) Next() (*Token, error) {
	if l.empty {
		l.empty = false
		l.pop()
		l.token.Kind = End
		return &l.token, nil
	}
	for {
		if l.pos == len(l.buf) && l.eof {
			if len(l.ends) > 0 || !l.any {
				return nil, errCut
			}
			return nil, io.EOF
		}
		n, given, err := l.cut(l.buf[l.pos:])
		switch {
		case err == errShort && l.eof:
			return nil, errCut
		case err == errShort:
			if err := l.fill(); err != nil {
				return nil, err
			}
			continue
		case err != nil:
			return nil, err
		case n > TextLimit:
			return nil, ErrLong
		}
		l.pos += n
		if given {
			return &l.token, nil
		}
	}
}

// fill reads on until the buffer is full, so that a long token is looked at only
// a few times before it is whole.
func (l *Lexer) fill() error {
	l.offset += int64(l.pos)
	rest := copy(l.buf[:cap(l.buf)], l.buf[l.pos:])
	l.buf, l.pos = l.buf[:rest], 0
	if rest == cap(l.buf) {
		if rest > TextLimit {
			return ErrLong
		}
		l.buf = append(make([]byte, 0, 2*rest), l.buf...)
	}
	n, err := io.ReadFull(l.r, l.buf[rest:cap(l.buf)])
	l.buf = l.buf[:rest+n]
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		l.eof, err = true, nil
	}
	return err
}

// cut takes the token at the beginning of b, of n bytes; given is false for what
// is passed over.
func (l *Lexer) cut(b []byte) (n int, given bool, err error) {
	switch {
	case len(b) == 0, len(b) == 1 && b[0] == '<':
		return 0, false, errShort
	case b[0] != '<':
		n, err = l.run(b)
		return n, true, err
	}
	switch b[1] {
	case '/':
		n, err = l.endTag(b)
		return n, true, err
	case '?':
		n, err = l.instruction(b)
		return n, false, err
	case '!':
		return l.declaration(b)
	}
	n, err = l.startTag(b)
	return n, true, err
}

// start is where the name of the innermost open element begins.
func (l *Lexer) start() int {
	if len(l.ends) < 2 {
		return 0
	}
	return l.ends[len(l.ends)-2]
}

func (l *Lexer) push(name []byte) error {
	if len(l.ends) == depthLimit {
		return fmt.Errorf("more than %d elements within each other", depthLimit)
	}
	l.names = append(l.names, name...)
	l.ends = append(l.ends, len(l.names))
	return nil
}

func (l *Lexer) pop() {
	l.names = l.names[:l.start()]
	l.ends = l.ends[:len(l.ends)-1]
}
