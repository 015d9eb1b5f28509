package report_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"commonground/analysis/findings"
	"commonground/report/internal/readback"
)

// What stands in a withheld cell makes no difference to any byte of any format,
// although real ones are empty.
func TestNothingWithheldIsShown(t *testing.T) {
	full := written(t, withholding(findings.Cell{Hidden: true, Label: "8317", Number: 8317, Low: 8317, High: 8317, Base: 8317}))
	empty := written(t, withholding(findings.HiddenCell()))
	for name, data := range full {
		for part, text := range parts(t, name, data) {
			if at := secrets.FindStringIndex(text); at != nil {
				t.Errorf("%s, %s tells what is withheld: …%s…", name, part, text[max(0, at[0]-60):min(len(text), at[1]+20)])
			}
		}
		if !bytes.Equal(data, empty[name]) && name != "report.xlsx" { // which has columns for the ends of intervals that are none
			t.Errorf("%s is another where a withheld cell holds something", name)
		}
	}
}

// withholding is a report in which every third number is withheld, and the cells
// that are hold that one.
func withholding(cell findings.Cell) *findings.Report {
	r := readback.Report()
	for f := range r.Findings() {
		for i, cells := range f.Table.Rows {
			for j := range cells {
				if cells[j].Hidden || f.Table.Columns[j].Unit != findings.Label && (i+j)%3 == 0 {
					cells[j] = cell
				}
			}
		}
	}
	return r
}

// secrets is 8317 as a count, a share, or a difference, but not within a number.
var secrets = regexp.MustCompile(`(^|[^0-9.])(8317|8,317|831700|831,700)([^0-9]|$)`)

// parts are the texts of a file: those of its parts where it is an office file,
// of which workbooks inside have parts too.
func parts(t *testing.T, name string, data []byte) map[string]string {
	switch name[strings.LastIndexByte(name, '.'):] {
	case ".xlsx", ".pptx", ".docx":
		all := map[string]string{}
		for part, inner := range readback.Open(t, data) {
			for below, text := range parts(t, part, inner) {
				all[strings.TrimSuffix(part+"/"+below, "/")] = text
			}
		}
		return all
	case ".png", ".pdf", ".parquet": // packed: that no byte differs has to do
		return nil
	}
	return map[string]string{"": string(data)}
}
