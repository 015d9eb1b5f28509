// Package review writes every coded answer as a workbook to be corrected by
// hand, and counts in such a workbook what has been checked already. The
// workbook holds people's own words: it is for the eyes of whoever asked them.
package review

import (
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"time"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/survey"
	"commonground/report/long"
	"commonground/report/look"
)

// A Sheet says what the workbook is for.
type Sheet struct {
	Themes []codebook.Theme
	Sample *Sample // the draw that some or all rows are of; nil for none

	Disputed bool // the rows are those on which coders differ: Why says who said what
}

// A Row is one coded answer.
type Row struct {
	File       string
	Row        int // as a spreadsheet shows it
	Respondent int
	Role       string
	Question   string
	Lang       string
	Text       string // as read
	NoContent  bool
	Tones      []string // of each theme in order: as Check.Cell has it, or "" where the theme isn't found
	Program    string   // what the program says, whatever people decided
	Why        string   // the words that earned each theme, and who checked it
	Checked    bool     // a person decided on it: Coder, When; "" and zero where that isn't known
	Coder      string
	When       time.Time
	Stratum    string // of the draw that it is of; "" for none
	Blind      string // what was said on the blind sheet of that draw; "" where nobody has
}

// Sheets, rows and some columns of the workbook.
const (
	sheet      = "Review"
	themeSheet = "Themes"
	headRow    = 3
	checked    = "checked"
	noContent  = "no_content"
	coderName  = "coder"
	whenName   = "when"
	whyName    = "why"
	fileName   = "file"
	differName = "differ" // who said what, where coders differ

	programName = "program" // what the program says of the answer
	blindName   = "blind"   // what was said of it on a blind sheet
)

// What the workbook says of itself. It is the same on any day.
const (
	program = "Common Ground"
	noDay   = "2000-01-01T00:00:00Z"
)

const (
	toCorrect = "These are people's own words, for your eyes only. To correct a row, choose another tone under a theme, or clear it; " +
		"then choose “yes” in the first column, also where all was right. A “?” leaves a theme open. Your name and the day may go into “coder” and “when”. " +
		"“commonground report --codes” with this file has your decisions count."
	toSettle = "These are people's own words, for your eyes only. In each row, those who coded it differ on the themes that have a “?”: the column “differ” says who said what. " +
		"Talk it over, and put a tone in its place, or clear it; then choose “yes” in the first column. “commonground report --codes” with this file, named last, has your decisions count."
	toCode = "These are people's own words, for your eyes only. Read each answer, and choose for each theme that it speaks of how it does: praise, concern, " +
		"wish or neutral. Leave the others empty. Choose “yes” under “no_content” for answers such as “n/a”. Then choose “yes” in the first column, also where no theme " +
		"fits. The notes on the headings and the sheet “Themes” say what the themes mean. These people were drawn by lot: leave nobody out."
)

// Write writes the answers to w as an Excel workbook. Many of them need a
// working file, which stands beside w where w is a file. Those beyond the limit
// of a sheet are counted in its last row. Of a blind sample, no codes are
// written.
func Write(w io.Writer, s Sheet, answers iter.Seq2[Row, error]) error {
	return write(w, s, answers, excelize.TotalRows)
}

func write(w io.Writer, s Sheet, answers iter.Seq2[Row, error], limit int) error {
	file := excelize.NewFile()
	defer file.Close()
	b := &book{
		file: file, rows: long.New(spoolFolder(w)), limit: limit,
		themes: s.Themes, blind: s.Sample != nil && s.Sample.Blind, sampled: s.Sample != nil, disputed: s.Disputed,
	}
	b.newStyles()
	b.check(file.SetDocProps(&excelize.DocProperties{Title: "Answers to review", Subject: "People's own words: for your own eyes",
		Creator: program, LastModifiedBy: program, Created: noDay, Modified: noDay}))
	b.check(file.SetSheetName("Sheet1", sheet))
	b.explain()
	if s.Sample != nil {
		b.draw(s.Sample)
	}
	b.review(answers)
	if b.err == nil {
		// The parts go straight to w: the library alone would gather them first.
		file.SetZipWriter(func(io.Writer) excelize.ZipWriter {
			zip := long.NewZip(w)
			zip.Put("xl/worksheets/sheet1.xml", b.rows)
			return zip
		})
		b.check(file.Write(io.Discard))
	}
	b.check(b.rows.Close())
	if b.err != nil {
		return fmt.Errorf("writing the rows to review: %w", b.err)
	}
	return nil
}

func spoolFolder(w io.Writer) string {
	if f, ok := w.(interface{ Name() string }); ok {
		return filepath.Dir(f.Name())
	}
	return ""
}

// A book is the workbook being written; the first error stays in err.
type book struct {
	file           *excelize.File
	rows           *long.Rows // of the answers
	themes         []codebook.Theme
	blind, sampled bool
	disputed       bool
	limit          int // rows of a sheet
	styles         styles
	err            error
}

func (b *book) check(err error) {
	if b.err == nil {
		b.err = err
	}
}

// review writes the sheet of the answers.
func (b *book) review(answers iter.Seq2[Row, error]) {
	columns := b.columns()
	b.prepare(columns)
	stream, err := b.file.NewStreamWriter(sheet)
	if err != nil {
		b.check(err)
		return
	}
	for i, c := range columns {
		b.check(stream.SetColWidth(i+1, i+1, c.width))
		b.check(stream.SetColStyle(i+1, i+1, b.styles.empty))
	}
	b.check(stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: at(3, headRow+1), ActivePane: "bottomRight"}))
	b.head(stream, columns)
	last := b.body(columns, answers)
	b.check(stream.AddTable(&excelize.Table{Range: at(1, headRow) + ":" + at(len(columns), max(last, headRow+1)), Name: "review"}))
	b.check(stream.Flush())
}

// body writes a row for each answer, and returns the number of the last. In the
// place of those that have no room it says how many they are.
func (b *book) body(columns []column, answers iter.Seq2[Row, error]) (last int) {
	last, left := headRow, 0
	for r, err := range answers {
		if err != nil {
			b.check(err)
			break
		}
		if last+1 >= b.limit {
			left++
			continue
		}
		last++
		b.rows.Begin(last, height(r))
		for i, c := range columns {
			c.put(cell{b.rows, i + 1}, &r)
		}
	}
	if left > 0 {
		b.rows.Begin(last+1, 0)
		b.rows.Text(2, b.styles.text, fmt.Sprintf(
			"A sheet ends here: %s more answers do not fit. “commonground code” writes every answer to a CSV file.", findings.Count.Text(float64(left))))
	}
	b.check(b.rows.Err())
	return last
}

// prepare sets what a stream has no means for, which has to come before it.
func (b *book) prepare(columns []column) {
	fit, landscape, wide, tall := true, "landscape", 1, 0
	b.check(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.check(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	b.check(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L&8 Answers to review&R&8 For your own eyes", OddFooter: "&L&8 Common Ground&R&8 Page &P of &N"}))
	b.check(b.file.SetConditionalFormat(sheet, at(1, headRow+1)+":"+at(1, b.limit), []excelize.ConditionalFormatOptions{{
		Type: "cell", Criteria: "=", Value: `"` + yes + `"`, Format: &b.styles.done}}))
	b.check(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%d:$%d", sheet, headRow, headRow), Scope: sheet}))

	for i, c := range columns {
		if c.name == checked || c.name == noContent {
			ticked := excelize.NewDataValidation(true)
			ticked.Sqref = at(i+1, headRow+1) + ":" + at(i+1, b.limit)
			b.check(ticked.SetDropList([]string{yes}))
			b.check(b.file.AddDataValidation(sheet, ticked))
		}
	}
	if len(b.themes) > 0 {
		tones := excelize.NewDataValidation(true)
		tones.Sqref = at(firstTheme+1, headRow+1) + ":" + at(firstTheme+len(b.themes), b.limit)
		b.check(tones.SetDropList([]string{survey.Praise.String(), survey.Concern.String(), survey.Wish.String(), survey.Neutral.String()}))
		tones.SetError(excelize.DataValidationErrorStyleStop, "Not a tone", "Choose praise, concern, wish or neutral, or clear the cell.")
		b.check(b.file.AddDataValidation(sheet, tones))
	}
	for i, t := range b.themes {
		b.check(b.file.AddComment(sheet, excelize.Comment{Cell: at(firstTheme+i+1, headRow), Author: program,
			Width: 320, Height: 150, Text: look.Clean(t.Label + "\n" + t.Definition)}))
	}
}

// height gives a row as much room as its text takes.
func height(r Row) float64 {
	const size = 10
	high := max(look.Lines(r.Text, 69, size), look.Lines(r.Question, 27, size), look.Lines(r.Why, 43, size))
	return min(13*float64(high)+4, excelize.MaxRowHeight)
}

func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // columns and rows are counted here and stay within Excel's limits
	}
	return name
}
