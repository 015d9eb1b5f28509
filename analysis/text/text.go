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
		dst, pos = sp.easy(dst, end)
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

// easy appends the words that follow the one which ends at pos, as long as they
// are letters with one space before and one behind them, and returns the end of
// the last.
func (sp *splitter) easy(dst []Word, pos int) ([]Word, int) {
	s := sp.s
	for pos < len(s) && s[pos] == ' ' {
		end := pos + 1
		for end < len(s) && kinds[s[end]] == letter {
			end++
		}
		if end == pos+1 || end+1 >= len(s) || s[end] != ' ' || s[end+1] >= utf8.RuneSelf {
			break
		}
		sp.last = Span{pos + 1, end}
		dst = append(dst, Word{Span: sp.last})
		pos = end
	}
	return dst, pos
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
	if sp.nextBreak < sp.last.End || sp.nextBreak <= start && abbreviates(sp.s[:sp.nextBreak]) {
		it := sentences.FromString(sp.s[sp.last.Start:])
		for it.Next() {
			sp.nextBreak = sp.last.Start + it.End()
			if sp.nextBreak > start || sp.nextBreak >= sp.last.End && !abbreviates(sp.s[:sp.nextBreak]) {
				break
			}
		}
	}
	return sp.nextBreak <= start && !abbreviates(sp.s[:sp.nextBreak])
}
