package measure

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/survey"
)

// Invited says how many people of one kind were asked to answer.
type Invited struct {
	Wave     string      // "" for every wave together
	Role     survey.Role // NoRole for all
	Question string      // ID of the question that tells the group, and
	Answer   string      // the answer that makes it; "" and "" for all of the role
	People   int
}

// crossInvited declares the counts that tell how many of the invited answered,
// besides those that are declared anyhow.
func (p *Pass) crossInvited() {
	for _, i := range p.Invited {
		if q := p.Survey.Index(i.Question); i.Wave != "" && p.at.wave >= 0 && q >= 0 && p.at.answers[q] >= 0 {
			p.layout.Cross(p.at.answers[q], p.at.wave)
		}
	}
}

// invited tells how many of the people invited answered.
func (p *Pass) invited() []findings.Note {
	var notes []findings.Note
	for _, i := range p.Invited {
		who := "people"
		if i.Role != survey.NoRole {
			who = lower(plural[i.Role.String()])
		}
		where := ""
		if i.Wave != "" {
			where = i.Wave + ": "
		}
		if i.Question != "" {
			where += fmt.Sprintf("“%s” for “%s”: ", i.Answer, i.Question)
		}
		switch n, ok := p.cameOf(i); {
		case !ok:
			notes = append(notes, note("%s%s invited %s; how many of them answered can't be told from the files.",
				where, findings.Count.Text(float64(i.People)), who))
		case n > int64(i.People):
			notes = append(notes, note("%s%s invited %s; more than that answered, so the number is not right.",
				where, findings.Count.Text(float64(i.People)), who))
		case n < p.Small:
			notes = append(notes, note("%s%s of %s invited %s answered.", where, p.shown(n), findings.Count.Text(float64(i.People)), who))
		default:
			notes = append(notes, note("%s%s of %s invited %s answered (%s).", where, findings.Count.Text(float64(n)),
				findings.Count.Text(float64(i.People)), who, findings.Share.Text(float64(n)/float64(i.People))))
		}
	}
	return notes
}

// cameOf returns how many of the invited answered, and reports whether that can
// be told.
func (p *Pass) cameOf(i Invited) (int64, bool) {
	question, answer := p.place(i.Question, i.Answer)
	wave, of := p.place(waveOf(i.Wave), i.Wave)
	role := i.Role.Choice()
	switch {
	case i.Question != "" && (question < 0 || answer < 0), i.Wave != "" && (wave < 0 || of < 0):
		return 0, false
	case i.Question == "" && i.Wave == "":
		return p.countOf(p.at.role, role), true
	case i.Question != "" && i.Wave != "":
		if i.Role != survey.NoRole {
			return 0, false
		}
		return p.Tally.Cross(question, wave).Counts[answer][of], true
	case i.Wave != "":
		question, answer = wave, of
	}
	if i.Role == survey.NoRole {
		return p.countOf(question, answer), true
	}
	return p.Tally.Cross(question, p.at.role).Counts[answer][role], true
}

func waveOf(wave string) string {
	if wave == "" {
		return ""
	}
	return survey.WaveID
}

func (p *Pass) countOf(item, choice int) int64 {
	counts, _ := p.Tally.Count(item)
	return counts[choice]
}

// place returns the item of a question with choices and the place of an answer
// among them; -1 where there is none.
func (p *Pass) place(question, answer string) (item, choice int) {
	q := p.Survey.Index(question)
	if q < 0 || p.at.answers[q] < 0 {
		return -1, -1
	}
	return p.at.answers[q], slices.IndexFunc(p.Survey.Questions[q].Choices, func(c string) bool { return strings.EqualFold(c, answer) })
}
