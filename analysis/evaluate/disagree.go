package evaluate

import (
	"iter"
	"strconv"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
)

// A Disagreement is a theme that some coders found in a comment and others
// didn't: something to talk over.
type Disagreement struct {
	Theme   string   `json:"theme"`
	Comment string   `json:"comment"` // its ID, its respondent or its number
	Text    string   `json:"text"`
	Found   []string `json:"found"` // coders who found the theme
	Not     []string `json:"not"`   // coders who read the comment and didn't
}

// disagreements lists them by theme, then in the order of the comments.
func (g *Gold) disagreements() []Disagreement {
	all := []Disagreement{}
	for t, theme := range g.Themes {
		for i := range g.Cases {
			d := Disagreement{Theme: theme.ID, Comment: g.name(i), Text: g.Cases[i].Comment.Text}
			for c, codes := range g.Cases[i].By {
				switch {
				case codes == nil || codes[t] == unasked:
				case codes[t] == absent:
					d.Not = append(d.Not, g.Coders[c])
				default:
					d.Found = append(d.Found, g.Coders[c])
				}
			}
			if len(d.Found) > 0 && len(d.Not) > 0 {
				all = append(all, d)
			}
		}
	}
	return all
}

// ToSettle returns the sheet on which coders settle what they differ in, and its
// rows: the comments with a disagreement, in which the themes in dispute are left
// open, as are those that nobody was asked for, and the others stand as agreed on.
func (g *Gold) ToSettle() (review.Sheet, iter.Seq2[review.Row, error]) {
	themes := make([]codebook.Theme, len(g.Themes))
	for t := range g.Themes {
		themes[t] = g.Themes[t].Theme
	}
	return review.Sheet{Themes: themes, Disputed: true}, func(yield func(review.Row, error) bool) {
		for i := range g.Cases {
			if row, differ := g.toSettle(i); differ && !yield(row, nil) {
				return
			}
		}
	}
}

// toSettle returns a case as a row, and whether its coders differ.
func (g *Gold) toSettle(i int) (row review.Row, differ bool) {
	c := &g.Cases[i]
	row = review.Row{
		Role: c.Comment.Role, Question: c.Comment.Question, Lang: c.Comment.Lang, Text: c.Comment.Text, NoContent: c.NoContent,
		Tones: make([]string, len(g.Themes)),
	}
	row.Respondent, _ = strconv.Atoi(c.Comment.Respondent) // 0 is nobody's: the words find the answer then
	var who []string
	for t := range g.Themes {
		row.Tones[t] = c.Codes[t].cell()
		if c.Codes[t] == unasked {
			row.Tones[t] = review.Undecided
		}
		said := g.saidOf(i, t)
		if said == nil {
			continue
		}
		row.Tones[t] = review.Undecided
		who = append(who, g.Themes[t].ID+": "+strings.Join(said, ", "))
	}
	row.Why = strings.Join(who, "; ")
	return row, len(who) > 0
}

// saidOf says what each coder says of a theme of a case; nil where they agree.
func (g *Gold) saidOf(i, theme int) []string {
	var said []string
	found, not := false, false
	for c, codes := range g.Cases[i].By {
		if codes == nil || codes[theme] == unasked {
			continue
		}
		what := codes[theme].cell()
		if what == "" {
			what = "no"
		}
		said = append(said, g.Coders[c]+" "+what)
		found, not = found || codes[theme].found(), not || !codes[theme].found()
	}
	if !found || !not {
		return nil
	}
	return said
}

// cell is what a sheet has under the theme.
func (m Mark) cell() string {
	if tone, ok := m.tone(); ok {
		return tone.String()
	}
	if m.found() {
		return "x"
	}
	return ""
}
