package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// people are the names to look for, by the folded first word of each; of those
// with the same first word the longest come first.
type people map[string][]called

// called is one way to name a person.
type called struct {
	words []string // folded, at least one
	who   person
}

// authors are the people of a Redactor. A name of nothing but ordinary words,
// as in "Concerned Parent", is nobody's.
func authors(names []string) people {
	p := people{}
	for _, n := range names {
		if words := strings.Fields(lower(n)); len(words) > 0 {
			p.add(words, person{anyone, words[0]})
		}
	}
	p.sort()
	return p
}

// add notes that who is called by these words, and by each of them alone.
func (p people) add(words []string, who person) {
	for i, w := range words {
		words[i] = strings.Trim(w, ".,()\"")
	}
	strange := func(w string) bool { return utf8.RuneCountInString(w) > 1 && !ordinary[w] && !particles[w] }
	if !slices.ContainsFunc(words, strange) {
		return
	}
	p[words[0]] = append(p[words[0]], called{words, who})
	for _, w := range words {
		if len(words) > 1 && strange(w) {
			p[w] = append(p[w], called{[]string{w}, who})
		}
	}
}

func (p people) sort() {
	for _, ways := range p {
		slices.SortStableFunc(ways, func(a, b called) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
}

// called hides the longest name of one of people that begins with the word from
// start to end. Only capitalized words name somebody.
func (s *scan) called(p people, start, end int) {
	if !capitalized(s.text, start) {
		return
	}
	for whole := nameWord(s.text, start); whole > end; { // Garcia-Lopez, O'Neil-Garcia
		if s.calledAt(p, start, whole) {
			return
		}
		whole = start + strings.LastIndexByte(s.text[start:whole], '-')
	}
	s.calledAt(p, start, end)
}

func (s *scan) calledAt(p people, start, end int) bool {
	var folded [64]byte
	for _, c := range p[string(fold(folded[:0], s.text[start:end]))] {
		if to := s.follows(c.words[1:], end); to > 0 {
			s.found = append(s.found, piece{start, to, c.who})
			return true
		}
	}
	return false
}

// follows returns the end of the words that come behind place end, 0 where
// others come. An initial may have its point.
func (s *scan) follows(words []string, end int) int {
	for _, w := range words {
		next := blanks(s.text, end)
		to := max(nameWord(s.text, next), wordEnd(s.text, next))
		if next == end || lower(s.text[next:to]) != w {
			return 0
		}
		end = to
		if utf8.RuneCountInString(w) == 1 && strings.HasPrefix(s.text[end:], ".") && initial(s.text, end+1) {
			end++
		}
	}
	return end
}

// told is how a text itself names somebody: once where a sign told of them.
type told struct {
	words []string // folded
	small bool     // written in lower case
	who   person
}

// tell notes what the persons who were found are called.
func (s *scan) tell() {
	seen := map[string]bool{}
	for _, f := range s.found {
		written := s.text[f.start:f.end]
		if f.key == "" || seen[written] {
			continue
		}
		seen[written] = true
		if words := wordsOf(s.text, f.start, f.end); len(words) > 0 {
			s.told = append(s.told, told{words, false, f.person})
		} else if word := lower(written); given[word] {
			s.told = append(s.told, told{[]string{word}, true, f.person})
		}
	}
}

// again hides those of whom a sign told wherever else they are named.
func (s *scan) again() {
	p, small := people{}, people{}
	for _, t := range s.told {
		if t.small {
			small.add(t.words, t.who)
		} else {
			p.add(t.words, t.who)
		}
	}
	if len(p)+len(small) == 0 {
		return
	}
	p.sort()
	for i := 0; i < len(s.text); {
		end := wordEnd(s.text, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(s.text[i:])
			i += size
			continue
		}
		s.called(p, i, end)
		s.calledAt(small, i, end)
		i = end
	}
}
