package measure

import (
	"testing"

	"commonground/analysis/findings"
)

// No share tells that all of a group have something in common: all and all but one
// are told alike, as a share and as a count.
func TestAllAreToldAsABound(t *testing.T) {
	for base := int64(2); base < 1200; base++ {
		for _, cell := range []func(x, base int64) findings.Cell{count, answered} {
			all, near := cell(base, base), cell(base-1, base)
			if all.Bound != findings.AtLeast || all.Number != near.Number || near.Bound != all.Bound || all.Low == all.Low {
				t.Fatalf("of %d, all are told as %+v and all but one as %+v", base, all, near)
			}
		}
		if got := answered(base*9/10-1, base); got.Bound != findings.Exact && base > 2 {
			t.Fatalf("%d of %d are told as %+v", base*9/10-1, base, got)
		}
	}
}

// Where one group's share is a bound, it can't be worked out from everyone's and
// the others': another's is withheld.
func TestABoundCannotBeWorkedOut(t *testing.T) {
	groups := []findings.Cell{answered(30, 60), answered(12, 12), answered(3, 20)}
	guard(answered(45, 92), groups)
	if groups[0].Hidden || !groups[2].Hidden {
		t.Errorf("%+v", groups)
	}
	_, shares := given([]int64{19, 1}, 20, true)
	if shares[0].Bound != findings.AtLeast || shares[1].Bound != findings.AtMost {
		t.Errorf("of one answer each: %+v", shares)
	}
}

// Groups that answer an item otherwise are told of, by Kruskal and Wallis' test.
func TestItemsByRole(t *testing.T) {
	people := append(mostly(40, 1, 0, 5), mostly(20, 1, 0, 4)...)
	for _, staff := range mostly(25, 1, 0, 1) {
		staff.role = 3
		people = append(people, staff)
	}
	for _, students := range mostly(25, 1, 0, 2) {
		students.role = 4
		people = append(people, students)
	}
	f := find(t, Items, passOf(people, "2026"), "items.by.role")
	if len(f.Tests) == 0 || !Tells(f.Tests[0]) {
		t.Fatalf("%+v", f.Tests)
	}
	if want := "Groups differ most on “Item welcome”: of Parents, 90% chose one of the two highest answers, of Staff, two of 25."; f.Title != want {
		t.Errorf("%s\nwant %s", f.Title, want)
	}
}
