package measure

import (
	"slices"

	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// items are the places of what is counted in the layout.
type items struct {
	role, roles, side, file, state, lang, month int
	sources                                     int // files, as those of the newest wave are named
	wave                                        int // of all waves, as is what addEver declares; -1 where no waves are known
	themes, groups, tones                       int
	channels, channelTones                      int
	under                                       int
	answers                                     []int       // by question; -1 for those that are not closed
	themesAt, tonesAt                           []int       // by question; -1 for those that are not open
	drawn                                       drawn       // of a sample
	combined                                    int         // answers to all margins
	combinedIn                                  map[int]int // the same within another item, by that
}

// months is how far back the calendar of respondents goes.
const months = 36

// Layout declares all that the measures count, and returns it for a tally.
func (p *Pass) Layout() *tally.Layout {
	l, at := &p.layout, &p.at
	role, file := p.Survey.Index(survey.RoleID), p.Survey.Index(survey.FileID)
	roles := len(survey.Roles())
	at.wave = -1
	if wave := p.Survey.Index(survey.WaveID); wave >= 0 {
		at.wave = l.Add(p.everAnswers(wave))
	}
	at.role = p.add(tally.Answers("role", role, roles))
	at.roles = p.add(tally.Sets("roles", role, roles))
	at.side = p.add(tally.Only("side", role, roles))
	at.file = p.add(tally.Answers("file", file, len(p.Survey.Questions[file].Choices)))
	at.sources = p.add(tally.Answers("sources", file, len(p.Survey.Questions[file].Choices)))
	at.state = p.add(tally.States("state"))
	at.lang = p.add(tally.Languages("language"))
	at.month = p.add(tally.Months("month", p.Newest, months))
	at.themes = p.add(p.anywhere("themes", len(p.Themes), p.theme))
	at.groups = p.add(p.anywhere("groups", len(p.Groups()), p.group()))
	at.tones = p.add(p.anywhere("tones", len(p.Themes)*tones, p.tone))
	at.channels = p.add(tally.Coded("channels", tally.Anywhere, len(p.Channels), p.channel))
	at.channelTones = p.add(tally.Coded("channels.tones", tally.Anywhere, len(p.Channels)*tones, p.channelTone))
	at.under = -1
	if len(p.Human) > 0 {
		at.under = p.add(tally.Under("under", len(p.Human), len(p.Themes)))
	}
	for _, item := range []int{at.themes, at.groups, at.tones, at.channels, at.channelTones} {
		l.Cross(item, at.role)
		l.Cross(item, at.side)
	}
	l.Cross(at.themes, at.themes)
	p.questions(role, file)
	p.addEver(tally.States("state"))
	p.countInvited()
	for _, m := range All {
		if m.Count != nil {
			m.Count(p)
		}
	}
	p.splitPeople()
	p.countSample()
	p.countCombined()
	return l
}

// questions declares what is counted for each question, and within the groups
// asked for.
func (p *Pass) questions(role, file int) {
	l, at := &p.layout, &p.at
	for i, q := range p.Survey.Questions {
		answers, themesAt, tonesAt := -1, -1, -1
		switch {
		case i == role:
			answers = at.role
		case i == file:
			answers = at.file
		case q.Kind == survey.Open && p.reads(i):
			themesAt = p.add(tally.Coded("themes@"+q.ID, i, len(p.Themes), p.theme))
			tonesAt = p.add(tally.Coded("tones@"+q.ID, i, len(p.Themes)*tones, p.tone))
			for _, by := range []int{at.role, at.side} {
				l.Cross(themesAt, by)
				l.Cross(tonesAt, by)
			}
		case len(q.Choices) > 0, q.Kind == survey.Single, q.Kind == survey.Multiple, q.Kind == survey.Scale: // and put aside by everybody
			answers = p.add(tally.Answers(q.ID, i, len(q.Choices)))
			l.Cross(answers, at.role)
		}
		at.answers = append(at.answers, answers)
		at.themesAt = append(at.themesAt, themesAt)
		at.tonesAt = append(at.tonesAt, tonesAt)
	}
	for _, item := range p.splitItems() {
		l.Cross(at.themes, item)
	}
}

// tones is the number of tones of a mention.
const tones = int(survey.Wish) + 1

func (p *Pass) theme(theme int, _ survey.Tone) int {
	if theme = p.local(theme); theme >= len(p.Themes) {
		return -1
	}
	return theme
}

func (p *Pass) tone(theme int, tone survey.Tone) int {
	if theme = p.local(theme); theme < 0 || theme >= len(p.Themes) {
		return -1
	}
	return theme*tones + int(tone)
}

func (p *Pass) channel(theme int, _ survey.Tone) int { return p.local(theme) - len(p.Themes) }

func (p *Pass) channelTone(theme int, tone survey.Tone) int {
	if theme = p.local(theme); theme < len(p.Themes) {
		return -1
	}
	return (theme-len(p.Themes))*tones + int(tone)
}

func (p *Pass) group() func(int, survey.Tone) int {
	groups, of := p.Groups(), make([]int, len(p.Themes))
	for i, t := range p.Themes {
		of[i] = slices.Index(groups, t.Group)
	}
	return func(theme int, _ survey.Tone) int {
		if theme = p.local(theme); theme < 0 || theme >= len(of) {
			return -1
		}
		return of[theme]
	}
}
