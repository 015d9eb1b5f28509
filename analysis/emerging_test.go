package analysis_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"commonground/analysis/findings"
)

// unknownSubjects are answers about three things that the built-in codebook
// has no theme for, about one that too few write of, and about what it knows.
func unknownSubjects() string {
	var texts []string
	for i := range 12 {
		texts = append(texts,
			[]string{"The parking lot is a mess in the morning.", "More parking spots in front of the building", "Mrs. Alder should fix the parking lot.", "Parking!"}[i%4],
			[]string{"The lunch line is slow.", "Bigger lunches, please", "The lunches are cold every Friday."}[i%3],
			[]string{"Nobody ever answers my messages.", "Please keep us informed about grades.", "I trust the teachers.", "We want more communication."}[i%4],
		)
	}
	return answers(append(texts, "Ban the leaf blowers", "Leaf blowers all day", "leaf blowers", "Stop the leaf blowers.")...)
}

func TestWhatTheCodebookDoesNotKnow(t *testing.T) {
	r := run(t, map[string]string{"parents.csv": unknownSubjects()}).Report
	f := r.Finding("emerging")
	if f == nil {
		t.Fatal("nothing was found")
	}
	if want := "People also write about what no theme covers: “"; !strings.HasPrefix(f.Title, want) {
		t.Errorf("title %q, want %q", f.Title, want)
	}
	for _, subject := range []string{"parking", "lunch"} {
		row := slices.IndexFunc(f.Table.Rows, func(row []findings.Cell) bool { return strings.Contains(row[0].Label, subject) })
		if row < 0 {
			t.Errorf("no group of %s in %v", subject, f.Table.Rows)
			continue
		}
		c := f.Table.Rows[row]
		if c[1].Number != 12 || c[1].Base != 40 || !strings.Contains(c[3].Label, "en: ") || !strings.Contains(c[3].Label, subject) {
			t.Errorf("%s: %v", subject, c)
		}
		quotes := slices.DeleteFunc(slices.Clone(f.Quotes), func(q findings.Quote) bool { return q.Theme != c[0].Label })
		if len(quotes) != 3 {
			t.Errorf("%s: %d quotes, want 3: %v", subject, len(quotes), quotes)
		}
	}
	if words := r.Finding("emerging.words"); words == nil || len(words.Table.Rows) < 2 {
		t.Errorf("words that stand out: %v", words)
	}
	said := fmt.Sprint(f, r.Finding("emerging.sentences"), r.Finding("emerging.words"))
	for _, private := range []string{"Alder", "blower"} {
		if strings.Contains(said, private) {
			t.Errorf("%q is shown: %s", private, said)
		}
	}
}

// A codebook that knows everything leaves nothing to emerge.
func TestNothingEmergesFromWhatIsKnown(t *testing.T) {
	r := run(t, map[string]string{"parents.csv": twelveParents}).Report
	if f := r.Finding("emerging"); f != nil {
		t.Errorf("%q: %v", f.Title, f.Table.Rows)
	}
}
