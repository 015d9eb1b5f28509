package measure

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// Invited says how many people of one kind were asked to answer.
type Invited struct {
	Wave     string      // "" for every wave together
	Role     survey.Role // NoRole for all
	Question string      // ID of the question that tells the group, and
	Answer   string      // the answer that makes it; "" and "" for all of the role
	People   int
}

// countInvited declares how many of each of the invited answered.
func (p *Pass) countInvited() {
	for k, i := range p.Invited {
		if p.canTell(i) {
			p.layout.Add(p.came(k, i))
		}
	}
}

// canTell reports whether the files say who is one of the invited.
func (p *Pass) canTell(i Invited) bool {
	_, _, asked := p.place(i.Question, i.Answer)
	_, _, wave := p.place(survey.WaveID, i.Wave)
	return (i.Question == "" || asked) && (i.Wave == "" || wave)
}

// came counts those of the invited who answered.
func (p *Pass) came(k int, i Invited) tally.Item {
	q, answer, asked := p.place(i.Question, i.Answer)
	w, wave, _ := p.place(survey.WaveID, i.Wave)
	role := p.Survey.Index(survey.RoleID)
	return tally.Item{ID: cameID(k), Choices: 1, Of: func(v *tally.View, picks []int) ([]int, bool) {
		switch {
		case i.Role != survey.NoRole && !slices.Contains(v.Answers[role].Picks, i.Role.Choice()),
			asked && !slices.Contains(v.Answers[q].Picks, answer),
			i.Wave != "" && !slices.Contains(v.Answers[w].Picks, wave):
			return picks, false
		}
		return append(picks, 0), true
	}}
}

func cameID(k int) string { return fmt.Sprintf("invited.%d", k+1) }

// place returns a closed question and the place of an answer among its choices.
func (p *Pass) place(question, answer string) (q, choice int, ok bool) {
	if q = p.Survey.Index(question); q < 0 {
		return -1, -1, false
	}
	choice = slices.IndexFunc(p.Survey.Questions[q].Choices, func(c string) bool { return strings.EqualFold(c, answer) })
	return q, choice, choice >= 0
}

// invited tells how many of the people invited answered.
func (p *Pass) invited() []findings.Note {
	var notes []findings.Note
	for k, i := range p.Invited {
		who, where := i.kind(p.Lang), ""
		if i.Wave != "" {
			where = i.Wave + ": "
		}
		if i.Question != "" {
			where += p.Sayf("“%s” for “%s”: ", i.Answer, i.Question)
		}
		invited := findings.Count.Text(float64(i.People))
		var said string
		switch n, ok := p.cameOf(k); {
		case !ok && p.canTell(i):
			said = p.Sayf("%s%s invited %s; how many of them answered is withheld.", where, invited, who)
		case !ok:
			said = p.Sayf("%s%s invited %s; how many of them answered can't be told from the files.", where, invited, who)
		case n > int64(i.People):
			said = p.Sayf("%s%s invited %s; more than that answered, so the number is not right.", where, invited, who)
		case n < p.Small:
			said = p.Sayf("%s%s of %s invited %s answered.", where, p.Shown(n), invited, who)
		default:
			said = p.Sayf("%s%s of %s invited %s answered (%s).", where, findings.Count.Text(float64(n)), invited, who,
				findings.Share.Text(float64(n)/float64(i.People)))
		}
		notes = append(notes, findings.Note{Text: say.Capital(said)})
	}
	return notes
}

// cameOf returns how many of the invited answered, and reports whether that can
// and may be told.
func (p *Pass) cameOf(k int) (int64, bool) {
	n, ok := p.cameTold[k]
	return n, ok
}

// tellInvited decides how many of whom may be told to have answered.
func (p *Pass) tellInvited() {
	p.cameTold = map[int]int64{}
	for k, i := range p.Invited {
		item := p.layout.Index(cameID(k))
		if item < 0 {
			continue
		}
		_, n := p.Tally.Count(item)
		told, ok := p.Told.Adds(func(counted func(split int) []int) bool { return p.isOf(i, counted) })
		switch {
		case n < p.Small:
			p.cameTold[k] = n // written as “fewer than”
		case ok && told <= n && told > n-p.Small: // some may count in another role
			p.cameTold[k] = told
		}
	}
}

// isOf reports whether those are of the invited who count in some choices of
// each split.
func (p *Pass) isOf(i Invited, counted func(split int) []int) bool {
	if i.Wave != "" {
		_, wave, _ := p.place(survey.WaveID, i.Wave)
		if !slices.Contains(counted(p.cut(survey.WaveID)), wave) {
			return false
		}
	}
	if i.Question != "" {
		_, answer, _ := p.place(i.Question, i.Answer)
		if !slices.Contains(counted(p.cut(i.Question)), answer) {
			return false
		}
	}
	if i.Role == survey.NoRole {
		return true
	}
	if all := p.cut(waveRole); all >= 0 {
		roles := len(survey.Roles())
		return slices.ContainsFunc(counted(all), func(c int) bool { return c%roles == i.Role.Choice() })
	}
	return slices.Contains(counted(roleCut), i.Role.Choice())
}

// kind names the role of the invited: "parents", or "people" for all.
func (i Invited) kind(l say.Language) string {
	if i.Role == survey.NoRole {
		return l.Say("people")
	}
	return findings.RolePeople(l, i.Role.String())
}

// key is the role of the invited, "everyone" for all, and "" for a group that a
// question tells.
func (i Invited) key() string {
	switch {
	case i.Question != "":
		return ""
	case i.Role == survey.NoRole:
		return everyone
	}
	return i.Role.String()
}

// who names the invited: "parents", or "parents (“Spanish” for “Home language”)".
func (i Invited) who(l say.Language) string {
	who := i.kind(l)
	if i.Question != "" {
		who += l.Sayf(" (“%s” for “%s”)", i.Answer, i.Question)
	}
	return who
}
