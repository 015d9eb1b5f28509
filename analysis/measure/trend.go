package measure

import (
	"fmt"
	"strconv"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/tally"
)

// trendThemes is how many lines a chart of waves shows with room between them.
const trendThemes = 5

// trend shows the leading themes over all waves, a row each.
func (c change) trend(id string, cross *tally.Crosstab) findings.Finding {
	f := findings.Finding{
		ID:    id,
		Table: findings.Table{Columns: []findings.Column{{Name: "Wave"}}},
		Figure: &findings.Figure{
			Kind: findings.Line, Title: "Share of the " + c.who + " who wrote something",
			Caption: c.captionEver("Base: " + c.who + " of each wave who wrote something" + c.whiskers()),
		},
	}
	for _, w := range c.enough {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(w.Name)})
	}
	totals, _ := c.Tally.Count(c.all)
	themes := c.order(totals)
	for _, i := range themes[:min(len(themes), trendThemes)] {
		f.Figure.Values = append(f.Figure.Values, len(f.Table.Columns))
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: c.Themes[i].Label, Unit: findings.Share})
		var waves []stats.Wave
		for row, w := range c.enough {
			f.Table.Rows[row] = append(f.Table.Rows[row], c.share(cross.Counts[i][w.Choice], w.People))
			waves = append(waves, stats.Wave{At: c.time(row), X: cross.Counts[i][w.Choice], N: w.People})
		}
		f.Tests = append(f.Tests, stats.Trend(waves))
	}
	adjustAll(&f)
	f.Notes = []findings.Note{note("All waves are coded by the same codebook. %s",
		onlyWhere("A trend", "the 95% interval of its slope", "P (Cochran and Armitage)", f.Tests)), asCoded()}
	return f
}

// time is when a wave was: its name where that is a number for all of them, such
// as a year, else its place.
func (c change) time(row int) float64 {
	for _, w := range c.enough {
		if _, err := strconv.ParseFloat(w.Name, 64); err != nil {
			return float64(row)
		}
	}
	at, _ := strconv.ParseFloat(c.enough[row].Name, 64)
	return at
}

func sayTrend(f *findings.Finding) string {
	top := topTest(f.Tests)
	first, last := f.Table.Rows[0], f.Table.Rows[len(f.Table.Rows)-1]
	if top < 0 {
		return fmt.Sprintf("From %s to %s, none of the leading themes rises or falls by more than chance could make it.", first[0].Label, last[0].Label)
	}
	way := "More and more"
	if f.Tests[top].Effect.Value < 0 {
		way = "Fewer and fewer"
	}
	return fmt.Sprintf("%s %s write about %s: from %s in %s to %s in %s.", way, whoOf(f), say.Lower(f.Table.Columns[top+1].Name),
		spoken(first[top+1]), first[0].Label, spoken(last[top+1]), last[0].Label)
}
