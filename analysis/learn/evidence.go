package learn

import (
	"math"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// The evidence about one theme in one comment: what the rules found, beside
// what else they found, and how alike the comment is to others that have the
// theme. These are the columns of one model for all themes; it learns, say,
// that one of three themes found is often wrong, whichever they are.
const (
	found        = iota // by the rules; the next are about such
	foundBeside0        // no other theme found
	foundBeside1
	foundBeside2
	foundBeside3 // or more
	foundAgain   // more than one mention
	foundFirst   // none begins before it, of several
	foundWithin  // in words that earn another theme too, and more of them
	foundAround  // in words of which some earn another theme too
	foundLike    // the likeness
	foundInOne   // the likeness of the sentence that is likest
	foundLikest  // none is liker
	foundSecond  // one is
	missing      // not found by the rules; the next are about such
	missing0     // no theme found
	missing1
	missing2 // or more
	missingLength
	missingLike
	missingInOne
	missingLikest
	missingSecond
	missingLead // how much liker it is than the next, of the likest
	evidences
)

// evidence weighs a comment. Its slices are by theme.
type evidence struct {
	mentions []int32 // by the rules
	first    []int32 // where its first mention begins
	overlap  []int8  // foundWithin, foundAround or 0
	like     []float32
	inOne    []float32
	found    int     // themes
	length   float32 // in words, of 20, at most 2
	begin    int32   // where the first of all mentions begins

	likest, second int
}

func newEvidence(themes int) *evidence {
	return &evidence{
		mentions: make([]int32, themes), first: make([]int32, themes), overlap: make([]int8, themes),
	}
}

// weigh gathers the evidence that a comment's codings give, by their start; like
// and inOne are filled in.
func (e *evidence) weigh(codings []codebook.Coding, words int) {
	clear(e.mentions)
	clear(e.overlap)
	e.found, e.begin = 0, math.MaxInt32
	e.length = float32(min(words, 40)) / 20
	for i := range codings {
		k := &codings[i]
		if e.mentions[k.Theme]++; e.mentions[k.Theme] == 1 {
			e.first[k.Theme] = int32(k.Start)
			e.found++
		}
		e.begin = min(e.begin, int32(k.Start))
		for j := i + 1; j < len(codings) && codings[j].Start < k.End; j++ {
			if o := &codings[j]; o.Theme != k.Theme {
				e.share(k, o)
				e.share(o, k)
			}
		}
	}
	e.rank()
}

// share notes that the words which earn k also earn o.
func (e *evidence) share(k, o *codebook.Coding) {
	switch {
	case o.End-o.Start > k.End-k.Start:
		e.overlap[k.Theme] = foundWithin
	case e.overlap[k.Theme] == 0:
		e.overlap[k.Theme] = foundAround
	}
}

// rank finds the likest theme and the second.
func (e *evidence) rank() {
	e.likest, e.second = -1, -1
	for t, v := range e.like {
		switch {
		case e.likest < 0 || v > e.like[e.likest]:
			e.likest, e.second = t, e.likest
		case e.second < 0 || v > e.like[e.second]:
			e.second = t
		}
	}
}

// of appends the evidence about a theme, in the order of its columns.
func (e *evidence) of(dst []entry, theme int) []entry {
	add := func(column int, value float32) { dst = append(dst, entry{int32(column), value}) }
	if e.mentions[theme] == 0 {
		add(missing, 1)
		add(missing0+min(e.found, 2), 1)
		add(missingLength, e.length)
		add(missingLike, e.like[theme])
		add(missingInOne, e.inOne[theme])
		switch theme {
		case e.likest:
			add(missingLikest, 1)
			if e.second >= 0 {
				add(missingLead, e.like[theme]-e.like[e.second])
			}
		case e.second:
			add(missingSecond, 1)
		}
		return dst
	}
	add(found, 1)
	add(foundBeside0+min(e.found-1, 3), 1)
	if e.mentions[theme] > 1 {
		add(foundAgain, 1)
	}
	if e.found > 1 && e.first[theme] == e.begin {
		add(foundFirst, 1)
	}
	if e.overlap[theme] != 0 {
		add(int(e.overlap[theme]), 1)
	}
	add(foundLike, e.like[theme])
	add(foundInOne, e.inOne[theme])
	switch theme {
	case e.likest:
		add(foundLikest, 1)
	case e.second:
		add(foundSecond, 1)
	}
	return dst
}

// A weigher finds what is believed of each theme in a comment, before words are
// learnt from the study.
type weigher struct {
	base  *Base
	trust []float64   // what each piece of evidence says; the base's unless set
	slot  []int       // by the coder's theme: its place in the base, or -1
	asked [][]float32 // by question: what its words say of the themes of answers to it
	ruled ruled
	known []codebook.Coding // of themes that the base knows
	told  []feature         // by these
	own   []codebook.Coding // these, by the base's themes
	all   *evidence
	row   []entry
}

func newWeigher(rules *codebook.Rules, b *Base, s *survey.Survey) *weigher {
	w := &weigher{
		base: b, trust: b.evidence, slot: b.slots(rules.Themes()),
		ruled: newRuled(rules.Themes()), all: newEvidence(len(b.themes)),
	}
	for _, q := range s.Questions {
		told := make([]float32, len(b.themes))
		b.words.add(told, posed(q.Text))
		w.asked = append(w.asked, told)
	}
	return w
}

// weigh gathers the evidence of a comment of so many words that answers a
// question; like is what the words say, to which is added what the question and
// the rules do, and inOne what those of one sentence say.
func (w *weigher) weigh(like, inOne []float32, question int, codings []codebook.Coding, words int) {
	if question >= 0 && question < len(w.asked) {
		for j, v := range w.asked[question] {
			like[j] += v
		}
	}
	w.known, w.own = w.known[:0], w.own[:0]
	for _, k := range codings {
		if slot := w.slot[k.Theme]; slot >= 0 {
			w.known = append(w.known, k)
			k.Theme = slot
			w.own = append(w.own, k)
		}
	}
	w.told = w.ruled.features(w.told[:0], w.known)
	w.base.words.add(like, w.told)
	w.all.like, w.all.inOne = like, inOne
	w.all.weigh(w.own, words)
}

// odds returns how probable a theme is, in log odds, and leaves the evidence
// about it in row: none where the base doesn't know the theme.
func (w *weigher) odds(theme int, hit bool) float64 {
	w.row = w.row[:0]
	switch slot := w.slot[theme]; {
	case slot >= 0:
		w.row = w.all.of(w.row, slot)
		return dot(w.trust, w.row)
	case hit:
		return logit(unknownFound)
	}
	return logit(unknownMissing)
}

// How probable themes are of which the base knows nothing.
const (
	unknownFound   = 0.8
	unknownMissing = 0.02
)
