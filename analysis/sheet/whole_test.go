package sheet

import (
	"io"
	"strings"
	"testing"
)

// shrinking is a file that loses its end while it is read.
type shrinking struct {
	content string
	left    int
}

func (s *shrinking) ReadAt(p []byte, at int64) (int, error) {
	return strings.NewReader(s.content[:s.left]).ReadAt(p, at)
}

// Of a file that loses its end behind the first rows, these are not taken for
// all; one that grows is read as far as it went when it was opened.
func TestFileThatChangesWhileRead(t *testing.T) {
	whole := "What could be better?,Role\n" + strings.Repeat("\"More notice, please\",Parent\n", 20_000)
	for _, tt := range []struct {
		name  string
		left  int
		rows  int
		fails bool
	}{
		{"as it was", len(whole), 20_001, false},
		{"shrunk", len(whole) / 2, 0, true},
		{"gone", 0, 0, true},
	} {
		r := &shrinking{whole + "\"One more\",Parent\n", len(whole)}
		f, err := Open("a.csv", r, int64(len(whole)))
		if err != nil {
			t.Fatal(err)
		}
		r.left = tt.left
		n := 0
		var failed error
		for _, err := range f.Tables[0].Rows {
			if err != nil {
				failed = err
				break
			}
			n++
		}
		if tt.fails != (failed != nil) || failed == io.EOF || !tt.fails && n != tt.rows {
			t.Errorf("%s: %d rows, %v", tt.name, n, failed)
		}
	}
}
