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
	stemKind   kind = iota
	gramKind        // four letters of a word, or five, its ends counted as letters
	pairKind        // two stems that follow each other in a sentence
	skipKind        // two stems with a word between them
	tripleKind      // three stems that follow each other
	hitKind         // a theme that the rules found
	toneKind        // the same, in one tone
	ruleKind        // the same, by one pattern
	askedKind       // the question
	langKind        // the language
	posedKind       // a stem in the words of the question, or several together
)

// scale says how much a feature of each kind may matter, and so how readily
// something is learnt of it.
var scale = [...]float32{
	stemKind: 1, gramKind: 0.5, pairKind: 1, skipKind: 1, tripleKind: 1,
	hitKind: 0.5, toneKind: 0.3, ruleKind: 0.5, askedKind: 0.5, langKind: 0.3, posedKind: 1,
}

// A feature is one thing about a comment that may speak for or against a theme.
type feature struct {
	key   uint32
	kind  kind
	times float32 // how often it is there
}

func newFeature(k kind, a, b uint64) feature { return feature{mix(k, a, b), k, 1} }

// wordFeatures appends the features of a word by itself, and returns the hash of
// its stem. They depend on the word and the language alone.
func wordFeatures(dst []feature, word string, lang survey.Lang) ([]feature, uint64) {
	folded := append(text.AppendFold(append(make([]byte, 0, 32), ' '), word), ' ')
	stem := hash(stem(string(folded[1:len(folded)-1]), lang))
	dst = append(dst, newFeature(stemKind, stem, 0))
	for _, n := range [...]int{4, 5} {
		for from := 0; from+n <= len(folded); from++ {
			dst = append(dst, newFeature(gramKind, hash(folded[from:from+n]), 0))
		}
	}
	return dst, stem
}

// A trail is the stems met last in a sentence.
type trail struct {
	last, before uint64
	met          int
}

// joins is how many features a stem has with those before it, at most.
const joins = 3

// spans are how many words each of them is about, and longest the most.
var spans = [joins]int{2, longest, longest}

const longest = 3

// join goes on to a stem, and returns its features with those before it.
func (t *trail) join(stem uint64) (features [joins]feature, n int) {
	if t.met > 0 {
		features[0] = newFeature(pairKind, t.last, stem)
		n = 1
	}
	if t.met > 1 {
		features[1] = newFeature(skipKind, t.before, stem)
		features[2] = newFeature(tripleKind, t.before^t.last*31, stem)
		n = joins
	}
	*t = trail{stem, t.last, t.met + 1}
	return features, n
}

// A passage is a text that is cut into words.
type passage struct {
	text  text.Unescaped
	words []text.Word
}

// cut cuts s into the words of a passage that takes the room of p.
func (p passage) cut(s string) passage {
	u := text.Unescape(s)
	return passage{u, text.Words(p.words[:0], u.Text)}
}

func (p *passage) word(i int) string { return p.text.Text[p.words[i].Start:p.words[i].End] }

// follows reports whether a word stands in one sentence with the word before.
func (p *passage) follows(i int) bool { return i > 0 && p.words[i].Before&text.SentenceStart == 0 }

// sentenceEnd returns the index after the last word of the sentence that begins
// with a word.
func (p *passage) sentenceEnd(from int) int {
	to := from + 1
	for to < len(p.words) && p.follows(to) {
		to++
	}
	return to
}

// fewWords is how many words a text is taken to have at least.
const fewWords = 3

// shareOf is what of their say each of so many words has, so that a text isn't
// told by its length.
func shareOf(words int) float32 {
	return float32(1 / math.Sqrt(float64(max(words, fewWords))))
}

// features returns the features of the words.
func (p *passage) features(lang survey.Lang) []feature {
	var all []feature
	var t trail
	for i := range p.words {
		var stem uint64
		all, stem = wordFeatures(all, p.word(i), lang)
		if !p.follows(i) {
			t = trail{}
		}
		features, n := t.join(stem)
		all = append(all, features[:n]...)
	}
	share := shareOf(len(p.words))
	for i := range all {
		all[i].times = share
	}
	return all
}

// posed returns the features of a question.
func posed(question string) []feature {
	p := passage{}.cut(question)
	var all []feature
	for _, f := range p.features(survey.English) {
		if f.kind != gramKind {
			all = append(all, feature{mix(posedKind, uint64(f.key), 0), posedKind, f.times})
		}
	}
	return merge(all)
}

// ruled are the features of what the rules find, by theme.
type ruled []struct {
	hit      feature
	patterns []feature
}

func newRuled(themes []codebook.Theme) ruled {
	r := make(ruled, len(themes))
	for i := range themes {
		id := hash(themes[i].ID)
		r[i].hit = newFeature(hitKind, id, 0)
		for _, p := range themes[i].Patterns {
			r[i].patterns = append(r[i].patterns, newFeature(ruleKind, id, hash(p.Source)))
		}
	}
	return r
}

// features appends those of codings, each once.
func (r ruled) features(dst []feature, codings []codebook.Coding) []feature {
	from := len(dst)
	add := func(f feature) {
		if !slices.Contains(dst[from:], f) {
			dst = append(dst, f)
		}
	}
	for i := range codings {
		t := &r[codings[i].Theme]
		add(t.hit)
		if rule := codings[i].Rule; rule >= 0 {
			add(t.patterns[rule])
		}
	}
	return dst
}

// A surrounding knows the features of comments that are not of their words.
type surrounding struct {
	ruled  ruled
	themes []uint64 // by theme
	asked  []uint64 // by question
}

func newSurrounding(themes []codebook.Theme, s *survey.Survey) *surrounding {
	r := &surrounding{ruled: newRuled(themes)}
	for _, t := range themes {
		r.themes = append(r.themes, hash(t.ID))
	}
	for _, q := range s.Questions {
		r.asked = append(r.asked, hash(q.ID))
	}
	return r
}

// features appends those of a coded comment, each once.
func (r *surrounding) features(dst []feature, c *survey.Comment, codings []codebook.Coding) []feature {
	from := len(dst)
	dst = r.ruled.features(dst, codings)
	for i := range codings {
		k := &codings[i]
		dst = append(dst, newFeature(toneKind, r.themes[k.Theme], uint64(k.Tone)))
	}
	if c.Question >= 0 && c.Question < len(r.asked) {
		dst = append(dst, newFeature(askedKind, r.asked[c.Question], 0))
	}
	dst = append(dst, newFeature(langKind, uint64(c.Lang), 0))
	slices.SortFunc(dst[from:], func(a, b feature) int { return cmp.Compare(a.key, b.key) })
	return dst[:from+len(slices.Compact(dst[from:]))]
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
