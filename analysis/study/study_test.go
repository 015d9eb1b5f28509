package study

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"commonground/analysis/intake"
	"commonground/analysis/measure"
	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/samples"
)

const small = `title: Our survey
school:
  name: Lakeside
sources:
  - file: parents.csv
    role: parent
    wave: 2026
  - file: teachers.csv
groups: [grade, wave]
questions:
  - id: improve
    text: What could we do better?
    headers: ["What could we do better?", How can we improve?]
    kind: open
  - id: grade
    headers: [Grade]
    kind: attribute
    choices: [K, "1"]
columns:
  - header: Child's name
    kind: personal
rows:
  tests: leave out
privacy: public
roster:
  names: [Robin Example]
  file: staff.txt
invited:
  - role: parent
    people: 420
`

// folder holds a study file of that text, and the files that it names.
func folder(text string) fstest.MapFS {
	f := fstest.MapFS{"study.yaml": {Data: []byte(text)}}
	for _, name := range []string{"parents.csv", "teachers.csv", "logo.png", "findings.json", "a b/ç.csv", "our book.yaml"} {
		f[name] = &fstest.MapFile{}
	}
	f["staff.txt"] = &fstest.MapFile{Data: []byte("\ufeffSam Sample\r\n\r\n Kim Kind \n")}
	return f
}

func TestRead(t *testing.T) {
	s, err := Read("study.yaml", folder(small))
	if err != nil {
		t.Fatal(err)
	}
	plan := s.Plan()
	if diff := cmp.Diff([]string{"Robin Example", "Sam Sample", "Kim Kind"}, plan.Names); diff != "" {
		t.Error(diff)
	}
	if plan.Title != "Lakeside: Our survey" || s.Privacy != Public || s.Rows.Tests != intake.LeaveOut {
		t.Errorf("%q, %d, %v", plan.Title, s.Privacy, s.Rows)
	}
	if got := plan.Sources[0]; got.Path != "parents.csv" || got.Role != survey.Parent || got.Wave != "2026" {
		t.Errorf("%+v", got)
	}
	want := intake.Known{ID: "grade", Headers: []string{"Grade"}, Kind: intake.AttributeKind, Choices: []string{"K", "1"}}
	if diff := cmp.Diff(want, plan.Questions[1]); diff != "" {
		t.Error(diff)
	}
}

// Every mistake is told with its line, and with what to write instead.
func TestMistakes(t *testing.T) {
	for _, tt := range []struct{ name, old, new, want string }{
		{"unknown key", "title:", "titel:", `study.yaml:1: unknown key "titel"; the keys here are title, school`},
		{"unknown key within", "wave: 2026", "year: 2026", `study.yaml:7: unknown key "year"; the keys here are file, role, wave`},
		{"key twice", "kind: open", "text: Again", `study.yaml:14: the key "text" is already on line 12`},
		{"no YAML", "  name: Lakeside", "\tname: Lakeside", "study.yaml:3: not readable: the line begins with a tab: use spaces"},
		{"unknown role", "role: parent\n    wave", "role: mother\n    wave", `study.yaml:6: unknown role "mother"; write one of: parent, teacher`},
		{"unknown kind", "kind: open", "kind: text", `study.yaml:14: unknown kind "text"; write one of: open, single`},
		{"kind of a column", "kind: personal", "kind: open", `study.yaml:21: unknown kind "open"; write one of: respondent id`},
		{"unknown fate", "tests: leave out", "tests: mend", `study.yaml:23: unknown word for what becomes of these rows "mend"; write one of: keep, leave out`},
		{"no file", "teachers.csv", "staff.csv", "study.yaml:8: there is no file staff.csv"},
		{"file twice", "teachers.csv", "parents.csv", "study.yaml:8: parents.csv is listed twice"},
		{"id twice", "id: grade", "id: improve", `study.yaml:15: the id "improve" is already on line 11`},
		{"id taken", "id: grade", "id: role", `study.yaml:15: the id "role" is taken`},
		{"bad id", "id: grade", "id: Grade 1", `study.yaml:15: the id "Grade 1" may hold`},
		{"header twice", "headers: [Grade]", "headers: [How can we improve?]", `study.yaml:16: the header "How can we improve?" is already on line 13`},
		{"unknown group", "groups: [grade,", "groups: [school,", `study.yaml:9: no question has the id "school"`},
		{"mirror of nothing", "kind: open", "kind: open\n    mirror: praise", `study.yaml:15: no question has the id "praise"`},
		{"mirror of itself", "kind: open", "kind: open\n    mirror: improve", `study.yaml:11: question "improve" mirrors itself`},
		{"privacy", "privacy: public", "privacy: 2", `study.yaml:24: privacy "2": write internal`},
		{"people", "people: 420", "people: many", `study.yaml:30: "many" is not a whole number of 1 or more`},
		{"invited who", "role: parent\n    people", "wave: 2026\n    people", "study.yaml:29: say who was invited"},
		{"list", "groups: [grade, wave]", "groups: {grade: wave}", "study.yaml:9: expected a list"},
		{"open quote", "name: Lakeside", `name: "Lakeside`, "study.yaml:3: not readable: the quote that opens on this line does not close"},
		{"colon in a text", "name: Lakeside", "name: Lakeside: our school", `study.yaml:3: not readable: a text with a colon in it goes in quotes: name: "Lakeside: our school"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(small, tt.old, tt.new, 1)
			if text == small {
				t.Fatal("nothing was changed")
			}
			_, err := Read("study.yaml", folder(text))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// Who was invited has to be found among those who answered: in one of the waves,
// where there are several, and by an answer that the question has.
func TestInvitedHaveToFit(t *testing.T) {
	waves := strings.Replace(small, "teachers.csv", "teachers.csv\n    wave: 2025", 1)
	for _, tt := range []struct{ text, invited, want string }{
		{small, "role: parent", ""},
		{waves, "role: parent", "say of which wave the 420 people were invited, for there are 2026, 2025"},
		{waves, "role: parent\n    wave: 2O26", `no source is of the wave "2O26"; the waves are 2026, 2025`},
		{waves, "role: Parents\n    wave: 2026", ""},
		{small, "question: grade\n    answer: k", ""},
		{small, "question: grade\n    answer: Grade 1", `"Grade 1" is not among the choices of question "grade": K, 1`},
	} {
		_, err := Read("study.yaml", folder(strings.Replace(tt.text, "role: parent\n    people", tt.invited+"\n    people", 1)))
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: %v, want %q", tt.invited, err, tt.want)
		}
	}
}

// What all people are known to be made up of has to be answers to a question that
// tells people apart, once each, and everybody.
func TestMarginsHaveToFit(t *testing.T) {
	for _, tt := range []struct{ question, shares, want string }{
		{"grade", "{answer: k, percent: 40}, {answer: 1, percent: 60}", ""},
		{"role", "{answer: parent, percent: 90}, {answer: teacher, percent: 10}", ""},
		{"grade", "{answer: K, percent: 40}, {answer: 1, percent: 40}", `the shares of "grade" add up to 80, not to 100`},
		{"grade", "{answer: K, percent: 50}, {answer: k, percent: 50}", `the shares of "grade" have "k" twice`},
		{"grade", "{answer: Grade 1, percent: 100}", `"Grade 1" is not among the choices of question "grade": K, 1`},
		{"role", "{answer: Parents, percent: 100}", `"Parents" is not among the choices of question "role": parent, teacher`},
		{"wave", "{answer: 2026, percent: 100}", "people can't be weighted by their wave"},
		{"grade", "{answer: K, percent: 100}]}, {question: grade, shares: [{answer: K, percent: 100}", `question "grade" has two margins`},
	} {
		_, err := Read("study.yaml", folder(small+"\nmargins: [{question: "+tt.question+", shares: ["+tt.shares+"]}]\n"))
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: %v, want %q", tt.shares, err, tt.want)
		}
	}
}

// One text may stand where a list is asked for; IDs and names also with commas
// between them. One mistake is told once.
func TestListsInOneLine(t *testing.T) {
	text := strings.NewReplacer("groups: [grade, wave]", "groups: grade, wave", "headers: [Grade]", "headers: Grade, if any", "names: [Robin Example]", "names: Robin Example, Jo Sample").Replace(small)
	s, err := Read("study.yaml", folder(text))
	if err != nil {
		t.Fatal(err)
	}
	got := [][]string{s.Groups, s.Questions[1].Headers, s.Roster.Names}
	if diff := cmp.Diff([][]string{{"grade", "wave"}, {"Grade, if any"}, {"Robin Example", "Jo Sample"}}, got); diff != "" {
		t.Error(diff)
	}
	_, err = Read("study.yaml", folder(strings.Replace(small, "people: 420", "people: about 420", 1)))
	if err == nil || strings.Count(err.Error(), "study.yaml:") != 1 {
		t.Errorf("got %v", err)
	}
}

func TestAllMistakesAreTold(t *testing.T) {
	_, err := Read("study.yaml", folder("titel: A\nprivacy: none\n"))
	for _, want := range []string{":1: unknown key", ":2: privacy", "names no files"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

var compare = cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(Study{})}

// What is written is read back as it was, whatever its texts hold.
func TestWriteThenRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyStudy(t)
		var b strings.Builder
		if err := want.Write(&b); err != nil {
			t.Fatal(err)
		}
		got, err := Read("study.yaml", folder(b.String()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if diff := cmp.Diff(want, got, compare); diff != "" {
			t.Fatalf("%s\n%s", diff, b.String())
		}
	})
}

// The examples in a file that says little are right as they stand.
func TestExamplesCanBeUsed(t *testing.T) {
	s := &Study{
		Sources:   []Source{{File: "parents.csv"}},
		Questions: []intake.Known{{ID: "grade", Text: "Grade"}, {ID: "home-language", Text: "Home language"}},
	}
	var b strings.Builder
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	var used strings.Builder
	example := false
	for line := range strings.Lines(b.String()) {
		switch {
		case line == "\n":
			example = false
		case exampleStart.MatchString(line):
			example = true
		}
		if example {
			line = strings.TrimPrefix(line, "# ")
		}
		used.WriteString(line)
	}
	f := folder(used.String())
	f["last-year/findings.json"] = &fstest.MapFile{}
	got, err := Read("study.yaml", f)
	if err != nil {
		t.Fatalf("%v\n%s", err, used.String())
	}
	if got.School.Name == "" || got.Roster.File == "" || len(got.Invited) != 2 || len(got.Margins) != 1 || got.Rows.Previews != intake.LeaveOut ||
		got.Waves.Starts != time.August || len(got.Groups) != 1 || len(got.Columns) != 1 || got.Consent == "" || got.Privacy != Public {
		t.Errorf("%+v\n%s", got, used.String())
	}
}

var exampleStart = regexp.MustCompile("^# (title|school|waves|groups|columns|consent|rows|privacy|roster|invited|codebooks|margins|published):")

func anyStudy(t *rapid.T) *Study {
	text := rapid.OneOf(
		rapid.StringMatching(`[A-Za-z][A-Za-z ,.?'-]{0,20}`),
		rapid.StringOf(rapid.SampledFrom([]rune(" \t\n\"'\\:#-?{}[],&*!|>%@`~éß😀\u0085\u2028\ufeff\x07\x7f0=aA"))),
		rapid.String(),
	).Filter(func(s string) bool { return strings.TrimSpace(s) != "" })
	headers := rapid.SliceOfNDistinct(text, 12, 12, headerKey).Draw(t, "headers")
	ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z][a-z0-9]{4,8}`), 3, 3, rapid.ID[string]).Draw(t, "ids")
	maybe := func(label string) string { return rapid.OneOf(rapid.Just(""), text).Draw(t, label) }
	s := &Study{
		Title:   maybe("title"),
		School:  School{Name: maybe("school"), Logo: rapid.SampledFrom([]string{"", "logo.png"}).Draw(t, "logo")},
		Sources: []Source{{File: "parents.csv", Wave: maybe("wave")}, {File: "a b/ç.csv", Role: rapid.SampledFrom(roles).Draw(t, "role")}},
		Questions: []intake.Known{
			{ID: ids[0], Text: text.Draw(t, "text"), Headers: headers[:3], Kind: intake.ScaleColumn, Choices: headers[3:6], Mirror: ids[1]},
			{ID: ids[1], Text: headers[7], Kind: rapid.SampledFrom(questionKinds).Draw(t, "kind")},
			{ID: ids[2], Text: headers[8]},
		},
		Columns:   []intake.Use{{Header: headers[6], Kind: rapid.SampledFrom(columnKinds).Draw(t, "use")}},
		Consent:   rapid.SampledFrom([]string{"", headers[9]}).Draw(t, "consent"),
		Groups:    rapid.SampledFrom([][]string{nil, {ids[2]}, {ids[0], "wave"}}).Draw(t, "groups"),
		Roster:    Roster{Names: rapid.SliceOfN(text, 0, 2).Draw(t, "names"), File: rapid.SampledFrom([]string{"", "staff.txt"}).Draw(t, "file")},
		Privacy:   Privacy(rapid.SampledFrom([]int{0, 3, 5, 10, 12}).Draw(t, "privacy")),
		Codebooks: []Codebook{{Name: rapid.SampledFrom([]string{"partnership", "our book.yaml"}).Draw(t, "book"), Questions: rapid.SampledFrom([][]string{nil, ids[:2]}).Draw(t, "reads")}},
		Margins:   []measure.Margin{{Question: ids[0], Shares: []measure.Share{{Answer: headers[3], Percent: 33.25}, {Answer: headers[4], Percent: 66.75}}}},
		Invited: []measure.Invited{
			{Role: survey.Teacher, People: rapid.IntRange(1, 1e6).Draw(t, "people"), Wave: maybe("wave")},
			{Question: ids[0], Answer: headers[4], People: 1},
		},
		Rows: intake.Rows{
			Duplicates: rapid.SampledFrom([]intake.Fate{intake.Usual, intake.Keep, intake.LeaveOut}).Draw(t, "fate"),
			Shifted:    rapid.SampledFrom([]intake.Fate{intake.Usual, intake.Keep, intake.LeaveOut, intake.Mend}).Draw(t, "fate"),
			Fastest:    time.Duration(rapid.IntRange(0, 90).Draw(t, "seconds")) * time.Second,
		},
		Published: rapid.SampledFrom([]string{"", "findings.json"}).Draw(t, "published"),
	}
	switch rapid.IntRange(0, 2).Draw(t, "waves") {
	case 1:
		s.Waves.Column = headers[10]
	case 2:
		s.Waves.Starts = time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
	}
	return s
}

var update = flag.Bool("update", false, "write the sample's study file anew")

// The sample's study file is as init writes one, and says what it did before.
func TestSampleIsAsWritten(t *testing.T) {
	files, paths, err := samples.Open("riverbend")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Read(paths[0], files)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("../../samples/"+paths[0], b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := fs.ReadFile(files, paths[0])
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}

// Whatever the file holds, it is read or refused with its name.
func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add("sources: [{file: parents.csv, wave: &a x}]\ngroups: [*a]\n")
	f.Add("sources:\n  - file: parents.csv\nquestions: [[[[{}]]]]\nprivacy: !!int 5\n---\nmore\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Read("study.yaml", folder(text))
		switch {
		case err != nil && !strings.Contains(err.Error(), "study.yaml"):
			t.Errorf("%v", err)
		case err == nil:
			s.Plan()
		}
	})
}

func TestLargeFilesAreRefused(t *testing.T) {
	_, err := Read("study.yaml", folder(strings.Repeat("# more\n", fileLimit/7+1)))
	if err == nil || !strings.Contains(err.Error(), "larger than 4 MB") {
		t.Errorf("got %v", err)
	}
}

// A report's title names the school, in the report's language.
func TestTitleNamesTheSchool(t *testing.T) {
	for _, c := range []struct {
		school, title string
		l             say.Language
		want          string
	}{
		{"", "Spring survey", say.Spanish, "Spring survey"},
		{"Riverbend", "", say.English, "Riverbend: what parents and teachers wrote"},
		{"Riverbend", "", say.Spanish, "Riverbend: lo que escribieron padres y maestros"},
		{"Riverbend", "Spring survey", say.Spanish, "Riverbend: Spring survey"},
		{"Riverbend", "Riverbend in spring", say.English, "Riverbend in spring"},
	} {
		s := Study{Title: c.title, School: School{Name: c.school}}
		if got := s.TitleIn(c.l); got != c.want {
			t.Errorf("%q of %q is titled %q, want %q", c.title, c.school, got, c.want)
		}
	}
}

func TestLogoMustBeAPicture(t *testing.T) {
	s, err := Read("study.yaml", folder("school: {name: Riverbend, logo: logo.png}\nsources: [{file: parents.csv}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Logo(); err == nil || !strings.Contains(err.Error(), "the school's logo, logo.png: ") || !strings.Contains(err.Error(), "PNG or JPEG") {
		t.Errorf("%v", err)
	}
}
