package excel

import (
	"image/color"
	"math"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/chart"
	"commonground/report/look"
)

// natives says how each kind of figure is drawn by Excel itself. A heat map is
// drawn by coloring its cells.
var natives = map[findings.FigureKind]excelize.ChartType{
	findings.Bars:    excelize.Bar,
	findings.Dots:    excelize.Bar,
	findings.Slope:   excelize.Bar,
	findings.Diverge: excelize.BarStacked,
	findings.Likert:  excelize.BarPercentStacked,
}

// Sizes of charts, in pixels of 96 to the inch.
const (
	chartWidth   = 640
	chartFrame   = 90 // axis and legend
	chartHighest = 1100
)

// chart draws the figure of a table with its corner in that cell, and returns
// the first free row below; where there is nothing to draw it returns row.
func (p *page) chart(pl *place, column, row int) int {
	if !drawable(pl) {
		return row
	}
	p.draw(pl, column, row, nil)
	p.right = max(p.right, column+chartColumns-1)
	return p.rowBelow(row, float64(chartHeight(pl))*0.75) + 1
}

// chartColumns is how many columns of the usual width a chart covers.
const chartColumns = 10

func drawable(pl *place) bool {
	f := pl.finding
	if f.Figure == nil || pl.last < pl.first || !chart.Drawable(f) {
		return false
	}
	_, native := natives[f.Figure.Kind]
	return native && len(series(pl)) > 0
}

// series lists the columns with something to show.
func series(pl *place) []int {
	var shown []int
	for _, j := range pl.finding.Figure.Values {
		if some(&pl.finding.Table, j, func(c findings.Cell) bool { return !c.Hidden && !math.IsNaN(c.Number) && c.Number != 0 }) {
			shown = append(shown, j)
		}
	}
	return shown
}

func chartHeight(pl *place) int {
	bars := 1
	if natives[pl.finding.Figure.Kind] == excelize.Bar {
		bars = len(series(pl))
	}
	rows := pl.last - pl.first + 1
	return min(chartFrame+rows*(10+14*bars), chartHighest)
}

// draw puts a chart on the page, which need not be the one of its cells.
func (p *page) draw(pl *place, column, row int, title []excelize.RichTextRun) {
	f := pl.finding
	shown := series(pl)
	kind := natives[f.Figure.Kind]
	stacked := kind != excelize.Bar
	unit := f.Table.Columns[shown[0]].Unit
	no, zero := false, 0.0

	c := &excelize.Chart{
		Type:       kind,
		Format:     excelize.GraphicOptions{AltText: clean(chart.Alt(f)), Name: f.ID, Positioning: "oneCell"},
		Dimension:  excelize.ChartDimension{Width: chartWidth, Height: uint(chartHeight(pl))},
		VaryColors: &no,
		Title:      excelize.ChartTitle{Paragraph: title},
		Legend:     excelize.ChartLegend{Position: "none", Font: chartFont(9, look.Ink)},
		XAxis: excelize.ChartAxis{ReverseOrder: true, Font: *chartFont(9, look.Ink),
			TickLabelPosition: excelize.ChartTickLabelLow},
		// With the rows from top to bottom, the far side of the axis is below.
		YAxis: excelize.ChartAxis{MajorGridLines: true, Font: *chartFont(9, look.Muted),
			TickLabelPosition: excelize.ChartTickLabelHigh,
			NumFmt:            excelize.ChartNumFmt{CustomNumFmt: axisFormat(unit, kind)},
			Title:             excelize.ChartTitle{Paragraph: run(f.Figure.Title, 9, look.Muted)}},
		PlotArea: excelize.ChartPlotArea{ShowVal: true,
			NumFmt: excelize.ChartNumFmt{CustomNumFmt: labelFormat(unit)}},
		GapWidth: gap(stacked, len(shown)),
	}
	if len(shown) > 1 {
		c.Legend.Position = "top"
	}
	if unit != findings.Points {
		c.YAxis.Minimum = &zero
	}
	colors := seriesColors(f, shown)
	for i, j := range shown {
		at := pl.column(j)
		label := pl.column(f.Figure.Label)
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       pl.page.absolute(at, pl.head, at, pl.head),
			Categories: pl.page.absolute(label, pl.first, label, pl.last),
			Values:     pl.page.absolute(at, pl.first, at, pl.last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{look.Hex(colors[i])}},
			DataLabel:  excelize.ChartDataLabel{Font: *chartFont(8, labelInk(stacked, colors[i]))},
		})
	}
	p.check(p.file.AddChart(p.sheet, at(column, row), c))
}

// labelInk is the color of a bar's number, which stands on the bar in a stack
// and beside it otherwise.
func labelInk(stacked bool, bar color.RGBA) color.RGBA {
	if stacked {
		return look.On(bar)
	}
	return look.Ink
}

func gap(stacked bool, series int) *uint {
	width := uint(45)
	if stacked || series > 1 {
		width = 35
	}
	return &width
}

// labelFormat leaves out zeros, which is also what Excel takes the word
// "withheld" for.
func labelFormat(u findings.Unit) string {
	if u == findings.Points {
		return "+0%;-0%;"
	}
	return u.Format() + ";;"
}

func axisFormat(u findings.Unit, kind excelize.ChartType) string {
	if kind == excelize.BarPercentStacked {
		return "0%"
	}
	return u.Format()
}

// seriesColors gives roles and tones their own colors, scales a ramp, and
// others colors in order.
func seriesColors(f *findings.Finding, shown []int) []color.RGBA {
	if f.Figure.Kind == findings.Likert {
		ramp := look.Scale(len(f.Figure.Values))
		var out []color.RGBA
		for i, j := range f.Figure.Values {
			for _, k := range shown {
				if j == k {
					out = append(out, ramp[i])
				}
			}
		}
		return out
	}
	out := look.Series(len(shown))
	for i, j := range shown {
		if c := look.Color(f.Table.Columns[j].Key); c != look.Plain {
			out[i] = c
		}
	}
	return out
}

func chartFont(size float64, c color.RGBA) *excelize.Font {
	return &excelize.Font{Family: look.SheetFont, Size: size, Color: look.Hex(c)}
}

func run(s string, size float64, c color.RGBA) []excelize.RichTextRun {
	if s == "" {
		return nil
	}
	return []excelize.RichTextRun{{Text: clean(s), Font: chartFont(size, c)}}
}
