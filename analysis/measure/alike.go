package measure

import (
	"commonground/analysis/findings"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// Waves are compared as one coder reads them. What people decided is of some answers,
// mostly the newest, and would make a change where it is but another reader: so it
// counts only where they decided on all answers of all waves.

// The items of the themes of all waves: as they are coded in other tables, as the
// program codes them by itself, and in one choice of those people on all of whose
// answers somebody decided.
const (
	themesItem  = "themes"
	machineItem = "themes.machine"
	decidedItem = "themes.decided"
)

// countAlike lists the items that it takes to compare waves.
func (p *Pass) countAlike() []tally.Item {
	themes := p.anywhere(themesItem, len(p.Themes), p.theme)
	if !p.decides() {
		return []tally.Item{themes}
	}
	machine, decided := themes, themes
	machine.ID, decided.ID, decided.Choices = machineItem, decidedItem, 1
	machine.Of = func(v *tally.View, picks []int) ([]int, bool) { return themes.Of(p.machine(v), picks) }
	decided.Of = func(v *tally.View, picks []int) ([]int, bool) {
		if _, wrote := themes.Of(v, nil); !wrote {
			return picks, false
		}
		for k := range v.Comments {
			c := &v.Comments[k]
			if check := p.Checks.Of(v.Respondent, k); c.State == survey.Read && p.reads(c.Question) && !check.Complete() {
				return picks, true
			}
		}
		return append(picks, 0), true
	}
	return []tally.Item{themes, machine, decided}
}

// decides reports whether people decided on any answer.
func (p *Pass) decides() bool { return p.Checks != nil && p.Checks.Answers > 0 }

// alike is the item of themes by which waves are compared.
func (p *Pass) alike() int {
	if !p.decides() {
		return p.ever(themesItem)
	}
	if decided, of := p.Tally.Count(p.ever(decidedItem)); decided[0] == of {
		return p.ever(themesItem)
	}
	return p.ever(machineItem)
}

// codedAlike says by whom waves are coded that no sample corrects.
func (p *Pass) codedAlike() []findings.Note {
	notes := []findings.Note{p.asCoded()}
	if p.alike() != p.ever(themesItem) {
		notes = append(notes, p.notef("What people decided doesn't count here: it is of some answers alone, and would make a difference between waves "+
			"that is none. So all waves are told as the program codes them by itself, and a share may differ from that in other tables."))
	}
	return notes
}
