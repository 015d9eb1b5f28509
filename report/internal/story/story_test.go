package story

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/report/internal/readback"
)

func labels(rows [][]findings.Cell) []string {
	var all []string
	for _, row := range rows {
		all = append(all, row[0].Label)
	}
	return all
}

func TestValue(t *testing.T) {
	share := findings.Column{Unit: findings.Share}
	for _, c := range []struct {
		value              Value
		text, interval, of string
	}{
		{Value{say.English, share, findings.Cell{Number: 0.365, Low: 0.3, High: 0.41, Base: 1324}}, "37%", "30% to 41%", "1,324"},
		{Value{say.English, share, findings.Num(0.5)}, "50%", "", ""},
		{Value{say.English, share, findings.Num(math.NaN())}, "", "", ""},
		{Value{say.English, share, findings.Cell{Hidden: true, Number: 0.365, Low: 0.3, High: 0.41, Base: 3, Label: "x"}}, "withheld", "", ""},
		{Value{say.English, findings.Column{}, findings.Text("Trust")}, "Trust", "", ""},
	} {
		if text, interval, of := c.value.Text(), c.value.Interval(), c.value.Of(); text != c.text || interval != c.interval || of != c.of {
			t.Errorf("%+v reads %q, %q, %q; want %q, %q, %q", c.value.Cell, text, interval, of, c.text, c.interval, c.of)
		}
	}
}

// A corrected share is no count of those checked. Where these are few, a sentence tells
// how many, and how rough it is.
func TestAnEstimateOfFewIsToldWithItsInterval(t *testing.T) {
	share := findings.Column{Unit: findings.Share, Corrected: true}
	for _, c := range []struct {
		cell        findings.Cell
		told, among string
	}{
		{findings.Cell{Number: 0, Low: 0, High: 0.228, Base: 13, Estimated: true}, "0% (0% to 23%)", "0% of teachers (0% to 23%, 13 checked)"},
		{findings.Cell{Number: 0.083, Low: 0.012, High: 0.36, Base: 13, Estimated: true}, "8% (1% to 36%)", "8% of teachers (1% to 36%, 13 checked)"},
		{findings.Cell{Number: 0.14, Low: 0.06, High: 0.28, Base: 42, Estimated: true}, "14%", "14% of teachers"},
		{findings.Cell{Number: 0, Low: 0, High: 0.228, Base: 13}, "0 of 13", "0 of 13 teachers"},
	} {
		if v := (Value{say.English, share, c.cell}); v.Told() != c.told || v.Among("teachers") != c.among {
			t.Errorf("%+v: %q, %q", c.cell, v.Told(), v.Among("teachers"))
		}
	}
}

func TestThemesGatherWhatIsKnown(t *testing.T) {
	r := readback.Report()
	themes := Themes(r, 3)
	if len(themes) != 3 {
		t.Fatalf("%d themes, want 3", len(themes))
	}
	first := themes[0]
	if first.Label != "Communication" || first.People.Text() != "81" || first.Share.Text() != "50%" || len(first.Tones) != 2 ||
		len(first.Roles) != 3 || len(first.Quotes) != 4 || first.About.Asset != "People care for Communication." {
		t.Errorf("the first theme is %+v", first)
	}
	if told := first.Told("concern", "wish", "praise"); told != "50 with concern, 5 with praise" {
		t.Errorf("its tones are %q", told)
	}
	r.Sections = nil
	if Themes(r, 3) != nil || Common(r) != nil {
		t.Error("a report without findings has a theme")
	}
}

// The row that a title may speak of is shown, wherever it stands.
func TestLeadingKeepsTheWidestDifference(t *testing.T) {
	cell := func(v, low, high float64) findings.Cell { return findings.Cell{Number: v, Low: low, High: high} }
	f := &findings.Finding{
		Table:  findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Unit: findings.Share}, {Unit: findings.Points}}},
		Figure: &findings.Figure{Values: []int{1}},
	}
	for i, name := range []string{"a", "b", "c", "d", "e", "none"} {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), findings.Num(0.5 - 0.1*float64(i)), cell(-0.1*float64(i), -0.5, 0.1)})
	}
	if got := labels(Leading(f, 3)); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("without a difference: %v", got)
	}
	f.Table.Rows[4][2] = cell(-0.3, -0.4, -0.1)
	f.Tests = make([]stats.Test, len(f.Table.Rows))
	f.Tests[4] = stats.Test{Q: 0.01, Effect: stats.Estimate{Value: -0.3, Low: -0.4, High: -0.1}}
	if got := labels(Leading(f, 3)); !slices.Equal(got, []string{"a", "b", "e"}) {
		t.Errorf("with one: %v", got)
	}
	if got := labels(Leading(f, 10)); len(got) != 5 {
		t.Errorf("a row that nobody is in is shown: %v", got)
	}
	f.Tests[4].Q = 0.2
	if Told(f) != -1 {
		t.Error("a difference is told that does not stand out from chance")
	}
}

func TestCommon(t *testing.T) {
	both := Common(readback.Report())
	want := []string{"Time and availability", "Being heard", "Safety", "Learning support", "Meals"} // on the first eight of both lists
	if diff := cmp.Diff(want, labels(both.Rows)); diff != "" {
		t.Error(diff)
	}
	if got, want := both.Title(), "Parents and teachers both write much about “time and availability”, “being heard” and “safety”"; got != want {
		t.Errorf("titled %q", got)
	}
	if diff := cmp.Diff([]string{"Both sides name communication among what teachers want."}, both.Wishes()); diff != "" {
		t.Error(diff)
	}
}

// What both sides are said to write about rests on enough people of either.
func TestFewPeopleHaveNothingInCommon(t *testing.T) {
	for base, want := range map[int64]bool{9: false, 40: true} {
		r := readback.Report()
		rows := r.Finding("themes.by.role").Table.Rows
		for _, row := range rows {
			row[2].Base, row[2].Number = base, 0
		}
		rows[0][2].Number = 3 / float64(base)
		if got := len(Common(r).Rows) > 0; got != want {
			t.Errorf("of 3 of %d teachers: %t", base, got)
		}
		rows[0][2].Number = 2 / float64(base)
		if len(Common(r).Rows) > 0 {
			t.Errorf("2 of %d teachers are many", base)
		}
	}
}

// A role too small to be drawn is told of all the same.
func TestSidesOfSmallRoles(t *testing.T) {
	f := readback.Report().Finding("themes.by.role")
	f.Figure.Values = []int{1, 2}
	if got := Sides(f); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("sides %v", got)
	}
	f.Table.Columns[3].Key = "parent" // their corrected shares, which are drawn
	f.Figure.Values = []int{3, 2}
	if got := Sides(f); !slices.Equal(got, []int{3, 2}) {
		t.Errorf("corrected sides %v", got)
	}
}

func TestQuotesOfARoleFirst(t *testing.T) {
	all := []findings.Quote{{Text: "a", Role: "unknown"}, {Text: "b", Role: "parent, teacher"}, {Text: "c", Role: "parent"}}
	if got := Of("teacher", all); got[0].Text != "b" || len(got) != 3 {
		t.Errorf("%v", got)
	}
	if by := By(say.English, all[0]); by != "" {
		t.Errorf("somebody of unknown role signs as %q", by)
	}
}

func TestCaveatsAreSaidOnce(t *testing.T) {
	f := &findings.Finding{Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}, {Name: "Share", Unit: findings.Share}}}}
	for i, name := range []string{"a", "b", "c", "d", "e", "f"} {
		c := findings.Num(0.5)
		c.Caveats = []string{"chosen"}
		if i > 0 {
			c.Caveats = append(c.Caveats, "few")
		}
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), c})
	}
	if diff := cmp.Diff([]string{"Share: chosen", "b, c, d and 2 more: few"}, Caveats(say.English, f)); diff != "" {
		t.Error(diff)
	}
}

func TestBalance(t *testing.T) {
	strong, needed := Balance(readback.Report())
	if len(strong) == 0 || len(needed) == 0 || strong[0].Label != "Shared goals" || needed[0].Label != "Communication" {
		t.Errorf("strengths %d, needs %d: %+v", len(strong), len(needed), strong)
	}
}

func TestVoicesDiffer(t *testing.T) {
	q := func(text, role, tone string) findings.Quote {
		return findings.Quote{Text: text, Role: role, Tone: tone}
	}
	all := []findings.Quote{q("1", "parent", "concern"), q("2", "parent", "praise"), q("3", "teacher", "concern"), q("4", "staff", "wish")}
	heard := Heard{}
	var got []string
	for _, v := range heard.Voices(all, 3) {
		got = append(got, v.Text)
	}
	if !slices.Equal(got, []string{"1", "4", "3"}) {
		t.Errorf("heard %v", got)
	}
	if rest := heard.Voices(all, 3); len(rest) != 1 || rest[0].Text != "2" {
		t.Errorf("then %v", rest)
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{"Tell us.": "“Tell us.”", " “Tell us.” ": "“Tell us.”", "“Tell” us": "““Tell” us”"} {
		if got := Words(findings.Quote{Text: in}); got != want {
			t.Errorf("%q is quoted as %s", in, got)
		}
	}
	for in, want := range map[string]string{"Shared goals": "shared goals", "IEP meetings": "IEP meetings", "Éxito": "éxito", "": "", "A": "a"} {
		if got := say.Lower(in); got != want {
			t.Errorf("say.Lower(%q) is %q", in, got)
		}
	}
	for want, words := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		if got := say.English.List(words); got != want {
			t.Errorf("%v is listed as %q", words, got)
		}
	}
}

func TestDates(t *testing.T) {
	r := readback.Report()
	if got := Dates(r); got != "March 2026 to May 2026" {
		t.Errorf("%q", got)
	}
	r.Sections = nil
	if got := Dates(r); got != "up to May 4, 2026" {
		t.Errorf("%q", got)
	}
	r.Made = time.Time{}
	if got := Dates(r); got != "" {
		t.Errorf("%q", got)
	}
}

func TestSharesOfAGroup(t *testing.T) {
	share := func(base int64) Value {
		return Value{say.English, findings.Column{Unit: findings.Share}, findings.Cell{Number: 0.25, Low: 0.1, High: 0.5, Base: base}}
	}
	for base, want := range map[int64][2]string{100: {"25% of parents", "10% to 50%"}, 20: {"5 of 20 parents", "10% to 50%"}, 8: {"2 of 8 parents", ""}} {
		if v := share(base); v.Among("parents") != want[0] || v.Interval() != want[1] {
			t.Errorf("of %d: %q, %q", base, v.Among("parents"), v.Interval())
		}
	}
}

// abroad is a report with other words on everything that has a key.
func abroad(r *findings.Report) *findings.Report {
	for f := range r.Findings() {
		for j := range f.Table.Columns {
			f.Table.Columns[j].Name = fmt.Sprintf("columna %d", j)
		}
		for i, row := range f.Table.Rows {
			for j := range row {
				if row[j].Key != "" {
					row[j].Label = fmt.Sprintf("fila %d de la columna %d", i, j)
				}
			}
		}
	}
	return r
}

// What is told does not hang on the words that a report says it with.
func TestNothingIsKnownByItsWords(t *testing.T) {
	r, other := readback.Report(), abroad(readback.Report())
	if a, b := Dates(r), Dates(other); a != b || b == "" {
		t.Errorf("dates %q and %q", a, b)
	}
	a, b := r.Finding("respondents"), other.Finding("respondents")
	for _, by := range []string{"all", "role", "month"} {
		if n, m := len(Groups(a, by)), len(Groups(b, by)); n != m || m == 0 {
			t.Errorf("%d and %d rows by %s", n, m, by)
		}
	}
	if n, m := len(Everyone(r.Finding("scales"), 9)), len(Everyone(other.Finding("scales"), 9)); n != m || m == 0 {
		t.Errorf("%d and %d rows about everyone", n, m)
	}
	both, elsewhere := Common(r), Common(other)
	if elsewhere == nil || len(both.Rows) != len(elsewhere.Rows) || len(both.Mirror) != len(elsewhere.Mirror) {
		t.Errorf("in common: %+v and %+v", both, elsewhere)
	}
	for i, theme := range Themes(other, 3) {
		if want := Themes(r, 3)[i]; theme.About.ID != want.About.ID || len(theme.Tones) != len(want.Tones) || len(theme.Roles) != len(want.Roles) ||
			theme.Tone("praise").Number != want.Tone("praise").Number {
			t.Errorf("the theme is %+v, want as %+v", theme, want)
		}
	}
}
