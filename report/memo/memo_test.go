package memo

import (
	"bytes"
	"strings"
	"testing"

	"commonground/analysis/findings"
	"commonground/report/internal/readback"
	"commonground/report/internal/story"
)

func write(t *testing.T, r *findings.Report) (readback.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(r, &b); err != nil {
		t.Fatal(err)
	}
	return readback.Open(t, b.Bytes()), b.Bytes()
}

func TestMemoHasItsParts(t *testing.T) {
	r := readback.Report()
	f, _ := write(t, r)
	text := f.Text(t, "word/document.xml")
	at := 0
	for _, want := range []string{
		r.Title, "March 2026 to May 2026", "Questions posed", "What could be better?", "Respondents", "178 parents and 138 teachers; other roles are withheld",
		"40% of the parents answered. Fewer than half", "Highlighted statement", "Tell us early", "— parent", "What we heard", "81 of 162 wrote about communication.",
		"Figure 1.", "Findings", "81 of 162 wrote about communication: 50% (95% interval 42% to 58%).", r.Finding("themes.by.role").Title,
		"Parents and teachers both write much about", r.Finding("mirror").Title, r.Finding("change").Title,
		"Postscript: method and limits", "Appendix: every theme",
	} {
		i := strings.Index(strings.ReplaceAll(text[at:], "\u00a0", " "), want)
		if i < 0 {
			t.Fatalf("%q is missing, or not in its place:\n%s", want, text)
		}
		at += i
	}
}

// Each finding on a theme has two or three quotes, signed with a role alone, and
// none is read twice.
func TestFindingsAreQuoted(t *testing.T) {
	r := readback.Report()
	f, _ := write(t, r)
	text := strings.ReplaceAll(f.Text(t, "word/document.xml"), "\u00a0", " ")
	for _, theme := range story.Themes(r, leading) {
		quoted := 0
		for _, q := range theme.Quotes {
			n := strings.Count(text, q.Text)
			if n > 1 {
				t.Errorf("%q is quoted %d times", q.Text, n)
			}
			quoted += strings.Count(text, q.Text+"” — "+q.Role+"\n")
		}
		if quoted < 2 {
			t.Errorf("%s has %d quotes", theme.Label, quoted)
		}
	}
}

// What is not known of a theme leaves no stump of a sentence.
func TestExplain(t *testing.T) {
	concern := story.Value{Column: findings.Column{Unit: findings.Count, Key: "concern"}, Cell: findings.Num(9)}
	about := findings.Theme{Definition: "Whether news arrives."}
	for _, c := range []struct {
		theme story.Theme
		want  string
	}{
		{story.Theme{About: about, Tones: []story.Value{concern}}, "It is about whether news arrives: 9 with concern."},
		{story.Theme{About: about}, "It is about whether news arrives."},
		{story.Theme{Tones: []story.Value{concern}}, "As to its tone: 9 with concern."},
		{story.Theme{}, ""},
	} {
		if got := explain(&c.theme); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestAppendixHasEveryCell(t *testing.T) {
	r := readback.Report()
	f, _ := write(t, r)
	_, table, _ := strings.Cut(f.Text(t, "word/document.xml"), "Appendix: every theme")
	for _, theme := range story.Themes(r, 100) {
		row := strings.Join([]string{theme.Label, theme.People.Text(), theme.Share.Text(), theme.Share.Interval(),
			theme.Roles[0].Text(), theme.Roles[1].Text(), "withheld"}, "\n")
		if !strings.Contains(table, row+"\n") {
			t.Errorf("the table lacks the row %q:\n%s", row, table)
		}
	}
	xml := string(f["word/document.xml"])
	if strings.Count(xml, "<w:tblHeader/>") != 1 || !strings.Contains(xml, ` descr="Bar chart.`) {
		t.Error("the table has no header row, or the chart no alt text")
	}
	if foot := f.Text(t, "word/footer1.xml"); !strings.Contains(foot, r.Title) || !strings.Contains(string(f["word/footer1.xml"]), "NUMPAGES") {
		t.Errorf("the footer is %q", foot)
	}
}

func TestNothingWithheldIsShown(t *testing.T) {
	f, _ := write(t, readback.Report())
	for _, secret := range []string{"73391", "73,391", "73%", "secret"} {
		if strings.Contains(f.Everything(t), secret) {
			t.Errorf("a withheld cell shows as %q", secret)
		}
	}
}

func TestEmptyReport(t *testing.T) {
	f, _ := write(t, &findings.Report{Title: "Nothing yet"})
	if text := strings.TrimSpace(f.Text(t, "word/document.xml")); text != "Nothing yet\nA summary of what people wrote" {
		t.Errorf("the memo says %q", text)
	}
}

func TestSameBytesTwice(t *testing.T) {
	_, a := write(t, readback.Report())
	_, b := write(t, readback.Report())
	if !bytes.Equal(a, b) {
		t.Error("the same report gave two different memos")
	}
}

// What tells of no difference is no finding of its own.
func TestNothingToldIsNoFinding(t *testing.T) {
	r := readback.Report()
	for f := range r.Findings() {
		f.Tests = nil
		if j := f.Table.Column("verdict"); j >= 0 {
			for _, row := range f.Table.Rows {
				row[j].Key = "open"
			}
		}
	}
	f, _ := write(t, r)
	_, numbered, _ := strings.Cut(f.Text(t, "word/document.xml"), "Findings")
	for _, id := range []string{"themes.by.role", "mirror", "change"} {
		if title := r.Finding(id).Title; strings.Contains(numbered, title) {
			t.Errorf("%q is a finding", title)
		}
	}
}

// Where a share is corrected it leads, and the count is called as coded: it is not what
// the share is the percent of.
func TestCorrectedShareIsNotOfTheCount(t *testing.T) {
	f, _ := write(t, readback.Corrected())
	if text := f.Text(t, "word/document.xml"); !strings.Contains(text, "An estimated 40% wrote about communication (95% interval 30% to 50%; as coded 81 of 162).") {
		t.Errorf("the memo says\n%s", text)
	}
}

// Where the share of everyone is corrected, those of groups that aren't are called as
// coded: 40% of all and 47% of parents are no two parts of one count.
func TestWhatIsNotCorrectedIsCalledAsCoded(t *testing.T) {
	r := readback.Corrected()
	for _, c := range []struct {
		parents, teachers bool
		want              string
	}{
		{false, false, "5 with praise (as coded 47% of parents and 17% of teachers)."},
		{true, false, "5 with praise (47% of parents; as coded 17% of teachers)."},
		{true, true, "5 with praise (47% of parents and 17% of teachers)."},
	} {
		columns := r.Finding("themes.by.role").Table.Columns
		columns[1].Corrected, columns[2].Corrected = c.parents, c.teachers
		f, _ := write(t, r)
		text := strings.ReplaceAll(f.Text(t, "word/document.xml"), "\u00a0", " ")
		if !strings.Contains(text, c.want) {
			t.Errorf("%q is missing in\n%s", c.want, text)
		}
		if coded := strings.Contains(text, "that each side writes about most, as coded, both have"); coded == c.parents {
			t.Errorf("what both write about is called as coded: %v, in\n%s", coded, text)
		}
	}
}

// The side that writes more about a theme is named, and speaks.
func TestWhoseShareIsLarger(t *testing.T) {
	f, _ := write(t, readback.Report())
	_, numbered, _ := strings.Cut(f.Text(t, "word/document.xml"), "Findings")
	if !strings.Contains(numbered, "Shared goals: 37 points more among teachers than among parents, without those who are both (95% interval 21 points to 53 points).\n“Words 2 of a teacher on Shared goals, & more.”") {
		t.Errorf("the memo says\n%s", numbered)
	}
}
