package intake

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// given are the choices of a question as the plan lists them.
type given struct {
	all    []string
	listed int            // how many of them the plan lists; those behind were found
	labels map[string]int // places by label
	folds  map[string]int // places by folded text; -1 where several choices have it
	scale  *scale         // that all choices are levels of, of those known; nil for none
	levels map[int]int    // places by level of the scale
	own    *scale         // that the choices make, lowest first
}

// newGiven returns the choices of a plan's question; nil where it lists none.
func newGiven(choices []string) *given {
	if choices == nil {
		return nil
	}
	g := &given{all: slices.Clone(choices), listed: len(choices), labels: map[string]int{}, folds: map[string]int{}, own: &scale{name: "listed"}}
	for i, c := range choices {
		g.labels[label(c)] = i
		if _, twice := g.folds[fold(c)]; twice {
			i = -1
		}
		g.folds[fold(c)] = i
		level := phrases{fold(c)}
		if number, words := numbered(fold(c)); number != "" {
			level = append(level, words, number)
		}
		g.own.levels = append(g.own.levels, level)
	}
	for _, s := range scales {
		levels := map[int]int{}
		for i, c := range choices {
			levels[s.level(c)] = i
		}
		if _, off := levels[-1]; !off && len(levels) == len(choices) {
			g.scale, g.levels = s, levels
			break
		}
	}
	return g
}

// find returns the place of the choice that a text names in its own words, but
// for case, punctuation and a number before them, or in those of another
// language; or -1.
func (g *given) find(text string) int {
	if i, ok := g.labels[label(text)]; ok {
		return i
	}
	folded := fold(text)
	if i, ok := g.folds[folded]; ok {
		return i
	}
	if number, words := numbered(folded); number != "" {
		for _, part := range []string{words, number} {
			if i, ok := g.folds[part]; ok {
				return i
			}
		}
	}
	if g.scale != nil {
		if i, ok := g.levels[g.scale.level(text)]; ok {
			return i
		}
	}
	return -1
}

// numbered takes the number off the front of a folded answer, if it has one:
// "5 - Completely".
func numbered(folded string) (number, words string) {
	number, words, ok := strings.Cut(folded, " ")
	if !ok || strings.Trim(number, "0123456789") != "" {
		return "", folded
	}
	return number, words
}

// maxChoiceParts is how many commas, plus one, a choice may have in it.
const maxChoiceParts = 8

// maxNew bounds the choices that are added to those listed; more of them are
// words of the respondents' own.
const maxNew = 24

// addFound adds the choices that columns name and the plan doesn't list, such
// as a language that is new this year.
func (g *given) addFound(kind survey.Kind, columns []*column) {
	var found []string
	for _, c := range columns {
		if c.over || c.open {
			return
		}
		for _, v := range c.values {
			if besides(v.text) || c.box && isUnmarked(v.text) {
				continue
			}
			_, rest := g.picks(kind, c.said(v.text))
			for _, choice := range rest {
				if !slices.ContainsFunc(found, func(f string) bool { return label(f) == label(choice) }) {
					found = append(found, choice)
				}
			}
		}
	}
	if len(found) > maxNew {
		return
	}
	for _, choice := range found {
		g.labels[label(choice)] = len(g.all)
		g.all = append(g.all, choice)
	}
}

// picks returns the places of the choices that a cell names, ascending, and
// what else it names.
func (g *given) picks(kind survey.Kind, cell string) (picks []int, rest []string) {
	if i := g.find(cell); i >= 0 {
		return []int{i}, nil
	}
	if kind != survey.Multiple {
		return nil, []string{cell}
	}
	sep := ","
	if strings.Contains(cell, ";") {
		sep = ";"
	}
	parts := strings.Split(strings.TrimRight(cell, sep+" "), sep)
	for len(parts) > 0 {
		n := min(len(parts), maxChoiceParts) // of the parts that make the longest choice: "Phone, text or e-mail"
		for n > 1 && g.find(strings.Join(parts[:n], sep)) < 0 {
			n--
		}
		part := strings.TrimSpace(strings.Join(parts[:n], sep))
		if i := g.find(part); i < 0 && part != "" {
			rest = append(rest, part)
		} else if i >= 0 && !slices.Contains(picks, i) {
			picks = append(picks, i)
		}
		parts = parts[n:]
	}
	slices.Sort(picks)
	return picks, rest
}

// unlisted says how many answers the plan's choices of a question don't list, so
// that they are skipped. What they are is among the doubts: it may be people's
// own words.
func (a *question) unlisted() []string {
	if a.given == nil {
		return nil
	}
	n := 0
	for _, c := range a.columns {
		for _, v := range c.values {
			if picks, rest := a.given.picks(a.Kind, c.said(v.text)); len(rest) > 0 && len(picks) == 0 && a.doubt(c, v.text) != "" {
				n += v.n
			}
		}
	}
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Answers to %q that are not among its choices, and are read as skipped: %d; inspect shows which. If they are choices, add them to the question's list.", a.Text, n)}
}
