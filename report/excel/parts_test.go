package excel

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
)

// The order of elements that ECMA-376 asks for, part 1: 21.2.2 of the series of
// bars and of lines, 18.8.22 of fonts. Strict readers balk at any other.
var (
	barOrder  = []string{"idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "shape"}
	lineOrder = []string{"idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth"}
	fontOrder = []string{"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"}
)

func TestElementsAreInOrder(t *testing.T) {
	fonts, series := 0, 0
	for name, xml := range parts(t, written(t, sample())) {
		if name == "xl/styles.xml" {
			for _, font := range inside(xml, "font") {
				inOrder(t, name, font, fontOrder)
				fonts++
			}
		}
		if strings.HasPrefix(name, "xl/charts/chart") {
			order := barOrder
			if strings.Contains(xml, "<lineChart>") {
				order = lineOrder
			}
			for _, one := range inside(xml, "ser") {
				inOrder(t, name, one, order)
				series++
			}
		}
	}
	if fonts < 8 || series < 15 {
		t.Errorf("looked at %d fonts and %d series", fonts, series)
	}
}

func inside(xml, element string) []string {
	var out []string
	for _, rest := range strings.Split(xml, "<"+element+">")[1:] {
		one, _, _ := strings.Cut(rest, "</"+element+">")
		out = append(out, one)
	}
	return out
}

// inOrder looks at the children of an element.
func inOrder(t *testing.T, part, children string, order []string) {
	t.Helper()
	last, depth := -1, 0
	for _, tag := range regexp.MustCompile(`<(/?)([\w:]+)[^>]*?(/?)>`).FindAllStringSubmatch(children, -1) {
		if tag[1] == "/" {
			depth--
			continue
		}
		if depth == 0 {
			i := slices.Index(order, tag[2])
			if i < last || i < 0 {
				t.Errorf("%s: <%s> is out of order or unknown there", part, tag[2])
			}
			last = i
		}
		if tag[3] == "" {
			depth++
		}
	}
}

func TestSummaryHasTwoCharts(t *testing.T) {
	all := parts(t, written(t, sample()))
	if n := strings.Count(all["xl/drawings/drawing"+drawingOf(t, all)+".xml"], "<c:chart "); n != 2 {
		t.Errorf("the summary has %d charts, want 2", n)
	}
}

// drawingOf is the number of the summary's drawing.
func drawingOf(t *testing.T, all map[string]string) string {
	t.Helper()
	found := regexp.MustCompile(`drawing(\d+)\.xml`).FindStringSubmatch(all["xl/worksheets/_rels/sheet1.xml.rels"])
	if found == nil {
		t.Fatal("the summary has no drawing")
	}
	return found[1]
}

func TestEverySheetIsLinked(t *testing.T) {
	f := opened(t, written(t, sample()))
	linked := map[string]bool{}
	for row := 1; row < 40; row++ {
		if ok, target, err := f.GetCellHyperLink("Contents", at(1, row)); err == nil && ok {
			sheet, _, _ := strings.Cut(target, "!")
			linked[strings.Trim(sheet, "'")] = true
		}
	}
	for _, sheet := range f.GetSheetList() {
		if sheet == "Contents" {
			continue
		}
		if !linked[sheet] {
			t.Errorf("Contents has no link to %s", sheet)
		}
		if ok, target, err := f.GetCellHyperLink(sheet, "A2"); sheet != "Summary" && (err != nil || !ok || target != "'Contents'!$A$1") {
			t.Errorf("%s has no link back: %v %q (%v)", sheet, ok, target, err)
		}
	}
}

func TestNamedNumbers(t *testing.T) {
	r := sample()
	f := opened(t, written(t, r))
	places := map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Scope == "Workbook" {
			places[n.Name] = n.RefersTo
		}
	}
	theme := r.Finding("themes").Table.Rows[4]
	for name, want := range map[string]float64{
		"people_being_heard_and_involved": theme[1].Number, "share_being_heard_and_involved": theme[2].Number,
		"people_everyone": 218, "wrote_parent": 128,
	} {
		sheet, cell, _ := strings.Cut(places[name], "!")
		got, err := f.GetCellValue(strings.Trim(sheet, "'"), strings.ReplaceAll(cell, "$", ""), excelize.Options{RawCellValue: true})
		if v, _ := strconv.ParseFloat(got, 64); err != nil || v != want {
			t.Errorf("%s is %q at %q (%v), want %v", name, got, places[name], err, want)
		}
	}
	for name := range places {
		if strings.Contains(name, "staff") {
			t.Errorf("%s names what is withheld", name)
		}
	}
}

func TestRangeNamesAreAllowed(t *testing.T) {
	t.Parallel()
	one := func(column, label string) string {
		return rangeName(findings.Column{Name: column}, []findings.Cell{findings.Text(label)}, &findings.Table{Columns: []findings.Column{{Name: "Theme"}}})
	}
	for _, c := range []struct{ column, label, want string }{
		{"Share", "Trust & respect", "share_trust_respect"},
		{"2026, top two", "I’m told", "n_2026_top_two_i_m_told"},
		{"R1", "", "n_r1"},
		{"", "¡!", "n_"},
	} {
		if got := one(c.column, c.label); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.column, c.label, got, c.want)
		}
	}
}

// Lines and groups of bars have the whiskers of each of their columns, though the
// ends of the intervals stand in a table of their own.
func TestWhiskersOfSeveralSeries(t *testing.T) {
	book := written(t, sample())
	whiskers := map[string]int{}
	for name, xml := range parts(t, book) {
		if strings.HasPrefix(name, "xl/charts/chart") {
			sheet := regexp.MustCompile(`<f>&#39;([^&]+)&#39;!`).FindStringSubmatch(xml)[1]
			whiskers[sheet] = max(whiskers[sheet], strings.Count(xml, "<errBars>"))
		}
	}
	for sheet, want := range map[string]int{"Themes": 1, "By role": 2, "What changed": 2, "Tone": 0, "Scales": 0} {
		if whiskers[sheet] != want {
			t.Errorf("%s: %d series have whiskers, want %d", sheet, whiskers[sheet], want)
		}
	}
	f := opened(t, book)
	column := 1 + slices.Index(must(f.GetRows("By role"))[4], "Teachers whisker up")
	cell := sample().Finding("themes.by.role").Table.Rows[3][2]
	worked, err := f.CalcCellValue("By role", at(column, 9), excelize.Options{RawCellValue: true})
	if v, _ := strconv.ParseFloat(worked, 64); err != nil || math.Abs(v-(cell.High-cell.Number)) > 1e-12 {
		t.Errorf("the whisker is %q (%v), want %v", worked, err, cell.High-cell.Number)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// What rests on very few people is seen in no percents and no bars.
func TestVeryFewPeople(t *testing.T) {
	few := themes("themes", themeNames[:3])
	for i, row := range few.Table.Rows {
		row[1], row[2] = count(int64(3-i)), share(int64(3-i), 8)
	}
	r := &findings.Report{Sections: []findings.Section{{ID: "themes", Title: "Themes", Findings: []findings.Finding{few}}}}
	book := written(t, r)
	f := opened(t, book)
	if formats, err := f.GetConditionalFormats("Themes"); err != nil || len(formats) > 0 {
		t.Errorf("there are bars or colors: %v (%v)", formats, err)
	}
	if got, err := f.GetCellValue("Themes", "C6"); err != nil || got != "3 of 8" {
		t.Errorf("the share is shown as %q (%v), want 3 of 8", got, err)
	}
	for name, xml := range parts(t, book) {
		if strings.HasPrefix(name, "xl/charts/chart") && (strings.Contains(xml, `<valAx><axId val="100000001"></axId><numFmt formatCode="0%"`) || strings.Contains(xml, `<showVal val="1">`)) {
			t.Errorf("%s writes percents", name)
		}
	}
}

// Excel keeps some 200 formats of numbers in a workbook.
func TestFormatsStayFew(t *testing.T) {
	b := newBook(&findings.Report{}, "")
	defer b.file.Close()
	for n := int64(1); n < findings.Few; n++ {
		for x := range n {
			b.numberStyle(share(x, n), findings.Share)
		}
	}
	if made := len(b.file.Styles.NumFmts.NumFmt); b.err != nil || made > 200 {
		t.Errorf("%d formats (%v)", made, b.err)
	}
}

func TestTestsAreNamed(t *testing.T) {
	f := trend()
	f.Tests = make([]stats.Test, 2)
	if got := testName(&f, 1); len(got) != 1 || got[0].Label != "Meals" {
		t.Errorf("the test of the second line is of %v, want Meals", got)
	}
	f.Figure, f.Tests = nil, make([]stats.Test, 6)
	if got := testName(&f, 4); len(got) != 1 || got[0].Label != "2025: Meals" {
		t.Errorf("the fifth of six tests is of %v, want 2025: Meals", got)
	}
}

// A part that does not fit on what is left of a sheet of paper begins on a new one.
func TestPartsAreNotTorn(t *testing.T) {
	b := newBook(&findings.Report{}, "")
	defer b.file.Close()
	p := b.page("Parts", "Parts", nil)
	p.create(true)
	for i := range 3 {
		p.part()
		for range 20 { // 300 points, of 504 that a sheet of paper has
			p.text(1, fmt.Sprint(i), p.styles.label)
			p.row++
		}
	}
	p.close()
	var buf bytes.Buffer
	if err := b.save(&buf); err != nil {
		t.Fatal(err)
	}
	var before []string
	for _, brk := range regexp.MustCompile(`<brk id="(\d+)"`).FindAllStringSubmatch(parts(t, buf.Bytes())["xl/worksheets/sheet1.xml"], -1) {
		before = append(before, brk[1])
	}
	if !slices.Equal(before, []string{"20", "40"}) {
		t.Errorf("paper ends after the rows %q, want 20 and 40", before)
	}
}

// The names of sheets fit their tabs in every language.
func TestSheetNamesFit(t *testing.T) {
	names := []string{"Summary", "Contents", "Comments", "Codebook", "To discuss and to try", "Withheld", "Sources and refused rows", "Method"}
	for _, s := range subjects {
		names = append(names, s.sheet)
	}
	for _, l := range []say.Language{say.English, say.Spanish} {
		b := newBook(&findings.Report{Lang: l}, "")
		for _, name := range names {
			if want := l.Say(name); b.sheetName(want) != want {
				t.Errorf("%v: the sheet %q has another name", l, want)
			}
		}
	}
}
