// Package codebook holds what themes there are and finds them in comments: it
// turns comments into codings, each with the bytes and the rule that earned it.
//
// A pattern is written in words:
//
//	trust                    the word, whatever its case, accents or quotes
//	communicat*              any word that begins so
//	on the same page         these words in a row
//	keep ~3 informed         with up to three words between
//	what do * want           with exactly one word between
//	(call|text|e-mail*) me   any of these; they may be of several words
//
// A hyphen in a pattern may be a hyphen, a space or nothing in the text; in the
// text, hyphens and other punctuation only part words. "don't" is "dont", and a
// possessive 's does not count. No match goes beyond the end of a sentence.
package codebook

import "commonground/analysis/survey"

// A Codebook is a set of themes with the rules by which they are found.
type Codebook struct {
	ID      string
	Title   string
	Version string
	Hash    string // hex SHA-256 of the file, shortened to 12 digits
	Themes  []Theme
}

// A Theme is one thing that comments speak of.
type Theme struct {
	ID         string // lower-case words joined by hyphens; unique in a codebook
	Label      string
	Group      string
	Definition string
	Include    []string
	Exclude    []string
	Patterns   []Pattern
	Unless     []Pattern // a mention that overlaps one of these is stopped
	Examples   []Example
}

// A Pattern is one rule, as its author wrote it.
type Pattern struct {
	Lang   survey.Lang // English or Spanish
	Source string      // such as "keep ~3 informed"
	Line   int         // in the codebook's file, from 1
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
	Rule       int     // index into the theme's Patterns; -1 unless By is ByRule
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
