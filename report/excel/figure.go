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
}

// Sizes of charts, in pixels of 96 to the inch.
const (
	besideWidth  = 640 // beside a table
	belowWidth   = 880 // below one that is too wide for that
	chartFrame   = 90  // axis and legend
	chartHighest = 1100
)

// chart draws the figure of a table with its corner in that cell, and returns
// the first free row below; where there is nothing to draw it returns row.
func (p *page) chart(pl *place, column, row int) int {
	if !drawable(pl) {
		return row
	}
	p.whiskers(pl, max(column, len(pl.columns)+2)+chartColumns+1)
	if column == 1 {
		p.draw(pl, column, row, belowWidth, nil)
	} else {
		p.draw(pl, column, row, besideWidth, nil)
		p.right = max(p.right, column+chartColumns-1)
	}
	return p.rowBelow(row, float64(chartHeight(pl))*0.75) + 1
}

// chartColumns is how many columns of the usual width a chart beside a table
// covers.
const chartColumns = 10

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

func chartHeight(pl *place) int {
	bars := 1
	if natives[pl.finding.Figure.Kind] == excelize.Bar {
		bars = len(series(pl))
	}
	rows := pl.last - pl.first + 1
	return min(chartFrame+rows*(12+12*bars), chartHighest)
}

// draw puts a chart on the page, which need not be the one of its cells.
func (p *page) draw(pl *place, column, row, width int, title []excelize.RichTextRun) {
	c := frame(pl)
	c.Dimension = excelize.ChartDimension{Width: uint(width), Height: uint(chartHeight(pl))}
	c.Title = excelize.ChartTitle{Paragraph: title}
	shown := series(pl)
	colors := seriesColors(pl.finding, shown)
	label := pl.column(pl.finding.Figure.Label)
	for i, j := range shown {
		at := pl.column(j)
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:              pl.page.absolute(at, pl.head, at, pl.head),
			Categories:        pl.page.absolute(label, pl.first, label, pl.last),
			Values:            pl.page.absolute(at, pl.first, at, pl.last),
			Fill:              excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{look.Hex(colors[i])}},
			DataLabel:         excelize.ChartDataLabel{Font: *chartFont(8, labelInk(pl, colors[i]))},
			DataLabelPosition: labelPosition(pl),
		})
	}
	p.check(p.file.AddChart(p.sheet, at(column, row), c))
	p.charts++
	if pl.above > 0 {
		p.drawWhiskers(pl)
	}
}
