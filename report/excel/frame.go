package excel

import (
	"image/color"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/chart"
	"commonground/report/look"
)

// frame is a chart without its series: axes, legend, and how numbers are
// written.
func frame(pl *place) *excelize.Chart {
	f := pl.finding
	shown := series(pl)
	unit := f.Table.Columns[shown[0]].Unit
	no, zero, line := false, 0.0, f.Figure.Kind == findings.Line
	c := &excelize.Chart{
		Type:       natives[f.Figure.Kind],
		Format:     excelize.GraphicOptions{AltText: look.Clean(chart.Alt(f, pl.page.Language)), Name: f.ID, Positioning: "oneCell"},
		VaryColors: &no,
		Legend:     excelize.ChartLegend{Position: "none", Font: chartFont(9, look.Ink)},
		XAxis: excelize.ChartAxis{ReverseOrder: !line, Font: *chartFont(9, look.Ink),
			TickLabelPosition: excelize.ChartTickLabelLow},
		// With the rows from top to bottom, the far side of the axis is below.
		YAxis: excelize.ChartAxis{MajorGridLines: true, Font: *chartFont(9, look.Muted),
			TickLabelPosition: excelize.ChartTickLabelHigh,
			NumFmt:            excelize.ChartNumFmt{CustomNumFmt: axisFormat(pl, unit)},
			Title:             excelize.ChartTitle{Paragraph: run(f.Figure.Title, 9, look.Muted)}},
		PlotArea: excelize.ChartPlotArea{ShowVal: numbered(pl), NumFmt: excelize.ChartNumFmt{CustomNumFmt: labelFormat(unit)}},
		GapWidth: gap(f, len(shown)),
		Border:   excelize.LineOptions{Type: excelize.LineNone},
	}
	if line { // whose axis stands at the left, where its title would take the room
		c.YAxis.TickLabelPosition = excelize.ChartTickLabelLow
		c.Title, c.YAxis.Title = c.YAxis.Title, excelize.ChartTitle{}
	}
	if len(shown) > 1 {
		c.Legend.Position = "top"
	}
	if unit != findings.Points {
		c.YAxis.Minimum = &zero
	}
	if len(pl.whiskers) > 0 && unit == findings.Share {
		top := whiskerTop(pl)
		c.YAxis.Maximum = &top
	}
	return c
}

// numbered reports whether the chart writes its numbers: not where they would
// stand in the way of whiskers, and not those that rest on few people, as it
// would write them in percent. The table says them.
func numbered(pl *place) bool {
	f := pl.finding
	crowded := f.Figure.Kind == findings.Line || len(series(pl)) > 1 && len(pl.whiskers) > 0
	return !crowded && !drawn(pl, func(c findings.Cell, u findings.Unit) bool { return c.Format(pl.page.Language, u) != u.Format() })
}

// drawn reports whether some cell that is drawn is such.
func drawn(pl *place, such func(findings.Cell, findings.Unit) bool) bool {
	t := &pl.finding.Table
	return slices.ContainsFunc(pl.finding.Figure.Values, func(j int) bool {
		return some(t, j, func(c findings.Cell) bool { return such(c, t.Columns[j].Unit) })
	})
}

func stacked(f *findings.Finding) bool { return natives[f.Figure.Kind] != excelize.Bar }

// labelPosition leaves the end of a bar to its whisker.
func labelPosition(pl *place) excelize.ChartDataLabelPositionType {
	if len(pl.whiskers) > 0 {
		return excelize.ChartDataLabelsPositionInsideBase
	}
	return excelize.ChartDataLabelsPositionUnset
}

// labelInk is the color of a bar's number, which stands on the bar or beside it.
func labelInk(pl *place, bar color.RGBA) color.RGBA {
	if stacked(pl.finding) || len(pl.whiskers) > 0 {
		return look.On(bar)
	}
	return look.Ink
}

func gap(f *findings.Finding, series int) *uint {
	width := uint(45)
	if stacked(f) || series > 1 {
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

// axisFormat writes no percents where all are of very few people.
func axisFormat(pl *place, u findings.Unit) string {
	switch {
	case !drawn(pl, func(c findings.Cell, u findings.Unit) bool { return c.Ends(u) && !math.IsNaN(c.Number) }):
		return ";;;"
	case pl.finding.Figure.Kind == findings.Likert:
		return findings.Share.Format()
	}
	return u.Format()
}

// seriesColors gives roles and tones their own colors, scales a ramp, and
// others colors in order.
func seriesColors(f *findings.Finding, shown []int) []color.RGBA {
	if f.Figure.Kind == findings.Likert {
		ramp := look.Answers(f.Table.Keys(f.Figure.Values))
		var out []color.RGBA
		for i, j := range f.Figure.Values {
			if slices.Contains(shown, j) {
				out = append(out, ramp[i])
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
	return []excelize.RichTextRun{{Text: look.Clean(s), Font: chartFont(size, c)}}
}
