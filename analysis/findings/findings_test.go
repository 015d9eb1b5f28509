package findings

import (
	"bytes"
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"commonground/analysis/say"
	"commonground/analysis/stats"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		unit Unit
		v    float64
		want string
	}{
		{Count, 0, "0"}, {Count, 27, "27"}, {Count, 999, "999"}, {Count, 1234, "1,234"}, {Count, 1e6, "1,000,000"}, {Count, 1e18, "1,000,000,000,000,000,000"},
		{Count, 2.5, "3"}, {Count, 3.5, "4"}, {Count, -1234, "-1,234"}, {Count, -0.4, "0"}, {Count, 5e-324, "0"},
		{Share, 0, "0%"}, {Share, 0.36, "36%"}, {Share, 1, "100%"}, {Share, 0.004, "0%"}, {Share, 0.005, "1%"},
		{Share, 0.285, "29%"}, {Share, 0.145, "15%"}, {Share, 0.9949, "99%"}, {Share, 0.995, "100%"}, {Share, 1.0 / 3, "33%"},
		{Points, 0.12, "+12 points"}, {Points, -0.12, "-12 points"}, {Points, 0, "0 points"}, {Points, -0.004, "0 points"},
		{Points, 0.01, "+1 point"}, {Points, -0.01, "-1 point"}, {Points, -0.105, "-11 points"}, {Points, 1, "+100 points"},
		{Ratio, 1.8, "1.8"}, {Ratio, 1.85, "1.9"}, {Ratio, 0.05, "0.1"}, {Ratio, 0.04, "0.0"}, {Ratio, 12, "12.0"},
		{Mean, 3.42, "3.42"}, {Mean, 3.425, "3.43"}, {Mean, 1.005, "1.01"}, {Mean, 4, "4.00"}, {Mean, 0.999, "1.00"}, {Mean, 0.07, "0.07"},
		{Share, math.NaN(), ""}, {Share, math.Inf(1), ""}, {Label, 3, ""},
	} {
		if got := c.unit.Text(c.v); got != c.want {
			t.Errorf("%v.Text(%v) = %q, want %q", c.unit, c.v, got, c.want)
		}
	}
}

// exact rounds v to 15 significant digits and then to the unit's own, halves
// away from zero, by fractions alone.
func exact(v float64, shift, places int) string {
	ten := func(n int) *big.Rat {
		r := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil))
		if n < 0 {
			r.Inv(r)
		}
		return r
	}
	round := func(r *big.Rat) *big.Rat { // to a whole number
		half := new(big.Rat).SetFrac64(int64(r.Sign()), 2)
		r = new(big.Rat).Add(r, half)
		return new(big.Rat).SetInt(new(big.Int).Quo(r.Num(), r.Denom()))
	}
	r := new(big.Rat).SetFloat64(v)
	if r.Sign() != 0 {
		up := 14 - int(math.Floor(math.Log10(math.Abs(v))))
		r = round(r.Mul(r, ten(up)))
		r.Mul(r, ten(-up))
	}
	r = round(r.Mul(r, ten(shift+places)))
	return r.Mul(r, ten(-places)).FloatString(places)
}

func TestTextIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Fractions of people and decimals that end in 5 are where rounding goes wrong.
		v := rapid.OneOf(
			rapid.Float64Range(-10, 10),
			rapid.Map(rapid.IntRange(-9999, 9999), func(n int) float64 { return float64(n) / 1000 }),
			rapid.Custom(func(t *rapid.T) float64 {
				n := rapid.IntRange(1, 5000).Draw(t, "n")
				return float64(rapid.IntRange(0, n).Draw(t, "x")) / float64(n)
			}),
		).Draw(t, "v")
		check := func(got, want string) {
			if got != want {
				t.Errorf("%v is written %q, want %q", v, got, want)
			}
		}
		check(Count.Text(v), exact(v, 0, 0))
		if share := exact(v, 2, 0); len(share) < 4 {
			check(Share.Text(v), share+"%")
		}
		check(Ratio.Text(v), exact(v, 0, 1))
		check(Mean.Text(v), exact(v, 0, 2))
		points, _, _ := strings.Cut(Points.Text(math.Mod(v, 1)), " ")
		check(strings.TrimPrefix(points, "+"), exact(math.Mod(v, 1), 2, 0))
	})
}

func TestWords(t *testing.T) {
	for u := Label; u <= Mean; u++ {
		name, _ := u.MarshalText()
		var back Unit
		if err := back.UnmarshalText(name); err != nil || back != u {
			t.Errorf("unit %s comes back as %s: %v", u, back, err)
		}
	}
	for k := Bars; k <= Line; k++ {
		name, _ := k.MarshalText()
		var back FigureKind
		if err := back.UnmarshalText(name); err != nil || back != k {
			t.Errorf("kind %s comes back as %s: %v", k, back, err)
		}
	}
	var u Unit
	if err := u.UnmarshalText([]byte("percent")); err == nil {
		t.Error("an unknown unit was taken")
	}
}

// sample is a report with something in every field.
func sample() *Report {
	return &Report{
		Title:   "Riverbend & <friends>",
		Made:    time.Date(2026, 5, 4, 17, 30, 0, 0, time.UTC),
		Summary: []string{"Nine of 27 wrote about trust."},
		Sources: []Source{{
			File: "parents.xlsx", Format: "XLSX", Encoding: "", Rows: 30, Used: 28, Respondents: 27, Stated: 27,
			Refused:   []Refusal{{Row: 17, Column: "Age", Reason: `"abc" is not a number`}},
			NoContent: 2, NotRead: 1, RoleFrom: "file name", Notes: []string{"two sheets"},
		}},
		Sections: []Section{
			{ID: "themes", Title: "Themes", Findings: []Finding{
				{
					ID: "themes.prevalence", Title: "Nine of 27 wrote about trust", About: "Trust",
					Table: Table{
						Columns: []Column{{Name: "theme", Unit: Label, Key: "theme"}, {Name: "share", Unit: Share, Key: "parent", Corrected: true}},
						Rows: [][]Cell{
							{Keyed("trust", "Trust & respect"), Estimate(stats.Wilson(9, 27))},
							{Text("Homework <3"), HiddenCell()},
							{Text("Bus"), {Number: 2, Low: math.NaN(), High: math.NaN(), Caveats: []string{"fewer than 5 together"}}},
						},
					},
					Figure: &Figure{Kind: Diverge, Title: "Share", Caption: "27 people", Label: 0, Values: []int{1}},
					Tests:  []stats.Test{stats.Newcombe(9, 27, 3, 12)},
					Quotes: []Quote{{Text: "We trust [teacher].", Role: "parent", Theme: "Trust", Tone: "praise", Source: "parents.xlsx, question 2"}},
					Notes:  []Note{{Title: "Base", Text: "All who wrote something."}},
				},
				{ID: "themes.empty"},
			}},
			{ID: "mirror"},
			{ID: "scales", Findings: []Finding{{ID: "scales.items"}}},
		},
		Codebook: []Theme{{ID: "trust", Label: "Trust", Group: "Relationship", Definition: "Belief.", Include: []string{"faith"}, Exclude: []string{"trust fund"}}},
		Method:   []Note{{Text: "People are counted."}},
		Notes:    []Note{{Text: "Nothing left the machine."}},
	}
}

func write(t *testing.T, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSONRoundTrip(t *testing.T) {
	for name, r := range map[string]*Report{"full": sample(), "empty": {}} {
		text := write(t, r)
		back, err := ReadJSON(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(r, back, cmpopts.EquateEmpty(), cmpopts.EquateNaNs()); diff != "" {
			t.Errorf("%s: came back changed (-want +got):\n%s", name, diff)
		}
		if again := write(t, back); again != text {
			t.Errorf("%s: written again, it differs", name)
		}
	}
}

// The only nulls are numbers, a figure and a date; no list is null and nothing
// is escaped for HTML.
func TestJSONHasEveryKey(t *testing.T) {
	text := write(t, sample())
	for _, want := range []string{
		`"Riverbend & <friends>"`, `"Homework <3"`, `"made": "2026-05-04T17:30:00Z"`,
		`"kind": "diverge"`, `"unit": "share"`, `"no_content": 2`, `"not_read": 1`, `"figure": null`,
		`"findings": []`, `"tests": []`, `"hidden": true`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing in:\n%s", want, text)
		}
	}
	empty := strings.Join(strings.Fields(write(t, &Report{})), "")
	if want := `{"lang":"en","title":"","made":null,"summary":[],"sources":[],"sections":[],"codebook":[],"method":[],"notes":[],"withheld":[]}`; empty != want {
		t.Errorf("an empty report is %s, want %s", empty, want)
	}
	cell, err := json.Marshal(HiddenCell())
	if want := `{"label":"","key":"","number":null,"bound":"","low":null,"high":null,"base":null,"hidden":true,"estimated":false,"caveats":[]}`; err != nil || string(cell) != want {
		t.Errorf("a hidden cell is %s, want %s", cell, want)
	}
}

func TestWriteJSONLeavesReportAlone(t *testing.T) {
	r := &Report{Sections: []Section{{Findings: []Finding{{Figure: &Figure{}, Table: Table{Rows: [][]Cell{nil}}}}}}}
	write(t, r)
	f := r.Finding("")
	if f.Figure.Values != nil || f.Tests != nil || f.Table.Rows[0] != nil {
		t.Error("writing changed the report")
	}
}

func TestReadJSONRefuses(t *testing.T) {
	for _, text := range []string{"", "[]", `{"titel": "x"}`, `{"sections":[{"findings":[{"figure":{"kind":"pie"}}]}]}`} {
		if _, err := ReadJSON(strings.NewReader(text)); err == nil {
			t.Errorf("%q was taken for a report", text)
		}
	}
}

func TestFindings(t *testing.T) {
	r := sample()
	var ids []string
	for f := range r.Findings() {
		ids = append(ids, f.ID)
		if f.ID == "themes.empty" {
			f.Title = "changed in place"
		}
	}
	if diff := cmp.Diff([]string{"themes.prevalence", "themes.empty", "scales.items"}, ids); diff != "" {
		t.Error(diff)
	}
	if r.Finding("themes.empty").Title != "changed in place" || r.Finding("nothing") != nil {
		t.Error("Finding looks elsewhere than Findings")
	}
}

// Of few people a share is a count, and of very few nothing is in percent.
func TestFewPeopleAreCounted(t *testing.T) {
	for _, tt := range []struct {
		unit   Unit
		number float64
		base   int64
		text   string
		format string
	}{
		{Share, 9. / 27, 27, "9 of 27", `"9 of 27"`},
		{Share, 3. / 7, 7, "3 of 7", `"3 of 7"`},
		{Share, 10. / 30, 30, "33%", "0%"},
		{Share, 0.31, 12, "31%", "0%"}, // no count makes it
		{Share, 0.5, 0, "50%", "0%"},   // of nobody in particular
		{Points, 0.2, 9, "too few to compare", `"too few to compare"`},
		{Points, 0.2, 10, "+20 points", Points.Format()},
		{Count, 3, 7, "3", Count.Format()},
	} {
		c := Num(tt.number)
		c.Base = tt.base
		if text, format := c.Text(say.English, tt.unit), c.Format(say.English, tt.unit); text != tt.text || format != tt.format {
			t.Errorf("%v of %d: %q in %q, want %q in %q", tt.number, tt.base, text, format, tt.text, tt.format)
		}
	}
	estimated := Cell{Number: 0, High: 0.23, Base: 13, Estimated: true}
	if text, format := estimated.Text(say.English, Share), estimated.Format(say.English, Share); text != "0%" || format != "0%" || !estimated.Rough() {
		t.Errorf("an estimate that 13 people were checked for: %q in %q", text, format)
	}
	if estimated.Base = Few; estimated.Rough() {
		t.Error("an estimate that 30 people were checked for is rough")
	}
	for base, want := range map[int64]bool{9: false, 10: true, 0: true} {
		if got := (Cell{Base: base}).Ends(Share); got != want {
			t.Errorf("ends of an interval of %d people: %v", base, got)
		}
	}
}

func TestTablesAreReadByKeys(t *testing.T) {
	table := Table{Columns: []Column{{Name: "Quién", Key: "who"}, {Name: "Familias", Key: "parent", Unit: Share}, {Name: "Familias (corregido)", Key: "parent", Unit: Share}}}
	row := []Cell{Keyed("everyone", "Todas las personas"), Num(1), Num(2)}
	if got := table.Column("parent"); got != 1 {
		t.Errorf("the column of parents is %d, want the first", got)
	}
	if got := table.Column("teacher"); got != -1 {
		t.Errorf("a column of nobody is %d", got)
	}
	if got := table.Cell(row, "who").Key; got != "everyone" {
		t.Errorf("the row is of %q", got)
	}
	if got := table.Cell(row, "parent").Number; got != 1 {
		t.Errorf("the number of parents is %v", got)
	}
	if got := table.Cell(row, "side"); got.Key != "" || !math.IsNaN(got.Number) {
		t.Errorf("a column that is not there has %+v", got)
	}
}

// A role and a tone are keys, and are said in the report's language.
func TestRolesAndTonesAreKeys(t *testing.T) {
	for roles, want := range map[string]string{"": "", "parent": "parent", "parent, teacher": "parent, teacher", "alumni": "alumni"} {
		if got := RoleWords(say.English, roles); got != want {
			t.Errorf("%q is said %q, want %q", roles, got, want)
		}
	}
	if got := RoleWords(say.Spanish, "parent, teacher"); got != say.Spanish.Say("parent")+", "+say.Spanish.Say("teacher") {
		t.Errorf("in Spanish: %q", got)
	}
	if got := ToneWord(say.Spanish, "wish"); got != say.Spanish.Say("wish") {
		t.Errorf("in Spanish: %q", got)
	}
	if got := FirstRole("parent, teacher"); got != "parent" {
		t.Errorf("the first role is %q", got)
	}
}
