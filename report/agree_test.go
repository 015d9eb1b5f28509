package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/chart"
	"commonground/report/look"
)

// Whatever a reader opens, it says the same: every number, label and quote of
// every format is the finding's. It says so in the same bytes when two processors
// make it.
func TestFormatsAgree(t *testing.T) {
	for _, l := range []say.Language{say.English, say.Spanish} {
		t.Run(l.String(), func(t *testing.T) { formatsAgree(t, l) })
	}
}

func formatsAgree(t *testing.T, l say.Language) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	r := riverbend(t, l)
	files := written(t, r)
	filesAgree(t, r, files)
	if l == say.Spanish {
		isSpanish(t, r, files)
		return
	}
	t.Run("on two processors", func(t *testing.T) {
		runtime.GOMAXPROCS(2)
		sameFiles(t, files, written(t, riverbend(t, l)))
	})
}

// filesAgree holds the files of a report to its findings.
func filesAgree(t *testing.T, r *findings.Report, files map[string][]byte) {
	for name, agrees := range map[string]func(*testing.T, *findings.Report, []byte){
		"report.xlsx": workbookAgrees, "report.html": pageAgrees, "slides.pptx": slidesAgree, "memo.docx": memoAgrees,
		"findings.json": jsonAgrees, "comments.csv": csvAgrees, "comments.parquet": parquetAgrees, "charts/charts.json": listAgrees,
	} {
		t.Run(name, func(t *testing.T) { agrees(t, r, files[name]) })
	}
	t.Run("charts", func(t *testing.T) {
		for f := range r.Findings() {
			if chart.Drawable(f) {
				drawingAgrees(t, r.Lang, f, string(files["charts/"+chart.Name(f, "svg")]))
			}
		}
	})
}

// sameFiles names what differs, and of an office file the parts.
func sameFiles(t *testing.T, want, got map[string][]byte) {
	if !slices.Equal(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))) {
		t.Errorf("%d files, want %d, or others", len(got), len(want))
	}
	for name, data := range want {
		if bytes.Equal(data, got[name]) {
			continue
		}
		t.Errorf("%s differs", name)
		again := parts(t, name, got[name])
		for part, text := range parts(t, name, data) {
			if text != again[part] {
				t.Errorf("%s: %s differs", name, part)
			}
		}
	}
}

func jsonAgrees(t *testing.T, r *findings.Report, data []byte) {
	back, err := findings.ReadJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back, cmpopts.EquateEmpty(), cmpopts.EquateNaNs(), cmpopts.IgnoreFields(findings.Report{}, "Comments")); diff != "" {
		t.Errorf("(-report +read back):\n%s", diff)
	}
}

// Every column of a table stands in the workbook, and every number there is that
// of a cell, or an end of its interval, or its base.
func workbookAgrees(t *testing.T, r *findings.Report, data []byte) {
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	tables, texts := tablesOf(t, book)
	numbers := 0
	for f := range r.Findings() {
		name := "t_" + strings.NewReplacer(".", "_", "-", "_").Replace(f.ID)
		values := tables[name]
		for _, c := range f.Table.Columns {
			if len(f.Table.Rows) > 0 && (len(values) == 0 || !slices.Contains(values[0], c.Name)) {
				t.Errorf("%s has no column %q", name, c.Name)
			}
		}
		numbers += compareTable(t, r.Lang, f, values) + compareTable(t, r.Lang, f, tables[name+"_intervals"])
		if !texts[f.Title] && len(f.Table.Rows) > 0 {
			t.Errorf("%s: no cell has the title %q", f.ID, f.Title)
		}
		for _, q := range f.Quotes {
			if !texts[q.Text] {
				t.Errorf("%s: no cell has the quote %q", f.ID, q.Text)
			}
		}
	}
	if numbers < 1000 {
		t.Errorf("only %d numbers were compared", numbers)
	}
	for c, err := range r.Comments() {
		if err != nil || !texts[look.Clean(c.Text)] {
			t.Errorf("no cell has the comment %q (%v)", c.Text, err)
		}
	}
}

// tablesOf reads the Excel tables of a workbook, their heads first, and all
// texts: those of quotes without their marks and who said them.
func tablesOf(t *testing.T, book *excelize.File) (tables map[string][][]string, texts map[string]bool) {
	tables, texts = map[string][][]string{}, map[string]bool{}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				texts[cell] = true
				quote, _, _ := strings.Cut(cell, "”\n")
				texts[strings.TrimPrefix(quote, "“")] = true
			}
		}
		all, err := book.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range all {
			from, to, _ := strings.Cut(table.Range, ":")
			left, top, _ := excelize.CellNameToCoordinates(from)
			right, bottom, _ := excelize.CellNameToCoordinates(to)
			for _, row := range rows[top-1 : bottom] {
				for len(row) < right {
					row = append(row, "")
				}
				tables[table.Name] = append(tables[table.Name], row[left-1:right])
			}
		}
	}
	return tables, texts
}

// compareTable holds a table of the workbook to a finding's, and counts the
// numbers.
func compareTable(t *testing.T, l say.Language, f *findings.Finding, table [][]string) (numbers int) {
	if len(table) == 0 {
		return 0
	}
	for i, cells := range table[1:] {
		for k, name := range table[0] {
			if name == l.Say("Remarks") {
				continue
			}
			want, ok := inWorkbook(l, f, f.Table.Rows[i], name)
			if !ok {
				t.Errorf("%s: the finding has nothing that column %q could be of", f.ID, name)
			}
			got := cells[k]
			if n, err := strconv.ParseFloat(got, 64); err == nil {
				numbers++
				got = strconv.FormatFloat(n, 'g', -1, 64)
			}
			if got != want {
				t.Errorf("%s, row %d, %q: %q, want %q", f.ID, i+1, name, got, want)
			}
		}
	}
	return numbers
}

// inWorkbook is what a column of a workbook's table has to hold: a column's
// values, the lower or upper ends of their intervals, or their bases.
func inWorkbook(l say.Language, f *findings.Finding, row []findings.Cell, name string) (text string, ok bool) {
	if name == l.Say("Base") { // one for the whole row
		for j, c := range row {
			if f.Table.Columns[j].Unit != findings.Label && !c.Hidden {
				return raw(float64(c.Base)), true
			}
		}
		return "", true
	}
	if j := at(f, name); j >= 0 {
		c := row[j]
		if f.Table.Columns[j].Unit != findings.Label && raw(c.Number) != "" {
			return raw(c.Number), true
		}
		return cellText(l, f.Table.Columns[j], c), true
	}
	for j, column := range f.Table.Columns {
		c := row[j]
		for part, v := range map[string]float64{"%s low": c.Low, "%s high": c.High, "%s base": float64(c.Base)} {
			switch {
			case l.Sayf(part, column.Name) != name:
			case c.Hidden, part != "%s base" && !c.Ends(column.Unit):
				return "", true
			default:
				return raw(v), true
			}
		}
	}
	return "", false
}

// raw is a number to its last digit, "" for NaN.
func raw(v float64) string {
	if v != v {
		return ""
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// Every cell of every table of the page, each theme's card and each quote.
func pageAgrees(t *testing.T, r *findings.Report, data []byte) {
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for f := range r.Findings() {
		article := doc.Find(fmt.Sprintf(`[id="%s-finding"]`, f.ID))
		if article.Length() == 0 {
			if f.ID != "quotes" && f.ID != "highlight" { // they stand elsewhere
				t.Errorf("the page lacks %s", f.ID)
			}
			continue
		}
		if got := article.Find("h3").First().Text(); got != f.Title {
			t.Errorf("%s is titled %q, want %q", f.ID, got, f.Title)
		}
		rows := article.Find("tbody tr")
		if rows.Length() != len(f.Table.Rows) {
			t.Errorf("%s has %d rows, want %d", f.ID, rows.Length(), len(f.Table.Rows))
			continue
		}
		rows.Each(func(i int, tr *goquery.Selection) {
			tr.Children().Each(func(j int, cell *goquery.Selection) {
				column, c := f.Table.Columns[j], f.Table.Rows[i][j]
				want := strings.TrimSpace(cellText(r.Lang, column, c) + " " + interval(r.Lang, column, c))
				if got := strings.TrimSpace(cell.Text()); got != want {
					t.Errorf("%s, row %d, %q: %q, want %q", f.ID, i+1, column.Name, got, want)
				}
			})
		})
		article.Find("svg").Each(func(_ int, svg *goquery.Selection) {
			text, _ := goquery.OuterHtml(svg)
			drawingAgrees(t, r.Lang, f, text)
		})
	}
	cardsAgree(t, r, doc)
	quoted := said(r)
	doc.Find("blockquote").Each(func(_ int, quote *goquery.Selection) {
		role, _, _ := strings.Cut(quote.Find("footer").Text(), " · ")
		if words := bare(quote.Find("p").Text()) + " — " + role; !quoted[words] {
			t.Errorf("nobody is quoted with %s", words)
		}
	})
}

func cardsAgree(t *testing.T, r *findings.Report, doc *goquery.Document) {
	themes := r.Finding("themes")
	cards := doc.Find("details.card")
	if cards.Length() == 0 {
		t.Error("the page has no cards of themes")
	}
	cards.Each(func(_ int, card *goquery.Selection) {
		cells := row(themes, card.Find(".name").Text())
		if cells == nil {
			t.Fatalf("there is no theme %q", card.Find(".name").Text())
		}
		people, share := themes.Table.Column("people"), themes.Table.Column("share")
		want := r.Lang.Sayf("%s people", cellText(r.Lang, themes.Table.Columns[people], cells[people])) + " · " +
			cellText(r.Lang, themes.Table.Columns[share], cells[share]) + " " + interval(r.Lang, themes.Table.Columns[share], cells[share])
		if got := card.Find("summary .size").Text(); got != want {
			t.Errorf("%s: %q, want %q", cells[0].Label, got, want)
		}
	})
}

var (
	drawnText = regexp.MustCompile(`(?s)<text ([^>]*)>([^<]*)</text>`)
	isNumber  = regexp.MustCompile(`^[+-]?[0-9][0-9,.]*(%| points?| puntos?| of [0-9,]+| de [0-9,]+)?$|^too few|^muy pocas`)
	bold      = regexp.MustCompile(`font-weight[:=]"?bold`)
)

// drawingAgrees holds the numbers of a drawing to the cells. Those of bars, dots
// and lines are bold, those on colored ground are not; a heat map ends with the
// two numbers of its legend, and a part of a bar that is too narrow for its
// number has none.
func drawingAgrees(t *testing.T, l say.Language, f *findings.Finding, svg string) {
	t.Helper()
	onGround := slices.Contains([]findings.FigureKind{findings.Heat, findings.Diverge, findings.Likert}, f.Figure.Kind)
	var got []string
	for _, m := range drawnText.FindAllStringSubmatch(svg, -1) {
		if bold.MatchString(m[1]) != onGround && isNumber.MatchString(m[2]) {
			got = append(got, m[2])
		}
	}
	want := drawn(l, f)
	switch f.Figure.Kind {
	case findings.Heat:
		got = got[:max(0, len(got)-2)]
	case findings.Diverge, findings.Likert:
		want = within(got, want)
	}
	if len(got) == 0 || !slices.Equal(got, want) {
		t.Errorf("%s is drawn with the numbers %q, want %q", f.ID, got, want)
	}
}

// within returns what of all is found in got, in the order of all.
func within(got, all []string) []string {
	var found []string
	for _, number := range all {
		if len(found) < len(got) && got[len(found)] == number {
			found = append(found, number)
		}
	}
	return found
}

// drawn lists the numbers that a figure shows: dots are drawn column by column,
// everything else row by row.
func drawn(l say.Language, f *findings.Finding) []string {
	var all []string
	add := func(j int, c findings.Cell) {
		if text := c.Text(l, f.Table.Columns[j].Unit); text != "" && !c.Hidden {
			all = append(all, text)
		}
	}
	if f.Figure.Kind == findings.Dots {
		for _, j := range f.Figure.Values {
			for _, cells := range f.Table.Rows {
				add(j, cells[j])
			}
		}
		return all
	}
	for _, cells := range f.Table.Rows {
		for _, j := range f.Figure.Values {
			add(j, cells[j])
		}
	}
	return all
}

func listAgrees(t *testing.T, r *findings.Report, data []byte) {
	var list []struct{ ID, Title, Alt, Base string }
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		f := r.Finding(e.ID)
		if f == nil || e.Title != f.Title || e.Base != f.Figure.Caption || e.Alt != chart.Alt(f, r.Lang) {
			t.Errorf("the list says of a chart what no finding does: %+v", e)
		}
	}
}

// comments are the rows that files of comments have to hold.
func comments(t *testing.T, r *findings.Report) [][]string {
	var all [][]string
	for c, err := range r.Comments() {
		if err != nil {
			t.Fatal(err)
		}
		line := []string{c.Role, c.Question, c.Text}
		for _, theme := range r.Codebook {
			tone := ""
			for _, code := range c.Codes {
				if code.Theme == theme.ID {
					tone = code.Tone
				}
			}
			line = append(line, tone)
		}
		all = append(all, line)
	}
	return all
}

func csvAgrees(t *testing.T, r *findings.Report, data []byte) {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := comments(t, r)
	for _, line := range want {
		for k := range line {
			line[k] = look.Inert(line[k])
		}
	}
	if diff := cmp.Diff(want, rows[1:]); diff != "" || len(want) < 100 {
		t.Errorf("%d comments (-report +read back):\n%s", len(want), diff)
	}
}

func parquetAgrees(t *testing.T, r *findings.Report, data []byte) {
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	buffer := make([]parquet.Row, 1)
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		for {
			n, err := rows.ReadRows(buffer)
			if n == 1 {
				line := make([]string, len(buffer[0]))
				for k, v := range buffer[0] {
					if !v.IsNull() {
						line[k] = string(v.ByteArray())
					}
				}
				got = append(got, line)
			}
			if err != nil {
				break
			}
		}
		rows.Close()
	}
	if diff := cmp.Diff(comments(t, r), got); diff != "" {
		t.Errorf("(-report +read back):\n%s", diff)
	}
}
