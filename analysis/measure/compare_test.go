package measure

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"testing"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// The questions of a survey of two years with mirrored scale items.
const (
	yearRole = iota
	yearFile
	yearWave
	yearOpen
	yearItem // three items of parents, then of teachers the mirror of the first
)

var agree = []string{"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"}

func years(waves ...string) *survey.Survey {
	item := func(id, mirror string) survey.Question {
		return survey.Question{ID: id, Text: "Item " + id, Kind: survey.Scale, Choices: agree, Mirror: mirror}
	}
	return &survey.Survey{Questions: []survey.Question{
		yearRole: {ID: survey.RoleID, Kind: survey.Multiple, Use: survey.RoleUse, Choices: survey.Roles()},
		yearFile: {ID: survey.FileID, Kind: survey.Multiple, Use: survey.FileUse, Choices: []string{"parents.csv", "teachers.csv"}},
		yearWave: {ID: survey.WaveID, Text: "Wave", Kind: survey.Single, Use: survey.WaveUse, Choices: waves, By: true},
		yearOpen: {ID: "better", Text: "What could be better?"},
		yearItem: item("welcome", "families"), item("informed", ""), item("heard", ""), item("families", "welcome"),
	}}
}

// An answerer is one respondent of such a survey.
type answerer struct {
	role  survey.Role
	wave  int
	items []int // level from 1 by item; 0 for none
	codes []codebook.Coding
}

func (a answerer) response(number, questions int) *survey.Response {
	r := &survey.Response{Respondent: number, Answers: make([]survey.Answer, questions)}
	pick := func(q, choice int) { r.Answers[q] = survey.Answer{State: survey.Read, Picks: []int{choice}} }
	pick(yearRole, a.role.Choice())
	pick(yearWave, a.wave)
	if a.role == survey.Teacher {
		pick(yearFile, 1)
	} else {
		pick(yearFile, 0)
	}
	for i, level := range a.items {
		if level > 0 {
			pick(yearItem+i, level-1)
		}
	}
	r.Comments = []survey.Comment{{Question: yearOpen, Text: said, State: survey.Read, Lang: survey.English}}
	return r
}

// passOf counts answerers of surveys of some waves.
func passOf(people []answerer, waves ...string) *Pass { return passInvited(people, nil, waves...) }

func passInvited(people []answerer, invited []Invited, waves ...string) *Pass {
	p := &Pass{
		Survey: years(waves...), Sources: []string{"parents.csv", "teachers.csv"}, Small: 5, Invited: invited, Census: &privacy.Census{},
		Asks:   [][]int{{yearOpen, yearItem, yearItem + 1, yearItem + 2}, {yearOpen, yearItem + 3}},
		Themes: []codebook.Theme{{ID: "trust", Label: "Trust", Against: "trust"}, {ID: "respect", Label: "Respect", Against: "trust"}},
	}
	p.Tally = tally.New(p.Layout())
	for i, a := range people {
		r := a.response(i+1, len(p.Survey.Questions))
		p.Tally.Add(r, a.codes)
		p.Enroll(r, a.codes)
	}
	p.Withhold(p.Census.Decide(p.Small))
	p.Coded = func(func(int) bool) iter.Seq2[*Comment, error] { return func(func(*Comment, error) bool) {} }
	return p
}

func each(n int, a answerer) []answerer { return slices.Repeat([]answerer{a}, n) }

func about(theme int, tone survey.Tone) []codebook.Coding {
	return []codebook.Coding{{Theme: theme, End: 5, Tone: tone}}
}

// find runs a measure and returns the finding with that ID, its title said.
func find(t *testing.T, m *Measure, p *Pass, id string) *findings.Finding {
	t.Helper()
	for _, f := range m.Run(p) {
		if f.ID == id {
			p.Finish(m, &f)
			return &f
		}
	}
	t.Fatalf("%s has no finding %s", m.Name, id)
	return nil
}

// A year's report is about that year; what came before is told as a change.
func TestTheNewestWaveIsTold(t *testing.T) {
	p := passOf(slices.Concat(
		each(54, answerer{role: survey.Parent, wave: 0, codes: about(trust, survey.Concern)}),
		each(6, answerer{role: survey.Parent, wave: 0}),
		each(40, answerer{role: survey.Parent, wave: 1, codes: about(trust, survey.Concern)}),
		each(60, answerer{role: survey.Parent, wave: 1}),
	), "2025", "2026")
	if got := only(t, Themes, p).Title; !strings.HasPrefix(got, "40 of 100 wrote about trust") {
		t.Errorf("themes: %s", got)
	}
	f := find(t, Change, p, "change.parent")
	if want := "In 2026 fewer parents wrote about trust than in 2025 (40%, was 90%)."; f.Title != want {
		t.Errorf("%s\nwant %s", f.Title, want)
	}
}

// A change within chance is told as none, in whichever direction it goes.
func TestSmallChangesAreNotTold(t *testing.T) {
	for _, now := range []int{9, 10, 11} {
		p := passOf(slices.Concat(
			each(10, answerer{role: survey.Parent, wave: 0, codes: about(trust, survey.Wish)}),
			each(20, answerer{role: survey.Parent, wave: 0}),
			each(now, answerer{role: survey.Parent, wave: 1, codes: about(trust, survey.Wish)}),
			each(20, answerer{role: survey.Parent, wave: 1}),
		), "2025", "2026")
		if got := find(t, Change, p, "change").Title; !strings.Contains(got, "no change") {
			t.Errorf("%d: %s", now, got)
		}
	}
}

// Three waves make a line, and a steady rise is told as one.
func TestTrend(t *testing.T) {
	var people []answerer
	for wave, n := range []int{5, 15, 30} {
		people = append(people, each(n, answerer{role: survey.Parent, wave: wave, codes: about(trust, survey.Wish)})...)
		people = append(people, each(50-n, answerer{role: survey.Parent, wave: wave})...)
	}
	f := find(t, Change, passOf(people, "2024", "2025", "2026"), "change.trend")
	if want := "More and more people write about trust: from 10% in 2024 to 60% in 2026."; f.Title != want {
		t.Errorf("%s\nwant %s", f.Title, want)
	}
	if f.Figure.Kind != findings.Line || len(f.Table.Rows) != 3 {
		t.Errorf("figure %v over %d rows", f.Figure.Kind, len(f.Table.Rows))
	}
}

// What published shares differ by, coded again, is the rules' doing; the rest
// is people's. Without last year's comments nothing is split.
func TestRulesAndPeopleAreToldApart(t *testing.T) {
	last := &findings.Report{
		Codebook: []findings.Theme{{ID: "trust", Label: "Confidence"}},
		Sections: []findings.Section{{ID: "themes", Findings: []findings.Finding{{
			ID:    "themes",
			Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Name: "Share", Unit: findings.Share}}, Rows: [][]findings.Cell{{findings.Text("Confidence"), answered(10, 50)}}},
		}}}},
	}
	people := slices.Concat(
		each(30, answerer{role: survey.Parent, wave: 0, codes: about(trust, survey.Wish)}), each(20, answerer{role: survey.Parent, wave: 0}),
		each(32, answerer{role: survey.Parent, wave: 1, codes: about(trust, survey.Wish)}), each(18, answerer{role: survey.Parent, wave: 1}),
	)
	p := passOf(people, "2025", "2026")
	p.Published = last
	f := find(t, Change, p, "change.parts")
	row := f.Table.Rows[0]
	for j, want := range []float64{0.2, 0.6, 0.64, 0.4, 0.04} {
		if got := row[j+1].Number; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", f.Table.Columns[j+1].Name, got, want)
		}
	}
	if !strings.HasPrefix(f.Title, "The rules changed more than people did") {
		t.Error(f.Title)
	}
	last.Lang, last.Codebook = say.Spanish, nil // a theme is known by its key, whatever the language
	last.Sections[0].Findings[0].Table.Rows[0][0] = findings.Keyed("trust", "Confianza")
	p = passOf(people, "2025", "2026")
	p.Published = last
	if again := find(t, Change, p, "change.parts"); again.Table.Rows[0][1].Number != 0.2 {
		t.Errorf("what was published in Spanish is %v, want 20%%", again.Table.Rows[0][1].Number)
	}
	p = passOf(people[50:], "2025", "2026")
	p.Published = last
	if found := Change.Run(p); len(found) > 0 {
		t.Errorf("last year's comments are missing, and yet %q is told", found[0].ID)
	}
}

// Both sides of one thing are compared, each by its own item.
func TestGap(t *testing.T) {
	p := passOf(slices.Concat(
		each(30, answerer{role: survey.Parent, wave: 1, items: []int{2, 3, 3}}),
		each(10, answerer{role: survey.Parent, wave: 1, items: []int{4, 3, 4}}),
		each(11, answerer{role: survey.Teacher, wave: 1, items: []int{0, 0, 0, 5}}),
		each(1, answerer{role: survey.Teacher, wave: 1, items: []int{0, 0, 0, 1}}),
	), "2025", "2026")
	f := find(t, Items, p, "items.gap")
	if want := "Teachers answer “Item welcome / Item families” higher than parents do (11 of 12 against 25% chose one of the two highest answers)."; f.Title != want {
		t.Errorf("%s\nwant %s", f.Title, want)
	}
	if delta := f.Table.Rows[0][4].Number; math.Abs(delta+2.0/3) > 1e-9 {
		t.Errorf("delta %v, want -2/3: answers that nobody of a side gave are told with the next", delta)
	}
}

// Items that go up and down together measure one thing.
func TestSetsOfItems(t *testing.T) {
	var people []answerer
	for level := 1; level <= 5; level++ {
		people = append(people, each(10, answerer{role: survey.Parent, wave: 0, items: []int{level, level, level}})...)
	}
	people = append(people, each(3, answerer{role: survey.Parent, wave: 0, items: []int{5, 0, 1}})...) // not all answered
	f := find(t, Items, passOf(people, "2026"), "items.set")
	if alpha := f.Table.Rows[0][1]; math.Abs(alpha.Number-1) > 1e-9 || alpha.Base != 50 {
		t.Errorf("alpha %v of %d people, want 1 of the 50 who answered all items", alpha.Number, alpha.Base)
	}
}

// People who take both sides take each of them, and are compared with themselves.
func TestBalance(t *testing.T) {
	both := append(about(trust, survey.Praise), about(trust, survey.Concern)...)
	p := passOf(slices.Concat(
		each(30, answerer{role: survey.Parent, wave: 0, codes: about(trust, survey.Concern)}),
		each(5, answerer{role: survey.Parent, wave: 0, codes: both}),
		each(5, answerer{role: survey.Parent, wave: 0, codes: about(trust, survey.Praise)}),
		each(60, answerer{role: survey.Parent, wave: 0}),
	), "2026")
	f := find(t, Balance, p, "balance.trust")
	if want := "Of those who wrote something, 10% spoke of trust with praise, 35% with concern."; f.Title != want {
		t.Errorf("%s\nwant %s", f.Title, want)
	}
}

// A theme that goes with low answers is told with the item that it goes with.
func TestLeaning(t *testing.T) {
	p := passOf(slices.Concat(
		each(20, answerer{role: survey.Parent, wave: 0, items: []int{1, 3, 3}, codes: about(respect, survey.Concern)}),
		each(10, answerer{role: survey.Parent, wave: 0, items: []int{2, 3, 3}}),
		each(30, answerer{role: survey.Parent, wave: 0, items: []int{5, 3, 3}}),
	), "2026")
	f := find(t, Leaning, p, "leaning")
	if want := "Those who answer “Item welcome” low write about respect more often, by 67 points."; f.Title != want {
		t.Errorf("%s\nwant %s", f.Title, want)
	}
	if len(f.Table.Columns) != 2 {
		t.Errorf("%d columns: items that nobody answers low have none", len(f.Table.Columns)-1)
	}
	if f.Figure == nil || !slices.Equal(f.Figure.Values, []int{1}) {
		t.Errorf("the figure is %+v; it draws the item that the sentence tells of", f.Figure)
	}
}

// Where no theme goes with an item beyond chance, no figure suggests that one does.
func TestLeaningByChanceIsNotDrawn(t *testing.T) {
	p := passOf(slices.Concat(
		each(10, answerer{role: survey.Parent, items: []int{1, 3, 3}, codes: about(respect, survey.Concern)}),
		each(10, answerer{role: survey.Parent, items: []int{1, 3, 3}}),
		each(9, answerer{role: survey.Parent, items: []int{5, 3, 3}, codes: about(respect, survey.Concern)}),
		each(11, answerer{role: survey.Parent, items: []int{5, 3, 3}}),
	), "2026")
	if f := find(t, Leaning, p, "leaning"); f.Figure != nil {
		t.Errorf("%s\nis drawn: %+v", f.Title, f.Figure)
	}
}

// Response rates warn of who is missing.
func TestWhoIsMissing(t *testing.T) {
	people := slices.Concat(each(30, answerer{role: survey.Parent, wave: 1}), each(18, answerer{role: survey.Teacher, wave: 1}))
	p := passInvited(people, []Invited{{Role: survey.Parent, Wave: "2026", People: 120}, {Role: survey.Teacher, Wave: "2026", People: 20}}, "2025", "2026")
	f := p.rates()
	if got, want := sayRates(say.English, f), "25% of the parents and 90% of the teachers answered."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if said := fmt.Sprint(f.Notes); !strings.Contains(said, "Fewer than half of the parents answered (25%)") || strings.Contains(said, "of the teachers") {
		t.Errorf("notes %s", said)
	}
}

// Where it is known how many were invited, the more of them answer the narrower
// the interval; the share stays.
func TestKnownPopulationNarrowsIntervals(t *testing.T) {
	people := slices.Concat(
		each(20, answerer{role: survey.Parent, wave: 0, codes: about(trust, survey.Wish)}), each(20, answerer{role: survey.Parent, wave: 0}),
		each(10, answerer{role: survey.Teacher, wave: 0}),
	)
	width := func(invited ...Invited) float64 {
		f := only(t, ByRole, passInvited(people, invited, "2026"))
		c := f.Table.Rows[0][1]
		if c.Number != 0.5 {
			t.Errorf("share %v, want a half", c.Number)
		}
		return c.High - c.Low
	}
	unknown, many, few := width(), width(Invited{Role: survey.Parent, People: 4000}), width(Invited{Role: survey.Parent, People: 50})
	if !(few < many && many < unknown) {
		t.Errorf("widths %v of 50 invited, %v of 4,000, %v of unknown many", few, many, unknown)
	}
	if all := width(Invited{Role: survey.Parent, People: 40}); all > 1e-9 {
		t.Errorf("all answered, and yet the interval is %v wide", all)
	}
}

// Answers that lie years apart, with nothing to tell the years by, are told of:
// counted together, a family may count twice.
func TestYearsThatNothingTellsApart(t *testing.T) {
	dated := func(monthsAgo int) person { return person{roles: []survey.Role{survey.Parent}, monthsAgo: monthsAgo} }
	one := pass(slices.Concat(times(20, dated(0)), times(20, dated(1))))
	if first, last := one.SeveralYears(); first != "" {
		t.Errorf("two months in a row are taken for years: %s to %s", first, last)
	}
	two := pass(slices.Concat(times(20, dated(0)), times(20, dated(12))))
	if first, last := two.SeveralYears(); first != "2025-05" || last != "2026-05" {
		t.Errorf("%q to %q, want 2025-05 to 2026-05", first, last)
	}
}
