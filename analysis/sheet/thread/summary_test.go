package thread

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const summaryPage = `Reading Nights Summary: What Families Told Us

The following is a summary of what families wrote between Oct. 1 and Nov. 2. Does it help? We hope so.

Questions posed by the blog:
What keeps you from coming? What would you enjoy? How should
we tell you?

Respondents: 1,027

Highlighted statement:
“A late start makes or breaks the evening, and teachers’ moods follow the clock.” — Dana, parent

People want evenings that start early. When they do, more come.

  1. Time is short. Both sides
     say so.

    • “Everyone wants… an evening that ends by eight.” — Lee
    • “Start at six – not at seven – and feed the children.” — Kim P., 3rd-grade teacher
    • “The bus (ours) leaves at eight.” – Sam
  2. Food brings people, e.g., soup.

    • “[My child] would say [every week], ‘Is it soup night? Say it’s soup night!’ ” — Ana
    • “What the flyer’s ‘light dinner’ really means is, “Bring your own,” and then, “Sorry.” — Joe
    • "Soup, i.e., anything warm;
      bread too." — Lee
    * “I’d come… if only for the bread…” — Mo and Flo
    • “We come for the stories.”

Post Script: The district’s plan (the PLAN) doubles the number of evenings.

  1. Start early. As a parent of two, I can only come before seven.

  2. I would bring soup.

     And bread. Who would not?

  3. ONLY when both come–with time–does it work.

Comments are closed.
`

func TestSummary(t *testing.T) {
	thread, entries := ReadText(summaryPage)
	want := &Thread{
		Title:       "Reading Nights Summary: What Families Told Us",
		Questions:   []string{"What keeps you from coming?", "What would you enjoy?", "How should we tell you?"},
		Respondents: 1027,
		Findings:    []string{"Time is short. Both sides say so.", "Food brings people, e.g., soup."},
	}
	if diff := cmp.Diff(want, thread); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	rows := strings.TrimPrefix(`
12 #1 Dana role=parent highlight: A late start makes or breaks the evening, and teachers’ moods follow the clock.
19 #2 Lee quote under=1: Everyone wants… an evening that ends by eight.
20 #3 Kim P. role=3rd-grade teacher quote under=1: Start at six – not at seven – and feed the children.
21 #4 Sam quote under=1: The bus (ours) leaves at eight.
24 #5 Ana quote under=2: [My child] would say [every week], ‘Is it soup night? Say it’s soup night!’
25 #6 Joe quote under=2: What the flyer’s ‘light dinner’ really means is, “Bring your own,” and then, “Sorry.”
26 #7 Lee quote under=2: Soup, i.e., anything warm; bread too.
28 #8 Mo and Flo quote under=2: I’d come… if only for the bread…
29 #9 quote under=2: We come for the stories.
33 #10: Start early. As a parent of two, I can only come before seven.
35 #11: I would bring soup. ¶ And bread. Who would not?
39 #12: ONLY when both come–with time–does it work.
`, "\n")
	thread.Questions = nil
	if diff := cmp.Diff(rows, show(thread, entries)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestUnquoted(t *testing.T) {
	for in, want := range map[string]string{
		`“a”`:               "a",
		`“a “b” c`:          "a “b” c",
		`“a “b.”`:           "a “b.”",
		`“a, “b.””`:         "a, “b.”",
		`“a, ‘b.’ ”`:        "a, ‘b.’",
		`"a"`:               "a",
		`"a "b" c"`:         `a "b" c`,
		`«a»`:               "a",
		`a “b”`:             "a “b”",
		`“a`:                "a",
		`[Some] “a” or “b”`: "[Some] “a” or “b”",
	} {
		if got := unquoted(in); got != want {
			t.Errorf("unquoted(%s) = %s, want %s", in, got, want)
		}
	}
}

func FuzzReadText(f *testing.F) {
	f.Add(summaryPage)
	for _, tt := range threads {
		f.Add(tt.page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		thread, entries := ReadText(page)
		line := 0
		for _, e := range entries {
			if strings.TrimSpace(e.Text) == "" || e.Line < line || e.Comment < 1 || e.Question < 0 || e.Question > len(thread.Questions) || e.Under > len(thread.Findings) {
				t.Errorf("%+v", e)
			}
			line = e.Line
		}
	})
}
