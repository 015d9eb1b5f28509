package measure

import (
	"math"
	"slices"
	"strings"
	"testing"

	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// weightedPass counts people and weights them to margins.
func weightedPass(people []person, margins ...Margin) *Pass {
	p := pass(people)
	p.layout, p.at, p.picked, p.Census = tally.Layout{}, items{}, nil, &privacy.Census{}
	p.Margins = margins
	p.Tally = tally.New(p.Layout())
	for i, who := range people {
		r, codings := who.response(i + 1)
		p.Tally.Add(r, codings)
		p.Enroll(r, codings)
	}
	p.Withhold(p.Census.Decide(p.Small))
	p.Weighting = p.Weigh()
	return p
}

// answering are people who gave each answer to the scale, from 0 for none, of
// whom some wrote about trust, and the others about nothing.
func answering(role survey.Role, trusting, others []int) []person {
	var all []person
	for pick := range trusting {
		who := person{roles: []survey.Role{role}, pick: pick, wrote: map[int]map[int]survey.Tone{parentsWant: aboutTrust}}
		all = append(all, times(trusting[pick], who)...)
		who.wrote = map[int]map[int]survey.Tone{parentsWant: aboutNothing}
		all = append(all, times(others[pick], who)...)
	}
	return all
}

func welcomeMargin(no, partly, yes float64) Margin {
	return Margin{Question: "welcome", Shares: []Share{{"No", no}, {"partly", partly}, {"Yes", yes}}}
}

// cell is a number of a table, by the label of its row and the name of its
// column; false where there is none.
func cell(f *findings.Finding, row, column string) (findings.Cell, bool) {
	j := slices.IndexFunc(f.Table.Columns, func(c findings.Column) bool { return c.Name == column })
	for _, r := range f.Table.Rows {
		if j >= 0 && r[0].Label == row {
			return r[j], true
		}
	}
	return findings.Cell{}, false
}

func nearly(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s = %.10f, want %.10f", what, got, want)
	}
}

// By R's survey 4.1.1: rake() to the margin, weighted.mean, and prop.test without
// correction on sum(w)^2/sum(w^2).
func TestWeightedShare(t *testing.T) {
	p := weightedPass(answering(survey.Parent, []int{0, 8, 10, 5}, []int{0, 2, 10, 25}), welcomeMargin(30, 30, 40))
	f := only(t, Themes, p)
	c, _ := cell(&f, "Trust", "Weighted share")
	nearly(t, "share", c.Number, 0.4566666667)
	nearly(t, "low", c.Low, 0.3301743251)
	nearly(t, "high", c.High, 0.5890061003)
	if c.Base != 60 {
		t.Errorf("base %d, want 60 people, unweighted", c.Base)
	}
	if plain, _ := cell(&f, "Trust", "Share"); plain.Number != 23.0/60 {
		t.Errorf("share as counted %v", plain.Number)
	}
	if f.Title != "23 of 60 wrote about trust." {
		t.Errorf("title %q tells of something else than who wrote", f.Title)
	}
	groups := Themes.Run(p)[1]
	if c, _ := cell(&groups, "Relationship", "Weighted share"); c.Number < 0.45 {
		t.Errorf("group of themes: %v", c.Number)
	}
	if len(p.Weighting.Notes) != 1 || p.Weighting.Notes[0] != "Weights run from 0.80 to 1.80 of the mean. 60 people with these weights tell as much as 53 with equal ones (Kish)." {
		t.Errorf("notes %v", p.Weighting.Notes)
	}
}

// The same, with svychisq(~trust + role, svydesign(~1, weights = w), "F").
func TestWeightedComparison(t *testing.T) {
	people := slices.Concat(
		answering(survey.Parent, []int{0, 8, 10, 5}, []int{0, 2, 10, 25}),
		answering(survey.Teacher, []int{0, 9, 12, 7}, []int{0, 21, 8, 3}),
	)
	p := weightedPass(people, welcomeMargin(30, 30, 40))
	f := only(t, ByRole, p)
	parents, _ := cell(&f, "Trust", "Parents (weighted)")
	teachers, _ := cell(&f, "Trust", "Teachers (weighted)")
	nearly(t, "parents", parents.Number, 0.3523809524)
	nearly(t, "teachers", teachers.Number, 0.4789473684)
	nearly(t, "F", f.Tests[0].Statistic, 1.9660883239)
	nearly(t, "P", f.Tests[0].P, 0.1634668813)
	difference, _ := cell(&f, "Trust", "Parents minus teachers (points)")
	nearly(t, "difference", difference.Number, 0.3523809524-0.4789473684)
	if difference.Base != 60 || f.Tests[0].Name != "Newcombe interval with weights" {
		t.Errorf("base %d, %s", difference.Base, f.Tests[0].Name)
	}
}

// However few they are, people with weights are not compared by an exact test.
func TestWeightedGroupsAreComparedByRaoScott(t *testing.T) {
	p := weightedPass(answering(survey.Parent, []int{0, 8, 10, 1}, []int{0, 2, 10, 9}), welcomeMargin(30, 30, 40))
	p.Survey.Questions[welcome].By = true
	var groups []*weighed
	for g := range 3 {
		groups = append(groups, &weighed{cross: p.Tally.Cross(p.at.themes, p.at.combined), places: []weighedPlace{{g, p.Weighting.weights[g]}}})
		groups[g].All = groups[g].sum(groups[g].cross.Base)
	}
	if test := apart(groups, trust, false); test.Name != "Rao-Scott test" || !(test.P < 0.05) {
		t.Errorf("%+v", test)
	}
}

func TestWhyNobodyIsWeighted(t *testing.T) {
	even := []int{0, 5, 10, 5}
	tests := []struct {
		name            string
		trusting, other []int
		margin          Margin
		want            string
	}{
		{"unknown question", even, even, Margin{Question: "home", Shares: []Share{{"No", 100}}}, "“home”: no file asks"},
		{"unknown answer", even, even, Margin{Question: "welcome", Shares: []Share{{"Never", 20}, {"Yes", 80}}}, "nobody answered “Never”"},
		{"an answer that nobody gave", []int{0, 0, 10, 10}, []int{0, 0, 10, 10}, welcomeMargin(30, 30, 40), "nobody answered “No”"},
		{"out of reach", []int{0, 2, 40, 40}, []int{0, 4, 40, 40}, welcomeMargin(70, 15, 15), "stay 51.93 points away"},
		{"too unequal", []int{0, 3, 10, 10}, []int{0, 3, 10, 10}, welcomeMargin(60, 20, 20), "tell as much as 15 with equal ones, and 30 are the fewest"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := weightedPass(answering(survey.Parent, tt.trusting, tt.other), tt.margin)
			if len(p.Weighting.Questions) > 0 || len(p.Weighting.Notes) != 1 || !strings.Contains(p.Weighting.Notes[0], tt.want) {
				t.Errorf("notes %v, want %q", p.Weighting.Notes, tt.want)
			}
			if f := only(t, Themes, p); len(f.Table.Columns) != 3 {
				t.Errorf("columns %v", f.Table.Columns)
			}
		})
	}
}

// Those who gave no answer, or one whose share nobody knows, keep their weight.
func TestPeopleWithoutAKnownAnswerKeepTheirWeight(t *testing.T) {
	p := weightedPass(answering(survey.Parent, []int{10, 8, 10, 5}, []int{0, 2, 10, 25}), welcomeMargin(30, 30, 40))
	x := p.weighed(p.at.themes, anybody, 0, 0)
	f := only(t, Themes, p)
	c, _ := cell(&f, "Trust", "Weighted share")
	nearly(t, "share", c.Number, (27.4+10)/70)
	if x.All.People != 70 || !strings.HasPrefix(p.Weighting.Notes[0], "10 people gave no answer to “I feel welcome”") {
		t.Errorf("%v people, notes %v", x.All.People, p.Weighting.Notes)
	}
}

// A group that is told together with another is weighted together with it, and
// none is weighted that is withheld.
func TestWeightsTellNothingOfFew(t *testing.T) {
	p := weightedPass(answering(survey.Parent, []int{0, 2, 10, 25}, []int{0, 1, 10, 25}), welcomeMargin(30, 30, 40))
	x := p.weighed(p.at.themes, anybody, 0, 0)
	var weights []float64
	for place, n := range x.cross.Base {
		if w := p.Weighting.weights[place]; n > 0 && !slices.Contains(weights, w) {
			weights = append(weights, w)
		}
	}
	if len(weights) != 2 { // of No to Partly, and of Yes
		t.Errorf("weights %v", weights)
	}

	few := slices.Concat(
		answering(survey.Parent, []int{0, 2, 10, 25}, []int{0, 1, 10, 25}), answering(survey.Teacher, []int{0, 10, 10, 25}, []int{0, 10, 10, 25}),
	)
	p = weightedPass(few, welcomeMargin(30, 30, 40))
	if p.weighed(p.at.themes, anybody, 0, 0) == nil {
		t.Error("nobody is weighted, though there are enough people of each answer")
	}
	if p.weighed(p.at.themes, p.at.role, survey.Parent.Choice(), 0) != nil {
		t.Error("three parents who gave an answer can be worked out from weighted shares by role")
	}
	if notes := p.Weighting.Notes; !slices.Contains(notes, "Themes by “Role” are not weighted: that would tell of fewer than five people.") {
		t.Errorf("notes %v", notes)
	}
	role := Margin{Question: survey.RoleID, Shares: []Share{{"parent", 80}, {"teacher", 20}}}
	p = weightedPass(few, role, welcomeMargin(30, 30, 40))
	if got := p.Weighting.Questions; len(got) != 1 || !strings.Contains(p.Weighting.Notes[0], "“I feel welcome”: they would tell of fewer than five people") {
		t.Errorf("weighted by %v, notes %v", got, p.Weighting.Notes)
	}
}

// Where nearly all of those who gave an answer wrote about a theme, each of them did,
// and a weighted share would tell.
func TestWeightedSharesHideWhatAllOfAnAnswerWrote(t *testing.T) {
	p := weightedPass(answering(survey.Parent, []int{0, 10, 10, 5}, []int{0, 0, 10, 25}), welcomeMargin(30, 30, 40))
	f := only(t, Themes, p)
	if c, ok := cell(&f, "Trust", "Weighted share"); !ok || !c.Hidden {
		t.Errorf("%+v", c)
	}
	if c, _ := cell(&f, "Respect", "Weighted share"); c.Hidden {
		t.Error("what nobody wrote about is hidden too")
	}
	if c, _ := cell(&f, "Trust", "Share"); c.Hidden {
		t.Error("the share as counted is hidden too")
	}
}

// Whatever people answer, weighted shares meet the margins among them.
func TestWeightsMeetTheirMargins(t *testing.T) {
	people := slices.Concat(
		answering(survey.Parent, []int{7, 10, 12, 25}, []int{6, 10, 10, 25}), answering(survey.Teacher, []int{5, 10, 10, 6}, []int{0, 10, 10, 9}),
	)
	role := Margin{Question: survey.RoleID, Shares: []Share{{"parent", 80}, {"teacher", 20}}}
	p := weightedPass(people, role, welcomeMargin(30, 30, 40))
	counts, _ := p.Tally.Count(p.at.combined)
	var all, teachers, known, no stats.Weights
	for place, n := range counts {
		w := stats.Weighted(n, p.Weighting.weights[place])
		all = all.Plus(w)
		of := p.combinedOf(place)
		if slices.Contains(of[0], survey.Teacher.Choice()) {
			teachers = teachers.Plus(w)
		}
		if len(of[1]) > 0 {
			known = known.Plus(w)
			if of[1][0] == 0 {
				no = no.Plus(w)
			}
		}
	}
	nearly(t, "teachers", teachers.Sum/all.Sum, 0.2)
	nearly(t, "No", no.Sum/known.Sum, 0.3)
	nearly(t, "mean weight", all.Sum/float64(all.People), 1)
}
