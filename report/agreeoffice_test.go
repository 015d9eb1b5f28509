package report_test

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"math"
	"path"
	"regexp"
	"strings"
	"testing"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/internal/readback"
)

// aboutTheme matches the title of a slide on one theme.
func aboutTheme(l say.Language) *regexp.Regexp {
	return regexp.MustCompile("^" + l.Sayf("%s: %s wrote about it", "(.+)", l.Sayf("%s of %s", `\S+`, `\S+`)) + "$")
}

// Every chart, table, quote and theme of the slides, and no number from nowhere.
func slidesAgree(t *testing.T, r *findings.Report, data []byte) {
	file := readback.Open(t, data)
	known := numbersOf(t, r)
	for own := range strings.FieldsSeq("95% 2004 5 10 8 7") { // intervals, the protocol's source and its minutes
		known[own] = true
	}
	drawings, themes, title := 0, 0, aboutTheme(r.Lang)
	for n := 1; file[slideName(n)] != nil; n++ {
		lines := strings.Split(file.Text(t, slideName(n)), "\n")
		theme := ""
		if m := title.FindStringSubmatch(lines[0]); m != nil {
			theme = m[1]
			themes++
			themeAgrees(t, r, theme, lines)
		}
		for _, c := range chartsOf(t, file, slideName(n)) {
			drawings++
			c.agrees(t, r, theme)
		}
		quotesAgree(t, r, strings.Join(lines, "\n"))
		strangers(t, slideName(n), lines, known)
		strangers(t, slideName(n)+"'s notes", strings.Split(file.Text(t, fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n)), "\n"), known)
	}
	if drawings < 5 || themes < 4 {
		t.Errorf("%d charts and %d themes were compared", drawings, themes)
	}
	groupsAgree(t, r, file)
}

// counted is how many people of how many wrote about a theme.
func counted(l say.Language, column findings.Column, c findings.Cell) string {
	return l.Sayf("%s of %s", cellText(l, column, c), findings.Count.Text(float64(c.Base)))
}

func slideName(n int) string { return fmt.Sprintf("ppt/slides/slide%d.xml", n) }

// themeAgrees holds a slide on a theme to the theme's row.
func themeAgrees(t *testing.T, r *findings.Report, theme string, lines []string) {
	f, roles := r.Finding("themes"), r.Finding("themes.by.role")
	cells := row(f, theme)
	people, share := f.Table.Column("people"), f.Table.Column("share")
	var byRole []string
	for j, column := range roles.Table.Columns {
		if c := row(roles, theme)[j]; column.Unit == findings.Share && !c.Hidden {
			byRole = append(byRole, roles.Table.Columns[j].Name+" "+cellText(r.Lang, roles.Table.Columns[j], c))
		}
	}
	for _, want := range []string{
		r.Lang.Sayf("%s: %s wrote about it", theme, counted(r.Lang, f.Table.Columns[people], cells[people])),
		cellText(r.Lang, f.Table.Columns[share], cells[share]),
		r.Lang.Sayf("95%% interval: %s", interval(r.Lang, f.Table.Columns[share], cells[share])),
		strings.Join(byRole, " · "),
	} {
		if !strings.Contains("\n"+strings.Join(lines, "\n")+"\n", "\n"+want+"\n") {
			t.Errorf("the slide on %s lacks %q:\n%s", theme, want, strings.Join(lines, "\n"))
		}
	}
}

// groupsAgree holds the table of who answered to its finding.
func groupsAgree(t *testing.T, r *findings.Report, file readback.File) {
	f := r.Finding("respondents")
	compared := 0
	for n := 1; file[slideName(n)] != nil; n++ {
		for _, table := range tablesIn(t, file[slideName(n)]) {
			for _, line := range table[1:] {
				for k, got := range line {
					j := at(f, table[0][k])
					if want := cellText(r.Lang, f.Table.Columns[j], row(f, line[0])[j]); got != want {
						t.Errorf("%s, %q: %q, want %q", line[0], table[0][k], got, want)
					}
					compared++
				}
			}
		}
	}
	if compared == 0 {
		t.Error("no slide has a table")
	}
}

// Every chart and quote of the memo, the findings on themes, its table, and no
// number from nowhere.
func memoAgrees(t *testing.T, r *findings.Report, data []byte) {
	const body = "word/document.xml"
	file := readback.Open(t, data)
	text := strings.ReplaceAll(file.Text(t, body), "\u00a0", " ")
	drawings := chartsOf(t, file, body)
	for _, c := range drawings {
		c.agrees(t, r, "")
	}
	if len(drawings) == 0 {
		t.Error("the memo has no chart")
	}
	quotesAgree(t, r, text)
	f := r.Finding("themes")
	people, share := f.Table.Column("people"), f.Table.Column("share")
	for _, cells := range f.Table.Rows[:5] {
		want := r.Lang.Sayf("%s wrote about %s", counted(r.Lang, f.Table.Columns[people], cells[people]), say.Lower(cells[0].Label)) + ": " +
			cellText(r.Lang, f.Table.Columns[share], cells[share]) + " " + r.Lang.Sayf("(95%% interval %s)", interval(r.Lang, f.Table.Columns[share], cells[share])) + ".\n"
		if !strings.Contains(text, want) {
			t.Errorf("the memo lacks %q", want)
		}
	}
	known := numbersOf(t, r)
	for own := range strings.FieldsSeq("95% 1") { // intervals, figure 1
		known[own] = true
	}
	strangers(t, "the memo", strings.Split(text, "\n"), known)
	appendixAgrees(t, r, tablesIn(t, file[body]))
}

// appendixAgrees holds the memo's table to the themes' numbers and those by role.
func appendixAgrees(t *testing.T, r *findings.Report, tables [][][]string) {
	if len(tables) != 1 {
		t.Fatalf("the memo has %d tables, want 1", len(tables))
	}
	f, roles := r.Finding("themes"), r.Finding("themes.by.role")
	for _, line := range tables[0][1:] {
		for k, name := range tables[0][0] {
			want := ""
			switch {
			case name == r.Lang.Say("95% interval"):
				want = interval(r.Lang, f.Table.Columns[f.Table.Column("share")], row(f, line[0])[f.Table.Column("share")])
			case at(f, name) >= 0:
				want = cellText(r.Lang, f.Table.Columns[at(f, name)], row(f, line[0])[at(f, name)])
			case at(roles, name) >= 0:
				want = cellText(r.Lang, roles.Table.Columns[at(roles, name)], row(roles, line[0])[at(roles, name)])
			default:
				t.Errorf("the appendix has a column %q of no finding", name)
			}
			if line[k] != want {
				t.Errorf("the appendix, %s, %q: %q, want %q", line[0], name, line[k], want)
			}
		}
	}
}

var quotation = regexp.MustCompile(`(?m)^(“.*”)(?:\n| )— (.+)$`)

// quotesAgree looks up each quote with who said it.
func quotesAgree(t *testing.T, r *findings.Report, text string) {
	all := said(r)
	for _, m := range quotation.FindAllStringSubmatch(text, -1) {
		if words := bare(m[1]) + " — " + m[2]; !all[words] {
			t.Errorf("nobody is quoted with %s", words)
		}
	}
}

var digits = regexp.MustCompile(`[0-9](?:[0-9.,]*[0-9])?%?`)

// numbersOf lists every number that a cell or a sentence of the report has.
func numbersOf(t *testing.T, r *findings.Report) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	add := func(text string) {
		for _, n := range digits.FindAllString(text, -1) {
			known[n] = true
		}
	}
	for f := range r.Findings() {
		for _, cells := range f.Table.Rows {
			for j, c := range cells {
				column := f.Table.Columns[j]
				for _, v := range []string{cellText(r.Lang, column, c), interval(r.Lang, column, c), findings.Count.Text(float64(c.Base)), c.Label} {
					add(v)
				}
			}
			add(findings.Count.Text(float64(len(f.Table.Rows))))
		}
	}
	for _, s := range sentences(t, r) {
		add(s)
	}
	return known
}

// sentences are all texts of a report.
func sentences(t *testing.T, r *findings.Report) []string {
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	all := regexp.MustCompile(`"(?:[^"\\]|\\.)*"`).FindAllString(b.String(), -1)
	return append(all, r.Lang.Day(r.Made))
}

// strangers reports the numbers that nothing in the report is the source of.
func strangers(t *testing.T, where string, lines []string, known map[string]bool) {
	t.Helper()
	for _, line := range lines {
		for _, n := range digits.FindAllString(line, -1) {
			if !known[n] {
				t.Errorf("%s: %s comes from no cell: %q", where, n, line)
			}
		}
	}
}

// A drawing is a chart of an office file, as the program shows it.
type drawing struct {
	Series []struct {
		Name   string `xml:"tx>strRef>strCache>pt>v"`
		Labels []dot  `xml:"cat>strRef>strCache>pt"`
		Values []dot  `xml:"val>numRef>numCache>pt"`
		Above  []dot  `xml:"errBars>plus>numRef>numCache>pt"`
		Below  []dot  `xml:"errBars>minus>numRef>numCache>pt"`
		Format format `xml:"dLbls>numFmt"` // of numbers that have none of their own
		Own    []struct {
			At struct {
				Index int `xml:"val,attr"`
			} `xml:"idx"`
			Format format `xml:"numFmt"`
		} `xml:"dLbls>dLbl"`
	} `xml:"chart>plotArea>barChart>ser"`
}

type format struct {
	Code string `xml:"formatCode,attr"`
}

type dot struct {
	At    int    `xml:"idx,attr"`
	Value string `xml:"v"`
}

// chartsOf reads the charts that a part shows.
func chartsOf(t *testing.T, file readback.File, part string) []drawing {
	t.Helper()
	var links struct {
		Relationship []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(file[path.Dir(part)+"/_rels/"+path.Base(part)+".rels"], &links); err != nil {
		t.Fatal(err)
	}
	var all []drawing
	for _, link := range links.Relationship {
		if path.Base(link.Type) != "chart" {
			continue
		}
		var c drawing
		if err := xml.Unmarshal(file[path.Join(path.Dir(part), link.Target)], &c); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	return all
}

// agrees looks for the finding that the chart shows.
func (c drawing) agrees(t *testing.T, r *findings.Report, theme string) {
	t.Helper()
	for f := range r.Findings() {
		if f.Figure != nil && c.shows(r.Lang, f, theme) {
			return
		}
	}
	t.Errorf("a chart shows the numbers of no finding: %+v", c)
}

func (c drawing) shows(l say.Language, f *findings.Finding, theme string) bool {
	for _, s := range c.Series {
		formats := map[int]string{}
		for _, own := range s.Own {
			formats[own.At.Index] = own.Format.Code
		}
		for i, label := range s.Labels {
			cell, unit, ok := charted(l, f, theme, s.Name, label.Value)
			v := dotAt(s.Values, i)
			if !ok || !same(v, cell.Number) || !math.IsNaN(v) && cmp.Or(formats[i], s.Format.Code) != cell.Format(l, unit) {
				return false
			}
			if len(s.Above) > 0 && (!same(v+dotAt(s.Above, i), cell.High) || !same(v-dotAt(s.Below, i), cell.Low)) {
				return false
			}
		}
	}
	return len(c.Series) > 0
}

// sides are what the two bars of a side's wishes are called, by its key.
var sides = map[string][2]string{
	"teacher": {"Teachers say it", "Parents believe it"}, "parent": {"Parents say it", "Teachers believe it"},
}

// charted finds the cell that a bar stands for: of the row that is labeled so
// and the series' column; of the mirror, of the side that speaks; on a theme's
// slide, of the theme's row and the column that the label names.
func charted(l say.Language, f *findings.Finding, theme, series, label string) (findings.Cell, findings.Unit, bool) {
	if theme != "" {
		return cellAt(row(f, theme), f, at(f, label))
	}
	for _, cells := range f.Table.Rows {
		if f.ID == "mirror" && f.Table.Cell(cells, "theme").Label == label {
			switch bars := sides[f.Table.Cell(cells, "side").Key]; series {
			case l.Say(bars[0]):
				return cellAt(cells, f, f.Figure.Values[0])
			case l.Say(bars[1]):
				return cellAt(cells, f, f.Figure.Values[1])
			}
		}
		if cells[f.Figure.Label].Label == label {
			return cellAt(cells, f, at(f, series))
		}
	}
	return cellAt(nil, f, -1)
}

func cellAt(cells []findings.Cell, f *findings.Finding, j int) (findings.Cell, findings.Unit, bool) {
	if cells == nil || j < 0 {
		return findings.Cell{}, findings.Label, false
	}
	return cells[j], f.Table.Columns[j].Unit, true
}

func dotAt(dots []dot, i int) float64 {
	for _, d := range dots {
		if d.At == i {
			var v float64
			if _, err := fmt.Sscan(d.Value, &v); err == nil {
				return v
			}
		}
	}
	return math.NaN()
}

// same compares a number of a chart with a cell's; NaN is no number.
func same(a, b float64) bool { return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) < 1e-12 }

// tablesIn reads the tables of a slide or a memo.
func tablesIn(t *testing.T, part []byte) [][][]string {
	t.Helper()
	var tables [][][]string
	var text strings.Builder
	inText := false
	for d := xml.NewDecoder(bytes.NewReader(part)); ; {
		token, err := d.Token()
		if err != nil {
			return tables
		}
		switch e := token.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "t"
			switch e.Name.Local {
			case "tbl":
				tables = append(tables, nil)
			case "tr":
				table := &tables[len(tables)-1]
				*table = append(*table, nil)
			case "tc":
				text.Reset()
			}
		case xml.EndElement:
			inText = false
			if e.Name.Local == "tc" {
				table := tables[len(tables)-1]
				table[len(table)-1] = append(table[len(table)-1], strings.ReplaceAll(text.String(), "\u00a0", " "))
			}
		case xml.CharData:
			if inText {
				text.Write(e)
			}
		}
	}
}
