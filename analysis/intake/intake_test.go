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
			source.Role = plan.Sources[i/2].Role
			plan.Sources[i/2] = source
		} else {
			plan.Sources = append(plan.Sources, source)
		}
	}
	plan.Spool = t.TempDir()
	in, err := Open(plan)
	if err == nil {
		t.Cleanup(func() { in.Close() })
	}
	return in, err
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

func TestColumnsAreUnderstood(t *testing.T) {
	rows := func(cells ...string) string { return strings.Join(cells, "\n") + "\n" }
	tests := []struct {
		name string
		file string
		want []string
	}{
		{"a form's export", rows(
			"Timestamp,Email Address,I am a...,Grade(s),Home language,What is going well?,What could we do better?",
			"4/27/2026 7:47:19,a@example.org,Parent,Grade 1,English,The Friday notes help a lot,More time at pickup please",
			"4/28/2026 9:00:00,b@example.org,Teacher,\"Grade 1, Grade 3\",Spanish,Families answer my messages,Fewer apps would help",
			"4/28/2026 10:30:00,c@example.org,Parent,Grade 3,English,Her teacher knows her,Nothing comes to mind"),
			[]string{"Timestamp: timestamp", "Email Address: personal", "I am a...: role", "Grade(s): attribute", "Home language: attribute",
				"What is going well?: open", "What could we do better?: open"}},
		{"who the respondents are is personal", rows(
			"Respondent ID,First Name,Phone,IP Address,What is your name?,Comments",
			"9001,Ana,555-010-0199,192.0.2.1,Ana M,We like the garden very much",
			"9002,Bo,555-010-0198,192.0.2.2,Bo K,The office is kind to us"),
			[]string{"Respondent ID: respondent id", "First Name: personal", "Phone: personal", "IP Address: personal", "What is your name?: personal", "Comments: open"}},
		{"e-mails under another heading are personal", rows(
			"How may we reach you?,Comments", "a@example.org,We like the garden very much", "b@example.org,The office is kind to us"),
			[]string{"How may we reach you?: personal", "Comments: open"}},
		{"numbers, dates and scales of numbers", rows(
			"How many children do you have?,When did you move here?,The office is friendly (1-5),Rate us from 0 to 10,Bus minutes",
			"2,2019-08-01,4,9,12", "1,2021-01-15,5,0,35.5", "3,2020-03-09,3,7,20"),
			[]string{"How many children do you have?: number", "When did you move here?: date", "The office is friendly (1-5): scale", "Rate us from 0 to 10: scale", "Bus minutes: number"}},
		{"choices", rows(
			"Do you use the app?,How do you hear from us?,Which languages do you speak at home?,Empty",
			"Yes,Phone;Email,\"English, Spanish\",", "No,Email,English,", "Yes,Text;Phone,Spanish,", "No,Text,\"English, Somali\",", "Yes,Email;,Somali,"),
			[]string{"Do you use the app?: single", "How do you hear from us?: multiple", "Which languages do you speak at home?: multiple", "Empty: empty"}},
		{"Spanish headings", rows(
			"Marca temporal,Soy,Escuela,¿Qué está funcionando bien?,La escuela me escucha",
			"13/4/2026 8:00:00,Madre,Norte,Las maestras contestan pronto,De acuerdo",
			"14/4/2026 8:00:00,Maestro,Sur,Las familias ayudan en casa,Totalmente de acuerdo"),
			[]string{"Marca temporal: timestamp", "Soy: role", "Escuela: attribute", "¿Qué está funcionando bien?: open", "La escuela me escucha: scale"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, Plan{}, "answers.csv", tt.file)
			if diff := cmp.Diff(tt.want, kinds(in.Reads[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever the order of the answers in the file, a scale's choices come lowest
// first, and answers beside the scale count as skipped.
func TestScalesRunFromLowToHigh(t *testing.T) {
	tests := []struct{ name, cells, want string }{
		{"agreement", "Agree,Strongly disagree,Neutral,Strongly agree,Disagree", "Strongly disagree|Disagree|Neutral|Agree|Strongly agree"},
		{"acuerdo", "De acuerdo,Totalmente en desacuerdo,Ni de acuerdo ni en desacuerdo", "Totalmente en desacuerdo|Ni de acuerdo ni en desacuerdo|De acuerdo"},
		{"frequency", "Always,Never,Sometimes,Rarely,Often", "Never|Rarely|Sometimes|Often|Always"},
		{"frecuencia", "Siempre,Nunca,A veces", "Nunca|A veces|Siempre"},
		{"satisfaction", "Very satisfied,Dissatisfied,Satisfied,Very dissatisfied", "Very dissatisfied|Dissatisfied|Satisfied|Very satisfied"},
		{"quality", "Good,Poor,Excellent,Fair", "Poor|Fair|Good|Excellent"},
		{"calidad", "Bueno,Malo,Excelente,Regular", "Malo|Regular|Bueno|Excelente"},
		{"favorability", "Somewhat favorable,Very unfavorable,Very favorable", "Very unfavorable|Somewhat favorable|Very favorable"},
		{"with numbers before the words", "4 - Agree,1 - Strongly disagree,5 - Strongly agree", "1 - Strongly disagree|4 - Agree|5 - Strongly agree"},
		{"numbers to five", "4,2,5,1", "1|2|3|4|5"},
		{"numbers to seven", "4,2,6,1", "1|2|3|4|5|6|7"},
		{"numbers to ten", "4,0,9,1", "0|1|2|3|4|5|6|7|8|9|10"},
		{"numbers with words at the ends", "1 - Not at all,3,5 - Completely,2", "1 - Not at all|2|3|4|5 - Completely"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := "I feel heard,Comments\n"
			for cell := range strings.SplitSeq(tt.cells, ",") {
				file += cell + ",We like the new garden and the fence\n"
			}
			in := mustOpen(t, Plan{}, "a.csv", file+"n/a,\nDon't know,\n")
			q := in.Survey.Questions[2]
			if got := strings.Join(q.Choices, "|"); q.Kind != survey.Scale || got != tt.want {
				t.Errorf("%v %q, want %q", q.Kind, got, tt.want)
			}
			all := responses(t, in)
			for _, r := range all[len(all)-2:] {
				if got := r.Answers[2]; got.State != survey.Skipped || got.Picks != nil {
					t.Errorf("beside the scale: %+v", got)
				}
			}
			if len(in.Reads[0].Doubts) > 0 {
				t.Errorf("doubts: %v", in.Reads[0].Doubts)
			}
		})
	}
}

// What nobody chose for one item was still there to choose.
func TestItemsOfOneScaleShareItsLevels(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", "Lunch is good,The bus is safe,Notes help\nAgree,Strongly agree,Disagree\nAgree,Disagree,Agree\nAgree,Agree,Agree\n")
	for _, q := range in.Survey.Questions[2:] {
		if got := strings.Join(q.Choices, "|"); got != "Disagree|Agree|Strongly agree" {
			t.Errorf("%s: %s", q.Text, got)
		}
	}
}

func TestSurveyMonkey(t *testing.T) {
	tests := []struct {
		name, file      string
		questions, last []string
	}{
		{"two header rows",
			"Respondent ID,How do you hear from us? Select all.,,,How do you see them?,,What is going well?\n" +
				",Phone,Email,Other (please specify),The office,The bus,Open-Ended Response\n" +
				"11,Phone,Email,,Very favorably,Very unfavorably,We hear from the teacher each week\n" +
				"12,,Email,my neighbor tells me things,Very unfavorably,Very favorably,\n",
			[]string{
				"how-do-you-hear-from-us-select-all multiple Phone|Email",
				"how-do-you-hear-from-us-other-please-specify open",
				"how-do-you-see-them-the-office scale Very unfavorably|Very favorably",
				"how-do-you-see-them-the-bus scale Very unfavorably|Very favorably",
				"what-is-going-well open",
			},
			[]string{"Email", "my neighbor tells me things", "Very unfavorably", "Very favorably", ""}},
		{"question and choice in one row",
			"Respondent ID,How do you hear from us? - Phone,How do you hear from us? - Email,Which day is best?\n11,Phone,,Friday\n12,Phone,Email,Monday\n13,,,Monday\n",
			[]string{"how-do-you-hear-from-us multiple Phone|Email", "which-day-is-best single Friday|Monday"},
			[]string{"", "Monday"}},
		{"boxes that hold a mark",
			"ID,Which do you use? - Phone,Which do you use? - App\n1,x,\n2,x,x\n",
			[]string{"which-do-you-use multiple Phone|App"},
			[]string{"Phone + App"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, Plan{}, "export.csv", tt.file)
			if diff := cmp.Diff(tt.questions, described(in.Survey)); diff != "" {
				t.Fatal(diff)
			}
			all := responses(t, in)
			var got []string
			for _, q := range in.Survey.Questions[2:] {
				got = append(got, answer(in.Survey, all[len(all)-1], q.ID))
			}
			if diff := cmp.Diff(tt.last, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	const plain = "What is going well?\nThe garden is lovely\nOur notes get read\n"
	tests := []struct {
		name, file, content string
		plan                Plan
		want, from          string
	}{
		{"none", "answers.csv", plain, Plan{}, "unknown; unknown", "not stated"},
		{"file", "parents.csv", plain, Plan{}, "parent; parent", "the file's name"},
		{"archivo", "Encuesta maestros 2026.csv", plain, Plan{}, "teacher; teacher", "the file's name"},
		{"a file for both", "parents and teachers.csv", plain, Plan{}, "unknown; unknown", "not stated"},
		{"told", "teachers.csv", plain, Plan{Role: survey.Staff}, "staff; staff", "as told for the file"},
		{"told for the file", "teachers.csv", plain, Plan{Role: survey.Staff, Sources: []Source{{Role: survey.Parent}}}, "parent; parent", "as told for the file"},
		{"column before file", "parents.csv", "Role,What is going well?\nParent and teacher,The garden is lovely\n,Our notes get read\n", Plan{},
			"parent + teacher; parent", `column "Role", else the file's name`},
		{"columna", "r.csv", "¿Cuál es su relación con la escuela?,Comentarios\nMadre de un estudiante,Nos gusta el jardín\nPersonal de oficina,Las notas ayudan\n", Plan{},
			"parent; staff", `column "¿Cuál es su relación con la escuela?"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, tt.plan, tt.file, tt.content)
			var got []string
			for _, r := range responses(t, in) {
				got = append(got, answer(in.Survey, r, survey.RoleID))
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("roles %q, want %q", s, tt.want)
			}
			if in.Reads[0].RoleFrom != tt.from {
				t.Errorf("from %q, want %q", in.Reads[0].RoleFrom, tt.from)
			}
		})
	}
}

func TestStatedRoles(t *testing.T) {
	for statement, want := range map[string]string{
		"Parent/guardian":           "parent",
		"Grandparent":               "parent",
		"Paraprofessional/Staff":    "staff",
		"Teacher aide":              "staff",
		"Student teacher":           "teacher",
		"Parent of a student":       "parent",
		"Member of the community":   "community",
		"Padre de familia":          "parent",
		"Maestra y madre":           "parent + teacher",
		"Principal / Administrator": "staff",
		"Bystander":                 "",
	} {
		var got []string
		if set := statedRoles(statement); set != 0 {
			for _, p := range set.picks(nil) {
				got = append(got, survey.Roles()[p])
			}
		}
		if s := strings.Join(got, " + "); s != want {
			t.Errorf("%q: %q, want %q", statement, s, want)
		}
	}
}

func TestInferredRoles(t *testing.T) {
	for words, want := range map[string]roleSet{
		"I am a teacher and a parent of two.":                        only(survey.Parent) | only(survey.Teacher),
		"As a parent, I want notes. As a teacher I write them.":      only(survey.Parent) | only(survey.Teacher),
		"I’m a retired kindergarten teacher.":                        only(survey.Teacher),
		"As the parents of a quiet child, we worry.":                 only(survey.Parent),
		"My son's teacher called us.":                                only(survey.Parent),
		"I teach fourth grade, and my kids love it.":                 only(survey.Teacher),
		"Soy maestra y mamá.":                                        only(survey.Parent) | only(survey.Teacher),
		"Como padre quiero que me escuchen.":                         only(survey.Parent),
		"Mis hijos van contentos.":                                   only(survey.Parent),
		"Teachers need support, as the teacher in the film did.":     0,
		"Parents want news as much as teachers want support.":        0,
		"People such as teachers should be heard.":                   0,
		"Choir teacher here. Come and listen.":                       only(survey.Teacher),
		"mom of a third grader here":                                 only(survey.Parent),
		"Special ed teacher.\nWe need time.":                         only(survey.Teacher),
		"No kids of our own, just a neighbor.":                       only(survey.Community),
		"Support your teacher.":                                      0,
		"The teacher, to be fair, called us.":                        0,
		"I am a teacher aide in the morning.":                        only(survey.Staff),
		"Communication is the key to any partnership, in my opinion": 0,
	} {
		if got := inferredRoles(words); got != want {
			t.Errorf("%q: %b, want %b", words, got, want)
		}
	}
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
	fs := fstest.MapFS{"answers/parents.csv": {Data: []byte("a\nb\n")}}
	for path, want := range map[string]string{
		"none.csv": "none.csv: there is no such file",
		"answers":  "answers: this is a folder; name the files in it, such as answers/parents.csv",
	} {
		_, err := Open(Plan{Spool: t.TempDir(), Sources: []Source{{Name: path, Path: path, FS: fs}}})
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
