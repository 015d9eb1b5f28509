package measure

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

func TestAnswersThatNobodyGaveAreToldWithTheNext(t *testing.T) {
	for _, tt := range []struct {
		what string
		rows [][]int64
		want levels
	}{
		{"all are given", [][]int64{{1, 2, 3, 4, 5}}, levels{0, 1, 2, 3, 4}},
		{"nobody at the low end", [][]int64{{0, 2, 3, 4, 5}}, levels{0, 0, 2, 3, 4}},
		{"nobody at the top", [][]int64{{1, 2, 3, 4, 0}}, levels{0, 1, 2, 3, 3}},
		{"nobody in the middle", [][]int64{{1, 2, 0, 4, 5}}, levels{0, 1, 1, 3, 4}},
		{"nobody of the top two", [][]int64{{1, 2, 3, 0, 0}}, levels{0, 1, 2, 2, 2}},
		{"one of several rows", [][]int64{{1, 2, 3, 4, 5}, {0, 2, 3, 4, 5}}, levels{0, 0, 2, 3, 4}},
		{"nobody below the middle", [][]int64{{0, 0, 3, 4, 5}}, levels{0, 0, 0, 3, 4}},
		{"nobody at either end", [][]int64{{0, 2, 3, 4, 0}}, levels{0, 0, 2, 3, 3}},
		{"all give one answer", [][]int64{{0, 0, 9, 0, 0}}, levels{0, 0, 0, 0, 0}},
		{"all are above the middle", [][]int64{{0, 9, 8, 14, 9}, {0, 0, 0, 3, 6}}, levels{0, 0, 0, 0, 0}},
		{"an even scale", [][]int64{{2, 0, 4, 5}, {2, 3, 4, 0}}, levels{0, 0, 2, 2}},
		{"nobody on a side of an even scale", [][]int64{{0, 0, 4, 5}}, levels{0, 0, 0, 0}},
		{"three answers", [][]int64{{0, 4, 5}}, levels{0, 0, 2}},
		{"two answers", [][]int64{{0, 5}}, levels{0, 0}},
	} {
		if got := toldLevels(tt.rows...); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.what, got, tt.want)
		}
	}
}

// A number for several answers stands in a column that says so, never in one
// answer's, and never for answers of both sides of the middle.
func TestAnswersToldTogetherHaveTheirOwnColumn(t *testing.T) {
	choices := []string{"a", "b", "c", "d", "e"}
	rapid.Check(t, func(t *rapid.T) {
		counts := make([]int64, len(choices))
		for i := range counts {
			counts[i] = int64(rapid.IntRange(0, 3).Draw(t, "people"))
		}
		counts[2]++
		l := toldLevels(counts)
		if l.whole() {
			return
		}
		cells := l.cells(say.English, counts, choices)
		together := []findings.Cell{cells[2], cells[4], cells[5]} // around the middle one
		single := slices.Concat(cells[:2], cells[3:4], cells[6:])
		var told int64
		for i, c := range single {
			if n, ok := c.Counted(findings.Share); ok {
				told += int64(n)
				if int64(n) != counts[i] {
					t.Fatalf("of %v, %q has %v people", counts, choices[i], n)
				}
			} else if c.Label != "together" {
				t.Fatalf("of %v, %q has the cell %+v", counts, choices[i], c)
			}
		}
		for i, c := range together {
			if n, ok := c.Counted(findings.Share); ok {
				told += int64(n)
				if want := []string{"a to b", "a to c b to c c to d c to e", "d to e"}[i]; len(c.Caveats) == 0 || !strings.Contains(want, c.Caveats[len(c.Caveats)-1]) {
					t.Fatalf("of %v, %v stands where %s should", counts, c.Caveats, want)
				}
			}
		}
		if told != sum(counts) {
			t.Fatalf("of %v, %d people are told of: %+v", counts, told, cells)
		}
	})
}

// Whoever knows how many people each role has, and reads how everyone and each role
// answered, can't tell that nobody of a role gave an answer, or that all did: for
// each such number there is another solution in whole people.
func TestNobodysAnswerFollowsFromAScale(t *testing.T) {
	const answers = 4
	rapid.Check(t, func(t *rapid.T) {
		var rows [][]int64
		everyone := make([]int64, answers)
		for range rapid.IntRange(1, 3).Draw(t, "roles") {
			row := make([]int64, answers)
			for range rapid.IntRange(5, 7).Draw(t, "people") {
				row[rapid.IntRange(0, answers-1).Draw(t, "answer")]++
			}
			for i, n := range row {
				everyone[i] += n
			}
			rows = append(rows, row)
		}
		l := toldLevels(everyone)
		told, theirs := alike(rows)
		if len(rows) == 1 {
			told = nil // everyone is that role
		}
		other := make([][]bool, len(rows)) // by role and answer: whether it can be told apart from none and all
		solutions := make([][][]int64, len(rows))
		for i, row := range rows {
			other[i] = make([]bool, answers)
			parted(make([]int64, answers), 0, sum(row), func(counts []int64) {
				if !slices.Contains(told, i) || slices.Equal(theirs.join(counts), theirs.join(row)) {
					solutions[i] = append(solutions[i], slices.Clone(counts))
				}
			})
		}
		combine(solutions, nil, func(counts [][]int64) {
			total := make([]int64, answers)
			for _, row := range counts {
				for i, n := range row {
					total[i] += n
				}
			}
			if !slices.Equal(l.join(total), l.join(everyone)) {
				return
			}
			for i, row := range counts {
				for a, n := range row {
					if n > 0 && n < sum(row) {
						other[i][a] = true
					}
				}
			}
		})
		for i, row := range rows {
			for a, n := range row {
				if (n == 0 || n == sum(row)) && !other[i][a] {
					t.Fatalf("of %v, it follows from %v of everyone and %v of %v that %d of role %d gave answer %d", rows, l, theirs, told, n, i, a)
				}
			}
		}
	})
}

func combine(from [][][]int64, chosen [][]int64, do func([][]int64)) {
	if len(chosen) == len(from) {
		do(chosen)
		return
	}
	for _, one := range from[len(chosen)] {
		combine(from, append(chosen[:len(chosen):len(chosen)], one), do)
	}
}

// parted calls do with all ways to part people among answers from place i on.
func parted(counts []int64, i int, people int64, do func([]int64)) {
	if i == len(counts)-1 {
		counts[i] = people
		do(counts)
		return
	}
	for counts[i] = 0; counts[i] <= people; counts[i]++ {
		parted(counts, i+1, people-counts[i], do)
	}
}
