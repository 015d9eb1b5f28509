package intake

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkIntake reads a survey twice: once to learn it, once for responses.
func BenchmarkIntake(b *testing.B) {
	var file strings.Builder
	file.WriteString("Respondent ID,Timestamp,Role,School,I feel heard,What is going well?,What could be better?\n")
	for i := range 5000 {
		role := []string{"Parent", "Teacher", "Parent and teacher"}[i%3]
		words := strings.Repeat("our teacher calls before small things grow and we are glad of it ", i%5+1)
		fmt.Fprintf(&file, "R%d,4/%d/2026 8:%02d:00,%s,North %d,Agree,%d %s,%s %d\n", i, i%28+1, i%60, role, i%4, i, words, words, i)
	}
	plan := Plan{Spool: b.TempDir(), Sources: []Source{source(file.String())}}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		in, err := Open(b.Context(), plan)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for _, err := range in.Responses() {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != 5000 {
			b.Fatalf("%d responses", n)
		}
		in.Close()
	}
}
