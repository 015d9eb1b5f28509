package intake

import (
	"fmt"
	"hash/maphash"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const oddFile = "Timestamp,Status,Role,Lunch is good,What is going well?,What else?\n" +
	"4/1/2026 8:00:00,IP Address,Parent,Agree,The garden is lovely,\n" +
	"4/1/2026 8:00:00,IP Address,Parent,Agree,The garden is lovely,\n" + // 3: sent twice
	"4/1/2026 8:05:00,IP Address,Parent,Agree,The garden is lovely,\n" + // the same words at another time
	"4/1/2026 8:06:00,IP Address,Teacher,Agree,asdf,Test!\n" + // 5
	"4/1/2026 8:07:00,IP Address,Teacher,,,\n" + // 6
	"4/1/2026 8:08:00,Survey Preview,Teacher,Agree,The office is kind,\n" + // 7
	"4/1/2026 8:09:00,IP Address,Teacher,Disagree,test,The bus is late\n" + // one word isn't all
	"4/1/2026 8:10:00,Partial,Teacher,Disagree,n/a,\n" // 9

func oddRows(in *Intake) []string {
	var all []string
	for _, o := range in.Reads[0].Odd {
		all = append(all, fmt.Sprintf("%s %v kept=%v", o.What, o.Rows, o.Kept))
	}
	return all
}

func TestOddRows(t *testing.T) {
	in := mustOpen(t, Plan{}, "a.csv", oddFile)
	want := []string{"duplicate [3] kept=true", "test entry [5] kept=true", "no answers [6] kept=true", "preview [7] kept=false", "unfinished [9] kept=true"}
	if diff := cmp.Diff(want, oddRows(in)); diff != "" {
		t.Error(diff)
	}
	checkRows(t, in)
	if in.Respondents != 7 {
		t.Errorf("%d respondents", in.Respondents)
	}

	in = mustOpen(t, Plan{Rows: Rows{Duplicates: LeaveOut, Tests: LeaveOut, Empty: LeaveOut, Previews: Keep, Unfinished: LeaveOut}}, "a.csv", oddFile)
	checkRows(t, in)
	var refused []string
	for _, e := range in.Reads[0].Refused {
		refused = append(refused, e.Error())
	}
	want = []string{
		"a.csv:3: the row repeats one before: the same answers of the same person or time",
		"a.csv:5: the row is a test: words such as “test” stand for all written answers",
		"a.csv:6: the row answers none of the questions",
		"a.csv:9: the respondent stopped before the end",
	}
	if diff := cmp.Diff(want, refused); diff != "" {
		t.Error(diff)
	}
	if r := in.Reads[0]; in.Respondents != 4 || r.Rows != 8 || r.Used != 4 {
		t.Errorf("%d respondents, %d rows, %d used", in.Respondents, r.Rows, r.Used)
	}
}

// The same answers again from the same person are a duplicate whatever the
// time; from people who aren't known they are not.
func TestDuplicatesOfAPerson(t *testing.T) {
	const file = "%s,Date submitted,Lunch is good,What is going well?\n1,4/1/2026 8:00:00,Agree,The garden is lovely\n2,4/1/2026 8:01:00,Agree,The garden is lovely\n1,4/1/2026 9:00:00,Agree,The garden is lovely\n1,4/1/2026 9:30:00,Agree,The office is kind\n"
	in := mustOpen(t, Plan{Rows: Rows{Duplicates: LeaveOut}}, "a.csv", fmt.Sprintf(file, "Respondent ID"))
	if diff := cmp.Diff([]string{"duplicate [4] kept=false"}, oddRows(in)); diff != "" {
		t.Error(diff)
	}
	checkRows(t, in)
	if all := responses(t, in); len(all) != 2 || len(all[0].From) != 2 {
		t.Errorf("%d responses", len(all))
	}
	in = mustOpen(t, Plan{}, "a.csv", fmt.Sprintf(file, "Bus"))
	if len(in.Reads[0].Odd) > 0 {
		t.Errorf("odd: %v", oddRows(in))
	}
}

func TestFastRows(t *testing.T) {
	file := func(rows int) string {
		var b strings.Builder
		b.WriteString("Duration (in seconds),What is going well?\n")
		for i := range rows {
			fmt.Fprintf(&b, "%d,The garden is lovely %d\n", 90+i, i)
		}
		b.WriteString("29,We like it\n31,We like it too\n,We like it as well\n")
		return b.String()
	}
	tests := []struct {
		name string
		file string
		rows Rows
		want []string
	}{
		{"a third of the median", file(25), Rows{}, []string{"fast [27 28] kept=true"}},
		{"of too few rows", file(10), Rows{}, nil},
		{"the limit given", file(10), Rows{Fastest: 30 * time.Second, Fast: LeaveOut}, []string{"fast [12] kept=false"}},
	}
	for _, tt := range tests {
		in := mustOpen(t, Plan{Rows: tt.rows}, "a.csv", tt.file)
		if diff := cmp.Diff(tt.want, oddRows(in)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
		checkRows(t, in)
	}
}

// Whatever is left out, every row is part of a response or refused.
func TestLeftOutRowsAreRefused(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		fate := rapid.SampledFrom([]Fate{Usual, Keep, LeaveOut})
		plan := Plan{Spool: dir, Rows: Rows{Duplicates: fate.Draw(t, "d"), Tests: fate.Draw(t, "t"), Empty: fate.Draw(t, "e"), Previews: fate.Draw(t, "p"), Unfinished: fate.Draw(t, "u"), Fast: fate.Draw(t, "f")}}
		if rapid.Bool().Draw(t, "dates") {
			plan.Waves.Starts = time.August
		}
		var b strings.Builder
		b.WriteString("ID,Wave,Date submitted,Status,Duration,Agree?,Why?\n")
		for range rapid.IntRange(1, 40).Draw(t, "rows") {
			for i, cells := range [][]string{{"1", "2", "3", ""}, {"2024", "2025", ""}, {"4/1/2026 8:00:00", "9/1/2025 9:00:00", ""}, {"Survey Preview", "IP Address", "Partial"},
				{"5", "100", "110", ""}, {"Agree", "Disagree", ""}, {"test", "The garden is lovely", "The office is kind to us", ""}} {
				if i > 0 {
					b.WriteByte(',')
				}
				b.WriteString(rapid.SampledFrom(cells).Draw(t, "cell"))
			}
			b.WriteByte('\n')
		}
		plan.Sources = []Source{source(b.String())}
		in, err := Open(t.Context(), plan)
		if err != nil {
			return
		}
		defer in.Close()
		checkRows(t, in)
		for _, o := range in.Reads[0].Odd {
			for i, row := range o.Rows {
				if row < 2 || i > 0 && row <= o.Rows[i-1] {
					t.Fatalf("rows %v", o.Rows)
				}
			}
		}
	})
}

func TestAgreementToBeQuoted(t *testing.T) {
	c := &column{heading: heading{item: "You may use my words"}, folded: "may we quote you"}
	for cell, want := range map[string]bool{
		"Yes": true, "yes, gladly": true, "Sí": true, "TRUE": true, "1": true, "I agree": true, "You may use my words": true, "Acepto": true,
		"": false, "No": false, "no, please": false, "I do not agree": false, "Yes, but not by name": false, "0": false, "false": false, "n/a": false,
		"Ask me first": false, "No acepto": false, "maybe": false,
	} {
		if got := c.agrees(cell); got != want {
			t.Errorf("%q: %v", cell, got)
		}
	}
}

// Cells are told apart by the columns they stand in.
func TestRepeatedCells(t *testing.T) {
	o, met := odd{seed: maphash.MakeSeed()}, map[uint64]bool{}
	columns := []int{1, 2, 4}
	for _, tt := range []struct {
		cells []string
		want  bool
	}{
		{[]string{"1", "a", "b", "x", "c"}, false},
		{[]string{"2", "a", "b", "y", "c"}, true}, // others may differ
		{[]string{"1", "ab", "", "x", "c"}, false},
		{[]string{"1", "a", "", "b", "c"}, false},
		{[]string{"1", "", "a", "x", "bc"}, false},
		{[]string{"1", "a", "b", "x"}, false},
		{[]string{"3", "a", "b"}, true}, // as an empty one behind it
		{[]string{"3", "a", "b", "", "", "z"}, true},
		{[]string{"3", "a", "b", "", "d"}, false},
	} {
		row := spooledRow{cells: tt.cells, text: strings.Join(tt.cells, "")}
		h := o.hash(0, row, columns)
		if met[h] != tt.want {
			t.Errorf("%q: met %v", tt.cells, met[h])
		}
		met[h] = true
	}
}

// Rows that aren't a whole submission are duplicates where one person says the
// same twice.
func TestDuplicatesInLongTables(t *testing.T) {
	const file = "Respondent,Question,Answer\n1,What is going well?,The garden\n2,What is going well?,The garden\n" +
		"1,What else?,The garden\n1,What is going well?,The garden\n1,What else?,\n1,What else?,\n2,What else?,The office\n"
	in := mustOpen(t, Plan{}, "a.csv", file)
	if diff := cmp.Diff([]string{"duplicate [5] kept=true"}, oddRows(in)); diff != "" {
		t.Error(diff)
	}
	checkRows(t, in)
}

// Where no column says how long respondents took, the times at which they began
// and ended do.
func TestFastBySpan(t *testing.T) {
	for _, heads := range []string{"Start time,Completion time", "StartDate,EndDate", "start,end", "starttime,endtime", "Date started,Date submitted", "Start Date (UTC),Submit Date (UTC)"} {
		file := heads + ",What is going well?\n"
		for i := range enoughTimes {
			file += fmt.Sprintf("2026-04-01 08:%02d:00,2026-04-01 08:%02d:30,The garden is lovely %d\n", i, i+5, i)
		}
		file += "2026-04-01 09:00:00,2026-04-01 09:00:40,We like it\n" + "2026-04-01 09:00:00,2026-04-01 08:00:40,We like it too\n"
		in := mustOpen(t, Plan{}, "a.csv", file)
		if diff := cmp.Diff([]string{"fast [22] kept=true"}, oddRows(in)); diff != "" {
			t.Errorf("%s: %s", heads, diff)
		}
	}
}
