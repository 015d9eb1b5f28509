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
var Formats = []*Format{workbook, webpage, deck, summary, charts, data, commentsCSV, commentsParquet}

var workbook = &Format{
	Name: "xlsx",
	Doc:  "report.xlsx, a workbook with tables and charts",
	Files: func(r *findings.Report) iter.Seq[File] {
		return one("report.xlsx", func(w io.Writer) error { return excel.Write(r, w) })
	},
}

var webpage = &Format{
	Name: "html",
	Doc:  "report.html, a page to open in any browser",
	Files: func(r *findings.Report) iter.Seq[File] {
		return one("report.html", func(w io.Writer) error { return html.Write(r, w) })
	},
}

var deck = &Format{
	Name: "pptx",
	Doc:  "slides.pptx, a deck for a staff meeting",
	Files: func(r *findings.Report) iter.Seq[File] {
		return one("slides.pptx", func(w io.Writer) error { return slides.Write(r, w) })
	},
}

var summary = &Format{
	Name: "docx",
	Doc:  "memo.docx, a summary of a few pages",
	Files: func(r *findings.Report) iter.Seq[File] {
		return one("memo.docx", func(w io.Writer) error { return memo.Write(r, w) })
	},
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

var commentsCSV = &Format{
	Name: "csv",
	Doc:  "comments.csv, the comments that may be shown with their themes, a row each",
	Files: func(r *findings.Report) iter.Seq[File] {
		return comments(r, "comments.csv", rows.WriteCSV)
	},
}

var commentsParquet = &Format{
	Name: "parquet",
	Doc:  "comments.parquet, the same rows for programs that compute",
	Files: func(r *findings.Report) iter.Seq[File] {
		return comments(r, "comments.parquet", rows.WriteParquet)
	},
}

// comments is a file of the comments; none where none may be shown.
func comments(r *findings.Report, name string, write func(*findings.Report, io.Writer) error) iter.Seq[File] {
	if r.Comments == nil {
		return func(func(File) bool) {}
	}
	return one(name, func(w io.Writer) error { return write(r, w) })
}

func one(name string, write func(io.Writer) error) iter.Seq[File] {
	return func(yield func(File) bool) { yield(File{Name: name, Write: write}) }
}
