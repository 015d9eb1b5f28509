package measure

import (
	"fmt"
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
			{Name: "Group"}, {Name: "Wave"}, {Name: "Invited", Unit: findings.Count}, {Name: "Answered", Unit: findings.Count},
			{Name: "Response rate", Unit: findings.Share},
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
			findings.Text(capital(i.who())), findings.Text(i.Wave), findings.Num(float64(i.People)), count(n, n), rate,
		})
	}
	if len(f.Table.Rows) == 0 {
		return nil
	}
	f.Notes = append(f.Notes, note("How far those who answered stand for all who were asked depends on who did not answer, which no interval covers."))
	f.Notes = append(f.Notes, p.missing()...)
	return f
}

// missing warns of groups of the newest wave of whom few answered.
func (p *Pass) missing() []findings.Note {
	var notes []findings.Note
	warn := func(format string, args ...any) {
		notes = append(notes, findings.Note{Title: missingTitle, Text: fmt.Sprintf(format, args...)})
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
			warn("Fewer than half of the %s answered (%s): what the others think is not known.", i.who(), findings.Share.Text(rate))
		case rate < partOfAll*overall:
			warn("Of the %s %s answered, less than half the rate of all (%s).", i.who(), findings.Share.Text(rate), findings.Share.Text(overall))
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
func sayRates(f *findings.Finding) string {
	var said []string
	newest := f.Table.Rows[len(f.Table.Rows)-1][1].Label
	for _, row := range f.Table.Rows {
		if row[1].Label == newest && !row[4].Hidden {
			said = append(said, fmt.Sprintf("%s of the %s", findings.Share.Text(row[4].Number), say.Lower(row[0].Label)))
		}
	}
	if len(said) == 0 {
		return "How many of those asked answered."
	}
	return capital(say.English.List(said[:min(len(said), most)])) + " answered."
}

// The response rate of a role under which a warning is due, and the part of the
// overall rate under which one is due for any group.
const (
	lowRate   = 0.5
	partOfAll = 0.5
)

// missingTitle is the title of notes on who did not answer.
const missingTitle = "Who is missing"

// isNewest reports whether a wave is the one that the report is about.
func (p *Pass) isNewest(wave string) bool {
	waves := p.waves()
	return wave == "" || len(waves) > 0 && strings.EqualFold(waves[len(waves)-1], wave)
}
