package sheet

import (
	"strings"
	"testing"
)

func openString(t *testing.T, name, s string) *File {
	t.Helper()
	f, err := Open(name, strings.NewReader(s), int64(len(s)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestProse(t *testing.T) {
	f := openString(t, "letter.txt", "Dear families,\n\nThank you for a good year. We will write again.\n\nThe office\n")
	if rows := rowsOf(f); len(rows) > 0 || len(f.Notes) != 1 {
		t.Errorf("rows %q, notes %q", rows, f.Notes)
	}
}
