package sheet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// What a file is called doesn't decide what it is.
func TestFormatsAreRecognizedByContent(t *testing.T) {
	book := string(workbookBytes(t, func(b *excelize.File) {
		set(t, b, "Sheet1", "A1", "role", "comment")
		set(t, b, "Sheet1", "A2", "Parent", "Call us")
	}))
	const (
		tsv  = "role\tcomment\nParent\tCall us\n"
		page = "<html><table><tr><td>role</td><td>comment</td></tr><tr><td>Parent</td><td>Call us</td></tr></table></html>"
	)
	tests := []struct{ name, content, format, note string }{
		{"a.xlsx", book, "Excel workbook", ""},
		{"a.csv", book, "Excel workbook", "named .csv"},
		{"a.xls", book, "Excel workbook", "named .xls"},
		{"a", book, "Excel workbook", ""},
		{"a.xls", tsv, "delimited text", "named .xls"},
		{"a.xlsx", tsv, "delimited text", "named .xlsx"},
		{"a.csv", tsv, "delimited text", ""},
		{"a.txt", tsv, "delimited text", ""},
		{"a.xls", page, "table of a web page", "named .xls"},
		{"a.csv", page, "table of a web page", "named .csv"},
		{"a.html", page, "web page", ""},
		{"a.csv", "<p>role</p>,comment\nParent,Call us\n", "delimited text", ""},
	}
	for _, tt := range tests {
		f := openString(t, tt.name, tt.content)
		if f.Format != tt.format || (tt.note == "") != (len(f.Notes) == 0) || !strings.Contains(strings.Join(f.Notes, "\n"), tt.note) {
			t.Errorf("%s: %s, notes %q; want %s, %q", tt.name, f.Format, f.Notes, tt.format, tt.note)
		}
		if diff := cmp.Diff([]string{"2|Parent|Call us"}, rowsOf(f)[1:]); diff != "" {
			t.Errorf("%s, %s: %s", tt.name, tt.format, diff)
		}
	}
}

// Bare records, as programs wrote workbooks before 1993, are told from text.
func TestOldWorkbooksGetAdvice(t *testing.T) {
	for _, start := range []string{"\x09\x00\x04\x00", "\x09\x02\x06\x00", "\x09\x04\x06\x00", "\x09\x08\x08\x00", "\x09\x08\x10\x00"} {
		content := start + strings.Repeat("\x00\x05\x10\x00", 100)
		_, err := Open("answers.xls", strings.NewReader(content), int64(len(content)))
		if err == nil || !strings.Contains(err.Error(), "save it as .xlsx, and run again") {
			t.Errorf("%q: got %v", start, err)
		}
	}
}
