package main

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/report"
)

// A project of very many is written for those who ask for it, and who don't
// are told.
func TestProjectsOfVeryMany(t *testing.T) {
	for _, c := range []struct {
		respondents   int
		asked         bool
		written, told bool
	}{
		{unaskedProject, false, true, false},
		{unaskedProject + 1, true, true, false},
		{unaskedProject + 1, false, false, true},
	} {
		found := &analysis.Found{Report: &findings.Report{}}
		files := projectFiles(&intake.Intake{Respondents: c.respondents}, &codebook.Codebook{}, found, c.asked)
		written := slices.ContainsFunc(files, func(f report.File) bool { return f.Name == projectName })
		told := slices.ContainsFunc(found.Report.Notes, func(n findings.Note) bool {
			return n.Title == analysis.LookAt && strings.Contains(n.Text, "--formats "+projectFormat)
		})
		if written != c.written || told != c.told {
			t.Errorf("%d respondents, asked for: %t: written %t, told %t", c.respondents, c.asked, written, told)
		}
	}
}

// recode FROM.qdpx TO.qdpx writes a project as another program does in which
// Rosa gave the first answer two codes, one of them of her own, and wrote a memo.
func recode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: recode FROM.qdpx TO.qdpx")
	}
	from, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer from.Close()
	to, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	out := zip.NewWriter(to)
	for _, part := range from.File {
		r, err := part.Open()
		ts.Check(err)
		content, err := io.ReadAll(r)
		ts.Check(err)
		if strings.HasSuffix(part.Name, ".qde") {
			content = []byte(recoded(string(content)))
		}
		w, err := out.Create(part.Name)
		ts.Check(err)
		_, err = w.Write(content)
		ts.Check(err)
	}
	ts.Check(errors.Join(out.Close(), to.Close()))
}

func recoded(project string) string {
	trust := regexp.MustCompile(`<Code guid="([^"]+)" name="Trust: concern"`).FindStringSubmatch(project)[1]
	code := func(guid string) string {
		return `<Coding guid="{0}" creatingUser="{R}" creationDateTime="2026-06-01T10:00:00Z"><CodeRef targetGUID="` + guid + `"/></Coding>`
	}
	start := regexp.MustCompile(`startPosition="\d+" endPosition="\d+"`).FindString(project) // the first answer
	return strings.NewReplacer(
		`origin="Common Ground"`, `origin="Another Tool 9"`,
		"</Users>", `<User guid="R" name="Rosa"/></Users>`,
		"</Codes>", `<Code guid="M" name="Mood" isCodable="true"/></Codes>`,
		"</Sources>", `</Sources><Notes><Note guid="N"/></Notes>`,
	).Replace(strings.Replace(project, "<PlainTextSelection", `<PlainTextSelection guid="S" `+start+`>`+code(trust)+code("M")+`</PlainTextSelection><PlainTextSelection`, 1))
}
