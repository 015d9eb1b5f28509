package main

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/sheet"
)

// Cells are quoted as encoding/csv quotes them.
func TestCellsAreWrittenAsCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("a \",\n\r\t\\.é'=")))).Draw(t, "cell")
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		if err := w.Write([]string{"first", cell}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if got := string(appendCell([]byte("first,"), cell)) + "\n"; got != want.String() {
			t.Errorf("%q, want %q", got, want.String())
		}
	})
}

// What a spreadsheet would run is made inert, and our own reader gives it back
// as it was.
func TestInertTextsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`['=+@a-]{0,4}[a-z ]{1,5}`).Draw(t, "text")
		written := inert(text)
		if strings.ContainsAny(written[:1], "=+-@\t\r") {
			t.Errorf("%q is run as a formula", written)
		}
		data := string(appendCell(appendCell([]byte("text,more\n"), written), "")) + ",x\n"
		f, err := sheet.Open("a.csv", strings.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		row := 0
		for r, err := range f.Tables[0].Rows {
			if err != nil {
				t.Fatal(err)
			}
			if row++; row == 2 && strings.TrimSpace(r.Cells[0]) != strings.TrimSpace(text) {
				t.Errorf("%q came back as %q", text, r.Cells[0])
			}
		}
	})
}
