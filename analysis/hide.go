package analysis

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/measure"
)

// hide withholds every number of a finding that is about a group of fewer than
// small people, with its interval and its tests, and returns how many cells it
// withheld. Each cell's base is the size of the group that it is about.
func hide(f *findings.Finding, small int64) int {
	hidden := 0
	for _, row := range f.Table.Rows {
		for j := range row {
			if row[j].Base > 0 && row[j].Base < small {
				row[j] = findings.HiddenCell()
				hidden++
			}
		}
	}
	if hidden == 0 {
		return 0
	}
	f.Notes = append(f.Notes, findings.Note{Text: fmt.Sprintf("Withheld: groups of %s.", measure.Fewer(small))})
	kept := f.Tests[:0]
	for _, t := range f.Tests {
		if t.Effect.Base >= float64(small) {
			kept = append(kept, t)
		}
	}
	f.Tests = kept
	return hidden
}
