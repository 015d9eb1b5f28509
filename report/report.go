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
var Formats = []*Format{workbook, charts, data}

var workbook = &Format{
	Name: "xlsx",
	Doc:  "report.xlsx, a workbook with tables and charts",
	Files: func(r *findings.Report) iter.Seq[File] {
		return one("report.xlsx", func(w io.Writer) error { return excel.Write(r, w) })
	},
}

var charts = &Format{
	Name: "charts",
	Doc:  "charts/*.png and charts/*.svg, a picture of each finding",
	Files: func(r *findings.Report) iter.Seq[File] {
		return func(yield func(File) bool) {
			for f := range r.Findings() {
				if !chart.Drawable(f) {
					continue
				}
				for _, kind := range []string{"png", "svg"} {
					draw := func(w io.Writer) error { return chart.Draw(f, w, kind) }
					if !yield(File{Name: "charts/" + f.ID + "." + kind, Write: draw}) {
						return
					}
				}
			}
		}
	},
}

var data = &Format{
	Name: "json",
	Doc:  "findings.json, all numbers for other programs",
	Files: func(r *findings.Report) iter.Seq[File] {
		return one("findings.json", r.WriteJSON)
	},
}

func one(name string, write func(io.Writer) error) iter.Seq[File] {
	return func(yield func(File) bool) { yield(File{Name: name, Write: write}) }
}
