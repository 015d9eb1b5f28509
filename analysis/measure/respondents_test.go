package measure

import (
	"testing"

	"commonground/analysis/findings"
)

// Of several years, the one that is told of is named.
func TestTheNewestOfSeveralYearsIsNamed(t *testing.T) {
	row := func(by, name string) []findings.Cell {
		return []findings.Cell{findings.Text(by), findings.Text(name), count(30, 30), count(20, 30)}
	}
	tests := []struct {
		waves []string
		want  string
	}{
		{nil, "30 people answered; 20 of them wrote something."},
		{[]string{"2026"}, "30 people answered; 20 of them wrote something."},
		{[]string{"2025", "2026"}, "30 people answered in 2026; 20 of them wrote something."},
	}
	for _, tt := range tests {
		f := findings.Finding{Table: findings.Table{Rows: [][]findings.Cell{row("All", "Everyone")}}}
		for _, w := range tt.waves {
			f.Table.Rows = append(f.Table.Rows, row("Wave", w))
		}
		if got := Respondents.Say(&f); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.waves, got, tt.want)
		}
	}
}
