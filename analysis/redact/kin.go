package redact

import "strings"

// kin hides the given names behind a word for a child that is somebody's.
func (s *scan) kin(c cue, start, end int) {
	i, ok := s.behindKin(end)
	if ok && (strongKin[s.text[start:end]] || s.possessed(start)) {
		s.children(i, c.kind, c.role == manyKin)
	}
}

// behindKin skips to the name behind a word for a child: "son Teo", "son, Teo",
// "son (Teo)".
func (s *scan) behindKin(end int) (int, bool) {
	i := end
	if i < len(s.text) && s.text[i] == ',' {
		i++
	}
	next := spaces(s.text, i)
	if next == i {
		return 0, false
	}
	if next < len(s.text) && s.text[next] == '(' {
		next++
	}
	_, small := plain(s.text, next)
	return next, small || nameWord(s.text, next) > next
}

// possessed reports whether one of the three words before start says whose.
func (s *scan) possessed(start int) bool {
	for range 4 {
		from, to := behindHyphen(s.text, start)
		if from == to {
			return false
		}
		if possessives[lower(s.text[from:to])] {
			return true
		}
		start = from
	}
	return false
}

// behindHyphen is before with hyphens and numbers between: my step-son, my 7
// year old.
func behindHyphen(text string, i int) (start, end int) {
	end = len(strings.TrimRight(text[:i], " \t\n-0123456789"))
	return wordStart(text, end), end
}

// childAt reads the name of a child at i, which may be in lower case, or be a
// word besides. Where all is in capitals only listed names are taken for some.
func (s *scan) childAt(i int) (name, bool) {
	if s.shouts() {
		return plain(s.text, i)
	}
	if n, ok := nameAt(s.text, i); ok {
		return n, true
	}
	end := nameWord(s.text, i)
	if word := lower(s.text[i:end]); firstToo[word] {
		return name{i, end, []string{word}}, true
	}
	return plain(s.text, i)
}

// children hides the names that begin at i, joined by "and" or, where several
// were announced, by commas.
func (s *scan) children(i int, k kind, several bool) {
	for range maxWords {
		n, ok := s.childAt(i)
		if !ok {
			return
		}
		s.found = append(s.found, piece{n.start, n.end, person{k, n.key()}})
		next := n.end
		if several && strings.HasPrefix(s.text[next:], ",") {
			next++
		}
		i = blanks(s.text, next)
		end := wordEnd(s.text, i)
		switch lower(s.text[i:end]) {
		case "and", "y", "e":
			i = blanks(s.text, end)
		case "":
			if !strings.HasPrefix(s.text[i:], "&") {
				return
			}
			i = blanks(s.text, i+1)
		default:
			if next == n.end {
				return
			}
		}
	}
}

// parentOf hides the child in "Carla's mom" and "mamá de Carla".
func (s *scan) parentOf(start, end int) {
	next := blanks(s.text, end)
	of := wordEnd(s.text, next)
	switch s.text[next:of] {
	case "of", "to", "de", "for":
		s.children(blanks(s.text, of), student, true)
	}

	from, to := owner(s.text, start)
	if child := lower(s.text[from:to]); nameWord(s.text, from) == to && from < to && !ordinary[child] && (given[child] || !s.shouts()) {
		s.found = append(s.found, piece{from, to, person{student, child}})
	}
}

// owner returns the start and end of the word whose possessive 's stands before
// place i; start equals end where there is none.
func owner(text string, i int) (start, end int) {
	from, to := before(text, i)
	if to == i || text[from:to] != "s" {
		return i, i
	}
	for _, mark := range []string{"'", "’", "`"} {
		if head, ok := strings.CutSuffix(text[:from], mark); ok {
			return wordStart(text, len(head)), len(head)
		}
	}
	return i, i
}

// household hides the name in "the Delgado family" and "familia Delgado".
func (s *scan) household(start, end int) {
	if lower(s.text[start:end]) == "familia" {
		s.self(end)
		return
	}
	from, to := before(s.text, start)
	article, articleEnd := before(s.text, from)
	if lower(s.text[article:articleEnd]) != "the" || nameWord(s.text, from) != to {
		return
	}
	if family := lower(s.text[from:to]); !ordinary[family] {
		s.found = append(s.found, piece{from, to, person{anyone, family}})
	}
}
