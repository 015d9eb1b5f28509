package measure

import (
	"iter"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// The questions of the survey that these tests measure.
const (
	roleQ = iota
	fileQ
	teachersWant
	parentsWant
	welcome
)

func school() *survey.Survey {
	return &survey.Survey{Questions: []survey.Question{
		roleQ:        {ID: survey.RoleID, Kind: survey.Multiple, Use: survey.RoleUse, Choices: survey.Roles()},
		fileQ:        {ID: survey.FileID, Kind: survey.Multiple, Use: survey.FileUse, Choices: []string{"a.csv"}},
		teachersWant: {ID: "teachers-want", Text: "What do teachers want?", Wants: survey.Teacher, Mirror: "parents-want"},
		parentsWant:  {ID: "parents-want", Text: "What do parents want?", Wants: survey.Parent, Mirror: "teachers-want"},
		welcome:      {ID: "welcome", Text: "I feel welcome", Kind: survey.Scale, Choices: []string{"No", "Partly", "Yes"}},
	}}
}

// The themes of the codebook that these tests count.
const (
	trust = iota
	respect
)

// A person is one respondent as a test writes them: the themes of what they
// wrote to a question, each with its tone.
type person struct {
	roles []survey.Role
	wrote map[int]map[int]survey.Tone
	pick  int // of the scale, from 1; 0 for none

	monthsAgo int // when they answered, before May 2026
}

// pass counts people as analysis would.
func pass(people []person, invited ...Invited) *Pass {
	p := &Pass{
		Survey: school(), Sources: []string{"a.csv"}, Small: 5, Invited: invited, Newest: 2026*12 + int(time.May), Census: &privacy.Census{},
		Themes:   []codebook.Theme{{ID: "trust", Label: "Trust", Group: "Relationship"}, {ID: "respect", Label: "Respect", Group: "Relationship"}},
		Channels: []codebook.Theme{{ID: "phone", Label: "Phone"}},
		Show: func(c *Comment) func(start, end int) string {
			return func(start, end int) string { return strings.TrimSpace(c.Text[start:end]) }
		},
	}
	t := tally.New(p.Layout())
	var comments []*Comment
	for i, who := range people {
		r, codings := who.response(i + 1)
		t.Add(r, codings)
		p.Enroll(r, codings)
		for k, c := range r.Comments {
			comments = append(comments, &Comment{Comment: c, Respondent: i + 1, Roles: who.roles, Codings: codebook.Of(codings, k)})
		}
	}
	p.Tally = t
	p.Withhold(p.Census.Decide(p.Small))
	p.Coded = func(keep func(int) bool) iter.Seq2[*Comment, error] {
		return func(yield func(*Comment, error) bool) {
			for _, c := range comments {
				if keep(c.Respondent) && !yield(c, nil) {
					return
				}
			}
		}
	}
	return p
}

var may = time.Date(2026, time.May, 15, 0, 0, 0, 0, time.UTC)

const said = "We would like to hear from each other more often than we do now."

func (who person) response(number int) (*survey.Response, []codebook.Coding) {
	r := &survey.Response{Respondent: number, When: may.AddDate(0, -who.monthsAgo, 0), Answers: make([]survey.Answer, welcome+1)}
	for _, role := range who.roles {
		r.Answers[roleQ].Picks = append(r.Answers[roleQ].Picks, role.Choice())
	}
	r.Answers[roleQ].State = survey.Read
	r.Answers[fileQ] = survey.Answer{State: survey.Read, Picks: []int{0}}
	if who.pick > 0 {
		r.Answers[welcome] = survey.Answer{State: survey.Read, Picks: []int{who.pick - 1}}
	}
	var codings []codebook.Coding
	for _, q := range []int{teachersWant, parentsWant} {
		themes, ok := who.wrote[q]
		if !ok {
			continue
		}
		r.Comments = append(r.Comments, survey.Comment{Question: q, Text: said, State: survey.Read, Lang: survey.English})
		for _, t := range []int{trust, respect} {
			if tone, ok := themes[t]; ok {
				codings = append(codings, codebook.Coding{Comment: len(r.Comments) - 1, Theme: t, End: 10, Tone: tone})
			}
		}
	}
	return r, codings
}

// times repeats a person.
func times(n int, who person) []person { return slices.Repeat([]person{who}, n) }

func parent(q int, themes map[int]survey.Tone) person {
	return person{roles: []survey.Role{survey.Parent}, wrote: map[int]map[int]survey.Tone{q: themes}}
}

func teacher(q int, themes map[int]survey.Tone) person {
	return person{roles: []survey.Role{survey.Teacher}, wrote: map[int]map[int]survey.Tone{q: themes}}
}

var (
	aboutTrust   = map[int]survey.Tone{trust: survey.Wish}
	aboutRespect = map[int]survey.Tone{respect: survey.Concern}
	aboutNothing = map[int]survey.Tone{}
)

// only runs a measure that gives one finding, and has it say its title.
func only(t *testing.T, m *Measure, p *Pass) findings.Finding {
	t.Helper()
	found := m.Run(p)
	if len(found) == 0 {
		t.Fatalf("%s found nothing", m.Name)
	}
	p.Finish(m, &found[0])
	return found[0]
}

func TestThemeTitleCountsPeople(t *testing.T) {
	p := pass(slices.Concat(times(9, parent(parentsWant, aboutTrust)), times(18, parent(parentsWant, aboutNothing))))
	f := only(t, Themes, p)
	if want := "Nine of 27 wrote about trust."; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
	c := f.Table.Rows[0][2]
	if c.Base != 27 || math.Abs(c.Low-0.186) > 5e-4 || math.Abs(c.High-0.522) > 5e-4 { // Wilson 1927, by R's prop.test(9, 27, correct = FALSE)
		t.Errorf("share %v [%v, %v] of %d", c.Number, c.Low, c.High, c.Base)
	}
}

// A summary's quotes were chosen, so chance is not the only error and no
// interval may stand beside their counts.
func TestChosenQuotesHaveNoInterval(t *testing.T) {
	p := pass(times(20, parent(parentsWant, aboutTrust)))
	p.Chosen = true
	for _, m := range []*Measure{Themes, ByQuestion, Channels} {
		for _, f := range m.Run(p) {
			for _, row := range f.Table.Rows {
				for _, c := range row {
					if !math.IsNaN(c.Low) || !math.IsNaN(c.High) {
						t.Errorf("%s: interval [%v, %v] of %q", f.ID, c.Low, c.High, row[0].Label)
					}
				}
			}
		}
	}
}

// Roles are told apart in a sentence only where chance can't have made the
// difference.
func TestRolesAreContrastedOnlyBeyondChance(t *testing.T) {
	close := pass(slices.Concat(
		times(6, parent(parentsWant, aboutTrust)), times(6, parent(parentsWant, aboutNothing)),
		times(4, teacher(parentsWant, aboutTrust)), times(6, teacher(parentsWant, aboutNothing)),
	))
	if f := only(t, ByRole, close); !strings.HasPrefix(f.Title, "No difference") {
		t.Errorf("6 of 12 against 4 of 10: %q", f.Title)
	}
	apart := pass(slices.Concat(
		times(40, parent(parentsWant, aboutTrust)), times(10, parent(parentsWant, aboutNothing)),
		times(10, teacher(parentsWant, aboutTrust)), times(40, teacher(parentsWant, aboutNothing)),
	))
	if f, want := only(t, ByRole, apart), "Parents write about trust more often than teachers do."; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
}

func TestMirrorVerdicts(t *testing.T) {
	concern := map[int]survey.Tone{trust: survey.Concern}
	tests := []struct {
		name   string
		people []person
		want   string
	}{
		{"both name it alike", slices.Concat(
			times(150, teacher(teachersWant, aboutTrust)), times(50, teacher(teachersWant, aboutNothing)),
			times(150, parent(teachersWant, aboutTrust)), times(50, parent(teachersWant, aboutNothing)),
		), verdictShared},
		{"one side names it far more", slices.Concat(
			times(40, teacher(teachersWant, aboutTrust)), times(10, teacher(teachersWant, aboutNothing)),
			times(10, parent(teachersWant, aboutTrust)), times(40, parent(teachersWant, aboutNothing)),
		), verdictOneSided},
		{"both name it, one worries", slices.Concat(
			times(15, teacher(teachersWant, concern)), times(15, teacher(teachersWant, aboutNothing)),
			times(17, parent(teachersWant, aboutTrust)), times(13, parent(teachersWant, aboutNothing)),
		), verdictContested},
		{"few people", slices.Concat(
			times(3, teacher(teachersWant, aboutTrust)), times(3, teacher(teachersWant, aboutNothing)),
			times(3, parent(teachersWant, aboutTrust)), times(4, parent(teachersWant, aboutNothing)),
		), verdictOpen},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := only(t, Mirror, pass(tt.people))
			if got := f.Table.Rows[0][mirrorVerdict].Key; got != tt.want {
				t.Errorf("verdict %q, want %q", got, tt.want)
			}
		})
	}
}

// A person who is parent and teacher stands on neither side of the mirror.
func TestPeopleOfBothRolesStandOnNeitherSide(t *testing.T) {
	both := person{roles: []survey.Role{survey.Parent, survey.Teacher}, wrote: map[int]map[int]survey.Tone{teachersWant: aboutRespect}}
	p := pass(slices.Concat(times(10, teacher(teachersWant, aboutTrust)), times(10, parent(teachersWant, aboutTrust)), times(5, both)))
	f := only(t, Mirror, p)
	if len(f.Table.Rows) != 1 || f.Table.Rows[0][mirrorSelf].Base != 10 || f.Table.Rows[0][mirrorOther].Base != 10 {
		t.Errorf("rows %v", f.Table.Rows)
	}
}

func TestQuotesAreOnePersonEachAndFromNoSmallGroup(t *testing.T) {
	p := pass(slices.Concat(
		times(10, parent(parentsWant, map[int]survey.Tone{trust: survey.Wish, respect: survey.Praise})),
		times(4, teacher(parentsWant, aboutTrust)),
	))
	f := only(t, Quotes, p)
	if len(f.Quotes) != 10 {
		t.Errorf("%d quotes of 10 parents", len(f.Quotes))
	}
	for _, q := range f.Quotes {
		if q.Role != "parent" || q.Text != said {
			t.Errorf("quote %+v", q)
		}
	}
}

func TestScaleRowsSumToEveryone(t *testing.T) {
	yes := person{roles: []survey.Role{survey.Parent}, pick: 3}
	no, partly := person{roles: []survey.Role{survey.Teacher}, pick: 1}, person{roles: []survey.Role{survey.Parent}, pick: 2}
	f := only(t, Scales, pass(slices.Concat(times(8, yes), times(4, partly), times(4, no), times(3, person{roles: []survey.Role{survey.Parent}}))))
	all := f.Table.Rows[0]
	if all[2].Number != 16 || all[3].Number != 0.25 || all[4].Number != 0.25 || all[5].Number != 0.5 {
		t.Errorf("everyone: %v", all)
	}
	if len(f.Table.Rows) != 1 {
		t.Errorf("%d rows, want everyone alone: from the parents' the four teachers' could be worked out", len(f.Table.Rows))
	}
	f = only(t, Scales, pass(slices.Concat(times(12, yes), times(5, no))))
	if len(f.Table.Rows) != 3 {
		t.Errorf("%d rows, want everyone, parents and teachers", len(f.Table.Rows))
	}
}

func TestNothingToSayGivesNoFinding(t *testing.T) {
	p := pass(times(7, person{roles: []survey.Role{survey.Parent}}))
	for _, m := range All {
		if m == Respondents || !p.Enough(m) {
			continue
		}
		if found := m.Run(p); len(found) > 0 {
			t.Errorf("%s: %d findings of people who answered nothing", m.Name, len(found))
		}
	}
}

// Bars of very few people would say more than they can: they are in the table alone.
func TestSmallRolesAreNotDrawn(t *testing.T) {
	for n, want := range map[int]bool{9: false, 10: true} {
		f := only(t, ByRole, pass(append(times(40, parent(parentsWant, aboutTrust)), times(n, teacher(parentsWant, aboutTrust))...)))
		if drawn := f.Figure != nil && len(f.Figure.Values) == 2; drawn != want || len(f.Table.Columns) < 3 {
			t.Errorf("%d teachers beside 40 parents: %+v", n, f.Figure)
		}
	}
}
