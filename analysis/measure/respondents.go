package measure

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/survey"
)

// Respondents counts who answered, and how much of an answer they gave.
var Respondents = &Measure{
	Name:  "respondents",
	Title: "Who answered",
	Doc:   "Who answered, in which role, language, file and month, and how many wrote something?",
	Run: func(p *Pass) []findings.Finding {
		found := []findings.Finding{p.respondents()}
		if rates := p.rates(); rates != nil {
			found = append(found, *rates)
		}
		return found
	},
	Say: func(f *findings.Finding) string {
		if f.ID == "respondents.invited" {
			return sayRates(f)
		}
		all := f.Table.Rows[0]
		if all[2].Hidden {
			return "Too few people answered to show any numbers."
		}
		title := capital(people(all[2])) + " answered" + inWave(f.Table.Rows)
		if all[3].Number > 0 {
			title += fmt.Sprintf("; %s of them wrote something", number(all[3].Number))
		}
		return title + "."
	},
}

// inWave names the newest wave, where there are several.
func inWave(rows [][]findings.Cell) string {
	newest, waves := "", 0
	for _, row := range rows {
		if row[0].Label == "Wave" {
			newest, waves = " in "+row[1].Label, waves+1
		}
	}
	if waves < 2 {
		return ""
	}
	return newest
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
	for _, id := range []string{survey.RoleID, survey.WaveID, langCut, survey.FileID, monthCut} {
		if i := p.cut(id); i >= 0 {
			f.Table.Rows = append(f.Table.Rows, p.respondentsBy(i)...)
		}
	}
	f.Notes = p.respondentNotes(people)
	return f
}

// respondentsBy has a row for each group of a split. What people of a group
// wrote is withheld where too few of them wrote something.
func (p *Pass) respondentsBy(i int) [][]findings.Cell {
	var rows [][]findings.Cell
	for k, g := range p.Told.All.Groups[i] {
		people, states := p.Told.Count(i, &g)
		row := stateRow(p.cuts[i].Title, p.name(&p.cuts[i], g), people, states[:])
		for j := 2; j < len(row); j++ {
			if g.Hidden || j > 2 && p.Told.Wrote.Groups[i][k].Hidden {
				row[j] = findings.HiddenCell()
			}
		}
		rows = append(rows, row)
	}
	return rows
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
	if waves := p.waves(); len(waves) > 1 {
		notes = append(notes, note("All but the rows of the other waves, and what is told of changes, is about %s.", waves[len(waves)-1]))
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
