package measure

import (
	"fmt"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/survey"
)

// Respondents counts who answered, and how much of an answer they gave.
var Respondents = &Measure{
	Name:  "respondents",
	Title: "Who answered",
	Doc:   "Who answered, in which role, language, file and month, and how many wrote something?",
	Run:   func(p *Pass) []findings.Finding { return []findings.Finding{p.respondents()} },
	Say: func(f *findings.Finding) string {
		all := f.Table.Rows[0]
		if all[2].Hidden {
			return "Too few people answered to show any numbers."
		}
		title := capital(people(all[2])) + " answered" + inWaves(f.Table.Rows)
		if all[3].Number > 0 {
			title += fmt.Sprintf("; %s of them wrote something", number(all[3].Number))
		}
		return title + "."
	},
}

// inWaves names the waves that are counted together, where there are several.
func inWaves(rows [][]findings.Cell) string {
	var names []string
	for _, row := range rows {
		if row[0].Label == "Wave" {
			names = append(names, row[1].Label)
		}
	}
	if len(names) < 2 {
		return ""
	}
	slices.Sort(names)
	if len(names) > 4 {
		return fmt.Sprintf(" in %d waves together, %s to %s", len(names), names[0], names[len(names)-1])
	}
	return " in " + list(names) + " together"
}

func (p *Pass) respondents() findings.Finding {
	f := findings.Finding{
		ID: "respondents",
		Table: findings.Table{Columns: []findings.Column{
			{Name: "By"}, {Name: "Group"},
			{Name: "Respondents", Unit: findings.Count},
			{Name: "Wrote something", Unit: findings.Count},
			{Name: "Only non-answers", Unit: findings.Count},
			{Name: "Not read", Unit: findings.Count},
			{Name: "Wrote nothing", Unit: findings.Count},
		}},
	}
	states, people := p.Tally.Count(p.at.state)
	f.Table.Rows = append(f.Table.Rows, stateRow("All", "Everyone", people, states))
	type split struct {
		by    string
		item  int
		names []string
	}
	splits := []split{
		{"Role", p.at.role, survey.Roles()},
		{"Language", p.at.lang, []string{"Unknown", "English", "Spanish", "Other"}},
		{"File", p.at.file, p.Sources},
		{"Month", p.at.month, p.monthNames()},
	}
	if p.at.wave >= 0 {
		waves := p.Survey.Questions[p.Survey.Index(survey.WaveID)].Choices
		splits = slices.Insert(splits, 1, split{"Wave", p.at.wave, waves})
	}
	for _, s := range splits {
		cross := p.Tally.Cross(p.at.state, s.item)
		for _, g := range p.present(s.item, s.names) {
			if s.by == "Role" {
				g.Name = plural[g.Name]
			}
			column := make([]int64, len(cross.Counts))
			for i := range column {
				column[i] = cross.Counts[i][g.Choice]
			}
			f.Table.Rows = append(f.Table.Rows, stateRow(s.by, g.Name, g.People, column))
		}
	}
	f.Notes = p.respondentNotes(people)
	return f
}

// stateRow is one group's counts by survey.State.
func stateRow(by, name string, people int64, states []int64) []findings.Cell {
	return []findings.Cell{
		findings.Text(by), findings.Text(name), count(people, people),
		count(states[survey.Read], people),
		count(states[survey.NoContent], people),
		count(states[survey.NotRead], people),
		count(states[survey.Skipped]+states[survey.NotAsked], people),
	}
}

func (p *Pass) respondentNotes(people int64) []findings.Note {
	notes := []findings.Note{
		note("A person with two roles is in both rows, and a person who wrote in two languages too, " +
			"so that rows can add up to more than everyone."),
		note("Only non-answers: words such as \"n/a\" or \"none\". Not read: in a language that the codebook has no patterns for."),
	}
	if p.Stated > 0 {
		notes = append(notes, note("The source states %s respondents; it shows the words of %s.",
			findings.Count.Text(float64(p.Stated)), findings.Count.Text(float64(people))))
	}
	return append(notes, p.invited()...)
}

// monthNames names the choices of the month item, newest first.
func (p *Pass) monthNames() []string {
	names := make([]string, months)
	for i := range names {
		m := p.Newest - 1 - i
		names[i] = fmt.Sprintf("%04d-%02d", m/12, m%12+1)
	}
	names[months-1] = "earlier"
	return names
}
