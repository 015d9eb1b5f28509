package markup

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

var errChars = errors.New("a character that XML does not allow, or text that is not UTF-8")

// run takes text up to a tag or the end of the file.
func (l *Lexer) run(b []byte) (n int, err error) {
	if n = plainLength(b); n < len(b) && b[n] == '<' {
		l.token.Kind, l.token.text, l.token.cdata = Text, b[:n], false
		return n, nil
	}
	n = bytes.IndexByte(b, '<')
	if n < 0 && !l.eof {
		return 0, errShort
	}
	if n < 0 {
		n = len(b)
	}
	l.token.Kind, l.token.text, l.token.cdata = Text, b[:n], false
	if bytes.IndexByte(b[:n], ']') >= 0 && bytes.Contains(b[:n], []byte("]]>")) {
		return 0, syntaxError("]]> outside of a CDATA section")
	}
	return n, soundText(b[:n])
}

// plainLength is how many bytes come before the next that needs a closer look:
// most texts of a spreadsheet have none.
func plainLength(b []byte) int {
	for i, c := range b {
		if c < ' ' || c >= utf8.RuneSelf || c == '<' || c == '&' || c == ']' || c == '"' || c == '\'' {
			return i
		}
	}
	return len(b)
}

// soundText refuses characters and entities that XML doesn't have.
func soundText(b []byte) error {
	if err := soundChars(b); err != nil {
		return err
	}
	for i := bytes.IndexByte(b, '&'); i >= 0; {
		r, n := entity(b[i:])
		if n == 0 {
			name, _, _ := bytes.Cut(b[i:], []byte(";"))
			return syntaxError(fmt.Sprintf("%.20s; is no entity of XML", name))
		}
		if !isXML(r) {
			return errChars
		}
		next := bytes.IndexByte(b[i+n:], '&')
		if next < 0 {
			return nil
		}
		i += n + next
	}
	return nil
}

func soundChars(b []byte) error {
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case ' ' <= c && c < utf8.RuneSelf, c == '\n', c == '\t', c == '\r':
		case c < ' ':
			return errChars
		default:
			r, n := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && n == 1 || !isXML(r) {
				return errChars
			}
			i += n - 1
		}
	}
	return nil
}

// isXML reports whether XML may hold the character (XML 1.0, 2.2).
func isXML(r rune) bool {
	return r >= ' ' && r != 0xfffe && r != 0xffff || r == '\n' || r == '\t' || r == '\r'
}

// entity reads the entity that b begins with; n is 0 when it is none.
func entity(b []byte) (r rune, n int) {
	end := bytes.IndexByte(b, ';')
	if end < 2 {
		return 0, 0
	}
	switch name := b[1:end]; {
	case string(name) == "lt":
		r = '<'
	case string(name) == "gt":
		r = '>'
	case string(name) == "amp":
		r = '&'
	case string(name) == "apos":
		r = '\''
	case string(name) == "quot":
		r = '"'
	case name[0] == '#':
		digits, base := string(name[1:]), 10
		if len(name) > 1 && name[1] == 'x' {
			digits, base = string(name[2:]), 16
		}
		code, err := strconv.ParseUint(digits, base, 64)
		if err != nil || code > utf8.MaxRune {
			return 0, 0
		}
		if r = rune(code); !utf8.ValidRune(r) {
			r = utf8.RuneError
		}
	default:
		return 0, 0
	}
	return r, end + 1
}

// appendUnescaped appends sound text with its entities resolved, and every line
// end as a line feed.
func appendUnescaped(dst, b []byte) []byte {
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return appendLines(dst, b)
		}
		dst = appendLines(dst, b[:i])
		r, n := entity(b[i:])
		dst = utf8.AppendRune(dst, r)
		b = b[i+n:]
	}
}

func appendLines(dst, b []byte) []byte {
	for {
		i := bytes.IndexByte(b, '\r')
		if i < 0 {
			return append(dst, b...)
		}
		dst = append(append(dst, b[:i]...), '\n')
		b = bytes.TrimPrefix(b[i+1:], []byte("\n"))
	}
}
