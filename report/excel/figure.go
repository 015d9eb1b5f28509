package excel

import (
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
	findings.Line:    excelize.Line,
}

// Sizes of charts, in pixels of 96 to the inch.
const (
	besideWidth  = 640 // beside a table
	belowWidth   = 880 // below one that is too wide for that
	chartFrame   = 90  // axis and legend
	chartHighest = 940
	lineHeight   = 340 // of a chart of lines
)

// A drawing is a place for a chart, which need not be on the page of its cells.
type drawing struct {
	column, row   int // of its corner
	width, height int // in pixels
	rows          int // of the table that are drawn, from the first
	title         string
}

// chart draws the figure of a table with its corner in that cell, and returns
// the first free row below; where there is nothing to draw it returns row.
func (p *page) chart(pl *place, column, row int) int {
	if !drawable(pl) {
		return row
	}
	d := drawing{column: column, row: row, width: belowWidth, rows: pl.last - pl.first + 1}
	d.height = chartHeight(pl, d.rows)
	if column > 1 {
		d.width = besideWidth
		p.right = max(p.right, column+chartColumns-1)
	}
	pl.keepWhiskers(max(column, len(pl.columns)+2) + chartColumns + margin)
	p.draw(pl, d)
	return p.rowBelow(row, float64(d.height)*0.75) + 1
}

// chartColumns is how many columns of the usual width a chart beside a table
// covers, and margin how many are left empty, of which some may be printed.
const (
	chartColumns = 10
	margin       = 14
)

func drawable(pl *place) bool {
	f := pl.finding
	if f.Figure == nil || !chart.Drawable(f) {
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

// chartHeight is what so many rows of a figure take.
func chartHeight(pl *place, rows int) int {
	switch natives[pl.finding.Figure.Kind] {
	case excelize.Line:
		return lineHeight
	case excelize.Bar:
		return min(chartFrame+rows*(11+10*len(series(pl))), chartHighest)
	}
	return min(chartFrame+rows*24, chartHighest)
}

// draw puts a chart on the page.
func (p *page) draw(pl *place, d drawing) {
	c := frame(pl)
	c.Dimension = excelize.ChartDimension{Width: uint(d.width), Height: uint(d.height)}
	if d.title != "" {
		c.Title = excelize.ChartTitle{Paragraph: run(d.title, 11, look.Ink)}
	}
	shown := series(pl)
	colors := seriesColors(pl.finding, shown)
	label, last := pl.column(pl.finding.Figure.Label), pl.first+d.rows-1
	for i, j := range shown {
		at, color := pl.column(j), look.Hex(colors[i])
		fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       pl.page.absolute(at, pl.head, at, pl.head),
			Categories: pl.page.absolute(label, pl.first, label, last),
			Values:     pl.page.absolute(at, pl.first, at, last),
			Fill:       fill,
			Line:       excelize.LineOptions{Width: 2},
			Marker: excelize.ChartMarker{Symbol: "circle", Size: 7, Fill: fill,
				Border: excelize.LineOptions{Fill: fill, Width: 0.75}},
			DataLabel:         excelize.ChartDataLabel{Font: *chartFont(8, labelInk(pl, colors[i]))},
			DataLabelPosition: labelPosition(pl),
		})
	}
	p.check(p.file.AddChart(p.sheet, at(d.column, d.row), c))
	p.charts++
	p.amend(pl, shown, last)
}
