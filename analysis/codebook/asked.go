package codebook

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/survey"
)

// shortAnswer is the most words that an answer has which is read as being about
// what its question asks.
const shortAnswer = 4

// readAsked reads the kinds of questions that a codebook names.
func (p *page) readAsked(dst *[]*Asked) func(*yaml.Node) {
	return func(n *yaml.Node) {
		p.asked = map[string]*Asked{}
		if n.Kind != yaml.MappingNode {
			p.fail(n, "expected lines of the form name: patterns by language")
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			a := &Asked{}
			p.id(&a.Name)(n.Content[i])
			p.patterns(&a.Patterns)(n.Content[i+1])
			if p.asked[a.Name] != nil {
				p.fail(n.Content[i], "the kind of question %q is already told above; join the two", a.Name)
			}
			p.asked[a.Name] = a
			*dst = append(*dst, a)
		}
	}
}

// kind returns the kind of question that a node names, or nil.
func (p *page) kind(n *yaml.Node) *Asked {
	a, ok := p.asked[n.Value]
	switch {
	case len(p.asked) == 0:
		p.fail(n, "unknown kind of question %q; there are none, for the key questions is missing or empty", n.Value)
	case !ok:
		p.fail(n, "unknown kind of question %q; those under the key questions are %s", n.Value, strings.Join(slices.Sorted(maps.Keys(p.asked)), ", "))
	}
	return a
}

// askedPatterns reads patterns that are looked for only in answers to some
// kinds of questions.
func (p *page) askedPatterns(dst *[]Pattern) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.MappingNode {
			p.fail(n, "expected lines of the form kind of question: patterns by language")
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			var patterns []Pattern
			a := p.kind(n.Content[i])
			p.patterns(&patterns)(n.Content[i+1])
			for _, one := range patterns {
				one.Asked = a
				*dst = append(*dst, one)
			}
		}
	}
}

// kinds reads a list of kinds of questions.
func (p *page) kinds(dst *[]*Asked) func(*yaml.Node) {
	return func(n *yaml.Node) {
		for _, item := range p.items(n) {
			if a := p.kind(item); a != nil {
				*dst = append(*dst, a)
			}
		}
	}
}

// kinds is a set of kinds of questions, by their numbers.
type kinds uint64

const maxKinds = 64

// An asker tells which kinds a question is of.
type asker struct {
	number  map[*Asked]int
	machine *engine // for the texts of questions; the theme of a rule is the number of a kind
}

// newAsker numbers the kinds that themes speak of.
func newAsker(themes []Theme) (*asker, error) {
	a := &asker{number: map[*Asked]int{}}
	var b engineBuilder
	add := func(kind *Asked) {
		if _, ok := a.number[kind]; ok || kind == nil {
			return
		}
		n := len(a.number)
		a.number[kind] = n
		for _, p := range kind.Patterns {
			b.add(anyLang, rule{kind: themeRule, theme: int32(n)}, p)
		}
	}
	for _, t := range themes {
		for _, p := range t.Patterns {
			add(p.Asked)
		}
		for _, kind := range slices.Concat(t.Inherited, t.Expected, t.Seldom) {
			add(kind)
		}
	}
	if len(a.number) > maxKinds {
		return nil, fmt.Errorf("the codebooks tell %d kinds of questions apart; at most %d can be", len(a.number), maxKinds)
	}
	var err error
	a.machine, err = b.build(0)
	return a, err
}

// of returns a set of kinds; nil is not a kind.
func (a *asker) of(all ...*Asked) kinds {
	var set kinds
	for _, kind := range all {
		if kind != nil {
			set |= 1 << a.number[kind]
		}
	}
	return set
}

// kinds returns the kinds that a question is of.
func (a *asker) kinds(question string) kinds {
	rd := a.machine.newReading()
	rd.open(question)
	rd.find(anyLang)
	var is kinds
	for _, m := range rd.found {
		is |= 1 << a.machine.rules[m.rule].theme
	}
	return is
}

// A question is what a comment answers.
type question struct {
	slant survey.Tone
	kinds kinds
}
