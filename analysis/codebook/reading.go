package codebook

import (
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
	mixed    bool // the words don't tell the language
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
	if rd.mixed = rd.lang == survey.UnknownLang; rd.mixed {
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
	rd.mixed = rd.language() == survey.UnknownLang
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

// match finds the mentions and their tones. A text whose words don't tell its
// language, as they are few or of both, is searched in both.
func (rd *reading) match(q question) {
	if rd.mixed || rd.lang != survey.Spanish {
		rd.find(english)
	}
	if n := len(rd.found); rd.mixed || rd.lang != survey.English {
		rd.find(spanish)
		if n > 0 {
			slices.SortFunc(rd.found, leftmostLongest)
		}
	}
	rd.mention(q.kinds)
	rd.inherit(q.kinds)
	rd.tones.tell(rd, q.slant)
}

func (rd *reading) find(g grammar) {
	rd.found = rd.engine.machine.find(rd.found, &rd.search, g, rd.words, rd.classes)
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
