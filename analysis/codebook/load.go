package codebook

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/survey"
)

//go:embed builtin/*.yaml
var builtin embed.FS

// Builtins returns the names of the codebooks that come with the program.
func Builtins() []string { return []string{"partnership", "channels"} }

// Builtin returns the codebook with that name.
func Builtin(name string) (*Codebook, error) {
	if !slices.Contains(Builtins(), name) {
		return nil, fmt.Errorf("no built-in codebook %q; there are %s", name, strings.Join(Builtins(), " and "))
	}
	f, err := builtin.Open("builtin/" + name + ".yaml")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Load(f, name+".yaml")
}

// Load reads a codebook. Its error names each line that can't be used, and
// what to write instead; name is the file's, for those messages.
func Load(r io.Reader, name string) (*Codebook, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := &page{name: name}
	root, err := p.open(data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	b := &Codebook{Hash: hex.EncodeToString(sum[:])[:12]}
	p.fields(root, map[string]func(*yaml.Node){
		"id":      p.id(&b.ID),
		"title":   p.text(&b.Title),
		"version": p.text(&b.Version),
		"themes":  func(n *yaml.Node) { p.themes(n, b) },
	})
	p.require(root, "id", b.ID != "")
	p.require(root, "themes", len(b.Themes) > 0)
	if err := p.err(); err != nil {
		return nil, err
	}
	return b, nil
}

func (p *page) themes(n *yaml.Node, b *Codebook) {
	seen := map[string]int{}
	for _, item := range p.items(n) {
		t := p.theme(item)
		if line, ok := seen[t.ID]; ok && t.ID != "" {
			p.fail(item, "theme %q is already on line %d; give this one another id", t.ID, line)
		}
		seen[t.ID] = item.Line
		b.Themes = append(b.Themes, t)
	}
}

func (p *page) theme(n *yaml.Node) Theme {
	var t Theme
	var counter []Example
	p.fields(n, map[string]func(*yaml.Node){
		"id":               p.id(&t.ID),
		"label":            p.text(&t.Label),
		"group":            p.text(&t.Group),
		"definition":       p.text(&t.Definition),
		"include":          p.texts(&t.Include),
		"exclude":          p.texts(&t.Exclude),
		"patterns":         p.patterns(&t.Patterns),
		"unless":           p.patterns(&t.Unless),
		"examples":         p.examples(&t.Examples, false),
		"counter-examples": p.examples(&counter, true),
	})
	t.Examples = append(t.Examples, counter...)
	p.require(n, "id", t.ID != "")
	p.require(n, "patterns", len(t.Patterns) > 0)
	if t.Label == "" {
		t.Label = t.ID
	}
	return t
}

// patterns reads lists of patterns by language.
func (p *page) patterns(dst *[]Pattern) func(*yaml.Node) {
	return p.byLang(func(lang survey.Lang, item *yaml.Node) { p.pattern(dst, lang, item) })
}

func (p *page) pattern(dst *[]Pattern, lang survey.Lang, item *yaml.Node) {
	if _, err := parsePattern(item.Value); err != nil {
		p.fail(item, "%v", err)
		return
	}
	*dst = append(*dst, Pattern{Lang: lang, Source: item.Value, Line: item.Line})
}

func (p *page) examples(dst *[]Example, counter bool) func(*yaml.Node) {
	return p.byLang(func(lang survey.Lang, item *yaml.Node) {
		*dst = append(*dst, Example{Lang: lang, Text: item.Value, Counter: counter, Line: item.Line})
	})
}

func (p *page) byLang(add func(survey.Lang, *yaml.Node)) func(*yaml.Node) {
	list := func(lang survey.Lang) func(*yaml.Node) {
		return func(n *yaml.Node) {
			for _, item := range p.items(n) {
				var s string
				if p.text(&s)(item); s != "" {
					add(lang, item)
				}
			}
		}
	}
	return func(n *yaml.Node) {
		p.fields(n, map[string]func(*yaml.Node){"en": list(survey.English), "es": list(survey.Spanish)})
	}
}
