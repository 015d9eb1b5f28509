package measure

import (
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// Where several waves are read together, a report tells of the newest; the
// others serve to tell what changed.

// waves names the waves in the order of time; nil where none are known.
func (p *Pass) waves() []string {
	if q := p.Survey.Index(survey.WaveID); q >= 0 {
		return p.Survey.Questions[q].Choices
	}
	return nil
}

// add declares an item of the people of the newest wave.
func (p *Pass) add(it tally.Item) int {
	if p.Survey.Index(survey.WaveID) < 0 {
		return p.layout.Add(it)
	}
	of := it.Of
	it.Of = func(v *tally.View, picks []int) ([]int, bool) {
		if p.Survey.Earlier(v.Response) {
			return picks, false
		}
		return of(v, picks)
	}
	return p.layout.Add(it)
}

// addEver declares an item of the people of all waves, and how it is found in
// each.
func (p *Pass) addEver(it tally.Item) {
	it.ID += everSuffix
	if p.layout.Index(it.ID) < 0 && p.at.wave >= 0 {
		p.layout.Cross(p.layout.Add(it), p.at.wave)
	}
}

const everSuffix = ".waves"

// ever is the place of an item of the people of all waves, by its ID.
func (p *Pass) ever(id string) int { return p.layout.Index(id + everSuffix) }

// everAnswers is a closed question as addEver takes it.
func (p *Pass) everAnswers(q int) tally.Item {
	question := p.Survey.Questions[q]
	return tally.Answers(question.ID, q, len(question.Choices))
}

// longerThanAWave is how many months answers to one survey hardly ever span.
const longerThanAWave = 9

// SeveralYears returns the first and the last month of answers that may be of
// several years, where nothing tells these apart; "" for none.
func (p *Pass) SeveralYears() (first, last string) {
	months, _ := p.Tally.Count(p.at.month)
	oldest := len(months) - 1
	for oldest >= 0 && months[oldest] == 0 {
		oldest--
	}
	if p.at.wave >= 0 || oldest < longerThanAWave {
		return "", ""
	}
	return p.monthNames()[oldest], p.monthNames()[0]
}

// People is how many the pass is about.
func (p *Pass) People() int64 {
	_, people := p.Tally.Count(p.at.state)
	return people
}
