// Package measure turns counts into findings: one file for each kind of
// finding, each of them a value in the table All.
package measure

import (
	"iter"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/review"
	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A Measure is one kind of finding. Run gives tables and tests. By then the tally
// has forgotten what would tell of too few people: a group that is withheld has
// nobody in it, and a pool stands at the first of its choices. Analysis withholds
// what rests on too few for another reason, and only afterwards has Finish say
// each finding's title, so that no sentence can tell what a table hides. Title and
// Doc are in English, to be said in the report's language.
type Measure struct {
	Name  string      // ID of its section, and the first part of its findings' IDs
	Words bool        // it tells of what people wrote, and needs enough who wrote something
	Books bool        // it tells of themes, and is run for each codebook
	Title string      // of its section
	Doc   string      // what it answers, a sentence
	Count func(*Pass) // declares what it counts besides what all do; nil for nothing
	Run   func(*Pass) []findings.Finding
	Say   func(say.Language, *findings.Finding) string
}

// All lists the measures in the order in which a report tells them.
var All = []*Measure{
	Respondents, Themes, ByRole, ByQuestion, Tone, Together, Mirror, Change, Balance, Leaning, Channels,
	Summary, Scales, Items, Choices, ByGroup, Emerging, Quotes, Highlight,
}

// A Pass is what measures work from: a finished tally, and the coded comments
// for those that need single words again. There is one for each codebook of a
// run; but for the codebook and the tally, they are copies of each other.
type Pass struct {
	// What was read, and how to tell of it.
	Lang    say.Language // of all texts that findings have
	Small   int64        // groups of fewer people are withheld
	Survey  *survey.Survey
	Sources []string // file names
	Asks    [][]int  // by source: the questions that it asks
	Newest  int      // month of the newest answer, year*12 + month; 0 when no answer has a date
	Stated  int      // respondents as a source states them; 0 when none does
	Human   []string // findings of a summary among the sources, as its authors worded them
	Chosen  bool     // some comments were chosen by a summary's authors: chance is not the only error

	// What is known besides.
	Invited   []Invited        // to answer, as far as that is known
	Margins   []Margin         // to weight people to
	Published *findings.Report // last year's, as it was published; nil for none
	Checks    *review.Checks   // what people decided on; nil for nothing
	Sample    *Sample          // that shares are corrected by; nil for none

	// What people wrote about.
	Themes   []codebook.Theme // of the pass's codebook
	Channels []codebook.Theme // of the channels codebook, which follow all themes in codings
	Book     Book             // where the run has several codebooks
	Tally    *tally.Tally
	Coded    func(keep func(respondent int) bool) iter.Seq2[*Comment, error]
	Show     func(*Comment) func(start, end int) string // pieces of the comment, with names masked and space trimmed

	// What is decided before anything is measured, for all passes alike.
	Census    *privacy.Census // of all splits, by the first codebook's pass
	Told      *privacy.Groups // which groups may be told of; set by Withhold
	Weighting *Weighting      // of the people of all passes; nil for none

	// What is counted; set by Layout.
	layout  tally.Layout
	at      items
	cuts    []split
	margins []margin
	left    []string // what margins people can't be weighted by, a sentence each

	// What is told of it; set by Withhold.
	retold    map[int]retold  // by item
	writers   map[int][][]int // by item: the places of those of each of its choices who wrote something, as retold has them
	cameTold  map[int]int64   // of those invited, by place: how many may be told to have answered
	withheld  []findings.Withheld
	concealed map[int][]spoke // by theme: shares that are withheld, as far as that is known
	shareSets *privacy.Sums   // of the groups that shares are told of

	picked [][]int // scratch of Enroll
	err    error   // for Err
}

// coded yields the coded comments of the respondents to keep, to the questions
// that the codebook reads; an error ends them and is kept for Err.
func (p *Pass) coded(keep func(respondent int) bool) iter.Seq[*Comment] {
	return func(yield func(*Comment) bool) {
		for c := range p.everything(keep) {
			if p.reads(c.Question) && !yield(c) {
				return
			}
		}
	}
}

// everything yields the same to all questions. Both leave earlier waves out.
func (p *Pass) everything(keep func(respondent int) bool) iter.Seq[*Comment] {
	return func(yield func(*Comment) bool) {
		for c, err := range p.Coded(keep) {
			if err != nil {
				p.err = err
				return
			}
			if !c.Earlier && !yield(p.own(c)) {
				return
			}
		}
	}
}

func everybody(int) bool { return true }

// Err returns the error that ended a reading of the coded comments, if any.
func (p *Pass) Err() error { return p.err }

// A Comment is one coded text of the spool.
type Comment struct {
	survey.Comment
	Respondent int
	Unquotable bool // the writer did not agree to be quoted
	Earlier    bool // of a wave before the newest
	Danger     bool // it seems to tell of danger to somebody
	Roles      []survey.Role
	Codings    []codebook.Coding
	Elsewhere  []codebook.Coding // by other codebooks than the pass's
}

// Enough reports whether enough people answered for a measure to say
// anything: what is told of fewer tells of each of them.
func (p *Pass) Enough(m *Measure) bool {
	_, wrote := p.Tally.Count(p.at.themes)
	return m == Respondents || p.People() >= p.Small && (!m.Words || wrote >= p.Small)
}

// Groups returns the groups of the main codebook's themes, in order.
func (p *Pass) Groups() []string {
	var groups []string
	for _, t := range p.Themes {
		if t.Group != "" && !slices.Contains(groups, t.Group) {
			groups = append(groups, t.Group)
		}
	}
	return groups
}
