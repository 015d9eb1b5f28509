package report_test

import (
	"slices"
	"strings"
	"testing"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// What a program looks up has a key, since its words differ from language to
// language: every column of a report but those of the survey's own choices, and
// every label of a role, a theme, a side or a verdict.
func TestWhatIsLookedUpHasAKey(t *testing.T) {
	keyed := []string{"theme", "and", "by", "side", "who", "verdict", "channel"}
	for f := range riverbend(t, say.English).Findings() {
		seen := map[findings.Column]bool{}
		for j, c := range f.Table.Columns {
			one := findings.Column{Key: c.Key, Corrected: c.Corrected, Weighted: c.Weighted}
			switch {
			case c.Key == "" && (f.Figure == nil || !slices.Contains(f.Figure.Values, j)) && !strings.HasPrefix(f.ID, "themes.by."):
				t.Errorf("%s: the column %q has no key", f.ID, c.Name)
			case c.Key != "" && seen[one]:
				t.Errorf("%s: two columns have the key %q", f.ID, c.Key)
			}
			seen[one] = true
			for _, row := range f.Table.Rows {
				if slices.Contains(keyed, c.Key) && row[j].Key == "" {
					t.Errorf("%s: %q has no key", f.ID, row[j].Label)
				}
			}
		}
	}
}
