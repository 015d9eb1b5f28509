// Package codebook holds what themes there are and finds them in comments: it
// turns comments into codings, each with the bytes and the rule that earned it.
//
// A pattern is written in words:
//
//	trust                    the word, whatever its case, accents or quotes
//	communicat*              any word that begins so
//	TELL                     the word in all its forms: tell, tells, told, telling
//	on the same page         these words in a row
//	keep ~3 informed         with up to three words between
//	what do * want           with exactly one word between
//	(call|text|e-mail*) me   any of these; they may be of several words
//	@parent                  any of the set that the codebook names parent
//	@parent ~5~ blame        both, in either order, with up to five words between
//
// Of a theme's patterns, one is enough. Hints are patterns that are not: it takes
// two, close by. The kinds of questions that a codebook names say where a hint
// is enough, and where even a pattern needs company.
//
// A hyphen in a pattern may be a hyphen, a space or nothing in the text; in the
// text, hyphens and other punctuation only part words. "don't" is "dont", and a
// possessive 's does not count. No match goes beyond the end of a sentence.
//
// A word in capitals is written as in a dictionary: the verb without endings, in
// Spanish the infinitive (DECIR finds dijo), the noun in the singular, and in the
// masculine where it has both (HIJO finds hijas). It stands by itself: TELL/CALL is
// refused, (TELL|CALL) is not. An acronym may stand in capitals too, unless it is
// also a word: ACT finds acting, where act does not.
package codebook

import "commonground/analysis/survey"

// A Codebook is a set of themes with the rules by which they are found.
type Codebook struct {
	ID      string
	Title   string
	Spanish string // the title; "" where none is written
	Version string
	Hash    string   // 12 hex digits that change with what the file says, and not with how it is laid out
	Sets    []Set    // of words, which patterns name
	Asked   []*Asked // in the order of its file
	Themes  []Theme
	Parts   []Part // of a codebook that Join made: those that it was made of
}

// A Set is words that have a name, so that many patterns can use them:
// "@school" is teacher, teachers, staff and so on.
type Set struct {
	Lang  survey.Lang
	Name  string   // lower-case words joined by hyphens; unique in a language
	Words []string // each a pattern, which may name sets above this one
}

// Asked is a kind of question, told by its text. Answers to it may be read for
// more than those to others: asked what to improve about how the school
// communicates, "faster please" is about communication.
type Asked struct {
	Name     string
	Patterns []Pattern // found in the text of such a question, whatever its language
}

// A Theme is one thing that comments speak of.
type Theme struct {
	ID         string // lower-case words joined by hyphens; unique in a codebook
	Label      string
	Group      string
	Definition string
	Include    []string
	Exclude    []string
	Spanish    Wording    // of these; empty where its author wrote none
	Against    string     // ID of the theme that is its opposite; its own where praise is to be set against concern; "" for none
	Asset      Words      // the theme said by its strengths, a sentence
	Ask        []Words    // questions for a staff to talk over
	Practices  []Practice // things to try
	Patterns   []Pattern
	Unless     []Pattern // a mention that overlaps one of these is stopped
	Examples   []Example
	Inherited  []*Asked // a short answer to such a question has this theme if it has no other
	Expected   []*Asked // in an answer to such a question, one hint is enough
	Seldom     []*Asked // in an answer to such a question, a pattern needs company too
	Reads      []string // IDs of the questions whose answers it is looked for in; nil for all
}

// Words are a text in the languages that its author wrote it in.
type Words map[survey.Lang]string

// A Practice is something that a school can try.
type Practice struct {
	Text   Words  // a sentence
	Source string // what it is based on
}

// A Pattern is one rule, as its author wrote it.
type Pattern struct {
	Lang   survey.Lang // English or Spanish
	Source string      // such as "keep ~3 informed"
	Line   int         // in the codebook's file, from 1
	Full   string      // Source with its sets and capitals written out; Source where this is empty
	Hint   bool        // counts only in company, or where the theme is expected
	Asked  *Asked      // looked for only in answers to such a question; nil for any
}

// An Example is a comment that the theme must find, or must leave alone.
type Example struct {
	Lang    survey.Lang
	Text    string
	Counter bool // must be left alone
	Line    int  // in the codebook's file, from 1
}

// A Coding is one mention of one theme in one comment.
type Coding struct {
	Comment    int // index into Response.Comments
	Theme      int // index into the coder's Themes
	Start, End int // the bytes of Comment.Text that earned it
	Tone       survey.Tone
	By         Source
	Rule       int     // index into the theme's Patterns; -1 for a theme that the question lends, and unless By is ByRule
	P          float64 // probability, 1 for rules and persons
}

// Source says who or what gave a code.
type Source uint8

// The sources of codings.
const (
	ByRule Source = iota
	ByModel
	ByPerson
)

// A Coder finds themes in responses. Code reads each comment of r once: it
// sets the comment's Lang and State (NoContent, NotRead or Read), raises the
// state of the answer it belongs to, and appends a Coding for every mention,
// ordered by comment, start and theme. It is safe for concurrent use.
type Coder interface {
	Name() string
	Themes() []Theme
	Code(dst []Coding, r *survey.Response) []Coding
}
