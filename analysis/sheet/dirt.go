package sheet

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

// Dirt is what UTF-8 holds that nobody wrote.
type dirt struct {
	transform.NopResetter
	nuls    int // NUL bytes, and byte order marks behind the first
	garbled int // characters whose UTF-8 was once read as Windows-1252, such as "Ã©" for "é"
}

// findDirt reads the whole text if any of it may be dirt.
func findDirt(r io.Reader) (*dirt, error) {
	d := new(dirt)
	_, err := io.Copy(io.Discard, transform.NewReader(r, d))
	if *d == (dirt{}) {
		return nil, err
	}
	return d, err
}

func (d *dirt) notes() []string {
	var notes []string
	if d.garbled > 0 {
		notes = append(notes, fmt.Sprintf("Some characters were garbled, as \"é\" is that reads \"Ã©\" (%d): the text was once taken for another encoding. They were mended.", d.garbled))
	}
	if d.nuls > 0 {
		notes = append(notes, fmt.Sprintf("Characters that nobody sees were left out (%d): NUL, or byte order marks within the text.", d.nuls))
	}
	return notes
}

// mayBeDirt reports whether b has a byte that dirt begins with, followed by one
// of those that come next.
func mayBeDirt(b []byte) bool {
	if bytes.IndexByte(b, 0) >= 0 || bytes.Contains(b, []byte("\ufeff")) {
		return true
	}
	for i := bytes.IndexByte(b, 0xc3); i >= 0; {
		if i+2 >= len(b) || b[i+2] >= 0xc2 && b[i+1] >= 0x82 {
			return true // two characters beyond ASCII side by side
		}
		next := bytes.IndexByte(b[i+1:], 0xc3)
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// Transform passes UTF-8 on without the dirt, and counts it.
func (d *dirt) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		clean := cleanLength(src[nSrc:])
		if n := copy(dst[nDst:], src[nSrc:nSrc+clean]); n < clean {
			return nDst + n, nSrc + n, transform.ErrShortDst
		}
		nDst, nSrc = nDst+clean, nSrc+clean
		rest := src[nSrc:]
		if len(rest) == 0 {
			break
		}
		if !atEOF && len(rest) < garbledMax {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if len(dst)-nDst < utf8.UTFMax {
			return nDst, nSrc, transform.ErrShortDst
		}
		r, size := utf8.DecodeRune(rest)
		switch mended, n := ungarbled(rest); {
		case n > 0:
			nDst += copy(dst[nDst:], mended)
			nSrc += n
			d.garbled++
		case r == 0, r == '\ufeff':
			nSrc += size
			d.nuls++
		default:
			nDst += copy(dst[nDst:], rest[:size])
			nSrc += size
		}
	}
	return nDst, nSrc, nil
}

// cleanLength is how many bytes come before the next that dirt may begin with.
func cleanLength(b []byte) int {
	for i, c := range b {
		if c == 0 || c == 0xc3 || c == 0xef {
			return i
		}
	}
	return len(b)
}

// garbledMax is the length of the longest garbled character: four characters of
// up to three bytes each.
const garbledMax = 4 * 3

// ungarbled gives the character that a garbled one, of n bytes, was; n is 0
// where none is.
func ungarbled(b []byte) (mended []byte, n int) {
	var room [utf8.UTFMax]byte
	for i := range room {
		r, size := utf8.DecodeRune(b[n:])
		c, ok := windows1252(r)
		if !ok || c < 0x80 {
			return nil, 0
		}
		room[i] = c
		n += size
		if utf8.FullRune(room[:i+1]) {
			if r, _ := utf8.DecodeRune(room[:i+1]); r == utf8.RuneError || i == 0 {
				return nil, 0
			}
			return room[:i+1], n
		}
	}
	return nil, 0
}

// windows1252 is the byte of a character; programs take the bytes that
// Windows-1252 leaves out for control characters.
func windows1252(r rune) (byte, bool) {
	if c, ok := charmap.Windows1252.EncodeRune(r); ok {
		return c, true
	}
	return byte(r), 0x80 <= r && r < 0xa0
}
