package evaluate

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"commonground/analysis/survey"
)

// A Confusion is where the machine went wrong about a theme.
type Confusion struct {
	Theme   string    `json:"theme"`
	False   int       `json:"false"`   // comments in which the machine alone found it
	Words   []Words   `json:"words"`   // that misled it, the most frequent first
	Instead []Count   `json:"instead"` // themes that people found in those comments, and the machine didn't
	Missed  []Missing `json:"missed"`  // comments in which people alone found it, in their order
}

// Words are what a wrong code rests on.
type Words struct {
	Words    string   `json:"words"`    // in lower case
	Comments []string `json:"comments"` // IDs of the comments, or their numbers
}

// A Count is a theme and how many comments have it.
type Count struct {
	Theme string `json:"theme"`
	Times int    `json:"times"`
}

// Missing is a comment in which the machine missed a theme.
type Missing struct {
	Comment  string   `json:"comment"` // its ID or its number
	Question string   `json:"question"`
	Text     string   `json:"text"`
	Found    []string `json:"found"` // the themes that the machine found in it
}

// confusions lists the mistakes, by theme of the gold.
func (g *Gold) confusions(codings []Coded, machine []Codes) []Confusion {
	var all []Confusion
	for t, theme := range g.Themes {
		c := Confusion{Theme: theme.ID, Words: []Words{}, Instead: []Count{}, Missed: []Missing{}}
		words, instead := map[string][]string{}, map[string]int{}
		for i := range g.Cases {
			right, given := g.Cases[i].Codes, machine[i]
			switch {
			case right[t] == absent && given[t].found():
				c.False++
				for _, w := range misled(&codings[i], theme.index, g.Cases[i].Comment.Text) {
					words[w] = append(words[w], g.name(i))
				}
				for _, other := range g.ids(right, given) {
					instead[other]++
				}
			case right[t].found() && !given[t].found():
				at := g.Cases[i].Comment
				c.Missed = append(c.Missed, Missing{g.name(i), at.Question, at.Text, g.ids(given, nil)})
			}
		}
		for _, w := range slices.Sorted(maps.Keys(words)) {
			c.Words = append(c.Words, Words{w, words[w]})
		}
		slices.SortStableFunc(c.Words, func(a, b Words) int { return len(b.Comments) - len(a.Comments) })
		for _, id := range slices.Sorted(maps.Keys(instead)) {
			c.Instead = append(c.Instead, Count{id, instead[id]})
		}
		slices.SortStableFunc(c.Instead, func(a, b Count) int { return b.Times - a.Times })
		all = append(all, c)
	}
	return all
}

// misled returns the words that earned a theme, each once.
func misled(c *Coded, theme int, text string) []string {
	var all []string
	for _, k := range c.Codings {
		if k.Theme != theme {
			continue
		}
		words := strings.ToLower(strings.Join(strings.Fields(text[k.Start:k.End]), " "))
		if !slices.Contains(all, words) {
			all = append(all, words)
		}
	}
	return all
}

// ids returns the themes that codes have and others haven't.
func (g *Gold) ids(codes, others Codes) []string {
	ids := []string{}
	for t := range g.Themes {
		if codes[t].found() && (others == nil || !others[t].found()) {
			ids = append(ids, g.Themes[t].ID)
		}
	}
	return ids
}

// name is how a list calls a case: as people find it again in their sheet, where
// it has an ID or a respondent.
func (g *Gold) name(i int) string {
	c := &g.Cases[i].Comment
	if c.ID == "" && c.Respondent != "" {
		return "respondent " + c.Respondent
	}
	return cmp.Or(c.ID, "#"+strconv.Itoa(i+1))
}

// tones counts pairs of tones, the most frequent first.
func (g *Gold) tones(machine []Codes) []ToneCount {
	var times [tones][tones]int
	for i := range g.Cases {
		for t, m := range g.Cases[i].Codes {
			right, ok := m.tone()
			given, both := machine[i][t].tone()
			if ok && both {
				times[right][given]++
			}
		}
	}
	var all []ToneCount
	for a, row := range times {
		for b, n := range row {
			if n > 0 {
				all = append(all, ToneCount{survey.Tone(a).String(), survey.Tone(b).String(), n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b ToneCount) int { return b.Times - a.Times })
	return all
}
