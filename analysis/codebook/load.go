package codebook

import (
	"bytes"
	"embed"
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
func Builtins() []string { return []string{"partnership", "school-climate", "channels"} }

// Builtin returns the codebook with that name.
func Builtin(name string) (*Codebook, error) {
	data, err := BuiltinFile(name)
	if err != nil {
		return nil, err
	}
	return Load(bytes.NewReader(data), name+".yaml")
}

// known refuses a name that no built-in codebook has.
func known(name string) error {
	if !slices.Contains(Builtins(), name) {
		return fmt.Errorf("no built-in codebook %q; there are %s", name, strings.Join(Builtins(), ", "))
	}
	return nil
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
	b := &Codebook{Hash: hashOf(root)}
	p.fields(lastly(root, "sets", "questions", "themes"), map[string]func(*yaml.Node){
		"id":        p.id(&b.ID),
		"title":     p.text(&b.Title),
		"es":        func(n *yaml.Node) { p.fields(n, map[string]func(*yaml.Node){"title": p.text(&b.Spanish)}) },
		"version":   p.text(&b.Version),
		"sets":      p.readSets(&b.Sets),
		"questions": p.readAsked(&b.Asked),
		"themes":    func(n *yaml.Node) { p.themes(n, b) },
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
	for i, item := range p.items(n) {
		if other := b.Themes[i].Against; other != "" && seen[other] == 0 {
			p.fail(value(item, "against"), "there is no theme %q to set this one against", other)
		}
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
		"es":               p.wording(&t.Spanish),
		"against":          p.id(&t.Against),
		"asset":            p.words(&t.Asset),
		"ask":              p.ask(&t.Ask),
		"practices":        p.practices(&t.Practices),
		"patterns":         p.patterns(&t.Patterns),
		"hints":            p.hints(&t.Patterns),
		"asked":            p.askedPatterns(&t.Patterns),
		"inherited":        p.kinds(&t.Inherited),
		"expected":         p.kinds(&t.Expected),
		"seldom":           p.kinds(&t.Seldom),
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

func (p *page) wording(dst *Wording) func(*yaml.Node) {
	return func(n *yaml.Node) {
		p.fields(n, map[string]func(*yaml.Node){
			"label":      p.text(&dst.Label),
			"group":      p.text(&dst.Group),
			"definition": p.text(&dst.Definition),
			"include":    p.texts(&dst.Include),
			"exclude":    p.texts(&dst.Exclude),
		})
	}
}

// words reads a text in each language.
func (p *page) words(dst *Words) func(*yaml.Node) {
	return func(n *yaml.Node) { p.fields(n, p.langs(dst)) }
}

// langs are the keys of a text in each language.
func (p *page) langs(dst *Words) map[string]func(*yaml.Node) {
	*dst = Words{}
	known := map[string]func(*yaml.Node){}
	for _, lang := range []survey.Lang{survey.English, survey.Spanish} {
		known[lang.String()] = func(n *yaml.Node) {
			var s string
			p.text(&s)(n)
			(*dst)[lang] = s
		}
	}
	return known
}

func (p *page) ask(dst *[]Words) func(*yaml.Node) {
	return func(n *yaml.Node) {
		for _, item := range p.items(n) {
			var w Words
			p.words(&w)(item)
			*dst = append(*dst, w)
		}
	}
}

func (p *page) practices(dst *[]Practice) func(*yaml.Node) {
	return func(n *yaml.Node) {
		for _, item := range p.items(n) {
			var one Practice
			known := p.langs(&one.Text)
			known["source"] = p.text(&one.Source)
			p.fields(item, known)
			p.require(item, "source", one.Source != "")
			*dst = append(*dst, one)
		}
	}
}

// patterns reads lists of patterns by language.
func (p *page) patterns(dst *[]Pattern) func(*yaml.Node) {
	return p.byLang(func(lang survey.Lang, item *yaml.Node) { p.pattern(dst, lang, item) })
}

// hints reads patterns that count only in company.
func (p *page) hints(dst *[]Pattern) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var hints []Pattern
		p.patterns(&hints)(n)
		for _, one := range hints {
			one.Hint = true
			*dst = append(*dst, one)
		}
	}
}

func (p *page) pattern(dst *[]Pattern, lang survey.Lang, item *yaml.Node) {
	full, err := p.writeOut(lang, item.Value)
	if err == nil {
		_, err = parsePattern(full)
	}
	if err != nil {
		p.fail(item, "pattern %q: %v", item.Value, err)
		return
	}
	if full == item.Value {
		full = ""
	}
	*dst = append(*dst, Pattern{Lang: lang, Source: item.Value, Line: item.Line, Full: full})
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
