package analysis_test

import (
	"fmt"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/measure"
)

// gradeMargin is how the grades of all families of a made-up school are known to
// be made up: the later, the larger.
func gradeMargin(grades int) measure.Margin {
	m := measure.Margin{Question: "grade"}
	for i := range grades {
		m.Shares = append(m.Shares, measure.Share{
			Answer: fmt.Sprintf("Grade %d", i+1), Percent: 200 * float64(i+1) / float64(grades*(grades+1)),
		})
	}
	return m
}

// weighted publishes, of the people that a weighted number is about, how many have
// each weight: who knows the weights can work that out from one weighted share and
// the same share unweighted.
func (a *attack) weighted(f *findings.Finding, j int, base float64) {
	key := f.Table.Columns[j].Key
	switch {
	case f.ID == "themes" || f.ID == "themes.groups":
		a.grades(f.ID, now, ever.in)
		a.grades(f.ID, wrote, ever.in)
	case f.Table.Columns[j].Unit == findings.Points:
		a.grades(f.ID, wrote, only("Parent")[0])
		a.grades(f.ID, wrote, only("Teacher")[0])
	case f.ID == "themes.by.role":
		for _, reading := range group(key) {
			if a.size(wrote, reading) == base {
				a.grades(f.ID+" "+key, wrote, reading)
				return
			}
		}
	}
}

// grades publishes how many of some people are of each grade that the report tells
// of, and of none of these.
func (a *attack) grades(what string, of universe, who is) {
	told := func(*subject) bool { return false }
	for _, name := range a.told {
		in := group(name)[0]
		a.publish(what+" weighted, "+name, of, func(p *subject) bool { return who(p) && in(p) })
		before := told
		told = func(p *subject) bool { return before(p) || in(p) }
	}
	a.publish(what+" weighted, no grade", of, func(p *subject) bool { return who(p) && !told(p) })
}

func (a *attack) publish(what string, of universe, in is) {
	a.count(what, a.size(of, in), of, in)
}

func (a *attack) size(of universe, in is) (people float64) {
	for _, p := range a.people {
		if of.in(p) && in(p) {
			people++
		}
	}
	return people
}

// toldGrades are the grades that a report tells of, alone or together.
func toldGrades(r *findings.Report) []string {
	var told []string
	if f := r.Finding("themes.by.grade"); f != nil {
		for _, c := range f.Table.Columns[1:] {
			if strings.HasPrefix(c.Name, "Grade") && !c.Weighted {
				told = append(told, c.Name)
			}
		}
	}
	return told
}
