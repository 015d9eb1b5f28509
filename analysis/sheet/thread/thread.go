// Package thread reads posts with comments: what a post asks, and what each
// person wrote below it.
package thread

import "strconv"

// A Thread is what a post says besides its comments.
type Thread struct {
	Title       string
	Questions   []string // the questions posed, in order
	Respondents int      // as the post states it; 0 when it doesn't
	Findings    []string // the numbered findings of a summary, in order; an entry's Under counts them from 1
}

// An Entry is what one person wrote, or the part of it that answers one
// question.
type Entry struct {
	Line     int    // where it begins in the file, from 1
	Author   string // "" for an unsigned comment
	Role     string // only what the signature states ("Natalie, parent")
	Question int    // counts Thread.Questions from 1; 0 for the post as a whole
	Text     string
	Kind     Kind
	Under    int    // the finding that a quote stands under, or 0
	When     string // ISO 8601 where the date could be read, else as written
	Comment  int    // counts what people wrote from 1: entries that share it are the parts of one comment that answers several questions
}

// Kind says how a text came onto the page.
type Kind string

// The kinds of entry. Quotes and highlights were picked by the authors of a
// summary.
const (
	Comment   Kind = "comment"
	Quote     Kind = "quote"
	Highlight Kind = "highlight"
)

// Columns name the cells of an entry.
var Columns = []string{"author", "role", "question", "text", "kind", "under", "when", "comment"}

// Cells returns the entry as the cells of a row; numbers that are 0 are "".
func (e *Entry) Cells() []string {
	return []string{e.Author, e.Role, ordinal(e.Question), e.Text, string(e.Kind), ordinal(e.Under), e.When, ordinal(e.Comment)}
}

func ordinal(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
