package evaluate

import (
	"cmp"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

// A Gold is comments that people coded.
type Gold struct {
	Themes []Theme  // that people looked for, in the order of the codebook
	Coders []string // people who coded, by name; none where the files don't tell
	Cases  []Case   // in the order of the files
	People [][]int  // indexes of the cases of each person, by first comment
	Notes  []string // what of the files was left out, a sentence each

	asked []string // names of the questions, in the order of their first comments
	voted bool     // of some cases, what was agreed on is what more than half of several coders say
}

// A Theme is one that people looked for.
type Theme struct {
	codebook.Theme
	index int // in the coder's Themes
}

// A Case is one comment with what people said of it.
type Case struct {
	Comment   review.Comment
	NoContent bool    // somebody marked it as saying nothing
	Codes     Codes   // what they agreed on
	By        []Codes // by coder; nil for one who didn't code it
}

// Codes are what somebody said of a comment, by theme of a Gold.
type Codes []Mark

// A Mark says whether a comment has a theme, and in which tone.
type Mark uint8

// The marks; the others are toned(t).
const (
	absent  Mark = iota
	unasked      // nobody was asked, or whoever was left it open
	ticked       // there, in no stated tone
	firstToned
)

func toned(t survey.Tone) Mark { return firstToned + Mark(t) }

// found reports whether the theme is there.
func (m Mark) found() bool { return m >= ticked }

// tone returns the tone of a mark, if it has one.
func (m Mark) tone() (survey.Tone, bool) { return survey.Tone(m - firstToned), m >= firstToned }

// Right returns what people agreed on in case i, as codings of comment k of a
// response: what a coder could learn from. Their bytes are those of the whole
// text; a theme that was ticked without a tone is neutral.
func (g *Gold) Right(i, k int) []codebook.Coding {
	var codings []codebook.Coding
	for t, m := range g.Cases[i].Codes {
		if !m.found() {
			continue
		}
		tone, ok := m.tone()
		if !ok {
			tone = survey.Neutral
		}
		codings = append(codings, codebook.Coding{
			Comment: k, Theme: g.Themes[t].index, End: len(g.Cases[i].Comment.Text), Tone: tone, By: codebook.ByPerson, Rule: -1, P: 1,
		})
	}
	return codings
}

// all returns the indexes of all cases.
func (g *Gold) all() []int {
	all := make([]int, len(g.Cases))
	for i := range all {
		all[i] = i
	}
	return all
}

// of returns what one coder said, by case.
func (g *Gold) of(coder int) []Codes {
	codes := make([]Codes, len(g.Cases))
	for i := range g.Cases {
		codes[i] = g.Cases[i].By[coder]
	}
	return codes
}

// others returns what most of the other coders said, by case.
func (g *Gold) others(coder int) []Codes {
	codes := make([]Codes, len(g.Cases))
	for i := range g.Cases {
		codes[i] = majority(slices.Delete(slices.Clone(g.Cases[i].By), coder, coder+1), len(g.Themes))
	}
	return codes
}

// A part is some of the cases.
type part struct {
	name  string
	cases []int
}

// part tells the cases apart, in the order in which the parts first come.
func (g *Gold) part(by By) []part {
	var parts []part
	at := map[string]int{}
	for i := range g.Cases {
		c := &g.Cases[i].Comment
		name := map[By]string{Language: c.Lang, Set: c.Set, Role: c.Role, Question: c.Question}[by]
		name = cmp.Or(name, "not stated")
		p, ok := at[name]
		if !ok {
			p = len(parts)
			at[name] = p
			parts = append(parts, part{name: name})
		}
		parts[p].cases = append(parts[p].cases, i)
	}
	return parts
}
