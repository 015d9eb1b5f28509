package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// Whatever the table holds, the chart is whole: nothing is cut off at an edge,
// no two texts touch, every number is one of the table's, and the SVG is XML.
func TestAnyTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFinding().Draw(t, "finding")
		v, err := newView(f, say.English)
		if err != nil || v.numbers() == 0 {
			if Drawable(f) {
				t.Fatal("drawable without a number")
			}
			return
		}
		p := lay(v)
		checkFit(t, p)
		checkApart(t, p)
		checkNumbers(t, p, f)
		var b bytes.Buffer
		if err := Draw(f, say.English, &b, "svg"); err != nil {
			t.Fatal(err)
		}
		checkXML(t, b.Bytes())
	})
}

// extent returns the rectangle that a text takes up.
func extent(p *page, w words) (x1, y1, x2, y2 float64) {
	wide, up, below := p.measure(w.text, w.style), 0.73*w.style.size, 0.21*w.style.size
	if w.turned {
		return w.x - up, w.y - wide, w.x + below, w.y
	}
	return w.x, w.y - up, w.x + wide, w.y + below
}

func checkFit(t *rapid.T, p *page) {
	in := func(what any, x1, y1, x2, y2 float64) {
		if !(min(x1, x2) >= 0 && min(y1, y2) >= 0 && max(x1, x2) <= p.width && max(y1, y2) <= p.height) {
			t.Fatalf("%+v is not on the page of %g by %g", what, p.width, p.height)
		}
	}
	for _, s := range p.shapes {
		switch s := s.(type) {
		case box:
			in(s, s.x, s.y, s.x+s.w, s.y+s.h)
		case line:
			in(s, s.x1, s.y1, s.x2, s.y2)
		case dot:
			in(s, s.x-s.r, s.y-s.r, s.x+s.r, s.y+s.r)
		case words:
			x1, y1, x2, y2 := extent(p, s)
			in(s, x1, y1, x2, y2)
		}
	}
}

func checkApart(t *rapid.T, p *page) {
	var all []words
	for _, s := range p.shapes {
		if w, ok := s.(words); ok {
			all = append(all, w)
		}
	}
	for i, a := range all {
		ax1, ay1, ax2, ay2 := extent(p, a)
		for _, b := range all[:i] {
			bx1, by1, bx2, by2 := extent(p, b)
			if ax1 < bx2 && bx1 < ax2 && ay1 < by2 && by1 < ay2 {
				t.Fatalf("%+v and %+v overlap", a, b)
			}
		}
	}
}

// checkNumbers looks for the bold numbers and those in color in the table.
func checkNumbers(t *rapid.T, p *page, f *findings.Finding) {
	known := map[string]bool{}
	for _, row := range f.Table.Rows {
		for j, c := range row {
			if !c.Hidden {
				known[c.Text(say.English, f.Table.Columns[j].Unit)] = true
			}
		}
	}
	for _, s := range p.shapes {
		if w, ok := s.(words); ok && w.style == numberStyle && !known[w.text] {
			t.Fatalf("%q is no number of the table", w.text)
		}
	}
}

func checkXML(t *rapid.T, data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("the SVG is no XML: %v", err)
		}
	}
}

func anyFinding() *rapid.Generator[*findings.Finding] {
	label := rapid.OneOf(rapid.String(), rapid.StringN(0, 200, -1), rapid.SampledFrom([]string{"Trust", strings.Repeat("word ", 40), strings.Repeat("W", 90)}))
	return rapid.Custom(func(t *rapid.T) *findings.Finding {
		kind := findings.FigureKind(rapid.IntRange(0, int(findings.Line)).Draw(t, "kind"))
		unit := rapid.SampledFrom([]findings.Unit{findings.Count, findings.Share, findings.Points, findings.Ratio, findings.Mean}).Draw(t, "unit")
		columns := rapid.IntRange(1, 7).Draw(t, "columns")
		if kind == findings.Heat {
			columns = rapid.IntRange(1, 25).Draw(t, "columns of a heat map")
		}
		f := &findings.Finding{
			ID: "any", Title: label.Draw(t, "title"),
			Table:  findings.Table{Columns: []findings.Column{{Name: "Row"}}},
			Figure: &findings.Figure{Kind: kind, Title: label.Draw(t, "axis"), Caption: label.Draw(t, "caption")},
		}
		for j := range columns {
			key := rapid.SampledFrom([]string{"", "parent", "teacher", "concern", "praise"}).Draw(t, "key")
			f.Table.Columns = append(f.Table.Columns, findings.Column{Name: label.Draw(t, "column"), Unit: unit, Key: key})
			f.Figure.Values = append(f.Figure.Values, j+1)
		}
		cell := anyCell(unit)
		for range rapid.IntRange(0, 30).Draw(t, "rows") {
			row := []findings.Cell{findings.Text(label.Draw(t, "label"))}
			for range columns {
				row = append(row, cell.Draw(t, "cell"))
			}
			f.Table.Rows = append(f.Table.Rows, row)
		}
		return f
	})
}

func anyCell(unit findings.Unit) *rapid.Generator[findings.Cell] {
	low, high := 0.0, 100_000.0
	switch unit {
	case findings.Share:
		high = 1
	case findings.Points:
		low, high = -1, 1
	case findings.Ratio, findings.Mean:
		high = 30
	}
	number := rapid.OneOf(rapid.Float64Range(low, high), rapid.SampledFrom([]float64{0, low, high}))
	return rapid.Custom(func(t *rapid.T) findings.Cell {
		switch rapid.IntRange(0, 9).Draw(t, "sort") {
		case 0:
			return findings.HiddenCell()
		case 1:
			return findings.Num(math.NaN())
		case 2, 3:
			return findings.Num(number.Draw(t, "number"))
		}
		three := []float64{number.Draw(t, "low"), number.Draw(t, "number"), number.Draw(t, "high")}
		slices.Sort(three)
		return findings.Cell{Low: three[0], Number: three[1], High: three[2], Base: rapid.Int64Range(0, 9999).Draw(t, "base")}
	})
}
