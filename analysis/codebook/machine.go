package codebook

import (
	"cmp"
	"slices"

	"commonground/analysis/text"
)

// A match says that the words from first to last are what a rule looks for.
type match struct {
	rule        int
	first, last int // indexes of words
}

// A grammar is a set of patterns that are looked for together, as those of one
// language.
type grammar int

// A machine finds all patterns of a grammar in one pass over a text, whatever
// their number. It looks for a phrase only where its rarest element stands, and
// there first for its second rarest, at the distance that the phrase has it.
type machine struct {
	lexicon *lexicon
	phrases []compiled
	waiting []waiting // by grammar
	hints   []uint64  // by class: the hints of all second rarest elements that a word of it may be
}

// A compiled phrase is one way to read the pattern of a rule.
type compiled struct {
	rule     int
	elements []place
	anchor   int // index of the rarest element
}

type place struct {
	symbol   symbol
	min, max int // words between it and the place before
}

// A candidate is a phrase at the place of its rarest element, with its second
// rarest, and how many words from the first it stands. The distance is 0 for a
// phrase of one element. The hint is one bit, which few symbols share: where a
// word's class hasn't got it, there is no need to look further.
type candidate struct {
	phrase    int32
	second    symbol
	low, high int16
	hint      uint8 // the number of the bit
}

// A waiting list holds, for each class, the phrases whose rarest element a word
// of that class is: those of class c are all[from[c]:from[c+1]].
type waiting struct {
	from []int32
	all  []candidate
}

// A search is the room that a machine needs to look through a text.
type search struct {
	lefts, rights []int // where the first and the last words of a phrase may stand
	next          []int
	hints         []uint64 // of the words of the sentence
}

// find appends to found all matches of a grammar's patterns in words of the
// given classes. No match crosses the end of a sentence.
func (m *machine) find(found []match, s *search, g grammar, words []text.Word, classes []class) []match {
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

// sentence finds the matches in the words of one sentence, which begins at
// word from of the text.
func (m *machine) sentence(found []match, s *search, w *waiting, classes []class, from int) []match {
	s.hints = s.hints[:0]
	for _, c := range classes {
		s.hints = append(s.hints, m.hints[c])
	}
	for at, c := range classes {
		here := w.all[w.from[c]:w.from[c+1]]
		for i := range here {
			cand := &here[i]
			switch {
			case cand.low == 0:
				found = append(found, match{m.phrases[cand.phrase].rule, from + at, from + at})
			case m.stands(cand, s.hints, classes, at):
				found = m.verify(found, s, &m.phrases[cand.phrase], classes, at, from)
			}
		}
	}
	return found
}

// stands reports whether the second rarest element of a phrase is where it may
// be if the rarest is at word at.
func (m *machine) stands(cand *candidate, hints []uint64, classes []class, at int) bool {
	low, high := max(at+int(cand.low), 0), min(at+int(cand.high), len(classes)-1)
	hint := uint64(1) << (cand.hint & 63)
	for i := low; i <= high; i++ {
		if hints[i]&hint != 0 && m.lexicon.is(classes[i], cand.second) {
			return true
		}
	}
	return false
}

// verify finds all matches of a phrase whose anchor stands at word at.
func (m *machine) verify(found []match, s *search, p *compiled, classes []class, at, from int) []match {
	s.lefts = append(s.lefts[:0], at)
	for i := p.anchor; i > 0; i-- {
		el := p.elements[i]
		s.next = m.step(s.next[:0], s.lefts, classes, p.elements[i-1].symbol, -el.max-1, -el.min-1)
		s.lefts, s.next = s.next, s.lefts
	}
	s.rights = append(s.rights[:0], at)
	for _, el := range p.elements[p.anchor+1:] {
		s.next = m.step(s.next[:0], s.rights, classes, el.symbol, el.min+1, el.max+1)
		s.rights, s.next = s.next, s.rights
	}
	for _, first := range s.lefts {
		for _, last := range s.rights {
			found = append(found, match{p.rule, from + first, from + last})
		}
	}
	return found
}

// step appends the words with the symbol that stand low to high words away
// from one of the words in here, each once.
func (m *machine) step(next, here []int, classes []class, sym symbol, low, high int) []int {
	for _, at := range here {
		for to := max(at+low, 0); to <= min(at+high, len(classes)-1); to++ {
			if m.lexicon.is(classes[to], sym) && !slices.Contains(next, to) {
				next = append(next, to)
			}
		}
	}
	return next
}

// A machineBuilder adds patterns to a machine.
type machineBuilder struct {
	lexicon lexiconBuilder
	phrases []compiled
	grammar []grammar // by phrase
}

// add makes the machine report rule where one of the phrases is found.
func (b *machineBuilder) add(g grammar, rule int, phrases []phrase) {
	for _, ph := range phrases {
		c := compiled{rule: rule}
		for _, el := range ph {
			c.elements = append(c.elements, place{b.lexicon.symbol(el.words), el.min, el.max})
		}
		b.phrases = append(b.phrases, c)
		b.grammar = append(b.grammar, g)
	}
}

// build returns the machine, with as many grammars as stated.
func (b *machineBuilder) build(grammars int) *machine {
	m := &machine{lexicon: b.lexicon.build(), phrases: b.phrases}
	hints := map[symbol]uint8{}
	bySymbol := make([]map[symbol][]candidate, grammars)
	for g := range bySymbol {
		bySymbol[g] = map[symbol][]candidate{}
	}
	for i := range m.phrases {
		p := &m.phrases[i]
		cand := candidate{phrase: int32(i)}
		if second := b.aim(p); second >= 0 {
			cand.second = p.elements[second].symbol
			if _, ok := hints[cand.second]; !ok {
				hints[cand.second] = uint8(len(hints) % 64)
			}
			cand.hint = hints[cand.second]
			cand.low, cand.high = p.distance(second)
		}
		rarest, of := p.elements[p.anchor].symbol, bySymbol[b.grammar[i]]
		of[rarest] = append(of[rarest], cand)
	}
	for _, of := range bySymbol {
		m.waiting = append(m.waiting, m.lexicon.spread(of))
	}
	m.hints = make([]uint64, len(m.lexicon.symbols))
	for c, symbols := range m.lexicon.symbols {
		for _, sym := range symbols {
			if hint, ok := hints[sym]; ok {
				m.hints[c] |= 1 << hint
			}
		}
	}
	return m
}

// spread turns what waits for a symbol into what waits for a class.
func (l *lexicon) spread(bySymbol map[symbol][]candidate) waiting {
	var w waiting
	for _, symbols := range l.symbols {
		w.from = append(w.from, int32(len(w.all)))
		for _, sym := range symbols {
			w.all = append(w.all, bySymbol[sym]...)
		}
	}
	w.from = append(w.from, int32(len(w.all)))
	return w
}

// aim chooses a phrase's rarest element as its anchor and returns the index of
// the second rarest, or -1 for a phrase of one element.
func (b *machineBuilder) aim(p *compiled) (second int) {
	order := make([]int, len(p.elements))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(b.lexicon.common[p.elements[i].symbol], b.lexicon.common[p.elements[j].symbol])
	})
	p.anchor = order[0]
	if len(order) == 1 {
		return -1
	}
	return order[1]
}

// distance returns how many words from the anchor element i stands: from low
// to high, both negative before it.
func (p *compiled) distance(i int) (low, high int16) {
	for _, el := range p.elements[min(p.anchor, i)+1 : max(p.anchor, i)+1] {
		low += int16(el.min) + 1
		high += int16(el.max) + 1
	}
	if i < p.anchor {
		return -high, -low
	}
	return low, high
}
