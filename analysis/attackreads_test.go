package analysis_test

import (
	"fmt"
	"math"
	"strings"

	"pgregory.net/rapid"

	"commonground/analysis/findings"
	"commonground/analysis/survey"
)

// An attack gathers what is published, as sets of people.
type attack struct {
	t         *rapid.T
	people    []*subject
	published []published
	told      []string // grades

	says   is          // of whom the numbers are looked at: those who speak of a theme; nil for all
	secret bool        // what is read is a bound
	bounds []published // sets whose number is told as a bound
}

type published struct {
	what, base string
	in         []bool // of the people
}

// A test of whether somebody is of a set.
type is = func(p *subject) bool

// A universe is the people that a number may be of: those who answered something.
// Who of them didn't answer something else, nobody knows, so that numbers of
// people who answered different things can't be set off against each other.
type universe struct {
	base string
	in   is
}

var (
	ever  = universe{"everybody", func(*subject) bool { return true }}
	now   = universe{"everybody", (*subject).now}
	grade = universe{"everybody", func(p *subject) bool { return p.now() && p.grade != "" }}

	everWrote = universe{"those who wrote something", (*subject).wrote}
	wrote     = universe{"those who wrote something", func(p *subject) bool { return p.now() && p.wrote() }}

	everWelcome = universe{"those who say whether they feel welcome", func(p *subject) bool { return p.welcome != "" }}
	welcome     = universe{"those who say whether they feel welcome", func(p *subject) bool { return p.now() && p.welcome != "" }}

	hears  = universe{"those who say how they hear from school", func(p *subject) bool { return p.now() && p.hears != "" }}
	better = universe{"those who say what could be better", func(p *subject) bool { return p.now() && p.better != "" }}
	fun    = universe{"those who say what goes well", func(p *subject) bool { return p.now() && p.fun != "" }}

	universes = []universe{ever, everWrote, everWelcome, hears, better, fun}
)

// count publishes a number of people. Of several readings of a group, since
// people of two roles may count in one, the one that fits is taken.
func (a *attack) count(what string, n float64, of universe, readings ...is) {
	if n == 0 {
		return
	}
	for _, group := range readings {
		in, people := make([]bool, len(a.people)), 0
		for i, p := range a.people {
			if in[i] = of.in(p) && group(p); in[i] && a.counts(p) {
				people++
			}
		}
		switch one := (published{what, of.base, in}); {
		case float64(people) != n:
		case a.secret:
			a.bounds = append(a.bounds, one)
			return
		default:
			a.published = append(a.published, one)
			return
		}
	}
	a.t.Fatalf("%s, %s: %v people are published, and the attacker can't tell who", what, of.base, n)
}

// group are the readings of a group's name.
func group(name string) []is {
	of := func(role string) []is {
		return []is{
			func(p *subject) bool { return strings.Contains(p.roles, role) },
			func(p *subject) bool { return p.roles == role },
		}
	}
	switch from, to, joined := strings.Cut(name, " to "); {
	case strings.HasPrefix(name, "Everyone") || name == "":
		return []is{ever.in}
	case strings.HasPrefix(name, "Parent") || name == "parent":
		return of("Parent")
	case strings.HasPrefix(name, "Teacher") || name == "teacher":
		return of("Teacher")
	case strings.EqualFold(name, "Staff"), strings.EqualFold(name, "Community"):
		return of(strings.ToUpper(name[:1]) + name[1:])
	case name == "2025" || name == "2026":
		return []is{func(p *subject) bool { return p.wave == name }}
	case strings.HasSuffix(name, ".csv"):
		return []is{func(p *subject) bool { return p.file == name }}
	case name == "English":
		return []is{func(p *subject) bool { return p.better != "" && !p.spanish || p.fun != "" }}
	case name == "Spanish":
		return []is{func(p *subject) bool { return p.better != "" && p.spanish }}
	case joined:
		return []is{func(p *subject) bool { return p.grade >= from && p.grade <= to }}
	default:
		return []is{func(p *subject) bool { return p.grade == name }}
	}
}

// role are the readings of a column about a role, or about everyone.
func role(column findings.Column) []is {
	if survey.ParseRole(column.Key) != survey.NoRole {
		return group(column.Key)
	}
	return group("")
}

// only are the readings of those who are of one role alone.
func only(role string) []is {
	return append(group(role)[1:], group(role)[0])
}

// attack gathers all that the report publishes.
func (s *made) attack(t *rapid.T, r *findings.Report) *attack {
	a := &attack{t: t, people: s.people, told: toldGrades(r)}
	for f := range r.Findings() {
		a.finding(f)
	}
	for _, source := range r.Sources {
		if !source.Withheld {
			a.count("source "+source.File, float64(source.Respondents), ever, group(source.File)...)
		}
	}
	for _, n := range r.Notes {
		var rows, used float64
		if _, err := fmt.Sscanf(n.Text, "%g rows read = %g part of a response", &rows, &used); err == nil {
			a.count("rows", used, ever, group("")...)
		}
	}
	if r.Comments != nil {
		a.comments(r)
	}
	return a
}

// comments counts the rows of comments by what stands beside them.
func (a *attack) comments(r *findings.Report) {
	rows := map[string]map[*subject]bool{}
	for c, err := range r.Comments() {
		if err != nil {
			a.t.Fatal(err)
		}
		key := c.Question + " by " + c.Role
		if rows[key] == nil {
			rows[key] = map[*subject]bool{}
		}
		for _, p := range a.people {
			if p.now() && (p.better == c.Text || p.fun == c.Text) {
				rows[key][p] = true
			}
		}
	}
	for key, of := range rows {
		asked := fun
		if strings.Contains(key, "better") {
			asked = better
		}
		a.count("comments to "+key, float64(len(of)), asked, func(p *subject) bool { return of[p] })
	}
}

// finding gathers the sizes of the groups that a finding's numbers are about.
func (a *attack) finding(f *findings.Finding) {
	for _, row := range f.Table.Rows {
		for j, c := range row {
			if c.Hidden || c.Bound != findings.Exact || f.Table.Columns[j].Unit == findings.Label || c.Number != c.Number {
				continue
			}
			a.cell(f, j, row)
		}
	}
	for _, n := range f.Notes {
		var parents, teachers float64
		if _, err := fmt.Sscanf(n.Text, "The last column compares %g parents with %g teachers", &parents, &teachers); err == nil {
			a.count("parents alone", parents, wrote, only("Parent")...)
			a.count("teachers alone", teachers, wrote, only("Teacher")...)
		}
	}
}

// cell reads a number of people: of those that a share is of or, where a theme is
// looked at, of those who speak of it.
func (a *attack) cell(f *findings.Finding, j int, row []findings.Cell) {
	column, base := f.Table.Columns[j], float64(row[j].Base)
	if a.says != nil && !a.secret {
		base = math.Round(row[j].Number * base)
	}
	what := f.ID + ", " + row[0].Label + ", " + column.Name
	section, rest, _ := strings.Cut(f.ID, ".")
	if column.Weighted && a.says == nil {
		a.weighted(f, j, base)
	}
	switch {
	case f.ID == "respondents":
		a.state(what, j, row[j].Number, row[0].Label == "Wave", group(row[1].Label))
	case f.ID == "themes.by.role" || f.ID == "channels":
		if column.Unit == findings.Points {
			return // its bases are in a note
		}
		a.count(what, base, wrote, role(column)...)
	case f.ID == "themes.by.grade":
		a.count(what, base, wrote, group(column.Name)...)
	case f.ID == "themes.by.question":
		a.count(what, base, map[bool]universe{true: better, false: fun}[strings.Contains(column.Name, "better")], ever.in)
	case section == "themes" || section == "together" || section == "emerging" || f.ID == "quotes" && j == 1:
		a.count(what, base, wrote, ever.in)
	case f.ID == "quotes", section == "leaning":
	case f.ID == "change":
		a.change(what, column, base, everWrote, ever.in)
	case section == "change":
		for _, reading := range group(rest) {
			a.change(what, column, base, everWrote, reading)
		}
	case section == "balance":
		a.balance(what, row, base)
	case f.ID == "scales":
		a.count(what, base, welcome, group(row[1].Label)...)
	case f.ID == "items":
		if base > 0 {
			a.count(what, base, welcome, ever.in)
		}
	case f.ID == "items.gap" || f.ID == "items.by.role":
		switch survey.ParseRole(column.Key) {
		case survey.NoRole:
		case survey.Parent, survey.Teacher:
			a.count(what, base, welcome, only(column.Key)...)
		default:
			a.count(what, base, welcome, group(column.Key)...)
		}
	case f.ID == "items.by.grade":
		if j < len(row)-1 {
			a.count(what, base, welcome, group(column.Name)...)
		}
	case f.ID == "choices.by.role": // its bases are sums of the groups that others tell of
	case f.ID == "items.change":
		a.change(what, column, base, everWelcome, ever.in)
	case f.ID == "choices.grade":
		a.count(what, base, grade, ever.in)
		if j == 1 {
			a.count(what, row[j].Number, grade, group(row[0].Label)...)
		}
	case section == "choices":
		a.count(what, base, hears, role(column)...)
	default:
		a.t.Fatalf("the attacker doesn't know the finding %s", f.ID)
	}
}

// state is a number of the table of respondents. Those who wrote nothing are the
// others' difference.
func (a *attack) state(what string, j int, n float64, wave bool, readings []is) {
	switch {
	case j == 2 && wave:
		a.count(what, n, ever, readings...)
	case j == 2:
		a.count(what, n, now, readings...)
	case j == 3 && wave:
		a.count(what, n, everWrote, readings...)
	case j == 3:
		a.count(what, n, wrote, readings...)
	}
}

// change is a number of a table with two waves.
func (a *attack) change(what string, column findings.Column, base float64, of universe, who is) {
	for _, wave := range []string{"2025", "2026"} {
		if !strings.HasPrefix(column.Name, wave) {
			continue
		}
		for _, reading := range []is{who, func(p *subject) bool { return who(p) && !strings.Contains(p.roles, ",") }} {
			people := 0.0
			for _, p := range a.people {
				if of.in(p) && p.wave == wave && reading(p) && a.counts(p) {
					people++
				}
			}
			if people == base {
				a.count(what, base, of, func(p *subject) bool { return p.wave == wave && reading(p) })
				return
			}
		}
	}
}

func (a *attack) balance(what string, row []findings.Cell, base float64) {
	switch {
	case row[0].Label != "Question":
		a.count(what, base, wrote, group(row[1].Label)...)
	case strings.Contains(row[1].Label, "better"):
		a.count(what, base, better, ever.in)
	default:
		a.count(what, base, fun, ever.in)
	}
}
