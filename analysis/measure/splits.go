package measure

import (
	"slices"
	"strings"
	"unicode"

	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A split is an item by which people are told apart, as it is told: Withhold has
// the tally forget, before anything is measured, what would tell of too few.
type split struct {
	privacy.Split
	id    string
	by    int     // the item
	from  int     // an item of the same people, in none of whose choices somebody counts twice
	picks [][]int // the choices of by that each choice of from stands for
}

// splitPeople lists the splits, and declares what is counted to tell them. Those
// that matter most come first, since later ones give way.
func (p *Pass) splitPeople() {
	l, at := &p.layout, &p.at
	roles := split{id: survey.RoleID, by: at.role, from: at.roles, picks: sets(len(survey.Roles()))}
	roles.Lang, roles.Title, roles.Names, roles.Apart = p.Lang, p.Say("Role"), slices.Clone(survey.Roles()), []int{survey.Parent.Choice(), survey.Teacher.Choice()}
	p.cuts = []split{roles}
	if at.wave >= 0 {
		p.cuts = append(p.cuts, p.plain(survey.WaveID, p.Say("Wave"), at.wave, p.waves()))
		if item := l.Index(waveRole); item >= 0 {
			p.cuts = append(p.cuts, p.waveRoles(item))
		}
	}
	for q := range p.Survey.Questions {
		if p.tellsApart(q) {
			p.cuts = append(p.cuts, p.answersSplit(q))
		}
	}
	lang := p.plain(langCut, p.Say("Language"), at.lang, p.langNames())
	lang.Kind, lang.Words = privacy.Pools, true
	month := p.plain(monthCut, p.Say("Month"), at.month, p.monthNames())
	month.Kind, month.Latest = privacy.Joins, true
	ever := l.Add(tally.Answers("file"+everSuffix, p.Survey.Index(survey.FileID), len(p.Sources)))
	p.cuts = append(p.cuts, lang, p.plain(fileCut, p.Say("File"), ever, p.Sources), p.plain(survey.FileID, p.Say("File"), at.file, p.Sources), month)
	for _, s := range p.cuts {
		for _, item := range l.Crossed(s.by) {
			l.Cross(item, s.from)
		}
	}
	for _, item := range l.Crossed(at.side) {
		l.Cross(item, at.roles)
	}
}

// plain is a split by an item whose choices nobody, or hardly anybody, has
// several of.
func (p *Pass) plain(id, title string, item int, names []string) split {
	s := split{id: id, by: item, from: item}
	s.Lang, s.Title, s.Names = p.Lang, title, slices.Clone(names)
	for i := range names {
		s.picks = append(s.picks, []int{i})
	}
	return s
}

// waveRoles is the split by wave and role together.
func (p *Pass) waveRoles(item int) split {
	l := &p.layout
	roles := tally.Sets("roles", p.Survey.Index(survey.RoleID), len(survey.Roles()))
	s := split{id: waveRole, by: item, from: l.Add(tally.Both(waveRole+".sets", l.Items[p.at.wave], roles))}
	s.Lang, s.Title = p.Lang, p.Say("Wave and role")
	for i, wave := range p.waves() {
		for _, role := range survey.Roles() {
			s.Names = append(s.Names, wave+", "+findings.RolePeople(p.Lang, role))
		}
		for _, set := range sets(len(survey.Roles())) {
			var picks []int
			for _, role := range set {
				picks = append(picks, i*len(survey.Roles())+role)
			}
			s.picks = append(s.picks, picks)
		}
	}
	return s
}

func (p *Pass) answersSplit(q int) split {
	question := p.Survey.Questions[q]
	s := p.plain(question.ID, question.Text, p.at.answers[q], question.Choices)
	s.Kind, s.Whole = privacy.Pools, true
	if question.Kind == survey.Scale || graded(question.Choices) {
		s.Kind = privacy.Joins
	}
	if question.Kind == survey.Multiple && len(question.Choices) <= mostTogether {
		s.from = p.add(tally.Sets(question.ID+".sets", q, len(question.Choices)))
		s.picks = sets(len(question.Choices))
	}
	return s
}

// mostTogether is how many choices a question of which a person may choose several
// has at most, for it to be a split: what is counted doubles with each.
const mostTogether = 10

// tellsApart reports whether a question with choices tells people apart: one
// that was asked for as a split, or a fact about them.
func (p *Pass) tellsApart(q int) bool {
	question := &p.Survey.Questions[q]
	special := question.Use == survey.RoleUse || question.Use == survey.FileUse || question.Use == survey.WaveUse
	counted := slices.ContainsFunc(p.Invited, func(i Invited) bool { return i.Question == question.ID })
	known := slices.ContainsFunc(p.Margins, func(m Margin) bool { return m.Question == question.ID })
	return len(question.Choices) > 0 && !special && (question.By || question.Use == survey.Attribute || counted || known)
}

// graded reports whether choices stand in an order, as grades do: nearly all of
// them have a number.
func graded(choices []string) bool {
	numbered := 0
	for _, c := range choices {
		if strings.ContainsFunc(c, unicode.IsDigit) {
			numbered++
		}
	}
	return numbered > 0 && numbered >= len(choices)-2
}

// sets are the choices in each set of them, as tally.Sets numbers these.
func sets(choices int) [][]int {
	all := make([][]int, 1<<choices)
	for set := range all {
		for c := range choices {
			if set>>c&1 == 1 {
				all[set] = append(all[set], c)
			}
		}
	}
	return all
}

// Splits that aren't questions.
const (
	langCut  = "language"
	monthCut = "month"
)

// fileCut is the split by file of the people of all waves, as Sources are told.
const fileCut = "file.waves"

// langNames are the languages that comments are written in, in their order.
func (p *Pass) langNames() []string {
	return []string{p.Say("Unknown"), p.Say("English"), p.Say("Spanish"), p.Say("Other")}
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

// roleCut is the place of the role among the splits.
const roleCut = 0

// cut is the place of a split.
func (p *Pass) cut(id string) int {
	for i, s := range p.cuts {
		if s.id == id {
			return i
		}
	}
	return -1
}
