package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Rows that stand a column off are seen by what the cells are, counted, and
// mended only where the plan says so.
func TestShiftedRows(t *testing.T) {
	var file strings.Builder
	file.WriteString("Timestamp,Email,I feel heard,What is going well?,Lunch is good\n")
	for i := range 12 {
		level := []string{"Agree", "Disagree", "Strongly agree"}
		fmt.Fprintf(&file, "2026-04-%02d 08:00:00,p%d@example.org,%s,The garden is lovely in month %d,%s\n", i+1, i, level[i%3], i, level[i%2])
	}
	file.WriteString("q1@example.org,Agree,We like the bus,Disagree\n")                                  // the time is missing
	file.WriteString(",2026-04-14 08:00:00,q2@example.org,Disagree,We like the fence,Agree\n")           // a cell too many
	file.WriteString("2026-04-15 08:00:00,q3@example.org,Agree,Notes, calls and a smile,Disagree\n")     // a comma that nobody quoted
	file.WriteString("2026-04-16 08:00:00,q4@example.org,Agree,We like the lunch,Disagree,more,cells\n") // beyond help
	for _, tt := range []struct {
		fate        Fate
		respondents int
		doubts      string
		last        string
	}{
		{Keep, 13, "14", "Disagree"},
		{LeaveOut, 12, "14", "The garden is lovely in month 11"},
		{Mend, 15, "14 15 16", "Notes, calls and a smile"},
	} {
		in := mustOpen(t, Plan{Rows: Rows{Shifted: tt.fate}}, "a.csv", file.String())
		checkRows(t, in)
		r := in.Reads[0]
		var doubts []string
		for _, d := range r.Doubts {
			if d.Err == errShifted {
				doubts = append(doubts, fmt.Sprint(d.Row))
			}
		}
		all := responses(t, in)
		last := answer(in.Survey, all[len(all)-1], "what-is-going-well")
		got := fmt.Sprintf("%d: %s: %s", in.Respondents, strings.Join(doubts, " "), last)
		if want := fmt.Sprintf("%d: %s: %s", tt.respondents, tt.doubts, tt.last); got != want {
			t.Errorf("fate %d: %s, want %s", tt.fate, got, want)
		}
		notes := strings.Join(r.Notes, " ")
		if r.Rows != 16 || !strings.Contains(notes, "beginning with row 14; ") || strings.Contains(notes, "can have mended: 2, beginning with row 15") == (tt.fate == Mend) {
			t.Errorf("%d rows, %q", r.Rows, r.Notes)
		}
		if tt.fate == Mend {
			want := []string{"Timestamp: timestamp", "Email: personal", "I feel heard: scale", "What is going well?: open", "Lunch is good: scale"}
			if diff := cmp.Diff(want, kinds(r)); diff != "" {
				t.Error(diff)
			}
		}
	}
}

// Rows that stand off from a column in the middle on are seen as well, and don't
// change what a column of few answers is taken for.
func TestRowsShiftedInTheMiddle(t *testing.T) {
	var file strings.Builder
	file.WriteString("Timestamp,Role,Grade,I feel heard,What is going well?,What should change?\n")
	for i := range 20 {
		row := []string{fmt.Sprintf("2026-04-%02d 08:00:00", i+1), []string{"Parent", "Teacher"}[i%2], fmt.Sprint("Grade ", i%5),
			[]string{"Agree", "Disagree", "Neutral", "Strongly agree"}[i%4], fmt.Sprintf("The garden is lovely in month %d", i), fmt.Sprintf("More news of bus %d would help us", i)}
		switch i {
		case 3, 9, 14: // an empty cell too many, and the last one lost
			row = append(row[:2:2], "", row[2], row[3], row[4])
		}
		file.WriteString(strings.Join(row, ",") + "\n")
	}
	for fate, want := range map[Fate]int{Keep: 20, LeaveOut: 17, Mend: 20} {
		in := mustOpen(t, Plan{Rows: Rows{Shifted: fate}}, "a.csv", file.String())
		checkRows(t, in)
		r := in.Reads[0]
		kept := []string{"Timestamp: timestamp", "Role: role", "Grade: attribute", "I feel heard: scale", "What is going well?: open", "What should change?: open"}
		if diff := cmp.Diff(kept, kinds(r)); diff != "" || in.Respondents != want {
			t.Errorf("fate %d: %d respondents, %s", fate, in.Respondents, diff)
		}
		if !strings.Contains(strings.Join(r.Notes, " "), "stand a column off: 3, beginning with row 5") {
			t.Errorf("fate %d: %q", fate, r.Notes)
		}
	}
}
