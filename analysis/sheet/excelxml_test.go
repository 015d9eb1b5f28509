package sheet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// excelXML is an XML Spreadsheet 2003 with sheets of that XML.
func excelXML(sheets ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`)
	for i, sheet := range sheets {
		b.WriteString(`<Worksheet ss:Name="Sheet` + string(rune('1'+i)) + `"><Table>` + sheet + `</Table><WorksheetOptions>`)
		if strings.Contains(sheet, "secret") {
			b.WriteString("<Visible>SheetHidden</Visible>")
		}
		b.WriteString("</WorksheetOptions></Worksheet>\n")
	}
	return b.String() + "</Workbook>"
}

func TestExcelXML(t *testing.T) {
	const text, number = `<Cell><Data ss:Type="String">`, `<Cell><Data ss:Type="Number">`
	tests := []struct {
		name, rows string
		want       []string
	}{
		{"texts", "<Row>" + text + "Role</Data></Cell>" + text + "Caf\u00e9 &amp; lunch&#10;please</Data></Cell></Row>", []string{"1|Role|Café & lunch\nplease"}},
		{"formatted text", `<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Call</B> us</ss:Data></Cell></Row>`, []string{"1|Call us"}},
		{"kinds", "<Row>" + number + `2.50</Data></Cell><Cell><Data ss:Type="DateTime">2026-05-04T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">1899-12-31T13:05:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>`, []string{"1|2.5|2026-05-04|13:05:00|TRUE"}},
		{"places", `<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">a</Data></Cell></Row><Row ss:Span="2"/><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">b</Data></Cell>` + text + "c</Data></Cell><Cell/></Row>", []string{"3||a", "7|b||c"}},
		{"comments on cells", `<Row><Cell><Data ss:Type="String">a</Data><Comment><ss:Data>checked</ss:Data></Comment></Cell></Row>`, []string{"1|a"}},
	}
	for _, tt := range tests {
		f := openString(t, "a.xml", excelXML("", tt.rows))
		for range 2 {
			if diff := cmp.Diff(tt.want, rowsOf(f)); diff != "" {
				t.Errorf("%s: -want +got\n%s", tt.name, diff)
			}
		}
		if f.Format != "Excel 2003 XML workbook" || len(f.Tables) != 1 || f.Tables[0].Name != "Sheet2" || len(f.Notes) > 0 {
			t.Errorf("%s: %s, tables %v, notes %q", tt.name, f.Format, f.Tables, f.Notes)
		}
	}
	f := openString(t, "a.xls", excelXML("<Row>"+text+"a</Data></Cell></Row>", "<Row>"+text+"secret</Data></Cell></Row>"))
	if notes := strings.Join(f.Notes, "\n"); len(f.Tables) != 2 || !strings.Contains(notes, `"Sheet2" is hidden`) || !strings.Contains(notes, "named .xls") {
		t.Errorf("tables %v, notes %q", f.Tables, f.Notes)
	}
}

func TestBrokenExcelXMLIsRefused(t *testing.T) {
	const row = `<Row><Cell><Data ss:Type="String">a</Data></Cell></Row>`
	far := `<Row><Cell ss:Index="16384"><Data ss:Type="String">a</Data></Cell></Row>`
	whole := excelXML(row)
	tests := []struct{ name, content, want string }{
		{"cut off", whole[:len(whole)-60], "the file ends in the middle"},
		{"nothing", excelXML(""), "no sheet with anything in it"},
		{"row twice", excelXML(row + `<Row ss:Index="1"/>`), "row 1 follows row 1"},
		{"row that no sheet has", excelXML(`<Row ss:Index="1048577"/>`), "row 1048577 follows row 0"},
		{"column that no sheet has", excelXML(`<Row><Cell ss:Index="16385"/></Row>`), "cell 16385"},
		{"cells out of order", excelXML(`<Row><Cell ss:Index="3"/><Cell ss:Index="2"/></Row>`), "cell 2 stands behind cell 3"},
		{"too many cells", excelXML(strings.Repeat(far, cellLimit/columnLimit+1)), "more than 134217728 cells"},
		{"a long row", excelXML("<Row>" + strings.Repeat(`<Cell><Data ss:Type="String">`+strings.Repeat("x", 1<<19)+"</Data></Cell>", rowTextLimit>>19+1) + "</Row>"), "row 1 is longer than 16 MiB"},
		{"cell without row", excelXML(`<Row/><Cell></Cell>`), "in no row"},
		{"row within a row", excelXML("<Row>" + row + "</Row>"), "a row within a row"},
	}
	for _, tt := range tests {
		_, err := Open("a.xml", strings.NewReader(tt.content), int64(len(tt.content)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

func FuzzExcelXML(f *testing.F) {
	f.Add(excelXML(`<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">1</Data></Cell></Row><Row ss:Span="2"/><Row><Cell ss:MergeAcross="1"/></Row>`))
	f.Fuzz(func(t *testing.T, content string) {
		file, err := openExcelXML("a.xml", strings.NewReader(content), int64(len(content)))
		if err != nil {
			return
		}
		for _, table := range file.Tables {
			checkRows(t, table)
		}
	})
}
