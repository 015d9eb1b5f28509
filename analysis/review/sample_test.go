package review

import (
	"bytes"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var twoStrata = &Sample{Seed: 1<<64 - 1, By: "role", Blind: true, Strata: []Stratum{{"parent", 240, 20}, {"parent, teacher", 7, 5}}}

// sheetOf writes rows as a sheet, and returns it with the edits of a person.
func sheetOf(t *testing.T, s Sheet, rows iter.Seq2[Row, error], cells map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, s, rows); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, value := range cells {
		if err := f.SetCellStr(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	edited, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return edited.String()
}

func drawnRows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for r := range rows(3) {
			if r.Stratum = "parent"; !yield(r, nil) {
				return
			}
		}
	}
}

func TestBlindSheetTellsNothing(t *testing.T) {
	f, err := excelize.OpenReader(strings.NewReader(sheetOf(t, Sheet{Themes: themes, Sample: twoStrata}, drawnRows(), nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"checked", "text", "question", "role", "communication", "trust", "homework", "no_content", "coder", "when", "stratum", "language", "file", "row", "respondent"}
	if diff := cmp.Diff(want, got[headRow-1]); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	for _, row := range got[headRow:] {
		if slices.ContainsFunc(row[4:10], func(cell string) bool { return cell != "" }) {
			t.Errorf("a row has codes: %q", row)
		}
	}
	if !strings.Contains(got[0][0], "drawn by lot") {
		t.Errorf("the head says %q", got[0][0])
	}
}

// The draw comes back with what people decided, and goes on into the review
// file of a run that used it, where all rows are.
func TestDrawOutlivesRounds(t *testing.T) {
	content := sheetOf(t, Sheet{Themes: themes, Sample: twoStrata}, drawnRows(), map[string]string{"A4": "yes", "F4": "praise", "I4": "Ana", "J4": "2026-05-30", "F5": "wish"})
	d := decisions(t, "sheet.xlsx", content)
	if diff := cmp.Diff(twoStrata, d.Sample); diff != "" {
		t.Errorf("draw (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Ana 1: trust=praise", " 2: trust=wish unchecked", " 3: unchecked"}, brief(d.All)); diff != "" {
		t.Errorf("decisions (-want +got):\n%s", diff)
	}
	var said []string
	for r := range rows(5) {
		said = append(said, r.Text)
	}
	responses := wrote([]string{"", said[0]}, []string{"", said[1]}, []string{"", said[2]}, []string{"", said[3]}, []string{"", said[4]})
	checks := match(t, responses, d)
	if checks.Answers != 1 || !strings.Contains(strings.Join(checks.Notes, ""), "1 row has codes, but is not marked as checked") {
		t.Errorf("%d answers, notes %q", checks.Answers, checks.Notes)
	}
	shown := *checks.Sample
	shown.Blind = false
	next := func(yield func(Row, error) bool) {
		for r := range rows(5) {
			if checks.Of(r.Respondent, 0).Fill(&r); !yield(r, nil) {
				return
			}
		}
	}
	d = decisions(t, "review.xlsx", sheetOf(t, Sheet{Themes: themes, Sample: &shown}, next, nil))
	if diff := cmp.Diff(&shown, d.Sample); diff != "" {
		t.Errorf("draw in the next round (-want +got):\n%s", diff)
	}
	var strata []string
	for _, one := range d.All {
		strata = append(strata, one.Stratum)
	}
	if diff := cmp.Diff([]string{"parent", "parent", "parent", "", ""}, strata); diff != "" {
		t.Errorf("strata (-want +got):\n%s", diff)
	}
	if one := d.All[0]; one.Coder != "Ana" || Date(one.When) != "2026-05-30" || !one.Checked {
		t.Errorf("checked is %v, by %q on %v", one.Checked, one.Coder, one.When)
	}
}

// Rows of two different draws count, but stand for nobody else.
func TestTwoDrawsAreNoDraw(t *testing.T) {
	other := *twoStrata
	other.Seed = 2
	one := func(s *Sample) *Decisions {
		return &Decisions{File: "a.xlsx", Sample: s, Themes: []string{"trust"}, All: []Decision{{Checked: true, Stratum: "parent", Comment: Comment{Respondent: "1", Question: "well", Text: "We trust."}}}}
	}
	second := one(&other)
	second.File, second.All[0].Comment.Respondent = "b.xlsx", "2"
	c := match(t, wrote([]string{"We trust."}, []string{"We trust."}), one(twoStrata), second)
	if c.Answers != 2 || c.Of(1, 0).Stratum != "parent" || c.Of(2, 0).Stratum != "" || c.Sample.Seed != twoStrata.Seed {
		t.Errorf("%d answers, strata %q and %q", c.Answers, c.Of(1, 0).Stratum, c.Of(2, 0).Stratum)
	}
	if people := wrote([]string{"We trust."}, []string{"We trust."}); whole(t, c, people, second) || !whole(t, c, people, one(twoStrata)) || !strings.Contains(strings.Join(c.Notes, ""), "b.xlsx: Its people were drawn otherwise") {
		t.Errorf("notes %q", c.Notes)
	}
}

func TestDrawThatWasChangedIsRefused(t *testing.T) {
	f, err := excelize.OpenReader(strings.NewReader(sheetOf(t, Sheet{Themes: themes, Sample: twoStrata}, drawnRows(), nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.SetCellStr(sampleSheet, "B5", "many"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadDecisions("sheet.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), themes); err == nil || !strings.Contains(err.Error(), "sheet.xlsx: sheet Sample, row 5") {
		t.Errorf("error %v", err)
	}
}
