package main

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/sheet"
	"commonground/report/look"
)

// What a spreadsheet would run is made inert, and our own reader gives it back
// as it was.
func TestInertTextsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`['=+@a-]{0,4}[a-z ]{1,5}`).Draw(t, "text")
		written := look.Inert(text)
		if strings.ContainsAny(written[:1], "=+-@\t\r") {
			t.Errorf("%q is run as a formula", written)
		}
		data := string(look.AppendCSV(look.AppendCSV([]byte("text,more\n"), written), "")) + ",x\n"
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
