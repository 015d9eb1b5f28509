package report_test

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/analysis/survey"
	"commonground/report/internal/readback"
)

// english are words that a sentence in English can hardly do without, and none
// in Spanish has.
var english = regexp.MustCompile(`(?i)\b(the|of|and|is|are|was|who|whom|with|from|not|this|that|which|by|for|to|wrote|people|parents|teachers|share|answers?)\b`)

// isSpanish holds that a report in Spanish is so in every format, but for people's
// own words, those of the survey, and what the codebook's sources are called.
func isSpanish(t *testing.T, r *findings.Report, files map[string][]byte) {
	theirs := notOurs(t, r)
	for name, texts := range map[string][]string{
		"report.html": pageTexts(t, files["report.html"]), "report.xlsx": bookTexts(t, files["report.xlsx"]),
		"memo.docx": officeTexts(t, files["memo.docx"], "word/"), "slides.pptx": officeTexts(t, files["slides.pptx"], "ppt/"),
	} {
		if len(texts) < 50 {
			t.Errorf("%s has %d texts", name, len(texts))
		}
		reported := map[string]bool{}
		for _, text := range texts {
			if found := english.FindString(theirs.Replace(text)); found != "" && !reported[text] {
				reported[text] = true
				t.Errorf("%s says %q in %q", name, found, text)
			}
		}
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(files["report.html"]))
	if err != nil {
		t.Fatal(err)
	}
	if lang := doc.Find("html").AttrOr("lang", ""); lang != "es" {
		t.Errorf("the page is said to be in %q", lang)
	}
	for file, part := range map[string]string{"memo.docx": "word/styles.xml", "slides.pptx": "ppt/slides/slide1.xml", "report.xlsx": "docProps/core.xml"} {
		if text := string(readback.Open(t, files[file])[part]); !strings.Contains(text, "es-US") || strings.Contains(text, `val="en-US"`) {
			t.Errorf("%s: %s does not say that it is in Spanish", file, part)
		}
	}
}

// notOurs takes out of a text what others have said: people's own words, the
// questions and choices of the survey, names of files, titles of books.
func notOurs(t *testing.T, r *findings.Report) *strings.Replacer {
	all := []string{r.Title}
	for _, q := range asked(t) {
		all = append(append(all, q.ID, q.Text), q.Choices...)
	}
	for f := range r.Findings() {
		for _, q := range f.Quotes {
			all = append(all, q.Text)
		}
	}
	for c, err := range r.Comments() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c.Text, c.Question)
	}
	for _, theme := range r.Codebook {
		all = append(all, theme.ID)
		for _, p := range theme.Practices {
			all = append(all, p.Source)
		}
	}
	for _, s := range r.Sources {
		all = append(all, s.File)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	var pairs []string
	for _, text := range slices.Compact(all) {
		for _, line := range append([]string{text}, strings.Split(text, "\n")...) {
			if line = strings.TrimSpace(line); line != "" {
				pairs = append(pairs, line, "·", strings.TrimRight(line, "."), "·") // within an alternative text, a question has no full stop
			}
		}
	}
	return strings.NewReplacer(pairs...)
}

// asked are the questions of the sample's survey.
func asked(t *testing.T) []survey.Question {
	_, in := sample(t)
	return in.Survey.Questions
}

// pageTexts are what a page says, and what it says to those who can't see it.
func pageTexts(t *testing.T, data []byte) []string {
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	doc.Find("script, style, svg text").Remove() // a chart breaks its texts; what it says in words is looked at
	doc.Find("*").Each(func(_ int, s *goquery.Selection) {
		all = append(all, s.Contents().Not("*").Text())
		for _, name := range []string{"aria-label", "title", "alt"} {
			all = append(all, s.AttrOr(name, ""))
		}
	})
	return all
}

// bookTexts are the cells of a workbook, and the names of its sheets.
func bookTexts(t *testing.T, data []byte) []string {
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	all := book.GetSheetList()
	for _, sheet := range all {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if i > 0 || len(row) < 4 {
				all = append(all, row...)
			}
		}
	}
	return all
}

// officeTexts are the texts of all parts below a folder, and what is said of
// their pictures.
func officeTexts(t *testing.T, data []byte, folder string) []string {
	file := readback.Open(t, data)
	var all []string
	for name := range file {
		if strings.HasPrefix(name, folder) && strings.HasSuffix(name, ".xml") {
			all = append(all, strings.Split(file.Text(t, name), "\n")...)
			for _, m := range described.FindAllSubmatch(file[name], -1) {
				all = append(all, string(m[1]))
			}
		}
	}
	return all
}

var described = regexp.MustCompile(` descr="([^"]*)"`)
