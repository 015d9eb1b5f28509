// Package chart draws findings as pictures. It computes nothing: every number
// that it shows is one cell of the finding's table, written by the column's unit.
// The same finding gives the same bytes: an SVG and a PDF on any machine, a PNG
// on one architecture.
package chart

import (
	"fmt"
	"io"
	"math"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/look"
)

// width of a chart, in points. A heat map of many columns is wider.
const width = 640

// kinds says how each kind of figure is called and laid out, below its heading.
var kinds = [...]struct {
	name string
	lay  func(*page, *view)
}{
	findings.Bars:    {"Bar chart", bars},
	findings.Dots:    {"Dot plot", dots},
	findings.Diverge: {"Diverging bar chart", diverge},
	findings.Slope:   {"Mirrored bar chart", mirror},
	findings.Heat:    {"Heat map", heat},
	findings.Likert:  {"Stacked bar chart", likert},
	findings.Line:    {"Line chart", lines},
}

// Drawable reports whether f has a figure with at least one number to show.
func Drawable(f *findings.Finding) bool {
	v, err := newView(f, say.English)
	return err == nil && v.numbers() > 0
}

// Kinds are the kinds of picture that Draw makes.
func Kinds() []string { return []string{"png", "svg", "pdf"} }

// Draw writes the figure of f, with the chart's own words in that language, as
// "png", at 200 dots per inch, as "svg" or as "pdf". It fails on a finding that
// isn't Drawable.
func Draw(f *findings.Finding, l say.Language, w io.Writer, format string) error {
	v, err := newView(f, l)
	if err != nil {
		return fmt.Errorf("chart of %s: %w", f.ID, err)
	}
	if v.numbers() == 0 {
		return fmt.Errorf("chart of %s: the table has no number to draw; ask Drawable first", f.ID)
	}
	p := lay(v)
	switch format {
	case "png":
		err = p.png(w)
	case "svg":
		err = p.svg(w, f.Title, v.alt())
	case "pdf":
		err = p.pdf(w, f.Title, v.alt())
	default:
		return fmt.Errorf("chart of %s: format %q is none of png, svg and pdf", f.ID, format)
	}
	if err != nil {
		return fmt.Errorf("chart of %s as %s: %w", f.ID, format, err)
	}
	return nil
}

// lay lays out the whole chart: heading, figure, caption.
func lay(v *view) *page {
	p := newPage(width, v.lang)
	if v.kind == findings.Heat {
		p.width = max(p.width, math.Ceil(heatWidth(p, v)))
	}
	p.paragraph(v.finding.Title, titleStyle, 4)
	p.down(3)
	p.paragraph(v.figure.Title, axisStyle, 3)
	p.down(1.5 * look.Gap)
	kinds[v.kind].lay(p, v)
	p.down(1.5 * look.Gap)
	p.paragraph(v.figure.Caption, smallStyle, 6)
	p.height = math.Ceil(p.down(look.Margin))
	return p
}
