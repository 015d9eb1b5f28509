package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// rowsOf writes the rows of a file's first table as "number|cell|cell".
func rowsOf(f *File) []string {
	var rows []string
	for row, err := range f.Tables[0].Rows {
		if err != nil {
			rows = append(rows, err.Error())
			continue
		}
		rows = append(rows, fmt.Sprintf("%d|%s", row.Number, strings.Join(row.Cells, "|")))
	}
	return rows
}

func TestDelimited(t *testing.T) {
	unclosed := ": " + errUnclosedQuote.Error()
	endless := ": " + errEndless.Error()
	tests := []struct {
		name, file, content string
		want                []string
	}{
		{"comma", "a.csv", "role,comment\nparent,\"Call, please\"\n", []string{"1|role|comment", "2|parent|Call, please"}},
		{"tab, whatever its name", "a.txt", "role\tcomment\nparent\tCall, please\n", []string{"1|role|comment", "2|parent|Call, please"}},
		{"semicolon with decimal commas", "a.csv", "role;age;score\nparent;41,5;1,5\nteacher;38,0;2,5\n", []string{"1|role|age|score", "2|parent|41,5|1,5", "3|teacher|38,0|2,5"}},
		{"semicolons within cells", "a.csv", "role,channels\nparent,phone; text\nteacher,phone; app\nparent,email\n", []string{"1|role|channels", "2|parent|phone; text", "3|teacher|phone; app", "4|parent|email"}},
		{"pipe", "a.csv", "role|comment\nparent|Call, please\n", []string{"1|role|comment", "2|parent|Call, please"}},
		{"title above the header", "a.csv", "Spring survey\n\nrole,comment\nparent,Call\nteacher,Write\nteacher,Meet\nparent,Text\n",
			[]string{"1|Spring survey", "3|role|comment", "4|parent|Call", "5|teacher|Write", "6|teacher|Meet", "7|parent|Text"}},
		{"ragged, trailing empty cells", "a.csv", "a,b,c\n1,2,3,4\n1,,\n,,\n1\n", []string{"1|a|b|c", "2|1|2|3|4", "3|1", "5|1"}},
		{"blank lines and line breaks in cells", "a.csv", "\n\na,b\n\n\"x\n\ny\",1\nz,\"2\n\"\n\n\nw,3\n", []string{"3|a|b", "5|x\n\ny|1", "6|z|2\n", "9|w|3"}},
		{"CR alone", "a.csv", "a,b\r1,\"x\ry\"\r\r2,z\r", []string{"1|a|b", "2|1|x\ny", "4|2|z"}},
		{"mixed line ends", "a.csv", "a,b\r\n1,x\r2,y\n3,z", []string{"1|a|b", "2|1|x", "3|2|y", "4|3|z"}},
		{"one column", "a.csv", "comment\nCall me\nWrite me\n", []string{"1|comment", "2|Call me", "3|Write me"}},
		{"one column, whatever its name", "a.txt", "comment\nCall me\nWrite me\nText me\n", []string{"1|comment", "2|Call me", "3|Write me", "4|Text me"}},
		{"one column with semicolons in it", "a.csv", "What helps?\nPhone calls; notes\nMeetings; lunch\n", []string{"1|What helps?", "2|Phone calls; notes", "3|Meetings; lunch"}},
		{"header alone", "a.csv", "role,comment\n", []string{"1|role|comment"}},
		{"apostrophes that guard formulas", "a.csv", "a,b,c,d\n'=1+1,'+1,'-1,'@x\n''=x,'tis,'',o'=\n\"'\tx\",'\n",
			[]string{"1|a|b|c|d", "2|=1+1|+1|-1|@x", "3|'=x|'tis|''|o'=", "4|\tx|'"}},
		{"quotes within cells", "a.csv", "a,b\n5\" pipe,x\n\"a \"quoted\" word\",y\n", []string{"1|a|b", `2|5" pipe|x`, `3|a "quoted" word|y`}},
		{"quote that is never closed", "a.csv", "a,b\n1,x\n\n2,\"y\n3,z\n4,w\n", []string{"1|a|b", "2|1|x", "a.csv:4" + unclosed, "5|3|z", "6|4|w"}},
		{"quote that is never closed, in the last row", "a.csv", "a,b\n1,\"x\n", []string{"1|a|b", "a.csv:2" + unclosed}},
		{"long record that is never closed", "a.csv", "a,b\n1,\"" + strings.Repeat(strings.Repeat("x", 1023)+"\n", recordLimit>>10+1), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := openString(t, tt.file, tt.content)
			if f.Format != "delimited text" {
				t.Fatalf("format %q", f.Format)
			}
			if tt.want == nil {
				tt.want = []string{"1|a|b", "a.csv:2" + endless}
				for i := range recordLimit >> 10 {
					tt.want = append(tt.want, fmt.Sprintf("%d|%s", i+3, strings.Repeat("x", 1023)))
				}
			}
			for range 2 { // rows can be ranged over again
				if diff := cmp.Diff(tt.want, rowsOf(f)); diff != "" {
					t.Fatalf("-want +got\n%.2000s", diff)
				}
			}
		})
	}
}

func TestQuotesThatNeverMatch(t *testing.T) {
	rows := rowsOf(openString(t, "a.csv", "a,b\n"+strings.Repeat("1,\"x\n", 1000)))
	if last := rows[len(rows)-1]; len(rows) != 1+unclosedLimit+1 || !strings.Contains(last, "more than 99 rows") {
		t.Errorf("%d rows, the last %q", len(rows), last)
	}
}

func TestProseWithCommasIsText(t *testing.T) {
	for _, s := range []string{
		"Dear all, good morning\nFor you, a question\nFrom us, the office\n",
		"Dear all,\n\nwe met, and talked, and ate.\n\nIt was, on the whole, good.\n",
		"Good morning\n",
	} {
		if f := openString(t, "letter", s); f.Format != "text" {
			t.Errorf("%q is read as %s", s, f.Format)
		}
	}
}

func TestEncodings(t *testing.T) {
	const text = "role,comment\n" +
		"parent,“We don’t hear enough” – José’s mother\n" +
		"teacher,Más tiempo para leer y la niña está contenta\n" +
		"parent,The café evening was great… ¿por qué no más?\n"
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, bom) }
	tests := []struct {
		want   string
		encode encoding.Encoding
		before string
	}{
		{"UTF-8", encoding.Nop, ""},
		{"UTF-8", encoding.Nop, "\ufeff"},
		{"UTF-16LE", utf16(unicode.LittleEndian, unicode.UseBOM), ""},
		{"UTF-16BE", utf16(unicode.BigEndian, unicode.UseBOM), ""},
		{"UTF-16LE", utf16(unicode.LittleEndian, unicode.IgnoreBOM), ""},
		{"UTF-16BE", utf16(unicode.BigEndian, unicode.IgnoreBOM), ""},
		{"windows-1252", charmap.Windows1252, ""},
		{"macintosh", charmap.Macintosh, ""},
	}
	want := rowsOf(openString(t, "a.csv", text))
	for _, tt := range tests {
		for _, far := range []bool{false, true} {
			content, want := text, want
			if far { // the first accent stands far behind the head
				content = text[:13] + strings.Repeat("parent,nothing\n", 50_000) + text[13:]
				want = nil
			}
			encoded, err := tt.encode.NewEncoder().String(tt.before + content)
			if err != nil {
				t.Fatal(err)
			}
			f := openString(t, "a.csv", encoded)
			if f.Encoding != tt.want || len(f.Notes) > 0 {
				t.Errorf("far %v: %q and notes %q, want %q", far, f.Encoding, f.Notes, tt.want)
			}
			got := rowsOf(f)
			if far {
				want = rowsOf(openString(t, "a.csv", content))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, far %v: -want +got\n%.1000s", tt.want, far, diff)
			}
		}
	}
}

func TestBytesThatAreNotUTF8(t *testing.T) {
	f := openString(t, "a.csv", "role,comment\nparent,José está\nteacher,caf\xe9 “cerca”\n")
	want := []string{"1|role|comment", "2|parent|José está", "3|teacher|café “cerca”"}
	if diff := cmp.Diff(want, rowsOf(f)); diff != "" {
		t.Error(diff)
	}
	if len(f.Notes) != 1 || !strings.Contains(f.Notes[0], "line 3") {
		t.Errorf("notes %q", f.Notes)
	}
}

// Any table that a CSV writer can write is read back, with the numbers that a
// spreadsheet shows.
func TestWhatIsWrittenIsRead(t *testing.T) {
	cell := rapid.StringMatching(`[a-z=+'"“é,;\n -]{0,8}`)
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(rapid.SliceOfN(cell, 2, 4), 1, 8).Draw(t, "records")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		var want []string
		for i, record := range records {
			record[0] = "x" + record[0]
			if err := w.Write(record); err != nil {
				t.Fatal(err)
			}
			want = append(want, fmt.Sprintf("%d|%s", i+1, strings.Join(cleaned(append([]string(nil), record...)), "|")))
		}
		w.Flush()
		d := &delimited{name: "a.csv", r: bytes.NewReader(b.Bytes()), size: int64(b.Len()), comma: ','}
		if diff := cmp.Diff(want, rowsOf(&File{Tables: []Table{{Rows: d.rows}}})); diff != "" {
			t.Fatalf("%q: -want +got\n%s", b.String(), diff)
		}
	})
}

func FuzzDelimited(f *testing.F) {
	f.Add([]byte("a,b\r\n1,\"x\ny\"\r\n\r\n'=2,z"))
	f.Add([]byte("a;b\r1;\"x\r2;y"))
	f.Add([]byte("\xff\xfea\x00\t\x00b\x00\n\x001\x00"))
	f.Add([]byte("a|b\ncaf\xe9|“x”\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Open("a.csv", bytes.NewReader(b), int64(len(b)))
		if err != nil || file.Format != "delimited text" {
			return
		}
		checkRows(t, file.Tables[0])
	})
}

// checkRows holds a table to what its reader may rely on.
func checkRows(t *testing.T, table Table) {
	last := 0
	for row, err := range table.Rows {
		refused := new(RowError)
		switch {
		case errors.As(err, &refused):
			row.Number = refused.Row
		case err != nil:
			return
		case len(row.Cells) == 0:
			t.Errorf("row %d has no cells", row.Number)
		}
		if row.Number <= last {
			t.Errorf("row %d comes after row %d", row.Number, last)
		}
		last = row.Number
	}
}

// answersCSV is a survey of n rows with two comments each.
func answersCSV(n int) []byte {
	var b bytes.Buffer
	b.WriteString("id,role,praise,wish\r\n")
	words := strings.Fields("we would like to hear about good days too, not only when something went wrong in class")
	for i := range n {
		fmt.Fprintf(&b, "%d,parent,\"%s\",%s\r\n", i, strings.Join(words[:5+i%12], " "), strings.Join(words[i%5:5+i%5], "  "))
	}
	return b.Bytes()
}

func BenchmarkDelimited(b *testing.B) {
	content := answersCSV(200_000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		f, err := Open("a.csv", bytes.NewReader(content), int64(len(content)))
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range f.Tables[0].Rows {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkPlainCSV is what BenchmarkDelimited is measured against.
func BenchmarkPlainCSV(b *testing.B) {
	content := answersCSV(200_000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		r := csv.NewReader(bytes.NewReader(content))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			}
		}
	}
}
