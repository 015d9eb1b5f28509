// Package learn finds themes as people who check comments do. It starts from
// the rules of a codebook, weighs what they find, and learns from each comment
// that a person has checked:
//
//	evidence   what the rules found, beside what, and what a comment's words are like
//	base       what is known before anything is checked; it ships with the program
//	model      what a study's checked comments add to it, theme by theme
//
// All models are logistic and linear in features that can be shown.
package learn

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// A Model is a coder that has learnt. It doesn't change while it codes, and is
// safe for concurrent use.
type Model struct {
	rules  *codebook.Rules
	base   *Base
	survey *survey.Survey
	trust  []float64 // what each piece of evidence says; the base's if none was learnt
	from   float64   // the probability above which a theme is given
	worded []bool    // by theme: words of it were learnt
	words  *weights  // by such theme, in order
	pool   sync.Pool // of *mind
}

var _ codebook.Coder = (*Model)(nil)

// Start returns a model that has learnt nothing yet but what the base knows. The
// rules were told before, by Ask, of the survey.
func Start(rules *codebook.Rules, b *Base, s *survey.Survey) *Model { return newModel(rules, b, s) }

func newModel(rules *codebook.Rules, b *Base, s *survey.Survey) *Model {
	m := &Model{rules: rules, base: b, survey: s, trust: b.evidence, from: givenFrom, worded: make([]bool, len(rules.Themes()))}
	m.words = newWeights(0, nil, nil, 0)
	m.pool.New = func() any { return m.newMind() }
	return m
}

// learn learns what is settled to be learnt.
func (m *Model) learn(t *table, rows []int, s settings) {
	var trust []float64
	if s.trust > 0 {
		trust = t.fitTrust(rows, s.trust)
		m.trust = slices.Clone(m.base.evidence)
		for i, v := range trust {
			m.trust[i] += v
		}
	}
	m.worded, m.from = s.words, s.from
	var fitted [][]float64
	for theme, ok := range s.words {
		if ok {
			w := make([]float64, len(t.columns.keys))
			t.problem(theme, t.trusted(theme, trust)).fit(w, t.decided(theme, rows), s.cost)
			fitted = append(fitted, w)
		}
	}
	if len(fitted) > 0 {
		m.words = t.columns.weights(fitted)
	}
}

// Name returns the name of the rules, and that the model goes beyond them.
func (m *Model) Name() string {
	if len(m.Learnt()) == 0 {
		return m.rules.Name() + ", weighed by the model that comes with the program"
	}
	return m.rules.Name() + ", and what was learnt"
}

// Learnt returns the IDs of the themes of which something was learnt from a study.
func (m *Model) Learnt() []string {
	var ids []string
	weighs := !slices.Equal(m.trust, m.base.evidence) || m.from != givenFrom
	for i, slot := range m.base.slots(m.Themes()) {
		if m.worded[i] || weighs && slot >= 0 {
			ids = append(ids, m.Themes()[i].ID)
		}
	}
	return ids
}

// Themes returns the themes of the rules.
func (m *Model) Themes() []codebook.Theme { return m.rules.Themes() }

// Code implements codebook.Coder. A mention that the rules found is left as it
// is or left out; one that they did not find is the model's: its bytes are those
// of the word that tells most.
func (m *Model) Code(dst []codebook.Coding, r *survey.Response) []codebook.Coding {
	mind := m.pool.Get().(*mind)
	defer m.pool.Put(mind)
	mind.codings = m.rules.Code(mind.codings[:0], r)
	comment := 0
	for c, codings := range perComment(r, mind.codings) {
		if c.State == survey.Read {
			dst = mind.decide(dst, c, comment, codings)
		} else {
			dst = append(dst, codings...)
		}
		comment++
	}
	return dst
}

// perComment yields the comments of a response in order, each with its codings.
func perComment(r *survey.Response, codings []codebook.Coding) iter.Seq2[*survey.Comment, []codebook.Coding] {
	return func(yield func(*survey.Comment, []codebook.Coding) bool) {
		for i := range r.Comments {
			n := 0
			for n < len(codings) && codings[n].Comment == i {
				n++
			}
			if !yield(&r.Comments[i], codings[:n]) {
				return
			}
			codings = codings[n:]
		}
	}
}

// A mind is a model and the room to think of one comment.
type mind struct {
	*Model
	passage passage
	around  *surrounding
	weigher *weigher
	like    *glossary // of the base
	learned *glossary // of the model; nil where nothing was learnt
	beside  []feature // those around the comment
	shown   []float32
	odds    []float64 // by theme
	hit     []bool
	codings []codebook.Coding
	more    []codebook.Coding // that the rules didn't find
}

func (m *Model) newMind() *mind {
	n := len(m.rules.Themes())
	mind := &mind{
		Model: m, around: newSurrounding(m.rules.Themes(), m.survey), weigher: newWeigher(m.rules, m.base, m.survey),
		like: newGlossary(m.base.words), odds: make([]float64, n), hit: make([]bool, n),
	}
	mind.weigher.trust = m.trust
	if m.words.width > 0 {
		mind.learned = newGlossary(m.words)
	}
	return mind
}

// think finds the log odds of each theme in a comment that the rules coded.
func (m *mind) think(c *survey.Comment, codings []codebook.Coding) {
	m.passage = m.passage.cut(c.Text)
	like, inOne := m.like.tell(m.passage, c.Lang)
	m.weigher.weigh(like, inOne, c.Question, codings, len(m.passage.words))
	var learned []float32
	if m.learned != nil {
		learned, _ = m.learned.tell(m.passage, c.Lang)
		m.beside = m.around.features(m.beside[:0], c, codings)
		m.words.add(learned, m.beside)
	}
	clear(m.hit)
	for i := range codings {
		m.hit[codings[i].Theme] = true
	}
	n := 0
	for theme, ok := range m.worded {
		m.odds[theme] = m.weigher.odds(theme, m.hit[theme])
		if ok {
			m.odds[theme] += float64(learned[n])
			n++
		}
	}
}

// decide appends the codings of a comment that the rules coded.
func (m *mind) decide(dst []codebook.Coding, c *survey.Comment, comment int, codings []codebook.Coding) []codebook.Coding {
	m.think(c, codings)
	from, least := len(dst), logit(m.from)
	for _, k := range codings {
		if m.odds[k.Theme] > least {
			dst = append(dst, k)
		}
	}
	m.more = m.more[:0]
	for theme, odds := range m.odds {
		if m.hit[theme] || odds <= least || !m.tellable(theme, c) {
			continue
		}
		k := codebook.Coding{Comment: comment, Theme: theme, By: codebook.ByModel, Rule: -1, P: logistic(odds)}
		span := m.why(theme, c.Lang)
		k.Start, k.End = span.Start, span.End
		m.more = append(m.more, k)
	}
	if len(m.more) > 0 {
		dst = m.rules.Admit(dst, c, m.more)
		slices.SortStableFunc(dst[from:], func(a, b codebook.Coding) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Theme, b.Theme))
		})
	}
	return dst
}

// tellable reports whether the words of a comment alone may tell of a theme. A
// few words that answer a question of which the codebook knows nothing may be
// about anything, such as the dishes of a picnic; but not where people of the
// study have shown what they mean.
func (m *mind) tellable(theme int, c *survey.Comment) bool {
	return len(m.passage.words) > fewWords || m.worded[theme] || m.rules.Knows(c.Question)
}

// why returns the bytes of the word, or of the two or three, that tell most for a
// theme, or of the whole comment where none do.
func (m *mind) why(theme int, lang survey.Lang) text.Span {
	words := m.passage.words
	m.shown = slices.Grow(m.shown[:0], longest*len(words))[:longest*len(words)]
	clear(m.shown)
	if slot := m.weigher.slot[theme]; slot >= 0 {
		m.like.show(m.shown, m.passage, lang, slot)
	}
	if m.worded[theme] {
		m.learned.show(m.shown, m.passage, lang, count(m.worded[:theme]))
	}
	first, last, best := 0, len(words)-1, float32(0)
	for i, v := range m.shown {
		if v > best {
			first, last, best = i/longest-i%longest, i/longest, v
		}
	}
	return m.passage.text.Original(text.Span{Start: words[first].Start, End: words[last].End})
}

// codeBy codes the comment by a coder.
func (ex *Example) codeBy(c codebook.Coder) (*survey.Response, []codebook.Coding) {
	r := &survey.Response{Respondent: ex.Respondent, Comments: []survey.Comment{ex.Comment}}
	return r, c.Code(nil, r)
}
