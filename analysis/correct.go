package analysis

import (
	"slices"

	"commonground/analysis/measure"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

// blind is what shares can be corrected by: the people of a draw who were coded
// on a blind sheet. It is nil where there is none, or where its groups are not
// to be found any more.
func (r *run) blind() *measure.Sample {
	drawn := r.chain.Checks.Sample
	if drawn == nil || !r.chain.Checks.Blind {
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
func (r *run) sampled() []string {
	l, drawn := r.plan.Lang, r.chain.Checks.Sample
	switch {
	case drawn == nil:
		return nil
	case r.pass.Sample == nil && drawn.By != "" && r.in.Survey.Index(drawn.By) < 0:
		return []string{l.Sayf("People were drawn by “%s”, which no question is called any more, so no share is corrected by what was coded.", drawn.By)}
	case r.pass.Sample == nil:
		return []string{l.Say("The people drawn were coded by somebody who saw the program's codes, so no share is corrected by them. " +
			"Name the blind sheet too, with --codes: it counts for that.")}
	}
	var people, of int
	for _, s := range drawn.Strata {
		people, of = people+s.Drawn, of+s.People
	}
	coded, now := r.pass.Sampled()
	switch lacking := r.lacking(); {
	case len(lacking) == 1:
		return []string{l.Sayf("The blind sheet has no column for 1 theme (%s), so nobody drawn is coded by the whole codebook, "+
			"and no share is corrected: code them for that theme too.", lacking[0])}
	case len(lacking) > 1:
		return []string{l.Sayf("The blind sheet has no columns for %d themes (%s), so nobody drawn is coded by the whole codebook, "+
			"and no share is corrected: code them for these themes too.", len(lacking), l.List(lacking))}
	case r.pass.Corrects():
	case len(r.pass.Unchecked()) > 0:
		return []string{l.Sayf("Of %d people drawn for the blind sample, %d have all their answers coded, and nobody of some of its groups: "+
			"too few to correct any share of everyone by them. Such shares are as coded.", people, coded)}
	default:
		return []string{l.Sayf("Of %d people drawn for the blind sample, %d have all their answers coded: too few to correct any share by them.", people, coded)}
	}
	said := []string{l.Sayf("Of %d people drawn for the blind sample, %d have all their answers coded. The shares called corrected rest on them.", people, coded)}
	if int(coded) < people {
		said = append(said, l.Say("As long as some are missing, the corrected shares are right only if these are like the others, as they are where the sheet is coded from its top."))
	}
	if r.pass.Book.Reads == nil && now != int64(of) {
		said = append(said, l.Sayf("The sample was drawn from %d people who wrote something, and there are %d now: "+
			"the corrected shares take them to be alike.", of, now))
	}
	return said
}

// lacking are the themes that the blind sheets have no column for, where these are
// why nobody of the draw has all answers coded.
func (r *run) lacking() []string {
	coded, _ := r.pass.Sampled()
	if coded > 0 {
		return nil
	}
	var themes []string
	sheets := 0
	for _, f := range r.plan.Codes {
		if f.Sample == nil || !f.Sample.Blind {
			continue
		}
		if sheets++; sheets == 1 {
			themes = slices.Clone(f.Unasked)
		}
		themes = slices.DeleteFunc(themes, func(theme string) bool { return !slices.Contains(f.Unasked, theme) })
	}
	return themes
}

// unchecked are the groups of the draw that people are in of whom nobody has all
// answers coded, where it is for these people to be coded.
func (r *run) unchecked() []review.Stratum {
	if r.pass.Sample == nil || len(r.lacking()) > 0 {
		return nil
	}
	var groups []review.Stratum
	for _, i := range r.pass.Unchecked() {
		if drawn := r.chain.Checks.Sample.Strata; i < len(drawn) {
			groups = append(groups, drawn[i])
		}
	}
	return groups
}
