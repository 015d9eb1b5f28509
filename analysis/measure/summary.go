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
	Say: func(f *findings.Finding) string {
		var left []string
		last := len(f.Table.Columns) - 1
		for _, row := range f.Table.Rows {
			if row[last].Label != "" {
				left = append(left, say.Lower(row[0].Label))
			}
		}
		if len(left) == 0 {
			return "Every theme that people wrote about stands under one of the authors' findings."
		}
		return fmt.Sprintf("The authors quote nobody on %s, which people also wrote about.", say.English.List(left[:min(len(left), 3)]))
	},
}

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
		Table: findings.Table{Columns: []findings.Column{{Name: "Theme"}}},
		Notes: []findings.Note{note("People whose quotes under a finding carry the theme. The findings and the choice of quotes are " +
			"the authors'; the themes are the codebook's. No intervals: the quotes were chosen, not drawn.")},
	}
	for k := range p.Human {
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: fmt.Sprintf("Finding %d", k+1), Unit: findings.Count})
		f.Notes = append(f.Notes, findings.Note{Title: fmt.Sprintf("Finding %d", k+1), Text: p.Human[k]})
	}
	f.Table.Columns = append(f.Table.Columns, findings.Column{Name: "Highlighted", Unit: findings.Count},
		findings.Column{Name: "Under no finding", Unit: findings.Count}, findings.Column{Name: "Left out"})
	totals, _ := p.Tally.Count(p.at.themes)
	for _, i := range p.order(totals) {
		row := []findings.Cell{findings.Text(p.Themes[i].Label)}
		var quoted int64
		for k := range len(p.Human) + 1 { // the last is the highlighted statement
			n := counts[(k+1)*width+i]
			quoted += n
			row = append(row, count(n, base))
		}
		left := ""
		if quoted == 0 {
			left = "left out"
		}
		f.Table.Rows = append(f.Table.Rows, append(row, count(counts[i], base), findings.Text(left)))
	}
	return []findings.Finding{f}
}
