package measure

import (
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// A Sample is people drawn by lot whose answers a person coded without seeing
// the machine's codes. What people decided on of their own choice is no part of
// it: whom they choose is not chance.
type Sample struct {
	Strata  int                          // that people were drawn from
	Stratum func(r *survey.Response) int // up to Strata, which stands for those of none
	Unheard bool                         // the machine's codes don't count, as it may have learnt from these very people
}

// machine is what a respondent wrote as the machine codes it, whatever people
// decided on it.
func (p *Pass) machine(v *tally.View) *tally.View {
	r := *v.Response
	r.Comments = slices.Clone(r.Comments)
	alone := &tally.View{Response: &r}
	for k := range r.Comments {
		codings := codebook.Of(v.Codings, k)
		if c := p.Checks.Of(r.Respondent, k); c != nil {
			codings, r.Comments[k].State = c.Machine, c.State
		}
		alone.Codings = append(alone.Codings, codings...)
	}
	return alone
}

// heard is the same as far as it counts where a sample corrects shares.
func (p *Pass) heard(v *tally.View) *tally.View {
	alone := p.machine(v)
	if p.Sample.Unheard {
		alone.Codings = nil
	}
	return alone
}

// person is what somebody of the sample wrote as a person codes it; false for
// everybody else, and where a single answer is not coded yet.
func (p *Pass) person(v *tally.View) (*tally.View, bool) {
	r := *v.Response
	r.Comments = slices.Clone(r.Comments)
	coded := &tally.View{Response: &r}
	for k := range r.Comments {
		d := p.Checks.Of(r.Respondent, k).Blind()
		if d == nil {
			return nil, false
		}
		r.Comments[k].State = survey.Read
		for i, t := range p.Themes {
			if code, ok := d.Code(t.ID); ok {
				coded.Codings = append(coded.Codings, codebook.Coding{Comment: k, Theme: p.Book.First + i, Tone: code.Tone})
			}
		}
	}
	return coded, len(r.Comments) > 0
}

// The choices that compared makes of each choice.
const (
	byBoth = iota
	byMachine
	byPerson
	compares
)

// alone counts as an item does, by the machine's codes alone.
func (p *Pass) alone(it tally.Item) tally.Item {
	return tally.Item{ID: it.ID + ".machine", Choices: it.Choices, Of: func(v *tally.View, picks []int) ([]int, bool) {
		return it.Of(p.heard(v), picks)
	}}
}

// compared counts the people of the sample by who finds them in a choice of an
// item.
func (p *Pass) compared(it tally.Item) tally.Item {
	return tally.Item{ID: it.ID + ".compared", Choices: it.Choices * compares, Of: func(v *tally.View, picks []int) ([]int, bool) {
		coded, ok := p.person(v)
		if !ok {
			return picks, false
		}
		machine, wrote := it.Of(p.heard(v), nil)
		person, _ := it.Of(coded, nil)
		for _, c := range machine {
			if slices.Contains(person, c) {
				picks = append(picks, c*compares+byBoth)
			} else {
				picks = append(picks, c*compares+byMachine)
			}
		}
		for _, c := range person {
			if !slices.Contains(machine, c) {
				picks = append(picks, c*compares+byPerson)
			}
		}
		return picks, wrote
	}}
}

// inStrata counts people by their stratum and their choices of an item: choice
// s*by.Choices + c.
func (p *Pass) inStrata(by tally.Item) tally.Item {
	s := p.Sample
	return tally.Item{ID: by.ID + ".strata", Choices: (s.Strata + 1) * by.Choices, Of: func(v *tally.View, picks []int) ([]int, bool) {
		chosen, ok := by.Of(v, nil)
		for _, c := range chosen {
			picks = append(picks, s.Stratum(v.Response)*by.Choices+c)
		}
		return picks, ok
	}}
}

// anybody is the place of a group that everybody is in.
const anybody = -1

var anybodyItem = tally.Item{ID: "everyone", Choices: 1, Of: func(_ *tally.View, picks []int) ([]int, bool) {
	return append(picks, 0), true
}}

// drawn are the places of what is counted for the sample.
type drawn struct {
	machine, compared, strata map[int]int // by the place of an item
	width                     map[int]int // choices of an item that strata are crossed with
}

// countSample declares what shares are corrected by.
func (p *Pass) countSample() {
	if p.Sample == nil {
		return
	}
	at := &p.at
	at.drawn = drawn{map[int]int{}, map[int]int{}, map[int]int{}, map[int]int{}}
	for _, by := range append([]int{anybody, at.role, at.side}, p.splitItems()...) {
		p.correct(at.themes, by)
	}
	p.correct(at.groups, anybody)
	if at.wave >= 0 {
		p.correct(p.ever("themes"), at.wave)
		p.correct(p.ever("themes"), p.layout.Index(waveRole))
	}
	for _, item := range at.themesAt {
		if item >= 0 {
			p.correct(item, anybody)
			p.correct(item, at.side)
		}
	}
}

// correct declares what the shares of an item in the groups of another are
// corrected by.
func (p *Pass) correct(item, by int) {
	l, at := &p.layout, &p.at.drawn
	if _, ok := at.machine[item]; !ok {
		at.machine[item] = l.Add(p.alone(l.Items[item]))
		at.compared[item] = l.Add(p.compared(l.Items[item]))
	}
	if by = p.origin(by); at.width[by] == 0 {
		groups := anybodyItem
		if by != anybody {
			groups = l.Items[by]
		}
		at.strata[by], at.width[by] = l.Add(p.inStrata(groups)), groups.Choices
	}
	l.Cross(at.machine[item], at.strata[by])
	l.Cross(at.compared[item], at.strata[by])
}
