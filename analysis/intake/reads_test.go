package intake

import (
	"strings"
	"testing"
)

// Where a role is known from is said as a person would look for it.
func TestReadsTell(t *testing.T) {
	in := mustOpen(t, Plan{}, "parents.csv", "Respondent ID,What else?\n1,We like the garden\n1,Notes come home\n2,The bus is safe now\n")
	r := in.Reads[0]
	if r.RoleFrom != "the file's name" || !strings.Contains(strings.Join(r.Notes, " "), "(1 more rows than people)") {
		t.Errorf("role from %q, notes %q", r.RoleFrom, r.Notes)
	}
	if r = mustOpen(t, Plan{}, "a.txt", post).Reads[0]; len(r.Columns) > 0 {
		t.Errorf("a post has the columns %v", r.Columns)
	}
	if googleForms.writes("OpenDocument spreadsheet") || !googleForms.writes("Excel workbook") || !surveyMonkey.writes("OpenDocument spreadsheet") {
		t.Error("Google Forms hands over workbooks and delimited text")
	}
}
