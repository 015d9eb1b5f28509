package ooxml

import (
	"fmt"
	"image/color"
	"math"
	"strconv"

	"commonground/analysis/say"
	"commonground/report/look"
)

// A Chart is drawn by the office program itself: bars from left to right, a row
// of them for each label, the first on top. A value that is NaN has no bar.
type Chart struct {
	Lang          say.Language
	Name          string // what the labels are: "Theme"
	Labels        []string
	Series        []Series
	Stacked       bool   // each row's bars end to end, stretched to 100%
	Format        string // of the values, as spreadsheets write it
	Alt           string // what it shows, for those who can't see it
	Size          float64
	Width, Height float64 // in points, as Size, which is that of the type
	Room          float64 // share of the width that is kept for the labels
}

// A Series is a bar of every row, and its whiskers where it has any.
type Series struct {
	Name      string
	Ink       Ink
	Inks      []Ink // one for each value where these are of different kinds, in place of Ink
	Values    []float64
	Formats   []string  // of each value's number, where it isn't the chart's
	Low, High []float64 // ends of the whiskers, NaN where there is none; nil for a series without any
}

const (
	drawingSpace  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	chartSpace    = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	categoryAxis  = "111111111"
	valueAxis     = "222222222"
)

// Chart adds a chart in one of the package's folders, with the workbook that
// the program opens to edit it.
func (p *Package) Chart(folder string, c *Chart) *Part {
	p.charts++
	part := p.Part(fmt.Sprintf("%s/charts/chart%d.xml", folder, p.charts),
		"application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
	book := p.Part(fmt.Sprintf("%s/embeddings/workbook%d.xlsx", folder, p.charts),
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	book.Data = c.workbook()
	part.Set(E(`c:chartSpace xmlns:c="`+chartSpace+`" xmlns:a="`+drawingSpace+`" xmlns:r="`+relationSpace+`"`,
		E(`c:roundedCorners val="0"`),
		E("c:chart",
			E(`c:autoTitleDeleted val="1"`),
			E("c:plotArea", c.layout(), c.bars(), c.labelAxis(), c.numberAxis()),
			If(len(c.Series) > 1, c.legend()),
			E(`c:plotVisOnly val="1"`), E(`c:dispBlanksAs val="gap"`)),
		E("c:spPr", E("a:noFill"), E("a:ln", E("a:noFill"))),
		c.lettering(Text, false),
		E("c:externalData", A("r:id", part.Link("package", book)), E(`c:autoUpdate val="0"`))))
	return part
}

// Graphic returns what stands for a chart in the page that shows it.
func (p *Part) Graphic(chart *Part) Node {
	return E(`a:graphic xmlns:a="`+drawingSpace+`"`,
		E(`a:graphicData uri="`+chartSpace+`"`,
			E(`c:chart xmlns:c="`+chartSpace+`" xmlns:r="`+relationSpace+`"`, A("r:id", p.Link("chart", chart)))))
}

// legendHeight is what a legend takes from the plot, in sizes of type.
const legendHeight = 2.2

// layout fixes where the plot stands within the chart, without its labels.
func (c *Chart) layout() Node {
	top := 0.0
	if len(c.Series) > 1 {
		top = legendHeight * c.Size / c.Height
	}
	at := func(name string, v float64) Node { return E("c:"+name, A("val", decimal(v))) }
	return E("c:layout", E("c:manualLayout",
		E(`c:layoutTarget val="inner"`), E(`c:xMode val="edge"`), E(`c:yMode val="edge"`),
		at("x", c.Room), at("y", top), at("w", 1-c.Room), at("h", 1-top)))
}

func (c *Chart) bars() Node {
	grouping, gap, overlap := "clustered", "45", "-8"
	if c.Stacked {
		grouping, overlap = "percentStacked", "100"
	}
	if len(c.Series) > 1 {
		gap = "60"
	}
	return E("c:barChart",
		E(`c:barDir val="bar"`), E("c:grouping", A("val", grouping)), E(`c:varyColors val="0"`),
		Each(c.Series, func(i int, s Series) Node { return c.series(i, &s) }),
		E("c:gapWidth", A("val", gap)), E("c:overlap", A("val", overlap)),
		E("c:axId", A("val", categoryAxis)), E("c:axId", A("val", valueAxis)))
}

func (c *Chart) series(i int, s *Series) Node {
	n := strconv.Itoa(i)
	return E("c:ser", E("c:idx", A("val", n)), E("c:order", A("val", n)),
		E("c:tx", E("c:strRef", E("c:f", T(cellRange(i+1, 0, 0))), texts("c:strCache", []string{s.Name}))),
		E("c:spPr", s.Ink.Fill()),
		E(`c:invertIfNegative val="0"`),
		Each(s.Inks, func(j int, ink Ink) Node {
			return E("c:dPt", E("c:idx", A("val", strconv.Itoa(j))), E(`c:invertIfNegative val="0"`), E(`c:bubble3D val="0"`), E("c:spPr", ink.Fill()))
		}),
		c.numbers(s),
		c.whiskers(i),
		E("c:cat", E("c:strRef", E("c:f", T(c.column(0))), texts("c:strCache", c.Labels))),
		E("c:val", c.reference(i+1, s.Values)))
}

// numbers writes each value at the end of its bar, or beyond its whisker; in
// the middle of a bar that is stacked, where there is room.
func (c *Chart) numbers(s *Series) Node {
	var single Node
	for j, v := range s.Values {
		index := E("c:idx", A("val", strconv.Itoa(j)))
		format := c.Format
		if s.Formats != nil {
			format = s.Formats[j]
		}
		switch {
		case math.IsNaN(v):
		case c.Stacked && v < thinnest:
			single.in = append(single.in, E("c:dLbl", index, E(`c:delete val="1"`)))
		case s.High != nil && s.High[j] > v:
			away := (s.High[j]-v)/c.top()*(1-c.Room) + 4/c.Width
			single.in = append(single.in, E("c:dLbl", index,
				E("c:layout", E("c:manualLayout", E("c:x", A("val", decimal(away))), E(`c:y val="0"`))), c.label(s, format)))
		case format != c.Format:
			single.in = append(single.in, E("c:dLbl", index, c.label(s, format)))
		}
	}
	return E("c:dLbls", single, c.label(s, c.Format), E("c:extLst",
		E(`c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"`,
			E(`c15:showLeaderLines val="0"`)))) // which would lengthen the whisker
}

// thinnest is the share of a bar that is too thin for its number.
const thinnest = 0.05

func (c *Chart) label(s *Series, format string) Node {
	ink, place := Text, "outEnd"
	if c.Stacked {
		ink, place = Fixed(look.On(s.Ink.fixed)), "ctr"
	}
	return All(E("c:numFmt", A("formatCode", format), A("sourceLinked", "0")),
		E("c:spPr", E("a:noFill"), E("a:ln", E("a:noFill"))), c.lettering(ink, !c.Stacked), E("c:dLblPos", A("val", place)),
		E(`c:showLegendKey val="0"`), E(`c:showVal val="1"`), E(`c:showCatName val="0"`),
		E(`c:showSerName val="0"`), E(`c:showPercent val="0"`), E(`c:showBubbleSize val="0"`))
}

// whiskers are nothing for a series without intervals.
func (c *Chart) whiskers(i int) Node {
	if c.Series[i].High == nil {
		return Node{}
	}
	below, above := c.Series[i].reach()
	return E("c:errBars", E(`c:errBarType val="both"`), E(`c:errValType val="cust"`), E(`c:noEndCap val="0"`),
		E("c:plus", c.reference(c.whiskerColumn(i)+1, above)), E("c:minus", c.reference(c.whiskerColumn(i), below)),
		E("c:spPr", E(`a:ln w="12700"`, Text.Fill())))
}

// reach returns how far the whiskers go to either side.
func (s *Series) reach() (below, above []float64) {
	for j, v := range s.Values {
		below = append(below, v-s.Low[j])
		above = append(above, s.High[j]-v)
	}
	return below, above
}

// lettering says how text is set.
func (c *Chart) lettering(ink Ink, bold bool) Node {
	weight := "0"
	if bold {
		weight = "1"
	}
	return E("c:txPr", E("a:bodyPr"), E("a:lstStyle"), E("a:p", E("a:pPr", E("a:defRPr",
		A("sz", Hundredths(c.Size)), A("b", weight), ink.Fill(), E(`a:latin typeface="+mn-lt"`))), E("a:endParaRPr", A("lang", Locale(c.Lang)))))
}

// Hundredths writes a size of type as drawings have it.
func Hundredths(points float64) string { return strconv.Itoa(int(math.Round(points * 100))) }

// reference is a column of numbers, by its place in the workbook and as it is.
func (c *Chart) reference(column int, values []float64) Node {
	points := []Node{E("c:formatCode", T(c.Format)), E("c:ptCount", A("val", strconv.Itoa(len(values))))}
	for j, v := range values {
		if !math.IsNaN(v) {
			points = append(points, E("c:pt", A("idx", strconv.Itoa(j)), E("c:v", T(decimal(v)))))
		}
	}
	return E("c:numRef", E("c:f", T(c.column(column))), E("c:numCache", points...))
}

func texts(tag string, all []string) Node {
	return E(tag, E("c:ptCount", A("val", strconv.Itoa(len(all)))), Each(all, func(j int, s string) Node {
		return E("c:pt", A("idx", strconv.Itoa(j)), E("c:v", T(s)))
	}))
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// Colors returns inks for colors that mean something.
func Colors(all []color.RGBA) []Ink {
	var inks []Ink
	for _, c := range all {
		inks = append(inks, Fixed(c))
	}
	return inks
}
