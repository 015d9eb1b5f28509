package report_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"commonground/analysis"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/say"
	"commonground/analysis/study"
	"commonground/report"
	"commonground/samples"
)

// riverbend is the report of the built-in sample of two years, by its study
// file, in that language.
func riverbend(t *testing.T, l say.Language) *findings.Report {
	t.Helper()
	s, in := sample(t)
	found, err := analysis.Run(t.Context(), analysis.Plan{Lang: l, RulesOnly: true, Spool: t.TempDir(), Small: int(s.Privacy), Invited: s.Invited}, in)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { found.Close() })
	return found.Report
}

// sample opens the built-in sample.
func sample(t *testing.T) (*study.Study, *intake.Intake) {
	t.Helper()
	folder, paths, err := samples.Open("riverbend")
	if err != nil {
		t.Fatal(err)
	}
	s, err := study.Read(paths[0], folder)
	if err != nil {
		t.Fatal(err)
	}
	plan := s.Plan()
	plan.Spool = t.TempDir()
	in, err := intake.Open(t.Context(), plan)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return s, in
}

// written is a report in every format: the files by name.
func written(t *testing.T, r *findings.Report) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, format := range report.Formats {
		for f := range format.Files(r) {
			var b bytes.Buffer
			if err := f.Write(&b); err != nil {
				t.Fatalf("writing %s: %v", f.Name, err)
			}
			files[f.Name] = b.Bytes()
		}
	}
	return files
}

// cellText is what a format has to show of a cell.
func cellText(l say.Language, column findings.Column, c findings.Cell) string {
	switch {
	case c.Hidden:
		return l.Say("withheld")
	case math.IsNaN(c.Number):
		return c.Label
	}
	return c.Text(l, column.Unit)
}

// interval is what a format has to show of a cell's interval.
func interval(l say.Language, column findings.Column, c findings.Cell) string {
	if c.Hidden || math.IsNaN(c.Low) || math.IsNaN(c.High) || !c.Ends(column.Unit) {
		return ""
	}
	return l.Sayf("%s to %s", column.Unit.In(l, c.Low), column.Unit.In(l, c.High))
}

// at returns the column of that name, or -1.
func at(f *findings.Finding, name string) int {
	for j, c := range f.Table.Columns {
		if c.Name == name {
			return j
		}
	}
	return -1
}

// row returns the row of which some label is that one, or nil.
func row(f *findings.Finding, label string) []findings.Cell {
	for _, cells := range f.Table.Rows {
		for _, c := range cells {
			if c.Label == label {
				return cells
			}
		}
	}
	return nil
}

// said holds who said what of all quotes.
func said(r *findings.Report) map[string]bool {
	all := map[string]bool{}
	for f := range r.Findings() {
		for _, q := range f.Quotes {
			all[bare(q.Text)+" — "+findings.RoleWords(r.Lang, q.Role)] = true
		}
	}
	return all
}

// bare is a quote without the marks around it.
func bare(text string) string { return strings.Trim(strings.TrimSpace(text), "“”") }
