package excel

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// A book is a workbook being written. The first error stays in err, and what
// is written after it does not matter.
type book struct {
	file       *excelize.File
	report     *findings.Report
	styles     styles
	tabs       []*page
	places     []place // of the tables of findings, as they are written
	sheetNames map[string]bool
	tableNames map[string]bool
	rowLimit   int // of a sheet
	charts     int // written so far
	err        error
}

func newBook(r *findings.Report, spool string) *book {
	b := &book{
		file:       excelize.NewFile(excelize.Options{TmpDir: spool}),
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
		Title: look.Clean(r.Title), Creator: "Common Ground", LastModifiedBy: "Common Ground",
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
		b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return newZip(w) })
		b.check(b.file.Write(io.Discard))
	}
	if b.err != nil {
		return fmt.Errorf("writing the workbook: %w", b.err)
	}
	return nil
}

// newZip returns a zip that spends little time on compression: sheets are
// repetitive, and the best level gains a tenth for three times the time.
func newZip(w io.Writer) *zip.Writer {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	return z
}

// find returns the place of the finding with that ID, or nil.
func (b *book) find(id string) *place {
	for i := range b.places {
		if b.places[i].finding.ID == id {
			return &b.places[i]
		}
	}
	return nil
}
