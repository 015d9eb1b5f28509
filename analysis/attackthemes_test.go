package analysis_test

import (
	"math/big"
	"slices"

	"pgregory.net/rapid"

	"commonground/analysis/findings"
)

// A spoken theme is one of tinyBook, with those who speak of it.
type spokenTheme struct {
	id  string
	say is
}

var spokenOf = []spokenTheme{
	{"trust", func(p *subject) bool { return p.fun != "" }},
	{"news", func(p *subject) bool { return p.better != "" && !p.spanish }},
}

// attackBounds fails where all of a group, or all but one, speak of a theme, and how
// many can be worked out from what is told of others.
func (s *made) attackBounds(t *rapid.T, r *findings.Report, theme spokenTheme) {
	a := &attack{t: t, people: s.people, says: theme.say}
	for f := range r.Findings() {
		a.speaking(f, theme.id)
	}
	solved := map[string]solution{}
	for _, secret := range a.bounds {
		if _, ok := solved[secret.base]; !ok {
			unknown, ways := a.equations(secret.base)
			solved[secret.base] = solution{unknown, ways}
		}
		if secret.follows(solved[secret.base]) {
			t.Fatalf("how many speak of %s can be worked out of %s: %s\nfrom\n%s", theme.id, secret.what, secret.base, a.numbers(secret.base))
		}
	}
}

// counts reports whether somebody is of those whom a number is of: of a bound, it is
// its base that tells whom.
func (a *attack) counts(p *subject) bool { return a.says == nil || a.secret || a.says(p) }

// speaking gathers how many people of which groups speak of a theme, and of which
// groups this is told as a bound.
func (a *attack) speaking(f *findings.Finding, theme string) {
	for _, row := range f.Table.Rows {
		if row[0].Key != theme || f.ID == "together.pairs" { // which is about two themes
			continue
		}
		for j, c := range row {
			column := f.Table.Columns[j]
			if c.Hidden || column.Unit != findings.Share || column.Weighted || column.Corrected {
				continue
			}
			a.secret = c.Bound != findings.Exact
			a.cell(f, j, row)
		}
	}
}

// logsWithheld fails where a section has a withheld number that the log says nothing of.
// Groups that no table tells of are logged once.
func logsWithheld(t *rapid.T, r *findings.Report) {
	for _, section := range r.Sections {
		for _, f := range section.Findings {
			withheld := slices.ContainsFunc(f.Table.Rows, func(row []findings.Cell) bool {
				return slices.ContainsFunc(row, func(c findings.Cell) bool { return c.Hidden })
			})
			logged := slices.ContainsFunc(r.Withheld, func(w findings.Withheld) bool { return w.Where == section.Title || f.ID == "respondents" })
			if withheld && !logged {
				t.Fatalf("%s has a withheld number, and the log says nothing of it: %+v", f.ID, r.Withheld)
			}
		}
	}
}

// A solution is what equations are solved to, as the equations give it.
type solution struct {
	unknown []int
	ways    [][]*big.Rat
}

// follows reports whether the number of a set of people follows from what is
// published, as in exposed.
func (set published) follows(from solution) bool {
	inside, outside := map[int]bool{}, map[int]bool{}
	for i, in := range set.in {
		if in {
			inside[from.unknown[i]] = true
		} else {
			outside[from.unknown[i]] = true
		}
	}
	for u := range inside {
		if outside[u] {
			return false
		}
	}
	for _, way := range from.ways {
		sum := new(big.Rat)
		for u := range inside {
			sum.Add(sum, way[u])
		}
		if sum.Sign() != 0 {
			return false
		}
	}
	return len(inside) > 0
}
