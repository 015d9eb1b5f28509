package codebook

import (
	"slices"
	"sync"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/survey"
)

// A tonePattern is a pattern of the built-in tone.yaml.
type tonePattern struct {
	Pattern
	kind     ruleKind
	outright bool
}

// readTones returns the patterns for comments, and those for the texts of
// questions.
func readTones() (cues, slants []tonePattern, err error) {
	p := &page{name: "tone.yaml"}
	root, err := p.builtin()
	if err != nil {
		return nil, nil, err
	}
	list := func(dst *[]tonePattern, as tonePattern) func(*yaml.Node) {
		return func(n *yaml.Node) {
			var patterns []Pattern
			for _, item := range p.items(n) {
				p.pattern(&patterns, as.Lang, item)
			}
			for _, as.Pattern = range patterns {
				*dst = append(*dst, as)
			}
		}
	}
	tones := func(dst *[]tonePattern, lang survey.Lang, outright bool) map[string]func(*yaml.Node) {
		as := func(kind ruleKind) func(*yaml.Node) {
			return list(dst, tonePattern{Pattern{Lang: lang}, kind, outright})
		}
		return map[string]func(*yaml.Node){"praise": as(praiseCue), "concern": as(concernCue), "wish": as(wishCue), "plain": as(plainCue)}
	}
	language := func(lang survey.Lang) func(*yaml.Node) {
		keys := tones(&cues, lang, false)
		keys["denial"] = list(&cues, tonePattern{Pattern{Lang: lang}, denialCue, false})
		keys["negation"] = list(&cues, tonePattern{Pattern{Lang: lang}, negationCue, false})
		keys["contrast"] = list(&cues, tonePattern{Pattern{Lang: lang}, contrastCue, false})
		keys["outright"] = func(n *yaml.Node) { p.fields(n, tones(&cues, lang, true)) }
		keys["slant"] = func(n *yaml.Node) { p.fields(n, tones(&slants, lang, false)) }
		return func(n *yaml.Node) { p.fields(n, keys) }
	}
	p.fields(root, map[string]func(*yaml.Node){"sets": p.readSets(new([]Set)), "en": language(survey.English), "es": language(survey.Spanish)})
	slices.SortStableFunc(cues, func(a, b tonePattern) int {
		switch {
		case a.outright == b.outright:
			return 0
		case a.outright:
			return -1
		}
		return 1
	})
	return cues, slants, p.err()
}

// Slant returns the tone that the text of a question invites, such as Praise
// for "What is going well?", or Neutral where it invites none, or praise beside
// another. Asked what to improve, people say what is wrong: that is Concern.
func Slant(question string) survey.Tone {
	e, err := slants()
	if err != nil {
		return survey.Neutral
	}
	rd := e.newReading()
	rd.open(question)
	rd.find(anyLang)
	var is [len(weights)]bool
	until := int32(-1)
	for _, m := range rd.found {
		if m.first > until {
			until = m.last
			is[cue{kind: e.rules[m.rule].kind}.tone()] = true
		}
	}
	switch {
	case is[survey.Praise] && (is[survey.Concern] || is[survey.Wish]):
		return survey.Neutral
	case is[survey.Praise]:
		return survey.Praise
	case is[survey.Concern]:
		return survey.Concern
	case is[survey.Wish]:
		return survey.Wish
	}
	return survey.Neutral
}

// slants is the engine for the texts of questions. Those of both languages are
// in one grammar.
var slants = sync.OnceValues(func() (*engine, error) {
	_, slants, err := readTones()
	if err != nil {
		return nil, err
	}
	var b engineBuilder
	for _, s := range slants {
		b.add(anyLang, rule{kind: s.kind}, s.Pattern)
	}
	return b.build(0)
})
