package measure

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/privacy"
	"commonground/analysis/say"
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
	Say: func(l say.Language, f *findings.Finding) string {
		if f.ID == "respondents.invited" {
			return sayRates(l, f)
		}
		all := f.Table.Rows[0]
		came, wrote := f.Table.Cell(all, "people"), f.Table.Cell(all, "wrote")
		if came.Hidden {
			return l.Say("Too few people answered to show any numbers.")
		}
		who, wave, some := people(l, came), newestOf(f.Table.Rows), number(l, wrote.Number)
		switch {
		case wrote.Number > 0 && wave != "":
			return say.Capital(l.Sayf("%s answered in %s; %s of them wrote something.", who, wave, some))
		case wrote.Number > 0:
			return say.Capital(l.Sayf("%s answered; %s of them wrote something.", who, some))
		case wave != "":
			return say.Capital(l.Sayf("%s answered in %s.", who, wave))
		}
		return say.Capital(l.Sayf("%s answered.", who))
	},
}

// newestOf names the newest wave, where there are several.
func newestOf(rows [][]findings.Cell) string {
	newest, waves := "", 0
	for _, row := range rows {
		if row[0].Key == survey.WaveID {
			newest, waves = row[1].Label, waves+1
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
			{Name: p.Say("By"), Key: "by"}, {Name: p.Say("Group"), Key: "group"},
			{Name: p.Say("Respondents"), Unit: findings.Count, Key: "people"},
			{Name: p.Say("Wrote something"), Unit: findings.Count, Key: "wrote"},
			{Name: p.Say("Only non-answers"), Unit: findings.Count, Key: "non-answers"},
			{Name: p.Say("Not read"), Unit: findings.Count, Key: "not-read"},
			{Name: p.Say("Wrote nothing"), Unit: findings.Count, Key: "nothing"},
		}},
	}
	states, people := p.Tally.Count(p.at.state)
	f.Table.Rows = append(f.Table.Rows, stateRow(p.allCell(), p.everyoneCell(), people, states))
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
		row := stateRow(findings.Keyed(p.cuts[i].id, p.cuts[i].Title), p.groupCell(&p.cuts[i], g), people, states[:])
		for j := 2; j < len(row); j++ {
			if g.Hidden || j > 2 && p.Told.Wrote.Groups[i][k].Hidden {
				row[j] = findings.HiddenCell()
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// allCell says of a row that it is about no group.
func (p *Pass) allCell() findings.Cell { return findings.Keyed("all", p.Say("All")) }

// groupCell is the label of a group of a split.
func (p *Pass) groupCell(s *split, g privacy.Group) findings.Cell {
	key := g.Name
	if s.id == langCut {
		key = langKey(g)
	}
	return findings.Keyed(key, p.name(s, g))
}

// langKey is the language of a group as BCP 47 names it, "other" for any but
// those told apart, and "" where there are several.
func langKey(g privacy.Group) string {
	switch {
	case len(g.Choices) > 1:
		return ""
	case survey.Lang(g.Choices[0]) == survey.UnknownLang:
		return "und"
	}
	return survey.Lang(g.Choices[0]).String()
}

// stateRow is one group's counts by survey.State.
func stateRow(by, group findings.Cell, people int64, states []int64) []findings.Cell {
	return []findings.Cell{
		by, group, size(people, people),
		size(states[survey.Read], people),
		size(states[survey.NoContent], people),
		size(states[survey.NotRead], people),
		size(states[survey.Skipped]+states[survey.NotAsked], people),
	}
}

func (p *Pass) respondentNotes(people int64) []findings.Note {
	notes := []findings.Note{
		p.notef("A person with two roles is in both rows, and a person who wrote in two languages too, " +
			"so that rows can add up to more than everyone."),
		p.notef("Only non-answers: words such as \"n/a\" or \"none\". Not read: in a language that the codebook has no patterns for."),
	}
	if waves := p.waves(); len(waves) > 1 {
		notes = append(notes, p.notef("All but the rows of the other waves, and what is told of changes, is about %s.", waves[len(waves)-1]))
	}
	if p.Stated > 0 {
		notes = append(notes, p.notef("The source states %s respondents; it shows the words of %s.",
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
	names[months-1] = p.Say("earlier")
	return names
}
