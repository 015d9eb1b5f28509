package codebook

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/survey"
)

// A page is a YAML file being read. It goes on after a mistake, so that an
// author sees all of them at once.
type page struct {
	name  string
	errs  []error
	sets  map[survey.Lang]map[string]string // what @name stands for
	asked map[string]*Asked

	capitals map[capital]string // what words in capitals stand for, so far
}

func (p *page) fail(n *yaml.Node, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", p.name, n.Line, fmt.Sprintf(format, args...)))
}

// open returns the file's outermost node.
func (p *page) open(data []byte) (*yaml.Node, error) {
	in := yaml.NewDecoder(bytes.NewReader(data))
	var doc, another yaml.Node
	err := in.Decode(&doc)
	if err == nil {
		if err = in.Decode(&another); err == nil {
			p.fail(&another, "the file goes on behind ---; write all of it as one, or as two files")
		}
	}
	switch {
	case err != nil && err != io.EOF:
		return nil, fmt.Errorf("%s: not readable as YAML: %w", p.name, err)
	case len(doc.Content) == 0:
		return nil, fmt.Errorf("%s:1: the file is empty", p.name)
	}
	p.refuseAliases(doc.Content[0])
	return doc.Content[0], p.err()
}

func (p *page) refuseAliases(n *yaml.Node) {
	if n.Kind == yaml.AliasNode {
		p.fail(n, "*%s is a name for what is written elsewhere; write it out here too", n.Value)
	}
	for _, item := range n.Content {
		p.refuseAliases(item)
	}
}

// lastly returns a mapping with these keys behind the others, in this order,
// since what stands under the last is told in the words of those before.
func lastly(n *yaml.Node, keys ...string) *yaml.Node {
	pairs := slices.Collect(slices.Chunk(n.Content, 2))
	slices.SortStableFunc(pairs, func(a, b []*yaml.Node) int {
		return cmp.Compare(slices.Index(keys, a[0].Value), slices.Index(keys, b[0].Value))
	})
	ordered := *n
	ordered.Content = slices.Concat(pairs...)
	return &ordered
}

// builtin opens a file that comes with the program.
func (p *page) builtin() (*yaml.Node, error) {
	data, err := builtin.ReadFile("builtin/" + p.name)
	if err != nil {
		return nil, err
	}
	return p.open(data)
}

// fields hands each value of a mapping to the function for its key.
func (p *page) fields(n *yaml.Node, known map[string]func(*yaml.Node)) {
	names := strings.Join(slices.Sorted(maps.Keys(known)), ", ")
	if n.Kind != yaml.MappingNode {
		p.fail(n, "expected lines of the form key: value, with the keys %s", names)
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := known[key.Value]
		switch line, twice := seen[key.Value]; {
		case !ok:
			p.fail(key, "unknown key %q; the keys here are %s", key.Value, names)
		case twice:
			p.fail(key, "the key %q is already on line %d; join the two", key.Value, line)
		default:
			read(value)
		}
		seen[key.Value] = key.Line
	}
}

func (p *page) items(n *yaml.Node) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		p.fail(n, "expected a list: one item a line, each after a dash")
		return nil
	}
	return n.Content
}

func (p *page) text(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			p.fail(n, "expected a text; put it in quotes if it holds a colon or begins with a sign")
			return
		}
		if strings.TrimSpace(n.Value) == "" {
			p.fail(n, "an empty text; write one or take the line out")
			return
		}
		if n.ShortTag() == "!!null" {
			p.fail(n, "%s means nothing at all here; put it in quotes if it is a text, or take the line out", n.Value)
			return
		}
		*dst = n.Value
	}
}

func (p *page) texts(dst *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		for _, item := range p.items(n) {
			var s string
			p.text(&s)(item)
			*dst = append(*dst, s)
		}
	}
}

func (p *page) id(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		p.text(dst)(n)
		if strings.Trim(*dst, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || strings.Trim(*dst, "-") != *dst {
			p.fail(n, "the id %q may hold lower-case letters, digits and hyphens only", *dst)
		}
	}
}

func (p *page) require(n *yaml.Node, key string, ok bool) {
	if !ok {
		p.fail(n, "the key %q is missing or empty", key)
	}
}

func (p *page) err() error { return errors.Join(p.errs...) }
