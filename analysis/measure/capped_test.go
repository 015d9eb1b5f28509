package measure

import (
	"slices"
	"testing"

	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/survey"
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
	if len(f.Tests) == 0 || !findings.Tells(f.Tests[0]) {
		t.Fatalf("%+v", f.Tests)
	}
	if want := "Groups differ most on “Item welcome”: of Parents, 90% chose one of the two highest answers, of Staff, two of 25."; f.Title != want {
		t.Errorf("%s\nwant %s", f.Title, want)
	}
}

// Of a theme that everybody wrote about, nothing is told that its number could be
// worked out from: how it goes with others, its corrected share, the difference of a
// balance, and the share of the smaller role, which with everyone's would tell.
func TestWhatGoesWithABound(t *testing.T) {
	both := append(about(trust, survey.Praise), about(respect, survey.Praise)...)
	people := slices.Concat(
		each(12, answerer{role: survey.Parent, codes: both}), each(8, answerer{role: survey.Parent, codes: about(trust, survey.Praise)}),
		each(6, answerer{role: survey.Teacher, codes: about(trust, survey.Praise)}), each(9, answerer{role: survey.Teacher}),
	)
	p := passOf(people, "2026")
	byRole := find(t, ByRole, p, "themes.by.role").Table.Rows[0]
	if byRole[1].Bound != findings.AtLeast || !byRole[2].Hidden || !byRole[3].Hidden {
		t.Errorf("by role: %+v", byRole)
	}
	for _, row := range find(t, Balance, p, "balance.trust").Table.Rows {
		if row[1].Key == "teacher" && !row[2].Hidden || bounds(row[2:4]) && !row[4].Hidden {
			t.Errorf("in balance: %+v", row)
		}
	}
	p = passOf(people[:20], "2026")
	square := find(t, Together, p, "together").Table.Rows
	if square[0][1].Bound != findings.AtLeast || !square[0][2].Hidden || !square[1][1].Hidden || square[1][2].Number != 12 {
		t.Errorf("together: %+v", square)
	}
	if found := Together.Run(p); len(found) != 1 {
		t.Errorf("pairs are told of: %+v", found[1])
	}
}

// A trend is that of the bounds, so that all and all but one have the same.
func TestTrendOfBounds(t *testing.T) {
	wave := func(wave, some, of int) []answerer {
		return append(each(some, answerer{role: survey.Parent, wave: wave, codes: about(trust, survey.Wish)}), each(of-some, answerer{role: survey.Parent, wave: wave})...)
	}
	trend := func(newest int) *findings.Finding {
		return find(t, Change, passOf(slices.Concat(wave(0, 5, 30), wave(1, 15, 30), wave(2, newest, 30)), "2024", "2025", "2026"), "change.trend")
	}
	if all, near := trend(30), trend(29); all.Tests[0].P != near.Tests[0].P || all.Table.Rows[2][1].Bound != findings.AtLeast {
		t.Errorf("of all %+v, of all but one %+v", all.Tests, near.Tests)
	}
}

// Where all of a group are coded with a theme, the corrected share, which might be
// the same, is withheld.
func TestNoCorrectedShareOfABound(t *testing.T) {
	drawn := map[int][]string{}
	for i := range 30 {
		drawn[i+1] = []string{"trust"}
	}
	p := judged(t, times(50, parent(parentsWant, aboutTrust)), drawn)
	f := find(t, Themes, p, "themes")
	if row := f.Table.Rows[0]; row[2].Bound != findings.AtLeast || !row[3].Hidden {
		t.Errorf("%+v", row)
	}
	if want := "At least 49 of 50 wrote about trust."; f.Title != want {
		t.Errorf("%s\nwant %s", f.Title, want)
	}
}

// How many of a role are in the sample is told only where that of few others does
// not follow from it.
func TestSizesOfASampleDoNotTellOfFew(t *testing.T) {
	for others, told := range map[int]bool{0: true, 2: false, 12: true} {
		var people []person
		drawn := map[int][]string{}
		add := func(n, sampled int, who person) {
			for i := range n {
				people = append(people, who)
				if i < sampled {
					drawn[len(people)] = []string{"trust"}
				}
			}
		}
		add(60, 20, parent(parentsWant, aboutTrust))
		add(30, 15, parent(parentsWant, aboutNothing))
		add(40, others, teacher(parentsWant, aboutTrust))
		p := judged(t, people, drawn)
		p.Census, p.picked = &privacy.Census{}, nil
		for i, who := range people {
			r, codings := who.response(i + 1)
			p.Enroll(r, codings)
		}
		p.Withhold(p.Census.Decide(p.Small))
		if c := p.check(p.at.themes, p.at.role, survey.Parent.Choice()); (c != nil) != told {
			t.Errorf("with %d teachers in the sample, the number of parents in it is told: %t", others, c != nil)
		}
	}
}
