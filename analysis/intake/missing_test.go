package intake

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A question that the plan names and no file asks is told, with the columns
// that it may be, and a wording of another year only where it seems misspelled.
func TestMissingQuestionsAreNoted(t *testing.T) {
	plan := Plan{Questions: []Known{
		{Text: "What is going well in class?"},
		{Headers: []string{"Note", "Notes"}},
		{Text: "Bus", Headers: []string{"Which bus do you take?", "Which bus did you take last year?", "Which buss does your child take?"}},
	}}
	in := mustOpen(t, plan, "a.csv", "What is going badly in class?,Note,Which bus do you take?,Which bus does your child take?\nNothing at all with us,We like the garden,1,2\n")
	want := []string{
		`No file has a column "What is going well in class?" for the question "What is going well in class?"; did you mean "What is going badly in class?"?`,
		`No file has a column "Which buss does your child take?" for the question "Bus"; did you mean "Which bus does your child take?"?`,
	}
	if diff := cmp.Diff(want, in.Notes); diff != "" {
		t.Error(diff)
	}
}

// Nobody is quoted, and no name shown, because a header is misspelled.
func TestMissingPrivateColumnsAreRefused(t *testing.T) {
	const file = "Homeroom,OK with sharing,What is going well?\nMs. Poe,no,The garden is lovely\nMr. Roe,yes,Notes come home\n"
	tests := []struct {
		use  Use
		want string
	}{
		{Use{Header: "OK with shareing", Kind: ConsentColumn}, `no file has a column "OK with shareing" (consent); did you mean "OK with sharing"? Correct its name`},
		{Use{Header: "Homerom", Kind: Personal}, `did you mean "Homeroom"?`},
		{Use{Header: "Zip", Kind: Personal}, `no file has a column "Zip" (personal). Correct its name`},
		{Use{Header: "OK with Sharing?", Kind: ConsentColumn}, ""},
		{Use{Header: "Homerom", Kind: Personal, Optional: true}, ""},
		{Use{Header: "Seed", Kind: IgnoredColumn}, ""},
	}
	for _, tt := range tests {
		_, err := open(t, Plan{Columns: []Use{tt.use}}, "a.csv", file)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%+v: %v, want %q", tt.use, err, tt.want)
		}
	}
}

func TestReadingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Open(ctx, Plan{Spool: t.TempDir(), Sources: []Source{source("What is going well?,Bus\nThe garden,1\n")}})
	if err == nil || !strings.Contains(err.Error(), context.Canceled.Error()) {
		t.Errorf("error %v", err)
	}
}
