package markup

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// instruction passes over a processing instruction. The XML declaration is one,
// and may state an encoding.
func (l *Lexer) instruction(b []byte) (n int, err error) {
	inside, _, ended := bytes.Cut(b[2:], []byte("?>"))
	if !ended {
		return 0, errShort
	}
	target := inside[:nameLength(inside)]
	if err := soundName(target, "an instruction without a name"); err != nil {
		return 0, err
	}
	n = len("<?") + len(inside) + len("?>")
	label := statedEncoding(inside[len(target):])
	if string(target) != "xml" || label == "" || strings.EqualFold(label, "UTF-8") {
		return n, nil
	}
	if l.CharsetReader == nil {
		return 0, fmt.Errorf("the encoding is %.40q, and spreadsheet programs write UTF-8", label)
	}
	rest := io.MultiReader(bytes.NewReader(bytes.Clone(b[n:])), l.r)
	if l.r, err = l.CharsetReader(label, rest); err != nil {
		return 0, fmt.Errorf("the encoding %.40q is unknown: %w", label, err)
	}
	l.buf, l.eof = l.buf[:l.pos+n], false
	return n, nil
}

// statedEncoding is the encoding that an XML declaration states, or "".
func statedEncoding(declaration []byte) string {
	_, label, _ := strings.Cut(string(declaration), "encoding=")
	if label == "" || label[0] != '"' && label[0] != '\'' {
		return ""
	}
	label, _, _ = strings.Cut(label[1:], label[:1])
	return label
}

// declaration takes what begins with "<!".
func (l *Lexer) declaration(b []byte) (n int, given bool, err error) {
	const comment, cdata, doctype = "<!--", "<![CDATA[", "<!DOCTYPE"
	for _, start := range []string{comment, cdata, doctype} {
		if len(b) < len(start) && strings.HasPrefix(start, string(b)) {
			return 0, false, errShort
		}
	}
	switch {
	case bytes.HasPrefix(b, []byte(comment)):
		n, err = commentLength(b)
		return n, false, err
	case bytes.HasPrefix(b, []byte(cdata)):
		n := bytes.Index(b[len(cdata):], []byte("]]>"))
		if n < 0 {
			return 0, false, errShort
		}
		l.token.Kind, l.token.text, l.token.cdata = Text, b[len(cdata):len(cdata)+n], true
		return len(cdata) + n + len("]]>"), true, soundChars(l.token.text)
	case bytes.HasPrefix(b, []byte(doctype)):
		n, err = doctypeLength(b)
		return n, false, err
	}
	return 0, false, syntaxError("<! that begins nothing")
}

func commentLength(b []byte) (int, error) {
	const start = len("<!--")
	n := bytes.Index(b[start:], []byte("--"))
	end := start + n + len("--")
	switch {
	case n < 0 || end == len(b):
		return 0, errShort
	case b[end] != '>':
		return 0, syntaxError("-- within a comment")
	}
	return end + 1, nil
}

// doctypeLength is for a document type that only names one.
func doctypeLength(b []byte) (int, error) {
	quote := byte(0)
	for i, c := range b[1:] {
		switch {
		case c == quote:
			quote = 0
		case quote != 0:
		case c == '"' || c == '\'':
			quote = c
		case c == '[' || c == '<':
			return 0, errEntities
		case c == '>':
			return 1 + i + 1, nil
		}
	}
	return 0, errShort
}
