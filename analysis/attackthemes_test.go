package analysis_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"commonground/analysis/findings"
)

// Where all of a group, or all but one, speak of a theme, an attacker can't work out
// how many from what is told of the others.
func TestWhatAllHaveInCommonCannotBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStudy(t)
		found := s.run(t)
		defer found.Close()
		for theme, says := range speakers {
			a := &attack{t: t, people: s.people, says: says}
			for f := range found.Report.Findings() {
				a.speaking(f, theme)
			}
			for _, secret := range a.bounds {
				if a.follows(secret) {
					t.Fatalf("how many speak of %s can be worked out of %s: %s\nfrom\n%s", theme, secret.what, secret.base, a.numbers(secret.base))
				}
			}
		}
	})
}

// speakers are those who speak of a theme of tinyBook.
var speakers = map[string]is{
	"trust": func(p *subject) bool { return p.fun != "" },
	"news":  func(p *subject) bool { return p.better != "" && !p.spanish },
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

// follows reports whether the number of a set of people follows from what is
// published, as in exposed.
func (a *attack) follows(set published) bool {
	unknown, ways := a.equations(set.base)
	inside, outside := map[int]bool{}, map[int]bool{}
	for i, in := range set.in {
		if in {
			inside[unknown[i]] = true
		} else {
			outside[unknown[i]] = true
		}
	}
	for u := range inside {
		if outside[u] {
			return false
		}
	}
	for _, way := range ways {
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
