package intake

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"commonground/analysis/survey"
)

// Beyond each limit something is refused or left out with a sentence that says
// so, and every row is still accounted for.
func TestLimits(t *testing.T) {
	lines := func(n int, line string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, strings.ReplaceAll(line, "#", "%[1]d")+"\n", i)
		}
		return b.String()
	}
	tests := []struct{ name, file, want string }{
		{"questions of a long table", "Respondent,Question,Answer\n" + lines(maxLong+1, "#,What of #?,Good"), "is one more than the 400 that are read"},
		{"rows with a cell too many", "Role,What else?\n" + lines(maxWide+1, "Parent,The bus # is late,x") + "Parent,Good\n", "the row has 3 cells, the header has 2 columns"},
		{"rows of wide tables with a cell too many", strings.Repeat("Q?,", 2000) + "Role\n" + strings.Repeat(strings.Repeat("Good,", 2000)+"Parent\n", 12) + lines(200, strings.Repeat("Good,", 2000)+"x,#"), "the row has 2002 cells"},
		{"empty rows", "Role,What else?\nParent,Good\n" + strings.Repeat(",\n", maxGap+2) + "Teacher,Fine\n", "the row is empty, and so are all to row 104"},
	}
	for _, tt := range tests {
		in := mustOpen(t, Plan{}, "a.csv", tt.file)
		checkRows(t, in)
		found := false
		for _, e := range in.Reads[0].Refused {
			found = found || strings.Contains(e.Error(), tt.want)
		}
		if !found {
			t.Errorf("%s: no row is refused with %q", tt.name, tt.want)
		}
	}
}

// Files that are left out are named one by one as far as a person reads on.
func TestManyFilesLeftOut(t *testing.T) {
	files := []string{"parents.csv", oneAnswer}
	for i := range leftOutLimit + 5 {
		files = append(files, fmt.Sprintf("empty%d.csv", i), "")
	}
	in, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{{Name: "answers", Path: write(t, files...)}}})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if notes := in.Reads[0].Notes; len(notes) != leftOutLimit+1 || notes[leftOutLimit] != "5 more files were left out." {
		t.Errorf("notes %q", notes)
	}
}

// Questions that are many and of one pattern are not joined by their likeness.
func TestManyLikeQuestions(t *testing.T) {
	header := func(format string) string {
		var b strings.Builder
		for i := range maxCandidates + 1 {
			fmt.Fprintf(&b, format+",", i)
		}
		return b.String() + "Role\n" + strings.Repeat("Agree,", maxCandidates+1) + "Parent\n"
	}
	in := mustOpen(t, Plan{}, "a.csv", header("What of the garden%d of children?"), "b.csv", header("What of gardens%d of the children?"))
	if len(in.Joined) > 0 {
		t.Errorf("%d questions were joined", len(in.Joined))
	}
}

// A folder and a zip of files are read as the files are one by one, and every
// row of each is used or refused.
func TestMixedFilesAreReadAlike(t *testing.T) {
	files := []string{
		"2025/parents.csv", "Respondent ID,Role,What else?\n1,Parent,Call us\n1,Parent,Write us\n,,\n2,Parent,Good,extra\n",
		"2026/blog.txt", post,
		"2026/long.csv", "Respondent,Question,Answer\n1,What else?,Good\n1,,Bad\n2,What else?,Fine\n",
		"2026/odd.csv", oddFile,
		"shifted.tsv", "Role\tWhat else?\nParent\tGood\nTotal\t2\nRole\tWhat else?\n",
	}
	dir := write(t, append(files, "all.zip", zipped(t, files...))...)
	one := Plan{Spool: t.TempDir()}
	for i := 0; i < len(files); i += 2 {
		one.Sources = append(one.Sources, Source{Name: files[i], Path: filepath.Join(dir, files[i])})
	}
	read := func(plan Plan) string {
		in, err := Open(t.Context(), plan)
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		checkRows(t, in)
		var b strings.Builder
		for _, r := range in.Reads {
			fmt.Fprintf(&b, "%s %d rows, %d used, %d refused, %d respondents\n", filepath.Base(r.File), r.Rows, r.Used, len(r.Refused), r.Respondents)
		}
		return b.String()
	}
	want := read(one)
	for _, from := range []string{dir, filepath.Join(dir, "all.zip")} {
		if got := read(Plan{Spool: t.TempDir(), Sources: []Source{{Name: "answers", Path: from}}}); got != want {
			t.Errorf("%s:\n%swant\n%s", from, got, want)
		}
	}
}

// A column that happens to be called "year" and tells more waves apart than a
// survey has is no wave; and headers that no file has are named as far as a
// person reads on.
func TestManyWavesAndMissingHeaders(t *testing.T) {
	years := func(n int) string {
		var b strings.Builder
		b.WriteString("Year,What else?\n")
		for i := range 3 * n {
			fmt.Fprintf(&b, "%d,The bus %d is late again\n", 1990+i%n, i)
		}
		return b.String()
	}
	for n, waves := range map[int]bool{maxWaves: true, maxWaves + 1: false} {
		in := mustOpen(t, Plan{}, "a.csv", years(n))
		if got := in.Survey.Index(survey.WaveID) >= 0; got != waves {
			t.Errorf("%d years: waves %t", n, got)
		}
	}
	var plan Plan
	for i := range nearLimit + 5 {
		plan.Questions = append(plan.Questions, Known{Text: fmt.Sprintf("Which of the %d?", i)})
	}
	if in := mustOpen(t, plan, "a.csv", years(2)); len(in.Notes) != nearLimit {
		t.Errorf("%d notes", len(in.Notes))
	}
}

// Choices that a study doesn't list are added to its own, unless they are so
// many that they are the respondents' own words.
func TestManyNewChoices(t *testing.T) {
	for n, want := range map[int]int{maxNew: maxNew + 1, maxNew + 1: 1} {
		var b strings.Builder
		b.WriteString("Home language,What else?\n")
		for i := range 4 * n {
			fmt.Fprintf(&b, "Language %d,The bus %d is late again\nEnglish,The bus %d is early\n", i%n, i, i)
		}
		plan := Plan{Questions: []Known{{ID: "language", Text: "Home language", Kind: AttributeKind, Choices: []string{"English"}}}}
		in := mustOpen(t, plan, "a.csv", b.String())
		if got := in.Survey.Questions[in.Survey.Index("language")].Choices; len(got) != want {
			t.Errorf("%d new choices: %q", n, got)
		}
	}
}
