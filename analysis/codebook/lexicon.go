package codebook

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"

	"commonground/analysis/text"
)

// A symbol stands for one set of words that some element of a pattern takes:
// "trust" alone, or "call|text|email*". Elements with equal sets share it.
type symbol int32

// A class is all that the matcher knows of a word: words that the same symbols
// take, and that are usual in the same languages, are one class. Class 0 is
// that of words that no pattern holds.
type class int32

// A lexicon tells the class of a word in one walk over its bytes, through a
// trie whose nodes are rows of next.
type lexicon struct {
	column [256]uint8 // of a byte; 0 for bytes that no word of a pattern has
	width  int
	next   []int32 // 0 where there is no such word
	whole  []class // by node: of the word that ends there
	begun  []class // by node: of a word that goes on as no pattern does

	symbols [][]symbol  // by class: those that take its words, ascending
	langs   []text.Lang // by class
	matrix  []uint64    // by class, stride words each: the same symbols, a bit each
	stride  int
}

// class returns the class of a word as it stands in a text.
func (l *lexicon) class(word string) class {
	node := int32(0)
	for i := 0; i < len(word); {
		if c := text.FoldASCII(word[i]); c != 0 {
			to := l.next[int(node)*l.width+int(l.column[c])]
			if to == 0 {
				return l.begun[node]
			}
			node = to
			i++
			continue
		}
		folded, n := text.FoldAt(word, i)
		for j := range len(folded) {
			to := l.next[int(node)*l.width+int(l.column[folded[j]])]
			if to == 0 {
				return l.begun[node]
			}
			node = to
		}
		i += n
	}
	return l.whole[node]
}

// A lexiconBuilder gathers symbols and words. Its zero value holds none.
type lexiconBuilder struct {
	symbols map[string]symbol // by the element's words
	common  []float64         // by symbol: how often its words are met, roughly
	chief   []string          // by symbol: its word met most often
	forms   map[wordForm][]symbol
}

// symbol returns the symbol for a set of words.
func (b *lexiconBuilder) symbol(words []wordForm) symbol {
	var key []byte
	for _, w := range words {
		key = append(key, w.text...)
		if w.star {
			key = append(key, '*')
		}
		key = append(key, '|')
	}
	sym, ok := b.symbols[string(key)]
	if !ok {
		if b.symbols == nil {
			b.symbols, b.forms = map[string]symbol{}, map[wordForm][]symbol{}
		}
		sym = symbol(len(b.symbols))
		b.symbols[string(key)] = sym
		b.common = append(b.common, 0)
		b.chief = append(b.chief, slices.MaxFunc(words, byFrequency).text)
		for _, w := range words {
			b.common[sym] += frequency(w)
			b.forms[w] = append(b.forms[w], sym)
		}
	}
	return sym
}

// frequency guesses how often a word is met: as often as its rank says, and if
// it has none, more seldom than any that has. A wrong guess costs time, and
// nothing else.
func frequency(w wordForm) float64 {
	f := 1.0 / 1000
	if rank := text.Rank(w.text); rank > 0 {
		f = 1 / float64(rank)
	}
	if w.star {
		f *= 2
	}
	return f
}

func byFrequency(v, w wordForm) int { return cmp.Compare(frequency(v), frequency(w)) }

// hints returns a bit for each of the symbols, and none for others. Those with
// the same chief word share it: where the word is met, all of them are.
func (b *lexiconBuilder) hints(symbols map[symbol]bool) []uint64 {
	order := slices.Sorted(maps.Keys(symbols))
	slices.SortStableFunc(order, func(s, t symbol) int { return cmp.Compare(b.common[t], b.common[s]) })
	bits := map[string]int{} // by chief word
	hints := make([]uint64, len(b.common))
	for _, sym := range order {
		bit, ok := bits[b.chief[sym]]
		if !ok {
			bit = len(bits)
			bits[b.chief[sym]] = bit
		}
		hints[sym] = 1 << (bit % 64)
	}
	return hints
}

// build lays the trie out.
func (b *lexiconBuilder) build() *lexicon {
	l := &lexicon{width: 1}
	forms := slices.Collect(maps.Keys(b.forms))
	for word := range text.Usual() {
		forms = append(forms, wordForm{text: word})
	}
	slices.SortFunc(forms, compareForms)
	forms = slices.Compact(forms)
	for _, f := range forms {
		for i := range len(f.text) {
			if c := f.text[i]; l.column[c] == 0 {
				l.column[c] = uint8(l.width)
				l.width++
			}
		}
	}
	l.addNode()
	nodes := make(map[string]int32, len(forms)) // of words and star beginnings
	for _, f := range forms {
		nodes[f.text] = l.insert(f.text)
	}
	whole := make([][]symbol, len(l.whole))
	stars := make([][]symbol, len(l.whole))
	langs := make([]text.Lang, len(l.whole))
	for _, f := range forms {
		node := nodes[f.text]
		langs[node] = text.UsualIn(f.text)
		if f.star {
			stars[node] = append(stars[node], b.forms[f]...)
		} else {
			whole[node] = append(whole[node], b.forms[f]...)
		}
	}
	l.classify(whole, stars, langs)
	l.fillMatrix(len(b.symbols))
	return l
}

func (l *lexicon) addNode() int32 {
	l.next = append(l.next, make([]int32, l.width)...)
	l.whole = append(l.whole, 0)
	l.begun = append(l.begun, 0)
	return int32(len(l.whole) - 1)
}

func (l *lexicon) insert(word string) int32 {
	node := int32(0)
	for i := range len(word) {
		at := int(node)*l.width + int(l.column[word[i]])
		if l.next[at] == 0 {
			to := l.addNode()
			l.next[at] = to
		}
		node = l.next[at]
	}
	return node
}

// classify gives each node its classes: a word has the symbols of every star
// that stands on its way, and a whole word those of its own besides. A node
// comes after the one before it in a word.
func (l *lexicon) classify(whole, stars [][]symbol, langs []text.Lang) {
	l.symbols, l.langs = [][]symbol{nil}, []text.Lang{0}
	ids := map[string]class{"\x00": 0}
	id := func(symbols []symbol, langs text.Lang) class {
		slices.Sort(symbols)
		symbols = slices.Compact(symbols)
		key := []byte{byte(langs)}
		for _, s := range symbols {
			key = binary.LittleEndian.AppendUint32(key, uint32(s))
		}
		c, ok := ids[string(key)]
		if !ok {
			c = class(len(l.symbols))
			ids[string(key)] = c
			l.symbols = append(l.symbols, symbols)
			l.langs = append(l.langs, langs)
		}
		return c
	}
	for node := range l.whole {
		l.begun[node] = id(slices.Clone(stars[node]), 0)
		l.whole[node] = id(slices.Concat(whole[node], stars[node]), langs[node])
		for _, to := range l.next[node*l.width : (node+1)*l.width] {
			if to != 0 {
				stars[to] = append(stars[to], stars[node]...)
			}
		}
	}
}

// is reports whether a symbol takes the words of a class.
func (l *lexicon) is(c class, s symbol) bool {
	return l.matrix[int(c)*l.stride+int(s>>6)]&(1<<(s&63)) != 0
}

func (l *lexicon) fillMatrix(symbols int) {
	l.stride = symbols/64 + 1
	l.matrix = make([]uint64, len(l.symbols)*l.stride)
	for c, of := range l.symbols {
		for _, s := range of {
			l.matrix[c*l.stride+int(s>>6)] |= 1 << (s & 63)
		}
	}
}
