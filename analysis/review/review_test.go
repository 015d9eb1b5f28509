package review

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"commonground/analysis/codebook"
)

var themes = []codebook.Theme{
	{ID: "communication", Label: "Communication", Group: "Together", Definition: "How, when and how clearly home and school tell each other things."},
	{ID: "trust", Label: "Trust and respect", Group: "Together", Definition: "Whether the sides believe in each other."},
	{ID: "homework", Label: "Homework", Group: "Learning", Definition: "Work to be done at home."},
}

func rows(n int) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for i := range n {
			r := Row{File: "parents.csv", Row: i + 2, Respondent: i + 1, Role: "parent", Question: "What could be better?", Lang: "en",
				Text: fmt.Sprintf("=Answer %d: the notes come late, but I trust the staff.", i), Tones: []string{"concern", "praise", ""}, Program: "communication: concern; trust: praise", Why: "communication: notes come late; trust: trust"}
			if i%7 == 3 {
				r = Row{File: "parents.csv", Row: i + 2, Respondent: i + 1, Role: "parent", Question: "What could be better?", Lang: "unknown", Text: "n/a", NoContent: true, Tones: make([]string, 3), Program: "no_content"}
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// saved writes n rows to a file and returns its path.
func saved(t *testing.T, n, limit int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "review.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := write(f, Sheet{Themes: themes}, rows(n), limit); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t *testing.T, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestEveryRowCanBeReadBack(t *testing.T) {
	f := open(t, saved(t, 10, excelize.TotalRows))
	got, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got[0][0], "own words") {
		t.Errorf("the first row doesn't say whose words these are: %q", got[0][0])
	}
	want := []string{"checked", "text", "question", "role", "communication", "trust", "homework", "why", "program", "no_content", "coder", "when", "language", "file", "row", "respondent"}
	if diff := cmp.Diff(want, got[headRow-1]); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	want = []string{"", "=Answer 0: the notes come late, but I trust the staff.", "What could be better?", "parent", "concern", "praise", "", "communication: notes come late; trust: trust", "communication: concern; trust: praise", "", "", "", "en", "parents.csv", "2", "1"}
	if diff := cmp.Diff(want, got[headRow]); diff != "" {
		t.Errorf("first answer (-want +got):\n%s", diff)
	}
	if last := got[len(got)-1]; len(got) != headRow+10 || last[len(last)-1] != "10" {
		t.Errorf("%d rows, the last is %q; want %d, of respondent 10", len(got), last, headRow+10)
	}
	if formula, err := f.GetCellFormula(sheet, "B4"); err != nil || formula != "" {
		t.Errorf("the text in B4 became the formula %q (%v)", formula, err)
	}
}

func TestWorkbookHelpsToCheck(t *testing.T) {
	f := open(t, saved(t, 10, excelize.TotalRows))
	lists, err := f.GetDataValidations(sheet)
	if err != nil || len(lists) != 3 {
		t.Fatalf("%d dropdowns (%v), want one for checked, one for no_content and one for the tones", len(lists), err)
	}
	if got := lists[2].Sqref; got != "E4:G1048576" {
		t.Errorf("tones can be chosen in %s, want in all rows of the theme columns", got)
	}
	notes, err := f.GetComments(sheet)
	if err != nil || len(notes) != len(themes) || !strings.Contains(notes[0].Text, themes[0].Definition) {
		t.Errorf("the theme columns don't say what they mean: %v (%v)", notes, err)
	}
	tables, err := f.GetTables(sheet)
	if err != nil || len(tables) != 1 || tables[0].Range != "A3:P13" {
		t.Errorf("the filter covers %v (%v), want A3:P13", tables, err)
	}
	panes, err := f.GetPanes(sheet)
	if err != nil || panes.YSplit != headRow || panes.XSplit != 2 {
		t.Errorf("the head is not kept in view: %+v (%v)", panes, err)
	}
}

func checkedIn(t *testing.T, path string) (int, error) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return Checked(f)
}

func TestChecked(t *testing.T) {
	path := saved(t, 20, excelize.TotalRows)
	if n, err := checkedIn(t, path); n != 0 || err != nil {
		t.Fatalf("a new file has %d checked rows (%v), want 0", n, err)
	}
	f := open(t, path)
	for _, cell := range []string{"A4", "A7", "A23"} {
		if err := f.SetCellStr(sheet, cell, "yes"); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellValue(sheet, "A9", nil); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	if n, err := checkedIn(t, path); n != 3 || err != nil {
		t.Errorf("%d checked rows (%v), want 3", n, err)
	}
}

func TestCheckedRefusesWhatItDoesNotKnow(t *testing.T) {
	other := excelize.NewFile()
	path := filepath.Join(t.TempDir(), "other.xlsx")
	if err := other.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if _, err := checkedIn(t, path); err == nil {
		t.Error("a workbook without the column is taken for an unchecked one")
	}
	path = saved(t, 20, excelize.TotalRows)
	f := open(t, path)
	if err := f.InsertRows(sheet, 1, 1); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	if _, err := checkedIn(t, path); err == nil {
		t.Error("a workbook whose head was moved is taken for an unchecked one")
	}
	if err := os.WriteFile(path, []byte("locked"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := checkedIn(t, path); err == nil {
		t.Error("a file that is no workbook is taken for an unchecked one")
	}
}

// TestFirstColumn has the forms in which programs write cells.
func TestFirstColumn(t *testing.T) {
	for _, c := range []struct {
		name, sheet string
		want        []int
	}{
		{"shared and inline", `<c r="A1" t="s"><v>0</v></c><c r="A2" t="inlineStr"><is><t xml:space="preserve">yes</t></is></c>`, []int{1, 2}},
		{"styled, but empty", `<c r="A1" s="3"/><c s="3" r="A2"></c><c r="A3" t="str"><v></v></c><c r="A4" s="1"><v>1</v></c>`, []int{4}},
		{"other columns", `<c r="B1"><v>1</v></c><c r="AA1"><v>1</v></c><c r="A2"><v>1</v></c><c r="AB2"><v>1</v></c>`, []int{2}},
		{"with a prefix", `<x:c r="A7" t="n"><x:v>1</x:v></x:c>`, []int{7}},
		{"lines between", "<c r=\"A1\">\n <v>1</v>\n</c>\n<c r=\"A2\">\n</c>", []int{1}},
		{"a bracket in the text", `<c r="A1" t="str"><v>a > b > c</v></c><c r="B1"><is><t>d > </t></is></c>`, []int{1}},
		{"a long text", `<c r="A1"><is><t>` + strings.Repeat("long ", 50_000) + `</t></is></c><c r="A2"/>`, []int{1}},
		{"parts of a text", `<c r="A1"><is><r><t>y</t></r><r><t>es</t></r></is></c>`, []int{1}},
	} {
		var got []int
		err := firstColumn(strings.NewReader("<sheetData>"+c.sheet+"</sheetData>"), func(row int) { got = append(got, row) })
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v, rows (-want +got):\n%s", c.name, err, diff)
		}
	}
}

func TestRowsBeyondTheSheetAreCounted(t *testing.T) {
	got, err := open(t, saved(t, 1500, 1003)).GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1003 {
		t.Fatalf("%d rows, want 1003", len(got))
	}
	if last := strings.Join(got[1002], ""); !strings.Contains(last, "501 more answers") {
		t.Errorf("the last row says %q, want that 501 more answers do not fit", last)
	}
}

func TestErrorOfTheRows(t *testing.T) {
	broken := func(yield func(Row, error) bool) { yield(Row{}, fmt.Errorf("spool: short read")) }
	if err := Write(new(strings.Builder), Sheet{Themes: themes}, broken); err == nil || !strings.Contains(err.Error(), "spool: short read") {
		t.Errorf("error is %v, want it to name the cause", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	for b.Loop() {
		if err := Write(io.Discard, Sheet{Themes: themes}, rows(100_000)); err != nil {
			b.Fatal(err)
		}
	}
}
