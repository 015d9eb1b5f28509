package analysis_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/findings"
)

// twoQuestions is a file of 20 people, of whom 10 answer the second question.
// Lunch is spoken of in both.
func twoQuestions() string {
	var b strings.Builder
	b.WriteString("How could we communicate better?,What about the school day?\n")
	for i := range 20 {
		day := ""
		if i%2 == 0 {
			day = fmt.Sprintf([]string{"Lunch is cold on day %d.", "The bus comes late on route %d."}[i/2%2], i)
		}
		said := fmt.Sprintf([]string{"Please answer my phone calls in week %d.", "Tell us at lunch what is going on in room %d.", "I trust the teachers of room %d."}[i%3], i)
		fmt.Fprintf(&b, "%q,%q\n", said, day)
	}
	return b.String()
}

// Each of several codebooks reads the questions that it is said to read, and
// its shares are of the people who wrote to those.
func TestEachCodebookReadsItsQuestions(t *testing.T) {
	in := open(t, map[string]string{"parents.csv": twoQuestions()})
	var day string
	for _, q := range in.Survey.Questions {
		if q.Text == "What about the school day?" {
			day = q.ID
		}
	}
	found, err := analysis.Run(context.Background(), analysis.Plan{Spool: t.TempDir(), Book: codebook.Join(
		codebook.Part{Book: builtin(t, "partnership")}, codebook.Part{Book: builtin(t, "school-climate"), Questions: []string{day}})}, in)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	r := found.Report
	for _, tt := range []struct {
		finding, theme string
		people         float64
		base           int64
	}{
		{"themes", "Trust", 6, 20},
		{"themes.of.school-climate", "Food", 5, 10},
		{"themes.of.school-climate", "Transport", 5, 10},
		{"themes.of.school-climate", "Communication (School climate)", 0, 10},
	} {
		f := r.Finding(tt.finding)
		if f == nil {
			t.Fatalf("there is no %s", tt.finding)
		}
		if c, ok := cellOf(f, tt.theme); !ok || c.Number != tt.people || c.Base != tt.base {
			t.Errorf("%s, %s: %v of %d, want %v of %d", tt.finding, tt.theme, c.Number, c.Base, tt.people, tt.base)
		}
	}
	if f := r.Finding("themes.of.school-climate"); !strings.HasPrefix(f.Title, "School climate: Five of 10 wrote about") {
		t.Errorf("title %q", f.Title)
	}
	channels := r.Finding("channels")
	if c, ok := cellOf(channels, "Phone"); !ok || c.Number != 7 || c.Base != 20 {
		t.Errorf("channels: phone %v of %d people", c.Number, c.Base)
	}
	ids := map[string]bool{}
	for _, theme := range r.Codebook {
		if ids[theme.ID] {
			t.Errorf("there are two themes %s", theme.ID)
		}
		ids[theme.ID] = true
	}
	if !ids["communication"] || !ids["school-climate/communication"] || len(found.Themes) != len(r.Codebook) {
		t.Errorf("themes %v", ids)
	}
	if text := r.Method[0].Text; !strings.Contains(text, "School climate") || !strings.Contains(text, "reads the answers to “What about the school day?”") {
		t.Errorf("method %q", text)
	}
	lunch := 0
	for row, err := range found.Review() {
		if err != nil {
			t.Fatal(err)
		}
		for i, tone := range row.Tones {
			if id := found.Themes[i].ID; tone != "" && id == "food" {
				lunch++
				if row.Question != "What about the school day?" {
					t.Errorf("%q has %s", row.Text, id)
				}
			}
		}
	}
	if lunch != 5 {
		t.Errorf("%d answers have food, want 5", lunch)
	}
}

func builtin(t *testing.T, name string) *codebook.Codebook {
	t.Helper()
	b, err := codebook.Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// cellOf is the number of people of the row with that label.
func cellOf(f *findings.Finding, label string) (findings.Cell, bool) {
	for _, row := range f.Table.Rows {
		if row[0].Label == label {
			return row[1], true
		}
	}
	return findings.Cell{}, false
}
