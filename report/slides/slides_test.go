package slides

import (
	"bytes"
	"fmt"
	"slices"
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

// slideTexts are the words of each slide, in order.
func slideTexts(t *testing.T, f readback.File) []string {
	t.Helper()
	var all []string
	for n := 1; ; n++ {
		name := fmt.Sprintf("ppt/slides/slide%d.xml", n)
		if f[name] == nil {
			return all
		}
		all = append(all, f.Text(t, name))
	}
}

func TestDeckTellsItsStory(t *testing.T) {
	r := readback.Report()
	f, _ := write(t, r)
	texts := slideTexts(t, f)
	want := []string{
		r.Title, r.Finding("respondents").Title, "One voice", r.Finding("themes").Title,
		r.Finding("themes.by.role").Title, "Parents and teachers both write much about", r.Finding("mirror").Title,
		"Communication: 81 of 162 wrote about it", "Trust & respect: 74 of 162", "Homework <load>: 67 of 162", "Time and availability: 60 of 162",
		"Strengths to build on", r.Finding("change").Title, "What we can try next", "What do we make of it?", "How the numbers were made",
	}
	if len(texts) != len(want) {
		t.Fatalf("the deck has %d slides, want %d", len(texts), len(want))
	}
	for i, title := range want {
		if first, _, _ := strings.Cut(texts[i], "\n"); !strings.HasPrefix(first, title) {
			t.Errorf("slide %d is titled %q, want %q", i+1, first, title)
		}
	}
}

// A slide of a theme shows the numbers of its row, two quotes and a question.
func TestThemeSlideShowsItsCells(t *testing.T) {
	r := readback.Report()
	f, _ := write(t, r)
	texts := slideTexts(t, f)
	for i, theme := range story.Themes(r, 4) {
		for _, want := range []string{
			theme.Share.Text() + "\n", theme.Share.Interval(), theme.People.Text() + " of 162", theme.Roles[0].Text(), theme.Roles[1].Text(), theme.About.Ask[0],
		} {
			if !strings.Contains(texts[7+i], want) {
				t.Errorf("the slide on %s does not say %q:\n%s", theme.Label, want, texts[7+i])
			}
		}
		quotes := 0
		for _, q := range theme.Quotes {
			quotes += strings.Count(texts[7+i], q.Text+"”\n— "+q.Role)
		}
		if quotes != 2 {
			t.Errorf("the slide on %s has %d quotes, want 2", theme.Label, quotes)
		}
	}
}

// Each chart has the very numbers of the cells, in its workbook too.
func TestChartsHaveTheCells(t *testing.T) {
	r := readback.Report()
	f, _ := write(t, r)
	themes := r.Finding("themes")
	chart, book := f.Text(t, "ppt/charts/chart1.xml"), readback.Open(t, f["ppt/embeddings/workbook1.xlsx"]).Text(t, "xl/worksheets/sheet1.xml")
	for _, row := range story.Leading(themes, 10) {
		for _, want := range []string{row[0].Label, fmt.Sprint(row[2].Number), fmt.Sprint(row[2].High - row[2].Number)} {
			if !strings.Contains(chart, want+"\n") || !strings.Contains(book, want) {
				t.Errorf("the chart of themes or its workbook lacks %q", want)
			}
		}
	}
}

func TestNothingWithheldIsShown(t *testing.T) {
	f, _ := write(t, readback.Report())
	for _, secret := range []string{"73391", "73,391", "73%", "secret"} {
		if strings.Contains(f.Everything(t), secret) {
			t.Errorf("a withheld cell shows as %q", secret)
		}
	}
	if !strings.Contains(slideTexts(t, f)[1], "Staff\nwithheld\nwithheld") {
		t.Error("a withheld group is not said to be withheld")
	}
}

// What has no finding has no slide, and no slide has an empty chart.
func TestSlidesAreLeftOut(t *testing.T) {
	all := readback.Report()
	full := len(slideTexts(t, first(write(t, all))))
	for _, section := range all.Sections {
		r := readback.Report()
		r.Sections = slices.DeleteFunc(r.Sections, func(s findings.Section) bool { return s.ID == section.ID })
		texts := slideTexts(t, first(write(t, r)))
		if len(texts) > full+1 {
			t.Errorf("without %s the deck has %d slides", section.ID, len(texts))
		}
		for _, text := range texts {
			if title := section.Findings[0].Title; strings.HasPrefix(text, title) {
				t.Errorf("without %s there is a slide titled %q", section.ID, title)
			}
		}
	}
	if texts := slideTexts(t, first(write(t, &findings.Report{Title: "Nothing yet"}))); len(texts) != 2 {
		t.Errorf("a report without findings has %d slides, want a title and the four steps", len(texts))
	}
}

// Where people wrote nothing, the answers to scales are what matters.
func TestScalesStandInForThemes(t *testing.T) {
	r := readback.Report()
	r.Sections = slices.DeleteFunc(r.Sections, func(s findings.Section) bool { return s.ID != "scales" && s.ID != "respondents" })
	f, _ := write(t, r)
	if text := slideTexts(t, f)[2]; !strings.HasPrefix(text, r.Finding("scales").Title) {
		t.Errorf("the third slide is %q", text)
	}
	if chart := string(f["ppt/charts/chart1.xml"]); !strings.Contains(chart, `val="percentStacked"`) || strings.Contains(chart, "errBars") {
		t.Error("the chart of scales is not stacked to 100%, or has whiskers")
	}
}

func first(f readback.File, _ []byte) readback.File { return f }

// Those who can't see a chart hear what it shows; those who speak have notes.
func TestAltTextAndNotes(t *testing.T) {
	f, _ := write(t, readback.Report())
	slides := slideTexts(t, f)
	for n := range slides {
		slide := string(f[fmt.Sprintf("ppt/slides/slide%d.xml", n+1)])
		for _, frame := range strings.Split(slide, "<p:graphicFrame>")[1:] {
			if head, _, _ := strings.Cut(frame, "</p:nvGraphicFramePr>"); !strings.Contains(head, ` descr="`) {
				t.Errorf("slide %d has a graphic without alt text", n+1)
			}
		}
		notes := fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n+1)
		if f[notes] == nil || strings.TrimSpace(f.Text(t, notes)) == "" {
			t.Errorf("slide %d has no notes", n+1)
		}
	}
	for n, want := range map[int]string{4: "Base: 162 people who wrote something", 5: "Of single numbers: Teachers: few people"} {
		if notes := f.Text(t, fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n)); !strings.Contains(notes, want) {
			t.Errorf("the notes do not say %q:\n%s", want, notes)
		}
	}
}

func TestSameBytesTwice(t *testing.T) {
	_, a := write(t, readback.Report())
	_, b := write(t, readback.Report())
	if !bytes.Equal(a, b) {
		t.Error("the same report gave two different decks")
	}
}

// Long and odd words stay within their placeholder, and are legible.
func TestTextIsFitted(t *testing.T) {
	h := statementLayout.holder(main)
	lines := fit(h, []line{plain(strings.Repeat("a long statement that goes on ", 20))})
	if height(h, lines) > h.h || lines[0].size < 14 {
		t.Errorf("600 letters are set in %.1f points and take %.0f of %.0f", lines[0].size, height(h, lines), h.h)
	}
}

// Where a share is corrected it leads, and the count is called as coded: it is not what
// the share is the percent of.
func TestCorrectedShareIsNotOfTheCount(t *testing.T) {
	f, _ := write(t, readback.Corrected())
	text := slideTexts(t, f)[7]
	if !strings.HasPrefix(text, "Communication: an estimated 40% wrote about it\n40%\nof the people who wrote something, estimated (as coded 81 of 162)") ||
		!strings.Contains(text, "\nAs coded: parents 47% · teachers 17%\n") {
		t.Errorf("the slide says\n%s", text)
	}
	if notes := f.Text(t, "ppt/notesSlides/notesSlide8.xml"); !strings.Contains(notes, "An estimated 40% of those who wrote something wrote about communication, corrected by a blind sample; as coded these are 81 of 162.") {
		t.Errorf("the notes say\n%s", notes)
	}
}

// Roles too small to draw stand in a table, and nobody is asked to guess their bars.
func TestSmallRolesStandInATable(t *testing.T) {
	r := readback.Report()
	roles := r.Finding("themes.by.role")
	roles.Figure, roles.Tests = nil, nil
	for _, row := range roles.Table.Rows {
		row[2].Base, row[2].Number = 9, 2.0/9
	}
	f, _ := write(t, r)
	if text := slideTexts(t, f)[4]; !strings.HasPrefix(text, "Parents and teachers, side by side\n") || !strings.Contains(text, "47%\n2 of 9\n") {
		t.Errorf("the slide says\n%s", text)
	}
	if notes := f.Text(t, "ppt/notesSlides/notesSlide5.xml"); strings.Contains(notes, "guess") {
		t.Errorf("the notes say\n%s", notes)
	}
}

// A slide on strengths has no empty half.
func TestStrengthsAloneHaveTheWholeSlide(t *testing.T) {
	r := readback.Report()
	for _, row := range r.Finding("themes.tone").Table.Rows {
		row[1].Number = 0 // concern
	}
	f, _ := write(t, r)
	if text := slideTexts(t, f)[11]; !strings.HasPrefix(text, "Strengths to build on\nPeople care for") || strings.Contains(text, "Wanted, and") {
		t.Errorf("the slide says\n%s", text)
	}
}
