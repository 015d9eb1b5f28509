package redact

import (
	"strings"
	"unicode"
)

// honorific hides a title with the name behind it.
func (s *scan) honorific(c cue, start, end int) {
	title := s.text[start:end]
	i := end
	if strings.HasPrefix(s.text[i:], ".") {
		i++
	}
	next := spaces(s.text, i)
	if next == end {
		return
	}
	dotted := i > end
	if c.role == job && dotted {
		return // "our principal. She"
	}
	n, ok := s.titled(c, next, dotted || lower(title) != "ms") // "the ms teacher" is of a middle school
	if !ok {
		return
	}
	if c.role == job && (title == "Teacher" || s.shouts()) { // "Parent Teacher Night", "MISS SCHOOL", "Nurse Hours Are Short"
		if _, ok := plain(s.text, next); !ok {
			return
		}
	}
	s.found = append(s.found, piece{start, n.end, person{c.kind, string(rune(c.sex)) + n.words[len(n.words)-1]}})
}

// titled reads the name behind a title. Behind Mr., Mrs. and Ms. it may be one
// letter that is a word besides (Ms. A), or, where the title is sure to be one,
// a word in lower case.
func (s *scan) titled(c cue, i int, sure bool) (name, bool) {
	n, ok := nameAt(s.text, i)
	switch {
	case ok && s.shouts():
		k := 1
		for k < len(n.words) && (len(n.words[k-1]) == 1 || given[n.words[k-1]]) {
			k++
		}
		return n.upto(s.text, k), true
	case ok:
		return n, true
	}
	if n, ok := plain(s.text, i); ok {
		return n, true
	}
	if end := nameWord(s.text, i); c.role == honorific && wordlike[lower(s.text[i:end])] && !s.shouts() { // Mrs. White
		return name{i, end, []string{lower(s.text[i:end])}}, true
	}
	if !c.bare {
		return n, false
	}
	end := wordEnd(s.text, i)
	word := lower(s.text[i:end])
	switch {
	case end == i:
		return n, false
	case end-i == 1:
		ok = sure && s.text[i] != 'I' && unicode.IsUpper(rune(s.text[i]))
	case unicode.IsLower(rune(s.text[i])):
		ok = sure && !ordinary[word]
	}
	return name{i, end, []string{word}}, ok
}
