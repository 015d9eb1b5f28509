package learn

import (
	"regexp"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

//go:generate go run ./newbase -o base.model -unseen newbase/unseen.jsonl newbase/comments.jsonl

// A Base is what is known of a codebook's themes before anything of a study is
// checked. It adds to the rules which words are like those of a theme, and how
// far to trust either.
type Base struct {
	themes   []string // their IDs
	evidence []float64
	words    *weights
}

// What the parts of a base are learnt with; the values are those that did best
// on comments that the base had not seen.
const (
	wordsCost    = 10
	wordsPrior   = -2 // log odds of a theme in a text of which nothing is known
	evidenceCost = 1
	weighings    = 3 // parts of the unseen comments, each weighed by words of the others
)

// startFrom is the least probability at which a theme is given as long as
// nothing is learnt of it. F1 is greatest at 0.3 to 0.35; from 0.4 on what is given
// is right more often by two points in a hundred, and four more are missed.
const startFrom = 0.33

// NewBase learns from the codebook's own patterns and examples, and from
// comments, which words go with each theme, and how far to trust that and the
// rules. The latter it learns from unseen comments alone, which nobody had
// before them who wrote the codebook's rules; each is weighed by words that were
// learnt without it.
func NewBase(rules *codebook.Rules, s *survey.Survey, comments, unseen []Example) *Base {
	themes := rules.Themes()
	b := &Base{evidence: make([]float64, evidences)}
	for _, t := range themes {
		b.themes = append(b.themes, t.ID)
	}
	told := slices.Concat(docsOf(themes), coded(rules, s, comments))
	p := &problem{}
	for fold := range weighings {
		var others, these []Example
		for i, ex := range unseen {
			if i%weighings == fold {
				these = append(these, ex)
			} else {
				others = append(others, ex)
			}
		}
		b.words = learnWords(themes, slices.Concat(told, coded(rules, s, others)))
		newTable(rules, b, s, these).addPairs(p)
	}
	p.fitFew(b.evidence, p.all(), evidenceCost)
	b.words = learnWords(themes, slices.Concat(told, coded(rules, s, unseen)))
	return b
}

// None returns a base that knows nothing: what starts from it starts from the
// rules alone.
func None() *Base {
	return &Base{evidence: make([]float64, evidences), words: newWeights(0, nil, nil, 0)}
}

// Knows reports whether the base is about a codebook with these themes. Of
// another one, the same IDs mean something else.
func (b *Base) Knows(themes []codebook.Theme) bool {
	known := 0
	for _, t := range themes {
		if slices.Contains(b.themes, t.ID) {
			known++
		}
	}
	return known > 0 && 2*known >= len(b.themes)
}

// A doc is a text that is known to have themes.
type doc struct {
	text   string
	lang   survey.Lang
	asked  string // the question that it answers, if one
	themes []int
}

// docsOf returns what a codebook says of its themes.
func docsOf(themes []codebook.Theme) []doc {
	var docs []doc
	for i, t := range themes {
		for _, p := range t.Patterns {
			docs = append(docs, doc{text: notWords.ReplaceAllString(p.Source, " "), lang: p.Lang, themes: []int{i}})
		}
		for _, s := range t.Include {
			docs = append(docs, doc{text: s, lang: survey.English, themes: []int{i}})
		}
		for _, ex := range t.Examples {
			if !ex.Counter {
				docs = append(docs, doc{text: ex.Text, lang: ex.Lang, themes: []int{i}})
			}
		}
	}
	return docs
}

// notWords are the parts of a pattern that stand for no words of their own.
var notWords = regexp.MustCompile(`@[a-z0-9-]+|~[0-9]+~?|[*()|]`)

// coded returns examples as docs.
func coded(rules *codebook.Rules, s *survey.Survey, examples []Example) []doc {
	var docs []doc
	for i := range examples {
		ex := &examples[i]
		r, _ := ex.codeBy(rules)
		d := doc{text: ex.Comment.Text, lang: r.Comments[0].Lang}
		if q := ex.Comment.Question; q >= 0 && q < len(s.Questions) {
			d.asked = s.Questions[q].Text
		}
		for _, c := range ex.Codes {
			d.themes = append(d.themes, c.Theme)
		}
		docs = append(docs, d)
	}
	return docs
}

// learnWords returns what each word, pair of words and run of letters says about
// each theme.
func learnWords(themes []codebook.Theme, docs []doc) *weights {
	read := make([][]feature, len(docs))
	from := make([]int, len(docs))
	for i, d := range docs {
		p := passage{}.cut(d.text)
		read[i] = merge(append(p.features(d.lang), posed(d.asked)...))
		from[i] = i
	}
	columns := shared(read, from)
	columns.dampen(read)
	p := &problem{yes: make([]bool, len(docs))}
	for _, features := range read {
		p.add(columns.row(features), wordsPrior)
	}
	fitted := make([][]float64, len(themes))
	for t := range themes {
		for i, d := range docs {
			p.yes[i] = slices.Contains(d.themes, t)
		}
		fitted[t] = make([]float64, len(columns.keys))
		p.fit(fitted[t], p.all(), wordsCost)
	}
	return columns.weights(fitted)
}
