package tally_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// role, scale and open are the questions of the survey counted here.
const (
	role = iota
	scale
	open
)

const themes = 3

// coded is one response with its codings.
type coded struct {
	response *survey.Response
	codings  []codebook.Coding
}

func layout() *tally.Layout {
	l := &tally.Layout{}
	theme := func(theme int, _ survey.Tone) int { return theme }
	byRole := l.Add(tally.Answers("role", role, 6))
	side := l.Add(tally.Only("side", role, 6))
	answers := l.Add(tally.Answers("scale", scale, 5))
	anywhere := l.Add(tally.Coded("themes", tally.Anywhere, themes, theme))
	at := l.Add(tally.Coded("themes@open", open, themes, theme))
	state := l.Add(tally.States("state"))
	l.Add(tally.Languages("language"))
	for _, item := range []int{answers, anywhere, at, state} {
		l.Cross(item, byRole)
		l.Cross(item, side)
	}
	l.Cross(anywhere, anywhere)
	return l
}

var anyResponse = rapid.Custom(func(t *rapid.T) coded {
	r := &survey.Response{Answers: make([]survey.Answer, 3)}
	for p := range 6 {
		if rapid.Bool().Draw(t, "has role") {
			r.Answers[role].Picks = append(r.Answers[role].Picks, p)
			r.Answers[role].State = survey.Read
		}
	}
	if rapid.Bool().Draw(t, "answers") {
		r.Answers[scale] = survey.Answer{State: survey.Read, Picks: []int{rapid.IntRange(0, 4).Draw(t, "pick")}}
	}
	var codings []codebook.Coding
	for i := range rapid.IntRange(0, 3).Draw(t, "comments") {
		state := survey.State(rapid.IntRange(int(survey.NoContent), int(survey.Read)).Draw(t, "state"))
		r.Comments = append(r.Comments, survey.Comment{Question: open, State: state, Lang: survey.English})
		for range rapid.IntRange(0, 4).Draw(t, "mentions") {
			if state == survey.Read {
				codings = append(codings, codebook.Coding{Comment: i, Theme: rapid.IntRange(0, themes-1).Draw(t, "theme")})
			}
		}
	}
	return coded{r, codings}
})

func count(l *tally.Layout, all []coded) *tally.Tally {
	t := tally.New(l)
	for _, c := range all {
		t.Add(c.response, c.codings)
	}
	return t
}

// counts is everything that a tally can tell.
func counts(l *tally.Layout, t *tally.Tally) map[string][]int64 {
	all := map[string][]int64{}
	for i, item := range l.Items {
		n, base := t.Count(i)
		all[item.ID] = append([]int64{base}, n...)
		for j, by := range l.Items {
			if x := t.Cross(i, j); x != nil {
				all[item.ID+" by "+by.ID] = x.Base
				for _, row := range x.Counts {
					all[item.ID+" by "+by.ID] = append(all[item.ID+" by "+by.ID], row...)
				}
			}
		}
	}
	return all
}

// Any split of the responses and any order of its parts give the same tally.
func TestSplitAndOrderDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(anyResponse, 0, 30).Draw(t, "responses")
		shuffled := rapid.Permutation(all).Draw(t, "shuffled")
		cut := rapid.IntRange(0, len(all)).Draw(t, "cut")
		l := layout()
		whole := count(l, all)
		second := count(l, shuffled[cut:])
		if err := second.Merge(count(l, shuffled[:cut])); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(counts(l, whole), counts(l, second)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestTalliesOfOtherLayoutsDoNotMerge(t *testing.T) {
	if err := tally.New(layout()).Merge(tally.New(&tally.Layout{})); err == nil {
		t.Error("merged")
	}
}

// A theme said three times by one parent counts once, and a person who is
// parent and teacher is in both columns and on neither side.
func TestPeopleAreCountedNotMentions(t *testing.T) {
	l := layout()
	both := coded{
		response: &survey.Response{
			Answers: []survey.Answer{
				{State: survey.Read, Picks: []int{survey.Parent.Choice(), survey.Teacher.Choice()}}, {}, {State: survey.Read},
			},
			Comments: []survey.Comment{{Question: open, State: survey.Read}, {Question: open, State: survey.Read}},
		},
		codings: []codebook.Coding{{Theme: 1}, {Theme: 1}, {Comment: 1, Theme: 1}},
	}
	tl := count(l, []coded{both})
	if n, base := tl.Count(l.Index("themes")); base != 1 || n[1] != 1 {
		t.Errorf("theme counted %d times of %d, want 1 of 1", n[1], base)
	}
	byRole := tl.Cross(l.Index("themes"), l.Index("role"))
	if byRole.Counts[1][survey.Parent.Choice()] != 1 || byRole.Counts[1][survey.Teacher.Choice()] != 1 {
		t.Errorf("by role: %v, want both columns", byRole.Counts)
	}
	side := tl.Cross(l.Index("themes"), l.Index("side"))
	if side.Base[survey.Parent.Choice()] != 0 || side.Base[survey.Teacher.Choice()] != 0 {
		t.Errorf("sides: %v, want neither", side.Base)
	}
}

// Words without content leave the base of those who wrote something.
func TestNonAnswersLeaveTheBase(t *testing.T) {
	l := layout()
	none := coded{response: &survey.Response{
		Answers:  make([]survey.Answer, 3),
		Comments: []survey.Comment{{Question: open, State: survey.NoContent}},
	}}
	tl := count(l, []coded{none})
	if _, base := tl.Count(l.Index("themes")); base != 0 {
		t.Errorf("base %d, want 0", base)
	}
	if n, _ := tl.Count(l.Index("state")); n[survey.NoContent] != 1 {
		t.Errorf("states %v, want one non-answer", n)
	}
}
