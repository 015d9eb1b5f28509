package learn

import (
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// A Point of a learning curve says how well comments are coded after so many
// were checked: the mean of several draws.
type Point struct {
	Checked           int
	Precision, Recall float64 // of all themes together
	F1                float64
	Low, High         float64 // F1 of the worst and of the best draw
}

// Curve draws respondents at random, learns from so many of their comments, and
// codes those of respondents that no size reaches. Sizes, ascending, that leave
// less than a third of the examples to be coded are left out. The same seeds are
// drawn each time. Only themes that some example has are counted: others were
// not looked for.
func Curve(rules *codebook.Rules, b *Base, s *survey.Survey, examples []Example, sizes []int, draws int) []Point {
	for len(sizes) > 0 && 3*sizes[len(sizes)-1] > 2*len(examples) {
		sizes = sizes[:len(sizes)-1]
	}
	points := make([]Point, len(sizes))
	asked := make([]bool, len(rules.Themes()))
	for i := range examples {
		for _, c := range examples[i].Codes {
			asked[c.Theme] = true
		}
	}
	for draw := range draws {
		order := drawn(examples, uint64(draw))
		if len(sizes) == 0 {
			break
		}
		rest := order[reach(order, sizes[len(sizes)-1]):]
		for i, n := range sizes {
			m, _ := Train(rules, b, s, order[:reach(order, n)])
			f := m.test(rest, asked)
			p := &points[i]
			p.Checked = n
			p.Precision += f.Precision() / float64(draws)
			p.Recall += f.Recall() / float64(draws)
			p.F1 += f.F1() / float64(draws)
			if p.High = max(p.High, f.F1()); draw == 0 || f.F1() < p.Low {
				p.Low = f.F1()
			}
		}
	}
	return points
}

// drawn returns the examples with the respondents in random order.
func drawn(examples []Example, seed uint64) []Example {
	var people []int
	of := map[int][]Example{}
	for _, ex := range examples {
		if of[ex.Respondent] == nil {
			people = append(people, ex.Respondent)
		}
		of[ex.Respondent] = append(of[ex.Respondent], ex)
	}
	shuffle(people, seed)
	order := make([]Example, 0, len(examples))
	for _, p := range people {
		order = append(order, of[p]...)
	}
	return order
}

// reach returns where the respondent ends who says the nth comment; 0 for the
// 0th.
func reach(order []Example, n int) int {
	for n > 0 && n < len(order) && order[n].Respondent == order[n-1].Respondent {
		n++
	}
	return n
}

// test counts how the model codes comments that a person coded, theme by theme
// of those that were looked for and decided on.
func (m *Model) test(examples []Example, asked []bool) stats.Fourfold {
	var f stats.Fourfold
	for i := range examples {
		_, codings := examples[i].codeBy(m)
		for theme, ok := range asked {
			if !ok || slices.Contains(examples[i].Open, theme) {
				continue
			}
			_, given := codebook.ToneOf(codings, theme)
			has := slices.ContainsFunc(examples[i].Codes, func(c Code) bool { return c.Theme == theme })
			f.Count(given, has)
		}
	}
	return f
}
