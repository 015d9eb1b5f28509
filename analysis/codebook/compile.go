package codebook

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// A machineBuilder adds patterns to a machine.
type machineBuilder struct {
	lexicon lexiconBuilder
	phrases []aiming
}

// An aiming phrase is one that the machine doesn't hold yet.
type aiming struct {
	grammar  grammar
	rule     int32
	elements []place
	anchor   int // index of the rarest element
	second   int // of the second rarest, or -1
}

// add makes the machine report rule where one of the phrases is found.
func (b *machineBuilder) add(g grammar, rule int, phrases []phrase) {
	for _, ph := range phrases {
		c := aiming{grammar: g, rule: int32(rule), elements: make([]place, 0, len(ph))}
		for _, el := range ph {
			c.elements = append(c.elements, place{b.lexicon.symbol(el.words), int16(el.min), int16(el.max)})
		}
		b.phrases = append(b.phrases, c)
	}
}

// build returns the machine, with as many grammars as stated.
func (b *machineBuilder) build(grammars int) *machine {
	m := &machine{lexicon: b.lexicon.build()}
	bySymbol := make([]map[symbol][]aimed, grammars)
	for g := range bySymbol {
		bySymbol[g] = map[symbol][]aimed{}
	}
	for i := range b.phrases {
		p := &b.phrases[i]
		b.aim(p)
		rarest, of := p.elements[p.anchor].symbol, bySymbol[p.grammar]
		of[rarest] = append(of[rarest], m.candidate(p))
	}
	classesOf := m.lexicon.classesOf(len(b.lexicon.symbols))
	for _, of := range bySymbol {
		m.waiting = append(m.waiting, m.lexicon.spread(of, classesOf))
	}
	return m
}

// An aimed candidate is one that isn't in its row yet.
type aimed struct {
	candidate
	second symbol // the second rarest element, or -1
}

// candidate returns what waits for a phrase's rarest element.
func (m *machine) candidate(p *aiming) aimed {
	a := aimed{candidate{is: p.rule}, -1}
	if p.second >= 0 {
		a.second = p.elements[p.second].symbol
		a.low, a.high = p.distance()
	}
	if len(p.elements) > 2 {
		a.is, a.isLong = int32(len(m.long)), true
		from := int32(len(m.places))
		m.places = append(m.places, p.elements...)
		m.long = append(m.long, compiled{p.rule, from, int32(len(m.places)), int16(min(p.anchor, p.second)), int16(max(p.anchor, p.second))})
	}
	return a
}

// classesOf returns, by symbol, the classes of the words that it takes.
func (l *lexicon) classesOf(symbols int) [][]class {
	classes := make([][]class, symbols)
	for c, of := range l.symbols {
		for _, sym := range of {
			classes[sym] = append(classes[sym], class(c))
		}
	}
	return classes
}

// spread turns what waits for a symbol into what waits for a class, and for
// another class beside it.
func (l *lexicon) spread(bySymbol map[symbol][]aimed, classesOf [][]class) waiting {
	w := waiting{rows: make([]row, len(l.symbols))}
	beside := make([][]class, len(l.symbols)) // by class: those of second rarest elements
	var firsts []int32                        // in all, of each of them
	here := meetings{classesOf: classesOf, with: make([][]candidate, len(l.symbols))}
	for c, symbols := range l.symbols {
		r := &w.rows[c]
		*r = row{from: int32(len(w.alone)), low: math.MaxInt16, high: math.MinInt16}
		for _, sym := range symbols {
			for _, a := range bySymbol[sym] {
				if a.second < 0 {
					w.alone = append(w.alone, a.is)
					continue
				}
				r.low, r.high = min(r.low, a.low), max(r.high, a.high)
				here.add(a)
			}
		}
		r.to = int32(len(w.alone))
		for other, candidates := range here.take() {
			beside[c] = append(beside[c], other)
			firsts = append(firsts, int32(len(w.all)))
			w.all = append(w.all, candidates...)
			w.all[len(w.all)-1].isLast = true
		}
	}
	w.layOut(beside, firsts)
	return w
}

// layOut makes the table of pairs.
func (w *waiting) layOut(beside [][]class, firsts []int32) {
	w.pairs = newTable(beside, len(beside))
	w.first = make([]int32, len(w.pairs.rows))
	for c, others := range beside {
		for i, other := range others {
			place, _ := w.pairs.at(int32(c), int32(other))
			w.first[place] = firsts[i]
		}
		firsts = firsts[len(others):]
	}
}

// Meetings are the candidates of one class by the class that is met beside it.
type meetings struct {
	classesOf [][]class // by symbol
	with      [][]candidate
	others    []class // that with has candidates for
}

func (m *meetings) add(a aimed) {
	for _, c := range m.classesOf[a.second] {
		if len(m.with[c]) == 0 {
			m.others = append(m.others, c)
		}
		m.with[c] = append(m.with[c], a.candidate)
	}
}

// take yields the candidates by class, and forgets them.
func (m *meetings) take() iter.Seq2[class, []candidate] {
	return func(yield func(class, []candidate) bool) {
		slices.Sort(m.others)
		for _, c := range m.others {
			if !yield(c, m.with[c]) {
				return
			}
			m.with[c] = m.with[c][:0]
		}
		m.others = m.others[:0]
	}
}

// aim chooses a phrase's rarest element as its anchor, and the second rarest.
func (b *machineBuilder) aim(p *aiming) {
	order := make([]int, len(p.elements))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(b.lexicon.common[p.elements[i].symbol], b.lexicon.common[p.elements[j].symbol])
	})
	p.anchor, p.second = order[0], -1
	if len(order) > 1 {
		p.second = order[1]
	}
}

// distance returns how many words from the anchor the second rarest element
// stands: from low to high, both negative before it.
func (p *aiming) distance() (low, high int16) {
	for _, el := range p.elements[min(p.anchor, p.second)+1 : max(p.anchor, p.second)+1] {
		low += el.min + 1
		high += el.max + 1
	}
	if p.second < p.anchor {
		return -high, -low
	}
	return low, high
}
