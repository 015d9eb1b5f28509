// Package findings is the waist of the program: what analysis found, in
// tables whose every cell knows its base, interval and caveats. Analysis
// writes findings and knows no layout; reports lay them out and compute
// nothing, so that no two of them can disagree.
//
// # findings.json
//
// WriteJSON writes a report as one object, always with the same keys in the
// same order, so that two runs can be compared line by line:
//
//	lang      "en" or "es": what the report is written in
//	title     string
//	made      time of the newest answer, RFC 3339 in UTC, or null
//	summary   [string]: the sentences to say aloud
//	sources   [{file, format, encoding, rows, used, respondents, stated,
//	            refused: [{row, column, reason}], no_content, not_read,
//	            role_from, notes: [string], withheld}]
//	sections  [{id, title, findings}]
//	codebook  [{id, label, group, definition, include: [string], exclude: [string],
//	            asset, ask: [string], practices: [{text, source}]}]
//	method    [{title, text}]
//	notes     [{title, text}]
//	withheld  [{where, group, rule}]: what is not told, and why
//
// and findings is a list of
//
//	id, title, about
//	table     {columns: [{name, unit, key, corrected, weighted}],
//	           rows: [[{label, key, number, bound, low, high, base, hidden, caveats: [string]}]]}
//	figure    {kind, title, caption, label, values: [column]} or null
//	tests     [{name, why, statistic, df, p, q, effect: {value, low, high, level, base},
//	            measure, caveats: [string]}]
//	quotes    [{text, role, theme, tone, source}]
//	notes     [{title, text}]
//
// No key is ever left out. A number that there is none of is null, and so is the
// base of a cell without one; a list that is empty is [], a text that is empty is
// "". Names, labels and titles are in the report's language; an id or a key is the
// same in every one.
//
// Shares are in [0,1] and differences of shares in [-1,1], unrounded. unit is
// label, count, share, points, ratio or mean; bound is "", or "at least" or "at
// most" of a number that is told no closer; kind is bars, dots, diverge, slope,
// heat, likert or line. stated is 0 where the source states no number of
// respondents. The counts of a source that is withheld are 0. The comments and the
// logo are no part of it.
package findings

import (
	"iter"
	"time"

	"commonground/analysis/say"
	"commonground/analysis/stats"
)

// A Report is all that one run found.
type Report struct {
	Lang     say.Language // that it is written in
	Title    string
	Logo     *Picture  // the school's; nil for none
	Made     time.Time // of the newest answer, in UTC; zero when no answer has a date
	Summary  []string  // the three sentences to say aloud
	Sources  []Source
	Sections []Section
	Codebook []Theme
	Method   []Note
	Notes    []Note
	Withheld []Withheld                       // what is not told, and why
	Comments func() iter.Seq2[Comment, error] // redacted, in an order that links nothing; can be ranged over again; nil where none may be shown
}

// A Section groups the findings of one subject, in the order to tell them.
type Section struct {
	ID       string    `json:"id"` // "themes", "mirror"
	Title    string    `json:"title"`
	Findings []Finding `json:"findings"`
}

// A Finding is one answer to one question that a reader might ask.
type Finding struct {
	ID     string       `json:"id"`    // stable: "themes.by.role" is an anchor, a sheet, a file name
	Title  string       `json:"title"` // the sentence to remember
	About  string       `json:"about"` // the question or the theme, where the section has a finding for each of several; "" else
	Table  Table        `json:"table"`
	Figure *Figure      `json:"figure"` // nil where there is nothing to show
	Tests  []stats.Test `json:"tests"`
	Quotes []Quote      `json:"quotes"`
	Notes  []Note       `json:"notes"`
}

// A Table holds a finding's numbers. Rows[i][j] belongs to Columns[j].
type Table struct {
	Columns []Column `json:"columns"`
	Rows    [][]Cell `json:"rows"`
}

// A Column says what its cells are.
type Column struct {
	Name string `json:"name"`
	Unit Unit   `json:"unit"`
	Key  string `json:"key"` // what it stands for in any language: "share", "parent", "praise", the ID of a theme or a question

	Corrected bool `json:"corrected"` // by a blind sample; the same shares as coded have the same key
	Weighted  bool `json:"weighted"`  // to known margins; the same shares unweighted have the same key
}

// A Cell is one label or one number.
type Cell struct {
	Label     string
	Key       string   // what the label stands for in any language: "parent", "everyone", a theme's ID; "" for people's own words and for numbers
	Number    float64  // NaN for a cell without a number
	Bound     Bound    // whether it is the number, or the least or the most that this can be
	Low, High float64  // NaN for a cell without an interval
	Base      int64    // people that a share rests on; 0 where that has no meaning
	Hidden    bool     // withheld: Number, Low and High are NaN then
	Estimated bool     // of more people than its base, as a corrected share is: no count of these
	Caveats   []string // a short phrase each
}

// A Figure says how a finding is drawn. It has no numbers of its own: Label
// and Values are indexes of the table's columns.
type Figure struct {
	Kind    FigureKind `json:"kind"`
	Title   string     `json:"title"`   // of the axis: "Share of the people who wrote something"
	Caption string     `json:"caption"` // base and source, one sentence
	Label   int        `json:"label"`   // the column whose labels name the bars
	Values  []int      `json:"values"`  // the columns drawn, in order
}

// FigureKind is a way to draw a table.
type FigureKind uint8

// The kinds of figure.
const (
	Bars    FigureKind = iota // one share a row, with its interval
	Dots                      // two or more shares a row on one line, a role each
	Diverge                   // tones a row: concern to the left of zero, wish, neutral and praise to the right
	Slope                     // two shares a row joined by a line: what one side wants, what the other believes
	Heat                      // a square of numbers, row by column
	Likert                    // a scale's choices a row, stacked around its middle, lowest first
	Line                      // numbers that change from row to row, a line each
)

// A Source is one file that was read.
type Source struct {
	File        string    `json:"file"`
	Format      string    `json:"format"`
	Encoding    string    `json:"encoding"`
	Rows        int       `json:"rows"` // data rows read: used and refused together
	Used        int       `json:"used"` // rows that are part of a response
	Respondents int       `json:"respondents"`
	Stated      int       `json:"stated"` // respondents as the source itself states; 0 when it doesn't
	Refused     []Refusal `json:"refused"`
	NoContent   int       `json:"no_content"` // answers like "n/a"
	NotRead     int       `json:"not_read"`   // answers in a language without patterns
	RoleFrom    string    `json:"role_from"`
	Notes       []string  `json:"notes"`
	Withheld    bool      `json:"withheld"` // its counts would tell of too few people: they are 0
}

// A Refusal is a row that is part of no response.
type Refusal struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	Reason string `json:"reason"`
}

// A Withheld says what a report does not tell, by no number.
type Withheld struct {
	Where string `json:"where"` // "Everywhere", or which tables
	Group string `json:"group"` // "Role: Staff"
	Rule  string `json:"rule"`
}

// A Theme is what readers need to know of a theme of the codebook.
type Theme struct {
	ID         string   `json:"id"`
	Label      string   `json:"label"`
	Group      string   `json:"group"`
	Definition string   `json:"definition"`
	Include    []string `json:"include"`
	Exclude    []string `json:"exclude"`

	Asset     string     `json:"asset"`     // the theme said by its strengths, a sentence; "" for none
	Ask       []string   `json:"ask"`       // questions for a staff to talk over
	Practices []Practice `json:"practices"` // things to try
}

// A Practice is something that a school can try.
type Practice struct {
	Text   string `json:"text"`   // a sentence
	Source string `json:"source"` // what it is based on
}

// A Note is one thing to know, a sentence or two.
type Note struct {
	Title string `json:"title"` // "Base"; "" for a plain remark
	Text  string `json:"text"`
}

// A Quote is words that may be shown.
type Quote struct {
	Text   string `json:"text"`   // redacted
	Role   string `json:"role"`   // keys, which RoleWords says: "parent", "parent, teacher"
	Theme  string `json:"theme"`  // label of the theme, or ""
	Tone   string `json:"tone"`   // a key, which ToneWord says
	Source string `json:"source"` // file and question, never a row
}

// A Comment is one coded answer that may be shown: redacted, and not linked to
// other answers of its respondent.
type Comment struct {
	Role     string // "parent", "parent, teacher", or "" where withheld
	Question string
	Text     string
	Codes    []Code
}

// A Code is a theme given to a comment.
type Code struct {
	Theme string // the theme's ID
	Tone  string
}
