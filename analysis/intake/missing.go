package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// nearLimit is for how many columns the nearest are looked for: where more are
// missing, the file is another.
const nearLimit = 100

// missing says which columns of the plan's questions no file has, and which are
// near. A question may have other headers in other years: where one of them was
// found, only what seems a slip of the pen is told.
func (k *known) missing(plan *Plan) []string {
	var notes []string
	for i := range plan.Questions {
		q := &plan.Questions[i]
		found := slices.ContainsFunc(q.headers(), k.has)
		for _, h := range q.headers() {
			if k.has(h) || len(notes) == nearLimit {
				continue
			}
			near := k.nearest(h, slipping)
			if len(near) == 0 && !found {
				near = k.nearest(h, resembling)
			}
			if len(near) > 0 || !found {
				notes = append(notes, fmt.Sprintf("No file has a column %q for the question %q%s", h, q.title(), didYouMean(near)))
			}
			if !found {
				break
			}
		}
	}
	for _, u := range append(plan.Columns, plan.Waves.use()...) {
		if !k.has(u.Header) && len(notes) < nearLimit {
			notes = append(notes, fmt.Sprintf("No file has a column %q (%s)%s", u.Header, u.Kind, didYouMean(k.nearest(u.Header, resembling))))
		}
	}
	return notes
}

// refuseMissing refuses a plan by which people would be shown who are not to
// be, because the column that says so is in no file.
func (k *known) refuseMissing(plan *Plan) error {
	for _, u := range plan.Columns {
		if k.has(u.Header) || u.Optional || u.Kind != ConsentColumn && u.Kind != Personal {
			continue
		}
		near := k.nearest(u.Header, resembling)
		if len(near) == 0 {
			near = nearest(k.headers, u.Header, resembling)
		}
		return fmt.Errorf("no file has a column %q (%s)%s Correct its name, or take it out if the files have no such column",
			u.Header, u.Kind, didYouMean(near))
	}
	return nil
}

// has reports whether a file has a column with that header.
func (k *known) has(header string) bool { return k.met[textKey(header)] }

// didYouMean ends a sentence with the headers that may be meant.
func didYouMean(headers []string) string {
	if len(headers) == 0 {
		return "."
	}
	var quoted []string
	for _, h := range headers {
		quoted = append(quoted, fmt.Sprintf("%q", h))
	}
	return fmt.Sprintf("; did you mean %s?", strings.Join(quoted, ", "))
}

// The likeness from which on a header may be meant by another, and from which
// on it is plainly the same with a slip of the pen.
const (
	resembling = 0.5
	slipping   = 0.85
)

// mostNear is how many headers are offered for one that is missing.
const mostNear = 3

// nearest returns the headers of the files that are likest to another, among
// those that the plan names nowhere.
func (k *known) nearest(header string, least float64) []string {
	free := slices.DeleteFunc(slices.Clone(k.headers), k.has)
	return nearest(free, header, least)
}

// nearest returns those of the headers that are likest to another, the likest
// first.
func nearest(headers []string, header string, least float64) []string {
	type candidate struct {
		header string
		like   float64
	}
	var all []candidate
	own := pairsOf(header)
	for _, h := range headers {
		known := slices.ContainsFunc(all, func(c candidate) bool { return c.header == h })
		if l := likeness(own, pairsOf(h)); l >= least && !known {
			all = append(all, candidate{h, l})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.like, a.like) })
	var names []string
	for _, c := range all[:min(len(all), mostNear)] {
		names = append(names, c.header)
	}
	return names
}

// pairsOf counts the pairs of letters that follow each other in a text, folded.
func pairsOf(text string) map[[2]rune]int {
	pairs, last := map[[2]rune]int{}, ' '
	for _, r := range fold(text) + " " {
		pairs[[2]rune{last, r}]++
		last = r
	}
	return pairs
}

// likeness is the share of pairs of letters that two texts have in common (Dice
// 1945): 1 for the same words.
func likeness(a, b map[[2]rune]int) float64 {
	shared, all := 0, 0
	for pair, n := range a {
		shared += 2 * min(n, b[pair])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return float64(shared) / float64(max(all, 1))
}
