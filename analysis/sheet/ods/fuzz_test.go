package ods

import (
	"fmt"
	"strings"
	"testing"
)

// seeds show the quirks that the other tests are about.
var seeds = []string{
	row(said("role"), said("comment")) + row(said("parent"), said("Call<text:s/>me")),
	`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1.5"/></table:table-row>`,
	row(`<table:table-cell office:value-type="date" office:date-value="2026-10-02T14:05:00"/><table:covered-table-cell/>`),
	row(`<table:table-cell office:value-type="time" office:time-value="PT14H05M00S"><office:annotation><text:p>x</text:p></office:annotation></table:table-cell>`),
	`<table:table-row-group>` + row(said("&amp;<text:tab/><text:line-break/><![CDATA[x]]>")) + `</table:table-row-group>`,
}

func FuzzOpen(f *testing.F) {
	for _, rows := range seeds {
		f.Add(spreadsheet(f, contentOf(rows)))
		f.Add(contentOf(rows))
	}
	f.Fuzz(func(t *testing.T, file string) {
		book, err := Open(strings.NewReader(file), int64(len(file)))
		if err != nil {
			return
		}
		for _, s := range book.Sheets {
			checkRows(t, s)
		}
	})
}

// Whatever the rows hold, errors name the sheet and a row.
func FuzzRows(f *testing.F) {
	for _, rows := range seeds {
		f.Add(rows)
	}
	f.Fuzz(func(t *testing.T, rows string) {
		content := contentOf(rows)
		book, err := Open(strings.NewReader(content), int64(len(content)))
		if err != nil {
			if !strings.Contains(err.Error(), "behind row ") && !strings.Contains(err.Error(), "no sheet with anything") {
				t.Errorf("the error names no row: %v", err)
			}
			return
		}
		for _, s := range book.Sheets {
			checkRows(t, s)
		}
	})
}

func checkRows(t *testing.T, s Sheet) {
	last := 0
	for r, err := range s.Rows() {
		switch {
		case err != nil:
			t.Fatalf("the sheet could be read at first: %v", err)
		case r.Number <= last || r.Number > lastRow:
			t.Fatalf("row %d follows row %d", r.Number, last)
		case len(r.Cells) == 0 || len(r.Cells) > lastColumn || r.Cells[len(r.Cells)-1] == "":
			t.Fatalf("row %d has %d cells, or an empty last one", r.Number, len(r.Cells))
		}
		last = r.Number
	}
	if last == 0 {
		t.Fatal("a sheet without content is given")
	}
}

func BenchmarkRows(b *testing.B) {
	var rows strings.Builder
	for i := range 4000 {
		fmt.Fprint(&rows, `<table:table-row table:style-name="ro1">`,
			`<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2026-10-02T14:05:00" calcext:value-type="date"><text:p>2026-10-02 14:05:00</text:p></table:table-cell>`)
		for j := range 18 {
			fmt.Fprintf(&rows, `<table:table-cell office:value-type="float" office:value="%d" calcext:value-type="float"><text:p>%[1]d</text:p></table:table-cell>`, (i+j)%5)
		}
		for range 6 {
			rows.WriteString(`<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>We would like to hear about good days too.</text:p></table:table-cell>`)
		}
		rows.WriteString(`</table:table-row>`)
	}
	content := contentOf(rows.String())
	file := spreadsheet(b, content)
	book := open(b, file)
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range book.Sheets[0].Rows() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
