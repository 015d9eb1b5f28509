package intake

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestShapes(t *testing.T) {
	for _, tt := range shapes {
		t.Run(tt.name, func(t *testing.T) {
			in := mustOpen(t, Plan{}, "a.csv", tt.file)
			r := in.Reads[0]
			if r.Export != tt.export || in.Respondents != tt.respondents {
				t.Errorf("%q, %d respondents; want %q, %d", r.Export, in.Respondents, tt.export, tt.respondents)
			}
			if diff := cmp.Diff(tt.questions, described(in.Survey)); diff != "" {
				t.Error(diff)
			}
			var others []string
			for i, c := range r.Columns {
				if c.Question < 0 {
					others = append(others, kinds(r)[i])
				}
			}
			if diff := cmp.Diff(tt.kinds, others); diff != "" {
				t.Error(diff)
			}
			all := responses(t, in)
			var last []string
			for _, q := range in.Survey.Questions[2:] {
				last = append(last, answer(in.Survey, all[len(all)-1], q.ID))
			}
			if diff := cmp.Diff(tt.last, last); diff != "" {
				t.Error(diff)
			}
			checkRows(t, in)
		})
	}
}

// Whatever is missing from an export, each of its rows is read or refused.
func TestBrokenShapes(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		rows := strings.Split(rapid.SampledFrom(shapes).Draw(t, "shape").file, "\n")
		for range rapid.IntRange(1, 4).Draw(t, "faults") {
			i := rapid.IntRange(0, len(rows)-1).Draw(t, "row")
			cells := strings.Split(rows[i], ",")
			at := rapid.IntRange(0, len(cells)-1).Draw(t, "cell")
			switch rapid.IntRange(0, 3).Draw(t, "fault") {
			case 0:
				rows = slices.Delete(rows, i, i+1)
			case 1:
				rows = slices.Insert(rows, i, rows[i])
			case 2:
				rows[i] = strings.Join(slices.Delete(cells, at, at+1), ",")
			case 3:
				rows[i] = strings.Join(slices.Insert(cells, at, ""), ",")
			}
			rows = append(rows, "")
		}
		fate := rapid.SampledFrom([]Fate{Keep, LeaveOut, Mend}).Draw(t, "fate")
		in, err := Open(t.Context(), Plan{Spool: dir, Rows: Rows{Shifted: fate}, Sources: []Source{source(strings.Join(rows, "\n"))}})
		if err != nil {
			return
		}
		defer in.Close()
		checkRows(t, in)
	})
}

func TestTableOfCounts(t *testing.T) {
	_, err := open(t, Plan{}, "a.csv", "School,Tot. Respondents,Yes,No,Total\nNorth,20,12,8,20\nSouth,30,10,20,30\nGrand Total,50,22,28,50\n")
	if err == nil || !strings.Contains(err.Error(), "a.csv: this is a table of counts and not of answers, for row 4") {
		t.Error(err)
	}
}

func TestNumbersForWords(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", "School,What could we do better?\nNorth,3\nSouth,1\nNorth,2\n")
	if got := strings.Join(in.Reads[0].Notes, " "); !strings.Contains(got, `Column "What could we do better?" asks for words and holds numbers`) {
		t.Error(got)
	}
}
