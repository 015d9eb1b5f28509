package ods

import (
	"bufio"
	"bytes"
	"io"

	"commonground/analysis/sheet/markup"
)

// prologueLimit is how far the beginning of the XML is looked for behind what a
// web server may have printed in front of it.
const prologueLimit = 4 << 10

// tokens are the XML from a place on. Prefixes that nothing declares are taken
// for what they usually mean.
type tokens struct {
	*markup.Lexer
	in       io.Reader
	from     int64 // where the lexer began
	prefixes prefixes
	prologue bool // something was left out in front of the XML
}

func newTokens(r io.Reader, at place) (*tokens, error) {
	in := bufio.NewReaderSize(&limited{r: r, left: unpackLimit}, prologueLimit)
	if at.offset == 0 {
		return fromBeginning(in)
	}
	if _, err := io.CopyN(io.Discard, in, at.offset); err != nil {
		return nil, err
	}
	t := &tokens{Lexer: markup.NewLexer(in), in: in, from: at.offset, prefixes: at.prefixes}
	t.Within(at.element)
	return t, nil
}

// fromBeginning passes over what stands in front of the XML declaration.
func fromBeginning(in *bufio.Reader) (*tokens, error) {
	head, err := in.Peek(prologueLimit)
	if err != nil && err != io.EOF {
		return nil, err
	}
	skip := max(bytes.Index(head, []byte("<?xml")), 0)
	prologue := len(bytes.Trim(head[:skip], "\ufeff \t\r\n")) > 0
	if _, err := in.Discard(skip); err != nil {
		return nil, err
	}
	return &tokens{Lexer: markup.NewLexer(in), in: in, from: int64(skip), prologue: prologue}, nil
}

// here is the offset in the file of what has not been cut.
func (t *tokens) here() int64 { return t.from + t.Offset() }

// children visits the elements in the innermost open one, to its end. A visit
// has to read its element to the end.
func (t *tokens) children(visit func(*markup.Token) error) error {
	for {
		token, err := t.Next()
		switch {
		case err != nil:
			return err
		case token.Kind == markup.End:
			return nil
		case token.Kind == markup.Start:
			if err := visit(token); err != nil {
				return err
			}
		}
	}
}

// skip reads the innermost open element to its end.
func (t *tokens) skip() error {
	for depth := t.Depth(); t.Depth() >= depth; {
		if _, err := t.Next(); err != nil {
			return err
		}
	}
	return nil
}

// limited ends in an error where a file is too large.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left < 0 {
		return 0, errTooLarge
	}
	n, err := l.r.Read(p)
	l.left -= int64(n)
	return n, err
}
