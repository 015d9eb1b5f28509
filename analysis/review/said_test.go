package review

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

func TestWhatWasSaidComesBack(t *testing.T) {
	for want, s := range map[string]Said{
		"no theme":   {},
		"no_content": {NoContent: true},
		"communication: concern; trust: x; homework: ?": {Codes: []Code{{"communication", survey.Concern, true}, {Theme: "trust"}}, Open: []string{"homework"}},
	} {
		if got := s.String(); got != want {
			t.Errorf("%+v is written %q, want %q", s, got, want)
		}
		got := parseSaid(want, func(string) bool { return true })
		if got == nil || !cmp.Equal(*got, s) {
			t.Errorf("%q is read as %+v, want %+v", want, got, s)
		}
	}
	if got := parseSaid("the summer program", nil); got != nil {
		t.Errorf("a person's own words are read as %+v", got)
	}
	if got := parseSaid("trust: wish; lunches: wish", func(theme string) bool { return theme == "trust" }); got.String() != "trust: wish" {
		t.Errorf("with a theme that is gone: %q", got)
	}
}

// What was changed without a mark is told, and what nobody touched is not.
func TestChangedRowsAreKnown(t *testing.T) {
	d := decisions(t, "review.xlsx", sheetOf(t, Sheet{Themes: themes}, rows(7), map[string]string{"E4": "", "F5": "praise", "K6": "Ana", "J7": "", "A8": "yes", "E8": "wish"}))
	var got []int
	for _, one := range d.Forgotten() {
		got = append(got, one.Row)
	}
	if diff := cmp.Diff([]int{4, 6, 7}, got); diff != "" {
		t.Errorf("changed rows (-want +got):\n%s", diff)
	}
}

// Rows of code are the program's until somebody changes or marks one.
func TestRowsOfCodeCountOnceSomebodyWorkedInThem(t *testing.T) {
	const head = "file,respondent,text,no_content,checked,communication,trust,program,why\n"
	for _, c := range []struct {
		what, rows string
		checked    int
	}{
		{"as they were written", "a.csv,1,Late.,false,,concern,,communication: concern,\na.csv,2,n/a,true,,,,no_content,\n", 0},
		{"one is changed", "a.csv,1,Late.,false,,,wish,communication: concern,\na.csv,2,n/a,true,,,,no_content,\n", 2},
		{"one is marked", "a.csv,1,Late.,false,yes,,wish,communication: concern,\na.csv,2,n/a,true,,,,no_content,\n", 1},
		{"the themes stood in another order", "a.csv,1,Late.,false,,concern,wish,trust: wish; communication: concern,\n", 0},
		{"what is open stood in another order", "a.csv,1,Late.,false,,?,?,trust: ?; communication: ?,\n", 0},
	} {
		n := 0
		for _, d := range decisions(t, "a.csv", head+c.rows).All {
			if d.Checked {
				n++
			}
		}
		if n != c.checked {
			t.Errorf("%s: %d rows count, want %d", c.what, n, c.checked)
		}
	}
}

// A review sheet that was saved as CSV is none, whatever was changed in it.
func TestRowsOfReviewAreNoRowsOfCode(t *testing.T) {
	d := decisions(t, "a.csv", "checked,text,question,role,communication,trust,program,respondent\n,Late.,well,parent,,wish,communication: concern,1\n,Good.,well,parent,,,no theme,2\n")
	if d.NoMarks || d.All[1].Checked {
		t.Error("a row that nobody marked is a decision")
	}
}

// What coders settled without marking it is told, and what they left isn't.
func TestSettledRowsAreKnown(t *testing.T) {
	d := decisions(t, "settle.xlsx", sheetOf(t, Sheet{Themes: themes, Disputed: true}, func(yield func(Row, error) bool) {
		for i := range 3 {
			row := Row{Respondent: i + 1, Text: "We trust you.", Tones: []string{"?", "?", "?"}, Why: "trust: Ana praise, Ben no; homework: Ana no, Ben wish"}
			if !yield(row, nil) {
				return
			}
		}
	}, map[string]string{"F4": "", "E5": "", "F6": "wish", "A6": "yes"}))
	if got := rowsOf(d.Forgotten()); got != "4" {
		t.Errorf("settled, but not marked: rows %s, want 4", got)
	}
}

func TestSheetsOfOthersAreRefused(t *testing.T) {
	for _, c := range []struct{ what, content, want string }{
		{"another codebook's", "text,trust,lunches,buses\nGood.,praise,praise,\nBad.,,,concern\n", `most of its themes are none of the codebook (buses, lunches)`},
		{"sorted with its header", "yes,Bad.,1,concern\nyes,Good.,2,praise\nchecked,text,respondent,trust\n,More.,3,\n", "its header stands in row 3, below rows of answers: was the whole sheet sorted?"},
	} {
		_, err := ReadDecisions("a.csv", strings.NewReader(c.content), int64(len(c.content)), themes)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v, want %s", c.what, err, c.want)
		}
	}
	if d := decisions(t, "a.csv", "text,trust,grade,notes\nGood.,praise,3,praise the cook\n"); len(d.All) != 1 {
		t.Error("columns of somebody's own are taken for another codebook's")
	}
}

// What was said blind is carried on as it was, whatever is decided later by
// somebody who sees the program's codes, and so is the draw.
func TestBlindCodesOutliveCorrections(t *testing.T) {
	responses := wrote([]string{"", "We trust you."}, []string{"", "Less of it."})
	blind := decisions(t, "sheet.xlsx", sheetOf(t, Sheet{Themes: themes, Sample: twoStrata}, func(yield func(Row, error) bool) {
		_ = yield(Row{Respondent: 1, Question: "better", Text: "We trust you.", Stratum: "parent"}, nil) &&
			yield(Row{Respondent: 2, Question: "better", Text: "Less of it.", Stratum: "parent"}, nil)
	}, map[string]string{"A4": "yes", "F4": "praise"}))
	checks := match(t, responses, blind)
	shown := *checks.Sample
	shown.Blind = false
	next := decisions(t, "review.xlsx", sheetOf(t, Sheet{Themes: themes, Sample: &shown}, func(yield func(Row, error) bool) {
		for i, text := range []string{"We trust you.", "Less of it."} {
			row := Row{Respondent: i + 1, Question: "better", Text: text, Program: "no theme"}
			if checks.Of(i+1, 0).Fill(&row); !yield(row, nil) {
				return
			}
		}
	}, map[string]string{"A4": "yes", "F4": "concern", "A5": "yes", "F5": "wish"}))
	after := match(t, responses, next)
	if c := after.Of(1, 0); !after.Blind || c.Blind() == nil || c.Blind().String() != "trust: praise" || c.Codes[0].Tone != survey.Concern {
		t.Errorf("blind %v, decided %v", c.Blind(), c.Codes)
	}
	if c := after.Of(2, 0); c.Blind() != nil || !c.Checked {
		t.Errorf("what a person who saw the program's codes decided passes for blind: %v", c.Blind())
	}
}

// blindSheet is a blind sheet of one draw with the only answer of one person, which
// asks for some themes and was filled in.
func blindSheet(t *testing.T, name string, draw Sample, themes []codebook.Theme, cells map[string]string) *Decisions {
	t.Helper()
	return decisions(t, name, sheetOf(t, Sheet{Themes: themes, Sample: &draw}, func(yield func(Row, error) bool) {
		yield(Row{Respondent: 1, Question: "well", Text: "We trust you.", Stratum: draw.Strata[0].Name}, nil)
	}, cells))
}

// Who codes some of the themes blind, or finds nothing to code, has said so also once
// others code the rest.
func TestBlindCodesAreMergedByTheme(t *testing.T) {
	responses := wrote([]string{"We trust you."})
	some := blindSheet(t, "a.xlsx", *twoStrata, themes[:2], map[string]string{"A4": "yes", "F4": "praise"})
	if c := match(t, responses, some).Of(1, 0); c.Blind() != nil {
		t.Errorf("a theme that nobody was asked for is decided: %v", c.Blind())
	}
	rest := blindSheet(t, "b.xlsx", *twoStrata, themes[2:], map[string]string{"A4": "yes", "E4": "wish"})
	for _, files := range [][]*Decisions{{some, rest}, {rest, some}} {
		if c := match(t, responses, files...).Of(1, 0); c.Blind() == nil || c.Blind().String() != "trust: praise; homework: wish" {
			t.Errorf("%s first: %v", files[0].File, c.blind)
		}
	}
	nothing := blindSheet(t, "c.xlsx", *twoStrata, themes[:2], map[string]string{"A4": "yes", "G4": "yes"})
	if c := match(t, responses, nothing).Of(1, 0); c.Blind() == nil || c.Blind().String() != "no_content" {
		t.Errorf("without content: %v", c.blind)
	}
}

// Of two draws the first is kept whole, whoever decides later.
func TestTheFirstDrawCounts(t *testing.T) {
	responses := wrote([]string{"We trust you."}, []string{"Less of it."})
	first := blindSheet(t, "a.xlsx", *twoStrata, themes, map[string]string{"A4": "yes", "F4": "praise"})
	second := decisions(t, "b.xlsx", sheetOf(t, Sheet{Themes: themes, Sample: &Sample{Seed: 2, Blind: true, Strata: []Stratum{{"everybody", 240, 2}}}},
		func(yield func(Row, error) bool) {
			_ = yield(Row{Respondent: 1, Question: "well", Text: "We trust you.", Stratum: "everybody"}, nil) &&
				yield(Row{Respondent: 2, Question: "well", Text: "Less of it.", Stratum: "everybody"}, nil)
		}, map[string]string{"A4": "yes", "F4": "concern", "A5": "yes"}))
	plain := decisions(t, "c.csv", "respondent,question,text,communication,trust,homework\n2,well,Less of it.,,,wish\n")
	checks := match(t, responses, first, second, plain)
	if c := checks.Of(1, 0); c.Stratum != "parent" || c.Blind() == nil || c.Blind().String() != "trust: praise" || c.Codes[0].Tone != survey.Concern {
		t.Errorf("drawn twice: stratum %q, blind %v, decided %v", c.Stratum, c.blind, c.Codes)
	}
	if c := checks.Of(2, 0); c.Stratum != "" || c.blind != nil {
		t.Errorf("of the second draw: stratum %q, blind %v", c.Stratum, c.blind)
	}
	if !checks.Sample.same(twoStrata) || !strings.Contains(strings.Join(checks.Notes, ""), "b.xlsx: Its people were drawn otherwise") {
		t.Errorf("sample %v, notes %q", checks.Sample, checks.Notes)
	}
}

func TestUntouched(t *testing.T) {
	path := saved(t, 3, excelize.TotalRows)
	f := open(t, path)
	if err := f.SetDocProps(&excelize.DocProperties{Modified: "2026-05-30T19:30:00Z"}); err != nil {
		t.Fatal(err)
	}
	if got, err := untouchedAt(t, path); !got || err != nil {
		t.Errorf("a new file is untouched: %v (%v)", got, err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	if got, err := untouchedAt(t, path); got || err != nil {
		t.Errorf("a saved file is untouched: %v (%v)", got, err)
	}
}

func untouchedAt(t *testing.T, path string) (bool, error) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return Untouched(f)
}
