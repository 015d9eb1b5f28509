package learn

import (
	"hash/maphash"
	"slices"

	"commonground/analysis/survey"
)

// A glossary says what words tell about themes. All that is in a word is added up
// once and kept; only what words say together is looked up as they come. When it
// is full it forgets all, and so stays small whatever people write. It is not safe
// for concurrent use.
type glossary struct {
	weights *weights
	seed    maphash.Seed
	known   []knownWord // by the high bits of the word's hash, or after; at most half full
	words   int         // that are known
	values  []int32     // what each says
	said    []int32     // by a sentence
	sums    []int32     // by all
	told    []float32
	most    []float32
	room    []feature
	joined  []uint32
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
		said: make([]int32, w.width), sums: make([]int32, w.width),
		told: make([]float32, w.width), most: make([]float32, w.width),
	}
}

// tell returns what the words of a passage say about each theme, and what those
// of the sentence do that says most. Both are valid until the next call.
func (g *glossary) tell(p passage, lang survey.Lang) (told, most []float32) {
	clear(g.sums)
	clear(g.most)
	for from := 0; from < len(p.words); {
		to := p.sentenceEnd(from)
		share := shareOf(to-from) * g.weights.step
		for j, v := range g.sentence(p, from, to, lang) {
			g.sums[j] += v
			if says := float32(v) * share; from == 0 || says > g.most[j] {
				g.most[j] = says
			}
		}
		from = to
	}
	share := shareOf(len(p.words)) * g.weights.step
	for j, v := range g.sums {
		g.told[j] = float32(v) * share
	}
	return g.told, g.most
}

// sentence adds up what the words from one index to another say, in steps. It is
// valid until the next call.
func (g *glossary) sentence(p passage, from, to int, lang survey.Lang) []int32 {
	clear(g.said)
	g.joined = slices.Grow(g.joined[:0], joins*(to-from))[:joins*(to-from)]
	known := 0
	var t trail
	for i := from; i < to; i++ {
		values, stem := g.word(p.word(i), lang)
		said := g.said[:len(values)]
		for j, v := range values {
			said[j] += v
		}
		features, n := t.join(stem)
		for _, f := range features[:n] {
			g.joined[known] = f.key // overwritten by the next unless it may be known, which takes no jump
			known += g.weights.knows(f.key)
		}
	}
	for _, key := range g.joined[:known] {
		g.weights.addSteps(g.said, key)
	}
	return g.said
}

// show adds to shown what words say about a theme: those of word i by itself,
// with the one before and with the two before are shown[longest*i] and the next.
func (g *glossary) show(shown []float32, p passage, lang survey.Lang, theme int) {
	var t trail
	for i := range p.words {
		values, stem := g.word(p.word(i), lang)
		shown[longest*i] += float32(values[theme]) * g.weights.step
		if !p.follows(i) {
			t = trail{}
		}
		features, n := t.join(stem)
		for k, f := range features[:n] {
			if g.weights.knows(f.key) == 0 {
				continue
			}
			if values := g.weights.find(f.key); values != nil {
				shown[longest*i+spans[k]-1] += float32(values[theme]) * g.weights.step
			}
		}
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
