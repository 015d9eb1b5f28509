package redact

import "strings"

// nameIs hides who is named by "name is", "name's", "names are" and "nombre es".
func (s *scan) nameIs(end int) {
	i := end
	if a := apostrophe(s.text, i); a > 0 {
		i = wordEnd(s.text, i+a)
		s.self(i)
		return
	}
	next := blanks(s.text, i)
	verb := wordEnd(s.text, next)
	switch lower(s.text[next:verb]) {
	case "is", "es", "are", "son", "was":
		s.self(verb)
	}
}

// self hides the name behind a word after which only a name or a plain word
// comes: "me llamo Teo".
func (s *scan) self(end int) {
	if i := blanks(s.text, end); i > end {
		if n, ok := s.childAt(i); ok {
			s.found = append(s.found, piece{n.start, n.end, person{anyone, n.key()}})
		}
	}
}

// iAm hides the name in "I'm Dana Whitfield" and "I am Dana, …". One name alone
// may be a people or a faith, so it needs a comma or "and" behind it.
func (s *scan) iAm(end int) {
	i := end
	if a := apostrophe(s.text, i); a > 0 {
		i += a
	} else {
		i = blanks(s.text, i)
	}
	verb := wordEnd(s.text, i)
	if v := lower(s.text[i:verb]); v != "m" && v != "am" {
		return
	}
	n, ok := nameAt(s.text, blanks(s.text, verb))
	if !ok || s.shouts() || apostrophe(s.text, n.end) > 0 { // "I'm Carla's mom" is parentOf's
		return
	}
	if len(n.words) > 1 || strings.HasPrefix(s.text[n.end:], ",") {
		s.found = append(s.found, piece{n.start, n.end, person{anyone, n.key()}})
	}
}

// calledSo hides the name in "a girl called Teo".
func (s *scan) calledSo(start, end int) {
	if from, to := before(s.text, start); children[lower(s.text[from:to])] {
		s.self(end)
	}
}

// closing hides the name that ends a text behind "Thanks," or "Gracias,".
func (s *scan) closing(end int) {
	start := wordStart(s.text, end)
	if !strings.HasPrefix(s.text[end:], ",") {
		return
	}
	if from, to := before(s.text, start); lower(s.text[start:end]) == "you" && lower(s.text[from:to]) != "thank" {
		return
	}
	s.last(spaces(s.text, end+1))
}

// signature hides the name that ends a text behind a dash that follows a whole
// sentence.
func (s *scan) signature() {
	const longest = 60
	i := len(s.text)
	for size := 0; size == 0; size = dash(s.text, i) {
		if i--; i < 0 || i < len(s.text)-longest {
			return
		}
	}
	lead := strings.TrimRight(s.text[:i], "- –—~")
	if lead != "" && strings.IndexByte(".!?\n\")", lead[len(lead)-1]) >= 0 {
		s.last(blanks(s.text, i+dash(s.text, i)))
	}
}

// dash returns the length of the dash at i, 0 for none.
func dash(text string, i int) int {
	switch {
	case text[i] == '-', text[i] == '~':
		return 1
	case strings.HasPrefix(text[i:], "–"), strings.HasPrefix(text[i:], "—"):
		return 3
	}
	return 0
}

// last hides the name at i if the text ends behind it.
func (s *scan) last(i int) {
	n, ok := nameAt(s.text, i)
	if ok && strings.Trim(s.text[n.end:], " .!\r\n\t") == "" {
		s.found = append(s.found, piece{n.start, n.end, person{anyone, n.key()}})
	}
}
