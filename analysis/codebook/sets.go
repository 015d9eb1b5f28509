package codebook

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/analysis/survey"
)

// readSets reads the named words of a codebook, by language.
func (p *page) readSets(dst *[]Set) func(*yaml.Node) {
	p.sets = map[survey.Lang]map[string]string{survey.English: {}, survey.Spanish: {}}
	language := func(lang survey.Lang) func(*yaml.Node) {
		return func(n *yaml.Node) {
			if n.Kind != yaml.MappingNode {
				p.fail(n, "expected lines of the form name: [words]")
				return
			}
			for i := 0; i+1 < len(n.Content); i += 2 {
				if set, ok := p.readSet(lang, n.Content[i], n.Content[i+1]); ok {
					*dst = append(*dst, set)
				}
			}
		}
	}
	return func(n *yaml.Node) {
		p.fields(n, map[string]func(*yaml.Node){"en": language(survey.English), "es": language(survey.Spanish)})
	}
}

func (p *page) readSet(lang survey.Lang, key, value *yaml.Node) (Set, bool) {
	set := Set{Lang: lang}
	p.id(&set.Name)(key)
	if _, twice := p.sets[lang][set.Name]; twice {
		p.fail(key, "the set @%s is already defined; join the two", set.Name)
		return set, false
	}
	var full []string
	for _, item := range p.items(value) {
		var words []Pattern
		if p.pattern(&words, lang, item); len(words) > 0 {
			set.Words = append(set.Words, item.Value)
			full = append(full, words[0].written())
		}
	}
	if len(full) == 0 {
		p.fail(key, "the set @%s has no words", set.Name)
		return set, false
	}
	p.sets[lang][set.Name] = "(" + strings.Join(full, "|") + ")"
	return set, true
}

// writeOut returns a pattern with what its sets stand for in their places. A set
// is named where a word could begin, which leaves "direct@r" alone.
func (p *page) writeOut(lang survey.Lang, source string) (string, error) {
	var full strings.Builder
	from := 0
	for at := range len(source) {
		if source[at] != '@' || at > 0 && !strings.ContainsRune(" (|~", rune(source[at-1])) {
			continue
		}
		rest := strings.TrimLeft(source[at+1:], "abcdefghijklmnopqrstuvwxyz0123456789-")
		end := len(source) - len(rest)
		words, ok := p.sets[lang][source[at+1:end]]
		if !ok {
			names := strings.Join(slices.Sorted(maps.Keys(p.sets[lang])), ", @")
			return "", fmt.Errorf("pattern %q: there is no set %s in this language; the sets above this line are @%s", source, source[at:end], names)
		}
		full.WriteString(source[from:at])
		full.WriteString(words)
		from = end
	}
	full.WriteString(source[from:])
	return full.String(), nil
}

// written returns a pattern with its sets written out.
func (p Pattern) written() string {
	if p.Full == "" {
		return p.Source
	}
	return p.Full
}
