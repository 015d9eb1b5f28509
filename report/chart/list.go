package chart

import (
	"encoding/json"
	"fmt"
	"io"

	"commonground/analysis/findings"
)

// Name is the name of a picture's file, in the folder of the charts.
func Name(f *findings.Finding, kind string) string { return f.ID + "." + kind }

// entry is what the list says of one chart.
type entry struct {
	ID     string   `json:"id"` // of the finding
	Title  string   `json:"title"`
	Alt    string   `json:"alt"`    // the words that stand for the picture
	Base   string   `json:"base"`   // on whom it rests, a sentence; "" where that isn't said
	Source []string `json:"source"` // the files that were read
	Files  []string `json:"files"`  // one a kind, beside the list
}

// WriteList writes what there is to say of each chart as a list in JSON, for
// those who place the pictures in a page or a slide of their own.
func WriteList(r *findings.Report, w io.Writer) error {
	source := []string{}
	for _, s := range r.Sources {
		source = append(source, s.File)
	}
	list := []entry{}
	for f := range r.Findings() {
		if !Drawable(f) {
			continue
		}
		e := entry{ID: f.ID, Title: f.Title, Alt: Alt(f, r.Lang), Base: f.Figure.Caption, Source: source}
		for _, kind := range Kinds() {
			e.Files = append(e.Files, Name(f, kind))
		}
		list = append(list, e)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(list); err != nil {
		return fmt.Errorf("writing the list of charts: %w", err)
	}
	return nil
}
