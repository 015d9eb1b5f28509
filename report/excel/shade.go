package excel

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// shade has the numbers of a table seen at a glance, where it helps.
func (p *page) shade(pl *place) {
	f := pl.finding
	switch {
	case isHeat(f):
		p.heat(pl)
	case f.Figure != nil && f.Figure.Kind == findings.Bars:
		p.bars(pl)
	}
}

// bars puts bars behind shares, but not behind those of very few people, which
// are no shares to the eye either.
func (p *page) bars(pl *place) {
	for _, j := range pl.finding.Figure.Values {
		c := pl.finding.Table.Columns[j]
		column := pl.column(j)
		if c.Unit != findings.Share || column == 0 || some(&pl.finding.Table, j, func(cell findings.Cell) bool { return !cell.Ends(c.Unit) }) {
			continue
		}
		p.check(p.file.SetConditionalFormat(p.sheet, at(column, pl.first)+":"+at(column, pl.last), []excelize.ConditionalFormatOptions{{
			Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max",
			BarColor: "#" + look.Hex(look.Pale(look.Color(c.Key))), BarSolid: true}}))
	}
}

// heat colors the numbers of a square of numbers, the more the darker.
func (p *page) heat(pl *place) {
	values := pl.finding.Figure.Values
	if len(values) == 0 {
		return
	}
	first, last := pl.column(slices.Min(values)), pl.column(slices.Max(values))
	if first == 0 {
		return // the table of its intervals
	}
	p.check(p.file.SetConditionalFormat(p.sheet, at(first, pl.first)+":"+at(last, pl.last),
		[]excelize.ConditionalFormatOptions{{
			Type: "3_color_scale", Criteria: "=",
			MinType: "num", MinValue: "0", MinColor: "#" + look.Hex(look.Heat(0)),
			MidType: "percentile", MidValue: "70", MidColor: "#" + look.Hex(look.Heat(0.33)),
			MaxType: "max", MaxColor: "#" + look.Hex(look.Heat(0.66)),
		}}))
}
