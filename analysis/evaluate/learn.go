package evaluate

import (
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/learn"
)

// Examples returns the cases on which people agreed as a model learns from them,
// and the index of each one's case.
func (g *Gold) Examples() (examples []learn.Example, cases []int) {
	for p, r := range g.Responses() {
		for k, i := range g.People[p] {
			ex := learn.Example{Respondent: r.Respondent, Comment: r.Comments[k]}
			for _, right := range g.Right(i, k) {
				ex.Codes = append(ex.Codes, learn.Code{Theme: right.Theme, Tone: right.Tone})
			}
			for t, m := range g.Cases[i].Codes {
				if m == unasked {
					ex.Open = append(ex.Open, g.Themes[t].index)
				}
			}
			examples, cases = append(examples, ex), append(cases, i)
		}
	}
	return examples, cases
}

// Crossval has the comments of each person coded by a model that learnt from
// those of others alone, and returns what was found by case.
func (g *Gold) Crossval(rules *codebook.Rules, base *learn.Base) []Coded {
	s := g.Survey()
	rules.Ask(s)
	coded := g.Code(learn.Start(rules, base, s).Code)
	examples, cases := g.Examples()
	for n, codings := range learn.Crossval(rules, base, s, examples) {
		coded[cases[n]].Codings = codings
	}
	return coded
}

// Share makes two golds answer one survey, so that what is learnt from one can
// code the other.
func (g *Gold) Share(other *Gold) {
	for _, q := range other.asked {
		g.ask(q)
	}
	other.asked = g.asked
}

// ask adds a question, unless it is there.
func (g *Gold) ask(question string) {
	if !slices.Contains(g.asked, question) {
		g.asked = append(g.asked, question)
	}
}

// A Point is learn.Point as JSON has it.
type Point struct {
	Checked   int     `json:"checked"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
}

// Curve says how well comments are coded after so many others were checked; see
// learn.Curve.
func (g *Gold) Curve(rules *codebook.Rules, base *learn.Base, sizes []int, draws int) []Point {
	s := g.Survey()
	rules.Ask(s)
	examples, _ := g.Examples()
	points := []Point{}
	for _, p := range learn.Curve(rules, base, s, examples, sizes, draws) {
		points = append(points, Point(p))
	}
	return points
}
