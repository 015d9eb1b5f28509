package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"commonground/analysis"
	"commonground/analysis/findings"
	"commonground/analysis/intake"
	"commonground/report/internal/readback"
)

// A study with three small groups and two years gives no cell under the threshold
// and no cell to be had by subtraction in report.xlsx, findings.json, comments.csv
// and the charts, nor in the page, the slides and the memo: all are read back, to
// their last number.
func TestThreeSmallGroupsAndTwoYears(t *testing.T) {
	r := smallGroups(t)
	files := written(t, r)
	known, told := numbersOf(t, r), valuesTold(r)
	for own := range strings.FieldsSeq("95% 2004 5 10 8 7 1") { // as in slidesAgree and memoAgrees
		known[own] = true
	}
	filesAgree(t, r, files)
	t.Run("no cell under the threshold", func(t *testing.T) { noCellOfFew(t, r) })
	t.Run("no cell by subtraction", func(t *testing.T) { nothingBySubtraction(t, r) })
	t.Run("comments.csv", func(t *testing.T) { noFewRows(t, files["comments.csv"]) })
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			texts := textsOf(t, name, data)
			for _, text := range append(linesOf(t, name, data), texts...) {
				tellsNoFew(t, text)
			}
			if !strings.HasPrefix(name, "findings.") { // which is where numbers come from
				strangers(t, name, slices.DeleteFunc(texts, isMark), known)
			}
			values := valuesOf(t, name, data)
			if name == "report.xlsx" && len(values) < 1000 {
				t.Errorf("only %d numbers were read back", len(values))
			}
			for _, v := range values {
				if !told[raw(v)] {
					t.Errorf("%v comes from no cell", v)
				}
			}
		})
	}
}

// A block is people of one kind who took part in one year.
type block struct {
	year, role, grade string
	people            int64
}

// blocks are a school with three small groups: its other staff, people of the
// community, and the parents of grade 5.
var blocks = []block{
	{"2025", "Parent", "Grade 3", 57}, {"2025", "Parent", "Grade 4", 54}, {"2025", "Parent", "Grade 5", 2},
	{"2025", "Teacher", "", 37}, {"2025", "Staff", "", 3}, {"2025", "Community", "", 2},
	{"2026", "Parent", "Grade 3", 61}, {"2026", "Parent", "Grade 4", 63}, {"2026", "Parent", "Grade 5", 3},
	{"2026", "Teacher", "", 41}, {"2026", "Staff", "", 4}, {"2026", "Community", "", 3},
}

// small is the threshold of the study.
const small = 5

// rests are how many people of the same year, and of the same role in it, are not in
// a block: each would tell its size.
func (b block) rests() []int64 {
	var all, alike int64
	for _, other := range blocks {
		if other == b || other.year != b.year {
			continue
		}
		all += other.people
		if other.role == b.role {
			alike += other.people
		}
	}
	return slices.DeleteFunc([]int64{all, alike}, func(n int64) bool { return n == 0 })
}

// telltales are the rests of the small groups.
func telltales() (all []int64) {
	for _, b := range blocks {
		if b.people < small {
			all = append(all, b.rests()...)
		}
	}
	return all
}

// namesOfFew matches the names of the small groups, but not of those that they are
// told together with.
var namesOfFew = regexp.MustCompile(`\b(Staff|staff members|members of staff|people of the community)\b|\bCommunity($|[^ ]| \|)`)

var years = regexp.MustCompile(`\b202[56]\b`)

// isMark reports whether a text is a mark of an axis, the date or an ID
// that all workbooks have, or a number that a chart is drawn from, which is compared to
// its last digit.
func isMark(text string) bool { return marks.MatchString(text) }

var marks = regexp.MustCompile(`^([+−-]?[0-9]*[05](%| points)|-?[0-9.]+(e-?[0-9]+)?|2000-01-01T00:00:00Z|\{[0-9A-F-]{36}\})$`)

// smallGroups is the report of the study: each block answers two open questions, a
// scale and a choice.
func smallGroups(t *testing.T) *findings.Report {
	t.Helper()
	texts := map[string]*strings.Builder{}
	for n, b := range blocks {
		name := map[bool]string{true: "families-", false: "school-"}[b.role == "Parent"] + b.year + ".csv"
		asked, grade := "", ""
		if b.grade != "" {
			asked, grade = "Grade,", b.grade+","
		}
		if texts[name] == nil {
			texts[name] = &strings.Builder{}
			texts[name].WriteString("Role," + asked + "The school welcomes me.,How do you hear from us?,What works well?,What could be better?\n")
		}
		for i := range int(b.people) {
			k := 7*n + i
			fmt.Fprintf(texts[name], "%s,%s%s,%s,%q,%q\n", b.role, grade, agreement[k%5], []string{"Phone", "Paper", "Newsletter"}[k%3],
				fmt.Sprintf(praises[k%len(praises)], things[k%len(things)]), fmt.Sprintf(wishes[i%len(wishes)], things[(k+i)%len(things)]))
		}
	}
	folder, plan := fstest.MapFS{}, intake.Plan{By: []string{"Grade"}, Spool: t.TempDir()}
	for _, b := range []string{"families-2025", "families-2026", "school-2025", "school-2026"} {
		folder[b+".csv"] = &fstest.MapFile{Data: []byte(texts[b+".csv"].String())}
		_, year, _ := strings.Cut(b, "-")
		plan.Sources = append(plan.Sources, intake.Source{Name: b + ".csv", Path: b + ".csv", FS: folder, Wave: year})
	}
	in, err := intake.Open(t.Context(), plan)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	found, err := analysis.Run(t.Context(), analysis.Plan{RulesOnly: true, Spool: t.TempDir(), Small: small}, in)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { found.Close() })
	return found.Report
}

var (
	agreement = []string{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}
	things    = strings.Fields("garden lunch bus library choir pond hall paint roof piano chess clay kite")
	praises   = []string{
		"We trust the teachers, and we love the %s.", "The teachers listen to us when we ask about the %s.", "We feel welcome when we come to see the %s.",
		"The newsletter about the %s is clear and useful.", "The principal answers quickly, also about the %s.",
	}
	wishes = []string{
		"Please tell us about problems with the %s earlier.", "We only get calls when something went wrong with the %s.", "We do not feel heard about the %s.",
		"Letters about the %s come in English only, please translate them.", "There is too much homework and no time for the %s.", "We need more respect when we ask about the %s.",
	}
)

// noCellOfFew holds each row and column of a small group to be withheld, and each
// base to be of enough people.
func noCellOfFew(t *testing.T, r *findings.Report) {
	withheld := 0
	for f := range r.Findings() {
		for _, row := range f.Table.Rows {
			ofFew := slices.ContainsFunc(row, func(c findings.Cell) bool { return isFew(c.Key) })
			for j, c := range row {
				column := f.Table.Columns[j]
				if column.Unit == findings.Label {
					continue
				}
				if (ofFew || isFew(column.Key)) && !math.IsNaN(c.Number) {
					t.Errorf("%s tells %v of %s", f.ID, c.Number, row[1].Label)
				}
				if c.Base > 0 && c.Base < small {
					t.Errorf("%s, %s, %s rests on %d people", f.ID, row[0].Label, column.Name, c.Base)
				}
				if c.Hidden {
					withheld++
				}
			}
		}
	}
	if withheld == 0 {
		t.Error("nothing is withheld, though there are small groups")
	}
}

func isFew(key string) bool { return key == "staff" || key == "community" }

// nothingBySubtraction takes the groups of each split off everyone, and the waves'
// and files' too: nobody is left, or enough people are.
func nothingBySubtraction(t *testing.T, r *findings.Report) {
	f := r.Finding("respondents")
	compared := 0
	for j, column := range f.Table.Columns {
		if column.Unit != findings.Count {
			continue
		}
		left := map[string]float64{}
		for _, row := range f.Table.Rows {
			if by := row[0].Key; by != "all" && by != "wave" && !math.IsNaN(row[j].Number) {
				if _, ok := left[by]; !ok {
					left[by] = f.Table.Rows[0][j].Number
				}
				left[by] -= row[j].Number
			}
		}
		for by, n := range left {
			if compared++; n != 0 && n < small {
				t.Errorf("%s: what is told by %s leaves %v people", column.Name, by, n)
			}
		}
	}
	if compared < 4 {
		t.Errorf("%d sums were compared", compared)
	}
	for f := range r.Findings() {
		for _, row := range f.Table.Rows {
			for j, c := range row {
				if slices.Contains(telltales(), c.Base) {
					t.Errorf("%s, %s, %s rests on %d people: all but those of a small group", f.ID, row[0].Label, f.Table.Columns[j].Name, c.Base)
				}
			}
		}
	}
}

// noFewRows counts the rows of comments by question and role.
func noFewRows(t *testing.T, data []byte) {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	people := map[[2]string]int{}
	for _, line := range rows[1:] {
		people[[2]string{line[1], line[0]}]++
	}
	for of, n := range people {
		if isFew(of[1]) || n < small {
			t.Errorf("%d comments to %q are by a %s", n, of[0], of[1])
		}
	}
}

// tellsNoFew holds a text to have no number beside the name of a small group, and no
// base that tells the size of one by subtraction.
func tellsNoFew(t *testing.T, text string) {
	t.Helper()
	if namesOfFew.MatchString(text) && digits.MatchString(years.ReplaceAllString(text, "")) {
		t.Errorf("a number stands beside a small group: %q", text)
	}
	for _, n := range telltales() {
		if regexp.MustCompile(fmt.Sprintf(`(?:of|Base:) %[1]d\b|\b%[1]d (?:people|parents|answered)`, n)).MatchString(text) {
			t.Errorf("%d are all but those of a small group: %q", n, text)
		}
	}
}

// textsOf are the texts of a file: words of a page, a drawing or a part of an office
// file, lines of rows, and what is read aloud in place of a picture.
func textsOf(t *testing.T, name string, data []byte) []string {
	t.Helper()
	switch path.Ext(name) {
	case ".xlsx", ".docx", ".pptx":
		var all []string
		for part, inner := range readback.Open(t, data) {
			all = append(all, textsOf(t, part, inner)...)
		}
		return all
	case ".svg", ".xml":
		return wordsOf(t, data, nil)
	case ".html":
		return wordsOf(t, data, xml.HTMLAutoClose)
	case ".csv", ".json":
		return strings.Split(string(data), "\n")
	}
	return nil
}

// linesOf are the rows of all sheets of a workbook, as Excel shows them.
func linesOf(t *testing.T, name string, data []byte) []string {
	if path.Ext(name) != ".xlsx" {
		return nil
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var all []string
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			all = append(all, strings.Join(row, " | "))
		}
	}
	return all
}

// wordsOf are the texts of a drawing, a page or a part of an office file, and what
// stands for a picture.
func wordsOf(t *testing.T, data []byte, autoClose []string) []string {
	var all []string
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.AutoClose, d.Entity = false, autoClose, xml.HTMLEntity
	skip := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			skip = slices.Contains([]string{"style", "script", "f", "definedName"}, e.Name.Local) // f is a formula, whose value follows
			for _, a := range e.Attr {
				if slices.Contains([]string{"alt", "descr", "title", "aria-label"}, a.Name.Local) {
					all = append(all, a.Value)
				}
			}
		case xml.EndElement:
			skip = false
		case xml.CharData:
			if !skip {
				all = append(all, string(e))
			}
		}
	}
}

// valuesOf are the numbers that the charts of an office file are drawn from, and
// those of the sheets of a workbook.
func valuesOf(t *testing.T, name string, data []byte) []float64 {
	if ext := path.Ext(name); ext != ".xlsx" && ext != ".docx" && ext != ".pptx" {
		return nil
	}
	var all []float64
	for part, inner := range readback.Open(t, data) {
		switch {
		case path.Ext(part) == ".xlsx":
			all = append(all, valuesOf(t, part, inner)...)
		case strings.Contains(part, "charts/chart") && path.Ext(part) == ".xml":
			for _, m := range cached.FindAllSubmatch(inner, -1) {
				for _, v := range value.FindAllSubmatch(m[1], -1) {
					n, err := strconv.ParseFloat(string(v[1]), 64)
					if err != nil {
						t.Fatalf("%s: %v", part, err)
					}
					all = append(all, n)
				}
			}
		case strings.HasPrefix(part, "xl/worksheets/sheet"):
			for _, m := range cell.FindAllSubmatch(inner, -1) {
				if n, err := strconv.ParseFloat(string(m[2]), 64); err == nil && !bytes.Contains(m[1], []byte(`t="s"`)) {
					all = append(all, n)
				}
			}
		}
	}
	return all
}

var (
	cached = regexp.MustCompile(`(?s)<(?:c:)?numCache>(.*?)</(?:c:)?numCache>`)
	value  = regexp.MustCompile(`<(?:c:)?v>([^<]*)</(?:c:)?v>`)
	cell   = regexp.MustCompile(`<c ([^>]*)>(?:<f>[^<]*</f>)?<v>([^<]*)</v>`)
)

// valuesTold are the numbers that a report tells, to their last digit: of cells, their
// bases, the ends of their intervals and how far these are away, of tests, of sources,
// and how many rows there are.
func valuesTold(r *findings.Report) map[string]bool {
	told := map[string]bool{}
	add := func(values ...float64) {
		for _, v := range values {
			told[raw(v)] = true
		}
	}
	for f := range r.Findings() {
		for i, row := range f.Table.Rows {
			add(float64(i + 1))
			for _, c := range row {
				if !c.Hidden {
					add(c.Number, c.Low, c.High, float64(c.Base), c.High-c.Number, c.Number-c.Low)
				}
			}
		}
		for _, test := range f.Tests {
			e := test.Effect
			add(test.Statistic, test.DF, test.P, test.Q, e.Value, e.Low, e.High, e.Base)
		}
	}
	for _, s := range r.Sources {
		add(float64(s.Rows), float64(s.Used), float64(len(s.Refused)), float64(s.Respondents), float64(s.Stated), float64(s.NoContent), float64(s.NotRead))
	}
	return told
}
