package analysis_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"commonground/analysis"
	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/analysis/review"
)

// The codebook of these tests knows calls by one word only, so that it misses
// those who ring, whom parents are, and is fooled by a close call.
const callsOnly = `
id: a
version: 1
themes:
  - id: calls
    label: Calls home
    patterns: {en: [call*]}
  - id: food
    label: Food
    patterns: {en: [lunch*]}
`

// A writer is somebody of these surveys, and whether a person finds calls home
// in what they wrote.
type writer struct {
	role, text string
	calls      bool
}

// writers are people of whom 40 in 100 speak of calls home, whatever their role.
func writers(n int) []writer {
	all := make([]writer, n)
	for i := range all {
		w := writer{role: "Parent"}
		if i%3 == 0 {
			w.role = "Teacher"
		}
		switch k := i / 3 % 10; {
		case k < 3 && w.role == "Parent", k == 0:
			w.text, w.calls = "Ring me up sooner please", true
		case k < 4:
			w.text, w.calls = "Please call me sooner", true
		case k == 4 && w.role == "Teacher":
			w.text = "That was a close call at the crossing"
		default:
			w.text = "More shade in the yard"
		}
		w.text += fmt.Sprintf(" %d", i)
		all[i] = w
	}
	return all
}

func file(all []writer) string {
	var b strings.Builder
	b.WriteString("Role,What could we do better?\n")
	for _, w := range all {
		fmt.Fprintf(&b, "%s,%s\n", w.role, w.text)
	}
	return b.String()
}

// coded is a sheet of the answers of some of them, as a person codes them.
func coded(name string, all []writer, some []int, drawn bool) *review.Decisions {
	d := &review.Decisions{File: name, Themes: []string{"calls", "food"}}
	if drawn {
		d.Sample = &review.Sample{By: "role", Blind: true}
		for _, role := range []string{"parent", "teacher"} {
			s := review.Stratum{Name: role}
			for i, w := range all {
				if strings.EqualFold(w.role, role) {
					s.People++
					if slices.Contains(some, i) {
						s.Drawn++
					}
				}
			}
			d.Sample.Strata = append(d.Sample.Strata, s)
		}
	}
	for _, i := range some {
		dec := review.Decision{Checked: true, Comment: review.Comment{
			Respondent: strconv.Itoa(i + 1), Question: "What could we do better?", Text: all[i].text,
		}}
		if drawn {
			dec.Stratum = strings.ToLower(all[i].role)
		}
		if all[i].calls {
			dec.Codes = []review.Code{{Theme: "calls"}}
		}
		d.All = append(d.All, dec)
	}
	return d
}

// lots draws n people, half of them teachers.
func lots(seed uint64, all []writer, n int) []int {
	left := map[string]int{"Parent": n / 2, "Teacher": n - n/2}
	var some []int
	for _, i := range rand.New(rand.NewPCG(seed, 1)).Perm(len(all)) {
		if left[all[i].role] > 0 {
			left[all[i].role]--
			some = append(some, i)
		}
	}
	return some
}

func report(t *testing.T, in *intake.Intake, codes ...*review.Decisions) *findings.Report {
	t.Helper()
	return found(t, in, codes...).Report
}

func found(t *testing.T, in *intake.Intake, codes ...*review.Decisions) *analysis.Found {
	t.Helper()
	book, err := codebook.Load(strings.NewReader(callsOnly), "a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	found, err := analysis.Run(context.Background(), analysis.Plan{Book: book, RulesOnly: true, Codes: codes, Spool: t.TempDir()}, in)
	if err != nil {
		t.Fatal(err)
	}
	found.Close()
	return found
}

// cell is that of calls home in a column; false where there is no such column.
func cell(r *findings.Report, id, column string) (findings.Cell, bool) {
	table := r.Finding(id).Table
	j := slices.IndexFunc(table.Columns, func(c findings.Column) bool { return c.Name == column })
	if j < 0 {
		return findings.Cell{}, false
	}
	for _, row := range table.Rows {
		if row[0].Label == "Calls home" {
			return row[j], true
		}
	}
	return findings.Cell{}, false
}

func noted(notes []findings.Note, text string) bool {
	return slices.ContainsFunc(notes, func(n findings.Note) bool { return strings.Contains(n.Text, text) })
}

// The program finds too few parents who speak of calls home, and the wrong
// teachers. What the sample corrects is true as often as it says, and no
// difference is told that only the program's errors make.
func TestSharesAreCorrectedByABlindSample(t *testing.T) {
	all := writers(600)
	in := open(t, map[string]string{"answers.csv": file(all)})
	plain := report(t, in)
	share, _ := cell(plain, "themes", "Share")
	if share.High > .35 {
		t.Fatalf("the program finds %v: it was to find too few", share)
	}
	if by := plain.Finding("themes.by.role"); !slices.ContainsFunc(by.Tests, findings.Tells) || !noted(by.Notes, "As coded; the coder may read groups differently.") {
		t.Errorf("without a sample: %q, %v", by.Title, by.Notes)
	}
	const draws = 40
	covered, parents, told := 0, 0, 0
	for seed := range uint64(draws) {
		r := report(t, in, coded("sheet.xlsx", all, lots(seed, all, 120), true))
		c, ok := cell(r, "themes", "Corrected")
		if !ok || c.Base != 120 {
			t.Fatalf("no corrected share: %v", r.Finding("themes").Table.Columns)
		}
		if c.Low <= .4 && .4 <= c.High {
			covered++
		}
		if c, _ := cell(r, "themes.by.role", "Parents (corrected)"); c.Base == 60 && c.Low <= .4 && .4 <= c.High {
			parents++
		}
		by := r.Finding("themes.by.role")
		if slices.ContainsFunc(by.Tests, findings.Tells) {
			told++
		}
		if noted(by.Notes, "As coded") {
			t.Errorf("corrected, and noted as coded: %v", by.Notes)
		}
	}
	// All three are binomial with 0.95, 0.95 and 0.05: further off than this in less than one of 1000 such tests.
	if covered < 32 || parents < 32 || told > 8 {
		t.Errorf("of %d samples %d cover the share, %d that of parents, and %d tell a difference", draws, covered, parents, told)
	}
}

// Whom people chose to check doesn't count as drawn: not one corrected number
// changes by it, and it alone corrects nothing.
func TestChosenChecksCorrectNothing(t *testing.T) {
	all := writers(300)
	in := open(t, map[string]string{"answers.csv": file(all)})
	some := lots(3, all, 60)
	var chosen []int
	for i, w := range all {
		if w.calls && !slices.Contains(some, i) && len(chosen) < 50 {
			chosen = append(chosen, i)
		}
	}
	blind, own := coded("sheet.xlsx", all, some, true), coded("review.xlsx", all, chosen, false)
	before, after := report(t, in, blind), report(t, in, own, blind)
	for _, at := range [][2]string{{"themes", "Corrected"}, {"themes.by.role", "Parents (corrected)"}, {"themes.by.role", "Parents minus teachers (points)"}} {
		a, ok := cell(before, at[0], at[1])
		b, _ := cell(after, at[0], at[1])
		if !ok || a.Number != b.Number || a.Low != b.Low || a.High != b.High || a.Base != b.Base {
			t.Errorf("%v: %v before, %v after", at, a, b)
		}
	}
	if a, _ := cell(before, "themes", "People, as coded"); true {
		if b, _ := cell(after, "themes", "People, as coded"); b.Number <= a.Number {
			t.Errorf("the checks are not counted: %v before, %v after", a.Number, b.Number)
		}
	}
	if _, ok := cell(report(t, in, own), "themes", "Corrected"); ok {
		t.Error("checks of people's choice correct shares")
	}
}

// Not all that is of a draw corrects.
func TestWhatOfASampleCounts(t *testing.T) {
	all := writers(300)
	in := open(t, map[string]string{"answers.csv": file(all)})
	some := lots(5, all, 60)
	for _, c := range []struct {
		what   string
		change func(d *review.Decisions)
		base   int64
		note   string
	}{
		{"all", func(*review.Decisions) {}, 60, "Of 60 people drawn for the blind sample, 60 have all their answers coded"},
		{"a row that isn't checked yet", func(d *review.Decisions) { d.All[0].Checked = false }, 59, "59 have all their answers coded"},
		{"a row of somebody's own", func(d *review.Decisions) { d.All[0].Stratum = "" }, 59, "59 have"},
		{"hardly anybody", func(d *review.Decisions) { d.All = d.All[:4] }, 0, "too few to correct any share"},
		{"codes beside those of the program", func(d *review.Decisions) { d.Sample.Blind = false }, 0, "saw the program's codes"},
		{"a theme that was not asked for", func(d *review.Decisions) { d.Themes, d.Unasked = d.Themes[:1], d.Themes[1:] }, 0,
			"The blind sheet has no column for 1 theme (food), so nobody drawn is coded by the whole codebook, and no share is corrected: code them for that theme too."},
		{"no theme of the codebook", func(d *review.Decisions) { d.Themes, d.Unasked = nil, d.Themes }, 0, "The blind sheet has no columns for 2 themes (calls and food), so nobody"},
		{"groups of a question that is gone", func(d *review.Decisions) { d.Sample.By = "mood" }, 0, "no question is called any more"},
		{"more people since then", func(d *review.Decisions) { d.Sample.Strata[0].People -= 9 }, 60, "drawn from 291 people who wrote something, and there are 300 now"},
	} {
		d := coded("sheet.xlsx", all, some, true)
		c.change(d)
		r := report(t, in, d)
		if got, ok := cell(r, "themes", "Corrected"); ok != (c.base > 0) || got.Base != c.base {
			t.Errorf("%s: base %d", c.what, got.Base)
		}
		if !noted(r.Notes, c.note) {
			t.Errorf("%s: notes %v", c.what, r.Notes)
		}
	}
}
