package excel

import (
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/report/internal/story"
)

// remark joins what is to be said of a row's own numbers. What is true of a
// whole column is said once, under the table.
func remark(t *findings.Table, row []findings.Cell) string {
	var said []string
	for j, c := range row {
		for _, caveat := range c.Caveats {
			if !story.Throughout(t, j, caveat) {
				said = append(said, named(t, j, caveat))
			}
		}
	}
	return strings.Join(said, "; ")
}

// named puts the column's name to a caveat where the table has several numbers
// a row.
func named(t *findings.Table, j int, caveat string) string {
	numbers := 0
	for _, c := range t.Columns {
		if c.Unit != findings.Label {
			numbers++
		}
	}
	if numbers < 2 || t.Columns[j].Unit == findings.Label {
		return caveat
	}
	return t.Columns[j].Name + ": " + caveat
}

// under lists what stands under a finding's table: the caption, the bases,
// what holds throughout, how groups were compared, and its notes.
func (b *book) under(f *findings.Finding) []string {
	var out []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if f.Figure != nil && f.Figure.Caption != "" {
		add(f.Figure.Caption)
	} else {
		add(story.Bases(b.Language, f))
	}
	for _, s := range sayThroughout(&f.Table) {
		add(s)
	}
	add(b.sayTests(f))
	for _, n := range f.Notes {
		add(noteText(n))
	}
	return out
}

func sayThroughout(t *findings.Table) []string {
	var caveats []string
	columns := map[string][]string{}
	for j, c := range t.Columns {
		for _, row := range t.Rows {
			for _, caveat := range row[j].Caveats {
				if story.Throughout(t, j, caveat) && !slices.Contains(columns[caveat], c.Name) {
					if columns[caveat] == nil {
						caveats = append(caveats, caveat)
					}
					columns[caveat] = append(columns[caveat], c.Name)
				}
			}
		}
	}
	for i, caveat := range caveats {
		caveats[i] = strings.Join(columns[caveat], ", ") + ": " + caveat + "."
	}
	return caveats
}

func noteText(n findings.Note) string {
	if n.Title == "" {
		return n.Text
	}
	return n.Title + ": " + n.Text
}

// quotation is a quote with who said it, what of, and where, on a second line.
func (b *book) quotation(q findings.Quote) string {
	var by []string
	for _, s := range []string{story.By(b.Language, q), q.Theme, findings.ToneWord(b.Language, q.Tone), q.Source} {
		if s != "" {
			by = append(by, s)
		}
	}
	return "“" + q.Text + "”\n" + strings.Join(by, " · ")
}
