package intake

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/survey"
)

// checkRows tells whether every row is accounted for: it is part of exactly
// one response, or refused.
func checkRows(t interface{ Fatalf(string, ...any) }, in *Intake) {
	seen := map[survey.Place]bool{}
	people := 0
	for r, err := range in.Responses() {
		if err != nil {
			t.Fatalf("%v", err)
		}
		people++
		if r.Respondent != people {
			t.Fatalf("respondent %d comes as number %d", r.Respondent, people)
		}
		if len(r.Answers) != len(in.Survey.Questions) || len(r.Answers[0].Picks) == 0 || len(r.From) == 0 {
			t.Fatalf("response %+v", r)
		}
		for _, from := range r.From {
			if seen[from] {
				t.Fatalf("row %v is part of two responses", from)
			}
			seen[from] = true
		}
		for _, c := range r.Comments {
			if q := in.Survey.Questions[c.Question]; q.Kind != survey.Open || c.Text == "" || !slices.Contains(r.From, c.From) {
				t.Fatalf("comment %+v on %+v", c, q)
			}
		}
		for i, a := range r.Answers {
			q := in.Survey.Questions[i]
			if !slices.IsSorted(a.Picks) || len(a.Picks) > 0 && a.Picks[len(a.Picks)-1] >= len(q.Choices) {
				t.Fatalf("answer %+v to %+v", a, q)
			}
			if len(a.Picks) > 1 && (q.Kind == survey.Single || q.Kind == survey.Scale) {
				t.Fatalf("two picks %+v for %+v", a, q)
			}
		}
	}
	used := 0
	for i, r := range in.Reads {
		used += r.Used
		if r.Rows != r.Used+len(r.Refused) {
			t.Fatalf("%d rows are %d used and %d refused", r.Rows, r.Used, len(r.Refused))
		}
		for _, e := range r.Refused {
			if seen[survey.Place{File: i, Row: e.Row}] {
				t.Fatalf("row %d is refused and used", e.Row)
			}
		}
	}
	if used != len(seen) || people != in.Respondents {
		t.Fatalf("%d rows used, %d seen; %d respondents, %d seen", used, len(seen), in.Respondents, people)
	}
}

func TestEveryRowIsUsedOrRefused(t *testing.T) {
	dir := t.TempDir()
	cell := rapid.OneOf(
		rapid.Just(""),
		rapid.SampledFrom([]string{"Agree", "Strongly agree", "Parent", "Teacher", "Yes", "No", "n/a", "3", "7", "12.5", "2026-03-04", "3/4/2026 10:00", "Phone; Email", "Phone, Email", "a@example.org"}),
		rapid.StringMatching(`[A-D]`),
		rapid.StringMatching(`[a-z]{2,9}( [a-z]{2,9}){0,12}`),
	)
	heading := rapid.SampledFrom([]string{"Respondent ID", "Email", "Role", "Timestamp", "School", "Which? - A", "Which? - B", "What is going well?", "I feel heard", "", "Date", "Comments"})
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 6).Draw(t, "width")
		rows := [][]string{rapid.SliceOfN(heading, width, width).Draw(t, "header")}
		rows = append(rows, rapid.SliceOfN(rapid.SliceOfN(cell, 1, width+1), 1, 40).Draw(t, "rows")...)
		var b strings.Builder
		if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		in, err := Open(t.Context(), Plan{Spool: dir, Sources: []Source{source(b.String())}})
		if err != nil {
			return // nothing was read, and the error says why
		}
		defer in.Close()
		checkRows(t, in)
	})
}

// Whatever a plan says of the columns, the file is read so or refused.
func TestAnyPlanIsObeyedOrRefused(t *testing.T) {
	dir := t.TempDir()
	cell := rapid.SampledFrom([]string{"", "Agree", "Strongly agree", "Parent", "Yes", "No", "n/a", "3", "12.5", "2025", "2026-03-04", "3/4/2026 10:00", "Phone; Email", "Phone, Email", "test", "a@example.org", "A", "B",
		"The garden is lovely", "Why, the office is kind; and so are the buses"})
	headings := []string{"Respondent ID", "Role", "Timestamp", "School year", "Which? - A", "Which? - B", "What is going well?", "I feel heard", "Status", "May we quote you?"}
	kind := rapid.SampledFrom([]ColumnKind{"", RespondentID, Timestamp, RoleColumn, Personal, OpenColumn, SingleColumn, MultipleColumn, ScaleColumn, NumberColumn, DateColumn,
		AttributeKind, WaveColumn, ConsentColumn, DurationColumn, StatusColumn, IgnoredColumn})
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		plan := Plan{Spool: dir}
		for _, h := range append(headings, "Which?", "B", "Gone") {
			k := kind.Draw(t, "kind")
			switch rapid.IntRange(0, 9).Draw(t, "of the plan") {
			case 0:
				plan.Columns = append(plan.Columns, Use{Header: h, Kind: k})
			case 1:
				plan.Questions = append(plan.Questions, Known{Text: h, Kind: k, Mirror: "role"})
			case 2:
				plan.Questions = append(plan.Questions, Known{ID: "q" + fold(h), Headers: []string{h}, Kind: k, Choices: []string{"Yes", "Phone, Email", "Agree", "Phone"}})
			}
		}
		for i := range 2 {
			width := rapid.IntRange(1, len(headings)).Draw(t, "width")
			rows := [][]string{rapid.Permutation(headings).Draw(t, "header")[:width]}
			rows = append(rows, rapid.SliceOfN(rapid.SliceOfN(cell, 1, width), 1, 20).Draw(t, "rows")...)
			var b strings.Builder
			if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
				t.Fatal(err)
			}
			plan.Sources = append(plan.Sources, source(b.String()))
			plan.Sources[i].Name = []string{"a.csv", "b.csv"}[i]
		}
		in, err := Open(t.Context(), plan)
		if err != nil {
			return
		}
		defer in.Close()
		read++
		checkRows(t, in)
	})
	if read == 0 {
		t.Error("every plan was refused")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add("Role,What is going well?\nParent,The garden\nTeacher,Notes come home\n")
	f.Add("ID,Which? - A,Which? - B,Timestamp\n1,A,,3/4/2026 10:00:00 PM GMT-6\n1,,B,2026-03-04T10:00:00Z\n")
	f.Add("ID,Which?,,\n,A,B,Other (please specify)\n1,A,,tea\n2,,B,\n")
	f.Add("Q1\tQ2\r\n\"a\nb\"\t\"\r\n\r\nx;y\t5 - High\n")
	f.Add("\xef\xbb\xbfSoy;¿Qué quieren los padres de los maestros?\nMadre;\"Avisos, a tiempo\"\n")
	f.Add("What helps?\n\n1. Ana, parent said: As a parent I call.\n\n2. Notes.\n\n3. Books.\n")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content string) {
		in, err := Open(t.Context(), Plan{Spool: dir, Sources: []Source{source(content)}})
		if err != nil {
			return
		}
		defer in.Close()
		checkRows(t, in)
	})
}
