package codebook

import (
	"cmp"
	"slices"
	"unicode"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// A reading is one comment as the engine read it, and the room to read the
// next one in.
type reading struct {
	engine   *engine
	text     text.Unescaped
	lang     survey.Lang
	state    survey.State
	words    []text.Word
	classes  []class
	found    []match // all rules, by first word
	mentions []mention
	stopped  []veto // mentions that were stopped
	vetoes   []match

	memo    memo
	search  search
	covered []bool // by non-answers
	folded  []byte
	until   []int32 // by theme: the last word of its last mention
	points  []int   // by theme
	last    []match // by theme: the last that gave it points; of rule -1 where there is none
	tones   toneReader
}

// A mention is one place where a theme is spoken of.
type mention struct {
	match
	tone survey.Tone
}

// A veto is a mention that did not count, and the match that stopped it.
type veto struct{ mention, by match }

func (e *engine) newReading() *reading {
	return &reading{engine: e, until: make([]int32, e.themes), points: make([]int, e.themes), last: make([]match, e.themes)}
}

// read reads a comment of a file whose main language is main.
func (rd *reading) read(s string, main survey.Lang, q question) {
	rd.open(s)
	rd.lang = rd.language()
	if rd.lang == survey.UnknownLang {
		rd.lang = main
	}
	switch {
	case rd.noContent():
		rd.state = survey.NoContent
	case rd.lang == survey.OtherLang:
		rd.state = survey.NotRead
	default:
		rd.state = survey.Read
		rd.match(q)
	}
}

// readAs reads a comment that is known to be in lang.
func (rd *reading) readAs(s string, lang survey.Lang, q question) {
	rd.open(s)
	rd.lang, rd.state = lang, survey.Read
	rd.match(q)
}

// open cuts s into words and looks up what each is.
func (rd *reading) open(s string) {
	rd.text = text.Unescape(s)
	rd.words = text.Words(rd.words[:0], rd.text.Text)
	rd.classes = rd.classes[:0]
	for _, w := range rd.words {
		rd.classes = append(rd.classes, rd.memo.class(rd.engine.machine.lexicon, rd.text.Text[w.Start:w.End]))
	}
	rd.found, rd.mentions, rd.stopped = rd.found[:0], rd.mentions[:0], rd.stopped[:0]
}

func (rd *reading) language() survey.Lang {
	var score text.Score
	for i, w := range rd.words {
		class := rd.classes[i]
		if class == 0 && text.IsForeign(rd.text.Text[w.Start:w.End]) {
			score.AddForeign()
			continue
		}
		score.Add(rd.engine.machine.lexicon.langs[class])
	}
	switch score.Language() {
	case "en":
		return survey.English
	case "es":
		return survey.Spanish
	case "other":
		return survey.OtherLang
	}
	return survey.UnknownLang
}

// match finds the mentions and their tones. A text of unknown language is
// searched in both.
func (rd *reading) match(q question) {
	if rd.lang != survey.Spanish {
		rd.find(english)
	}
	if rd.lang != survey.English {
		rd.find(spanish)
	}
	slices.SortFunc(rd.found, leftmostLongest)
	rd.mention(q.kinds)
	rd.inherit(q.kinds)
	rd.tones.tell(rd, q.slant)
}

func (rd *reading) find(g grammar) {
	rd.found = rd.engine.machine.find(rd.found, &rd.search, g, rd.words, rd.classes)
}

func leftmostLongest(a, b match) int {
	switch {
	case a.first != b.first:
		return int(a.first - b.first)
	case a.last != b.last:
		return int(b.last - a.last)
	}
	return int(a.rule - b.rule)
}

// What speaks for a theme: a pattern as much as two hints. It takes a pattern's
// worth; where the question makes the theme likely, a hint's; and where it
// makes it unlikely, both.
const (
	hintPoints    = 1
	patternPoints = 2
)

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

// veto returns the first of the vetoes of a theme that overlaps m.
func (rd *reading) veto(m match, theme int32) (by match, ok bool) {
	for _, v := range rd.vetoes {
		if v.first > m.last {
			break
		}
		if v.last >= m.first && rd.engine.rules[v.rule].theme == theme {
			return v, true
		}
	}
	return match{}, false
}

// span returns the bytes of the original text that a match covers.
func (rd *reading) span(m match) text.Span {
	return rd.text.Original(text.Span{Start: rd.words[m.first].Start, End: rd.words[m.last].End})
}

// hasLetters reports whether any word holds a letter.
func (rd *reading) hasLetters() bool {
	for _, w := range rd.words {
		for _, r := range rd.text.Text[w.Start:w.End] {
			if unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}
