package sheet

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A charset is how the bytes of a text file stand for characters.
type charset struct {
	name   string
	skip   int64             // bytes of the byte order mark
	decode encoding.Encoding // nil for what is UTF-8 already
	mend   bool              // UTF-8, but for some bytes that are read as Windows-1252
	dirty  bool              // UTF-8 with dirt in it
}

var (
	utf16LE = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16BE = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

// decoded is r as UTF-8, without byte order mark.
func (c charset) decoded(r io.ReaderAt, size int64) io.Reader {
	raw := io.NewSectionReader(r, c.skip, size-c.skip)
	switch {
	case c.dirty:
		c.dirty = false
		return transform.NewReader(c.decoded(r, size), new(dirt))
	case c.decode != nil:
		return transform.NewReader(raw, c.decode.NewDecoder())
	case c.mend:
		return transform.NewReader(raw, mender{})
	}
	return raw
}

// decodedFrom is decoded, from an offset of it on.
func (c charset) decodedFrom(r io.ReaderAt, size, offset int64) (io.Reader, error) {
	text := c.decoded(r, size)
	var err error
	if s, ok := text.(io.Seeker); ok {
		_, err = s.Seek(offset, io.SeekStart)
	} else {
		_, err = io.CopyN(io.Discard, text, offset)
	}
	return text, err
}

// findCharset reads the whole file once: only so can be told before the first
// row whether all of it is the UTF-8 that it claims to be, and whether there is
// dirt in it.
func findCharset(r io.ReaderAt, size int64) (c charset, notes []string, err error) {
	head := make([]byte, min(size, headSize))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return charset{}, nil, err
	}
	c = markedCharset(head)
	if c.decode == nil {
		if c, notes, err = plainCharset(c, r, size); err != nil {
			return c, nil, err
		}
	}
	if !c.dirty {
		return c, notes, nil
	}
	c.dirty = false
	found, err := findDirt(c.decoded(r, size))
	if found == nil || err != nil {
		return c, notes, err
	}
	c.dirty = true
	return c, append(notes, found.notes()...), nil
}

// plainCharset is for what has no mark of another encoding.
func plainCharset(c charset, r io.ReaderAt, size int64) (charset, []string, error) {
	at, line, dirty, err := firstInvalid(r, c.skip, size)
	c.dirty = dirty
	if err != nil || at < 0 {
		return c, nil, err
	}
	around := make([]byte, min(size-max(at-headSize, 0), 4*headSize))
	if _, err := r.ReadAt(around, max(at-headSize, 0)); err != nil && err != io.EOF {
		return charset{}, nil, err
	}
	if mostlyUTF8(around) {
		c.mend, c.dirty = true, true
		return c, []string{fmt.Sprintf("Some bytes are not UTF-8 as the rest is, the first in line %d; they were read as Windows-1252.", line)}, nil
	}
	c = eightBit(around)
	c.dirty = bytes.IndexByte(around, 0) >= 0
	return c, nil, nil
}

// markedCharset goes by the byte order mark, or by the zeros that every second
// byte of UTF-16 is in Western text.
func markedCharset(head []byte) charset {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return charset{name: "UTF-8", skip: 3}
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return charset{name: "UTF-16LE", skip: 2, decode: utf16LE}
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return charset{name: "UTF-16BE", skip: 2, decode: utf16BE}
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[1] > len(head)/20 && zeros[0] <= zeros[1]/20:
		return charset{name: "UTF-16LE", decode: utf16LE}
	case zeros[0] > len(head)/20 && zeros[1] <= zeros[0]/20:
		return charset{name: "UTF-16BE", decode: utf16BE}
	}
	return charset{name: "UTF-8"}
}

// eightBit decides between the two 8-bit encodings that exports to English and
// Spanish speakers come in.
func eightBit(sample []byte) charset {
	if found := chardet.Detect(sample); found.Encoding == "MacRoman" {
		return charset{name: "macintosh", decode: charmap.Macintosh}
	}
	return charset{name: "windows-1252", decode: charmap.Windows1252}
}

// firstInvalid gives offset and line of the first byte from an offset on that is
// not UTF-8, -1 when all are, and whether there may be dirt before it.
func firstInvalid(r io.ReaderAt, from, size int64) (at int64, line int, dirty bool, err error) {
	buf := make([]byte, 4*headSize)
	for off := from; off < size; {
		n, err := r.ReadAt(buf[:min(int64(len(buf)), size-off)], off)
		if n == 0 {
			return -1, 0, false, err
		}
		chunk := buf[:n]
		if off+int64(n) < size {
			chunk = wholeRunes(chunk)
		}
		dirty = dirty || mayBeDirt(chunk)
		if !utf8.Valid(chunk) {
			bad := invalidIndex(chunk)
			return off + int64(bad), line + bytes.Count(chunk[:bad], []byte("\n")) + 1, dirty, nil
		}
		line += bytes.Count(chunk, []byte("\n"))
		off += int64(len(chunk))
	}
	return -1, 0, dirty, nil
}

// wholeRunes is b without a character cut off at its end.
func wholeRunes(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i < len(b); i++ {
		if last := b[len(b)-i:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

func invalidIndex(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func mostlyUTF8(b []byte) bool {
	var good, bad int
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case n > 1:
			good++
		case r == utf8.RuneError:
			bad++
		}
		b = b[n:]
	}
	return good > bad
}

// A mender passes UTF-8 on and turns every byte that is not into the character
// it is in Windows-1252.
type mender struct{ transform.NopResetter }

func (mender) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		r, n := utf8.DecodeRune(src[nSrc:])
		if r == utf8.RuneError && n == 1 {
			if !atEOF && !utf8.FullRune(src[nSrc:]) {
				return nDst, nSrc, transform.ErrShortSrc
			}
			r = charmap.Windows1252.DecodeByte(src[nSrc])
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}

// decodedHead is the beginning of a text file as UTF-8, good enough to look for
// delimiters and line ends in.
func decodedHead(head []byte) string {
	c := markedCharset(head)
	head = head[c.skip:]
	if c.decode != nil {
		head, _ = c.decode.NewDecoder().Bytes(head[:len(head)&^1])
	}
	return string(head)
}
