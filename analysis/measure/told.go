package measure

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"commonground/analysis/codebook"
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

// A retold item is told by some choices of another one.
type retold struct {
	from   int
	places [][]int // among everybody, for each choice of the item; none where it is withheld
}

// most choices of a question of which a person may choose several, for it to be
// a split: what is counted doubles with each.
const mostTogether = 10

// splitPeople lists the splits, and declares what is counted to tell them. Those
// that matter most come first, since later ones give way.
func (p *Pass) splitPeople() {
	l, at := &p.layout, &p.at
	roles := split{id: survey.RoleID, by: at.role, from: at.roles, picks: sets(len(survey.Roles()))}
	roles.Title, roles.Names, roles.Apart = "Role", slices.Clone(survey.Roles()), []int{survey.Parent.Choice(), survey.Teacher.Choice()}
	p.cuts = []split{roles}
	if at.wave >= 0 {
		p.cuts = append(p.cuts, p.plain(survey.WaveID, "Wave", at.wave, p.waves()))
		if item := l.Index(waveRole); item >= 0 {
			p.cuts = append(p.cuts, p.waveRoles(item))
		}
	}
	for q := range p.Survey.Questions {
		if p.tellsApart(q) {
			p.cuts = append(p.cuts, p.answersSplit(q))
		}
	}
	lang := p.plain(langCut, "Language", at.lang, langNames)
	lang.Kind = privacy.Pools
	month := p.plain(monthCut, "Month", at.month, p.monthNames())
	month.Kind, month.Latest = privacy.Joins, true
	ever := l.Add(tally.Answers("file"+everSuffix, p.Survey.Index(survey.FileID), len(p.Sources)))
	p.cuts = append(p.cuts, lang, p.plain(fileCut, "File", ever, p.Sources), p.plain(survey.FileID, "File", at.file, p.Sources), month)
	for _, s := range p.cuts {
		for _, item := range l.Crossed(s.by) {
			l.Cross(item, s.from)
		}
	}
	for _, item := range l.Crossed(at.side) {
		l.Cross(item, at.roles)
	}
}

// Splits that aren't questions.
const (
	langCut  = "language"
	monthCut = "month"
)

// fileCut is the split by file of the people of all waves, as Sources are told.
const fileCut = "file.waves"

// plain is a split by an item whose choices nobody, or hardly anybody, has
// several of.
func (p *Pass) plain(id, title string, item int, names []string) split {
	s := split{id: id, by: item, from: item}
	s.Title, s.Names = title, slices.Clone(names)
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
	s.Title = "Wave and role"
	for i, wave := range p.waves() {
		for _, role := range survey.Roles() {
			s.Names = append(s.Names, wave+", "+lower(plural[role]))
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

// tellsApart reports whether a question with choices tells people apart: one
// that was asked for as a split, or a fact about them.
func (p *Pass) tellsApart(q int) bool {
	question := &p.Survey.Questions[q]
	special := question.Use == survey.RoleUse || question.Use == survey.FileUse || question.Use == survey.WaveUse
	counted := slices.ContainsFunc(p.Invited, func(i Invited) bool { return i.Question == question.ID })
	return len(question.Choices) > 0 && !special && (question.By || question.Use == survey.Attribute || counted)
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

// Enroll counts a respondent in the census of all splits.
func (p *Pass) Enroll(r *survey.Response, codings []codebook.Coding) {
	v := &tally.View{Response: r, Codings: codings}
	if p.picked == nil {
		p.picked = make([][]int, len(p.cuts))
		for _, s := range p.cuts {
			p.Census.Splits = append(p.Census.Splits, s.Split)
		}
	}
	for i, s := range p.cuts {
		p.picked[i] = p.picked[i][:0]
		p.picked[i], _ = p.layout.Items[s.by].Of(v, p.picked[i])
		slices.Sort(p.picked[i])
	}
	state, now := p.layout.Items[p.at.state].Of(v, nil)
	if !now {
		state, _ = tally.States("").Of(v, nil)
	}
	p.Census.Add(r.Respondent, p.picked, now, survey.State(state[0]))
}

// Withhold has the tally forget what a report may not tell. It comes before
// anything is measured, for all passes with the same groups.
func (p *Pass) Withhold(g *privacy.Groups) {
	p.Told, p.retold = g, map[int]retold{}
	p.tellInvited()
	for i := range p.cuts {
		s := &p.cuts[i]
		p.retell(s.by, s.from, func(item int, people []int64) [][]int {
			told := p.among(i, item, people)
			places := make([][]int, len(s.Names))
			for k, group := range told.Groups {
				if !group.Hidden {
					places[group.Choices[0]] = told.Places[k]
				}
			}
			if item != s.by {
				p.logAmong(i, item, told)
			}
			return places
		})
		p.rename(s, g.All.Groups[i])
	}
	p.retell(p.at.side, p.at.roles, func(item int, people []int64) [][]int {
		places := make([][]int, len(survey.Roles()))
		for k, in := range p.among(0, item, people).Apart {
			places[p.cuts[0].Apart[k]] = in
		}
		return places
	})
}

// retell has an item told by choices of another.
func (p *Pass) retell(by, from int, places func(item int, people []int64) [][]int) {
	counts, _ := p.Tally.Count(from)
	p.retold[by] = retold{from, places(by, counts)}
	p.Tally.Retell(by, from, places)
}

// origin is the item that another one is told by, where it is one that tells
// people apart; else itself.
func (p *Pass) origin(by int) int {
	if by == p.at.side {
		return p.at.roles
	}
	for _, s := range p.cuts {
		if s.by == by {
			return s.from
		}
	}
	return by
}

// among are the groups that may be told of the people of an item.
func (p *Pass) among(i, item int, people []int64) *privacy.Among {
	_, base := p.Tally.Count(item)
	if item == p.cuts[i].by || item == p.at.side {
		base = p.People()
	}
	rest := max(0, base-sum(people)) // people of two files are in both
	return p.Told.Among(i, p.cuts[i].picks, people, rest, p.layout.Items[item].Words)
}

// rename gives pools their names, where their choices are a question's.
func (p *Pass) rename(s *split, groups []privacy.Group) {
	q := p.Survey.Index(s.id)
	for _, group := range groups {
		s.Names[group.Choices[0]] = group.Name
		if q >= 0 && p.tellsApart(q) {
			p.Survey.Questions[q].Choices[group.Choices[0]] = group.Name
		}
	}
}

var langNames = []string{"Unknown", "English", "Spanish", "Other"}

// logAmong records what a table hides besides what all do.
func (p *Pass) logAmong(i, item int, told *privacy.Among) {
	for k, group := range told.Groups {
		if group.Hidden && !p.Told.All.Groups[i][k].Hidden {
			p.withheld = append(p.withheld, findings.Withheld{
				Where: p.where(item), Group: p.cuts[i].Title + ": " + p.name(&p.cuts[i], group), Rule: ruleFewer(p.Small),
			})
		}
	}
}

// where names the tables that an item's people are told in.
func (p *Pass) where(item int) string {
	for q, question := range p.Survey.Questions {
		if p.at.answers[q] == item || p.at.themesAt[q] == item || p.at.tonesAt[q] == item {
			return "Answers to “" + question.Text + "”"
		}
	}
	if p.layout.Items[item].Words {
		return "What people wrote"
	}
	return "Some tables"
}

// name is a group as the log names it.
func (p *Pass) name(s *split, g privacy.Group) string {
	if s.id == survey.RoleID {
		return plural[g.Name]
	}
	return g.Name
}

func ruleFewer(small int64) string {
	return fmt.Sprintf("tells of %s, or lets the number of so few be worked out from others", Fewer(small))
}

// TellsAll reports whether it may be told how many people there are in all waves.
func (p *Pass) TellsAll() bool {
	_, ok := p.Told.Adds(func(func(int) []int) bool { return true })
	return ok
}

// HidesFile reports whether the counts of a source with people in it are
// withheld.
func (p *Pass) HidesFile(source int) bool {
	tells := func(g privacy.Group) bool { return !g.Hidden && slices.Contains(g.Choices, source) }
	return !slices.ContainsFunc(p.Told.All.Groups[p.cut(fileCut)], tells)
}

// ruleMerged says where people of several choices count, of whom there are too
// few.
func (p *Pass) ruleMerged(s *split, merged []privacy.Merger) string {
	if s.id != survey.RoleID {
		return "count in the smallest of these alone, where they are " + Fewer(p.Small)
	}
	var where []string
	for _, m := range merged {
		var roles []string
		for _, choice := range m.Picks {
			roles = append(roles, lower(plural[s.Names[choice]]))
		}
		where = append(where, fmt.Sprintf("those who are %s count as %s alone", list(roles), lower(plural[s.Names[m.In]])))
	}
	return list(where) + ", since they are " + Fewer(p.Small)
}

// Withheld lists what is not told, without duplicates.
func (p *Pass) Withheld() []findings.Withheld {
	var all []findings.Withheld
	add := func(w findings.Withheld) {
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	for i, groups := range p.Told.All.Groups {
		s := &p.cuts[i]
		for k, g := range groups {
			wrote := p.Told.Wrote.Groups[i][k]
			one := findings.Withheld{Where: "Everywhere", Group: s.Title + ": " + p.name(s, g), Rule: ruleFewer(p.Small)}
			switch {
			case g.Hidden:
				add(one)
			case wrote.Hidden:
				one.Where = "What people wrote"
				add(one)
			case len(g.Choices) > 1:
				one.Rule = "tells of several groups together, as some of them are of " + Fewer(p.Small)
				add(one)
			}
		}
		if merged := p.Told.Merged(i); len(merged) > 0 {
			add(findings.Withheld{
				Where: "Everywhere", Group: s.Title + ": people of several groups", Rule: p.ruleMerged(s, merged),
			})
		}
	}
	for _, w := range p.withheld {
		add(w)
	}
	return all
}
