package codebook

import (
	"cmp"
	"slices"
)

// What speaks for a theme: a pattern as much as two hints. It takes a pattern's
// worth; where the question makes the theme likely, a hint's; and where it
// makes it unlikely, both.
const (
	hintPoints    = 1
	patternPoints = 2
)

// company is the most words that stand between two hints that make a theme.
const company = 6

// mention keeps, of each theme that enough speaks for, the leftmost and longest
// matches that do not overlap, but for those that a veto stops.
func (rd *reading) mention(asked kinds) {
	rules := rd.engine.rules
	rd.vetoes = rd.vetoes[:0]
	for _, m := range rd.found {
		if rules[m.rule].kind == vetoRule {
			rd.vetoes = append(rd.vetoes, m)
		}
	}
	rd.weigh(asked)
	for _, m := range rd.found {
		r := &rules[m.rule]
		if !r.speaks(asked) || m.first <= rd.until[r.theme] || rd.points[r.theme] < rd.engine.needed(r.theme, asked) {
			continue
		}
		if _, stopped := rd.veto(m, r.theme); !stopped {
			rd.until[r.theme] = m.last
			rd.mentions = append(rd.mentions, mention{match: m})
		}
	}
	slices.SortStableFunc(rd.mentions, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(rules[a.rule].theme, rules[b.rule].theme))
	})
}

// speaks reports whether a rule speaks for its theme in answers to such
// questions.
func (r *rule) speaks(asked kinds) bool {
	return (r.kind == themeRule || r.kind == hintRule) && (r.asked == 0 || r.asked&asked != 0)
}

// needed returns how many points a theme needs.
func (e *engine) needed(theme int32, asked kinds) int {
	switch {
	case e.expected[theme]&asked != 0:
		return hintPoints
	case e.seldom[theme]&asked != 0:
		return hintPoints + patternPoints
	}
	return patternPoints
}

// weigh adds up what speaks for each theme: each construction once, and each
// stretch of words once.
func (rd *reading) weigh(asked kinds) {
	for i := range rd.until {
		rd.until[i], rd.points[i], rd.last[i] = -1, 0, match{rule: -1}
	}
	for _, m := range rd.found {
		r := &rd.engine.rules[m.rule]
		if !r.speaks(asked) {
			continue
		}
		if by, ok := rd.veto(m, r.theme); ok {
			if r.kind == themeRule {
				rd.stopped = append(rd.stopped, veto{m, by})
			}
			continue
		}
		before := &rd.last[r.theme]
		if before.rule == m.rule || before.rule >= 0 && m.last <= before.last && (r.kind == hintRule || rd.engine.rules[before.rule].kind == themeRule) {
			continue
		}
		if before.rule >= 0 && m.first-before.last > company && rd.points[r.theme] < patternPoints {
			rd.points[r.theme] = 0
		}
		*before = m
		rd.points[r.theme] += hintPoints
		if r.kind == themeRule {
			rd.points[r.theme] += patternPoints - hintPoints
		}
	}
}

// inherit gives a short answer without themes those of its question.
func (rd *reading) inherit(asked kinds) {
	if len(rd.mentions) > 0 || len(rd.stopped) > 0 || len(rd.words) > shortAnswer || len(rd.words) == 0 {
		return
	}
	for _, r := range rd.engine.inherit {
		if rd.engine.rules[r].asked&asked != 0 {
			rd.mentions = append(rd.mentions, mention{match: match{r, 0, int32(len(rd.words) - 1)}})
		}
	}
}
