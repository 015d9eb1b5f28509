package measure

import (
	"slices"
	"testing"

	"commonground/analysis/survey"
)

// Those invited are told with those who came; a small group stays small, and
// what can't be told is said to be so.
func TestInvitedAreToldWithThoseWhoCame(t *testing.T) {
	people := slices.Concat(
		times(20, person{roles: []survey.Role{survey.Parent}, pick: 3}),
		times(10, person{roles: []survey.Role{survey.Parent}, pick: 1}),
		times(8, person{roles: []survey.Role{survey.Teacher}, pick: 3}),
		times(2, person{roles: []survey.Role{survey.Staff}}), times(6, person{roles: []survey.Role{survey.Community}}),
	)
	for _, tt := range []struct {
		in   Invited
		want string
	}{
		{Invited{Role: survey.Parent, People: 120}, "30 of 120 invited parents answered (25%)."},
		{Invited{Role: survey.Staff, People: 9}, "Fewer than five of 9 invited members of staff answered."},
		{Invited{Role: survey.Teacher, People: 7}, "7 invited teachers; more than that answered, so the number is not right."},
		{Invited{Question: "welcome", Answer: "yes", People: 56}, "“yes” for “welcome”: 28 of 56 invited people answered (50%)."},
		{Invited{Role: survey.Parent, Question: "welcome", Answer: "Yes", People: 40}, "“Yes” for “welcome”: 20 of 40 invited parents answered (50%)."},
		{Invited{Role: survey.Parent, Question: "welcome", Answer: "Perhaps", People: 40}, "“Perhaps” for “welcome”: 40 invited parents; how many of them answered can't be told from the files."},
		{Invited{Role: survey.Parent, Wave: "2026", People: 40}, "2026: 40 invited parents; how many of them answered can't be told from the files."},
	} {
		p := pass(people, tt.in)
		if notes := p.invited(); len(notes) != 1 || notes[0].Text != tt.want {
			t.Errorf("%+v: %q, want %q", tt.in, notes, tt.want)
		}
	}
}
