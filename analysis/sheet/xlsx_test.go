package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// workbookBytes saves a workbook that fill has filled.
func workbookBytes(t testing.TB, fill func(*excelize.File), opts ...excelize.Options) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	fill(book)
	var b bytes.Buffer
	if err := book.Write(&b, opts...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(t testing.TB, book *excelize.File, sheet, cell string, values ...any) {
	t.Helper()
	if err := book.SetSheetRow(sheet, cell, &values); err != nil {
		t.Fatal(err)
	}
}

func styled(t testing.TB, book *excelize.File, cell, format string) {
	t.Helper()
	style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellStyle("Sheet1", cell, cell, style); err != nil {
		t.Fatal(err)
	}
}

func TestWorkbookCells(t *testing.T) {
	when := time.Date(2026, 5, 4, 13, 5, 59, 0, time.UTC)
	serial := 46146 + (13*3600+5*60+59)/86400.0 // when, as Excel counts days
	tests := []struct {
		name   string
		value  any
		format string
		want   string
	}{
		{"text", "Call me", "", "Call me"},
		{"text in a date column", "last week", "m/d/yyyy", "last week"},
		{"text with white space around it", " x ", "", " x "},
		{"zeros in front of text", "007", "", "007"},
		{"whole number", 3, "", "3"},
		{"number off by the last bit", 3.0000000000000004, "", "3"},
		{"number shown rounded", 2.675, "0", "2.675"},
		{"number shown as per cent", 0.25, "0%", "0.25"},
		{"number shown with a currency", 12.5, `"€"#,##0.00;[Red]-"€"#,##0.00`, "12.5"},
		{"number shown with a unit that has the letters of dates", 12, `0 "days"`, "12"},
		{"number shown with escaped letters", 12, `0\d`, "12"},
		{"large number", 114252004123.0, "", "114252004123"},
		{"true", true, "", "TRUE"},
		{"time.Time", when, "", "2026-05-04T13:05:59"},
		{"American date", 46146.0, "m/d/yy", "2026-05-04"},
		{"date with a locale", 46146.0, "[$-409]d-mmm-yyyy;@", "2026-05-04"},
		{"month", 46143.0, "mmm-yy", "2026-05-01"},
		{"date and time", serial, "m/d/yy h:mm", "2026-05-04T13:05:59"},
		{"date and time to the last second of a day", 46146.99999, "yyyy-mm-dd hh:mm", "2026-05-04T23:59:59"},
		{"time", 0.5, "h:mm AM/PM", "12:00:00"},
		{"time of an hour count", 1.5, "[h]:mm", "36:00:00"},
		{"date and time shown as a time", serial, "h:mm", "2026-05-04T13:05:59"},
		{"negative number in a date format", -3.5, "m/d/yy", "-3.5"},
		{"number too large for a date", 3e6, "m/d/yy", "3000000"},
		{"date in a text format", 46146.0, "@", "46146"},
		{"error", nil, "#N/A", "#N/A"},
	}
	b := workbookBytes(t, func(book *excelize.File) {
		for i, tt := range tests {
			cell := fmt.Sprintf("B%d", i+1)
			set(t, book, "Sheet1", fmt.Sprintf("A%d", i+1), tt.name)
			if tt.value == nil {
				if err := book.SetCellDefault("Sheet1", cell, tt.format); err != nil {
					t.Fatal(err)
				}
				continue
			}
			set(t, book, "Sheet1", cell, tt.value)
			if tt.format != "" {
				styled(t, book, cell, tt.format)
			}
		}
	})
	rows := rowsOf(openString(t, "a.xlsx", string(b)))
	for i, tt := range tests {
		if want := fmt.Sprintf("%d|%s|%s", i+1, tt.name, tt.want); i >= len(rows) || rows[i] != want {
			t.Errorf("got %q, want %q", rows[min(i, len(rows)-1)], want)
		}
	}
}

func TestWorkbookOf1904(t *testing.T) {
	b := workbookBytes(t, func(book *excelize.File) {
		yes := true
		if err := book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
		set(t, book, "Sheet1", "A1", 46146.0-1462)
		styled(t, book, "A1", "m/d/yy")
	})
	if got := rowsOf(openString(t, "a.xlsx", string(b))); got[0] != "1|2026-05-04" {
		t.Errorf("got %q", got)
	}
}

func TestWorkbookSheets(t *testing.T) {
	b := workbookBytes(t, func(book *excelize.File) {
		for _, name := range []string{"Empty", "Teachers", "Old"} {
			if _, err := book.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		set(t, book, "Sheet1", "B2", "role", "comment")
		set(t, book, "Sheet1", "B5", "parent", "Call me", "", "")
		set(t, book, "Teachers", "A1", "comment")
		set(t, book, "Old", "A1", "comment")
		if err := book.SetSheetVisible("Old", false); err != nil {
			t.Fatal(err)
		}
	})
	f := openString(t, "a.xlsx", string(b))
	var names []string
	for _, table := range f.Tables {
		names = append(names, table.Name)
	}
	if diff := cmp.Diff([]string{"Sheet1", "Teachers", "Old"}, names); diff != "" {
		t.Errorf("sheets: %s", diff)
	}
	if len(f.Notes) != 1 || !strings.Contains(f.Notes[0], `"Old" is hidden`) {
		t.Errorf("notes %q", f.Notes)
	}
	for range 2 {
		if diff := cmp.Diff([]string{"2||role|comment", "5||parent|Call me"}, rowsOf(f)); diff != "" {
			t.Errorf("rows: %s", diff)
		}
	}
}

// Large sheets go through temporary files; none of them stays behind.
func TestLargeWorkbookLeavesNoFiles(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	b := workbookBytes(t, func(book *excelize.File) {
		w, err := book.NewStreamWriter("Sheet1")
		if err != nil {
			t.Fatal(err)
		}
		long := strings.Repeat("We would like to hear about good days too. ", 700)
		for i := range 600 {
			if err := w.SetRow(fmt.Sprintf("A%d", i+1), []any{i, long}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	})
	f := openString(t, "a.xlsx", string(b))
	for row := range f.Tables[0].Rows {
		if row.Number == 2 {
			break
		}
	}
	if got := len(rowsOf(f)); got != 600 {
		t.Errorf("%d rows", got)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("%v, %v left behind", err, left)
	}
}

// zipOf makes a zip file of empty parts that claim to unpack to size bytes each.
func zipOf(t *testing.T, size uint64, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := w.CreateRaw(&zip.FileHeader{Name: name, UncompressedSize64: size}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFilesThatAreRefused(t *testing.T) {
	book := func(opts ...excelize.Options) string {
		return string(workbookBytes(t, func(f *excelize.File) { set(t, f, "Sheet1", "A1", "comment") }, opts...))
	}
	tests := []struct{ name, content, want string }{
		{"empty.csv", "", "empty.csv: the file is empty"},
		{"blank.csv", " \r\n\n", "the file is empty"},
		{"locked.xlsx", book(excelize.Options{Password: "secret"}), "protected with a password"},
		{"half.xlsx", book()[:900], "damaged or not completely downloaded"},
		{"answers.docx", zipOf(t, 0, "word/document.xml"), "a Word document is not"},
		{"answers.zip", zipOf(t, 0, "parents.csv"), "not an Excel workbook"},
		{"answers.xlsb", zipOf(t, 0, "xl/workbook.bin"), "save it as .xlsx"},
		{"bomb.xlsx", zipOf(t, unzipLimit+1, "xl/media/image1.png"), "unpack to more than"},
		{"bomb.xlsx", zipOf(t, unzipLimit+1, "xl/worksheets/sheet1.xml"), "unpack to more than"},
		{"bomb of parts.xlsx", zipOf(t, unzipLimit/2+1, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"), "unpack to more than"},
		{"pictures.xlsx", zipOf(t, heldLimit/2+1, "xl/media/image1.png", "xl/media/image2.png"), "save a copy without them"},
		{"twice.xlsx", zipOf(t, 0, "xl/workbook.xml", "XL/Workbook.xml"), "two parts called"},
		{"nothing.xlsx", string(workbookBytes(t, func(*excelize.File) {})), "no sheet with anything in it"},
		{"bad.xlsx", zipOf(t, 0, "xl/workbook.xml"), "can't be read"},
		{"letter.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF is not"},
		{"photo.csv", "\xff\xd8\xff\xe0\x00\x10JFIF", "a picture is not"},
		{"program.csv", "\x7fELF\x02\x01\x01\x00\x00\x00\x03\x00\x3e\x07\x08", "full of control characters"},
	}
	for _, tt := range tests {
		_, err := Open(tt.name, strings.NewReader(tt.content), int64(len(tt.content)))
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), tt.name) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

func FuzzXLSX(f *testing.F) {
	f.Add(workbookBytes(f, func(book *excelize.File) {
		set(f, book, "Sheet1", "A1", "role", "when", "comment")
		set(f, book, "Sheet1", "A3", "parent", time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC), "Call me")
	}))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Open("a.xlsx", bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return
		}
		for _, table := range file.Tables {
			checkRows(t, table)
		}
	})
}

// largeWorkbook is a survey of n rows with 25 columns, its texts shared as
// Excel shares them.
func largeWorkbook(b *testing.B, rows int) []byte {
	words := strings.Fields("we would like to hear about good days too, not only when something went wrong in class")
	choices := []string{"Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree"}
	return workbookBytes(b, func(book *excelize.File) {
		style, err := book.NewStyle(&excelize.Style{NumFmt: 22})
		if err != nil {
			b.Fatal(err)
		}
		w, err := book.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for i := range rows {
			cells := []any{i, excelize.Cell{StyleID: style, Value: 46146.5 + float64(i)/1e5}, []string{"Parent", "Teacher"}[i%2]}
			for q := range 19 {
				cells = append(cells, choices[(i*7+q*3)%5])
			}
			cells = append(cells, i%11, fmt.Sprint(i, strings.Join(words[:5+i%12], " ")), strings.Join(words[i%5:5+i%5], " "))
			if i == 0 {
				for c := range cells {
					cells[c] = fmt.Sprintf("Question %d?", c+1)
				}
				cells[2] = "Role"
			}
			if err := w.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	})
}

const benchmarkRows = 5000

func BenchmarkXLSX(b *testing.B) {
	content := largeWorkbook(b, benchmarkRows)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		f, err := Open("a.xlsx", bytes.NewReader(content), int64(len(content)))
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range f.Tables[0].Rows {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkExcelize is what BenchmarkXLSX is measured against.
func BenchmarkExcelize(b *testing.B) {
	content := largeWorkbook(b, benchmarkRows)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		book, err := excelize.OpenReader(bytes.NewReader(content))
		if err != nil {
			b.Fatal(err)
		}
		rows, err := book.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
		if err := errors.Join(rows.Error(), rows.Close(), book.Close()); err != nil {
			b.Fatal(err)
		}
	}
}
