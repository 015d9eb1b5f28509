package codebook

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

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

// writeOut returns a pattern with what its sets and its words in capitals stand
// for in their places.
func (p *page) writeOut(lang survey.Lang, source string) (string, error) {
	if !strings.ContainsFunc(source, func(r rune) bool { return r == '@' || unicode.IsUpper(r) }) {
		return source, nil
	}
	var full strings.Builder
	for rest := source; rest != ""; {
		end := strings.IndexFunc(rest, dividesWords)
		if end < 0 {
			end = len(rest)
		}
		word, err := p.standsFor(lang, rest[:end])
		if err != nil {
			return "", err
		}
		full.WriteString(word)
		between := rest[end:]
		rest = strings.TrimLeftFunc(between, dividesWords)
		full.WriteString(between[:len(between)-len(rest)])
	}
	return full.String(), nil
}

// standsFor returns what a word of a pattern stands for, most often itself.
func (p *page) standsFor(lang survey.Lang, word string) (string, error) {
	if name, ok := strings.CutPrefix(word, "@"); ok {
		words, ok := p.sets[lang][name]
		if !ok {
			names := strings.Join(slices.Sorted(maps.Keys(p.sets[lang])), ", @")
			return "", fmt.Errorf("there is no set %s in this language; the sets above this line are @%s", word, names)
		}
		return words, nil
	}
	bare, star := strings.CutSuffix(word, "*")
	switch {
	case !isCapitals(bare):
		return word, nil
	case star:
		return "", fmt.Errorf("%s: capitals stand for all forms of a word, and a star for all words that begin so; write %s or %s", word, bare, strings.ToLower(word))
	}
	return p.forms(lang, word), nil
}

// written returns a pattern with its sets and its capitals written out.
func (p Pattern) written() string {
	if p.Full == "" {
		return p.Source
	}
	return p.Full
}
