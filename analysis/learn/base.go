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
	wordsCost    = 3
	wordsPrior   = -3 // log odds of a theme in a text of which nothing is known
	evidenceCost = 1
	weighings    = 3 // parts of the unseen comments, each weighed by words of the others
)

// startFrom is the least probability at which a theme is given as long as
// nothing is learnt of it. It is below a half: that makes F1 greatest.
const startFrom = 0.35

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
	told := slices.Concat(docsOf(themes), coded(rules, comments))
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
		b.words = learnWords(themes, slices.Concat(told, coded(rules, others)))
		newTable(rules, b, s, these).addPairs(p)
	}
	p.fitFew(b.evidence, p.all(), evidenceCost)
	b.words = learnWords(themes, slices.Concat(told, coded(rules, unseen)))
	return b
}

// None returns a base that knows nothing: what starts from it starts from the
// rules alone.
func None() *Base {
	return &Base{evidence: make([]float64, evidences), words: newWeights(0, nil, nil)}
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
	themes []int
}

// docsOf returns what a codebook says of its themes.
func docsOf(themes []codebook.Theme) []doc {
	var docs []doc
	for i, t := range themes {
		for _, p := range t.Patterns {
			docs = append(docs, doc{notWords.ReplaceAllString(p.Source, " "), p.Lang, []int{i}})
		}
		for _, s := range t.Include {
			docs = append(docs, doc{s, survey.English, []int{i}})
		}
		for _, ex := range t.Examples {
			if !ex.Counter {
				docs = append(docs, doc{ex.Text, ex.Lang, []int{i}})
			}
		}
	}
	return docs
}

// notWords are the parts of a pattern that stand for no words of their own.
var notWords = regexp.MustCompile(`@[a-z0-9-]+|~[0-9]+~?|[*()|]`)

// coded returns examples as docs.
func coded(rules *codebook.Rules, examples []Example) []doc {
	var docs []doc
	for i := range examples {
		ex := &examples[i]
		r, _ := ex.codeBy(rules)
		d := doc{text: ex.Comment.Text, lang: r.Comments[0].Lang}
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
	rd := newReader(themes, &survey.Survey{})
	read := make([][]feature, len(docs))
	from := make([]int, len(docs))
	for i, d := range docs {
		read[i] = once(rd.readWords(d.text, d.lang))
		from[i] = i
	}
	columns := shared(read, from)
	p := &problem{}
	for _, features := range read {
		p.add(row(features, columns), wordsPrior)
	}
	values := make([]float32, len(themes)*len(columns))
	p.yes = make([]bool, len(docs))
	w := make([]float64, len(columns))
	for t := range themes {
		for i, d := range docs {
			p.yes[i] = slices.Contains(d.themes, t)
		}
		p.fit(w, p.all(), wordsCost)
		for j, v := range w {
			values[j*len(themes)+t] = float32(v)
		}
	}
	return newWeights(len(themes), columns, values).rounded()
}
