package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/survey"
)

// open reads files given as name, content, name, content and so on.
func open(t testing.TB, plan Plan, files ...string) (*Intake, error) {
	t.Helper()
	fs := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fs[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
		source := Source{Name: files[i], Path: files[i], FS: fs}
		if i/2 < len(plan.Sources) {
			source.Role, source.Wave = plan.Sources[i/2].Role, plan.Sources[i/2].Wave
			plan.Sources[i/2] = source
		} else {
			plan.Sources = append(plan.Sources, source)
		}
	}
	plan.Spool = t.TempDir()
	in, err := Open(t.Context(), plan)
	if err == nil {
		t.Cleanup(func() { in.Close() })
	}
	return in, err
}

// source is a file of that content.
func source(content string) Source {
	return Source{Name: "a.csv", Path: "a.csv", FS: fstest.MapFS{"a.csv": {Data: []byte(content)}}}
}

func mustOpen(t testing.TB, plan Plan, files ...string) *Intake {
	t.Helper()
	in, err := open(t, plan, files...)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func responses(t testing.TB, in *Intake) []*survey.Response {
	t.Helper()
	var all []*survey.Response
	for r, err := range in.Responses() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// kinds lists a file's columns as "name: kind".
func kinds(r Read) []string {
	var all []string
	for _, c := range r.Columns {
		all = append(all, c.Name+": "+string(c.Kind))
	}
	return all
}

// described lists the survey's questions behind role and file, each as
// "id kind choice|choice".
func described(s *survey.Survey) []string {
	var all []string
	for _, q := range s.Questions[2:] {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", q.ID, q.Kind, strings.Join(q.Choices, "|"))))
	}
	return all
}

// answer tells an answer in words.
func answer(s *survey.Survey, r *survey.Response, id string) string {
	i := s.Index(id)
	q, a := s.Questions[i], r.Answers[i]
	switch {
	case q.Kind == survey.Open:
		var texts []string
		for _, c := range r.Comments {
			if c.Question == i {
				texts = append(texts, c.Text)
			}
		}
		return strings.Join(texts, " / ")
	case a.State != survey.Read:
		return ""
	case q.Kind == survey.Number || q.Kind == survey.Date:
		return fmt.Sprint(a.Number)
	}
	var picks []string
	for _, p := range a.Picks {
		picks = append(picks, q.Choices[p])
	}
	return strings.Join(picks, " + ")
}

func TestQuestionsAreJoinedAcrossFiles(t *testing.T) {
	in := mustOpen(t, Plan{},
		"parents.csv", "School,What is going well?,How do you hear from us?\nNorth,The garden is lovely,Phone\nSouth,Notes come home each week,Email\nNorth,We feel heard by all,Phone\n",
		"teachers.csv", "What is going WELL,How do you hear from us,Which room?\nFamilies do come to events,Text,A\nWe plan together each week,Phone,B\nThe new schedule works fine,Text,A\n")
	want := []string{"school single North|South", "what-is-going-well open", "how-do-you-hear-from-us single Phone|Email|Text", "which-room single A|B"}
	if diff := cmp.Diff(want, described(in.Survey)); diff != "" {
		t.Fatal(diff)
	}
	all := responses(t, in)
	if got := all[0].Answers[in.Survey.Index("which-room")].State; got != survey.NotAsked {
		t.Errorf("parents weren't asked for a room: %v", got)
	}
	if got := answer(in.Survey, all[3], "how-do-you-hear-from-us"); got != "Text" {
		t.Errorf("first teacher: %q", got)
	}
	if all[3].Respondent != 4 || all[3].From[0] != (survey.Place{File: 1, Row: 2}) {
		t.Errorf("first teacher is %d from %v", all[3].Respondent, all[3].From)
	}
}

func TestMirroredQuestions(t *testing.T) {
	for text, want := range map[string]survey.Role{
		"What do teachers want from parents?":                  survey.Teacher,
		"What do you think parents want from teachers?":        survey.Parent,
		"What do you want from your child's teacher?":          survey.Parent,
		"¿Qué quieren los maestros de los padres?":             survey.Teacher,
		"¿Qué cree que los padres esperan de los maestros?":    survey.Parent,
		"Where might their interests converge?":                survey.NoRole,
		"What do parents need?":                                survey.NoRole,
		"What is your vision for parents and teachers?":        survey.NoRole,
		"How could teachers hear more from parents this year?": survey.NoRole,
	} {
		if got, _ := wanting(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	in := mustOpen(t, Plan{}, "a.csv", "What do teachers want from parents?,What do parents want from teachers?\nThey want backup at home,We want some honest news\n")
	a, b := in.Survey.Questions[2], in.Survey.Questions[3]
	if a.Mirror != b.ID || b.Mirror != a.ID || a.Wants != survey.Teacher || b.Wants != survey.Parent {
		t.Errorf("%+v\n%+v", a, b)
	}
}

// All that one person wrote in one file is one response, in the place of the
// first row.
func TestOnePersonIsOneResponse(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", "Respondent ID,Lunch is good,What is going well?\n"+
		"1,Agree,The garden is lovely\n2,Disagree,Notes come home\n1,Strongly agree,The office is kind\n3,Agree,\n,Agree,The bus is on time\n,Agree,The bus is late\n2,,Notes come home\n")
	if in.Respondents != 5 || in.Reads[0].Respondents != 5 {
		t.Fatalf("%d respondents", in.Respondents)
	}
	var got []string
	for _, r := range responses(t, in) {
		got = append(got, fmt.Sprintf("%d: %s, %s, %d rows", r.Respondent, answer(in.Survey, r, "lunch-is-good"), answer(in.Survey, r, "what-is-going-well"), len(r.From)))
	}
	want := []string{
		"1: Strongly agree, The garden is lovely / The office is kind, 2 rows",
		"2: Disagree, Notes come home, 2 rows",
		"3: Agree, , 1 rows",
		"4: Agree, The bus is on time, 1 rows",
		"5: Agree, The bus is late, 1 rows",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRefusedAndDoubtfulRows(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", "Riverside survey\nSchool,Lunch is good,Minutes by bus,Comments\n"+
		"North,Agree,10,We like the new garden\n,,,\nSouth,Disagree,20,The fence is broken,extra\n"+
		"School,Lunch is good,Minutes by bus,Comments\nSouth,Perhaps,ten,The fence is broken again\n"+
		strings.Repeat("North,Agree,12.5,It is fine with us\nSouth,Disagree,7,All good over here\n", 10)+",,,\n")
	var got []string
	for _, e := range in.Reads[0].Refused {
		got = append(got, e.Error())
	}
	for _, e := range in.Reads[0].Doubts {
		got = append(got, e.Error())
	}
	want := []string{
		"a.csv:4: the row is empty",
		"a.csv:5: the row has 5 cells, the header has 4 columns",
		"a.csv:6: the row repeats the header",
		`a.csv:7: column "Lunch is good": "Perhaps" is not one of the scale's answers; read as skipped`,
		`a.csv:7: column "Minutes by bus": "ten" is not a number; read as skipped`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	r := in.Reads[0]
	if r.Rows != 25 || r.Used != 22 || r.Respondents != 22 {
		t.Errorf("%d rows, %d used, %d respondents", r.Rows, r.Used, r.Respondents)
	}
	if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], `"Riverside survey"`) {
		t.Errorf("notes %q", r.Notes)
	}
}

func TestPlanNamesGroups(t *testing.T) {
	const file = "Which bus?,What is going well?\n12,The garden is lovely\n14,Notes come home\n12,We feel heard\n"
	for _, by := range []string{"Which bus?", "which-bus", "role"} {
		in := mustOpen(t, Plan{By: []string{by}}, "a.csv", file)
		if got := in.Survey.Questions[2].Use; got != survey.Attribute && by != "role" {
			t.Errorf("%s: use %v", by, got)
		}
	}
	_, err := open(t, Plan{By: []string{"Bus"}}, "a.csv", file)
	if err == nil || !strings.Contains(err.Error(), `"Which bus?"`) {
		t.Errorf("unknown group: %v", err)
	}
}

func TestOpenErrors(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"empty.csv", "", "empty.csv: the file is empty"},
		{"header.csv", "Role,What is going well?\n", "header.csv: the file has a header but no answers"},
		{"names.csv", "Name,Email\nAna,a@example.org\nBo,b@example.org\n", `no question was found among the columns "Name" (personal), "Email" (personal); name one`},
	}
	for _, tt := range tests {
		if _, err := open(t, Plan{}, tt.name, tt.content); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
	fs := fstest.MapFS{"answers/.parents.csv": {Data: []byte("a\nb\n")}}
	for path, want := range map[string]string{
		"none.csv": "none.csv: there is no such file",
		"answers":  "answers: no file is in it",
	} {
		_, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: path, Path: path, FS: fs}}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

// Responses can be read again, and each is the caller's own.
func TestResponsesAreTheCallersOwn(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", "Lunch is good,Which bus?,What is going well?\nAgree,12,The garden is lovely\nDisagree,14,Notes come home\nAgree,12,We feel heard\n")
	first := responses(t, in)
	for _, r := range responses(t, in) {
		for i := range r.Answers {
			r.Answers[i].Picks = append(r.Answers[i].Picks, 99)
			r.Answers[i].Picks[0] = 99
		}
		r.Comments[0].Text = ""
	}
	again := responses(t, in)
	if diff := cmp.Diff(first, again); diff != "" {
		t.Error(diff)
	}
	if !slices.Equal(first[1].Answers[2].Picks, []int{0}) {
		t.Errorf("%+v", first[1].Answers[2])
	}
}
