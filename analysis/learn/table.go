package learn

import (
	"math/rand/v2"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// An Example is a comment with the codes that a person gave it.
type Example struct {
	Respondent int
	Comment    survey.Comment // as it was before it was coded
	Codes      []Code
	Open       []int // themes that the person left undecided: indexes into the coder's Themes
}

// A Code is a theme that a person found in a comment.
type Code struct {
	Theme int // index into the coder's Themes
	Tone  survey.Tone
}

// A table is the examples as models see them. Rows are examples that have words
// to be read.
type table struct {
	themes   int
	enough   bool // rows to learn from
	columns  columns
	rows     [][]entry   // what is in the comment
	square   []float64   // by row: the sum of the squares of its values
	gold     [][]bool    // by theme and row: found by the person
	open     [][]bool    // by theme and row: left undecided, so that nothing is learnt from it; nil where nothing is
	prior    [][]float64 // by theme and row: the log odds from rules and base
	evidence [][][]entry // by theme and row; empty for themes that the base doesn't know
	person   []int       // by row
	example  []int       // by row
}

func newTable(rules *codebook.Rules, b *Base, s *survey.Survey, examples []Example) *table {
	t := &table{themes: len(rules.Themes())}
	t.gold, t.prior, t.evidence = make([][]bool, t.themes), make([][]float64, t.themes), make([][][]entry, t.themes)
	if slices.ContainsFunc(examples, func(ex Example) bool { return len(ex.Open) > 0 }) {
		t.open = make([][]bool, t.themes)
	}
	around := newSurrounding(rules.Themes(), s)
	w, words := newWeigher(rules, b, s), newGlossary(b.words)
	var read [][]feature
	for i := range examples {
		ex := &examples[i]
		r, codings := ex.codeBy(rules)
		if r.Comments[0].State != survey.Read {
			continue
		}
		c := &r.Comments[0]
		p := passage{}.cut(c.Text)
		like, inOne := words.tell(p, c.Lang)
		w.weigh(like, inOne, c.Question, codings, len(p.words))
		read = append(read, merge(around.features(p.features(c.Lang), c, codings)))
		t.person = append(t.person, ex.Respondent)
		t.example = append(t.example, i)
		for theme := range t.themes {
			hit := slices.ContainsFunc(codings, func(k codebook.Coding) bool { return k.Theme == theme })
			gold := slices.ContainsFunc(ex.Codes, func(k Code) bool { return k.Theme == theme })
			t.gold[theme] = append(t.gold[theme], gold)
			if t.open != nil {
				t.open[theme] = append(t.open[theme], slices.Contains(ex.Open, theme))
			}
			t.prior[theme] = append(t.prior[theme], w.odds(theme, hit))
			t.evidence[theme] = append(t.evidence[theme], slices.Clone(w.row))
		}
	}
	t.enough = len(read) >= Enough
	t.columns = shared(read, t.person)
	for _, features := range read {
		e := t.columns.row(features)
		t.rows = append(t.rows, e)
		t.square = append(t.square, square(e))
	}
	return t
}

// decided are those of the rows on which the person decided whether they have a
// theme.
func (t *table) decided(theme int, rows []int) []int {
	if t.open == nil {
		return rows
	}
	var all []int
	for _, r := range rows {
		if !t.open[theme][r] {
			all = append(all, r)
		}
	}
	return all
}

// folds divides rows into parts, all of a person's in one, and returns for each
// part the rows outside of it and those in it.
func (t *table) folds(rows []int) (in, out [][]int) {
	var people []int
	for _, r := range rows {
		people = append(people, t.person[r])
	}
	slices.Sort(people)
	people = slices.Compact(people)
	shuffle(people, 1)
	part := make(map[int]int, len(people))
	for i, p := range people {
		part[p] = i % parts
	}
	in, out = make([][]int, parts), make([][]int, parts)
	for _, r := range rows {
		for f := range parts {
			if part[t.person[r]] == f {
				out[f] = append(out[f], r)
			} else {
				in[f] = append(in[f], r)
			}
		}
	}
	return in, out
}

func shuffle[T any](s []T, seed uint64) {
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
}
