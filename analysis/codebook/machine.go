package codebook

import (
	"slices"

	"commonground/analysis/text"
)

// A match says that the words from first to last are what a rule looks for.
type match struct {
	rule        int32
	first, last int32 // indexes of words
}

func leftmostLongest(a, b match) int {
	switch {
	case a.first != b.first:
		return int(a.first - b.first)
	case a.last != b.last:
		return int(b.last - a.last)
	}
	return int(a.rule - b.rule)
}

// A grammar is a set of patterns that are looked for together, as those of one
// language.
type grammar int

// A machine finds all patterns of a grammar in one pass over a text, whatever
// their number. It looks for a phrase only where its rarest and its second
// rarest element stand as far apart as the phrase has them, which it knows of
// each two classes of words without a look at the phrases.
type machine struct {
	lexicon *lexicon
	long    []compiled // phrases of more than two elements
	places  []place    // of them
	waiting []waiting  // by grammar
}

// A compiled phrase is one way to read the pattern of a rule: the elements
// places[from:to], which it is looked for by two of.
type compiled struct {
	rule        int32
	from, to    int32
	left, right int16
}

type place struct {
	symbol   symbol
	min, max int16 // words between it and the place before
}

// A waiting list holds the phrases of a grammar by the classes of the words that
// their rarest and their second rarest elements take.
type waiting struct {
	rows  []row       // by class of the rarest
	alone []int32     // rules whose phrase is one element
	pairs table       // which classes of the second rarest there are for each of the rarest
	first []int32     // by place in pairs: the first of their candidates in all
	all   []candidate // those of a pair one after the other
}

// A row is what waits for the words of a class: the rules alone[from:to], and
// phrases whose second rarest element stands low to high words away; none if low
// is above high.
type row struct {
	from, to  int32
	low, high int16
}

// A candidate is a phrase whose rarest element takes the words of one class,
// and its second rarest those of another.
type candidate struct {
	is        int32 // the rule, or the index of a long phrase
	low, high int16 // words from the rarest to the second rarest element
	isLong    bool  // of more than two elements
	isLast    bool  // of the pair
}

// A search is the room that a machine needs to look through a text.
type search struct {
	lefts, rights []int // where the first and the last words of a phrase may stand
	next          []int
}

// find appends to found all matches of a grammar's patterns in words of the
// given classes, leftmost and longest first. No match crosses the end of a
// sentence.
func (m *machine) find(found []match, s *search, g grammar, words []text.Word, classes []class) []match {
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].Before&text.SentenceStart == 0 {
			to++
		}
		n := len(found)
		found = m.sentence(found, s, &m.waiting[g], classes[from:to], from)
		slices.SortFunc(found[n:], leftmostLongest)
		from = to
	}
	return found
}

// sentence finds the matches in the words of one sentence, which begins at
// word from of the text.
func (m *machine) sentence(found []match, s *search, w *waiting, classes []class, from int) []match {
	for at, c := range classes {
		r := &w.rows[c]
		for _, rule := range w.alone[r.from:r.to] {
			found = append(found, match{rule, int32(from + at), int32(from + at)})
		}
		low, high := max(at+int(r.low), 0), min(at+int(r.high), len(classes)-1)
		for i := low; i <= high; i++ {
			if place, ok := w.pairs.at(int32(c), int32(classes[i])); ok {
				found = m.pair(found, s, w.all[w.first[place]:], classes, at, i, from)
			}
		}
	}
	return found
}

// pair finds the matches of the candidates of a pair of classes, whose rarest
// element stands at word at and the second rarest at word other.
func (m *machine) pair(found []match, s *search, candidates []candidate, classes []class, at, other, from int) []match {
	apart := int16(other - at)
	for i := range candidates {
		c := &candidates[i]
		switch {
		case apart < c.low || apart > c.high:
		case c.isLong:
			found = m.verify(found, s, &m.long[c.is], classes, min(at, other), max(at, other), from)
		default:
			found = append(found, match{c.is, int32(from + min(at, other)), int32(from + max(at, other))})
		}
		if c.isLast {
			break
		}
	}
	return found
}

// verify finds all matches of a phrase of which the two elements that it is
// looked for by stand at the words left and right.
func (m *machine) verify(found []match, s *search, p *compiled, classes []class, left, right, from int) []match {
	elements := m.places[p.from:p.to]
	s.rights = append(s.rights[:0], left)
	for _, el := range elements[p.left+1 : p.right] {
		s.rights, s.next = m.step(s.next[:0], s.rights, classes, el.symbol, el.min+1, el.max+1), s.rights
	}
	if !elements[p.right].isAt(right, s.rights) {
		return found
	}
	s.rights = append(s.rights[:0], right)
	for _, el := range elements[p.right+1:] {
		s.rights, s.next = m.step(s.next[:0], s.rights, classes, el.symbol, el.min+1, el.max+1), s.rights
	}
	if len(s.rights) == 0 {
		return found
	}
	s.lefts = append(s.lefts[:0], left)
	for i := p.left; i > 0; i-- {
		el := elements[i]
		s.lefts, s.next = m.step(s.next[:0], s.lefts, classes, elements[i-1].symbol, -el.max-1, -el.min-1), s.lefts
	}
	for _, first := range s.lefts {
		for _, last := range s.rights {
			found = append(found, match{p.rule, int32(from + first), int32(from + last)})
		}
	}
	return found
}

// isAt reports whether an element may stand at word at, if the one before it
// stands at one of the words in before.
func (p place) isAt(at int, before []int) bool {
	return slices.ContainsFunc(before, func(last int) bool {
		between := at - last - 1
		return between >= int(p.min) && between <= int(p.max)
	})
}

// step appends the words with the symbol that stand low to high words away
// from one of the words in here, which ascend.
func (m *machine) step(next, here []int, classes []class, sym symbol, low, high int16) []int {
	tried := 0
	for _, at := range here {
		end := min(at+int(high)+1, len(classes))
		for to := max(at+int(low), tried); to < end; to++ {
			if m.lexicon.is(classes[to], sym) {
				next = append(next, to)
			}
		}
		tried = max(tried, end)
	}
	return next
}
