// Package text cuts comments into words and sentences, folds away what does
// not matter to a reader (case, accents, kinds of quote), and tells English
// and Spanish from each other and from the rest.
//
//	Words(dst, s)      the words of s, with the marks that stand before each
//	Sentences(s)       the sentences of s, which together are s
//	Fold(word)         "Teacher’s" -> "teacher", "Comunicación" -> "comunicacion"
//	Unescape(s)        HTML entities decoded, with the way back to the original bytes
//	Language(s)        "en", "es", "other", or "" where s is too short to tell
//	MainLanguage(seq)  the same of many texts together, as of a file's column
//
// Word and sentence boundaries are those of Unicode's annex 29, as
// clipperhouse/uax29 draws them, but that a web address is one word, and that
// no sentence ends after "Mrs." and the like. All offsets are bytes.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"
)

// A Span is a stretch of bytes of a text, End not included.
type Span struct{ Start, End int }

// A Word is a run of letters and digits ("isn't", "3.5"), or a web address.
type Word struct {
	Span
	Before Mark // what stands between the word before and this one
}

// Mark is a set of punctuation that matters to the reading of a text.
type Mark uint8

// The marks.
const (
	SentenceStart Mark = 1 << iota // a new sentence begins; the first word has it too
	Comma
	Semicolon
)

// Words appends the words of s to dst, in order. It does not allocate where
// dst has room and s has no letters beyond Latin-1.
func Words(dst []Word, s string) []Word {
	sp := splitter{s: s, nextBreak: -1}
	for pos := 0; pos < len(s); {
		start := sp.gap(pos)
		if start == len(s) {
			break
		}
		end, isWord := sp.token(start)
		pos = end
		if !isWord {
			continue
		}
		before := sp.marks(start)
		sp.last = Span{start, end}
		sp.some = true
		dst = append(dst, Word{sp.last, before})
	}
	return dst
}

// A splitter walks over one text. Most text is words of plain letters divided
// by plain spaces, which it cuts itself; for all else it asks uax29.
type splitter struct {
	s         string
	last      Span // the word before, if some
	some      bool
	nextBreak int // the first sentence end behind last that is known, or -1
}

// gap returns where the next token that may be a word begins, at pos or after.
func (sp *splitter) gap(pos int) int {
	s := sp.s
	for pos < len(s) {
		c := s[pos]
		if kinds[c]&(letter|digit) != 0 || c >= utf8.RuneSelf || c == '_' {
			return pos
		}
		if pos+1 < len(s) && s[pos+1] >= utf8.RuneSelf && latin1(s, pos+1) == 0 {
			return pos // a mark that modifies c may follow
		}
		pos++
	}
	return pos
}

// token returns the end of the token at pos, and whether it is a word.
func (sp *splitter) token(pos int) (end int, isWord bool) {
	if end := plainWord(sp.s, pos); end > pos {
		if end < len(sp.s) && sp.s[end] == ':' || pos+3 < len(sp.s) && sp.s[pos]|0x20 == 'w' && sp.s[pos+3] == '.' {
			return max(end, addressEnd(sp.s, pos)), true
		}
		return end, true
	}
	it := words.FromString(sp.s[pos:])
	it.Next()
	end = pos + it.End()
	if !strings.ContainsFunc(sp.s[pos:end], isWordRune) {
		return end, false
	}
	return max(end, addressEnd(sp.s, pos)), true
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// plainWord returns the end of the word of plain letters and digits at pos, or
// pos where the word isn't plain enough to be told by this function.
func plainWord(s string, pos int) int {
	i := pos
	last := uint8(0) // kind of the character before i
	for i < len(s) {
		c := s[i]
		if k := kinds[c]; k&(letter|digit) != 0 {
			last = k
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			if n := latin1(s, i); n > 0 {
				last = letter
				i += n
				continue
			}
			n := curlyQuote(s, i)
			if n == 0 || last == 0 {
				return pos
			}
			switch next := kindAt(s, i+n); {
			case next == strange:
				return pos
			case next == last:
				i += n
				continue
			}
			return i
		}
		if last == 0 || c == '_' {
			return pos
		}
		join := kinds[c] & (joinsLetters | joinsDigits)
		next := kindAt(s, i+1)
		if next == strange {
			return pos
		}
		if last == letter && join&joinsLetters != 0 && next == letter ||
			last == digit && join&joinsDigits != 0 && next == digit {
			i++
			continue
		}
		return i
	}
	return i
}

// The kinds of character that plainWord tells apart.
const (
	letter uint8 = 1 << iota
	digit
	joinsLetters // as the apostrophe in "don't"
	joinsDigits  // as the comma in "1,000"
	strange      // not for plainWord
)

var kinds = [256]uint8{
	'\'': joinsLetters | joinsDigits, '.': joinsLetters | joinsDigits,
	':': joinsLetters, ',': joinsDigits, ';': joinsDigits,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit,
	'5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter,
	'h': letter, 'i': letter, 'j': letter, 'k': letter, 'l': letter, 'm': letter, 'n': letter,
	'o': letter, 'p': letter, 'q': letter, 'r': letter, 's': letter, 't': letter, 'u': letter,
	'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter,
	'H': letter, 'I': letter, 'J': letter, 'K': letter, 'L': letter, 'M': letter, 'N': letter,
	'O': letter, 'P': letter, 'Q': letter, 'R': letter, 'S': letter, 'T': letter, 'U': letter,
	'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
}

// kindAt returns letter, digit or strange for the character at i, and 0 for
// other ASCII and at the end of s.
func kindAt(s string, i int) uint8 {
	switch {
	case i >= len(s):
		return 0
	case s[i] < utf8.RuneSelf:
		return kinds[s[i]] & (letter | digit)
	case latin1(s, i) > 0:
		return letter
	}
	return strange
}

// latin1 returns the length of the accented Latin-1 letter at i, or 0.
func latin1(s string, i int) int {
	if s[i] == 0xC3 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+1] != 0x97 && s[i+1] != 0xB7 {
		return 2
	}
	return 0
}

// curlyQuote returns the length of the single closing quote at i, or 0.
func curlyQuote(s string, i int) int {
	if strings.HasPrefix(s[i:], "’") {
		return len("’")
	}
	return 0
}

// marks returns the marks between the last word and the one at start.
func (sp *splitter) marks(start int) Mark {
	if !sp.some {
		return SentenceStart
	}
	var m Mark
	ends := false
	for i := sp.last.End; i < start; i++ {
		switch c := sp.s[i]; {
		case c == ',':
			m |= Comma
		case c == ';':
			m |= Semicolon
		case c == '.', c == '!', c == '?', c == '\n', c == '\r', c >= utf8.RuneSelf:
			ends = true
		}
	}
	if ends && sp.breaks(start) {
		m |= SentenceStart
	}
	return m
}

// plainEnd tells sentence ends as most are written: points, spaces, and a
// letter at start. Where there is more to it, ok is false.
func (sp *splitter) plainEnd(start int) (ends, ok bool) {
	points := sp.last.End
	for c := sp.s[points]; c == '.' || c == '!' || c == '?'; c = sp.s[points] {
		points++
	}
	next := points
	for sp.s[next] == ' ' {
		next++
	}
	if next < start || next == points || points == sp.last.End || kinds[sp.s[next]] != letter {
		return false, false
	}
	if sp.s[points-1] != '.' {
		return true, true
	}
	upper := sp.s[next] < 'a'
	return upper && !abbreviates(sp.s[:points]), true
}

// breaks reports whether a sentence ends between the last word and start.
// What uax29 finds is kept, so that no text is looked through twice.
func (sp *splitter) breaks(start int) bool {
	if ends, ok := sp.plainEnd(start); ok {
		return ends
	}
	if sp.nextBreak < sp.last.End {
		it := sentences.FromString(sp.s[sp.last.Start:])
		for sp.nextBreak < sp.last.End && it.Next() {
			sp.nextBreak = sp.last.Start + it.End()
		}
	}
	return sp.nextBreak <= start && !abbreviates(sp.s[:sp.nextBreak])
}
