// Package thread reads posts with comments, from plain text, saved web pages and
// the exports of blogs: what a post asks, and what each person wrote below it.
// E-mail addresses, links and IP addresses of writers stay behind.
package thread

import "strconv"

// A Thread is what a post says besides its comments.
type Thread struct {
	Title       string
	Questions   []string // the questions posed, in order
	Respondents int      // as the post states it; 0 when it doesn't
	Findings    []string // the numbered findings of a summary, in order; an entry's Under counts them from 1
}

// A Page is a post and what people wrote below it.
type Page struct {
	Thread  *Thread
	Entries []Entry
}

// An Export is what a file holds of posts with comments.
type Export struct {
	Encoding string // as found, such as "UTF-8"
	Pages    []Page // each with at least one comment, except that of a web page
	Notes    []string
}

// An Entry is what one person wrote, or the part of it that answers one
// question.
type Entry struct {
	Line     int    // where to find it, from 1: its line in plain text, else which of the file's comments it is (those left out count too); 0 within the post of an export
	Author   string // "" for an unsigned comment
	Role     string // only what the signature states ("Natalie, parent")
	Question int    // counts Thread.Questions from 1; 0 for the post as a whole
	Text     string
	Kind     Kind
	Under    int    // the finding that a quote stands under, or 0
	When     string // ISO 8601 where the date could be read, else as written
	Reply    int    // the Comment that it replies to, or 0
	Inferred bool   // Question was told from its words, not from a number, a heading or the question repeated
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
var Columns = []string{"author", "role", "question", "text", "kind", "under", "when", "comment", "reply", "inferred"}

// Cells returns the entry as the cells of a row; numbers that are 0 are "".
func (e *Entry) Cells() []string {
	inferred := ""
	if e.Inferred {
		inferred = "yes"
	}
	return []string{e.Author, e.Role, ordinal(e.Question), e.Text, string(e.Kind), ordinal(e.Under), e.When, ordinal(e.Comment), ordinal(e.Reply), inferred}
}

func ordinal(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
