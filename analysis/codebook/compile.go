package codebook

import (
	"cmp"
	"math/bits"
	"slices"
)

// A machineBuilder adds patterns to a machine.
type machineBuilder struct {
	lexicon lexiconBuilder
	phrases []compiled
	grammar []grammar // by phrase
}

// add makes the machine report rule where one of the phrases is found.
func (b *machineBuilder) add(g grammar, rule int, phrases []phrase) {
	for _, ph := range phrases {
		c := compiled{rule: int32(rule), elements: make([]place, 0, len(ph))}
		for _, el := range ph {
			c.elements = append(c.elements, place{b.lexicon.symbol(el.words), int16(el.min), int16(el.max)})
		}
		b.phrases = append(b.phrases, c)
		b.grammar = append(b.grammar, g)
	}
}

// build returns the machine, with as many grammars as stated.
func (b *machineBuilder) build(grammars int) *machine {
	m := &machine{lexicon: b.lexicon.build(), levels: 1}
	hints := b.hints()
	bySymbol := make([]map[symbol][]aimed, grammars)
	for g := range bySymbol {
		bySymbol[g] = map[symbol][]aimed{}
	}
	for i := range b.phrases {
		p := &b.phrases[i]
		a := m.candidate(p, hints)
		m.reach = max(m.reach, int(-a.low), int(a.high))
		m.levels = max(m.levels, level(a.low, a.high)+1)
		rarest, of := p.elements[p.anchor].symbol, bySymbol[b.grammar[i]]
		of[rarest] = append(of[rarest], a)
	}
	for _, of := range bySymbol {
		m.waiting = append(m.waiting, m.lexicon.spread(of))
	}
	m.hints = make([]uint64, len(m.lexicon.symbols))
	for c, symbols := range m.lexicon.symbols {
		m.hints[c] = 1 << anyWord
		for _, sym := range symbols {
			if hint, ok := hints[sym]; ok {
				m.hints[c] |= 1 << hint
			}
		}
	}
	return m
}

// hints aims all phrases and returns, by symbol, the number of the hint of each
// that is a second rarest element.
func (b *machineBuilder) hints() map[symbol]uint8 {
	seconds := map[symbol]bool{}
	for i := range b.phrases {
		p := &b.phrases[i]
		if b.aim(p); p.second >= 0 {
			seconds[p.elements[p.second].symbol] = true
		}
	}
	return b.lexicon.hints(seconds)
}

// candidate returns what waits for a phrase's rarest element.
func (m *machine) candidate(p *compiled, hints map[symbol]uint8) aimed {
	a := aimed{candidate: candidate{is: p.rule, hint: anyWord}}
	if p.second >= 0 {
		a.second = p.elements[p.second].symbol
		a.hint = hints[a.second]
		a.low, a.high = p.distance()
	}
	if len(p.elements) > 2 {
		a.is, a.isLong = int32(len(m.long)), true
		m.long = append(m.long, *p)
	}
	return a
}

// level returns the level of search.near at which two stretches cover all that
// lies from low to high.
func level(low, high int16) int { return bits.Len(uint(high-low+1)) - 1 }

// An aimed candidate is one that isn't in its group yet.
type aimed struct {
	candidate
	low, high int16
}

// spread turns what waits for a symbol into what waits for a class.
func (l *lexicon) spread(bySymbol map[symbol][]aimed) waiting {
	var w waiting
	var here []aimed
	for _, symbols := range l.symbols {
		w.from = append(w.from, int32(len(w.groups)))
		here = here[:0]
		for _, sym := range symbols {
			here = append(here, bySymbol[sym]...)
		}
		slices.SortStableFunc(here, func(a, b aimed) int {
			return cmp.Or(cmp.Compare(a.low, b.low), cmp.Compare(a.high, b.high))
		})
		for i, a := range here {
			if i == 0 || a.low != here[i-1].low || a.high != here[i-1].high {
				at := int32(len(w.all))
				w.groups = append(w.groups, group{low: a.low, high: a.high, level: int16(level(a.low, a.high)), from: at, to: at})
			}
			g := &w.groups[len(w.groups)-1]
			g.to++
			g.hints |= 1 << a.hint
			w.all = append(w.all, a.candidate)
		}
	}
	w.from = append(w.from, int32(len(w.groups)))
	return w
}

// aim chooses a phrase's rarest element as its anchor, and the second rarest.
func (b *machineBuilder) aim(p *compiled) {
	order := make([]int, len(p.elements))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(b.lexicon.common[p.elements[i].symbol], b.lexicon.common[p.elements[j].symbol])
	})
	p.anchor, p.second = int16(order[0]), -1
	if len(order) > 1 {
		p.second = int16(order[1])
	}
}

// distance returns how many words from the anchor the second rarest element
// stands: from low to high, both negative before it.
func (p *compiled) distance() (low, high int16) {
	for _, el := range p.elements[min(p.anchor, p.second)+1 : max(p.anchor, p.second)+1] {
		low += el.min + 1
		high += el.max + 1
	}
	if p.second < p.anchor {
		return -high, -low
	}
	return low, high
}
