package ods

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestDamagedAndHostileFilesAreRefused(t *testing.T) {
	row1 := row(said("a"))
	cell := func(attrs string) string {
		return "<table:table-cell " + attrs + "><text:p>x</text:p></table:table-cell>"
	}
	again := func(times string, cells ...string) string {
		return `<table:table-row table:number-rows-repeated="` + times + `">` + strings.Join(cells, "") + `</table:table-row>`
	}
	const megabyte = 1 << 20
	whole := contentOf(row1)
	tests := []struct{ name, content, want string }{
		{"cut in a row", whole[:strings.Index(whole, "</table:table-row>")], `sheet "Answers", behind row 0: the file ends in the middle`},
		{"cut behind a row", whole[:strings.Index(whole, "</table:table>")], `sheet "Answers", behind row 1: the file ends in the middle`},
		{"cut in a tag", whole[:len(whole)-3], `sheet "Answers", behind row 1: `},
		{"cut in front of the sheet", before, "in front of the first sheet: the file ends in the middle"},
		{"nothing but a declaration", declared, "in front of the first sheet: the file ends in the middle"},
		{"wrong end", contentOf(row1 + "<table:table-row></table:row>"), "behind row 1: XML syntax error: <table:table-row> is closed by </table:row>"},
		{"unknown entity", contentOf(row1 + row(said("&nbsp;"))), "behind row 1: XML syntax error: &nbsp; is no entity of XML"},
		{"control character", contentOf(row1 + row(said("\x01"))), "behind row 1: a character that XML does not allow"},
		{"not UTF-8", contentOf(row1 + row(said("\xff"))), "behind row 1: a character that XML does not allow"},
		{"another encoding", strings.Replace(whole, "UTF-8", "windows-1252", 1), `the encoding is "windows-1252"`},
		{"entities", strings.Replace(whole, declared, declared+`<!DOCTYPE a [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>`, 1), "declares entities of its own"},
		{"nested tags", contentOf(row1 + strings.Repeat("<a>", 1_000_000)), "more than 128 elements within each other"},
		{"nested row groups", contentOf(row1 + strings.Repeat("<table:table-row-group>", 1000)), "more than 128 elements within each other"},
		{"cell of 100 MB", contentOf(row1 + row(said(strings.Repeat("a", 100*megabyte)))), "behind row 1: a text is longer than"},
		{"cell of 100 MB in pieces", contentOf(row1 + row(said(strings.Repeat(strings.Repeat("a", megabyte/2)+"<text:tab/>", 3)))), "behind row 1: a text is longer than"},
		{"cell of spaces", contentOf(row1 + row(said(strings.Repeat(`<text:s text:c="1000000"/>`, 2)))), "behind row 1: a text is longer than"},
		{"number of spaces", contentOf(row1 + row(said(`<text:s text:c="1000000000"/>`))), "no count of spaces"},
		{"long attribute", contentOf(row1 + row(cell(`a="`+strings.Repeat("a", 2*megabyte)+`"`))), "behind row 1: a text is longer than"},
		{"long row", contentOf(row1 + row(strings.Repeat(said(strings.Repeat("a", megabyte-9)), 33))), "behind row 1: the row has more than"},
		{"long name of a sheet", before + `<table:table table:name="` + strings.Repeat("a", 2000) + `"/>` + after, "a name that is longer"},
		{"repeated rows and cells", contentOf(row1 + again("1048575", cell(`table:number-columns-repeated="16384"`))), "repeated rows and cells would make more than 268435456 bytes"},
		{"repeated cells", contentOf(row1 + strings.Repeat(row(cell(`table:number-columns-repeated="16384"`)), 1000)), "repeated rows and cells would make more than 268435456 bytes"},
		{"repeated rows in many sheets", before + strings.Repeat(`<table:table table:name="a">`+again("1048576", cell(""))+`</table:table>`, 100) + after, "repeated rows and cells would make"},
		{"repeated long rows", contentOf(row1 + again("300", said(strings.Repeat("a", megabyte-9)))), "repeated rows and cells would make"},
		{"repeated long cells", contentOf(row1 + row(`<table:table-cell table:number-columns-repeated="40"><text:p>`+strings.Repeat("a", megabyte-9)+"</text:p></table:table-cell>")), "behind row 1: the row has more than"},
		{"long name of an element", contentOf("<" + strings.Repeat("a", 2000) + "/>"), "a name is longer than 1024 bytes"},
		{"too many rows", contentOf(row1 + again("1048576", cell(""))), "there is content behind row 1048576"},
		{"content behind the last row", contentOf(row1 + again("1048576", "<table:table-cell/>") + row1), "there is content behind row 1048576"},
		{"content behind the last column", contentOf(row1 + row(`<table:table-cell table:number-columns-repeated="16384"/>`, cell(""))), "there is content behind column 16384"},
		{"no number of rows", contentOf(row1 + again("-1", cell(""))), `behind row 1: number-rows-repeated="-1" is not a count`},
		{"no number of cells", contentOf(row1 + row(cell(`table:number-columns-repeated="0"`))), `number-columns-repeated="0" is not a count`},
		{"no sheet with content", contentOf(""), "no sheet with anything in it"},
		{"a text document", strings.ReplaceAll(whole, "office:spreadsheet", "office:text"), "holds no spreadsheet"},
		{"another XML", "<html><body/></html>", "holds no spreadsheet"},
	}
	for _, tt := range tests {
		for _, file := range []string{tt.content, spreadsheet(t, tt.content)} {
			_, err := Open(strings.NewReader(file), int64(len(file)))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
			}
		}
	}
}

func TestTooManySheets(t *testing.T) {
	sheet := `<table:table table:name="a">` + row(said("a")) + `</table:table>`
	content := before + strings.Repeat(sheet, sheetLimit+1) + after
	if _, err := Open(strings.NewReader(content), int64(len(content))); err == nil || !strings.Contains(err.Error(), "more than 10000 sheets") {
		t.Errorf("got %v", err)
	}
}

// claiming makes a zip file of one empty part that claims to unpack to size bytes.
func claiming(t *testing.T, size uint64, flags uint16) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	_, err := w.CreateRaw(&zip.FileHeader{Name: "content.xml", UncompressedSize64: size, Flags: flags})
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestZipFilesThatAreRefused(t *testing.T) {
	whole := contentOf(row(said("a")))
	file := spreadsheet(t, whole)
	manifest := `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
	tests := []struct{ name, file, want string }{
		{"half", file[:len(file)/2], "damaged or not completely downloaded"},
		{"changed", corrupted(t, whole), "packed in it is damaged"},
		{"password", zipped(t, "META-INF/manifest.xml", manifest, "content.xml", "\x8f\x01"), "protected with a password"},
		{"password on the zip file", claiming(t, 1, 1), "protected with a password"},
		{"bomb", claiming(t, unpackLimit+1, 0), "unpack to more than any survey needs"},
		{"claims more than it holds", claiming(t, 1000, 0), "packed in it is damaged"},
		{"another zip file", zipped(t, "word/document.xml", "<x/>"), "no content.xml"},
	}
	for _, tt := range tests {
		_, err := Open(strings.NewReader(tt.file), int64(len(tt.file)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

// corrupted makes a zip file whose content was changed behind its checksum.
func corrupted(t *testing.T, content string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	part, err := w.CreateHeader(&zip.FileHeader{Name: "content.xml", Method: zip.Store})
	if err == nil {
		_, err = io.WriteString(part, content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(b.String(), "<text:p>a<", "<text:p>b<", 1)
}

// blanks is a text without end.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestUnpackingEnds(t *testing.T) {
	in := &limited{r: blanks{}, left: 1 << 20}
	n, err := io.Copy(io.Discard, in)
	if !errors.Is(err, errTooLarge) || n > 1<<21 {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// A file that changes while it is read ends in an error.
func TestFileThatVanishes(t *testing.T) {
	content := []byte(contentOf(strings.Repeat(row(said("We would like to hear about good days too.")), 5000)))
	book, err := Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	number := 0
	for r, err := range book.Sheets[0].Rows() {
		if err != nil {
			if want := fmt.Sprintf("behind row %d", number); !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want %q", err, want)
			}
			return
		}
		if number = r.Number; number == 100 {
			clear(content)
		}
	}
	t.Errorf("the rows end at %d without an error", number)
}
