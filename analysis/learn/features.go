package learn

import (
	"cmp"
	"math"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// A kind is what a feature is made of. Features of two kinds never share a key.
type kind uint8

const (
	stemKind  kind = iota
	gramKind       // four letters of a word, its ends counted as letters
	pairKind       // two stems that follow each other in a sentence
	hitKind        // a theme that the rules found
	toneKind       // the same, in one tone
	ruleKind       // the same, by one pattern
	askedKind      // the question
	langKind       // the language
)

// scale says how much a feature of each kind may matter, and so how readily
// something is learnt of it.
var scale = [...]float32{
	stemKind: 1, gramKind: 0.5, pairKind: 1,
	hitKind: 0.5, toneKind: 0.3, ruleKind: 0.5, askedKind: 0.5, langKind: 0.3,
}

// A feature is one thing about a comment that may speak for or against a theme.
type feature struct {
	key   uint32
	value float32
	span  text.Span // of the comment; empty where no words show it
}

// A reader turns comments into features. It is not safe for concurrent use.
type reader struct {
	themes   []codebook.Theme
	asked    []uint64 // by question
	features []feature

	text   text.Unescaped
	words  []text.Word
	stems  []uint64 // by word
	folded []byte
	memo   [1 << memoBits][2]stemmed // of two in a place, the one met last comes first
}

// A stemmed word is one that was met before, in its language.
type stemmed struct{ word, stem uint64 }

const memoBits = 13

func newReader(themes []codebook.Theme, s *survey.Survey) *reader {
	r := &reader{themes: themes}
	for _, q := range s.Questions {
		r.asked = append(r.asked, hash(q.ID))
	}
	return r
}

// read returns the features of a coded comment, in no order, some of them more
// than once. They are valid until the next call.
func (r *reader) read(c *survey.Comment, codings []codebook.Coding) []feature {
	r.readWords(c.Text, c.Lang)
	for i := range codings {
		k := &codings[i]
		theme := &r.themes[k.Theme]
		id := hash(theme.ID)
		r.add(hitKind, text.Span{}, 1, id, 0)
		r.add(toneKind, text.Span{}, 1, id, uint64(k.Tone))
		if k.Rule >= 0 {
			r.add(ruleKind, text.Span{}, 1, id, hash(theme.Patterns[k.Rule].Source))
		}
	}
	if c.Question >= 0 && c.Question < len(r.asked) {
		r.add(askedKind, text.Span{}, 1, r.asked[c.Question], 0)
	}
	r.add(langKind, text.Span{}, 1, uint64(c.Lang), 0)
	return r.features
}

// fewWords is how many words a text is taken to have at least.
const fewWords = 3

// readWords is read for the words alone. What they say is divided among them,
// so that a comment isn't told by its length.
func (r *reader) readWords(s string, lang survey.Lang) []feature {
	r.features, r.stems = r.features[:0], r.stems[:0]
	r.text = text.Unescape(s)
	r.words = text.Words(r.words[:0], r.text.Text)
	share := float32(1 / math.Sqrt(float64(max(len(r.words), fewWords))))
	for i, w := range r.words {
		r.folded = append(text.AppendFold(append(r.folded[:0], ' '), r.text.Text[w.Start:w.End]), ' ')
		r.stems = append(r.stems, r.stem(lang))
		r.add(stemKind, w.Span, share, r.stems[i], 0)
		if i > 0 && w.Before&text.SentenceStart == 0 {
			r.add(pairKind, text.Span{Start: r.words[i-1].Start, End: w.End}, share, r.stems[i-1], r.stems[i])
		}
		for from := 0; from+4 <= len(r.folded); from++ {
			g := r.folded[from : from+4]
			r.add(gramKind, w.Span, share, uint64(g[0])|uint64(g[1])<<8|uint64(g[2])<<16|uint64(g[3])<<24, 0)
		}
	}
	return r.features
}

// stem returns the hash of the stem of the folded word.
func (r *reader) stem(lang survey.Lang) uint64 {
	word := r.folded[1 : len(r.folded)-1]
	h := hash(word) + uint64(lang)
	m := &r.memo[h>>(64-memoBits)]
	if m[0].word != h {
		if m[0], m[1] = m[1], m[0]; m[0].word != h {
			m[0] = stemmed{h, hash(stem(string(word), lang))}
		}
	}
	return m[0].stem
}

func (r *reader) add(k kind, span text.Span, share float32, a, b uint64) {
	r.features = append(r.features, feature{mix(k, a, b), scale[k] * share, span})
}

// hash is FNV-1a, spread over the high bits.
func hash[S string | []byte](s S) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h * 0x9E3779B97F4A7C15
}

// mix returns the key of a feature of kind k made of a and b.
func mix(k kind, a, b uint64) uint32 {
	h := (a ^ uint64(k+1)<<56) * 0x9E3779B97F4A7C15
	h = (h ^ h>>32 ^ b) * 0xD6E8FEB86659FD93
	return uint32(h >> 32)
}

// row returns features as a row of a problem whose columns have these keys,
// ascending: each once, in the order of the columns.
func row(features []feature, columns []uint32) []entry {
	var entries []entry
	for _, f := range features {
		if c, ok := slices.BinarySearch(columns, f.key); ok {
			entries = append(entries, entry{int32(c), f.value})
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.column, b.column) })
	return slices.CompactFunc(entries, func(a, b entry) bool { return a.column == b.column })
}
