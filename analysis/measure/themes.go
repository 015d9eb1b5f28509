package measure

import (
	"fmt"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
)

// Themes counts the people who wrote about each theme, and about each group of
// themes.
var Themes = &Measure{
	Name:  "themes",
	Words: true,
	Title: "Themes",
	Doc:   "What do people write about?",
	Run: func(p *Pass) []findings.Finding {
		return []findings.Finding{
			p.prevalence("themes", "Theme", p.at.themes, labels(p.Themes)),
			p.prevalence("themes.groups", "Group of themes", p.at.groups, p.Groups()),
		}
	},
	Say: func(f *findings.Finding) string {
		first := leaders(f, 1)
		if len(first) == 0 {
			return fmt.Sprintf("None of the %s people who wrote something touched a theme of the codebook.",
				number(float64(f.Table.Rows[0][1].Base)))
		}
		n, base := first[0][1].Number, first[0][1].Base
		switch {
		case len(first) > most:
			return fmt.Sprintf("No theme stands out: %s themes were each touched by %s.", number(float64(len(first))), of(n, base))
		case len(first) > 1:
			return fmt.Sprintf("%s wrote about %s, and as many about %s.", capital(of(n, base)), names(first)[0], list(names(first)[1:]))
		case len(f.Table.Rows) > 1 && f.Table.Rows[1][1].Number > 0:
			second := f.Table.Rows[1]
			return fmt.Sprintf("%s wrote about %s, %s about %s.", capital(of(n, base)), names(first)[0], number(second[1].Number), lower(second[0].Label))
		}
		return fmt.Sprintf("%s wrote about %s.", capital(of(n, base)), names(first)[0])
	},
}

// prevalence is the table of how many people are found in each choice of an
// item, most first.
func (p *Pass) prevalence(id, what string, item int, names []string) findings.Finding {
	counts, base := p.Tally.Count(item)
	f := findings.Finding{
		ID: id,
		Table: findings.Table{Columns: []findings.Column{
			{Name: what}, {Name: "People", Unit: findings.Count}, {Name: "Share", Unit: findings.Share},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: "Share of the people who wrote something",
			Caption: p.caption(p.wrote(base) + p.whiskers()), Label: 0, Values: []int{2},
		},
	}
	for i, name := range names {
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Text(name), count(counts[i], base), p.share(counts[i], base)})
	}
	sortByNumber(f.Table.Rows, 1)
	f.Notes = append(f.Notes, note("A person who wrote about a theme several times counts once. %s.", p.wrote(base)))
	if p.Chosen {
		f.Notes = append(f.Notes, note("Some of these texts are quotes that the summary's authors chose, "+
			"so no interval is stated: the counts say what was quoted, not what all respondents think."))
	}
	return f
}

// whiskers says what the intervals of a chart are, where it has any.
func (p *Pass) whiskers() string {
	if p.Chosen {
		return ""
	}
	return "; whiskers: 95% interval"
}

func labels(themes []codebook.Theme) []string {
	names := make([]string, len(themes))
	for i, t := range themes {
		names[i] = t.Label
	}
	return names
}
