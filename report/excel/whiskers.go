package excel

import (
	"bytes"
	"fmt"
	"math"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// whiskers writes what a chart needs to draw the intervals of a bar: how far
// they reach to either side, as formulas of the table's cells, in two columns
// beyond what is printed. They stay right when the table is sorted.
func (p *page) whiskers(pl *place, column int) {
	f := pl.finding
	j := f.Figure.Values[0]
	if f.Figure.Kind != findings.Bars || len(f.Figure.Values) != 1 || f.Table.Columns[j].Unit != findings.Share {
		return
	}
	low, high := pl.part(j, low), pl.part(j, high)
	if low == 0 || high == 0 {
		return
	}
	pl.below, pl.above = column, column+1
	below := p.row
	p.row = pl.head
	p.text(pl.below, "Whisker down", p.styles.under)
	p.text(pl.above, "Whisker up", p.styles.under)
	value := pl.column(j)
	for i, row := range f.Table.Rows {
		p.row = pl.first + i
		if c := row[j]; !c.Hidden && !math.IsNaN(c.Low) && !math.IsNaN(c.High) {
			p.difference(pl.below, value, low, c.Number-c.Low)
			p.difference(pl.above, high, value, c.High-c.Number)
		}
	}
	p.row = below
}

// difference sets a cell to the formula a - b, and to what it amounts to: not
// every program works formulas out when it opens a file.
func (p *page) difference(column, a, b int, v float64) {
	p.figure(column, v, p.styles.interval[findings.Share])
	p.check(p.file.SetCellFormula(p.sheet, at(column, p.row), at(a, p.row)+"-"+at(b, p.row)))
}

// whiskerTop is where the axis ends: at the next 5% above every whisker.
func whiskerTop(pl *place) float64 {
	top := 0.0
	for _, row := range pl.finding.Table.Rows {
		if c := row[pl.finding.Figure.Values[0]]; !c.Hidden && !math.IsNaN(c.High) {
			top = max(top, c.High)
		}
	}
	return min(math.Ceil(top*20)/20, 1)
}

// drawWhiskers adds the whiskers to the chart drawn last. The library has no
// means for it, so its part is amended.
func (p *page) drawWhiskers(pl *place) {
	name := fmt.Sprintf("xl/charts/chart%d.xml", p.charts)
	part, ok := p.file.Pkg.Load(name)
	xml, isBytes := part.([]byte)
	if !ok || !isBytes || !bytes.Contains(xml, []byte("<cat>")) {
		p.check(fmt.Errorf("the chart of %s has no part %s to amend", pl.finding.ID, name))
		return
	}
	ref := func(column int) string {
		return "<numRef><f>" + pl.page.absolute(column, pl.first, column, pl.last) + "</f></numRef>"
	}
	bars := fmt.Sprintf(`<errBars><errBarType val="both"></errBarType><errValType val="cust"></errValType><noEndCap val="0"></noEndCap>`+
		`<plus>%s</plus><minus>%s</minus><spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="%s"></a:srgbClr></a:solidFill></a:ln></spPr></errBars>`,
		ref(pl.above), ref(pl.below), look.Hex(look.Ink))
	p.file.Pkg.Store(name, bytes.Replace(xml, []byte("<cat>"), []byte(bars+"<cat>"), 1))
}
