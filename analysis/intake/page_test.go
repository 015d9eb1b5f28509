package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

const post = `
Partners

What do teachers want from parents? What do parents want from teachers?

1. Rosa wrote: As a parent I like phone calls.

2. Tom, teacher says: Short notes home.

3. Evening meetings would help my daughter and me.

4. Rosa wrote: One more thing, the newsletter is too long.

5. The app is fine.

Leave a Reply
`

// The comments of one author are one response; those that nobody signed are
// each of another writer.
func TestThread(t *testing.T) {
	in := mustOpen(t, Plan{}, "teachers-blog.txt", post)
	r := in.Reads[0]
	if r.Used != 5 || r.Rows != 5 || in.Respondents != 4 || r.Thread == nil || len(r.Thread.Questions) != 2 {
		t.Fatalf("%+v", r)
	}
	if got := strings.Join(in.Names, ","); got != "Rosa,Tom" {
		t.Errorf("names %s", got)
	}
	var got []string
	for _, r := range responses(t, in) {
		got = append(got, fmt.Sprintf("%s inferred=%t: %s", answer(in.Survey, r, survey.RoleID), r.Answers[0].Inferred, answer(in.Survey, r, postID)))
	}
	want := []string{
		"parent inferred=true: As a parent I like phone calls. / One more thing, the newsletter is too long.",
		"teacher inferred=false: Short notes home.",
		"parent inferred=true: Evening meetings would help my daughter and me.",
		"unknown inferred=false: The app is fine.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, id := range []string{"what-do-teachers-want-from-parents", "what-do-parents-want-from-teachers"} {
		if in.Survey.Index(id) < 0 {
			t.Errorf("no question %s", id)
		}
	}
}

const summary = `Blog Summary: Partnerships

Questions posed by the blog:
What do you think teachers want from parents? What is your vision?

Respondents: 9

Highlighted statement:
“Trust is built on small promises.” — Nell, parent

  1. Both sides share goals.

    • “We all want the child to thrive.” — Omar
    • “News in both directions.” — Nell
  2. Needs differ.

    • “Teachers want backup.” — Pia
    • “Parents want calls.”

  1. Our meetings should be in the evening, when people are home.

  2. I teach, and letters go unread.

Comments are closed.
`

func TestSummary(t *testing.T) {
	in := mustOpen(t, Plan{}, "summary.txt", summary)
	if r := in.Reads[0]; r.Stated != 9 || r.Used != 7 || r.Respondents != 6 {
		t.Fatalf("%+v", r)
	}
	var got []string
	for _, r := range responses(t, in) {
		for _, c := range r.Comments {
			got = append(got, fmt.Sprintf("%d %s chosen=%t under=%d: %s", r.Respondent, answer(in.Survey, r, survey.RoleID), c.Chosen, c.Under, c.Text))
		}
	}
	want := []string{
		"1 parent chosen=true under=0: Trust is built on small promises.",
		"1 parent chosen=true under=1: News in both directions.",
		"2 unknown chosen=true under=1: We all want the child to thrive.",
		"3 unknown chosen=true under=2: Teachers want backup.",
		"4 unknown chosen=true under=2: Parents want calls.",
		"5 unknown chosen=false under=0: Our meetings should be in the evening, when people are home.",
		"6 teacher chosen=false under=0: I teach, and letters go unread.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPostWithoutComments(t *testing.T) {
	_, err := open(t, Plan{}, "post.txt", "Partners\n\nWhat helps?\n\nSearch\nNo ratings yet\nShare this story\n")
	if err == nil || !strings.Contains(err.Error(), "no responses found") {
		t.Errorf("%v", err)
	}
}

// A post's question is that of a form in nearly the same words.
func TestPostAsksWhatAFormAsks(t *testing.T) {
	in := mustOpen(t, Plan{}, "form.csv", "What do you think parents want from teachers?,Bus\nSome honest news about how each week went,1\nMore calls home before things grow,2\n", "blog.txt", post)
	if len(in.Joined) != 1 || len(in.Joined[0].Texts) != 2 {
		t.Errorf("joined %v of %v", in.Joined, described(in.Survey))
	}
}

// A comment that its writer sent twice is told, and counts once where the plan
// says so; strangers may say the same.
func TestDuplicateComments(t *testing.T) {
	twice := strings.Replace(post, "5. The app is fine.", "5. The app is fine.\n\n6. The app is fine.\n\n7. Rosa wrote: As a parent I like phone calls.", 1)
	in := mustOpen(t, Plan{}, "blog.txt", twice)
	odd := in.Reads[0].Odd
	if len(odd) != 1 || odd[0].What != "duplicate" || len(odd[0].Rows) != 1 || !odd[0].Kept {
		t.Fatalf("odd: %v", odd)
	}
	in = mustOpen(t, Plan{Rows: Rows{Duplicates: LeaveOut}}, "blog.txt", twice)
	checkRows(t, in)
	if r := in.Reads[0]; r.Used != 6 || r.Rows != 7 || r.Refused[0].Row != odd[0].Rows[0] {
		t.Errorf("%d rows, %d used", r.Rows, r.Used)
	}
}

// A part of a comment whose question was concluded from its words is marked.
func TestInferredQuestionsAreMarked(t *testing.T) {
	in := mustOpen(t, Plan{}, "blog.txt", strings.Replace(post, "5. The app is fine.", "5. The app is fine. What teachers want is sleep.", 1))
	var rows []string
	for _, d := range in.Reads[0].Doubts {
		rows = append(rows, d.Error())
	}
	if len(rows) != 1 || !strings.Contains(rows[0], "(inferred)") {
		t.Errorf("%q", rows)
	}
}
