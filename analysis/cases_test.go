package analysis_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/codebook"
)

// Two files, one of them with people who left an answer out: the cases have the
// same words and codes as the rows to review.
func TestCasesHaveTheCodesOfTheReview(t *testing.T) {
	const some = "Role,What works?,What could we do better?\n" +
		"parent,I trust the teachers.,Nobody ever answers my messages.\n" +
		"teacher,,\n" +
		"parent,,Please call me; e-mail gets lost.\n" +
		"parent,The newsletter is lovely.,\n"
	found := run(t, map[string]string{"a.csv": some, "b.csv": twelveParents})
	var rows, cases []string
	for row, err := range found.Review() {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, fmt.Sprint(row.Respondent, row.Text, row.Tones))
	}
	people := 0
	for c, err := range found.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		people++
		for _, comment := range c.Comments {
			tones := make([]string, len(found.Themes))
			for i := range tones {
				if tone, ok := codebook.ToneOf(comment.Codings, i); ok {
					tones[i] = tone.String()
				}
			}
			cases = append(cases, fmt.Sprint(c.Response.Respondent, comment.Text, tones))
		}
	}
	slices.Sort(rows)
	slices.Sort(cases)
	if diff := cmp.Diff(rows, cases); diff != "" || people != 16 {
		t.Errorf("%d people; rows, cases: %s", people, diff)
	}
}
