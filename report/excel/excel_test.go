package excel

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
)

func written(t *testing.T, r *findings.Report) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(r, &buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func opened(t *testing.T, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// parts returns the parts of a workbook by name.
func parts(t *testing.T, book []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(b)
	}
	return out
}

// tables reads every Excel table of a workbook: by name, its columns by header.
func tables(t *testing.T, f *excelize.File) map[string]map[string][]string {
	t.Helper()
	out := map[string]map[string][]string{}
	for _, sheet := range f.GetSheetList() {
		all, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range all {
			if out[table.Name] != nil {
				t.Errorf("two tables are called %s", table.Name)
			}
			out[table.Name] = columnsIn(t, f, sheet, table.Range)
		}
	}
	return out
}

func columnsIn(t *testing.T, f *excelize.File, sheet, area string) map[string][]string {
	t.Helper()
	from, to, _ := strings.Cut(area, ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	right, bottom, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for c := left; c <= right; c++ {
		var column []string
		for r := top; r <= bottom; r++ {
			v, err := f.GetCellValue(sheet, at(c, r), excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			column = append(column, v)
		}
		if _, twice := out[column[0]]; twice || column[0] == "" {
			t.Errorf("%s of %s: header %q is empty or there twice", area, sheet, column[0])
		}
		out[column[0]] = column[1:]
	}
	return out
}

// asJSON is a report as findings.json tells it.
func asJSON(t *testing.T, r *findings.Report) *findings.Report {
	t.Helper()
	var buf bytes.Buffer
	if err := r.WriteJSON(&buf); err != nil {
		t.Fatal(err)
	}
	told, err := findings.ReadJSON(&buf)
	if err != nil {
		t.Fatal(err)
	}
	return told
}

// TestEveryNumberIsTheFindings reads each number, end of an interval and base
// back from the workbook, by the name of its table and column, and compares it
// with findings.json.
func TestEveryNumberIsTheFindings(t *testing.T) {
	found := tables(t, opened(t, written(t, sample())))
	r := asJSON(t, sample())
	numbers := 0
	for f := range r.Findings() {
		name := "t_" + strings.NewReplacer(".", "_", "-", "_").Replace(f.ID)
		main, ends := found[name], found[name+"_intervals"]
		if main == nil && len(f.Table.Columns) > 0 {
			t.Errorf("%s has no table %s", f.ID, name)
			continue
		}
		for j, c := range f.Table.Columns {
			for i, row := range f.Table.Rows {
				cell := row[j]
				if c.Unit == findings.Label {
					if got := main[c.Name][i]; got != cell.Label {
						t.Errorf("%s, %s, row %d: %q, want %q", f.ID, c.Name, i+1, got, cell.Label)
					}
					continue
				}
				if cell.Hidden {
					if got := main[c.Name][i]; got != "withheld" {
						t.Errorf("%s, %s, row %d: %q, want withheld", f.ID, c.Name, i+1, got)
					}
					continue
				}
				check := func(got string, want float64) {
					v, err := strconv.ParseFloat(got, 64)
					if err != nil || v != want {
						t.Errorf("%s, %s, row %d: %q, want %v", f.ID, c.Name, i+1, got, want)
					}
					numbers++
				}
				check(main[c.Name][i], cell.Number)
				intervals := main
				if ends[c.Name+" low"] != nil {
					intervals = ends
				}
				if !math.IsNaN(cell.Low) {
					check(intervals[c.Name+" low"][i], cell.Low)
					check(intervals[c.Name+" high"][i], cell.High)
				}
				if base := main[c.Name+" base"]; base != nil {
					check(base[i], float64(cell.Base))
				}
			}
		}
	}
	if numbers < 500 {
		t.Errorf("only %d numbers were compared", numbers)
	}
}

func TestEveryTestIsTold(t *testing.T) {
	r := sample()
	table := tables(t, opened(t, written(t, r)))["t_themes_by_role_tests"]
	for i, test := range r.Finding("themes.by.role").Tests {
		for name, want := range map[string]float64{"Effect": test.Effect.Value, "Effect low": test.Effect.Low, "People": test.Effect.Base, "p": test.P} {
			if got, err := strconv.ParseFloat(table[name][i], 64); err != nil || got != want {
				t.Errorf("%s of test %d is %q, want %v", name, i+1, table[name][i], want)
			}
		}
		if got := table["Comparison"][i]; got != themeNames[i] {
			t.Errorf("test %d is of %q, want %q", i+1, got, themeNames[i])
		}
	}
}

func TestEveryRefusedRowIsListed(t *testing.T) {
	table := tables(t, opened(t, written(t, sample())))["t_refused"]
	want := map[string][]string{
		"File": {"parents.xlsx", "parents.xlsx", "parents.xlsx"}, "Column": {"Age", "", "When"}, "Row": {"17", "90", "91"},
		"Reason": {`"abc" is not a number`, "the row has more cells than the header", "“yesterday” is not a date"},
	}
	if diff := cmp.Diff(want, table); diff != "" {
		t.Errorf("refused rows (-want +got):\n%s", diff)
	}
}

// TestWhiskersFollowTheTable holds the formulas of the whiskers to the cells
// of their own row, so that they stay right when the table is sorted.
func TestWhiskersFollowTheTable(t *testing.T) {
	f := opened(t, written(t, sample()))
	rows, err := f.GetRows("Themes")
	if err != nil {
		t.Fatal(err)
	}
	below := slices.Index(rows[4], "Share whisker down")
	if below < 0 {
		t.Fatalf("no whiskers in the row of the head, %q", rows[4])
	}
	for row := 6; row < 16; row++ {
		for column, want := range map[string]string{columnName(below + 1): "C%-D%", columnName(below + 2): "E%-C%"} {
			cell := column + strconv.Itoa(row)
			want = strings.ReplaceAll(want, "%", strconv.Itoa(row))
			if got, err := f.GetCellFormula("Themes", cell); err != nil || got != want {
				t.Errorf("Themes!%s is %q (%v), want %q", cell, got, err, want)
			}
			cached, _ := f.GetCellValue("Themes", cell, excelize.Options{RawCellValue: true})
			worked, err := f.CalcCellValue("Themes", cell, excelize.Options{RawCellValue: true})
			a, _ := strconv.ParseFloat(cached, 64)
			b, _ := strconv.ParseFloat(worked, 64)
			if err != nil || math.Abs(a-b) > 1e-12 || a <= 0 {
				t.Errorf("Themes!%s holds %s, its formula gives %s (%v)", cell, cached, worked, err)
			}
		}
	}
}

func TestCellsLookAsNumbersAreWritten(t *testing.T) {
	f := opened(t, written(t, sample()))
	for _, c := range []struct {
		sheet, cell string
		unit        findings.Unit
		v           float64
	}{
		{"Themes", "B6", findings.Count, 81},
		{"Themes", "C8", findings.Share, 65.0 / 162},
		{"By role", "C7", findings.Share, 8.0 / 36},
	} {
		got, err := f.GetCellValue(c.sheet, c.cell)
		if want := c.unit.Text(c.v); err != nil || got != want {
			t.Errorf("%s!%s shows %q (%v), want %q", c.sheet, c.cell, got, err, want)
		}
	}
}

func TestSheets(t *testing.T) {
	want := []string{"Summary", "Contents", "Themes", "By role", "By question", "Tone", "What changed", "Mirror", "Together", "Pairs", "Scales", "Channels",
		"Quotes", "Respondents", "Answers to choose from yes no", "Comments", "Codebook", "To discuss and to try", "Sources and refused rows", "Method"}
	if diff := cmp.Diff(want, opened(t, written(t, sample())).GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	want = []string{"Summary", "Contents", "Themes", "Tone", "Quotes", "Comments", "Codebook", "To discuss and to try", "Sources and refused rows", "Method"}
	if diff := cmp.Diff(want, opened(t, written(t, summaryOfPost())).GetSheetList()); diff != "" {
		t.Errorf("sheets of a post's summary (-want +got):\n%s", diff)
	}
	if got := opened(t, written(t, &findings.Report{})).GetSheetList(); len(got) != 4 {
		t.Errorf("an empty report has the sheets %q, want Summary, Contents, Sources and refused rows, Method", got)
	}
}

func TestChartsAreBoundToCells(t *testing.T) {
	range_ := regexp.MustCompile(`<f>([^<]+)</f>`)
	for _, c := range []struct {
		name   string
		report *findings.Report
		least  int
	}{{"survey", sample(), 6}, {"summary of a post", summaryOfPost(), 2}} {
		book := written(t, c.report)
		f := opened(t, book)
		charts, told := 0, 0
		for name, xml := range parts(t, book) {
			if strings.HasPrefix(name, "xl/drawings/drawing") {
				told += strings.Count(xml, ` descr="`) - strings.Count(xml, ` descr=""`)
			}
			if !strings.HasPrefix(name, "xl/charts/chart") {
				continue
			}
			charts++
			refs := range_.FindAllStringSubmatch(xml, -1)
			if len(refs) < 3 {
				t.Errorf("%s: %s is bound to %v, want at least a name, labels and values", c.name, name, refs)
			}
			for _, ref := range refs {
				sheet, cells, _ := strings.Cut(ref[1], "!")
				sheet = strings.Trim(strings.ReplaceAll(sheet, "&#39;", "'"), "'")
				first, _, _ := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
				if v, err := f.GetCellValue(sheet, first); err != nil || v == "" {
					t.Errorf("%s: %s shows %s, which is empty (%v)", c.name, name, ref[1], err)
				}
			}
		}
		if charts < c.least || told != charts {
			t.Errorf("%s: %d charts, %d of them told in words; want at least %d, all told", c.name, charts, told, c.least)
		}
	}
}

func TestNoChartOfNothing(t *testing.T) {
	empty := themes("themes", themeNames)
	for _, row := range empty.Table.Rows {
		row[1], row[2] = findings.HiddenCell(), findings.HiddenCell()
	}
	bare := themes("channels", themeNames)
	bare.Table.Rows = nil
	r := &findings.Report{Sections: []findings.Section{
		{ID: "themes", Title: "Themes", Findings: []findings.Finding{empty}},
		{ID: "channels", Title: "Channels", Findings: []findings.Finding{bare}}}}
	for name := range parts(t, written(t, r)) {
		if strings.Contains(name, "chart") {
			t.Errorf("there is nothing to draw, but there is %s", name)
		}
	}
}

func TestPrint(t *testing.T) {
	f := opened(t, written(t, sample()))
	names := map[string][]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Scope] = append(names[n.Scope], n.Name)
	}
	for _, sheet := range f.GetSheetList() {
		slices.Sort(names[sheet])
		if diff := cmp.Diff([]string{"_xlnm.Print_Area", "_xlnm.Print_Titles"}, names[sheet]); diff != "" {
			t.Errorf("%s: defined names (-want +got):\n%s", sheet, diff)
		}
		props, err := f.GetSheetProps(sheet)
		if err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s is not fitted to the page (%v)", sheet, err)
		}
		layout, err := f.GetPageLayout(sheet)
		high := 0
		if sheet == "Summary" {
			high = 1
		}
		if err != nil || *layout.FitToWidth != 1 || *layout.FitToHeight != high || *layout.Orientation != "landscape" {
			t.Errorf("%s: page layout %+v (%v)", sheet, layout, err)
		}
		view, err := f.GetSheetView(sheet, 0)
		if err != nil || *view.ShowGridLines {
			t.Errorf("%s shows grid lines (%v)", sheet, err)
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit < 2 {
			t.Errorf("%s: the head does not stay in view: %+v (%v)", sheet, panes, err)
		}
	}
}

func TestSameReportSameBytes(t *testing.T) {
	first, second := written(t, sample()), written(t, sample())
	if diff := cmp.Diff(slices.Sorted(maps.Keys(parts(t, first))), slices.Sorted(maps.Keys(parts(t, second)))); diff != "" {
		t.Errorf("parts:\n%s", diff)
	}
	if !bytes.Equal(first, second) {
		t.Error("two writings of a report differ")
	}
}

func TestCommentsAreTexts(t *testing.T) {
	f := opened(t, written(t, sample()))
	rows, err := f.GetRows("Comments")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Comment", "Role", "Question", "Themes"}, rows[3]); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{madeUp[1], "teacher", "What could be better?", "Trust and respect (concern)"}, rows[5]); diff != "" {
		t.Errorf("second comment (-want +got):\n%s", diff)
	}
	if formula, err := f.GetCellFormula("Comments", "A6"); err != nil || formula != "" {
		t.Errorf("a comment became the formula %q (%v)", formula, err)
	}
	if formula, err := f.GetCellFormula("Quotes", "D6"); err != nil || formula != "" {
		t.Errorf("a quote became the formula %q (%v)", formula, err)
	}
	if len(rows) != 4+40 {
		t.Errorf("%d rows, want 44", len(rows))
	}
}

func TestCommentsBeyondTheSheetAreCounted(t *testing.T) {
	b := newBook(sample(), "")
	defer b.file.Close()
	b.rowLimit = 20
	p := b.page("Comments", "Comments", (*page).comments)
	b.tabs = []*page{p, p}
	p.create(true)
	p.comments()
	var buf bytes.Buffer
	if err := b.save(&buf); err != nil {
		t.Fatal(err)
	}
	rows, err := opened(t, buf.Bytes()).GetRows("Comments")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 20 || !strings.Contains(rows[19][0], "25 more comments") {
		t.Errorf("%d rows, the last says %q; want 20 and that 25 more do not fit", len(rows), rows[len(rows)-1])
	}
}

func TestErrorOfTheComments(t *testing.T) {
	r := sample()
	r.Comments = brokenComments
	if err := Write(r, io.Discard); err == nil || !strings.Contains(err.Error(), "spool: short read") {
		t.Errorf("error is %v, want it to name the cause", err)
	}
}

func TestNames(t *testing.T) {
	b := newBook(&findings.Report{}, "")
	for _, c := range []struct{ title, want string }{
		{"Answers: yes/no?", "Answers yes no"},
		{"answers [yes] no", "answers yes no 2"},
		{"History", "History 2"},
		{"'quoted'", "quoted"},
		{"", "More"},
		{strings.Repeat("long ", 20), "long long long long long long l"},
		{strings.Repeat("long ", 20), "long long long long long long 2"},
	} {
		if got := b.sheetName(c.title); got != c.want {
			t.Errorf("sheetName(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}

func BenchmarkComments(b *testing.B) {
	r := &findings.Report{Title: "Many", Made: time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC), Comments: comments(100_000)}
	for b.Loop() {
		if err := Write(r, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
