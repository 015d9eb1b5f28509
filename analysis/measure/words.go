package measure

import (
	"math"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// Say says a text in the report's language.
func (p *Pass) Say(english string) string { return p.Lang.Say(english) }

// Sayf says a sentence with things put in.
func (p *Pass) Sayf(format string, args ...any) string { return p.Lang.Sayf(format, args...) }

// notef is a plain remark.
func (p *Pass) notef(format string, args ...any) findings.Note {
	return findings.Note{Text: p.Sayf(format, args...)}
}

// plural names the people of a role as a heading does: "Parents". Within a sentence
// findings.RolePeople names them.
func plural(l say.Language, role string) string {
	switch role {
	case "parent":
		return l.Say("Parents")
	case "teacher":
		return l.Say("Teachers")
	case "staff":
		return l.Say("Staff")
	case "student":
		return l.Say("Students")
	case "community":
		return l.Say("Community")
	}
	return l.Say("Role unknown")
}

// number writes n for the middle of a sentence.
func number(l say.Language, n float64) string {
	if word, ok := l.Number(int64(n)); ok {
		return word
	}
	return findings.Count.Text(n)
}

// people writes a count: "nine people".
func people(l say.Language, c findings.Cell) string {
	switch {
	case c.Bound == findings.AtLeast:
		return l.Sayf("at least %s people", number(l, c.Number))
	case c.Number == 1:
		return l.Say("one person")
	}
	return l.Sayf("%s people", number(l, c.Number))
}

// spoken writes a share as a sentence says it: "31%", or of few people "nine of
// 27". A share that no count makes, as a corrected one, stays in percent, and has
// its interval where few people were checked.
func spoken(l say.Language, c findings.Cell) string {
	if c.Rough() {
		return estimated(l, c)
	}
	if n, ok := c.Counted(findings.Share); ok {
		return of(l, n, c)
	}
	return l.Percent(c.Text(l, findings.Share))
}

// hides reports whether a number that a sentence needs is withheld.
func hides(cells ...findings.Cell) bool {
	return slices.ContainsFunc(cells, func(c findings.Cell) bool { return c.Hidden })
}

// of writes how many of its base's people a cell is about: "nine of 27".
func of(l say.Language, n float64, c findings.Cell) string {
	if c.Bound == findings.AtLeast {
		return l.Sayf("at least %s of %s", number(l, n), number(l, float64(c.Base)))
	}
	return l.Sayf("%s of %s", number(l, n), number(l, float64(c.Base)))
}

// estimated writes a corrected share with its interval, if it has one: "41% (30%
// to 52%)".
func estimated(l say.Language, c findings.Cell) string {
	if c.Bound != findings.Exact {
		return l.Percent(c.Text(l, findings.Share))
	}
	return l.Sayf("%s (%s to %s)", findings.Share.Text(c.Number), findings.Share.Text(c.Low), findings.Share.Text(c.High))
}

// unsigned writes a difference without its sign: "12 points".
func unsigned(l say.Language, points float64) string {
	return strings.TrimPrefix(findings.Points.In(l, math.Abs(points)), "+")
}

// Finish gives a finding its title, and says in the report's language what its
// statistics are called.
func (p *Pass) Finish(m *Measure, f *findings.Finding) {
	f.Title = m.Say(p.Lang, f)
	for i := range f.Tests {
		t := &f.Tests[i]
		t.Name, t.Why, t.Measure = p.Say(t.Name), p.Say(t.Why), p.Say(t.Measure)
		t.Caveats = p.sayAll(t.Caveats)
	}
	for _, row := range f.Table.Rows {
		for j := range row {
			row[j].Caveats = p.sayAll(row[j].Caveats)
		}
	}
}

func (p *Pass) sayAll(texts []string) []string {
	var said []string
	for _, t := range texts {
		said = append(said, p.Lang.Retell(t))
	}
	return said
}
