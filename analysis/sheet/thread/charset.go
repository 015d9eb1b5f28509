package thread

import (
	"bufio"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

// headSize is how much of a file its encoding is told from.
const headSize = 64 << 10

var declaredRE = regexp.MustCompile(`^[^>]{0,200}?<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']`)

// declaredCharset is the encoding that a file states by a byte order mark, by
// its XML declaration, or by the zeros that UTF-16 has in Western text.
func declaredCharset(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("<\x00")):
		return "utf-16le"
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\x00<")):
		return "utf-16be"
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return "utf-8"
	}
	if m := declaredRE.FindSubmatch(head); m != nil {
		return strings.ToLower(string(m[1]))
	}
	return "utf-8"
}

// decoded is r as UTF-8 that XML can hold. A declared UTF-16 that is none, and an
// encoding that nobody knows, are read as UTF-8.
func decoded(r *bufio.Reader) (io.Reader, string) {
	head, _ := r.Peek(headSize)
	label := declaredCharset(head)
	if strings.HasPrefix(label, "utf-16") && bytes.IndexByte(head, 0) < 0 {
		label = "utf-8"
	}
	enc, name := charset.Lookup(label)
	if enc == nil || name == "utf-8" {
		return transform.NewReader(r, cleaner{}), "UTF-8"
	}
	return transform.NewReader(transform.NewReader(r, enc.NewDecoder()), cleaner{}), shownName(name)
}

// shownName writes the name of an encoding as people know it.
func shownName(name string) string {
	if strings.HasPrefix(name, "utf-") {
		return strings.ToUpper(name)
	}
	return name
}

// A cleaner turns bytes that are not UTF-8 into the characters that they are in
// Windows-1252, and characters that XML forbids, written out or as references
// ("&#11;"), into spaces.
type cleaner struct{ transform.NopResetter }

func (cleaner) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	const longestReference = 12
	for nSrc < len(src) {
		rest := src[nSrc:]
		if !atEOF && (!utf8.FullRune(rest) || rest[0] == '&' && len(rest) < longestReference) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			r = charmap.Windows1252.DecodeByte(rest[0])
		case r == '&':
			if m := forbiddenReference(rest[:min(len(rest), longestReference)]); m > 0 {
				r, n = ' ', m
			}
		}
		if forbidden(r) {
			r = ' '
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}

func forbidden(r rune) bool {
	return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0xFFFE || r == 0xFFFF || r == 0x7F || r == 0xFEFF
}

var referenceRE = regexp.MustCompile(`^&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}));`)

// forbiddenReference is the length of a reference to a character that XML
// forbids, or 0.
func forbiddenReference(b []byte) int {
	if len(b) < 4 || b[1] != '#' {
		return 0
	}
	m := referenceRE.FindSubmatch(b)
	if m == nil {
		return 0
	}
	n, err := strconv.ParseUint(string(m[1]), 16, 32)
	if len(m[1]) == 0 {
		n, err = strconv.ParseUint(string(m[2]), 10, 32)
	}
	if err == nil && n <= utf8.MaxRune && utf8.ValidRune(rune(n)) && !forbidden(rune(n)) {
		return 0
	}
	return len(m[0])
}
