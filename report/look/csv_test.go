package look

import (
	"bytes"
	"encoding/csv"
	"testing"

	"pgregory.net/rapid"
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
		if got := string(AppendCSV([]byte("first,"), cell)) + "\n"; got != want.String() {
			t.Errorf("%q, want %q", got, want.String())
		}
	})
}
