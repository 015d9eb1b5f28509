package intake

import (
	"slices"

	"commonground/analysis/survey"
)

// Joined tells of a question that files ask in different words, and that was
// taken for one without being told so.
type Joined struct {
	ID    string
	Texts []string
	Files []string // that each text was found in first
}

// A posing is a question in the words of one file.
type posing struct {
	text    string
	file    string
	source  int
	wording wording
}

// pose notes that a table asks a question in those words.
func (q *questionnaire) pose(question int, text string, t *table) {
	a := q.questions[question]
	for _, p := range a.posings {
		if p.source == t.source && p.text == text {
			return
		}
	}
	w := wordingOf(text)
	a.posings = append(a.posings, posing{text: text, file: t.file, source: t.source, wording: w})
	if key := w.key(); !slices.Contains(q.byWording[key], question) {
		q.byWording[key] = append(q.byWording[key], question)
	}
}

// question returns the text of the question that the column answers, and of
// the item that it is for.
func (c *column) question() (text, item string) {
	if c.box {
		return c.head, ""
	}
	return c.name, c.item
}

// taken returns the questions that columns ask in the very words that are
// known already.
func (q *questionnaire) taken(columns []*column) map[int]bool {
	taken := map[int]bool{}
	for _, c := range columns {
		text, _ := c.question()
		if i, ok := q.byKnown[c.known]; ok {
			taken[i] = true
		} else if i, ok := q.byText[textKey(text)]; ok {
			taken[i] = true
		}
	}
	return taken
}

// place returns the index of the question that a column of the table asks: one
// in the same words, or in nearly the same in another file, or a new one.
func (q *questionnaire) place(t *table, c *column, taken map[int]bool) int {
	text, item := c.question()
	if c.known != nil {
		return q.askKnown(c.known, text)
	}
	key := textKey(text)
	if _, ok := q.byText[key]; !ok {
		if i := q.nearest(t, c, text, taken); i >= 0 {
			q.byText[key], q.guessed[key] = i, true
			return i
		}
	}
	return q.ask(text, item)
}

// maxCandidates bounds the questions that one is compared with: more have been
// made from one pattern, and a misspelling would join the wrong ones.
const maxCandidates = 500

// nearest returns the question of other files that the text is nearest to, or
// -1 where none is near or several are as near as each other.
func (q *questionnaire) nearest(t *table, c *column, text string, taken map[int]bool) int {
	own := wordingOf(text)
	best, least := -1, 0
	candidates := q.byWording[own.key()]
	if len(candidates) > maxCandidates {
		return -1
	}
	for _, i := range candidates {
		asked := q.questions[i]
		if taken[i] || asked.in(t.source) || !asked.alike(c, t.columns) {
			continue
		}
		for k := range asked.posings {
			d, ok := near(&own, &asked.posings[k].wording)
			switch {
			case !ok:
			case best < 0 || d < least:
				best, least = i, d
			case d == least && best != i:
				return -1
			}
		}
	}
	return best
}

// in reports whether a source asks the question.
func (a *question) in(source int) bool {
	return slices.ContainsFunc(a.posings, func(p posing) bool { return p.source == source })
}

// alike reports whether a column's cells answer the question as those of other
// files do: in the same kind, and by the same choices.
func (a *question) alike(c *column, columns []*column) bool {
	if len(a.columns) == 0 {
		return a.posed && c.shape == survey.Open
	}
	first := a.columns[0]
	switch {
	case c.shape != first.shape || (c.kind == AttributeKind) != (first.kind == AttributeKind):
		return false
	case c.shape == survey.Scale && a.given == nil:
		return c.scale == first.scale
	case c.shape == survey.Single, c.shape == survey.Multiple, c.shape == survey.Scale:
		return overlap(c.choices(columns), a.choicesSoFar()) >= 0.5
	}
	return true
}

func (a *question) choicesSoFar() []string {
	if a.given != nil {
		return a.given.all
	}
	var all []string
	for _, c := range a.columns {
		all = append(all, c.choices(a.columns)...)
	}
	return all
}

// choices returns what the column, or those of its question that stand beside
// it, give to choose from.
func (c *column) choices(columns []*column) []string {
	var all []string
	switch {
	case c.box:
		for _, o := range columns {
			if o.box && o.head == c.head {
				all = append(all, o.item)
			}
		}
	case c.split != nil:
		return c.split.all
	default:
		for _, v := range c.values {
			if !isNothing(v.text) {
				all = append(all, v.text)
			}
		}
	}
	return all
}

// overlap returns the share of the smaller set of choices that the other has.
func overlap(a, b []string) float64 {
	in := func(all []string) map[string]bool {
		set := map[string]bool{}
		for _, c := range all {
			set[label(c)] = true
		}
		return set
	}
	x, y := in(a), in(b)
	shared := 0
	for c := range x {
		if y[c] {
			shared++
		}
	}
	return float64(shared) / float64(max(1, min(len(x), len(y))))
}

// joined tells which questions were joined by their wording.
func (q *questionnaire) joined() []Joined {
	var all []Joined
	for _, a := range q.questions {
		j := Joined{ID: a.ID}
		var seen []string
		guessed := false
		for _, p := range a.posings {
			key := textKey(p.text)
			guessed = guessed || q.guessed[key]
			if !slices.Contains(seen, key) {
				seen = append(seen, key)
				j.Texts, j.Files = append(j.Texts, p.text), append(j.Files, p.file)
			}
		}
		if guessed {
			all = append(all, j)
		}
	}
	return all
}
