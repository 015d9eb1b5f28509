package codebook

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// The grammars of an engine's machine. Those of the languages are their
// survey.Lang; the third is looked for whatever the language, as "nada" says
// nothing in any file.
const (
	anyLang  grammar = 0
	english          = grammar(survey.English)
	spanish          = grammar(survey.Spanish)
	grammars         = 3
)

// ruleKind says what a rule is looked for.
type ruleKind uint8

const (
	themeRule ruleKind = iota
	vetoRule
	praiseCue
	concernCue
	wishCue
	negationCue
	contrastCue
	filler // part of a non-answer
)

// A rule is one pattern of the machine.
type rule struct {
	kind     ruleKind
	theme    int  // of a themeRule or vetoRule
	pattern  int  // index into the theme's Patterns or Unless
	outright bool // of a cue: plain enough to outweigh the slant of a question
}

// An engine holds all patterns that a comment is read for.
type engine struct {
	themes  int
	rules   []rule
	machine *machine
}

func newEngine(themes []Theme) (*engine, error) {
	cues, _, err := readTones()
	if err != nil {
		return nil, err
	}
	fillers, err := readNonAnswers()
	if err != nil {
		return nil, err
	}
	var b engineBuilder
	for i, t := range themes {
		for j, p := range t.Patterns {
			b.add(grammar(p.Lang), rule{kind: themeRule, theme: i, pattern: j}, p)
		}
		for j, p := range t.Unless {
			b.add(grammar(p.Lang), rule{kind: vetoRule, theme: i, pattern: j}, p)
		}
	}
	for _, c := range cues {
		b.add(grammar(c.Lang), rule{kind: c.kind, outright: c.outright}, c.Pattern)
	}
	for _, p := range fillers {
		b.add(anyLang, rule{kind: filler}, p)
	}
	return b.build(len(themes))
}

// An engineBuilder numbers rules as they come. It keeps the first error.
type engineBuilder struct {
	machine machineBuilder
	rules   []rule
	err     error
}

func (b *engineBuilder) add(g grammar, r rule, p Pattern) {
	phrases, err := parsePattern(p.Source)
	if err != nil {
		b.err = cmp.Or(b.err, fmt.Errorf("line %d: %w", p.Line, err))
	}
	b.machine.add(g, len(b.rules), phrases)
	b.rules = append(b.rules, r)
}

func (b *engineBuilder) build(themes int) (*engine, error) {
	if b.err != nil {
		return nil, b.err
	}
	return &engine{themes: themes, rules: b.rules, machine: b.machine.build(grammars)}, nil
}

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

	memo    memo
	search  search
	covered []bool // by non-answers
	folded  []byte
	until   []int // by theme: the last word of its last mention
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
	return &reading{engine: e, until: make([]int, e.themes)}
}

// read reads a comment of a file whose main language is main.
func (rd *reading) read(s string, main survey.Lang, slant survey.Tone) {
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
		rd.match(slant)
	}
}

// readAs reads a comment that is known to be in lang.
func (rd *reading) readAs(s string, lang survey.Lang, slant survey.Tone) {
	rd.open(s)
	rd.lang, rd.state = lang, survey.Read
	rd.match(slant)
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
func (rd *reading) match(slant survey.Tone) {
	if rd.lang != survey.Spanish {
		rd.find(english)
	}
	if rd.lang != survey.English {
		rd.find(spanish)
	}
	slices.SortFunc(rd.found, leftmostLongest)
	rd.mention()
	rd.tones.tell(rd, slant)
}

func (rd *reading) find(g grammar) {
	rd.found = rd.engine.machine.find(rd.found, &rd.search, g, rd.words, rd.classes)
}

func leftmostLongest(a, b match) int {
	return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last), cmp.Compare(a.rule, b.rule))
}

// mention keeps, of each theme, the leftmost and longest matches that do not
// overlap, but for those that a veto stops.
func (rd *reading) mention() {
	for i := range rd.until {
		rd.until[i] = -1
	}
	rules := rd.engine.rules
	for _, m := range rd.found {
		r := rules[m.rule]
		if r.kind != themeRule || m.first <= rd.until[r.theme] {
			continue
		}
		if by, ok := rd.veto(m, r.theme); ok {
			rd.stopped = append(rd.stopped, veto{m, by})
			continue
		}
		rd.until[r.theme] = m.last
		rd.mentions = append(rd.mentions, mention{match: m})
	}
	slices.SortStableFunc(rd.mentions, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(rules[a.rule].theme, rules[b.rule].theme))
	})
}

func (rd *reading) veto(m match, theme int) (by match, ok bool) {
	for _, v := range rd.found {
		if v.first > m.last {
			break
		}
		if r := rd.engine.rules[v.rule]; r.kind == vetoRule && r.theme == theme && v.last >= m.first {
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
