package analysis_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/analysis"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/review"
)

// open reads files given by name and content.
func open(t *testing.T, files map[string]string) *intake.Intake {
	t.Helper()
	folder := fstest.MapFS{}
	var sources []intake.Source
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
		sources = append(sources, intake.Source{Name: name, Path: name, FS: folder})
	}
	slices.SortFunc(sources, func(a, b intake.Source) int { return strings.Compare(a.Name, b.Name) })
	in, err := intake.Open(t.Context(), intake.Plan{Sources: sources, Spool: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return in
}

func run(t *testing.T, files map[string]string) *analysis.Found {
	t.Helper()
	found, err := analysis.Run(context.Background(), analysis.Plan{Spool: t.TempDir()}, open(t, files))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { found.Close() })
	return found
}

// answers is a file with one open question, a row for each text.
func answers(texts ...string) string {
	var b strings.Builder
	b.WriteString("What could we do better?\n")
	for _, s := range texts {
		fmt.Fprintf(&b, "%q\n", s)
	}
	return b.String()
}

var twelveParents = answers(
	"Please keep us informed about grades.", "Nobody ever answers my messages.", "We want more communication.",
	"Call me at 555-201-3344 when my son is late.", "Mrs. Alder blames the parents.", "Answer our e-mails, please.",
	"I trust the teachers.", "The newsletter comes too late to plan.", "The garden is lovely.", "My daughter likes her class.",
	"We saw a heron at the pond.", "The paint in the hall is new.")

var threeTeachers = answers(
	"Parents should communicate more with us.", "Families should keep us informed.", "I need more time for messages to parents.")

// Groups of fewer than five are withheld whole: no number, no quote, no
// comment, and no sentence about them.
func TestSmallGroupsAreWithheld(t *testing.T) {
	r := run(t, map[string]string{"parents.csv": twelveParents, "teachers.csv": threeTeachers}).Report
	teachers := 0
	for f := range r.Findings() {
		for j, c := range f.Table.Columns {
			for _, row := range f.Table.Rows {
				about := c.Key == "teacher" || strings.HasPrefix(c.Name, "Parents minus") || slices.ContainsFunc(row, func(c findings.Cell) bool { return c.Label == "Teachers" })
				if about && c.Unit != findings.Label {
					teachers++
					if !row[j].Hidden {
						t.Errorf("%s, %s, %q: %v is shown", f.ID, c.Name, row[0].Label, row[j].Number)
					}
				}
			}
		}
		for _, q := range f.Quotes {
			if q.Role != "parent" {
				t.Errorf("%s quotes a %s: %q", f.ID, q.Role, q.Text)
			}
		}
		if strings.Contains(f.Title, "eachers") {
			t.Errorf("%s tells of teachers: %q", f.ID, f.Title)
		}
		if len(f.Tests) > 0 {
			t.Errorf("%s tests three teachers: %+v", f.ID, f.Tests)
		}
	}
	if teachers < 5 {
		t.Errorf("only %d cells about teachers were found", teachers)
	}
	for c, err := range r.Comments() {
		if err != nil || c.Role != "" || strings.Contains(threeTeachers, c.Text) {
			t.Errorf("comment of a %s: %q, %v", c.Role, c.Text, err)
		}
	}
}

// A file, a language or a pair of roles of fewer than five people is a small
// group too: nobody in it is quoted.
func TestPeopleOfSmallGroupsAreNotQuoted(t *testing.T) {
	r := run(t, map[string]string{
		"parents.csv": twelveParents + answers("Nos gustaría recibir más información sobre las tareas, por favor.")[len(answers()):],
		"tiny.csv":    answers("The school never tells us anything about homework.", "Nobody answers our messages at the tiny school."),
	}).Report
	quotes := 0
	for f := range r.Findings() {
		for _, q := range f.Quotes {
			quotes++
			if strings.Contains(q.Source, "tiny") || strings.Contains(q.Text, "gustaría") {
				t.Errorf("%s quotes %q (%s)", f.ID, q.Text, q.Source)
			}
		}
	}
	if quotes < 3 {
		t.Errorf("%d quotes", quotes)
	}
}

// A quote names its writer's role and file: each may be a group that is large
// enough, and the teachers of one file too few.
func TestFewOfARoleInAFileAreNotShown(t *testing.T) {
	roles := func(teachers int) string {
		var b strings.Builder
		b.WriteString("Role,What could we do better?\n")
		for i := range 12 {
			role := "Parent"
			if i < teachers {
				role = "Teacher"
			}
			fmt.Fprintf(&b, "%s,\"Please keep us informed about homework, week %d.\"\n", role, i+teachers)
		}
		return b.String()
	}
	r := run(t, map[string]string{"east.csv": roles(2), "west.csv": roles(8)}).Report
	teachers := 0
	for c, err := range r.Comments() {
		switch {
		case err != nil:
			t.Fatal(err)
		case c.Role != "teacher":
		case strings.Contains(c.Text, "week 2.") || strings.Contains(c.Text, "week 3."):
			t.Errorf("one of two teachers is shown: %q", c.Text)
		default:
			teachers++
		}
	}
	if teachers != 5 {
		t.Errorf("%d teachers of the other file, want 5 of 8: of the 10 that are counted, 2 alone must not be missing", teachers)
	}
}

// Who was asked whether they may be quoted and did not agree is counted, but
// none of their words are shown, not even an empty cell taken for agreement.
func TestOnlyThoseWhoAgreeAreQuoted(t *testing.T) {
	var b strings.Builder
	b.WriteString("What could we do better?,May we quote you?\n")
	for i, text := range []string{"Please keep us informed about grades.", "Answer our messages, please.", "We want more communication.", "Call me when my son is late.",
		"Families should be heard at meetings.", "Answer our e-mails, please.", "I trust the teachers.", "The newsletter comes too late to plan.",
		"The garden is lovely.", "My messages go unread.", "My daughter likes her class.", "It is late when school ends."} {
		fmt.Fprintf(&b, "%q,%s\n", text, []string{"Yes", "No", "Yes", ""}[i%4])
	}
	r := run(t, map[string]string{"parents.csv": b.String()}).Report
	var shown []string
	for f := range r.Findings() {
		for _, q := range f.Quotes {
			shown = append(shown, q.Text)
		}
	}
	for c, err := range r.Comments() {
		if err != nil {
			t.Fatal(err)
		}
		shown = append(shown, c.Text)
	}
	if len(shown) < 4 {
		t.Errorf("only %q is shown", shown)
	}
	for _, text := range shown {
		for _, word := range []string{"messages", "late", "e-mails", "newsletter"} {
			if strings.Contains(text, word) {
				t.Errorf("%q is shown, though its writer did not agree", text)
			}
		}
	}
}

// Of too few people nothing is told but that they are too few.
func TestTooFewPeopleAreNotToldOf(t *testing.T) {
	r := run(t, map[string]string{"parents.csv": answers("We trust the teachers.", "More homework help, please.", "Call us.")}).Report
	for f := range r.Findings() {
		if f.ID != "respondents" || f.Title != "Too few people answered to show any numbers." {
			t.Errorf("%s: %q", f.ID, f.Title)
		}
	}
}

// Names are masked in choices too, and a column that tells people apart makes
// no groups.
func TestChoicesAreMasked(t *testing.T) {
	file := "Homeroom,What could we do better?\n" + strings.Repeat("Ms. Lopez,Answer our messages please\nMr. Stone,We need more time\n", 6)
	r := run(t, map[string]string{"parents.csv": file}).Report
	var b strings.Builder
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "Lopez") || strings.Contains(b.String(), "Stone") {
		t.Error("a teacher's name is shown")
	}
	for _, by := range []string{"Email", "Name"} {
		source := fstest.MapFS{"a.csv": {Data: []byte("Name,Email,Comments on the school\nAnn Lee,a@example.org,Call us more often please\nBo Day,b@example.org,Tell us about the trips\n")}}
		_, err := intake.Open(t.Context(), intake.Plan{Sources: []intake.Source{{Name: "a.csv", Path: "a.csv", FS: source}}, By: []string{by}, Spool: t.TempDir()})
		if err == nil || !strings.Contains(err.Error(), "makes no groups") {
			t.Errorf("--by %s: %v", by, err)
		}
	}
}

// What may be shown is masked; what a principal reviews is as it was written.
func TestNamesAndNumbersStayInTheReview(t *testing.T) {
	found := run(t, map[string]string{"parents.csv": twelveParents})
	secrets := []string{"555-201-3344", "Alder"}
	shown := 0
	for c, err := range found.Report.Comments() {
		if err != nil {
			t.Fatal(err)
		}
		shown++
		for _, s := range secrets {
			if strings.Contains(c.Text, s) {
				t.Errorf("shown: %q", c.Text)
			}
		}
	}
	if shown != 12 {
		t.Errorf("%d comments of 12 are shown", shown)
	}
	var rows []review.Row
	for row, err := range found.Review() {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	if len(rows) != 12 || !strings.Contains(rows[3].Text, secrets[0]) || rows[3].Row != 5 {
		t.Errorf("review: %+v", rows)
	}
}

// Comments are listed in an order that has nothing to do with the file's.
func TestCommentsOfOnePersonAreNotLinked(t *testing.T) {
	order := func(text string) (order []string) {
		for c := range run(t, map[string]string{"parents.csv": text}).Report.Comments() {
			order = append(order, c.Text)
		}
		return order
	}
	lines := strings.Split(strings.TrimSpace(twelveParents), "\n")
	turned := slices.Clone(lines)
	slices.Reverse(turned[1:])
	if a, b := order(twelveParents), order(strings.Join(turned, "\n")); !slices.Equal(a, b) {
		t.Errorf("the order of the file shows:\n%q\n%q", a, b)
	}
}

// A run that is stopped says so and leaves no working files.
func TestStoppedRunLeavesNothing(t *testing.T) {
	in := open(t, map[string]string{"parents.csv": twelveParents})
	ctx, stop := context.WithCancel(context.Background())
	stop()
	dir := t.TempDir()
	if _, err := analysis.Run(ctx, analysis.Plan{Spool: dir}, in); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want canceled", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// Files are named without their folders, unless that would confuse them.
func TestFilesAreNamedShortly(t *testing.T) {
	r := run(t, map[string]string{"2025/spring/parents.csv": twelveParents, "2026/spring/parents.csv": twelveParents, "2026/teachers.csv": threeTeachers}).Report
	var names []string
	for _, s := range r.Sources {
		names = append(names, s.File)
	}
	if want := []string{"2025/spring/parents.csv", "2026/spring/parents.csv", "teachers.csv"}; !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}
}
