package analysis

import (
	"fmt"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/measure"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

// blind is what shares can be corrected by: the people of a draw who were coded
// on a blind sheet. It is nil where there is none, or where its groups are not
// to be found any more.
func (r *run) blind() *measure.Sample {
	drawn := r.chain.Checks.Sample
	if drawn == nil || !slices.ContainsFunc(r.plan.Codes, func(d *review.Decisions) bool { return d.Sample != nil && d.Sample.Blind }) {
		return nil
	}
	by := -1
	if drawn.By != "" {
		if by = r.in.Survey.Index(drawn.By); by < 0 {
			return nil
		}
	}
	at := map[string]int{}
	for i, s := range drawn.Strata {
		at[s.Name] = i
	}
	return &measure.Sample{
		Checks: r.chain.Checks,
		Strata: len(drawn.Strata),
		Stratum: func(resp *survey.Response) int {
			if i, ok := at[stratum(r.in.Survey, by, resp)]; ok {
				return i
			}
			return len(drawn.Strata)
		},
		Unheard: r.plan.Model != nil && r.chain.Learnt == nil, // whose answers a saved model learnt from isn't known
	}
}

// sampled says what became of the draw.
func (r *run) sampled() []findings.Note {
	drawn := r.chain.Checks.Sample
	switch {
	case drawn == nil:
		return nil
	case r.pass.Sample == nil && drawn.By != "" && r.in.Survey.Index(drawn.By) < 0:
		return sampleNote("People were drawn by %q, which no question is called any more, so no share is corrected by what was coded.", drawn.By)
	case r.pass.Sample == nil:
		return sampleNote("The people drawn were coded by somebody who saw the program's codes, so no share is corrected by them. " +
			"Name the blind sheet too, with --codes: it counts for that.")
	}
	var people, of int
	for _, s := range drawn.Strata {
		people, of = people+s.Drawn, of+s.People
	}
	coded, now := r.pass.Sampled()
	said := fmt.Sprintf("Of %d people drawn for the blind sample, %d have all their answers coded", people, coded)
	if !r.pass.Corrects() {
		return sampleNote("%s: too few to correct any share by them.", said)
	}
	notes := sampleNote("%s. The shares called corrected rest on them.", said)
	if int(coded) < people {
		notes = append(notes, sampleNote("As long as some are missing, the corrected shares are right only if these are like the others.")...)
	}
	if r.pass.Book.Reads == nil && now != int64(of) {
		notes = append(notes, sampleNote("The sample was drawn from %d people who wrote something, and there are %d now: "+
			"the corrected shares take them to be alike.", of, now)...)
	}
	return notes
}

func sampleNote(format string, args ...any) []findings.Note {
	return []findings.Note{{Title: "Sample", Text: fmt.Sprintf(format, args...)}}
}
