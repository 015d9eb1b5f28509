package qda

import (
	"archive/zip"
	"bytes"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// themes of a small codebook.
var themes = []codebook.Theme{
	{ID: "trust", Label: "Trust", Group: "Ties", Definition: "Faith in the other side."},
	{ID: "climate/food", Label: "Food"},
}

func newProject() *Project {
	return &Project{
		Title: "Maple Grove", Respondents: 20,
		Book: &codebook.Codebook{ID: "small", Title: "Small", Themes: themes},
		Survey: &survey.Survey{Questions: []survey.Question{
			{ID: "role", Text: "Role", Kind: survey.Multiple, Choices: survey.Roles()},
			{ID: "works", Text: "What works?", Kind: survey.Open},
			{ID: "better", Text: "What could be better?", Kind: survey.Open},
			{ID: "age", Text: "Age", Kind: survey.Number},
			{ID: "since", Text: "Since", Kind: survey.Date},
			{ID: "unasked", Text: "Anything else?", Kind: survey.Open},
		}},
	}
}

// newCase is a case of a parent who is 40.
func newCase(respondent int, comments ...Comment) *Case {
	return &Case{
		Response: &survey.Response{Respondent: respondent, Answers: []survey.Answer{
			{State: survey.Read, Picks: []int{0, 1}}, {}, {}, {State: survey.Read, Number: 40.5}, {State: survey.Read, Number: 1e9}, {},
		}},
		Comments: comments,
	}
}

// of is an answer with the codings of words in it.
func of(question int, text string, codings ...codebook.Coding) Comment {
	return Comment{Question: question, Text: text, State: survey.Read, Lang: survey.English, Codings: codings}
}

// coding is a mention of a theme by some words of a text.
func coding(text, words string, theme int, tone survey.Tone) codebook.Coding {
	at := strings.Index(text, words)
	return codebook.Coding{Theme: theme, Tone: tone, Start: at, End: at + len(words), P: 1}
}

const (
	praised = "Señor García 🙂 earns our trust.\r\nThe lunch is bad."
	wished  = "More trust 👩‍👧 please; más confianza."
)

func cases() []*Case {
	checked := of(2, wished, coding(wished, "trust", 0, survey.Wish), coding(wished, "más confianza", 0, survey.Wish))
	checked.Codings[1].By = codebook.ByPerson
	checked.Checked, checked.Coder, checked.When = true, "Ana", time.Date(2026, 5, 30, 0, 0, 0, 0, time.UTC)
	nothing := of(2, "n/a")
	nothing.State = survey.NoContent
	silent := newCase(3)
	unquotable := newCase(12, nothing)
	unquotable.Response.Unquotable = true
	return []*Case{
		newCase(1, of(1, praised, coding(praised, "trust", 0, survey.Praise), coding(praised, "lunch", 1, survey.Concern)), checked),
		silent, unquotable,
	}
}

func all(cases []*Case) iter.Seq2[*Case, error] {
	return func(yield func(*Case, error) bool) {
		for _, c := range cases {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func written(t rapid.TB, cases []*Case) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := newProject().Write(&b, all(cases)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts are the files of a zip file by name.
func parts(t rapid.TB, data []byte) map[string]string {
	t.Helper()
	dir, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, p := range dir.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[p.Name] = string(content)
	}
	return all
}

// TestProjectIsValid holds what is written against the shape that REFI-QDA's
// schema prescribes, with xmllint where there is one.
func TestProjectIsValid(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint (libxml2-utils) is not installed: the shape of study.qdpx is not tested")
	}
	for name, some := range map[string][]*Case{"some": cases(), "nobody": nil, "silent": {newCase(3)}} {
		file := filepath.Join(t.TempDir(), "project.qde")
		if err := os.WriteFile(file, []byte(parts(t, written(t, some))[projectFile]), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(xmllint, "--noout", "--relaxng", filepath.Join("testdata", "project.rng"), file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func TestTextsOfPeople(t *testing.T) {
	all := parts(t, written(t, cases()))
	delete(all, projectFile)
	var texts []string
	for name, text := range all {
		if !strings.HasPrefix(name, "sources/") || !strings.HasSuffix(name, ".txt") {
			t.Errorf("there is a file %q", name)
		}
		texts = append(texts, text)
	}
	slices.Sort(texts)
	want := []string{
		"What could be better?\nn/a",
		"What works?\nSeñor García 🙂 earns our trust.\nThe lunch is bad.\n\nWhat could be better?\n" + wished,
	}
	if diff := cmp.Diff(want, texts); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
}

// Positions count code points, as Python and the programs that read projects do.
func TestPositionsAreOfCodePoints(t *testing.T) {
	data := written(t, cases())
	f, err := open("study.qdpx", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	var name func(codes []codebook.QDACode)
	name = func(codes []codebook.QDACode) {
		for _, c := range codes {
			names[c.GUID] = c.Name
			name(c.Codes)
		}
	}
	name(f.codes)
	text, err := f.text(&f.sources[0])
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range f.sources[0].Selections {
		words := string([]rune(text)[s.Start:s.End])
		for _, c := range s.Codings {
			got = append(got, names[c.Code.GUID]+" by "+f.users[c.User]+": "+words)
		}
	}
	slices.Sort(got)
	want := []string{
		"Food: concern by Common Ground: lunch",
		"Trust: praise by Common Ground: trust",
		"Trust: wish by Ana: más confianza",
		"Trust: wish by Common Ground: trust",
		"What could be better? by Common Ground: " + wished,
		"What works? by Common Ground: " + strings.ReplaceAll(praised, "\r", ""),
		"checked by Ana: " + wished,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("codes (-want +got):\n%s", diff)
	}
}

func TestAProjectSaysWhatItIs(t *testing.T) {
	project := parts(t, written(t, cases()))[projectFile]
	for _, want := range []string{
		"for your own eyes", "Did not agree to be quoted.", "<TextValue>parent, teacher</TextValue>",
		"<FloatValue>40.5</FloatValue>", "<DateValue>2001-09-09</DateValue>", `<Case guid=`, `name="Respondent 01"`,
	} {
		if !strings.Contains(project, want) {
			t.Errorf("%q is not in the project", want)
		}
	}
	if strings.Contains(project, "Respondent 03") || strings.Contains(project, "Anything else?\" isCodable") {
		t.Error("who wrote nothing is in the project, or what nobody answered is a code")
	}
	if users := strings.Count(project, "<User "); users != 2 {
		t.Errorf("there are %d users, want the program and Ana", users)
	}
}

func TestSameBytesTwice(t *testing.T) {
	if !bytes.Equal(written(t, cases()), written(t, cases())) {
		t.Error("two projects of the same cases differ")
	}
}
