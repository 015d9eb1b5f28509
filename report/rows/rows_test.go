package rows

import (
	"bytes"
	"encoding/csv"
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"commonground/analysis/findings"
)

// school is a report with the comments, of themes whose names are not in order.
func school(comments ...findings.Comment) *findings.Report {
	return &findings.Report{
		Codebook: []findings.Theme{{ID: "trust", Label: "Trust"}, {ID: "climate/food", Label: "Food"}},
		Comments: func() iter.Seq2[findings.Comment, error] {
			return func(yield func(findings.Comment, error) bool) {
				for _, c := range comments {
					if !yield(c, nil) {
						return
					}
				}
			}
		},
	}
}

var said = []findings.Comment{
	{Role: "parent", Question: "What works, and why?", Text: "Señora, we trust you 🙂.\nSaid \"twice\".", Codes: []findings.Code{{Theme: "trust", Tone: "praise"}}},
	{Question: "-", Text: "=1+1"},
	{Role: "teacher", Question: "What works, and why?", Text: strings.Repeat("long ", 20_000), Codes: []findings.Code{{Theme: "climate/food", Tone: "wish"}, {Theme: "trust", Tone: "concern"}}},
}

func written(t *testing.T, write func(*findings.Report, *bytes.Buffer) error, r *findings.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(r, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func csvOf(r *findings.Report, b *bytes.Buffer) error     { return WriteCSV(r, b) }
func parquetOf(r *findings.Report, b *bytes.Buffer) error { return WriteParquet(r, b) }

func TestCSV(t *testing.T) {
	data, marked := bytes.CutPrefix(written(t, csvOf, school(said...)), []byte("\xef\xbb\xbf"))
	if !marked {
		t.Error("Excel would not take the file for UTF-8")
	}
	got, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"role", "question", "text", "trust", "climate/food"},
		{"parent", said[0].Question, said[0].Text, "praise", ""},
		{"", "'-", "'=1+1", "", ""},
		{"teacher", said[2].Question, said[2].Text, "concern", "wish"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// table reads a Parquet file: the names of its columns, then its rows.
func table(t *testing.T, data []byte) [][]string {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, path := range f.Schema().Columns() {
		names = append(names, strings.Join(path, "."))
	}
	all := [][]string{names}
	for _, group := range f.RowGroups() {
		rows := group.Rows()
		buf := make([]parquet.Row, 7)
		for {
			n, err := rows.ReadRows(buf)
			for _, row := range buf[:n] {
				var cells []string
				for _, v := range row {
					cells = append(cells, string(v.ByteArray()))
					if v.IsNull() != (v.Column() >= len(facts) && len(v.ByteArray()) == 0) {
						t.Errorf("column %d: %q is null: %t", v.Column(), v.ByteArray(), v.IsNull())
					}
				}
				all = append(all, cells)
			}
			if err != nil {
				break
			}
		}
		rows.Close()
	}
	return all
}

func TestParquet(t *testing.T) {
	got := table(t, written(t, parquetOf, school(said...)))
	want := [][]string{
		{"role", "question", "text", "trust", "climate/food"},
		{"parent", said[0].Question, said[0].Text, "praise", ""},
		{"", "-", "=1+1", "", ""},
		{"teacher", said[2].Question, said[2].Text, "concern", "wish"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// More rows than are kept in memory come back in their order.
func TestManyRows(t *testing.T) {
	many := slices.Repeat(said[:2], rowGroup)
	got := table(t, written(t, parquetOf, school(many...)))
	if len(got) != 1+len(many) {
		t.Fatalf("%d rows, want %d", len(got)-1, len(many))
	}
	for i, c := range many {
		if got[1+i][2] != c.Text {
			t.Fatalf("row %d has another text", i)
		}
	}
}

func TestNoCommentsAreATableWithoutRows(t *testing.T) {
	r := school()
	r.Comments = nil
	if got := string(written(t, csvOf, r)); got != mark+"role,question,text,trust,climate/food\n" {
		t.Errorf("CSV is %q", got)
	}
	if got := table(t, written(t, parquetOf, r)); len(got) != 1 {
		t.Errorf("Parquet has %q", got)
	}
}

func TestSameBytesTwice(t *testing.T) {
	for name, write := range map[string]func(*findings.Report, *bytes.Buffer) error{"CSV": csvOf, "Parquet": parquetOf} {
		if !bytes.Equal(written(t, write, school(said...)), written(t, write, school(said...))) {
			t.Errorf("%s: two files of one report differ", name)
		}
	}
}

func TestErrorsOfCommentsAreTold(t *testing.T) {
	r := school()
	broken := errors.New("no disk")
	r.Comments = func() iter.Seq2[findings.Comment, error] {
		return func(yield func(findings.Comment, error) bool) { yield(findings.Comment{}, broken) }
	}
	var b bytes.Buffer
	if err := errors.Join(WriteCSV(r, &b), WriteParquet(r, &b)); strings.Count(err.Error(), "no disk") != 2 {
		t.Errorf("error is %v", err)
	}
}
