package analysis_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/review"
)

// twice are the same people with the same answers in two years: those of 2026 are the
// first respondents, since their file is.
func twice(t *testing.T, all []writer) *intake.Intake {
	t.Helper()
	folder := fstest.MapFS{"new.csv": &fstest.MapFile{Data: []byte(file(all))}, "old.csv": &fstest.MapFile{Data: []byte(file(all))}}
	in, err := intake.Open(t.Context(), intake.Plan{Spool: t.TempDir(), Sources: []intake.Source{
		{Name: "new.csv", Path: "new.csv", FS: folder, Wave: "2026"}, {Name: "old.csv", Path: "old.csv", FS: folder, Wave: "2025"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return in
}

// Where people decided on answers of one year, what they find beyond the program is no
// change: both years are compared as the program codes them by itself. Where they
// decided on all answers of both, their codes count.
func TestWavesAreComparedAsOneCoderReadsThem(t *testing.T) {
	all := writers(150)
	in := twice(t, all)
	var newest, both []int
	for i := range all {
		newest, both = append(newest, i), append(both, i)
	}
	for i := range all {
		both = append(both, len(all)+i)
	}
	years := slices.Concat(all, all)
	const alone = "all waves are told as the program codes them by itself"
	plain := report(t, in)
	for _, c := range []struct {
		what  string
		some  []int
		lot   bool
		share string // its column
	}{{"a blind sample of one year", newest, true, "Share, as coded"}, {"checks of one year", newest, false, "Share"}} {
		r := report(t, in, coded("sheet.xlsx", years, c.some, c.lot))
		for _, column := range []string{"2025", "2026", "Change (points)"} {
			was, _ := cell(plain, "change", column)
			if is, _ := cell(r, "change", column); is.Number != was.Number || is.Low != was.Low || is.Base != was.Base {
				t.Errorf("%s: %s is %v, and without it %v", c.what, column, is, was)
			}
		}
		if share, _ := cell(r, "themes", c.share); share.Number != .4 {
			t.Errorf("%s: all in all %v", c.what, share)
		}
		if f := r.Finding("change"); slices.ContainsFunc(f.Tests, findings.Tells) || !noted(f.Notes, alone) {
			t.Errorf("%s: %q, %v", c.what, f.Title, f.Notes)
		}
	}
	r := report(t, in, coded("review.xlsx", years, both, false))
	for _, column := range []string{"2025", "2026"} {
		if c, _ := cell(r, "change", column); c.Number != .4 {
			t.Errorf("all decided: %s is %v", column, c)
		}
	}
	if f := r.Finding("change"); noted(f.Notes, alone) || noted(plain.Finding("change").Notes, alone) {
		t.Errorf("notes %v", f.Notes)
	}
}

// Of either year few who were drawn have the theme: that its change is told by those
// checked alone stands below the table.
func TestACorrectedChangeOfFewIsSaidToBeOfTheCheckedAlone(t *testing.T) {
	all := writers(150)
	years := slices.Concat(all, all)
	f := report(t, twice(t, all), coded("sheet.xlsx", years, lots(5, years, 60), true)).Finding("change")
	j := f.Table.Column("change")
	if !f.Table.Columns[j].Corrected || !noted(f.Notes, "From the blind sample alone: of fewer than 30 people of a group") {
		t.Errorf("columns %v, notes %v", f.Table.Columns, f.Notes)
	}
}

// What is called rules says by whom last year's answers are coded again: checks count
// only where people decided on all answers of both years.
func TestRulesAreSaidToCountChecksOnlyWhereTheyDo(t *testing.T) {
	all := writers(150)
	years := slices.Concat(all, all)
	in := twice(t, all)
	var newest, both []int
	for i := range years {
		if both = append(both, i); i < len(all) {
			newest = append(newest, i)
		}
	}
	published := report(t, in)
	published.Made = published.Made.AddDate(-1, 0, 0)
	book, err := codebook.Load(strings.NewReader(callsOnly), "a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		some       []int
		want, none string
	}{
		{newest, "the codebook and the model of today, less what was published; what people decided for that report is part of it", "checks of today"},
		{both, "the checks of today", "What people decided doesn't count here"},
	} {
		d := coded("review.xlsx", years, c.some, false)
		found, err := analysis.Run(t.Context(), analysis.Plan{Book: book, RulesOnly: true, Codes: []*review.Decisions{d}, Published: published, Spool: t.TempDir()}, in)
		if err != nil {
			t.Fatal(err)
		}
		found.Close()
		if f := found.Report.Finding("change.parts"); f == nil || !noted(f.Notes, c.want) || noted(f.Notes, c.none) {
			t.Errorf("%d decided: %+v", len(c.some), f)
		}
	}
}

// Of a group that people were drawn from, nobody is coded yet: nothing stands for it,
// so no share of everyone is corrected, and those of the other group are.
func TestAGroupThatNobodyIsCheckedOf(t *testing.T) {
	all := writers(300)
	in := open(t, map[string]string{"answers.csv": file(all)})
	d := coded("sheet.xlsx", all, lots(5, all, 60), true)
	for i := range d.All {
		d.All[i].Checked = d.All[i].Stratum == "parent"
	}
	found := found(t, in, d)
	r := found.Report
	if _, ok := cell(r, "themes", "Corrected"); ok || !noted(r.Notes, "30 have all their answers coded, and nobody of some of its groups") {
		t.Errorf("everyone is corrected: notes %v", r.Notes)
	}
	if c, ok := cell(r, "themes.by.role", "Parents (corrected)"); !ok || c.Base != 30 {
		t.Errorf("parents: %v", c)
	}
	if len(found.Unchecked) != 1 || found.Unchecked[0].Name != "teacher" {
		t.Errorf("unchecked: %v", found.Unchecked)
	}
}

// The report tells that people decided, and not what became of the rows of their
// files: that is for whoever runs the program.
func TestHousekeepingIsNotInTheReport(t *testing.T) {
	all := writers(60)
	d := coded("sheet.xlsx", all, []int{1, 2, 3}, false)
	d.All[0].Comment.Text = "something that nobody wrote"
	found := found(t, open(t, map[string]string{"answers.csv": file(all)}), d)
	said := found.Chain.Said()
	if len(said) < 2 || !noted(found.Report.Notes, said[0]) {
		t.Fatalf("said %q, and noted %v", said, found.Report.Notes)
	}
	for _, s := range said[1:] {
		if noted(found.Report.Notes, s) || noted(found.Report.Method, s) {
			t.Errorf("the report tells %q", s)
		}
	}
}
