package study

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/intake"
	"commonground/analysis/survey"
	"commonground/samples"
)

func openPlan(t *testing.T, plan intake.Plan) *intake.Intake {
	t.Helper()
	plan.Spool = t.TempDir()
	in, err := intake.Open(t.Context(), plan)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return in
}

func openFiles(t *testing.T, files fs.FS, names ...string) *intake.Intake {
	t.Helper()
	var plan intake.Plan
	for _, name := range names {
		plan.Sources = append(plan.Sources, intake.Source{Name: name, Path: name, FS: files})
	}
	return openPlan(t, plan)
}

const spread = `Respondent ID,What grade is your child in?,How do you hear from us? (all that apply),,,What could we do better?,How often do we call?
,Response,Phone,E-mail,Other (please specify),Open-Ended Response,Response
1,Grade 1,Phone,,,Call us back,Never
2,Grade 2,,E-mail,,Keep us informed,Often
3,Grade 1,Phone,E-mail,,More notice before meetings,Always
4,Grade 3,,,the neighbors,Answer our messages please,Often
5,Grade 2,Phone,,,Ask before you decide,Never
`

const boxes = `Timestamp,Channels - Phone,Channels - Paper,"Grade(s)",Anything else?
2026-04-01 08:00:00,1,0,"Grade 1, Grade 2",The office is kind
2026-04-01 09:00:00,0,1,Grade 1,I would like a second copy of each letter
2026-04-01 10:00:00,1,1,Grade 2,Please call before noon
2026-04-02 10:00:00,1,0,"Grade 1, Grade 2",The crossing guard is wonderful
2026-04-03 10:00:00,0,0,Grade 2,We were told too late about the trip
2026-04-03 11:00:00,1,0,Grade 1,Send the calendar by e-mail
`

// Files are understood with the study that was guessed of them as they are
// without it.
func TestGuessChangesNothing(t *testing.T) {
	riverbend, paths, err := samples.Open("riverbend/2026/parents.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	blog, posts, err := samples.Open("blog")
	if err != nil {
		t.Fatal(err)
	}
	small := fstest.MapFS{"2026/spread.csv": {Data: []byte(spread)}, "2026/boxes.csv": {Data: []byte(boxes)}}
	for _, tt := range []struct {
		name  string
		files fs.FS
		paths []string
	}{
		{"two roles", riverbend, append(paths, "riverbend/2026/teachers.csv")},
		{"two years", riverbend, []string{"riverbend/2025/parents.xlsx", "riverbend/2026/parents.xlsx"}},
		{"thread", blog, posts},
		{"spread over columns", small, []string{"2026/spread.csv"}},
		{"boxes", small, []string{"2026/boxes.csv"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			first := openFiles(t, tt.files, tt.paths...)
			guessed, err := Guess(first)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if err := guessed.Write(&b); err != nil {
				t.Fatal(err)
			}
			again, err := Read("study.yaml", overlay{tt.files, fstest.MapFS{"study.yaml": {Data: []byte(b.String())}}})
			if err != nil {
				t.Fatalf("%v\n%s", err, b.String())
			}
			second := openPlan(t, again.Plan())
			if len(second.Notes) > 0 {
				t.Errorf("notes: %q", second.Notes)
			}
			asked := func(in *intake.Intake) []survey.Question {
				return slices.DeleteFunc(slices.Clone(in.Survey.Questions), func(q survey.Question) bool { return q.Use == survey.WaveUse })
			}
			if diff := cmp.Diff(asked(first), asked(second)); diff != "" {
				t.Errorf("questions: %s\n%s", diff, b.String())
			}
			if first.Respondents != second.Respondents {
				t.Errorf("%d respondents, then %d", first.Respondents, second.Respondents)
			}
		})
	}
}

// An overlay has the files of one file system above those of another.
type overlay struct{ below, above fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	if f, err := o.above.Open(name); err == nil {
		return f, nil
	}
	return o.below.Open(name)
}

// The year in the name of a file or of its nearest folder names the wave, and
// else the year of its answers.
func TestWavesAreGuessed(t *testing.T) {
	rows := "Timestamp,What could we do better?\n2024-05-01 08:00:00,Call us\n2024-05-02 08:00:00,Write to us\n"
	both := rows + "2025-05-02 08:00:00,Ask us\n"
	files := fstest.MapFS{}
	want := map[string]string{"2025/parents.csv": "2025", "2023/parents 2025-26.csv": "2025-26", "answers_2025.csv": "2025", "room2025x/12025.csv": "2025", "plain.csv": "2024", "both.csv": ""}
	for name := range want {
		text := rows
		if name == "both.csv" {
			text = both
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	delete(want, "room2025x/12025.csv")
	for name, wave := range want {
		s, err := Guess(openFiles(t, files, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Sources[0].Wave; got != wave {
			t.Errorf("%s: wave %q, want %q", name, got, wave)
		}
	}
}

// Last year's answers stand in this year's study: IDs, texts, order of choices,
// groups and all that was settled once. What is new and gone is told.
func TestCarry(t *testing.T) {
	last, err := Read("last/study.yaml", fstest.MapFS{
		"last/old.csv": {}, "last/staff.txt": {Data: []byte("Kim Kind\n")}, "last/ours.yaml": {},
		"last/study.yaml": {Data: []byte(`title: Our survey
sources: [{file: old.csv, wave: 2025}]
groups: [grade, shift]
questions:
  - {id: better, text: What to improve, headers: [What could we do better?], kind: open}
  - {id: grade, text: Grade, kind: attribute, choices: [Grade 2, Grade 1]}
  - {id: shift, text: Shift, kind: attribute}
codebooks: [{name: ours.yaml, questions: [better]}]
roster: {file: staff.txt}
privacy: public
invited: [{role: parent, people: 70}]
`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	last.files = nil // as if it lay on the machine
	files := fstest.MapFS{"new.csv": {Data: []byte("Timestamp,Grade,What could we do better here?,How safe is it?\n" +
		"2026-04-01 08:00:00,Grade 1,Call us back soon,Very\n2026-04-01 09:00:00,Grade 2,Write to us more often,Not\n2026-04-01 10:00:00,Grade 3,Tell us before you decide,Very\n")}}
	s, err := Guess(openPlan(t, last.PlanFor([]intake.Source{{Name: "new.csv", Path: "new.csv", FS: files}})))
	if err != nil {
		t.Fatal(err)
	}
	changes, err := s.Carry(last)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutIn(filepath.FromSlash("this/year")); err != nil {
		t.Fatal(err)
	}
	better := s.question("better")
	if better == nil || better.Text != "What to improve" || better.Kind != intake.OpenColumn || len(better.Headers) != 2 {
		t.Fatalf("%+v", s.Questions)
	}
	if diff := cmp.Diff([]string{"Grade 2", "Grade 1", "Grade 3"}, s.question("grade").Choices); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"grade"}, s.Groups); diff != "" {
		t.Error(diff)
	}
	if len(changes.New) != 1 || changes.New[0].Text != "How safe is it?" || len(changes.Gone) != 1 || changes.Gone[0].ID != "shift" {
		t.Errorf("%+v", changes)
	}
	if s.Roster.File != "../../last/staff.txt" || s.Codebooks[0].Name != "../../last/ours.yaml" || s.Sources[0].File != "../../new.csv" {
		t.Errorf("%q, %q, %q", s.Roster.File, s.Codebooks[0].Name, s.Sources[0].File)
	}
	if s.Privacy != Public || len(s.Invited) > 0 || s.Sources[0].Wave != "2026" {
		t.Errorf("%+v", s)
	}
}

// The files of a zip and of a folder's folders are sources of their own, each
// with its role and wave.
func TestGuessOfFoldersAndZips(t *testing.T) {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for _, name := range []string{"2025/parents.csv", "2026/parents.csv"} {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte("What could we do better?\nCall us in " + name + "\n"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	const at = "all.zip"
	if err := os.WriteFile(at, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Guess(openPlan(t, intake.Plan{Sources: []intake.Source{{Name: at, Path: at}}}))
	if err == nil {
		err = s.PutIn(".")
	}
	if err != nil {
		t.Fatal(err)
	}
	want := []Source{{"all.zip/2025/parents.csv", survey.Parent, "2025"}, {"all.zip/2026/parents.csv", survey.Parent, "2026"}}
	if diff := cmp.Diff(want, s.Sources); diff != "" {
		t.Error(diff)
	}
	var file bytes.Buffer
	if err := s.Write(&file); err != nil {
		t.Fatal(err)
	}
	const name = "study.yaml"
	if err := os.WriteFile(name, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := Read(name, nil)
	if err != nil {
		t.Fatal(err)
	}
	if in := openPlan(t, again.Plan()); in.Respondents != 2 || len(in.Reads) != 2 {
		t.Errorf("%d respondents in %d files", in.Respondents, len(in.Reads))
	}
	gone := strings.Replace(file.String(), "all.zip/2025", "all.zip/2024", 1)
	if err := os.WriteFile(name, []byte(gone), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(name, nil); err == nil || !strings.Contains(err.Error(), "there is no file "+filepath.FromSlash("all.zip/2024/parents.csv")) {
		t.Errorf("a study that names a file that the zip lacks: %v", err)
	}
}
