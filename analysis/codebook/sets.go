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

// maxWritten is how many bytes a pattern may have when its sets are written out:
// sets of sets of sets come to more than a machine can hold.
const maxWritten = 64 << 10

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
	letters := 0
	for _, item := range p.items(value) {
		var words []Pattern
		if p.pattern(&words, lang, item); len(words) == 0 {
			continue
		}
		if letters += len(words[0].written()); letters > maxWritten {
			p.fail(key, "the set @%s comes to more than %d letters; make several of it", set.Name, maxWritten)
			return set, false
		}
		set.Words = append(set.Words, item.Value)
		full = append(full, words[0].written())
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
	for token, rest := "", source; rest != ""; {
		token, rest = cutToken(rest)
		written, err := p.standsFor(lang, token)
		if err != nil {
			return "", err
		}
		if full.WriteString(written); full.Len() > maxWritten {
			return "", fmt.Errorf("with its sets written out it is longer than %d letters; name fewer", maxWritten)
		}
	}
	return full.String(), nil
}

// standsFor returns what a token of a pattern stands for, most often itself.
func (p *page) standsFor(lang survey.Lang, token string) (string, error) {
	before, name, ok := strings.Cut(token, "@")
	words := p.sets[lang][name]
	inWord := strings.ContainsFunc(before, unicode.IsLetter) // amig@s
	switch {
	case !ok, inWord && words == "":
		return p.formsOf(lang, token)
	case before != "":
		return "", fmt.Errorf("%s: the name of a set stands by itself; put a space before the @", token)
	case words != "":
		return words, nil
	case len(p.sets[lang]) == 0:
		return "", fmt.Errorf("there is no set %s in this language, nor any other", token)
	}
	return "", fmt.Errorf("there is no set %s in this language; the sets to name here are @%s",
		token, strings.Join(slices.Sorted(maps.Keys(p.sets[lang])), ", @"))
}

// written returns a pattern with its sets and its capitals written out.
func (p Pattern) written() string {
	if p.Full == "" {
		return p.Source
	}
	return p.Full
}
