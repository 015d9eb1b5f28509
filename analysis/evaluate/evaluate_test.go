package evaluate

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

var themes = []codebook.Theme{{ID: "communication", Label: "Communication"}, {ID: "trust", Label: "Trust"}, {ID: "homework", Label: "Homework"}}

func file(t testing.TB, name, content string) *review.Decisions {
	t.Helper()
	d, err := review.ReadDecisions(name, strings.NewReader(content), int64(len(content)), themes)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func golden(t testing.TB, files ...*review.Decisions) *Gold {
	t.Helper()
	g, err := NewGold(themes, files...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// byWord codes a theme where its ID is in the text, as a wish where the text
// says please.
func byWord(dst []codebook.Coding, r *survey.Response) []codebook.Coding {
	for i := range r.Comments {
		c := &r.Comments[i]
		c.State = survey.Read
		if c.Text == "n/a" {
			c.State = survey.NoContent
		}
		for t, theme := range themes {
			if at := strings.Index(c.Text, theme.ID); at >= 0 {
				k := codebook.Coding{Comment: i, Theme: t, Start: at, End: at + len(theme.ID), P: 1}
				if strings.Contains(c.Text, "please") {
					k.Tone = survey.Wish
				}
				dst = append(dst, k)
			}
		}
	}
	return dst
}

// codes writes out what was agreed on, a line a case.
func codes(g *Gold) []string {
	var lines []string
	for _, c := range g.Cases {
		line := c.Comment.Text + ":"
		for t, m := range c.Codes {
			if m != absent {
				line += " " + g.Themes[t].ID
			}
			if tone, ok := m.tone(); ok {
				line += "=" + tone.String()
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func TestWhatCodersAgreeOn(t *testing.T) {
	head := "respondent,text,communication,trust,homework\n"
	for _, c := range []struct {
		what  string
		files []string
		want  []string
	}{
		{"one coder", []string{head + "1,a,wish,,x\n"}, []string{"a: communication=wish homework"}},
		{"two coders must both say it", []string{head + "1,a,wish,wish,\n", head + "1,a,wish,,wish\n"}, []string{"a: communication=wish"}},
		{"two of three", []string{head + "1,a,wish,wish,\n", head + "1,a,wish,,wish\n", head + "1,a,,wish,\n"}, []string{"a: communication=wish trust=wish"}},
		{"the tone of most", []string{head + "1,a,neutral,x,\n", head + "1,a,wish,wish,\n", head + "1,a,wish,x,\n"}, []string{"a: communication=wish trust=wish"}},
		{"the first of equal tones", []string{head + "1,a,neutral,,\n", head + "1,a,wish,,\n"}, []string{"a: communication=neutral"}},
		{"most of those who coded the comment", []string{head + "1,a,wish,,\n2,b,,wish,\n", head + "1,a,wish,,\n"}, []string{"a: communication=wish", "b: trust=wish"}},
		{"the same answer twice", []string{head + "1,a,wish,,\n1,a,,wish,\n", head + "1,a,wish,,\n1,a,,wish,\n"}, []string{"a: communication=wish", "a: trust=wish"}},
		{"space that a spreadsheet changed", []string{head + "1,\"a\n b\",wish,,\n", head + "1,a b,wish,,\n"}, []string{"a\n b: communication=wish"}},
		{"what the file says, and not its coders", []string{`{"text":"a","codes":{"trust":"praise"},"coders":{"A":{},"B":{}}}`}, []string{"a: trust=praise"}},
	} {
		var files []*review.Decisions
		for i, content := range c.files {
			files = append(files, file(t, fmt.Sprintf("%c.csv", 'A'+i), content))
		}
		g := golden(t, files...)
		if diff := cmp.Diff(c.want, codes(g)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestCodersHaveNames(t *testing.T) {
	row := "respondent,text,trust\n1,a,wish\n"
	for _, c := range []struct {
		files []*review.Decisions
		want  []string
	}{
		{[]*review.Decisions{file(t, "ana.csv", row)}, nil},
		{[]*review.Decisions{file(t, "x/ana.csv", row), file(t, "ben.csv", row)}, []string{"ana", "ben"}},
		{[]*review.Decisions{file(t, "ana/review.csv", row), file(t, "ben/review.csv", row)}, []string{"ana/review.csv", "ben/review.csv"}},
		{[]*review.Decisions{file(t, "a.csv", "text,trust: Ana,trust: Ben\na,x,x\n")}, []string{"Ana", "Ben"}},
	} {
		if diff := cmp.Diff(c.want, golden(t, c.files...).Coders); diff != "" {
			t.Errorf("coders (-want +got):\n%s", diff)
		}
	}
}

func TestRowsThatNobodyChecked(t *testing.T) {
	head := "checked,text,trust\n"
	g := golden(t, file(t, "review.csv", head+"yes,a,wish\n,b,\n"))
	if len(g.Cases) != 1 || !slices.Contains(g.Notes, "1 row is not marked as checked and is left out.") {
		t.Errorf("%d cases, notes %q", len(g.Cases), g.Notes)
	}
	if _, err := NewGold(themes, file(t, "review.csv", head+",a,wish\n,b,\n")); err == nil || !strings.Contains(err.Error(), "no row (of 2) is marked") {
		t.Errorf("error is %v", err)
	}
}

func TestThemesThatNotEverybodyLookedFor(t *testing.T) {
	ana, ben := file(t, "ana.csv", "text,trust,homework\na,x,x\n"), file(t, "ben.csv", "text,trust,communication\na,,x\n")
	g := golden(t, ana, ben)
	if len(g.Themes) != 1 || g.Themes[0].ID != "trust" || len(g.Notes) != 2 {
		t.Errorf("themes %v, notes %q", g.Themes, g.Notes)
	}
	if _, err := NewGold(themes, ana, file(t, "ben.csv", "text,communication\na,x\n")); err == nil || !strings.Contains(err.Error(), "no theme in common") {
		t.Errorf("error is %v", err)
	}
}

// Who was not asked for a theme doesn't deny it.
func TestThemesThatACoderWasNotAskedFor(t *testing.T) {
	for what, g := range map[string]*Gold{
		"another coder's column": golden(t, file(t, "a.csv", `respondent,text,trust: Ana,homework: Ben
1,trust them,x,
2,the homework,,x
3,trust and homework,x,x
4,homework without trust,x,x
5,lunch,,
`)),
		"left open": golden(t,
			file(t, "ana.csv", "respondent,text,trust,homework\n1,trust them,x,?\n2,the homework,,?\n3,trust and homework,x,?\n4,homework without trust,x,?\n5,lunch,,?\n"),
			file(t, "ben.csv", "respondent,text,trust,homework\n1,trust them,?,\n2,the homework,?,x\n3,trust and homework,?,x\n4,homework without trust,?,x\n5,lunch,?,\n")),
	} {
		r := g.Measure(g.Code(byWord), Options{})
		if m := r.Machine.Micro; m.Hit != 6 || m.False+m.Missed > 0 || m.Alpha.Value != 1 {
			t.Errorf("%s: of a machine that is right, %+v", what, m)
		}
		if c := r.Coders; len(c.Disagreements) > 0 || !math.IsNaN(float64(c.Alpha.Value)) {
			t.Errorf("%s: two people who were asked for different themes agree by %v and differ in %v", what, c.Alpha.Value, c.Disagreements)
		}
	}
	g := golden(t, file(t, "a.csv", "respondent,text,trust: Ana,homework: Ben,trust: Cy\n1,a,x,,\n"), file(t, "d.csv", "respondent,text,trust,homework\n1,a,?,?\n"))
	ex, _ := g.Examples()
	if len(ex[0].Codes) > 0 || len(ex[0].Open) > 0 || g.Cases[0].Codes[0] != absent {
		t.Errorf("one of two has the theme, and one of one hasn't the other: %+v", ex[0])
	}
}

// What a figure rests on is what it is a share of.
func TestFiguresOfFewHaveNoInterval(t *testing.T) {
	var rows strings.Builder
	for i := range 9 { // the machine finds one of the seven that people found, and is right
		fmt.Fprintf(&rows, "%d,%s %d,%s\n", i, []string{"trust", "lunch"}[min(i, 1)], i, []string{"x", ""}[i/7])
	}
	g := golden(t, file(t, "a.csv", "respondent,text,trust\n"+rows.String()))
	r := g.Measure(g.Code(byWord), Options{}).Machine
	for what, a := range map[string]Agreement{"theme": r.Themes[0], "all": r.Micro} {
		if a.Hit != 1 || a.Missed != 6 || a.False != 0 {
			t.Fatalf("%s: %+v", what, a)
		}
		if !math.IsNaN(float64(a.Precision.Low)) || !math.IsNaN(float64(a.Tone.Low)) {
			t.Errorf("%s: what rests on one comment has an interval: precision %+v, tone %+v", what, a.Precision, a.Tone)
		}
		if math.IsNaN(float64(a.Recall.Low)) || math.IsNaN(float64(a.F1.Low)) {
			t.Errorf("%s: recall of seven comments has none: %+v", what, a.Recall)
		}
	}
	if m := r.Macro; m.Themes != 1 || !math.IsNaN(float64(m.Precision.Low)) || math.IsNaN(float64(m.Recall.Low)) || !math.IsNaN(float64(r.ToneKappa.Low)) {
		t.Errorf("macro %+v, kappa of tones %+v", m, r.ToneKappa)
	}
}

// The machine gets comments as a run gives them to it.
func TestResponses(t *testing.T) {
	g := golden(t, file(t, "a.csv", `respondent,role,question,lang,text,trust
1,both,going-well,en,one,
2,coach,What else?,,two,
1,both,What else?,es,three,
,parent,,en,four,
,parent,,en,five,
`))
	if diff := cmp.Diff([][]int{{0, 2}, {1}, {3}, {4}}, g.People); diff != "" {
		t.Errorf("people (-want +got):\n%s", diff)
	}
	s := g.Survey()
	if codebook.Slant(s.Questions[1].Text) != survey.Praise {
		t.Errorf("what goes well is asked as %q", s.Questions[1].Text)
	}
	var got []string
	for _, r := range g.Responses() {
		for _, c := range r.Comments {
			got = append(got, fmt.Sprintf("%d %s %s %s %s", r.Respondent, survey.JoinRoles(r.Roles(s.Index(survey.RoleID))), s.Questions[c.Question].ID, c.Lang, c.Text))
		}
	}
	want := []string{"1 parent, teacher going-well en one", "1 parent, teacher What else? es three", "2 unknown What else? en two", "3 parent  en four", "4 parent  en five"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("comments (-want +got):\n%s", diff)
	}
}

// Of 6 comments, people find trust in 4: the machine finds 3 of them, in the
// right tone 2 times, and one that isn't there.
const small = `id,respondent,lang,set,text,trust,homework,communication
c1,1,en,plain,please more trust,wish,,
c2,1,en,plain,trust,neutral,,
c3,2,en,told,trust them,praise,,
c4,3,es,told,they mean what they say,praise,,
c5,4,es,told,our trust fund,,x,
c6,4,es,told,n/a,,,
`

func TestMeasure(t *testing.T) {
	g := golden(t, file(t, "a.csv", small))
	r := g.Measure(g.Code(byWord), Options{By: []By{Language, Set}})
	trust := r.Machine.Themes[1]
	if trust.Theme != "trust" || trust.Hit != 3 || trust.False != 1 || trust.Missed != 1 {
		t.Errorf("trust: %+v", trust)
	}
	for _, c := range []struct {
		what string
		got  Figure
		want float64
	}{
		{"precision", trust.Precision, 3.0 / 4},
		{"recall", trust.Recall, 3.0 / 4},
		{"F1", trust.F1, 3.0 / 4},
		{"kappa", trust.Kappa, (4.0/6 - 20.0/36) / (1 - 20.0/36)},
		{"alpha", trust.Alpha, 1 - 11*2.0/(4*8)},
		{"tone", trust.Tone, 2.0 / 3},
		{"precision of what is never found", r.Machine.Themes[2].Precision, math.NaN()},
		{"recall of what is never found", r.Machine.Themes[2].Recall, 0},
		{"pooled recall", r.Machine.Micro.Recall, 3.0 / 5},
		{"pooled precision", r.Machine.Micro.Precision, 3.0 / 4},
		{"mean over no theme", r.Machine.Macro.F1, math.NaN()},
		{"low end of what rests on one comment", r.Machine.Themes[2].Recall.low(), math.NaN()},
	} {
		got := float64(c.got.Value)
		if math.IsNaN(got) != math.IsNaN(c.want) || math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s is %v, want %v", c.what, got, c.want)
		}
	}
	if r.NoContent != nil {
		t.Errorf("non-answers are compared with a file that marks none: %+v", r.NoContent)
	}
	var parts []string
	for _, p := range r.Parts {
		for _, c := range p.Parts {
			parts = append(parts, fmt.Sprintf("%s %s: %d of %d", p.By, c.Name, c.Comments, c.People))
		}
	}
	if diff := cmp.Diff([]string{"language en: 3 of 2", "language es: 3 of 2", "set plain: 2 of 1", "set told: 4 of 3"}, parts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	if r.Coders != nil {
		t.Error("one coder is compared with others")
	}
}

// low is the lower end as a figure.
func (f Figure) low() Figure { return Figure{Value: f.Low} }

func TestConfusions(t *testing.T) {
	g := golden(t, file(t, "a.csv", small))
	r := g.Measure(g.Code(byWord), Options{})
	want := []Confusion{
		{Theme: "communication", Words: []Words{}, Instead: []Count{}, Missed: []Missing{}},
		{Theme: "trust", False: 1, Words: []Words{{"trust", []string{"c5"}}}, Instead: []Count{{"homework", 1}}, Missed: []Missing{{"c4", "", "they mean what they say", []string{}}}},
		{Theme: "homework", Words: []Words{}, Instead: []Count{}, Missed: []Missing{{"c5", "", "our trust fund", []string{"trust"}}}},
	}
	if diff := cmp.Diff(want, r.Confusions); diff != "" {
		t.Errorf("confusions (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]ToneCount{{"neutral", "neutral", 1}, {"praise", "neutral", 1}, {"wish", "wish", 1}}, r.Tones); diff != "" {
		t.Errorf("tones (-want +got):\n%s", diff)
	}
}

func TestCodersAmongThemselves(t *testing.T) {
	g := golden(t, file(t, "a.csv", `respondent,text,trust: A,trust: B,trust: C
1,a,x,x,x
2,b,x,x,
3,c,,,
4,d,,,x
`))
	c := g.Measure(g.Code(byWord), Options{}).Coders
	var f1 []string
	for _, one := range c.Each {
		f1 = append(f1, fmt.Sprintf("%s %d-%d-%d", one.Name, one.Micro.Hit, one.Micro.False, one.Micro.Missed))
	}
	// Both others say trust of a and b to C, and of a to the rest.
	if diff := cmp.Diff([]string{"A 1-1-0", "B 1-1-0", "C 1-1-1"}, f1); diff != "" {
		t.Errorf("hits, false, missed (-want +got):\n%s", diff)
	}
	want := []Disagreement{{"trust", "respondent 2", "b", []string{"A", "B"}, []string{"C"}}, {"trust", "respondent 4", "d", []string{"C"}, []string{"A", "B"}}}
	if diff := cmp.Diff(want, c.Disagreements); diff != "" {
		t.Errorf("disagreements (-want +got):\n%s", diff)
	}
	// 6 of 12 values are trust; of b and of d, 2 of 3 pairs differ: 2 coincidences.
	if want := 1 - 11*2.0/(6*6); math.Abs(float64(c.Alpha.Value)-want) > 1e-12 {
		t.Errorf("alpha of all is %v, want %v", c.Alpha.Value, want)
	}
}

// What codes are good for is said after Krippendorff's limits, and of themes that
// hardly anybody found, nothing.
func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		alpha    float64
		comments int
		want     Verdict
	}{{.8, 5, Reliable}, {.799, 5, Tentative}, {.667, 9, Tentative}, {.666, 9, Unreliable}, {-.2, 9, Unreliable}, {1, 4, TooFew}, {math.NaN(), 9, TooFew}} {
		if got := verdict(Figure{Value: stats.Number(c.alpha)}, c.comments); got != c.want {
			t.Errorf("alpha %v of %d comments is %s, want %s", c.alpha, c.comments, got, c.want)
		}
	}
}

// What coders differ in is a sheet of its own, in which the rest stands as agreed.
func TestWhatIsToBeSettled(t *testing.T) {
	head := "respondent,question,text,communication,trust,homework\n"
	g := golden(t, file(t, "ana.csv", head+"1,well,a,wish,praise,\n2,well,b,,x,\n"), file(t, "ben.csv", head+"1,well,a,wish,,?\n2,well,b,,x,\n"))
	sheet, rows := g.ToSettle()
	var got []string
	for row := range rows {
		got = append(got, fmt.Sprintf("%d %s %s %q: %s", row.Respondent, row.Question, row.Text, row.Tones, row.Why))
	}
	if diff := cmp.Diff([]string{`1 well a ["wish" "?" ""]: trust: ana praise, ben no`}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	g = golden(t, file(t, "ana.csv", head+"1,well,a,?,praise,\n"), file(t, "ben.csv", head+"1,well,a,?,,wish\n"), file(t, "eva.csv", head+"1,well,a,?,x,wish\n"))
	_, rows = g.ToSettle()
	for row := range rows {
		if row.Tones[0] != "?" || strings.Contains(row.Why, "communication") {
			t.Errorf("a theme that everybody left open is decided: %q, differ %s", row.Tones, row.Why)
		}
	}
	if len(sheet.Themes) != 3 || !sheet.Disputed {
		t.Errorf("sheet %+v", sheet)
	}
}

// The machine that says what people say is always right, and intervals hold
// their values.
func TestMeasureProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("respondent,text,communication,trust,homework\n")
		for i := range rapid.IntRange(1, 40).Draw(t, "comments") {
			fmt.Fprintf(&b, "%d,c%d", rapid.IntRange(1, 9).Draw(t, "person"), i)
			for range themes {
				b.WriteString("," + rapid.SampledFrom([]string{"", "", "wish", "praise"}).Draw(t, "code"))
			}
			b.WriteString("\n")
		}
		d, err := review.ReadDecisions("a.csv", strings.NewReader(b.String()), int64(b.Len()), themes)
		if err != nil {
			t.Fatal(err)
		}
		g, err := NewGold(themes, d)
		if err != nil {
			t.Fatal(err)
		}
		r := g.Measure(g.Code(g.repeat), Options{})
		if m := r.Machine.Micro; m.False+m.Missed > 0 || m.Hit > 0 && (m.F1.Value != 1 || m.Tone.Value != 1 || m.Hit >= Enough && m.F1.Low != 1) {
			t.Errorf("the machine repeats people and is not right: %+v", m)
		}
		inside(t, g.Measure(g.Code(byWord), Options{}))
	})
}

// inside fails unless shares and their intervals are in [0,1], low to high.
func inside(t *rapid.T, r *Report) {
	for _, a := range append(r.Machine.Themes, r.Machine.Micro) {
		for _, f := range []Figure{a.Precision, a.Recall, a.F1, a.Tone} {
			if f.Low < 0 || f.Low > f.High || f.High > 1 {
				t.Errorf("%s: %+v", a.Theme, f)
			}
		}
	}
}

func TestFiguresAreTheSameEachTime(t *testing.T) {
	g := golden(t, file(t, "a.csv", small))
	var runs [2]string
	for i := range runs {
		data, err := json.Marshal(g.Measure(g.Code(byWord), Options{By: []By{Language}}))
		if err != nil {
			t.Fatal(err)
		}
		runs[i] = string(data)
	}
	if runs[0] != runs[1] {
		t.Errorf("the same input, and other figures:\n%s\n%s", runs[0], runs[1])
	}
}

// repeat codes what the gold says.
func (g *Gold) repeat(dst []codebook.Coding, r *survey.Response) []codebook.Coding {
	for k, i := range g.People[r.Respondent-1] {
		dst = append(dst, g.Right(i, k)...)
	}
	return dst
}

func BenchmarkMeasure(b *testing.B) {
	var s strings.Builder
	s.WriteString("respondent,text,communication,trust,homework\n")
	for i := range 800 {
		fmt.Fprintf(&s, "%d,trust and homework %d,%s,%s,\n", i/2, i, []string{"", "wish"}[i%2], []string{"", "", "wish"}[i%3])
	}
	g := golden(b, file(b, "a.csv", s.String()))
	coded := g.Code(byWord)
	for b.Loop() {
		g.Measure(coded, Options{})
	}
}
