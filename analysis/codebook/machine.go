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

// A grammar is a set of patterns that are looked for together, as those of one
// language.
type grammar int

// A machine finds all patterns of a grammar in one pass over a text, whatever
// their number. It looks for a phrase only where its rarest element stands, and
// there first for its second rarest, at the distance that the phrase has it.
type machine struct {
	lexicon *lexicon
	long    []compiled // phrases of more than two elements
	waiting []waiting  // by grammar
	hints   []uint64   // by class: the hints of all second rarest elements that a word of it may be
	reach   int        // the farthest that a second rarest element stands from the rarest
	levels  int        // of search.near
}

// A compiled phrase is one way to read the pattern of a rule.
type compiled struct {
	elements []place
	rule     int32
	anchor   int16 // index of the rarest element
	second   int16 // of the second rarest, or -1
}

type place struct {
	symbol   symbol
	min, max int16 // words between it and the place before
}

// A waiting list holds, for each class, the phrases whose rarest element a word
// of that class is: those of class c are in groups[from[c]:from[c+1]].
type waiting struct {
	from   []int32
	groups []group
	all    []candidate
}

// A group is the candidates all[from:to], whose second rarest elements stand
// equally far from their rarest: low to high words, both 0 for phrases of one
// element, whose only hint is anyWord. Where the words at that distance have
// none of the group's hints, none of its phrases is there, which spares looking
// at each.
type group struct {
	hints     uint64
	low, high int16
	level     int16 // of search.near: two stretches cover low to high
	from, to  int32
}

// A candidate is a phrase at the place of its rarest element, with its second
// rarest and the hint of that, which few symbols share.
type candidate struct {
	second symbol
	hint   uint8 // the number of a bit
	isLong bool  // of more than two elements
	is     int32 // the rule, or the index of a long phrase
}

// anyWord is the hint that every word has.
const anyWord = 63

// A lead is a group whose rarest element stands at word at of a sentence, and
// whose hints are near.
type lead struct {
	hints     uint64 // those of the group that are near
	group, at int32
}

// A search is the room that a machine needs to look through a text.
type search struct {
	lefts, rights []int // where the first and the last words of a phrase may stand
	next          []int
	leads         []lead
	near          [][]uint64 // near[k][reach+i] has the hints of the 1<<k words from i on
}

// find appends to found all matches of a grammar's patterns in words of the
// given classes. No match crosses the end of a sentence.
func (m *machine) find(found []match, s *search, g grammar, words []text.Word, classes []class) []match {
	m.gather(s, classes)
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].Before&text.SentenceStart == 0 {
			to++
		}
		found = m.sentence(found, s, &m.waiting[g], classes[from:to], from)
		from = to
	}
	return found
}

// gather fills in what hints are near each word. There are none beyond the
// ends of the text.
func (m *machine) gather(s *search, classes []class) {
	for len(s.near) < m.levels {
		s.near = append(s.near, nil)
	}
	here := slices.Grow(s.near[0][:0], len(classes)+2*m.reach)[:len(classes)+2*m.reach]
	clear(here[:m.reach])
	clear(here[m.reach+len(classes):])
	for i, c := range classes {
		here[m.reach+i] = m.hints[c]
	}
	s.near[0] = here
	for k := 1; k < m.levels; k++ {
		half := 1 << (k - 1)
		longer := append(s.near[k][:0], here...)
		for i, hints := range here[min(half, len(here)):] {
			longer[i] |= hints
		}
		s.near[k], here = longer, longer
	}
}

// sentence finds the matches in the words of one sentence, which begins at
// word from of the text.
func (m *machine) sentence(found []match, s *search, w *waiting, classes []class, from int) []match {
	s.leads = m.follow(s.leads[:0], s, w, classes, from)
	for _, l := range s.leads {
		g, at := &w.groups[l.group], int(l.at)
		low, high := max(at+int(g.low), 0), min(at+int(g.high), len(classes)-1)
		for i := g.from; i < g.to; i++ {
			switch cand := &w.all[i]; {
			case l.hints>>(cand.hint&63)&1 == 0:
			case cand.hint == anyWord:
				found = append(found, match{cand.is, int32(from + at), int32(from + at)})
			default:
				found = m.try(found, s, cand, classes, at, low, high, from)
			}
		}
	}
	return found
}

// follow appends the leads of a sentence. Few groups are one, and a processor
// can't guess which: so each is written down, and overwritten by the next if it
// is none, which takes no jump.
func (m *machine) follow(leads []lead, s *search, w *waiting, classes []class, from int) []lead {
	n := 0
	for at, c := range classes {
		start, end := w.from[c], w.from[c+1]
		leads = slices.Grow(leads[:n], int(end-start))[:n+int(end-start)]
		mid := m.reach + from + at
		for i := start; i < end; i++ {
			g := &w.groups[i]
			near := s.near[g.level]
			hints := (near[mid+int(g.low)] | near[mid+int(g.high)+1-(1<<g.level)]) & g.hints
			leads[n] = lead{hints, i, int32(at)}
			n += int((hints | -hints) >> 63) // 1 unless hints is 0
		}
	}
	return leads[:n]
}

// try finds the matches of a candidate whose rarest element stands at word at,
// and whose second rarest may stand from low to high.
func (m *machine) try(found []match, s *search, cand *candidate, classes []class, at, low, high, from int) []match {
	for i := low; i <= high; i++ {
		switch {
		case !m.lexicon.is(classes[i], cand.second):
		case cand.isLong:
			return m.verify(found, s, &m.long[cand.is], classes, at, from)
		default:
			found = append(found, match{cand.is, int32(from + min(at, i)), int32(from + max(at, i))})
		}
	}
	return found
}

// verify finds all matches of a phrase whose anchor stands at word at.
func (m *machine) verify(found []match, s *search, p *compiled, classes []class, at, from int) []match {
	s.lefts = append(s.lefts[:0], at)
	for i := p.anchor; i > 0; i-- {
		el := p.elements[i]
		s.next = m.step(s.next[:0], s.lefts, classes, p.elements[i-1].symbol, -el.max-1, -el.min-1)
		s.lefts, s.next = s.next, s.lefts
	}
	if len(s.lefts) == 0 {
		return found
	}
	s.rights = append(s.rights[:0], at)
	for _, el := range p.elements[p.anchor+1:] {
		s.next = m.step(s.next[:0], s.rights, classes, el.symbol, el.min+1, el.max+1)
		s.rights, s.next = s.next, s.rights
	}
	for _, first := range s.lefts {
		for _, last := range s.rights {
			found = append(found, match{p.rule, int32(from + first), int32(from + last)})
		}
	}
	return found
}

// step appends the words with the symbol that stand low to high words away
// from one of the words in here, each once.
func (m *machine) step(next, here []int, classes []class, sym symbol, low, high int16) []int {
	for _, at := range here {
		for to := max(at+int(low), 0); to <= min(at+int(high), len(classes)-1); to++ {
			if m.lexicon.is(classes[to], sym) && !slices.Contains(next, to) {
				next = append(next, to)
			}
		}
	}
	return next
}
