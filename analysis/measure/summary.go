package measure

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// Summary compares a summary that people wrote with the themes of the words
// that it quotes, and of the comments behind it.
var Summary = &Measure{
	Name:  "summary",
	Words: true,
	Title: "The authors' own summary",
	Doc:   "Which themes stand under each finding of the summary's authors, and which did they leave out?",
	Run:   (*Pass).summary,
	Say: func(l say.Language, f *findings.Finding) string {
		var left []string
		for _, row := range f.Table.Rows {
			if f.Table.Cell(row, leftOut).Key == leftOut {
				left = append(left, say.Lower(row[0].Label))
			}
		}
		if len(left) == 0 {
			return l.Say("Every theme that people wrote about stands under one of the authors' findings.")
		}
		return l.Sayf("The authors quote nobody on %s, which people also wrote about.", l.List(left[:min(len(left), 3)]))
	},
}

// leftOut is the key of what the authors left out, and of its column.
const leftOut = "left-out"

// summary has a row for each theme and a column for each of the authors' findings;
// nil where no source is a summary.
func (p *Pass) summary() []findings.Finding {
	if p.at.under < 0 {
		return nil
	}
	counts, base := p.Tally.Count(p.at.under)
	width := len(p.Themes) + 1
	f := findings.Finding{
		ID:    "summary",
		Table: findings.Table{Columns: []findings.Column{{Name: p.Say("Theme"), Key: "theme"}}},
		Notes: []findings.Note{p.notef("People whose quotes under a finding carry the theme. The findings and the choice of quotes are " +
			"the authors'; the themes are the codebook's. No intervals: the quotes were chosen, not drawn.")},
	}
	for k := range p.Human {
		name := p.Sayf("Finding %d", k+1)
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: name, Unit: findings.Count, Key: fmt.Sprintf("finding-%d", k+1)})
		f.Notes = append(f.Notes, findings.Note{Title: name, Text: p.Human[k]})
	}
	f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Say("Highlighted"), Unit: findings.Count, Key: "highlighted"},
		findings.Column{Name: p.Say("Under no finding"), Unit: findings.Count, Key: "under-none"}, findings.Column{Name: p.Say("Left out"), Key: leftOut})
	totals, _ := p.Tally.Count(p.at.themes)
	for _, i := range p.order(totals) {
		row := []findings.Cell{themeCell(p.Themes[i])}
		var quoted int64
		for k := range len(p.Human) + 1 { // the last is the highlighted statement
			n := counts[(k+1)*width+i]
			quoted += n
			row = append(row, count(n, base))
		}
		left := findings.Text("")
		if quoted == 0 {
			left = findings.Keyed(leftOut, p.Say("left out"))
		}
		f.Table.Rows = append(f.Table.Rows, append(row, count(counts[i], base), left))
	}
	return []findings.Finding{f}
}
