package main

import (
	"io"
	"os"
	"slices"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/qda"
	"commonground/report"
)

// The restricted file of a report's folder for programs of qualitative analysis,
// and the codebook beside it.
const (
	projectName = "study.qdpx"
	bookName    = "codebook.qdc"
)

// projectFormat is what --formats takes for them.
const (
	projectFormat = "qda"
	projectDoc    = "study.qdpx and codebook.qdc, for ATLAS.ti, MAXQDA, NVivo and the like (REFI-QDA); study.qdpx is for your own eyes"
)

func wantsProject(formats []string) bool {
	return len(formats) == 0 || slices.Contains(formats, projectFormat)
}

// unaskedProject is up to how many respondents a project is written without
// being asked for. One of 100,000 would take as long as all other files together.
const unaskedProject = 10_000

// projectFiles are the project and its codebook. A project of very many that
// nobody asked for is left out, and the report says so.
func projectFiles(in *intake.Intake, book *codebook.Codebook, found *analysis.Found, asked bool) []report.File {
	codes := report.File{Name: bookName, Write: book.WriteQDC}
	if !asked && in.Respondents > unaskedProject {
		r := found.Report
		r.Notes = append(r.Notes, findings.Note{Title: r.Lang.Say(analysis.LookAt), Text: r.Lang.Sayf(
			"%s is not written by itself for so many respondents, since it takes long: “commonground report --formats %s” with another folder writes it.",
			projectName, projectFormat)})
		return []report.File{codes}
	}
	p := &qda.Project{Title: found.Report.Title, Book: book, Survey: in.Survey, Respondents: in.Respondents}
	return []report.File{
		{Name: projectName, Mode: 0o600, Write: func(w io.Writer) error { return p.Write(w, found.Cases()) }},
		codes,
	}
}

// projectUntouched reports whether a project is as the program wrote it.
func projectUntouched(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	return qda.Untouched(path, f, info.Size())
}
