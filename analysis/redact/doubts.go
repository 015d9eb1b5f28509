package redact

import (
	"strings"
	"unicode/utf8"
)

// A Doubt is a word that stayed and may be a name all the same.
type Doubt struct {
	Start, End int    // bytes of Result.Text
	Why        string // for a person who decides
}

// Why a word is doubtful.
const (
	alsoWord  = "a name that is a word or a place as well"
	lowerCase = "a first name, if it isn't a word"
	noSign    = "capitalized within a sentence, and nothing says what it is"
)

// Doubts returns the words of r.Text that a person should look at, in order. A
// text in capitals has none but first names.
func (r Result) Doubts() []Doubt {
	s := scan{text: r.Text}
	var doubts []Doubt
	begins := true // a sentence
	for i := 0; i < len(s.text); {
		end := wordEnd(s.text, i)
		switch {
		case s.text[i] == '[': // a mask, or a remark
			end = i + 1 + strings.IndexByte(s.text[i:], ']')
			if end == i {
				end++
			}
			begins = false
		case end == i:
			c, size := utf8.DecodeRuneInString(s.text[i:])
			begins = begins && !('0' <= c && c <= '9') || strings.ContainsRune(".!?:;\n\"“”«»•*(¿¡…", c)
			end += size
		default:
			if why := s.doubt(i, end, begins); why != "" {
				doubts = append(doubts, Doubt{i, end, why})
			}
			begins = false
		}
		i = end
	}
	return doubts
}

// doubt says why the word from start to end may be a name, "" for no reason.
func (s *scan) doubt(start, end int, begins bool) string {
	written := s.text[start:end]
	word := lower(written)
	switch {
	case utf8.RuneCountInString(word) < 3, !capitalized(s.text, start) && !given[word]:
		return ""
	case given[word]:
		return lowerCase
	case begins, s.shouts(), ordinary[word], written == strings.ToUpper(written):
		return ""
	case wordlike[word], placelike[word]:
		return alsoWord
	}
	if _, ok := cues[word]; ok {
		return ""
	}
	return noSign
}
