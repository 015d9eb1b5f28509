package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A name is one or more capitalized words that name somebody.
type name struct {
	start, end int
	words      []string // folded, without particles and initials' points
}

// key tells persons apart who are called by their given name.
func (n name) key() string { return n.words[0] }

// maxWords is how many capitalized words can make one name.
const maxWords = 4

// nameAt reads the name that begins at i.
func nameAt(text string, i int) (name, bool) {
	n := name{start: i, end: i}
	for len(n.words) < maxWords {
		next := i
		if len(n.words) > 0 {
			next = blanks(text, n.end)
		}
		next = particlesEnd(text, next)
		end := nameWord(text, next)
		if end == next || ordinary[lower(text[next:end])] {
			break
		}
		n.words = append(n.words, lower(text[next:end]))
		n.end = end
		if end-next == 1 && strings.HasPrefix(text[end:], ".") {
			if !initial(text, end+1) {
				break
			}
			n.end++
		}
	}
	return n, len(n.words) > 0
}

// initial reports whether the point before i belongs to an initial and not to
// the end of a sentence: a name or a small letter follows.
func initial(text string, i int) bool {
	next := blanks(text, i)
	r, _ := utf8.DecodeRuneInString(text[next:])
	if unicode.IsLower(r) || r == ',' || apostrophe(text, next) > 0 {
		return true
	}
	end := nameWord(text, next)
	return end > next && !ordinary[lower(text[next:end])]
}

// blanks is spaces without line ends.
func blanks(text string, i int) int {
	end := spaces(text, i)
	if strings.Contains(text[i:end], "\n") {
		return i
	}
	return end
}

// particlesEnd returns the place of the name word behind the particles at i, or
// i where there are none or no name follows.
func particlesEnd(text string, i int) int {
	next := i
	for {
		end := wordEnd(text, next)
		if end == next || !particles[lower(text[next:end])] {
			break
		}
		after := blanks(text, end)
		if after == end {
			break
		}
		next = after
	}
	if end := nameWord(text, next); end == next || ordinary[lower(text[next:end])] {
		return i
	}
	return next
}

// nameWord returns the end of the capitalized word at i, or i. Hyphens and
// apostrophes are part of it (Garcia-Lopez, O'Neil), but a possessive 's isn't.
func nameWord(text string, i int) int {
	r, _ := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsUpper(r) {
		return i
	}
	end := wordEnd(text, i)
	for {
		skip := apostrophe(text, end)
		if skip == 0 && strings.HasPrefix(text[end:], "-") {
			if r, _ := utf8.DecodeRuneInString(text[end+1:]); unicode.IsUpper(r) {
				skip = 1
			}
		}
		more := wordEnd(text, end+skip)
		if skip == 0 || more == end+skip || contraction[lower(text[end+skip:more])] {
			break
		}
		end = more
	}
	if end < len(text) && classes[text[end]] == digit {
		return i
	}
	return end
}

// contraction holds what an apostrophe joins to a name without being part of it.
var contraction = words(`s ll d ve re m t`)
