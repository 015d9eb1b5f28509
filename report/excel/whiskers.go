package excel

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// A whisker is what a chart needs to draw the intervals of a column of bars or
// of a line: two columns beyond what is printed, which say how far they reach to
// either side. They are formulas of the table's cells, and stay right when the
// table is sorted.
type whisker struct {
	value        int // index into the finding's columns
	below, above int // columns of the sheet
}

// keepWhiskers keeps columns for the whiskers of a figure, from that one.
func (pl *place) keepWhiskers(column int) {
	f := pl.finding
	if natives[f.Figure.Kind] != excelize.Bar && natives[f.Figure.Kind] != excelize.Line {
		return
	}
	for _, j := range series(pl) {
		beside := pl.part(j, low) > 0
		if some(&f.Table, j, func(c findings.Cell) bool { return reaches(c, f.Table.Columns[j].Unit) }) && (beside || pl.labelsDiffer()) {
			pl.whiskers = append(pl.whiskers, whisker{j, column, column + 1})
			column += 2
		}
	}
}

// reaches reports whether a cell has an interval to draw.
func reaches(c findings.Cell, u findings.Unit) bool {
	return !c.Hidden && !math.IsNaN(c.Number) && !math.IsNaN(c.Low) && !math.IsNaN(c.High) && c.Ends(u)
}

// labelsDiffer reports whether a row is known by the label that the figure
// shows.
func (pl *place) labelsDiffer() bool {
	seen := map[string]bool{}
	for _, row := range pl.finding.Table.Rows {
		seen[row[pl.finding.Figure.Label].Label] = true
	}
	return len(seen) == len(pl.finding.Table.Rows)
}

// whisk fills the columns of the whiskers. The ends of the intervals are in the
// table itself, or in one of their own, ends.
func (p *page) whisk(pl, ends *place) {
	below := p.row
	t := &pl.finding.Table
	for _, w := range pl.whiskers {
		p.row = pl.head
		p.text(w.below, p.Sayf("%s whisker down", t.Columns[w.value].Name), p.styles.under)
		p.text(w.above, p.Sayf("%s whisker up", t.Columns[w.value].Name), p.styles.under)
		for i, row := range t.Rows {
			p.row = pl.first + i
			if c := row[w.value]; reaches(c, t.Columns[w.value].Unit) {
				value, unit := at(pl.column(w.value), p.row), t.Columns[w.value].Unit
				p.formula(w.below, value+"-"+pl.end(ends, w.value, low, p.row), c.Number-c.Low, unit)
				p.formula(w.above, pl.end(ends, w.value, high, p.row)+"-"+value, c.High-c.Number, unit)
			}
		}
	}
	p.row = below
}

// end refers to the end of an interval: beside its number, or in the row of
// ends with the same label.
func (pl *place) end(ends *place, j int, part part, row int) string {
	if beside := pl.part(j, part); beside > 0 {
		return at(beside, row)
	}
	within := func(column int) string { return ends.page.fixed(column, ends.first, column, ends.last) }
	label := pl.finding.Figure.Label
	return fmt.Sprintf("INDEX(%s,MATCH(%s,%s,0))", within(ends.part(j, part)), at(pl.column(label), row), within(ends.column(label)))
}

// formula sets a cell to a formula, and to what it amounts to: not every program
// works formulas out when it opens a file.
func (p *page) formula(column int, formula string, v float64, u findings.Unit) {
	p.figure(column, v, p.styles.interval[u])
	p.check(p.file.SetCellFormula(p.sheet, at(column, p.row), formula))
}

// whiskerTop is where the axis ends: at the next 5% above every whisker.
func whiskerTop(pl *place) float64 {
	top := 0.0
	for _, w := range pl.whiskers {
		for _, row := range pl.finding.Table.Rows {
			if c := row[w.value]; reaches(c, pl.finding.Table.Columns[w.value].Unit) {
				top = max(top, c.High)
			}
		}
	}
	return min(math.Ceil(top*20)/20, 1)
}

// errorBars are the whiskers of a series, to that row; "" for one without any.
func (pl *place) errorBars(j, last int) string {
	for _, w := range pl.whiskers {
		if w.value != j {
			continue
		}
		ref := func(column int) string {
			return "<numRef><f>" + pl.page.absolute(column, pl.first, column, last) + "</f></numRef>"
		}
		return fmt.Sprintf(`<errBars><errBarType val="both"></errBarType><errValType val="cust"></errValType><noEndCap val="0"></noEndCap>`+
			`<plus>%s</plus><minus>%s</minus><spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="%s"></a:srgbClr></a:solidFill></a:ln></spPr></errBars>`,
			ref(w.above), ref(w.below), look.Hex(look.Ink))
	}
	return ""
}
