package privacy

import (
	"strconv"
	"testing"

	"commonground/analysis/survey"
)

// Combinations of the answers to two questions are told only where none is of few,
// among all and among those who wrote something, and none of those told of before
// can be worked out with them.
func TestDivides(t *testing.T) {
	combined := func(chosen func(int) []int) []string {
		return []string{strconv.Itoa(chosen(0)[0]) + strconv.Itoa(chosen(1)[0])}
	}
	for _, tt := range []struct {
		what  string
		n     [2][2]int // people by their choices of two splits
		quiet int       // of those who made the first choices, who wrote nothing
		want  bool
	}{
		{"all are large", [2][2]int{{9, 8}, {7, 12}}, 0, true},
		{"one is small", [2][2]int{{9, 3}, {7, 12}}, 0, false},
		{"nobody is in one", [2][2]int{{9, 0}, {7, 12}}, 0, true},
		{"few wrote something", [2][2]int{{9, 8}, {7, 12}}, 5, false},
	} {
		c := &Census{Splits: []Split{{Title: "One", Names: []string{"A", "B"}}, {Title: "Other", Names: []string{"C", "D"}}}}
		who := 0
		for a, row := range tt.n {
			for b, n := range row {
				for i := range n {
					who++
					state := survey.Read
					if a+b == 0 && i < tt.quiet {
						state = survey.Skipped
					}
					c.Add(who, [][]int{{a}, {b}}, true, state)
				}
			}
		}
		if got := c.Decide(5).Divides(combined); got != tt.want {
			t.Errorf("%s: told = %v", tt.what, got)
		}
	}
}
