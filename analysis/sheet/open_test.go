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

// What is no table, no page and no export of a blog is refused with advice,
// whatever it is called, and nothing else is.
func TestOtherFormatsGetAdvice(t *testing.T) {
	const (
		mail = "From: a@school.test\r\nTo: b@school.test\r\nSubject: survey\r\nMIME-Version: 1.0\r\n\r\nWe feel welcome.\r\n"
		json = "[\n {\"role\": \"Parent\", \"wish\": \"Call us\"}\n]\n"
		xml  = "<?xml version=\"1.0\"?>\n<survey><response><role>Parent</role><wish>Call us</wish></response></survey>\n"
	)
	tests := []struct{ name, content, want string }{
		{"a.eml", mail, "a saved e-mail is not"},
		{"a.txt", mail, "a saved e-mail is not"},
		{"a.eml", "Subject: survey\n\nWe feel welcome.\n", "a saved e-mail is not"},
		{"a.mht", "From: <Saved by a browser>\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x\r\n", "a web archive"},
		{"a.json", json, "JSON is not"},
		{"a.csv", json, "JSON is not"},
		{"a.json", "[1, 2]", "JSON is not"},
		{"a.xml", xml, "neither a workbook nor an export of a blog"},
		{"a.txt", xml, "neither a workbook nor an export of a blog"},
		{"a.xml", strings.SplitN(xml, "\n", 2)[1], "neither a workbook nor an export of a blog"},
		{"a.sav", "$FL2@(#) SPSS", "a file of SPSS"},
		{"a.numbers", zipOf(t, 0, "Index/Document.iwa"), "a document of Numbers"},
		{"a.pptx", zipOf(t, 0, "ppt/presentation.xml"), "a presentation"},
		{"a.bin", "\x00\x01\x02\x03\x04", "workbooks (.xlsx, .xls, .ods)"},
		{"a.txt", "From: Dana\nReceived: Monday\n\nWhat should we change?\n\nComments\n\n1. Call us.\n", ""},
		{"a.txt", "[Notes] What should we change?\n\nComments\n\n1. Call us.\n", ""},
		{"a.xml", "role,wish\nParent,Call us\nTeacher,Call me\n", ""},
		{"a.csv", "From: name,Subject: wish\nDana,Call us\n", ""},
	}
	for _, tt := range tests {
		_, err := Open(tt.name, strings.NewReader(tt.content), int64(len(tt.content)))
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s, %.40q: got %v, want %q", tt.name, tt.content, err, tt.want)
		}
	}
}

// A download that stopped, and damage within, are told in plain words.
func TestBrokenZips(t *testing.T) {
	book := bookOf(t, strings.Repeat("<row><c><v>1</v></c></row>", 100), "xl/media/a.png", strings.Repeat("x", 100))
	at := strings.Index(book, "xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml")
	tests := []struct{ name, content, want string }{
		{"a.xlsx", book[:len(book)-200], "the workbook is damaged or not completely downloaded, for it lacks its end"},
		{"a.zip", zipOf(t, 0, "parents.csv", "teachers.csv")[:60], "the zip file is damaged or not completely downloaded, for it lacks its end"},
		{"a.xlsx", book[:at+8] + "\xff\xff\xff\xff" + book[at+12:], "what is packed in it is damaged"},
	}
	for _, tt := range tests {
		_, err := Open(tt.name, strings.NewReader(tt.content), int64(len(tt.content)))
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "flate") {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}
