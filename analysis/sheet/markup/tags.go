package markup

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// nameLimit is for the name of an element, attribute or instruction, in bytes.
const nameLimit = 1 << 10

var errLongName = fmt.Errorf("a name is longer than %d bytes, and spreadsheet programs use short ones", nameLimit)

func (l *Lexer) endTag(b []byte) (n int, err error) {
	open := l.names[l.start():]
	end := len("</") + len(open)
	if end >= len(b) || b[end] != '>' {
		end = bytes.IndexByte(b, '>')
	}
	if end < 0 {
		return 0, errShort
	}
	name := b[2:end]
	if !bytes.Equal(open, name) {
		name = bytes.TrimRight(name, " \t\r\n")
	}
	if len(l.ends) == 0 {
		return 0, syntaxError(fmt.Sprintf("</%.40s> ends what did not begin", name))
	}
	if !bytes.Equal(open, name) {
		return 0, syntaxError(fmt.Sprintf("<%.40s> is closed by </%.40s>", open, name))
	}
	l.token.Kind, l.token.Name = End, cutPrefix(name)
	l.pop()
	return end + 1, nil
}

func (l *Lexer) startTag(b []byte) (n int, err error) {
	n = 1 + nameLength(b[1:])
	if n == len(b) {
		return 0, errShort
	}
	full := b[1:n]
	if err := soundName(full, "a tag without a name"); err != nil {
		return 0, err
	}
	l.token.Kind, l.token.Name, l.token.Attrs = Start, cutPrefix(full), l.token.Attrs[:0]
	for {
		n += spaceLength(b[n:])
		if n+1 >= len(b) && (n == len(b) || b[n] == '/') {
			return 0, errShort
		}
		switch b[n] {
		case '>':
			l.any = true
			return n + 1, l.push(full)
		case '/':
			if b[n+1] != '>' {
				return 0, syntaxError("a / within a tag")
			}
			l.any, l.empty = true, true
			return n + 2, l.push(full)
		}
		size, err := l.attr(b[n:])
		if err != nil {
			return 0, err
		}
		n += size
	}
}

// attr takes the attribute at the beginning of b, of n bytes.
func (l *Lexer) attr(b []byte) (n int, err error) {
	n = nameLength(b)
	name := b[:n]
	n += spaceLength(b[n:])
	if n == len(b) {
		return 0, errShort
	}
	const missing = "a tag with something that is no attribute"
	if b[n] != '=' {
		return 0, syntaxError(missing)
	}
	if err := soundName(name, missing); err != nil {
		return 0, err
	}
	n++
	n += spaceLength(b[n:])
	if n == len(b) {
		return 0, errShort
	}
	quote := b[n]
	if quote != '"' && quote != '\'' {
		return 0, syntaxError("an attribute without quotes")
	}
	n++
	if size := plainLength(b[n:]); n+size < len(b) && b[n+size] == quote {
		l.token.Attrs = append(l.token.Attrs, Attr{cutPrefix(name), b[n : n+size]})
		return n + size + 1, nil
	}
	size := bytes.IndexByte(b[n:], quote)
	if size < 0 {
		return 0, errShort
	}
	value := b[n : n+size]
	if bytes.IndexByte(value, '<') >= 0 {
		return 0, syntaxError("a < within an attribute")
	}
	l.token.Attrs = append(l.token.Attrs, Attr{cutPrefix(name), value})
	return n + size + 1, soundText(value)
}

func cutPrefix(name []byte) Name {
	for i, c := range name {
		if c == ':' && i > 0 && i < len(name)-1 {
			return Name{name[:i], name[i+1:]}
		}
	}
	return Name{Local: name}
}

func spaceLength(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == ' ' || b[n] == '\n' || b[n] == '\t' || b[n] == '\r') {
		n++
	}
	return n
}

// nameLength is the length of the name that b begins with; 0 for none.
func nameLength(b []byte) int {
	n := 0
	for n < len(b) && isNameByte(b[n]) {
		n++
	}
	if n > 0 && (isDigit(b[0]) || b[0] == '-' || b[0] == '.') {
		return 0
	}
	return n
}

func isNameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == ':' || isDigit(c) || c == '_' || c == '-' || c == '.' || c >= utf8.RuneSelf
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// soundName refuses what has the characters of a name and is none, or has more
// than one prefix; missing says then what is wrong.
func soundName(b []byte, missing string) error {
	switch {
	case len(b) > nameLimit:
		return errLongName
	case !isName(b):
		return syntaxError(missing)
	}
	return nil
}

func isName(b []byte) bool {
	if len(b) == 0 {
		return false
	}
	colons := 0
	for _, c := range b {
		if c == ':' {
			colons++
		}
		if c >= utf8.RuneSelf {
			return utf8.Valid(b) && bytes.Count(b, []byte(":")) <= 1
		}
	}
	return colons <= 1
}
