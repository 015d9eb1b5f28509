package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bookOf zips a workbook with one sheet of that XML; parts are further names
// and contents in turn.
func bookOf(t testing.TB, sheet string, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	add := func(name, content string) {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	add("xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Answers" r:id="rId1"/></sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`)
	add("xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+sheet+"</sheetData></worksheet>")
	for i := 0; i < len(parts); i += 2 {
		add(parts[i], parts[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What a person should know of a workbook is told, and nothing of it is taken
// for an empty cell without a word.
func TestWorkbookNotes(t *testing.T) {
	const texts = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Call us</t></si><si><r><t>Write </t></r><r><t xml:space="preserve">us_x000D_
now</t></r><rPh><t>x</t></rPh></si><si><t>_x005F_x000D_ &lt;b&gt;</t></si></sst>`
	tests := []struct {
		name, sheet string
		parts       []string
		want        []string
		note        string
	}{
		{"shared texts", `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>`, []string{"xl/sharedStrings.xml", texts}, []string{"1|Call us|Write us\nnow|_x000D_ <b>"}, ""},
		{"texts that are lacking", `<row><c t="s"><v>0</v></c><c t="s"><v>7</v></c></row>`, []string{"xl/sharedStrings.xml", texts}, []string{"1|Call us"}, "texts that the workbook lacks (1, the first B1)"},
		{"results of formulas", `<row><c><f>1+1</f><v>2</v></c><c t="str"><f>"a"</f><v>a</v></c><c t="str"><f>""</f><v></v></c><c t="b"><f>x</f><v>1</v></c></row>`, nil, []string{"1|2|a||TRUE"}, ""},
		{"formulas without results", `<row><c><v>1</v></c></row><row><c><v>1</v></c><c><f>1+1</f></c><c><f>1+2</f></c></row>`, nil, []string{"1|1", "2|1"}, "lack its result (2, the first B2)"},
		{"macros and links", `<row><c><v>1</v></c></row>`, []string{"xl/vbaProject.bin", "x", "xl/externalLinks/externalLink1.xml", "x"}, []string{"1|1"}, "macros; they were not run.\nThe workbook refers to other workbooks"},
		{"dates as ISO 8601", `<row><c t="d"><v>2026-05-04T00:00:00.000</v></c><c t="d"><v>2026-05-04T13:05:59Z</v></c></row>`, nil, []string{"1|2026-05-04|2026-05-04T13:05:59"}, ""},
		{"rows and cells without references", `<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row/><row><c><v>4</v></c></row>`, nil, []string{"1|1||3|4", "3|4"}, ""},
		{"numbers", `<row><c><v>1E-3</v></c><c><v>2.50</v></c><c><v>-0</v></c><c><v>1e300</v></c><c><v>0.1000000000000000055</v></c></row>`, nil, []string{"1|0.001|2.5|0|1E+300|0.1"}, ""},
	}
	for _, tt := range tests {
		f := openString(t, "a.xlsx", bookOf(t, tt.sheet, tt.parts...))
		if diff := cmp.Diff(tt.want, rowsOf(f)); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
		if notes := strings.Join(f.Notes, "\n"); (tt.note == "") != (notes == "") || !strings.Contains(notes, tt.note) {
			t.Errorf("%s: notes %q, want %q", tt.name, f.Notes, tt.note)
		}
	}
}

func TestWorkbooksThatClaimTooMuch(t *testing.T) {
	const row = `<row><c><v>1</v></c></row>`
	var many []string
	for i := range partLimit {
		many = append(many, "xl/media/"+fmt.Sprint(i)+".png", "")
	}
	tests := []struct{ name, book, want string }{
		{"a row of long texts", bookOf(t, "<row>"+strings.Repeat(`<c t="str"><v>`+strings.Repeat("x", 1<<19)+"</v></c>", rowTextLimit>>19+1)+"</row>"), "row 1 is longer than 16 MiB"},
		{"texts without end", bookOf(t, row, "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si/>", sharedLimit+1)+"</sst>"), "more than 4194304 texts"},
		{"parts without end", bookOf(t, row, many...), "unpack to more than any survey needs"},
		{"texts cut off", bookOf(t, row, "xl/sharedStrings.xml", "<sst><si><t>a</t></si>"), "behind text 1"},
	}
	for _, tt := range tests {
		_, err := Open("a.xlsx", strings.NewReader(tt.book), int64(len(tt.book)))
		if tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

// Texts beyond what is held in memory come back from their file, which doesn't
// stay behind.
func TestTextsOnDisk(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	long := strings.Repeat("good days too ", 2000)
	book := bookOf(t, `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>590</v></c></row>`, "xl/sharedStrings.xml",
		`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+"<si><t>first</t></si>"+strings.Repeat("<si><t>"+long+"</t></si>", unzipXMLLimit/len(long)+1)+"<si><t>x</t></si></sst>")
	f := openString(t, "a.xlsx", book)
	if diff := cmp.Diff([]string{"1|first|" + long + "|" + long}, rowsOf(f)); diff != "" {
		t.Errorf("%.300s", diff)
	}
}

func TestColumnsThatNoSpreadsheetHas(t *testing.T) {
	wide := strings.Repeat("x,", columnLimit) + "x"
	rows := rowsOf(openString(t, "a.csv", "a,b\n1,2\n"+wide+"\n3,4\n"))
	if len(rows) != 4 || !strings.Contains(rows[2], "a.csv:3: the row has more than 16384 cells") || rows[3] != "4|3|4" {
		t.Errorf("%.300q", rows)
	}
	wide = strings.Repeat(",", 2*recordLimit)
	rows = rowsOf(openString(t, "a.csv", "a,b\n1,2\n"+wide+"\n3,4\n"))
	if len(rows) != 4 || !strings.Contains(rows[2], "a.csv:3: the row has more than 16384 cells") || rows[3] != "4|3|4" {
		t.Errorf("a row beyond the limit of records: %.300q", rows)
	}
}
