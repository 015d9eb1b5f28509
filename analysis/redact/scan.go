package redact

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A scan looks for what to hide in one text. It goes through the text once,
// taking note of the few words and bytes that may point at something; only
// where it sees one does it look closer.
type scan struct {
	text    string
	authors people
	found   []piece

	streets bool // a street word was seen
	digits  bool
	dots    bool // "dot", as in an address that is spelled out

	named    []name // listed names that are hidden unless a sign tells of the same person
	told     []told // who is named
	past     int    // end of the last listed name
	capitals int    // what shouts found
}

// find returns the pieces of text to hide, ordered by start, of those that
// start together the longest first. They may overlap. It adds to before what the
// persons are called of whom the text tells.
func find(text string, authors people, before *[]told) []piece {
	s := scan{text: text, authors: authors, told: *before}
	s.pass()
	s.signature()
	if s.dots {
		s.all(spelledEmail, email)
	}
	if s.streets && s.digits {
		s.addresses()
	}
	s.tell()
	s.unnamed()
	if *before = s.told; len(s.told) > 0 {
		s.again()
	}
	if len(s.found) > 0 {
		slices.SortStableFunc(s.found, func(a, b piece) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
		})
	}
	return s.found
}

// hide notes a piece that is no person.
func (s *scan) hide(start, end int, k kind) {
	s.found = append(s.found, piece{start, end, person{kind: k}})
}

// classes of bytes that pass looks at.
const (
	other = iota
	letter
	beyond // a byte of a rune beyond ASCII
	digit
	at
	dot
)

var classes = func() (c [256]uint8) {
	for b := range c {
		switch {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z':
			c[b] = letter
		case b >= utf8.RuneSelf:
			c[b] = beyond
		case '0' <= b && b <= '9':
			c[b] = digit
		}
	}
	c['@'], c['.'], c[':'] = at, dot, dot
	return c
}()

// pass goes through the text word by word.
func (s *scan) pass() {
	text := s.text
	urls := 0 // end of the last link, so that its dots aren't looked at again
	for i := 0; i < len(text); {
		switch classes[text[i]] {
		case letter, beyond:
			end := wordEnd(text, i)
			if end == i { // a quotation mark, a dash
				_, size := utf8.DecodeRuneInString(text[i:])
				i += size
				continue
			}
			s.word(i, end)
			i = end
		case digit:
			s.digits = true
			i = s.number(i)
		case at:
			s.atSign(i)
			i++
		case dot:
			if i >= urls {
				urls = max(urls, s.link(i))
			}
			i++
		default:
			i++
		}
	}
}

// wordEnd returns the end of the run of letters that begins at i.
func wordEnd(text string, i int) int {
	for i < len(text) {
		switch classes[text[i]] {
		case letter:
			i++
		case beyond:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

// word looks at the run of letters from start to end.
func (s *scan) word(start, end int) {
	if len(s.authors) > 0 {
		s.called(s.authors, start, end)
	}
	s.listed(start, end)
	if !mayBeCue(s.text[start:end]) {
		return
	}
	var folded [longestCue]byte
	c, ok := cues[string(fold(folded[:0], s.text[start:end]))]
	if !ok {
		return
	}
	switch c.role {
	case honorific, job:
		s.honorific(c, start, end)
	case second:
		if from, to := behindHyphen(s.text, start); seconds[lower(s.text[from:to])] {
			s.kin(c, start, end)
		}
	case kin, manyKin:
		s.kin(c, start, end)
	case parentOf:
		s.parentOf(start, end)
	case household:
		s.household(start, end)
	case calledSo:
		s.calledSo(start, end)
	case naming:
		s.self(end)
	case nameIs:
		s.nameIs(end)
	case iAm:
		s.iAm(end)
	case closing:
		s.closing(end)
	case street:
		s.streets = true
	case idWord:
		s.idBehind(end)
	case idNumber:
		if from, to := before(s.text, start); numbered[lower(s.text[from:to])] {
			s.idBehind(end)
		}
	case dotWord:
		s.dots = true
	}
}

// fold appends word in lower case to dst; it knows the letters of English and
// Spanish.
func fold(dst []byte, word string) []byte {
	for i := range len(word) {
		b := word[i]
		switch {
		case 'A' <= b && b <= 'Z':
			b |= 0x20
		case i > 0 && word[i-1] == 0xC3 && 0x80 <= b && b <= 0x9E: // À to Þ
			b |= 0x20
		}
		dst = append(dst, b)
	}
	return dst
}

// lower is fold as a string.
func lower(word string) string { return string(fold(nil, word)) }

// spaces returns the place behind the blanks at i, which may hold one line end.
func spaces(text string, i int) int {
	for lines := 0; i < len(text); {
		switch {
		case text[i] == ' ' || text[i] == '\t' || text[i] == '\r':
			i++
		case text[i] == '\n' && lines == 0:
			lines++
			i++
		case text[i] == 0xC2 && i+1 < len(text) && text[i+1] == 0xA0: // no-break space
			i += 2
		default:
			return i
		}
	}
	return i
}

// before returns the start and end of the word before place i, with nothing
// but blanks between; start equals end where there is none.
func before(text string, i int) (start, end int) {
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '\t' || text[i-1] == '\n') {
		i--
	}
	return wordStart(text, i), i
}

// wordStart returns the start of the run of letters that ends at i.
func wordStart(text string, i int) int {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(r) {
			return i
		}
		i -= size
	}
	return i
}

// apostrophe returns the length of the apostrophe at i, 0 for none.
func apostrophe(text string, i int) int {
	switch {
	case i >= len(text):
		return 0
	case text[i] == '\'' || text[i] == '`':
		return 1
	case len(text)-i >= 3 && (text[i:i+3] == "’" || text[i:i+3] == "ʼ"):
		return 3
	}
	return 0
}
