package codebook

import (
	"cmp"
	"fmt"

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
	vetoRule
	praiseCue
	concernCue
	wishCue
	negationCue
	contrastCue
	plainCue // of what matters to all: neither praise nor concern
	filler   // part of a non-answer
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
