package sheet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"
)

// garbled is text whose UTF-8 was read as Windows-1252.
func garbled(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		r := charmap.Windows1252.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestDirt(t *testing.T) {
	tests := []struct {
		name, content string
		want          []string
		note          string
	}{
		{"UTF-8 read once as Windows-1252", "role,comment\nparent,My “daughter’s” maÃ±ana cafÃ© donâ€™t\n", []string{"1|role|comment", "2|parent|My “daughter’s” mañana café don’t"}, `(3)`},
		{"all of it", garbled("role,comment\nparent,“José’s” – ¿qué? 😀 à\n"), []string{"1|role|comment", "2|parent|“José’s” – ¿qué? 😀 à"}, "garbled"},
		{"what only looks garbled", "role,comment\npadre,São Tomé NÃO ÂMBAR â É à €5 Ã\n", []string{"1|role|comment", "2|padre|São Tomé NÃO ÂMBAR â É à €5 Ã"}, ""},
		{"NUL bytes", "role,comment\nparent,Call\x00 us\n" + "teacher,Write us more often than you did last year; thank you for this one as it was a good one for our family\n" + "\x00\x00", []string{"1|role|comment", "2|parent|Call us", "3|teacher|Write us more often than you did last year; thank you for this one as it was a good one for our family"}, "left out (3)"},
		{"marks of files put together", "\ufeffrole,comment\nparent,Call us\n\ufeffteacher,Write us\n", []string{"1|role|comment", "2|parent|Call us", "3|teacher|Write us"}, "left out (1)"},
		{"not UTF-8 here, garbled there", "role,comment\nparent,caf\xe9 José\nteacher,cafÃ© niña años\n", []string{"1|role|comment", "2|parent|café José", "3|teacher|café niña años"}, "Windows-1252"},
		{"the delimiter stated to Excel", "sep=;\r\nrole;comment\r\nparent;Call us, or write, or come\r\n", []string{"2|role|comment", "3|parent|Call us, or write, or come"}, ""},
		{"the delimiter stated in quotes", "\ufeff\"SEP=,\"\nrole,comment\nparent,Call us\n", []string{"2|role|comment", "3|parent|Call us"}, ""},
		{"NBSP and doubled quotes", "role,comment\nparent,\"a\u00a0\"\"good\"\" day\"\n", []string{"1|role|comment", "2|parent|a\u00a0\"good\" day"}, ""},
		{"a thousand empty rows and columns", "role,comment" + strings.Repeat(",", 1000) + "\nparent,Call us" + strings.Repeat(",", 1000) + "\n" + strings.Repeat(strings.Repeat(",", 1001)+"\n", 1000),
			[]string{"1|role|comment", "2|parent|Call us"}, ""},
	}
	for _, tt := range tests {
		f := openString(t, "a.csv", tt.content)
		for range 2 {
			if diff := cmp.Diff(tt.want, rowsOf(f)); diff != "" {
				t.Errorf("%s: -want +got\n%.1000s", tt.name, diff)
			}
		}
		if notes := strings.Join(f.Notes, "\n"); (tt.note == "") != (notes == "") || !strings.Contains(notes, tt.note) {
			t.Errorf("%s: notes %q, want %q", tt.name, f.Notes, tt.note)
		}
	}
}

// What was garbled once is as it was, however it is cut into buffers, and
// ordinary text stays as it is.
func TestGarbledTextIsMended(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"café ", "niña ", "don’t ", "“so” ", "plain ", "😀 ", "ÀÉÎ ", "5 € "}), 1, 3000).Draw(t, "words")
		text := "role,comment\nparent," + strings.Join(words, "") + "\n"
		for _, content := range []string{text, garbled(text)} {
			f, err := Open("a.csv", strings.NewReader(content), int64(len(content)))
			if err != nil {
				t.Fatal(err)
			}
			if got := rowsOf(f)[1]; got != "2|parent|"+strings.Join(words, "") {
				t.Fatalf("%q: got %q", content, got)
			}
		}
	})
}
