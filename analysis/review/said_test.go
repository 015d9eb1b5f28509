package review

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

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
