package measure

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
)

// rates is the table of response rates; nil where nobody was counted.
func (p *Pass) rates() *findings.Finding {
	f := &findings.Finding{
		ID: "respondents.invited",
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Group"), Key: "group"}, {Name: p.Say("Wave"), Key: "wave"}, {Name: p.Say("Invited"), Unit: findings.Count, Key: "invited"}, {Name: p.Say("Answered"), Unit: findings.Count, Key: "answered"},
			{Name: p.Say("Response rate"), Unit: findings.Share, Key: "rate"},
		}},
	}
	for k, i := range p.Invited {
		n, ok := p.cameOf(k)
		if !ok || n > int64(i.People) {
			continue
		}
		rate := findings.Num(float64(n) / float64(i.People))
		rate.Base = n
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{
			findings.Keyed(i.key(), say.Capital(i.who(p.Lang))), findings.Text(i.Wave), findings.Num(float64(i.People)), size(n, n), rate,
		})
	}
	if len(f.Table.Rows) == 0 {
		return nil
	}
	f.Notes = append(f.Notes, p.notef("How far those who answered stand for all who were asked depends on who did not answer, which no interval covers."))
	f.Notes = append(f.Notes, p.missing()...)
	return f
}

// missing warns of groups of the newest wave of whom few answered.
func (p *Pass) missing() []findings.Note {
	var notes []findings.Note
	warn := func(text string) {
		notes = append(notes, findings.Note{Title: p.Say("Who is missing"), Text: text})
	}
	overall := p.overallRate()
	for k, i := range p.Invited {
		n, ok := p.cameOf(k)
		rate := float64(n) / float64(i.People)
		if !ok || n < p.Small || rate > 1 || !p.isNewest(i.Wave) {
			continue
		}
		switch {
		case (i.Role == survey.Parent || i.Role == survey.Teacher) && i.Question == "" && rate < lowRate:
			warn(p.Sayf("Fewer than half of the %s answered (%s): what the others think is not known.", i.who(p.Lang), findings.Share.Text(rate)))
		case rate < partOfAll*overall:
			warn(p.Sayf("Of the %s %s answered, less than half the rate of all (%s).", i.who(p.Lang), findings.Share.Text(rate), findings.Share.Text(overall)))
		}
	}
	return notes
}

// overallRate is the response rate of the roles of the newest wave together; 0
// where it is not known.
func (p *Pass) overallRate() float64 {
	var came, invited float64
	for k, i := range p.Invited {
		if n, ok := p.cameOf(k); ok && n <= int64(i.People) && i.Question == "" && p.isNewest(i.Wave) {
			came, invited = came+float64(n), invited+float64(i.People)
		}
	}
	if invited == 0 {
		return 0
	}
	return came / invited
}

// sayRates tells the response rates of the first groups of the newest wave.
func sayRates(l say.Language, f *findings.Finding) string {
	var said []string
	t := &f.Table
	newest := t.Cell(t.Rows[len(t.Rows)-1], "wave").Label
	for _, row := range t.Rows {
		if rate := t.Cell(row, "rate"); t.Cell(row, "wave").Label == newest && !rate.Hidden {
			said = append(said, partOf(l, rate, row[0]))
		}
	}
	if len(said) == 0 {
		return l.Say("How many of those asked answered.")
	}
	return say.Capital(l.Sayf("%s answered.", l.List(said[:min(len(said), most)])))
}

// partOf writes a share of the invited of a group: "62% of the parents".
func partOf(l say.Language, rate, group findings.Cell) string {
	switch share := findings.Share.Text(rate.Number); group.Key {
	case survey.Parent.String():
		return l.Sayf("%s of the parents", share)
	case survey.Teacher.String():
		return l.Sayf("%s of the teachers", share)
	default:
		return l.Sayf("%s of the %s", share, say.Lower(group.Label))
	}
}

// The response rate of a role under which a warning is due, and the part of the
// overall rate under which one is due for any group.
const (
	lowRate   = 0.5
	partOfAll = 0.5
)

// isNewest reports whether a wave is the one that the report is about.
func (p *Pass) isNewest(wave string) bool {
	waves := p.waves()
	return wave == "" || len(waves) > 0 && strings.EqualFold(waves[len(waves)-1], wave)
}
