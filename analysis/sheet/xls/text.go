package xls

import (
	"encoding/binary"
	"errors"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

var errShort = errors.New("a record is too short for what it says")

// A cursor reads the body of a record and of the CONTINUE records behind it.
type cursor struct {
	records *records
	b       []byte
	small   [4]byte
}

// uint reads a number of n bytes, at most 4.
func (c *cursor) uint(n int) (int, error) {
	if len(c.b) >= n {
		copy(c.small[:], c.b[:n])
		c.b = c.b[n:]
	} else {
		for i := range n {
			if err := c.fill(); err != nil {
				return 0, err
			}
			c.small[i], c.b = c.b[0], c.b[1:]
		}
	}
	clear(c.small[n:])
	return int(binary.LittleEndian.Uint32(c.small[:])), nil
}

// fill sees to it that at least one byte can be read.
func (c *cursor) fill() error {
	for len(c.b) == 0 {
		if err := c.records.carryOn(); err != nil {
			return err
		}
		c.b = c.records.body
	}
	return nil
}

func (c *cursor) skip(n int) error {
	for n > 0 {
		if err := c.fill(); err != nil {
			return err
		}
		step := min(n, len(c.b))
		c.b, n = c.b[step:], n-step
	}
	return nil
}

// atEnd tells whether nothing is left of the record and what continues it.
func (c *cursor) atEnd() bool { return len(c.b) == 0 && !c.records.continues() }

// Flags in front of the characters of a BIFF8 text.
const (
	wide     = 0x01 // UTF-16, else the lower bytes of it
	phonetic = 0x04
	rich     = 0x08
)

// appendUnicode appends a BIFF8 text of n UTF-16 units as UTF-8, and passes over
// its fonts and its phonetic guide.
func (c *cursor) appendUnicode(dst []byte, n int) ([]byte, error) {
	flags, err := c.uint(1)
	if err != nil {
		if n == 0 && errors.Is(err, errShort) {
			return dst, nil // some writers leave the flags of an empty text out
		}
		return dst, err
	}
	behind := 0
	if flags&rich != 0 {
		runs, err := c.uint(2)
		if err != nil {
			return dst, err
		}
		behind += 4 * runs
	}
	if flags&phonetic != 0 {
		size, err := c.uint(4)
		if err != nil {
			return dst, err
		}
		behind += size
	}
	if dst, err = c.appendUnits(dst, n, flags&wide != 0); err != nil {
		return dst, err
	}
	return dst, c.skip(behind)
}

// appendUnits appends n UTF-16 units. Where a CONTINUE record splits them, it
// begins with a flag of its own.
func (c *cursor) appendUnits(dst []byte, n int, isWide bool) ([]byte, error) {
	var high rune // first half of a surrogate pair
	for {
		size := 1
		if isWide {
			size = 2
		}
		step := min(n, len(c.b)/size)
		if isWide {
			dst, high = appendUTF16(dst, c.b[:2*step], high)
		} else {
			dst = appendLatin1(dst, c.b[:step])
		}
		c.b, n = c.b[size*step:], n-step
		if n == 0 {
			break
		}
		if len(c.b) > 0 {
			return dst, errShort // half a unit
		}
		flags, err := c.uint(1)
		if err != nil {
			return dst, err
		}
		isWide = flags&wide != 0
	}
	if high != 0 {
		dst = utf8.AppendRune(dst, utf8.RuneError)
	}
	return dst, nil
}

func appendLatin1(dst, b []byte) []byte {
	for _, c := range b {
		dst = utf8.AppendRune(dst, rune(c))
	}
	return dst
}

// appendUTF16 appends little endian units behind high, the first half of a pair
// or 0, and returns the first half that is left over. Halves without their other
// become U+FFFD.
func appendUTF16(dst, b []byte, high rune) ([]byte, rune) {
	for ; len(b) >= 2; b = b[2:] {
		u := rune(binary.LittleEndian.Uint16(b))
		if high != 0 {
			r := utf16.DecodeRune(high, u)
			dst, high = utf8.AppendRune(dst, r), 0
			if r != utf8.RuneError {
				continue
			}
		}
		if 0xD800 <= u && u < 0xDC00 {
			high = u
			continue
		}
		dst = utf8.AppendRune(dst, u)
	}
	return dst, high
}

// appendBytes appends a BIFF5 text of n bytes.
func (c *cursor) appendBytes(dst []byte, n int, page encoding.Encoding) ([]byte, error) {
	start := len(dst)
	for n > 0 {
		if err := c.fill(); err != nil {
			return dst, err
		}
		step := min(n, len(c.b))
		dst = append(dst, c.b[:step]...)
		c.b, n = c.b[step:], n-step
	}
	if isASCII(dst[start:]) {
		return dst, nil
	}
	decoded, err := page.NewDecoder().Bytes(dst[start:])
	return append(dst[:start], decoded...), err
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendText appends a text whose length takes lengthSize bytes.
func (b *Book) appendText(dst []byte, c *cursor, lengthSize int) ([]byte, error) {
	n, err := c.uint(lengthSize)
	if err != nil {
		return dst, err
	}
	if b.biff8 {
		return c.appendUnicode(dst, n)
	}
	return c.appendBytes(dst, n, b.codePage)
}
