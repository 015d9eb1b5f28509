package learn

import (
	"regexp"
	"slices"
	"sync"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

//go:generate go run ./newbase -o base.model newbase/comments.jsonl

// A Base is what is known of a codebook's themes before anything of a study is
// checked: what words, and what the rules found, say of each theme, and how far
// to trust either.
type Base struct {
	themes   []string // their IDs
	evidence []float64
	words    *weights
}

// What the parts of a base are learnt with; the values are those that did best
// on comments that the base had not seen.
const (
	wordsCost    = 18
	wordsPrior   = -2 // log odds of a theme in a text of which nothing is known
	evidenceCost = 1
	weighings    = 4 // parts of the comments, each weighed by words of the others
)

// givenFrom is the probability above which a theme is given. On comments that the
// base had not seen, F1 was the same from 0.5 to 0.57, and three in four of those
// given were right in stories too: in a report, a theme that is given wrongly is
// worse than one that is missed.
const givenFrom = 0.57

// NewBase learns from comments, and from the codebook's own patterns and
// examples, which words go with each theme, and how far to trust that and the
// rules. The latter it learns from people to whom the words that weigh their
// comments owe nothing.
func NewBase(rules *codebook.Rules, s *survey.Survey, comments []Example) *Base {
	themes := rules.Themes()
	b := &Base{evidence: make([]float64, evidences)}
	for _, t := range themes {
		b.themes = append(b.themes, t.ID)
	}
	book, p := docsOf(themes), &problem{}
	for fold := range weighings {
		var others, these []Example
		for _, ex := range comments {
			if ex.Respondent%weighings == fold {
				these = append(these, ex)
			} else {
				others = append(others, ex)
			}
		}
		b.words = learnWords(themes, slices.Concat(book, coded(rules, s, others)))
		t := newTable(rules, b, s, these)
		t.addPairs(p, t.all())
	}
	p.fitFew(b.evidence, p.all(), evidenceCost)
	b.words = learnWords(themes, slices.Concat(book, coded(rules, s, comments)))
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

// slots returns each theme's place in the base; -1 for one that it doesn't know.
func (b *Base) slots(themes []codebook.Theme) []int {
	knows := b.Knows(themes)
	slots := make([]int, len(themes))
	for i, t := range themes {
		if slots[i] = -1; knows {
			slots[i] = slices.Index(b.themes, t.ID)
		}
	}
	return slots
}

// A doc is a text that is known to have themes.
type doc struct {
	text   string
	lang   survey.Lang
	asked  string            // the question that it answers, if one
	found  []codebook.Coding // by the rules
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
		r, codings := ex.codeBy(rules)
		d := doc{text: ex.Comment.Text, lang: r.Comments[0].Lang, found: codings}
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

// learnWords returns what each word, run of letters and few words together, and
// each pattern that was found, says about each theme. It learns of all themes at
// once, which halves the minutes that a base takes.
func learnWords(themes []codebook.Theme, docs []doc) *weights {
	read := make([][]feature, len(docs))
	from := make([]int, len(docs))
	ruled := newRuled(themes)
	for i, d := range docs {
		p := passage{}.cut(d.text)
		read[i] = merge(slices.Concat(p.features(d.lang), posed(d.asked), ruled.features(nil, d.found)))
		from[i] = i
	}
	columns := shared(read, from)
	columns.dampen(read)
	p := &problem{}
	for _, features := range read {
		p.add(columns.row(features), wordsPrior)
	}
	fitted := make([][]float64, len(themes))
	var each sync.WaitGroup
	for t := range themes {
		each.Go(func() {
			of := *p
			for _, d := range docs {
				of.yes = append(of.yes, slices.Contains(d.themes, t))
			}
			fitted[t] = make([]float64, len(columns.keys))
			of.fit(fitted[t], of.all(), wordsCost)
		})
	}
	each.Wait()
	return columns.weights(fitted)
}
