package measure

import (
	"testing"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// Of several years, the one that is told of is named.
func TestTheNewestOfSeveralYearsIsNamed(t *testing.T) {
	row := func(key, name string) []findings.Cell {
		return []findings.Cell{findings.Keyed(key, ""), findings.Text(name), size(30, 30), size(20, 30)}
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
		f := findings.Finding{Table: findings.Table{
			Columns: []findings.Column{{Key: "by"}, {Key: "group"}, {Key: "people"}, {Key: "wrote"}},
			Rows:    [][]findings.Cell{row("all", "Everyone")},
		}}
		for _, w := range tt.waves {
			f.Table.Rows = append(f.Table.Rows, row(survey.WaveID, w))
		}
		if got := Respondents.Say(say.English, &f); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.waves, got, tt.want)
		}
	}
}
