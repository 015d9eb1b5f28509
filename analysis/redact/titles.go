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
	if c.role == job && (dotted || title == "Teacher" || title == strings.ToUpper(title)) {
		return // "our principal. She", "Parent Teacher Night", "MISS SCHOOL"
	}
	n, ok := s.titled(c, next, dotted || lower(title) != "ms") // "the ms teacher" is of a middle school
	if !ok {
		return
	}
	s.found = append(s.found, piece{start, n.end, person{c.kind, string(rune(c.sex)) + n.words[len(n.words)-1]}})
}

// titled reads the name behind a title. Behind Mr., Mrs. and Ms. it may be one
// letter that is a word besides (Ms. A), or, where the title is sure to be one,
// a word in lower case.
func (s *scan) titled(c cue, i int, sure bool) (name, bool) {
	n, ok := nameAt(s.text, i)
	if ok || !c.bare {
		return n, ok
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
