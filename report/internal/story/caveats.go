package story

import (
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// Caveats lists what is to be said of single numbers of a finding, each once, with
// the columns or else the rows that it holds for, of many the first.
func Caveats(l say.Language, f *findings.Finding) []string {
	const most = 3
	var said []string
	of := map[string][]string{} // by caveat
	note := func(caveat, name string) {
		if of[caveat] == nil {
			said = append(said, caveat)
		}
		if !slices.Contains(of[caveat], name) {
			of[caveat] = append(of[caveat], name)
		}
	}
	for j, column := range f.Table.Columns {
		for _, row := range f.Table.Rows {
			for _, caveat := range row[j].Caveats {
				switch {
				case row[j].Hidden:
				case Throughout(&f.Table, j, caveat):
					note(caveat, column.Name)
				default:
					note(caveat, row[0].Label)
				}
			}
		}
	}
	for i, caveat := range said {
		names := strings.Join(of[caveat][:min(most, len(of[caveat]))], ", ")
		if more := len(of[caveat]) - most; more > 0 {
			names = l.Sayf("%s and %d more", names, more)
		}
		said[i] = names + ": " + caveat
	}
	return said
}

// Throughout reports whether a caveat holds for all numbers of column j, of which
// there are several.
func Throughout(t *findings.Table, j int, caveat string) bool {
	return len(t.Rows) > 1 && !slices.ContainsFunc(t.Rows, func(row []findings.Cell) bool {
		return !row[j].Hidden && !slices.Contains(row[j].Caveats, caveat)
	})
}
