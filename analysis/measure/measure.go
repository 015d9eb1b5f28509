// Package measure turns counts into findings: one file for each kind of
// finding, each of them a value in the table All.
package measure

import (
	"iter"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A Measure is one kind of finding. Run gives tables and tests; analysis then
// withholds small groups and only afterwards calls Say for each finding's
// title, so that no sentence can tell what a table hides.
type Measure struct {
	Name  string // ID of its section, and the first part of its findings' IDs
	Words bool   // it tells of what people wrote, and needs enough who wrote something
	Books bool   // it tells of themes, and is run for each codebook
	Title string // of its section
	Doc   string // what it answers, a sentence
	Run   func(*Pass) []findings.Finding
	Say   func(*findings.Finding) string
}

// All lists the measures in the order in which a report tells them.
var All = []*Measure{
	Respondents, Themes, ByRole, ByQuestion, Tone, Together, Mirror, Channels,
	Summary, Scales, Choices, ByGroup, Emerging, Quotes, Highlight,
}

// A Pass is what measures work from: a finished tally, and the coded comments
// for those that need single words again.
type Pass struct {
	Survey   *survey.Survey
	Themes   []codebook.Theme // of the pass's codebook
	Channels []codebook.Theme // of the channels codebook, which follow all themes in codings
	Book     Book             // where the run has several codebooks
	Newest   int              // month of the newest answer, year*12 + month; 0 when no answer has a date
	Human    []string         // findings of a summary among the sources, as its authors worded them
	Chosen   bool             // some comments were chosen by a summary's authors: chance is not the only error
	Stated   int              // respondents as a source states them; 0 when none does
	Sources  []string         // file names
	Invited  []Invited        // to answer, as far as that is known
	Sample   *Sample          // that shares are corrected by; nil for none
	Tally    *tally.Tally
	Small    int64 // groups of fewer people are withheld
	Coded    func(keep func(respondent int) bool) iter.Seq2[*Comment, error]
	Show     func(*Comment) func(start, end int) string // pieces of the comment, with names masked and space trimmed

	layout tally.Layout
	at     items
	err    error
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

// everything yields the same to all questions.
func (p *Pass) everything(keep func(respondent int) bool) iter.Seq[*Comment] {
	return func(yield func(*Comment) bool) {
		for c, err := range p.Coded(keep) {
			if err != nil {
				p.err = err
				return
			}
			if !yield(p.own(c)) {
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
	Roles      []survey.Role
	Codings    []codebook.Coding
	Elsewhere  []codebook.Coding // by other codebooks than the pass's
}

// items are the places of what is counted in the layout.
type items struct {
	role, roles, side, file, state, lang, month int
	wave                                        int // -1 where no waves are known
	themes, groups, tones                       int
	channels, channelTones                      int
	under                                       int
	answers                                     []int // by question; -1 for those that are not closed
	themesAt, tonesAt                           []int // by question; -1 for those that are not open
	drawn                                       drawn // of a sample
}

// months is how far back the calendar of respondents goes.
const months = 36

// Layout declares all that the measures count, and returns it for a tally.
func (p *Pass) Layout() *tally.Layout {
	l, at := &p.layout, &p.at
	role, file := p.Survey.Index(survey.RoleID), p.Survey.Index(survey.FileID)
	roles := len(survey.Roles())
	at.role = l.Add(tally.Answers("role", role, roles))
	at.roles = l.Add(tally.Sets("roles", role, roles))
	at.side = l.Add(tally.Only("side", role, roles))
	at.file = l.Add(tally.Answers("file", file, len(p.Survey.Questions[file].Choices)))
	at.state = l.Add(tally.States("state"))
	at.lang = l.Add(tally.Languages("language"))
	at.month = l.Add(tally.Months("month", p.Newest, months))
	at.themes = l.Add(p.anywhere("themes", len(p.Themes), p.theme))
	at.groups = l.Add(p.anywhere("groups", len(p.Groups()), p.group()))
	at.tones = l.Add(p.anywhere("tones", len(p.Themes)*tones, p.tone))
	at.channels = l.Add(tally.Coded("channels", tally.Anywhere, len(p.Channels), p.channel))
	at.channelTones = l.Add(tally.Coded("channels.tones", tally.Anywhere, len(p.Channels)*tones, p.channelTone))
	at.under = -1
	if len(p.Human) > 0 {
		at.under = l.Add(tally.Under("under", len(p.Human), len(p.Themes)))
	}
	for _, by := range []int{at.role, at.file, at.lang, at.month} {
		l.Cross(at.state, by)
	}
	l.Cross(at.role, at.file)
	for _, item := range []int{at.themes, at.groups, at.tones, at.channels, at.channelTones} {
		l.Cross(item, at.role)
		l.Cross(item, at.side)
	}
	l.Cross(at.themes, at.themes)
	p.questions(role, file)
	at.wave = -1
	if wave := p.Survey.Index(survey.WaveID); wave >= 0 {
		at.wave = at.answers[wave]
		l.Cross(at.state, at.wave)
	}
	p.crossInvited()
	p.countSample()
	return l
}

// questions declares what is counted for each question, and within the groups
// asked for.
func (p *Pass) questions(role, file int) {
	l, at := &p.layout, &p.at
	for i, q := range p.Survey.Questions {
		answers, themesAt, tonesAt := -1, -1, -1
		switch {
		case i == role:
			answers = at.role
		case i == file:
			answers = at.file
		case q.Kind == survey.Open && p.reads(i):
			themesAt = l.Add(tally.Coded("themes@"+q.ID, i, len(p.Themes), p.theme))
			tonesAt = l.Add(tally.Coded("tones@"+q.ID, i, len(p.Themes)*tones, p.tone))
			for _, by := range []int{at.role, at.side} {
				l.Cross(themesAt, by)
				l.Cross(tonesAt, by)
			}
		case len(q.Choices) > 0:
			answers = l.Add(tally.Answers(q.ID, i, len(q.Choices)))
			l.Cross(answers, at.role)
		}
		at.answers = append(at.answers, answers)
		at.themesAt = append(at.themesAt, themesAt)
		at.tonesAt = append(at.tonesAt, tonesAt)
	}
	for _, item := range p.splitItems() {
		l.Cross(at.themes, item)
	}
}

// splits lists the questions asked for as splits, besides the role, which
// always is one.
func (p *Pass) splits() []int {
	var splits []int
	for i, q := range p.Survey.Questions {
		if q.By && q.Use != survey.RoleUse && len(q.Choices) > 0 {
			splits = append(splits, i)
		}
	}
	return splits
}

// splitItems are their places in the layout.
func (p *Pass) splitItems() []int {
	var items []int
	for _, q := range p.splits() {
		items = append(items, p.at.answers[q])
	}
	return items
}

// Enough reports whether enough people answered for a measure to say
// anything: what is told of fewer tells of each of them.
func (p *Pass) Enough(m *Measure) bool {
	_, wrote := p.Tally.Count(p.at.themes)
	return m == Respondents || p.Tally.People() >= p.Small && (!m.Words || wrote >= p.Small)
}

// tones is the number of tones of a mention.
const tones = int(survey.Wish) + 1

func (p *Pass) theme(theme int, _ survey.Tone) int {
	if theme = p.local(theme); theme >= len(p.Themes) {
		return -1
	}
	return theme
}

func (p *Pass) tone(theme int, tone survey.Tone) int {
	if theme = p.local(theme); theme < 0 || theme >= len(p.Themes) {
		return -1
	}
	return theme*tones + int(tone)
}

func (p *Pass) channel(theme int, _ survey.Tone) int { return p.local(theme) - len(p.Themes) }

func (p *Pass) channelTone(theme int, tone survey.Tone) int {
	if theme = p.local(theme); theme < len(p.Themes) {
		return -1
	}
	return (theme-len(p.Themes))*tones + int(tone)
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

func (p *Pass) group() func(int, survey.Tone) int {
	groups, of := p.Groups(), make([]int, len(p.Themes))
	for i, t := range p.Themes {
		of[i] = slices.Index(groups, t.Group)
	}
	return func(theme int, _ survey.Tone) int {
		if theme = p.local(theme); theme < 0 || theme >= len(of) {
			return -1
		}
		return of[theme]
	}
}
