package excel

import (
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/long"
	"commonground/report/look"
)

// A book is a workbook being written. The first error stays in err, and what
// is written after it does not matter.
type book struct {
	say.Language // of the report
	file         *excelize.File
	report       *findings.Report
	styles       styles
	tabs         []*page
	places       []*place // of the tables of findings, as they are written
	sheetNames   map[string]bool
	tableNames   map[string]bool
	tableParts   [][]byte
	rowLimit     int        // of a sheet
	body         *long.Rows // of the sheet of comments
	bodyOf       string     // that sheet; "" for none
	charts       int        // written so far
	err          error
}

func newBook(r *findings.Report, spool string) *book {
	b := &book{
		Language:   r.Lang,
		file:       excelize.NewFile(),
		body:       long.New(spool),
		report:     r,
		sheetNames: map[string]bool{"history": true}, // a name that Excel keeps for itself
		tableNames: map[string]bool{},
		rowLimit:   excelize.TotalRows,
	}
	b.check(b.file.SetDefaultFont(look.SheetFont))
	b.styles = b.newStyles()
	made := r.Made
	if made.IsZero() {
		made = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	stamp := made.UTC().Format(time.RFC3339)
	b.check(b.file.SetDocProps(&excelize.DocProperties{
		Title: look.Clean(r.Title), Subject: b.Say("What people wrote, counted: themes, tones and roles"),
		Category: b.Say("Report"), Language: b.String() + "-US", Creator: "Common Ground", LastModifiedBy: "Common Ground",
		Created: stamp, Modified: stamp,
	}))
	return b
}

func (b *book) check(err error) {
	if b.err == nil {
		b.err = err
	}
}

// save writes the parts straight into w: the library alone would gather them
// in memory first. Its order of parts is fixed as long as one sheet is streamed.
func (b *book) save(w io.Writer) error {
	if b.err == nil {
		b.file.SetActiveSheet(0)
		if types := b.file.ContentTypes; types != nil { // the library lists them in the order of a map
			sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
		}
		for i, part := range b.tableParts {
			b.file.Pkg.Store(tablePart(i+1), part)
		}
		b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter {
			zip := long.NewZip(w)
			zip.Put(b.part(b.bodyOf), b.body)
			return zip
		})
		b.check(b.file.Write(io.Discard))
	}
	if b.err != nil {
		return fmt.Errorf("writing the workbook: %w", b.err)
	}
	return nil
}

// part names the part of a sheet: the library numbers them as they are made.
func (b *book) part(sheet string) string {
	for number, name := range b.file.GetSheetMap() {
		if name == sheet {
			return fmt.Sprintf("xl/worksheets/sheet%d.xml", number)
		}
	}
	return ""
}

// setAside keeps the part of the newest table until the workbook is saved, and
// leaves its number: to number a table, the library reads those of all others.
func (b *book) setAside() {
	number := len(b.tableParts) + 1
	stub := fmt.Appendf(nil, `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="%d"/>`, number)
	if part, ok := b.file.Pkg.Swap(tablePart(number), stub); ok {
		b.tableParts = append(b.tableParts, part.([]byte))
	}
}

func tablePart(number int) string { return fmt.Sprintf("xl/tables/table%d.xml", number) }

// find returns the place of the finding with that ID, or nil.
func (b *book) find(id string) *place {
	for _, pl := range b.places {
		if pl.finding.ID == id {
			return pl
		}
	}
	return nil
}
