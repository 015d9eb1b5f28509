package measure

import (
	"cmp"
	"math"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
)

// Together shows which themes the same people write about.
var Together = &Measure{
	Name:  "together",
	Words: true,
	Books: true,
	Title: "Themes that come together",
	Doc:   "Which themes does the same person write about?",
	Run: func(p *Pass) []findings.Finding {
		totals, base := p.Tally.Count(p.at.themes)
		themes := p.order(totals)
		if len(themes) < 2 {
			return nil
		}
		found := []findings.Finding{p.matrix(themes[:min(len(themes), matrixSize)], base)}
		if pairs := p.pairs(themes, totals, base); len(pairs.Table.Rows) > 0 {
			found = append(found, pairs)
		}
		return found
	},
	Say: func(l say.Language, f *findings.Finding) string {
		if f.ID == "together" {
			return sayMatrix(l, f)
		}
		first := f.Table.Rows[0]
		if first[2].Hidden {
			return l.Sayf("“%s” comes together with “%s” most often.", first[0].Label, say.Lower(first[1].Label))
		}
		return say.Capital(l.Sayf("%s wrote about %s, and about %s too.", of(l, first[2].Number, first[2]),
			say.Lower(first[0].Label), say.Lower(first[1].Label)))
	},
}

// sayMatrix names the two themes that most people wrote about both, if no other
// two are as many.
func sayMatrix(l say.Language, f *findings.Finding) string {
	var top float64
	var pairs [][2]string
	for i, row := range f.Table.Rows {
		for j := i + 2; j < len(row); j++ {
			if n := row[j].Number; n > 0 && n >= top {
				if n > top {
					top, pairs = n, nil
				}
				pairs = append(pairs, [2]string{row[0].Label, say.Lower(f.Table.Columns[j].Name)})
			}
		}
	}
	switch {
	case top == 0:
		return l.Say("No two themes were written about by the same person.")
	case len(pairs) > 1:
		return l.Say("No two themes stand out as coming together.")
	}
	return l.Sayf("“%s” comes together with “%s” most often (%s).", pairs[0][0], pairs[0][1], people(l, findings.Num(top)))
}

const (
	matrixSize = 12 // themes that a heat map shows with readable labels
	fewest     = 5  // people that a pair needs to be listed
)

// matrix is the square of the leading themes: people who wrote about both.
func (p *Pass) matrix(themes []int, base int64) findings.Finding {
	cross := p.Tally.Cross(p.at.themes, p.at.themes)
	totals, _ := p.Tally.Count(p.at.themes)
	f := findings.Finding{
		ID:    "together",
		Table: findings.Table{Columns: []findings.Column{{Name: p.Say("Theme"), Key: "theme"}}},
		Figure: &findings.Figure{
			Kind: findings.Heat, Title: p.Say("People who wrote about both themes"), Caption: p.caption(p.wrote(base)),
		},
		Notes: []findings.Note{p.notef("The diagonal holds everyone who wrote about the theme.")},
	}
	for j, t := range themes {
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Themes[t].Label, Unit: findings.Count, Key: p.Themes[t].ID})
		f.Figure.Values = append(f.Figure.Values, j+1)
		row := []findings.Cell{themeCell(p.Themes[t])}
		for _, u := range themes {
			if cell := count(cross.Counts[t][u], base); t == u || !tops(totals[t], base) && !tops(totals[u], base) {
				row = append(row, cell)
			} else {
				row = append(row, findings.HiddenCell())
			}
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	return f
}

// pairs lists the pairs of themes, those that most people share first.
func (p *Pass) pairs(themes []int, totals []int64, base int64) findings.Finding {
	cross := p.Tally.Cross(p.at.themes, p.at.themes)
	f := findings.Finding{
		ID: "together.pairs",
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Theme"), Key: "theme"}, {Name: p.Say("And"), Key: "and"}, {Name: p.Say("People"), Unit: findings.Count, Key: "people"},
			{Name: p.Say("Share"), Unit: findings.Share, Key: "share"}, {Name: p.Say("Lift"), Unit: findings.Ratio, Key: "lift"}, {Name: p.Say("Phi"), Unit: findings.Mean, Key: "phi"},
		}},
		Notes: []findings.Note{p.notef("Lift: how many times more people wrote about both than would if the themes had nothing "+
			"to do with each other. Phi: their correlation over people, 0 for none and 1 at most. Pairs of fewer than %s people are left out, and those with a theme that nearly everybody wrote about.", number(p.Lang, fewest))},
	}
	for i, a := range themes {
		for _, b := range themes[i+1:] {
			both := cross.Counts[a][b]
			if both < fewest || tops(totals[a], base) || tops(totals[b], base) {
				continue
			}
			lift, phi := findings.Estimate(stats.Lift(both, totals[a], totals[b], base)), findings.Estimate(stats.Phi(both, totals[a], totals[b], base))
			if p.Chosen {
				lift.Low, lift.High, phi.Low, phi.High = math.NaN(), math.NaN(), math.NaN(), math.NaN()
			}
			f.Table.Rows = append(f.Table.Rows, []findings.Cell{
				themeCell(p.Themes[a]), themeCell(p.Themes[b]), count(both, base), p.share(both, base), lift, phi,
			})
		}
	}
	slices.SortStableFunc(f.Table.Rows, func(a, b []findings.Cell) int {
		return cmp.Or(cmp.Compare(b[2].Number, a[2].Number), cmp.Compare(b[4].Number, a[4].Number))
	})
	return f
}
