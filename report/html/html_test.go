package html_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"commonground/analysis/findings"
	"commonground/report/html"
)

// share is a cell of a share with an interval.
func share(v, low, high float64) findings.Cell {
	c := findings.Num(v)
	c.Low, c.High, c.Base = low, high, 40
	return c
}

func report() *findings.Report {
	return &findings.Report{
		Title: "What <families> wrote & said", Summary: []string{"40 people answered."},
		Sources: []findings.Source{{File: "parents.csv", Format: "csv", Rows: 42, Used: 40,
			Refused: []findings.Refusal{{Row: 7, Column: "Role", Reason: "the row is empty"}}}},
		Sections: []findings.Section{
			{ID: "themes", Title: "Themes", Findings: []findings.Finding{{
				ID: "themes", Title: "Nine of 40 wrote about trust.",
				Table: findings.Table{
					Columns: []findings.Column{{Name: "Theme", Key: "theme"}, {Name: "People", Unit: findings.Count, Key: "people"}, {Name: "Share", Unit: findings.Share, Key: "share"}},
					Rows: [][]findings.Cell{
						{findings.Keyed("trust", "Trust"), findings.Num(9), share(0.225, 0.12, 0.375)},
						{findings.Keyed("meals", "Meals"), findings.HiddenCell(), findings.HiddenCell()},
					},
				},
				Figure: &findings.Figure{Kind: findings.Bars, Title: "Share", Values: []int{2}},
			}}},
			{ID: "quotes", Title: "Quotes", Findings: []findings.Finding{{
				ID: "quotes", Title: "What people wrote.",
				Quotes: []findings.Quote{
					{Text: "They keep their word.", Role: "parent", Theme: "Trust", Tone: "praise"},
					{Text: "I wish <they> would.", Role: "teacher", Theme: "Trust", Tone: "wish"},
				},
			}}},
		},
		Codebook: []findings.Theme{{ID: "trust", Label: "Trust", Definition: "Faith in each other.", Ask: []string{"What did we promise?"},
			Practices: []findings.Practice{{Text: "Keep a list.", Source: "A book (2002)"}}}},
		Method:   []findings.Note{{Title: "Base", Text: "People are counted."}},
		Withheld: []findings.Withheld{{Where: "Everywhere", Group: "Role: Staff", Rule: "tells of fewer than five people"}},
	}
}

func render(t *testing.T, r *findings.Report) (string, *goquery.Document) {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(r, &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), doc
}

// Every cell of every table stands on the page as the finding's unit writes it,
// and a withheld one stands there without its number.
func TestCellsAreTheFindings(t *testing.T) {
	r := report()
	_, doc := render(t, r)
	rows := doc.Find("#themes table tbody tr")
	if rows.Length() != 2 {
		t.Fatalf("%d rows, want 2", rows.Length())
	}
	f := r.Finding("themes")
	rows.Each(func(i int, row *goquery.Selection) {
		row.Find("th, td").Each(func(j int, cell *goquery.Selection) {
			c, got := f.Table.Rows[i][j], strings.TrimSpace(cell.Text())
			want := f.Table.Columns[j].Unit.Text(c.Number)
			switch {
			case c.Hidden:
				want = "withheld"
			case math.IsNaN(c.Number):
				want = c.Label
			case !math.IsNaN(c.Low):
				want += " 12% to 38%"
			}
			if got != want {
				t.Errorf("row %d, column %d: %q, want %q", i, j, got, want)
			}
		})
	})
}

// The page loads nothing: no address but those within it, no styles or scripts
// that its policy wouldn't allow.
func TestPageIsAlone(t *testing.T) {
	text, doc := render(t, report())
	doc.Find("[src], [href]").Each(func(_ int, s *goquery.Selection) {
		if href, _ := s.Attr("href"); !strings.HasPrefix(href, "#") {
			t.Errorf("a link leads away: %q", href)
		}
	})
	if n := doc.Find("[style], link, img, iframe, [onclick]").Length(); n > 0 {
		t.Errorf("%d elements that the policy forbids", n)
	}
	policy, _ := doc.Find(`meta[http-equiv="Content-Security-Policy"]`).Attr("content")
	if !strings.HasPrefix(policy, "default-src 'none'; img-src data:; style-src 'sha256-") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	if strings.Contains(text, "<families>") || strings.Contains(text, "<they>") {
		t.Error("text of the report became markup")
	}
}

// The page can be heard: a heading for each section below one of the page, heads
// for rows and columns, a description for each chart.
func TestPageCanBeHeard(t *testing.T) {
	_, doc := render(t, report())
	if n := doc.Find("h1").Length(); n != 1 {
		t.Errorf("%d first headings", n)
	}
	doc.Find("section").Each(func(_ int, s *goquery.Selection) {
		by, _ := s.Attr("aria-labelledby")
		if doc.Find("h2#"+by).Length() != 1 {
			t.Errorf("a section without its heading %q", by)
		}
	})
	doc.Find("table").Each(func(_ int, s *goquery.Selection) {
		if s.Find("thead th:not([scope=col])").Length()+s.Find("tbody th:not([scope=row])").Length() > 0 || s.Find("tbody th").Length() == 0 {
			t.Error("a table whose heads don't say what they are of")
		}
	})
	if svg := doc.Find("svg[role=img]"); svg.Length() != 1 || svg.Find("title").Text() == "" || svg.Find("desc").Text() == "" {
		t.Error("a chart without title or description")
	}
	if doc.Find("html[lang]").Length() != 1 || doc.Find("main").Length() != 1 {
		t.Error("the page has no language or no main part")
	}
}

// The counts of a withheld source are not written as the zeros that stand for them.
func TestWithheldSourceHasNoCounts(t *testing.T) {
	r := report()
	r.Sources = append(r.Sources, findings.Source{File: "staff.csv", Format: "csv", Withheld: true})
	_, doc := render(t, r)
	row := doc.Find("#sources tbody tr").Last()
	if got := strings.Fields(row.Text()); strings.Join(got, " ") != "staff.csvcsvwithheldwithheld0" {
		t.Errorf("its row is %q", got)
	}
}

func TestOnePersonIsNotPeople(t *testing.T) {
	r := report()
	r.Finding("themes").Table.Rows[0][1] = findings.Num(1)
	_, doc := render(t, r)
	if size := doc.Find("details.card .size").First().Text(); !strings.HasPrefix(size, "1 person ") {
		t.Errorf("the card says %q", size)
	}
}

func TestThemesOpenToTheirWords(t *testing.T) {
	_, doc := render(t, report())
	card := doc.Find("details.card").First()
	for _, want := range []string{"Trust", "Faith in each other.", "They keep their word.", "What did we promise?", "Keep a list. Based on A book (2002)."} {
		if !strings.Contains(strings.Join(strings.Fields(card.Text()), " "), want) {
			t.Errorf("the card lacks %q", want)
		}
	}
	if n := doc.Find(`fieldset input[type=radio]`).Length(); n != 3 {
		t.Errorf("%d choices of whose words, want everyone, parents and teachers", n)
	}
}

func TestSameBytesTwice(t *testing.T) {
	a, _ := render(t, report())
	b, _ := render(t, report())
	if a != b {
		t.Error("two pages of one report differ")
	}
}
