package learn

import (
	"hash/maphash"
	"slices"

	"commonground/analysis/survey"
)

// A glossary says what words tell about themes. All that is in a word is added
// up once and kept; only pairs of words are looked up as they come. When it is
// full it forgets all, and so stays small whatever people write. It is not safe
// for concurrent use.
type glossary struct {
	weights *weights
	seed    maphash.Seed
	known   []knownWord // by the high bits of the word's hash, or after; at most half full
	words   int         // that are known
	values  []int32     // what each says
	sums    []int32
	told    []float32
	room    []feature
	pairs   []uint32
}

// A knownWord is one that was met before, in its language.
type knownWord struct {
	word uint64 // hash; 0 where the place is free
	stem uint64 // hash
	at   int    // where in values its own begin
}

const knownBits = 15

func newGlossary(w *weights) *glossary {
	return &glossary{
		weights: w, seed: maphash.MakeSeed(), known: make([]knownWord, 1<<knownBits),
		sums: make([]int32, w.width), told: make([]float32, w.width),
	}
}

// tell returns what the words of a passage say about each theme. It is valid until
// the next call.
func (g *glossary) tell(p passage, lang survey.Lang) []float32 {
	clear(g.sums)
	g.pairs = slices.Grow(g.pairs[:0], len(p.words))[:len(p.words)]
	n, before := 0, uint64(0)
	for i := range p.words {
		values, stem := g.word(p.word(i), lang)
		sums := g.sums[:len(values)]
		for j, v := range values {
			sums[j] += v
		}
		if p.follows(i) {
			key := pairOf(before, stem).key
			g.pairs[n] = key // overwritten by the next unless it may be known, which takes no jump
			n += g.weights.knows(key)
		}
		before = stem
	}
	for _, key := range g.pairs[:n] {
		g.weights.addSteps(g.sums, key)
	}
	share := p.share() * g.weights.step
	for j, v := range g.sums {
		g.told[j] = float32(v) * share
	}
	return g.told
}

// show adds to shown what each word by itself says about a theme, and what it
// says together with the word before: those of word i are shown[2*i] and the
// next.
func (g *glossary) show(shown []float32, p passage, lang survey.Lang, theme int) {
	before := uint64(0)
	for i := range p.words {
		values, stem := g.word(p.word(i), lang)
		shown[2*i] += float32(values[theme]) * g.weights.step
		if p.follows(i) {
			if key := pairOf(before, stem).key; g.weights.knows(key) != 0 {
				if values := g.weights.find(key); values != nil {
					shown[2*i+1] += float32(values[theme]) * g.weights.step
				}
			}
		}
		before = stem
	}
}

// word returns what a word says, valid until the next call, and the hash of its
// stem.
func (g *glossary) word(word string, lang survey.Lang) (values []int32, stem uint64) {
	h := maphash.String(g.seed, word)<<3 + uint64(lang) + 1
	at := int(h >> (64 - knownBits))
	for g.known[at].word != h {
		if g.known[at].word == 0 {
			return g.learn(h, word, lang)
		}
		at = (at + 1) & (len(g.known) - 1)
	}
	k := &g.known[at]
	return g.values[k.at:][:g.weights.width], k.stem
}

// learn looks up a word that isn't known.
func (g *glossary) learn(h uint64, word string, lang survey.Lang) (values []int32, stem uint64) {
	if 2*g.words == len(g.known) {
		clear(g.known)
		g.words, g.values = 0, g.values[:0]
	}
	at := int(h >> (64 - knownBits))
	for g.known[at].word != 0 {
		at = (at + 1) & (len(g.known) - 1)
	}
	from := len(g.values)
	g.values = slices.Grow(g.values, g.weights.width)[:from+g.weights.width]
	values = g.values[from:]
	clear(values)
	g.room, stem = wordFeatures(g.room[:0], word, lang)
	for _, f := range g.room {
		if g.weights.knows(f.key) != 0 {
			g.weights.addSteps(values, f.key)
		}
	}
	g.known[at] = knownWord{h, stem, from}
	g.words++
	return values, stem
}
