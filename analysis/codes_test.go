package analysis_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

// decisions reads what people decided from CSV.
func decisions(t *testing.T, csv string) *review.Decisions {
	t.Helper()
	book, err := codebook.Builtin("partnership")
	if err != nil {
		t.Fatal(err)
	}
	d, err := review.ReadDecisions("codes.csv", strings.NewReader(csv), int64(len(csv)), book.Themes)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// people returns how many people the report counts for a theme, and of how many.
func people(t *testing.T, found *analysis.Found, theme string) (n, base float64) {
	t.Helper()
	for _, row := range found.Report.Finding("themes").Table.Rows {
		if i := slices.IndexFunc(found.Themes, func(th codebook.Theme) bool { return th.ID == theme }); row[0].Label == found.Themes[i].Label {
			return row[1].Number, float64(row[1].Base)
		}
	}
	return 0, 0
}

// What a person decided is counted, shown in the comments, and goes on into the
// next review file; nothing else changes.
func TestPeoplesDecisionsCount(t *testing.T) {
	in := open(t, map[string]string{"parents.csv": twelveParents})
	run := func(codes ...*review.Decisions) *analysis.Found {
		found, err := analysis.Run(context.Background(), analysis.Plan{Spool: t.TempDir(), Codes: codes}, in)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { found.Close() })
		return found
	}
	before := run()
	after := run(decisions(t, `respondent,question,text,trust,communication,no_content,checked,coder
7,What could we do better?,I trust the teachers.,,praise,,yes,Ana
5,What could we do better?,Mrs. Alder blames the parents.,concern,,,yes,
1,What could we do better?,Please keep us informed about grades.,,,yes,yes,
2,What could we do better?,Nobody ever answers my messages.,praise,,,,
`))
	n, base := people(t, before, "communication")
	if m, smaller := people(t, after, "communication"); m != n || smaller != base-1 { // one more, one less; and one gave no answer
		t.Errorf("communication: %v of %v people, before %v of %v", m, smaller, n, base)
	}
	if m, _ := people(t, after, "trust"); m != 1 {
		t.Errorf("trust: %v people", m)
	}
	for c, err := range after.Report.Comments() {
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(c.Text, "I trust") && (len(c.Codes) != 1 || c.Codes[0].Theme != "communication" || c.Codes[0].Tone != "praise") {
			t.Errorf("%q is shown with %v", c.Text, c.Codes)
		}
		if strings.Contains(c.Text, "keep us informed") {
			t.Errorf("%q is shown, though it says nothing", c.Text)
		}
	}
	was := map[string]review.Row{}
	for row, err := range before.Review() {
		if err != nil {
			t.Fatal(err)
		}
		was[row.Text] = row
	}
	checked := 0
	for row, err := range after.Review() {
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(row.Why, "checked") {
			if !row.Checked || !row.NoContent && !slices.ContainsFunc(row.Tones, func(tone string) bool { return strings.HasSuffix(tone, "?") }) {
				t.Errorf("%q was checked for two themes, and is shown as %v: %v", row.Text, row.Checked, row.Tones)
			}
			checked++
		} else if old := was[row.Text]; row.Why != old.Why || !slices.Equal(row.Tones, old.Tones) {
			t.Errorf("%q was not checked, and is %v instead of %v", row.Text, row.Tones, old.Tones)
		}
	}
	if checked != 3 {
		t.Errorf("%d rows say that they were checked", checked)
	}
	said := fmt.Sprint(after.Report.Notes)
	if !strings.Contains(said, "People decided on 3 of 12 answers") || strings.Contains(fmt.Sprint(before.Report.Notes), "decided") {
		t.Errorf("notes: %s", said)
	}
}

// crowd is a file of parents and a few teachers, each with two answers, one of
// them empty for some.
func crowd(parents, teachers int) string {
	var b strings.Builder
	b.WriteString("Role,What is going well?,What could we do better?\n")
	for i := range parents + teachers {
		role := "Parent"
		if i%(max(parents/max(teachers, 1), 1)+1) == 0 && teachers > 0 {
			role, teachers = "Teacher", teachers-1
		}
		fmt.Fprintf(&b, "%s,The office is friendly %d,%s\n", role, i, []string{"n/a", "", "Call us more often please"}[i%3])
	}
	return b.String()
}

// People are drawn, and not answers; the same seed draws the same ones, and
// another seed others.
func TestSampleDrawsPeople(t *testing.T) {
	in := open(t, map[string]string{"answers.csv": crowd(90, 9)})
	book, err := codebook.Builtin("partnership")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := codebook.NewRules(book)
	if err != nil {
		t.Fatal(err)
	}
	draw := func(seed uint64) (*review.Sample, []review.Row) {
		sample, rows, err := analysis.Sample(context.Background(), in, rules, analysis.Draw{People: 20, By: "role", Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		var all []review.Row
		for row, err := range rows {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, row)
		}
		return sample, all
	}
	who := func(rows []review.Row) (people []int) {
		for _, r := range rows {
			people = append(people, r.Respondent)
		}
		return slices.Compact(people)
	}
	sample, rows := draw(1)
	if want := []review.Stratum{{Name: "parent", People: 90, Drawn: 15}, {Name: "teacher", People: 9, Drawn: 5}}; !slices.Equal(sample.Strata, want) || sample.By != survey.RoleID || !sample.Blind {
		t.Errorf("strata %+v, want %+v", sample.Strata, want)
	}
	if len(who(rows)) != 20 {
		t.Errorf("%d people are drawn", len(who(rows)))
	}
	wrote := map[int]int{}
	for r, err := range in.Responses() {
		if err != nil {
			t.Fatal(err)
		}
		wrote[r.Respondent] = len(r.Comments)
	}
	for _, r := range rows {
		wrote[r.Respondent]--
		if r.Stratum != r.Role || len(r.Tones) > 0 || r.Why != "" {
			t.Errorf("row %+v", r)
		}
	}
	for _, respondent := range who(rows) {
		if wrote[respondent] != 0 {
			t.Errorf("of respondent %d, %d answers are left out", respondent, wrote[respondent])
		}
	}
	teachers := map[int]bool{}
	for _, r := range rows {
		if slices.Index(who(rows), r.Respondent) < 8 && r.Role == "teacher" {
			teachers[r.Respondent] = true
		}
	}
	if len(teachers) != 2 {
		t.Errorf("among the first 8 people of 20, %d of the 5 teachers", len(teachers))
	}
	if _, again := draw(1); !slices.Equal(who(again), who(rows)) {
		t.Error("the same seed draws others")
	}
	if _, other := draw(2); slices.Equal(who(other), who(rows)) {
		t.Error("another seed draws the same")
	}
}

// Over many seeds, everybody of a group is drawn as often as the others, and stands
// as often in the part of a sheet that somebody has come to.
func TestLotIsFair(t *testing.T) {
	in := open(t, map[string]string{"answers.csv": crowd(30, 0)})
	book, err := codebook.Load(strings.NewReader("id: a\nversion: 1\nthemes:\n  - id: calls\n    patterns: {en: [call*]}\n"), "a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := codebook.NewRules(book)
	if err != nil {
		t.Fatal(err)
	}
	const seeds = 300
	times, soon := map[int]int{}, map[int]int{}
	for seed := range uint64(seeds) {
		_, rows, err := analysis.Sample(context.Background(), in, rules, analysis.Draw{People: 10, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		var drawn []int
		for r := range rows {
			if !slices.Contains(drawn, r.Respondent) {
				drawn = append(drawn, r.Respondent)
			}
		}
		for i, respondent := range drawn {
			times[respondent]++
			if i < 5 {
				soon[respondent]++
			}
		}
	}
	for respondent := 1; respondent <= 30; respondent++ {
		if n := times[respondent]; n < 65 || n > 135 { // 100 expected, and more than four standard deviations to both sides
			t.Errorf("respondent %d is drawn %d times of %d", respondent, n, seeds)
		}
		if n := soon[respondent]; n < 24 || n > 78 { // 50 expected
			t.Errorf("respondent %d is among the first five %d times of %d", respondent, n, seeds)
		}
	}
}

// Places are dealt out whole, in proportion, with some for each group.
func TestPlacesAreDealtInProportion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 500), 1, 6).Draw(t, "sizes")
		n := rapid.IntRange(2*len(sizes), 200).Draw(t, "n")
		places := analysis.Allocate(sizes, n)
		sum, all := 0, 0
		for i, p := range places {
			sum, all = sum+p, all+sizes[i]
			if p > sizes[i] || p < min(sizes[i], 2) {
				t.Errorf("%d of %d", p, sizes[i])
			}
			for k, q := range places {
				if sizes[i] > sizes[k] && p < q {
					t.Errorf("the larger group has fewer: %v of %v", places, sizes)
				}
			}
		}
		if sum != min(n, all) {
			t.Errorf("%d places of %d, among %d people", sum, n, all)
		}
	})
}
