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
	waiting [][][]candidate // by grammar and class: phrases whose rarest element a word of that class is
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

// A candidate is a phrase at the place of its rarest element, with how many
// words from there the second rarest stands. Both are 0 for a phrase of one
// element.
type candidate struct {
	phrase    int32
	second    symbol
	low, high int32
}

// A search is the room that a machine needs to look through a text.
type search struct {
	lefts, rights []int // where the first and the last words of a phrase may stand
	next          []int
}

// find appends to found all matches of a grammar's patterns in words of the
// given classes. No match crosses the end of a sentence.
func (m *machine) find(found []match, s *search, g grammar, words []text.Word, classes []class) []match {
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].Before&text.SentenceStart == 0 {
			to++
		}
		found = m.sentence(found, s, m.waiting[g], classes[from:to], from)
		from = to
	}
	return found
}

// sentence finds the matches in the words of one sentence, which begins at
// word from of the text.
func (m *machine) sentence(found []match, s *search, waiting [][]candidate, classes []class, from int) []match {
	for at, c := range classes {
		for i := range waiting[c] {
			cand := &waiting[c][i]
			switch {
			case cand.high == 0 && cand.low == 0:
				found = append(found, match{m.phrases[cand.phrase].rule, from + at, from + at})
			case m.stands(cand, classes, at):
				found = m.verify(found, s, &m.phrases[cand.phrase], classes, at, from)
			}
		}
	}
	return found
}

// stands reports whether the second rarest element of a phrase is where it may
// be if the rarest is at word at.
func (m *machine) stands(cand *candidate, classes []class, at int) bool {
	for i := max(at+int(cand.low), 0); i <= min(at+int(cand.high), len(classes)-1); i++ {
		if m.lexicon.known[classes[i]].has(cand.second) {
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
			if m.lexicon.known[classes[to]].has(sym) && !slices.Contains(next, to) {
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
	waiting := make([]map[symbol][]candidate, grammars)
	for g := range waiting {
		waiting[g] = map[symbol][]candidate{}
	}
	for i := range m.phrases {
		p := &m.phrases[i]
		cand := b.aim(p)
		cand.phrase = int32(i)
		sym := p.elements[p.anchor].symbol
		of := waiting[b.grammar[i]]
		of[sym] = append(of[sym], cand)
	}
	for _, of := range waiting {
		byClass := make([][]candidate, len(m.lexicon.known))
		for c, info := range m.lexicon.known {
			for _, sym := range info.symbols {
				byClass[c] = append(byClass[c], of[sym]...)
			}
		}
		m.waiting = append(m.waiting, byClass)
	}
	return m
}

// aim chooses by which elements a phrase is looked for.
func (b *machineBuilder) aim(p *compiled) candidate {
	order := make([]int, len(p.elements))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(b.lexicon.common[p.elements[i].symbol], b.lexicon.common[p.elements[j].symbol])
	})
	p.anchor = order[0]
	var c candidate
	if len(order) == 1 {
		return c
	}
	second := order[1]
	c.second = p.elements[second].symbol
	for _, el := range p.elements[min(p.anchor, second)+1 : max(p.anchor, second)+1] {
		c.low += int32(el.min) + 1
		c.high += int32(el.max) + 1
	}
	if second < p.anchor {
		c.low, c.high = -c.high, -c.low
	}
	return c
}
