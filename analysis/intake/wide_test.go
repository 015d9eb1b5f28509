package intake

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// wideFile is a survey of that many questions, of all kinds, in a file of that
// many rows.
func wideFile(columns, rows int) string {
	var file strings.Builder
	for i := range columns {
		fmt.Fprintf(&file, "Question %d on the school: item %d,", i, i%17)
	}
	file.WriteString("Role\n")
	for row := range rows {
		for i := range columns {
			switch n := (row*7 + i*13) % 5; i % 4 {
			case 0:
				fmt.Fprintf(&file, "%d,", n+1)
			case 1:
				file.WriteString([]string{"Agree", "Disagree", "Strongly agree", "Neutral", ""}[n] + ",")
			case 2:
				fmt.Fprintf(&file, "our teacher calls %d times in week %d,", row, n)
			case 3:
				fmt.Fprintf(&file, "%d,", n%2)
			}
		}
		file.WriteString("Parent\n")
	}
	return file.String()
}

// BenchmarkWide reads a survey with as many questions as are read.
func BenchmarkWide(b *testing.B) {
	file := wideFile(maxColumns-1, 50)
	plan := Plan{Spool: b.TempDir(), Sources: []Source{source(file)}}
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		in, err := Open(context.Background(), plan)
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range in.Responses() {
			if err != nil {
				b.Fatal(err)
			}
		}
		in.Close()
	}
}

func TestManyColumns(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", wideFile(3000, 4))
	if n := len(in.Survey.Questions); n != 3002 {
		t.Errorf("%d questions, want 3000 and those of role and file", n)
	}
	_, err := Open(t.Context(), Plan{Spool: t.TempDir(), Sources: []Source{source(wideFile(maxColumns, 2))}})
	if err == nil || !strings.Contains(err.Error(), "5001 columns") {
		t.Errorf("a file with more columns than a survey has: %v", err)
	}
}

// What the columns of a table keep of their cells is bounded for all together.
func TestKeptCellsAreBounded(t *testing.T) {
	left := room(4000)
	columns := []profile{{room: &left}, {room: &left}}
	kept := 0
	for row := range 100 {
		for i := range columns {
			columns[i].add(fmt.Sprintf("answer %d of many, which goes on for a while", row), row)
		}
	}
	for i := range columns {
		p := &columns[i]
		for _, v := range slices.Concat(p.values, p.strays) {
			kept += len(v.text)
		}
		if !p.over || p.filled != 100 {
			t.Errorf("column %d: over %v, %d filled", i, p.over, p.filled)
		}
	}
	if left < 0 || kept > 4000 || kept == 0 {
		t.Errorf("%d bytes are kept, %d are left", kept, left)
	}
}
