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
	vowel  []bool  // by column
	slips  bool    // words that nobody knows are taken for those that they may be slips of
	next   []int32 // 0 where there is no such word
	whole  []class // by node: of the word that ends there
	begun  []class // by node: of a word that goes on as no pattern does

	symbols [][]symbol  // by class: those that take its words, ascending
	langs   []text.Lang // by class
	takers  table       // the same: row c has the columns of the symbols that take the words of c
}

// class returns the class of a word as it stands in a text.
func (l *lexicon) class(word string) class {
	c := l.exact(word)
	if c == 0 && l.slips {
		return l.slip(word)
	}
	return c
}

// exact returns the class of a word that is spelled right.
func (l *lexicon) exact(word string) class {
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
	slips   bool
	symbols map[string]symbol // by the element's words
	common  []float64         // by symbol: how often its words are met, roughly
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
	f := 1.0 / 3000
	if rank := text.Rank(w.text); rank > 0 {
		f = 1 / float64(rank)
	}
	if w.star {
		f *= 2
	}
	return f
}

// build lays the trie out.
func (b *lexiconBuilder) build() *lexicon {
	l := &lexicon{width: 1, slips: b.slips}
	forms := b.known()
	l.number(forms)
	l.addNode()
	nodes := make(map[string]int32, len(forms)) // of words and star beginnings
	for _, f := range usualFirst(forms) {
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
	l.takers = newTable(l.symbols, len(b.symbols))
	return l
}

// known returns the words of patterns and the usual ones, sorted, each once.
func (b *lexiconBuilder) known() []wordForm {
	forms := slices.Collect(maps.Keys(b.forms))
	for word := range text.Usual() {
		forms = append(forms, wordForm{text: word})
	}
	slices.SortFunc(forms, compareForms)
	return slices.Compact(forms)
}

// number gives each letter of words a column.
func (l *lexicon) number(forms []wordForm) {
	for _, f := range forms {
		for i := range len(f.text) {
			if c := f.text[i]; l.column[c] == 0 {
				l.column[c] = uint8(l.width)
				l.width++
			}
		}
	}
	l.vowel = make([]bool, l.width)
	for letter, column := range l.column {
		l.vowel[column] = isVowel(byte(letter))
	}
}

// usualFirst returns the usual words in the order of their use, and then the
// others. In that order their nodes and their classes are numbered, so that what
// is known of the words that are met all the time lies close together.
func usualFirst(forms []wordForm) []wordForm {
	var usual, others []wordForm
	for _, f := range forms {
		if text.Rank(f.text) > 0 {
			usual = append(usual, f)
		} else {
			others = append(others, f)
		}
	}
	slices.SortStableFunc(usual, func(a, b wordForm) int { return cmp.Compare(text.Rank(a.text), text.Rank(b.text)) })
	return append(usual, others...)
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
	_, ok := l.takers.at(int32(c), int32(s))
	return ok
}
