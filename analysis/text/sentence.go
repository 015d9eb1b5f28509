package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences yields the sentences of s in order. White space behind a sentence
// belongs to it, so that the sentences together are s.
func Sentences(s string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		start := 0
		it := sentences.FromString(s)
		for it.Next() {
			end := it.End()
			if end < len(s) && (abbreviates(s[:end]) || inAddress(s, end)) {
				continue
			}
			if !yield(Span{start, end}) {
				return
			}
			start = end
		}
	}
}

// abbreviations are words whose point ends no sentence, folded.
var abbreviations = map[string]bool{
	"dr": true, "dra": true, "mr": true, "mrs": true, "ms": true, "mx": true, "prof": true,
	"sr": true, "sra": true, "srta": true, "lic": true, "ing": true, "mtra": true, "mtro": true,
	"st": true, "vs": true, "e.g": true, "i.e": true, "u.s": true, "p.ej": true,
	"a.m": true, "p.m": true, "approx": true, "dept": true, "ud": true, "uds": true,
}

// abbreviates reports whether s, which ends where a sentence may, ends in an
// abbreviation with its point.
func abbreviates(s string) bool {
	s, ok := strings.CutSuffix(strings.TrimRight(s, " \t"), ".")
	if !ok {
		return false
	}
	i := len(s)
	for i > 0 && len(s)-i < 6 && (kinds[s[i-1]]&letter != 0 || s[i-1] == '.') {
		i--
	}
	if i > 0 {
		if r, _ := utf8.DecodeLastRuneInString(s[:i]); unicode.IsLetter(r) {
			return false
		}
	}
	var lower [8]byte
	n := copy(lower[:], s[i:])
	for j := range lower[:n] {
		if lower[j] != '.' {
			lower[j] |= 0x20
		}
	}
	return abbreviations[string(lower[:n])]
}

// addressEnd returns the end of the web address that begins at pos, or pos.
func addressEnd(s string, pos int) int {
	if pos > 0 && (kinds[s[pos-1]] != 0 || s[pos-1] >= utf8.RuneSelf || s[pos-1] == '_') {
		return pos // within a word
	}
	if !hasPrefixFold(s[pos:], "http://") && !hasPrefixFold(s[pos:], "https://") && !hasPrefixFold(s[pos:], "www.") {
		return pos
	}
	end := pos
	for end < len(s) && isAddressByte(s[end]) {
		end++
	}
	return pos + len(strings.TrimRightFunc(s[pos:end], func(r rune) bool {
		return !isWordRune(r) && !strings.ContainsRune("/=&-_#%+~", r)
	}))
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// inAddress reports whether at lies within a web address, of which it looks
// back no further than any real one is long.
func inAddress(s string, at int) bool {
	const longest = 2000
	for i := at - 1; i >= max(at-longest, 0) && isAddressByte(s[i]); i-- {
		if addressEnd(s, i) > at {
			return true
		}
	}
	return false
}

func isAddressByte(c byte) bool { return c > ' ' && c != '<' && c != '>' && c != '"' }
