package emerging

import (
	"cmp"
	"slices"
	"strings"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

const (
	fitted    = 3000 // texts that factors are fitted to; the others are only given to them
	strongest = 6    // terms that name a group
	weak      = 0.2  // of a factor's largest weight: terms below do not name its group
	overlap   = 0.3  // of a term's texts, that an earlier anchor may have
	covering  = 0.9  // of a group's texts, that its pattern is to find
)

// groups are the factors of texts by terms, as far as enough people are in
// them.
func (x *index) groups(o Options) []Group {
	rows := x.rows()
	anchors := x.anchors(o, rows)
	if len(anchors) == 0 {
		return nil
	}
	factors := x.factors(rows, anchors)
	members := make([][]member, len(anchors))
	for _, r := range rows {
		if k, score := r.nearest(factors); k >= 0 {
			members[k] = append(members[k], member{r, score * x.fullness(r.text)})
		}
	}
	var all []Group
	for k, ms := range members {
		if g, ok := x.group(factors.RawRowView(k), ms, o.Small); ok {
			all = append(all, g)
		}
	}
	slices.SortStableFunc(all, func(a, b Group) int { return cmp.Compare(b.People, a.People) })
	return all
}

// fullness is less than 1 for a text of so few words that it says little, and
// for one of so many that it speaks of other things too.
func (x *index) fullness(i int) float64 {
	const least, most = 6, 20
	n := float64(len(text.Words(nil, x.texts[i].Words)))
	return min(1, n/least, most/max(n, 1))
}

// group makes a group of a factor and its texts; false where too few people
// wrote them.
func (x *index) group(weights []float64, members []member, small int) (Group, bool) {
	g := Group{}
	last := -1
	langs := map[survey.Lang]int{}
	for _, m := range members {
		t := &x.texts[m.text]
		langs[t.Lang]++
		if t.Person != last {
			last = t.Person
			g.People++
		}
	}
	if g.People < small {
		return g, false
	}
	g.Lang = survey.English
	if langs[survey.Spanish] > langs[survey.English] {
		g.Lang = survey.Spanish
	}
	g.Terms = x.strong(weights)
	slices.SortStableFunc(members, func(a, b member) int {
		return cmp.Or(cmp.Compare(b.typical, a.typical), cmp.Compare(x.texts[a.text].Words, x.texts[b.text].Words))
	})
	for _, m := range members {
		g.Texts = append(g.Texts, m.text)
	}
	g.Pattern = x.pattern(g.Terms, members)
	return g, true
}

// strong are the terms of a factor that name it, without phrases whose words
// stand there already.
func (x *index) strong(weights []float64) []int {
	order := make([]int, len(weights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weights[b], weights[a]) })
	var all []int
	for _, t := range order {
		if weights[t] < weak*weights[order[0]] || len(all) == strongest {
			break
		}
		named := func(other int) bool { return slices.Contains(x.kept[t].parts, x.kept[other].key) }
		if !slices.ContainsFunc(all, named) {
			all = append(all, t)
		}
	}
	return all
}

// pattern joins the terms that together are in most of the texts, each in all
// its forms, as long as each finds more that no theme was found in than others.
func (x *index) pattern(terms []int, members []member) string {
	left := slices.Clone(members)
	var words []string // as patterns write them: accents do not matter
	for _, t := range terms {
		term := x.kept[t]
		rest := slices.DeleteFunc(slices.Clone(left), func(m member) bool { return slices.Contains(m.places, t) })
		if len(left)-len(rest) < 2 || term.Known > term.Unknown {
			continue
		}
		words, left = append(words, term.Forms...), rest
		if float64(len(left)) <= (1-covering)*float64(len(members)) {
			break
		}
	}
	if len(words) == 0 {
		words = x.kept[terms[0]].Forms
	}
	if len(words) == 1 {
		return words[0]
	}
	return "(" + strings.Join(words, "|") + ")"
}
