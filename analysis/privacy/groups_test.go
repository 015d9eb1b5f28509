package privacy

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/survey"
)

// census counts people of one split: n[i] of choice i, and none who made no
// choice.
func census(kind Kind, names []string, n ...int) *Census {
	c := &Census{Splits: []Split{{Title: "Group", Names: names, Kind: kind}}}
	who := 0
	for choice, people := range n {
		for range people {
			who++
			c.Add(who, [][]int{{choice}}, true, survey.Read)
		}
	}
	return c
}

// shown are the names of the groups that may be told.
func shown(groups []Group) string {
	var names []string
	for _, g := range groups {
		if !g.Hidden {
			names = append(names, g.Name)
		}
	}
	return strings.Join(names, "; ")
}

func TestGroupsAreToldWhole(t *testing.T) {
	names := []string{"A", "B", "C", "D"}
	for _, tt := range []struct {
		what string
		kind Kind
		n    []int
		want string
	}{
		{"all are large", Hides, []int{20, 5, 9}, "A; B; C"},
		{"from the others the small one's number would follow", Hides, []int{20, 9, 3}, "A"},
		{"two small ones hide each other", Hides, []int{20, 9, 3, 2}, "A; B"},
		{"of two groups both are hidden", Hides, []int{20, 3}, ""},
		{"small ones are pooled", Pools, []int{20, 9, 3, 2}, "A; B; Other (2 groups)"},
		{"a small one is pooled with the next smallest", Pools, []int{20, 9, 6, 2}, "A; B; Other (2 groups)"},
		{"of two groups no pool is left", Pools, []int{20, 3}, ""},
		{"grades are joined to a neighbor", Joins, []int{20, 2, 9, 8}, "A; B to C; D"},
		{"everybody is too few", Hides, []int{2, 2}, ""},
		{"one group of all is told", Hides, []int{12}, "A"},
	} {
		if got := shown(census(tt.kind, names, tt.n...).Decide(5).All.Groups[0]); got != tt.want {
			t.Errorf("%s: %q is told, want %q", tt.what, got, tt.want)
		}
	}
}

// People of two roles who are too few count in the smaller one, and both roles
// are told.
func TestFewOfTwoRolesCountInOne(t *testing.T) {
	c := &Census{Splits: []Split{{Title: "Role", Names: []string{"parent", "teacher"}, Apart: []int{0, 1}}}}
	for i := range 33 {
		roles := []int{0}
		if i >= 18 {
			roles = []int{1}
		}
		if i >= 30 {
			roles = []int{0, 1}
		}
		c.Add(i+1, [][]int{roles}, true, survey.Read)
	}
	g := c.Decide(5)
	if told := shown(g.All.Groups[0]); told != "parent; teacher" || !g.All.Apart[0] {
		t.Errorf("%q is told, and apart %v", told, g.All.Apart)
	}
	parents, _ := g.Count(0, &g.All.Groups[0][0])
	teachers, _ := g.Count(0, &g.All.Groups[0][1])
	if parents != 18 || teachers != 15 {
		t.Errorf("%d parents and %d teachers, want 18 and 15", parents, teachers)
	}
}

// Two teachers are in the parents' file: the files give way, since the roles
// matter more.
func TestSplitsAreNotSetOffAgainstEachOther(t *testing.T) {
	c := &Census{Splits: []Split{{Title: "Role", Names: []string{"parent", "teacher"}}, {Title: "File", Names: []string{"p.csv", "t.csv"}}}}
	for i := range 40 {
		role, file := min(i/20, 1), min(i/22, 1)
		c.Add(i+1, [][]int{{role}, {file}}, true, survey.Read)
	}
	g := c.Decide(5)
	if roles, files := shown(g.All.Groups[0]), shown(g.All.Groups[1]); roles != "parent; teacher" || files != "" {
		t.Errorf("roles %q and files %q are told", roles, files)
	}
}

// Of very many kinds of people the last split is given up, and nothing else.
func TestTooManyKindsOfPeople(t *testing.T) {
	c := &Census{Splits: []Split{{Title: "Role", Names: []string{"parent", "teacher"}}, {Title: "Room", Names: make([]string, 40_000)}}}
	for i := range 40_000 {
		c.Add(i+1, [][]int{{i % 2}, {i}}, true, survey.Read)
	}
	g := c.Decide(5)
	if len(g.All.Groups[1]) > 0 || shown(g.All.Groups[0]) != "parent; teacher" {
		t.Errorf("told: %v", g.All.Groups)
	}
	if n, _ := g.Count(0, &g.All.Groups[0][0]); n != 20_000 || g.Alike(1, 0) != 20_000 {
		t.Errorf("%d parents", n)
	}
}

// However small a school, nothing that is told has only one solution for a small
// group: this lists all solutions in whole numbers.
func TestHiddenNumbersHaveSeveralSolutions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SliceOfN(rapid.IntRange(0, 9), 2, 4).Draw(t, "people")
		kind := rapid.SampledFrom([]Kind{Hides, Pools, Joins}).Draw(t, "kind")
		groups := census(kind, []string{"A", "B", "C", "D"}, n...).Decide(5).All.Groups[0]
		total := 0
		for _, people := range n {
			total += people
		}
		if total < 5 {
			return // of so few, not even the total is told
		}
		solutions := make([]map[int]bool, len(n))
		for i := range solutions {
			solutions[i] = map[int]bool{}
		}
		each(make([]int, len(n)), 0, total, func(other []int) {
			for _, g := range groups {
				if !g.Hidden && people(n, g) != people(other, g) {
					return
				}
			}
			for i, people := range other {
				solutions[i][people] = true
			}
		})
		for i, people := range n {
			if people > 0 && people < 5 && len(solutions[i]) < 2 {
				t.Fatalf("of %v, %v is told: group %d can only be of %d people", n, groups, i, people)
			}
		}
	})
}

// each calls do with all ways to part people from place i on.
func each(n []int, i, people int, do func([]int)) {
	if i == len(n)-1 {
		n[i] = people
		do(n)
		return
	}
	for n[i] = 0; n[i] <= people; n[i]++ {
		each(n, i+1, people-n[i], do)
	}
}

func people(n []int, g Group) int {
	sum := 0
	for i, people := range n {
		if slices.Contains(g.Choices, i) {
			sum += people
		}
	}
	return sum
}

// Who wrote in a language wrote something: 49 of whom 45 wrote in English leave
// four, however many others wrote nothing.
func TestWordsAreOfThoseWhoWrote(t *testing.T) {
	c := &Census{Splits: []Split{{Title: "Language", Names: []string{"English", "Spanish"}, Kind: Pools, Words: true}}}
	add := func(people int, state survey.State, picks ...int) {
		for range people {
			c.Add(len(c.in)+1, [][]int{picks}, true, state)
		}
	}
	add(32, survey.Read, 0)
	add(13, survey.Read, 0, 1)
	add(4, survey.Read, 1)
	add(1, survey.Skipped)
	if got := shown(c.Decide(5).All.Groups[0]); strings.Contains(got, "English") {
		t.Errorf("told: %s", got)
	}
}
