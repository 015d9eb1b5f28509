package codebook

import (
	"cmp"
	"fmt"
	"strings"

	"commonground/analysis/survey"
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
	hintRule           // of a theme, but not enough alone
	vetoRule
	praiseCue
	concernCue
	wishCue
	negationCue
	contrastCue
	plainCue  // of what matters to all: neither praise nor concern
	denialCue // of a fault that is not there
	filler    // part of a non-answer
	inherit   // not a pattern: the theme of the question
)

// A rule is one pattern of the machine.
type rule struct {
	kind     ruleKind
	outright bool  // of a cue: plain enough to outweigh the slant of a question
	theme    int32 // of a themeRule, hintRule, vetoRule or inherit rule
	pattern  int32 // index into the theme's Patterns or Unless; -1 for an inherit rule
	asked    kinds // if not 0, counts only in answers to questions of such kinds
}

// An engine holds all patterns that a comment is read for.
type engine struct {
	themes  int
	rules   []rule
	inherit []int32 // the rules of that kind
	machine *machine
	subject symbol // of the words that begin a clause

	expected, seldom []kinds // by theme
}

func newEngine(themes []Theme, asker *asker) (*engine, error) {
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
		b.addTheme(int32(i), t, asker)
	}
	for _, c := range cues {
		b.add(grammar(c.Lang), rule{kind: c.kind, outright: c.outright}, c.Pattern)
	}
	for _, p := range fillers {
		b.add(anyLang, rule{kind: filler}, p)
	}
	subject := b.machine.lexicon.symbol(wholeWords(subjects))
	b.machine.lexicon.symbol(wholeWords(strings.Fields(noSlips)))
	b.machine.lexicon.slips = true
	e, err := b.build(len(themes))
	if err != nil {
		return nil, err
	}
	e.subject = subject
	e.heed(themes, asker)
	return e, nil
}

// heed notes what the question says for and against each theme.
func (e *engine) heed(themes []Theme, asker *asker) {
	for i, t := range themes {
		e.expected = append(e.expected, asker.of(t.Expected...))
		e.seldom = append(e.seldom, asker.of(t.Seldom...))
		if r := (rule{kind: inherit, theme: int32(i), pattern: -1, asked: asker.of(t.Inherited...)}); r.asked != 0 {
			e.inherit = append(e.inherit, int32(len(e.rules)))
			e.rules = append(e.rules, r)
		}
	}
}

func wholeWords(words []string) []wordForm {
	var forms []wordForm
	for _, word := range words {
		forms = append(forms, wordForm{text: word})
	}
	return forms
}

// An engineBuilder numbers rules as they come. It keeps the first error.
type engineBuilder struct {
	machine machineBuilder
	rules   []rule
	err     error
}

func (b *engineBuilder) addTheme(i int32, t Theme, asker *asker) {
	for j, p := range t.Patterns {
		r := rule{kind: themeRule, theme: i, pattern: int32(j), asked: asker.of(p.Asked)}
		if p.Hint {
			r.kind = hintRule
		}
		b.add(grammar(p.Lang), r, p)
	}
	for j, p := range t.Unless {
		b.add(grammar(p.Lang), rule{kind: vetoRule, theme: i, pattern: int32(j)}, p)
	}
}

func (b *engineBuilder) add(g grammar, r rule, p Pattern) {
	phrases, err := parsePattern(p.written())
	if err != nil {
		b.err = cmp.Or(b.err, fmt.Errorf("line %d: pattern %q: %w", p.Line, p.Source, err))
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
