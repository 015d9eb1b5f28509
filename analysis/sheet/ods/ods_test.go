package ods

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	declared = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	spaces   = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
		` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
		` xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"`
	before = declared + `<office:document-content` + spaces + `><office:automatic-styles>` +
		`<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>` +
		`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>` +
		`</office:automatic-styles><office:body><office:spreadsheet>`
	after = `</office:spreadsheet></office:body></office:document-content>`
)

// contentOf is the XML of a spreadsheet with one sheet.
func contentOf(rows string) string {
	return before + `<table:table table:name="Answers">` + rows + `</table:table>` + after
}

func row(cells ...string) string {
	return "<table:table-row>" + strings.Join(cells, "") + "</table:table-row>"
}

func said(text string) string {
	return `<table:table-cell office:value-type="string"><text:p>` + text + `</text:p></table:table-cell>`
}

// zipped makes a zip file of parts, each a name and a content.
func zipped(t testing.TB, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		part, err := w.Create(parts[i])
		if err == nil {
			_, err = part.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func spreadsheet(t testing.TB, content string) string {
	return zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content)
}

func open(t testing.TB, file string) *Book {
	t.Helper()
	book, err := Open(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// rowsOf writes rows as number|cell|cell.
func rowsOf(t testing.TB, s Sheet) []string {
	t.Helper()
	var rows []string
	for r, err := range s.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, fmt.Sprintf("%d|%s", r.Number, strings.Join(r.Cells, "|")))
	}
	return rows
}

func TestCells(t *testing.T) {
	cell := func(attrs, text string) string {
		return "<table:table-cell " + attrs + ">" + text + "</table:table-cell>"
	}
	number := func(kind, value string) string {
		return cell(`office:value-type="`+kind+`" office:value="`+value+`"`, "<text:p>shown</text:p>")
	}
	date := func(value string) string {
		return cell(`office:value-type="date" office:date-value="`+value+`"`, "<text:p>shown</text:p>")
	}
	clock := func(value string) string {
		return cell(`office:value-type="time" office:time-value="`+value+`"`, "<text:p>shown</text:p>")
	}
	tests := []struct{ name, xml, want string }{
		{"text", said("Call me"), "Call me"},
		{"text without a type", cell("", "<text:p>Call me</text:p>"), "Call me"},
		{"entities", said("bus &amp; lunch &#x2019;&lt;3&gt;"), "bus & lunch ’<3>"},
		{"CDATA", said("<![CDATA[bus & lunch]]>"), "bus & lunch"},
		{"paragraphs", cell("", "\n<text:p>one</text:p>\n<text:p/><text:p>three</text:p>\n"), "one\n\nthree"},
		{"line break and tab", said("one<text:line-break/>two<text:tab/>three"), "one\ntwo\tthree"},
		{"spaces", said(`a<text:s/>b<text:s text:c="3"/>c`), "a b   c"},
		{"spaces kept at both ends", said(`<text:s/>x `), " x "},
		{"spaces as LibreOffice writes them", said(` a  <text:span> b</text:span>`), " a   b"},
		{"span", said(`very <text:span text:style-name="T1">good <text:span>day</text:span></text:span>s`), "very good days"},
		{"link", said(`see <text:a href="https://example.org">here</text:a>`), "see here"},
		{"ruby", said(`<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>`), "漢"},
		{"comment on a cell", cell("", `<office:annotation><dc:creator>A</dc:creator><text:p>ask again</text:p></office:annotation><text:p>Yes</text:p>`), "Yes"},
		{"drawing", cell("", `<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame><text:p>Yes</text:p>`), "Yes"},
		{"comment of the XML", said("one<!-- two -->three"), "onethree"},
		{"string of a formula", cell(`table:formula="of:=[.A1]" office:value-type="string" office:string-value="a  b"`, "<text:p>shown</text:p>"), "a  b"},
		{"error of a formula", cell(`office:value-type="string" office:string-value="" calcext:value-type="error"`, "<text:p>#N/A</text:p>"), "#N/A"},
		{"error with a value", cell(`office:value-type="float" office:value="0" calcext:value-type="error"`, "<text:p>#DIV/0!</text:p>"), "#DIV/0!"},
		{"whole number", number("float", "3"), "3"},
		{"number off by the last bit", number("float", "3.0000000000000004"), "3"},
		{"number shown rounded", number("float", "2.675"), "2.675"},
		{"number with an exponent", number("float", "1.5E-3"), "0.0015"},
		{"number with zeros", number("float", "007.50"), "7.5"},
		{"large number", number("float", "114252004123"), "114252004123"},
		{"larger number", number("float", "1E20"), "100000000000000000000"},
		{"negative zero", number("float", "-0"), "0"},
		{"per cent", number("percentage", "0.25"), "0.25"},
		{"currency", number("currency", "12.5"), "12.5"},
		{"number without a value", cell(`office:value-type="float"`, "<text:p>3</text:p>"), "3"},
		{"number that is none", number("float", "many"), "shown"},
		{"number that is infinite", number("float", "INF"), "shown"},
		{"true", cell(`office:value-type="boolean" office:boolean-value="true"`, "<text:p>WAHR</text:p>"), "TRUE"},
		{"false", cell(`office:value-type="boolean" office:boolean-value="false"`, ""), "FALSE"},
		{"date", date("2026-10-02"), "2026-10-02"},
		{"date and time", date("2026-10-02T14:05:00"), "2026-10-02T14:05:00"},
		{"date and time a little too early", date("2026-10-02T14:04:59.999999997"), "2026-10-02T14:05:00"},
		{"date and time of midnight", date("2026-10-02T00:00:00"), "2026-10-02"},
		{"time shown with the first date", date("1899-12-30T12:00:00"), "12:00:00"},
		{"date of no calendar", date("2026-02-30"), "2026-02-30"},
		{"date without a value", date(""), "shown"},
		{"time", clock("PT14H05M00S"), "14:05:00"},
		{"time of an hour count", clock("PT36H00M00S"), "36:00:00"},
		{"time with parts of seconds", clock("PT00H00M59.9999999S"), "00:01:00"},
		{"time of days", clock("P1DT2H"), "26:00:00"},
		{"minutes without hours", clock("PT5M"), "00:05:00"},
		{"date and time shown as a time", clock("PT1107517H05M59S"), "2026-05-04T13:05:59"},
		{"negative time", clock("-PT1H"), "-PT1H"},
		{"time that is none", clock("PT"), "PT"},
	}
	var rows strings.Builder
	for _, tt := range tests {
		rows.WriteString(row(said(tt.name), tt.xml))
	}
	got := rowsOf(t, open(t, spreadsheet(t, contentOf(rows.String()))).Sheets[0])
	for i, tt := range tests {
		if want := fmt.Sprintf("%d|%s|%s", i+1, tt.name, tt.want); got[i] != want {
			t.Errorf("got %q, want %q", got[i], want)
		}
	}
}

func TestRepeats(t *testing.T) {
	const (
		empty  = `<table:table-cell/>`
		twice  = `<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>`
		tail   = `<table:table-cell table:number-columns-repeated="16380"/>`
		merged = `<table:covered-table-cell><text:p>below</text:p></table:covered-table-cell>`
	)
	again := func(times, cells string) string {
		return `<table:table-row table:number-rows-repeated="` + times + `">` + cells + `</table:table-row>`
	}
	tests := []struct {
		name, rows string
		want       []string
	}{
		{"cells", row(empty, twice, said("y"), tail), []string{"1||x|x|y"}},
		{"empty cells between", row(said("a"), `<table:table-cell table:number-columns-repeated="3"/>`, said("b")), []string{"1|a||||b"}},
		{"rows", row(said("a")) + again("2", said("b")) + row(said("c")), []string{"1|a", "2|b", "3|b", "4|c"}},
		{"empty rows between", row(said("a")) + again("1000", empty) + row(said("c")), []string{"1|a", "1002|c"}},
		{"empty rows to the end", row(said("a")) + again("1048575", tail), []string{"1|a"}},
		{"empty rows beyond the end", row(said("a")) + again("16777215", tail), []string{"1|a"}},
		{"empty rows without end", row(said("a")) + again("99999999999999999999", tail), []string{"1|a"}},
		{"empty text", row(said("a"), said("")) + again("9", said("")), []string{"1|a"}},
		{"merged", row(said("a"), merged, said("c")), []string{"1|a||c"}},
		{"groups and headers", `<table:table-header-rows>` + row(said("a")) + `</table:table-header-rows><table:table-row-group><table:table-row-group>` +
			row(said("b")) + `</table:table-row-group>` + row(said("c")) + `</table:table-row-group>`, []string{"1|a", "2|b", "3|c"}},
		{"what is no row", `<table:shapes><draw:frame>` + row(said("x")) + `</draw:frame></table:shapes><table:table-column table:number-columns-repeated="16384"/>` +
			row(said("a")), []string{"1|a"}},
	}
	for _, tt := range tests {
		book := open(t, spreadsheet(t, contentOf(tt.rows)))
		for range 2 { // a sheet can be ranged over again
			if diff := cmp.Diff(tt.want, rowsOf(t, book.Sheets[0])); diff != "" {
				t.Errorf("%s: %s", tt.name, diff)
			}
		}
	}
}

func TestSheets(t *testing.T) {
	content := before +
		`<table:tracked-changes><table:table table:name="Undone">` + row(said("x")) + `</table:table></table:tracked-changes>` +
		`<table:table table:name="Empty" table:style-name="ta1">` + row(said("")) + `</table:table>` +
		`<table:table table:name="Parents &amp; staff" table:style-name="ta1">` + row(said("role")) + row(said("parent")) + `</table:table>` +
		`<table:table table:name="Old" table:style-name="ta2">` + row(said("comment")) + `</table:table>` +
		`<table:table table:name="'file:///home/office/prices.ods'#$Sheet1"><table:table-source/>` + row(said("elsewhere")) + `</table:table>` + after
	book := open(t, zipped(t, "content.xml", content, "Basic/Standard/Module1.xml", "<x/>"))
	var got []string
	for _, s := range book.Sheets {
		got = append(got, fmt.Sprintf("%s %t %s", s.Name, s.Hidden, rowsOf(t, s)))
	}
	if diff := cmp.Diff([]string{"Parents & staff false [1|role 2|parent]", "Old true [1|comment]"}, got); diff != "" {
		t.Error(diff)
	}
	if notes := strings.Join(book.Notes, "\n"); len(book.Notes) != 2 || !strings.Contains(notes, "macros") || !strings.Contains(notes, "other files (prices.ods)") {
		t.Errorf("notes %q", book.Notes)
	}
}

func TestOtherWaysToWriteIt(t *testing.T) {
	usual := contentOf(row(said("role"), `<table:table-cell office:value-type="float" office:value="2"/>`))
	flat := strings.NewReplacer("document-content", "document").Replace(usual)
	tests := []struct{ name, file string }{
		{"zip", spreadsheet(t, usual)},
		{"flat", flat},
		{"byte order mark", "\ufeff" + flat},
		{"no declaration", strings.TrimPrefix(flat, declared)},
		{"other prefixes", strings.NewReplacer("<table:", "<t:", "</table:", "</t:", " table:", " t:", "xmlns:table=", "xmlns:t=").Replace(flat)},
		{"prefixes that nothing declares", strings.ReplaceAll(flat, spaces, "")},
	}
	for _, tt := range tests {
		if !Sniff([]byte(tt.file)) && tt.name != "prefixes that nothing declares" {
			t.Errorf("%s is not recognised", tt.name)
		}
		book := open(t, tt.file)
		if diff := cmp.Diff([]string{"1|role|2"}, rowsOf(t, book.Sheets[0])); diff != "" || len(book.Notes) > 0 {
			t.Errorf("%s: %s %q", tt.name, diff, book.Notes)
		}
	}
	scripted := strings.Replace(flat, "<office:body>", `<office:scripts><office:script>Sub Main</office:script></office:scripts><office:body>`, 1)
	if notes := open(t, zipped(t, "content.xml", usual, "Basic/Standard/script-lb.xml", "<x/>")).Notes; len(notes) > 0 {
		t.Errorf("an empty list of macros: notes %q", notes)
	}
	if notes := open(t, scripted).Notes; len(notes) != 1 || !strings.Contains(notes[0], "macros") {
		t.Errorf("macros in a flat file: notes %q", notes)
	}
	book := open(t, spreadsheet(t, "<b>Warning</b>: it's late\n"+usual))
	if got := rowsOf(t, book.Sheets[0]); got[0] != "1|role|2" || len(book.Notes) != 1 || !strings.Contains(book.Notes[0], "in front of") {
		t.Errorf("behind other text: %q, notes %q", got, book.Notes)
	}
}
