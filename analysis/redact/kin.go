package redact

import "strings"

// kin hides the given names behind a word for a child that is somebody's.
func (s *scan) kin(c cue, start, end int) {
	i, ok := s.behindKin(end)
	if ok && (strongKin[s.text[start:end]] || s.possessed(start)) {
		s.students(i, c.role == manyKin)
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
	return next, nameWord(s.text, next) > next
}

// possessed reports whether one of the three words before start says whose.
func (s *scan) possessed(start int) bool {
	for range 3 {
		from, to := before(s.text, start)
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

// students hides the names that begin at i, joined by "and" or, where several
// were announced, by commas.
func (s *scan) students(i int, several bool) {
	for range maxWords {
		n, ok := nameAt(s.text, i)
		if !ok {
			return
		}
		s.found = append(s.found, piece{n.start, n.end, person{student, n.key()}})
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
		s.students(blanks(s.text, of), true)
	}

	from, to := owner(s.text, start)
	if child := lower(s.text[from:to]); nameWord(s.text, from) == to && from < to && !ordinary[child] {
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
