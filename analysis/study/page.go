package study

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A page is a study file being read. It goes on after a mistake, so that all of
// them are seen at once.
type page struct {
	name string
	errs []error
}

func (p *page) fail(n *yaml.Node, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", p.name, n.Line, fmt.Sprintf(format, args...)))
}

func (p *page) err() error { return errors.Join(p.errs...) }

// open returns the file's outermost node.
func (p *page) open(data []byte) (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, p.unreadable(data, err)
	}
	if len(doc.Content) == 0 {
		return nil, fmt.Errorf("%s:1: the file says nothing: commonground init writes one", p.name)
	}
	return doc.Content[0], nil
}

// A key is one that a mapping may have, and what reads its value.
type key struct {
	name string
	read func(*yaml.Node)
}

// keys hands each value of a mapping to its reader. A key without a value says
// nothing.
func (p *page) keys(n *yaml.Node, known ...key) {
	var names []string
	readers := map[string]func(*yaml.Node){}
	for _, k := range known {
		names = append(names, k.name)
		readers[k.name] = k.read
	}
	if n.Kind != yaml.MappingNode {
		p.fail(n, "expected lines of the form key: value, with the keys %s", strings.Join(names, ", "))
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		read, ok := readers[name.Value]
		switch line, twice := seen[name.Value]; {
		case !ok:
			p.fail(name, "unknown key %q; the keys here are %s", name.Value, strings.Join(names, ", "))
		case twice:
			p.fail(name, "the key %q is already on line %d; join the two", name.Value, line)
		case !isNothing(value):
			read(value)
		}
		seen[name.Value] = name.Line
	}
}

// sound reads the keys of a mapping, and reports whether there was no mistake in
// it, so that one mistake isn't told twice.
func (p *page) sound(n *yaml.Node, known ...key) bool {
	before := len(p.errs)
	p.keys(n, known...)
	return len(p.errs) == before
}

// isNothing reports whether a key has no value behind it.
func isNothing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 && n.Value == ""
}

// each hands the items of a list to read.
func (p *page) each(n *yaml.Node, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		p.fail(n, "expected a list: one item a line, each after a dash and a space, or all in brackets: [one, two]")
		return
	}
	for _, item := range n.Content {
		read(item)
	}
}

func (p *page) text(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		switch {
		case n.Kind != yaml.ScalarNode:
			p.fail(n, "expected a text; put it in quotes if it holds a colon or begins with a sign")
		case strings.TrimSpace(n.Value) == "":
			p.fail(n, "an empty text; write one or take the line out")
		default:
			*dst = n.Value
		}
	}
}

// number reads a whole number of at least least.
func (p *page) number(dst *int, least int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		v, err := strconv.Atoi(n.Value)
		if n.Kind != yaml.ScalarNode || err != nil || v < least {
			p.fail(n, "%q is not a whole number of %d or more", n.Value, least)
			return
		}
		*dst = v
	}
}

// oneOf reads a word of a list.
func oneOf[T any](p *page, dst *T, what string, words []string, values []T) func(*yaml.Node) {
	return func(n *yaml.Node) {
		for i, w := range words {
			if n.Kind == yaml.ScalarNode && strings.EqualFold(n.Value, w) {
				*dst = values[i]
				return
			}
		}
		p.fail(n, "unknown %s %q; write one of: %s", what, n.Value, strings.Join(words, ", "))
	}
}
