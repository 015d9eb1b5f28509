// Package report lists what a report can be written as, and puts its files
// into a folder that is whole at any moment: either the old report or the new.
package report

import (
	"io"
	"io/fs"
	"iter"

	"commonground/analysis/findings"
	"commonground/report/chart"
	"commonground/report/excel"
	"commonground/report/html"
	"commonground/report/memo"
	"commonground/report/rows"
	"commonground/report/slides"
)

// A Format is one way to write a report: a workbook, or a folder of pictures.
type Format struct {
	Name  string // as --formats takes it
	Doc   string // a phrase
	Files func(*findings.Report) iter.Seq[File]
}

// A File is a file of a report's folder.
type File struct {
	Name  string      // within the folder, with slashes
	Mode  fs.FileMode // 0 means readable by others, as the umask allows
	Write func(w io.Writer) error
}

// Formats lists all formats, in the order in which they are told of.
var Formats = []*Format{
	single("xlsx", "report.xlsx", "a workbook with tables and charts", excel.Write),
	single("html", "report.html", "a page to open in any browser", html.Write),
	single("pptx", "slides.pptx", "a deck for a staff meeting", slides.Write),
	single("docx", "memo.docx", "a summary of a few pages", memo.Write),
	charts,
	data,
	comments(single("csv", "comments.csv", "the comments that may be shown with their themes, a row each", rows.WriteCSV)),
	comments(single("parquet", "comments.parquet", "the same rows for programs that compute", rows.WriteParquet)),
}

// single is a format of one file.
func single(name, file, doc string, write func(*findings.Report, io.Writer) error) *Format {
	return &Format{Name: name, Doc: file + ", " + doc, Files: func(r *findings.Report) iter.Seq[File] {
		return func(yield func(File) bool) {
			yield(File{Name: file, Write: func(w io.Writer) error { return write(r, w) }})
		}
	}}
}

// comments leaves out the file of a format where no comments may be shown.
func comments(f *Format) *Format {
	return &Format{Name: f.Name, Doc: f.Doc, Files: func(r *findings.Report) iter.Seq[File] {
		if r.Comments == nil {
			return func(func(File) bool) {}
		}
		return f.Files(r)
	}}
}

var charts = &Format{
	Name: "charts",
	Doc:  "charts/*.png, *.svg and *.pdf, a picture of each finding, and charts.json, what they show in words",
	Files: func(r *findings.Report) iter.Seq[File] {
		return func(yield func(File) bool) {
			for f := range r.Findings() {
				if !chart.Drawable(f) {
					continue
				}
				for _, kind := range chart.Kinds() {
					draw := func(w io.Writer) error { return chart.Draw(f, r.Lang, w, kind) }
					if !yield(File{Name: "charts/" + chart.Name(f, kind), Write: draw}) {
						return
					}
				}
			}
			yield(File{Name: "charts/charts.json", Write: func(w io.Writer) error { return chart.WriteList(r, w) }})
		}
	},
}

var data = &Format{
	Name: "json",
	Doc:  "findings.json, all numbers for other programs, and its JSON Schema",
	Files: func(r *findings.Report) iter.Seq[File] {
		return func(yield func(File) bool) {
			_ = yield(File{Name: "findings.json", Write: r.WriteJSON}) &&
				yield(File{Name: "findings.schema.json", Write: findings.WriteSchema})
		}
	},
}
