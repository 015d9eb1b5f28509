package measure

import (
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
		Table: findings.Table{Columns: []findings.Column{{Name: c.Say("Wave"), Key: "wave"}}},
		Figure: &findings.Figure{
			Kind: findings.Line, Title: c.Sayf("Share of the %s who wrote something", c.who),
			Caption: c.captionEver(c.Sayf("Base: %s of each wave who wrote something", c.who) + c.whiskers()),
		},
	}
	for _, w := range c.enough {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(w.Name)})
	}
	totals, _ := c.Tally.Count(c.alike())
	themes := c.order(totals)
	for _, i := range themes[:min(len(themes), trendThemes)] {
		f.Figure.Values = append(f.Figure.Values, len(f.Table.Columns))
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: c.Themes[i].Label, Unit: findings.Share, Key: c.Themes[i].ID})
		var waves []stats.Wave
		whole := true
		for row, w := range c.enough {
			cell := c.told(i, w)
			f.Table.Rows[row] = append(f.Table.Rows[row], cell)
			waves = append(waves, stats.Wave{At: c.time(row), X: bound(cross.Counts[i][w.Choice], w.People), N: w.People})
			whole = whole && !cell.Hidden
		}
		if !whole {
			waves = nil
		}
		f.Tests = append(f.Tests, stats.Trend(waves))
	}
	adjustAll(&f)
	f.Notes = append([]findings.Note{c.notef("All waves are coded by the same codebook. %s",
		c.onlyWhere(c.Say("A trend"), c.Say("the 95% interval of its slope"), c.Say("P (Cochran and Armitage)"), f.Tests))}, c.codedAlike()...)
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

func sayTrend(l say.Language, f *findings.Finding) string {
	top := findings.Widest(f.Tests)
	first, last := f.Table.Rows[0], f.Table.Rows[len(f.Table.Rows)-1]
	if top < 0 {
		return l.Sayf("From %s to %s, none of the leading themes rises or falls by more than chance could make it.", first[0].Label, last[0].Label)
	}
	who, theme := whoOf(l, f), say.Lower(f.Table.Columns[top+1].Name)
	from, to := spoken(l, first[top+1]), spoken(l, last[top+1])
	untold := hides(first[top+1], last[top+1])
	switch fewer := f.Tests[top].Effect.Value < 0; {
	case untold && fewer:
		return l.Sayf("Fewer and fewer %s write about %s.", who, theme)
	case untold:
		return l.Sayf("More and more %s write about %s.", who, theme)
	case fewer:
		return l.Sayf("Fewer and fewer %s write about %s: from %s in %s to %s in %s.", who, theme, from, first[0].Label, to, last[0].Label)
	}
	return l.Sayf("More and more %s write about %s: from %s in %s to %s in %s.", who, theme, from, first[0].Label, to, last[0].Label)
}
