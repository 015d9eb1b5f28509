// Package measure turns counts into findings: one file for each kind of
// finding, each of them a value in the table All.
package measure

import (
	"iter"
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A Measure is one kind of finding. Run gives tables and tests. By then the tally
// has forgotten what would tell of too few people: a group that is withheld has
// nobody in it, and a pool stands at the first of its choices. Analysis withholds
// what rests on too few for another reason, and only afterwards calls Say for
// each finding's title, so that no sentence can tell what a table hides.
type Measure struct {
	Name  string      // ID of its section, and the first part of its findings' IDs
	Words bool        // it tells of what people wrote, and needs enough who wrote something
	Books bool        // it tells of themes, and is run for each codebook
	Title string      // of its section
	Doc   string      // what it answers, a sentence
	Count func(*Pass) // declares what it counts besides what all do; nil for nothing
	Run   func(*Pass) []findings.Finding
	Say   func(*findings.Finding) string
}

// All lists the measures in the order in which a report tells them.
var All = []*Measure{
	Respondents, Themes, ByRole, ByQuestion, Tone, Together, Mirror, Change, Balance, Leaning, Channels,
	Summary, Scales, Items, Choices, ByGroup, Emerging, Quotes, Highlight,
}

// A Pass is what measures work from: a finished tally, and the coded comments
// for those that need single words again.
type Pass struct {
	Survey    *survey.Survey
	Themes    []codebook.Theme // of the pass's codebook
	Channels  []codebook.Theme // of the channels codebook, which follow all themes in codings
	Book      Book             // where the run has several codebooks
	Newest    int              // month of the newest answer, year*12 + month; 0 when no answer has a date
	Human     []string         // findings of a summary among the sources, as its authors worded them
	Chosen    bool             // some comments were chosen by a summary's authors: chance is not the only error
	Stated    int              // respondents as a source states them; 0 when none does
	Sources   []string         // file names
	Asks      [][]int          // by source: the questions that it asks
	Invited   []Invited        // to answer, as far as that is known
	Published *findings.Report // last year's, as it was published; nil for none
	Sample    *Sample          // that shares are corrected by; nil for none
	Tally     *tally.Tally
	Small     int64 // groups of fewer people are withheld
	Coded     func(keep func(respondent int) bool) iter.Seq2[*Comment, error]
	Show      func(*Comment) func(start, end int) string // pieces of the comment, with names masked and space trimmed

	Census *privacy.Census // of all splits, by the first codebook's pass
	Told   *privacy.Groups // which groups may be told of; set by Withhold

	layout   tally.Layout
	at       items
	cuts     []split
	retold   map[int]retold // by item
	cameTold map[int]int64  // of those invited, by place: how many may be told to have answered
	picked   [][]int        // scratch of Enroll
	withheld []findings.Withheld
	err      error
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

// items are the places of what is counted in the layout.
type items struct {
	role, roles, side, file, state, lang, month int
	sources                                     int // files, as those of the newest wave are named
	wave                                        int // of all waves, as is what addEver declares; -1 where no waves are known
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
	at.wave = -1
	if wave := p.Survey.Index(survey.WaveID); wave >= 0 {
		at.wave = l.Add(p.everAnswers(wave))
	}
	at.role = p.add(tally.Answers("role", role, roles))
	at.roles = p.add(tally.Sets("roles", role, roles))
	at.side = p.add(tally.Only("side", role, roles))
	at.file = p.add(tally.Answers("file", file, len(p.Survey.Questions[file].Choices)))
	at.sources = p.add(tally.Answers("sources", file, len(p.Survey.Questions[file].Choices)))
	at.state = p.add(tally.States("state"))
	at.lang = p.add(tally.Languages("language"))
	at.month = p.add(tally.Months("month", p.Newest, months))
	at.themes = p.add(p.anywhere("themes", len(p.Themes), p.theme))
	at.groups = p.add(p.anywhere("groups", len(p.Groups()), p.group()))
	at.tones = p.add(p.anywhere("tones", len(p.Themes)*tones, p.tone))
	at.channels = p.add(tally.Coded("channels", tally.Anywhere, len(p.Channels), p.channel))
	at.channelTones = p.add(tally.Coded("channels.tones", tally.Anywhere, len(p.Channels)*tones, p.channelTone))
	at.under = -1
	if len(p.Human) > 0 {
		at.under = p.add(tally.Under("under", len(p.Human), len(p.Themes)))
	}
	for _, item := range []int{at.themes, at.groups, at.tones, at.channels, at.channelTones} {
		l.Cross(item, at.role)
		l.Cross(item, at.side)
	}
	l.Cross(at.themes, at.themes)
	p.questions(role, file)
	p.addEver(tally.States("state"))
	p.countInvited()
	for _, m := range All {
		if m.Count != nil {
			m.Count(p)
		}
	}
	p.splitPeople()
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
			themesAt = p.add(tally.Coded("themes@"+q.ID, i, len(p.Themes), p.theme))
			tonesAt = p.add(tally.Coded("tones@"+q.ID, i, len(p.Themes)*tones, p.tone))
			for _, by := range []int{at.role, at.side} {
				l.Cross(themesAt, by)
				l.Cross(tonesAt, by)
			}
		case len(q.Choices) > 0:
			answers = p.add(tally.Answers(q.ID, i, len(q.Choices)))
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
// always is one, and the wave, which Change is about.
func (p *Pass) splits() []int {
	var splits []int
	for i, q := range p.Survey.Questions {
		if q.By && q.Use != survey.RoleUse && q.Use != survey.WaveUse && len(q.Choices) > 0 {
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
	return m == Respondents || p.People() >= p.Small && (!m.Words || wrote >= p.Small)
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
