package codebook

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"commonground/analysis/text"
)

// The longest gap, and the most ways to read one pattern, that are accepted.
// Beyond them a pattern finds what its author can't foresee.
const (
	maxGap      = 15
	maxReadings = 1024
)

// A wordForm is a word of a pattern, folded.
type wordForm struct {
	text string
	star bool // any word that begins so
}

// An element is one place of a pattern: any of its words, with at least min
// and at most max other words between it and the element before.
type element struct {
	min, max int
	words    []wordForm // sorted, each once
}

// A phrase is one way to read a pattern: its elements in order.
type phrase []element

// dividesWords reports whether a word of a pattern ends before r.
func dividesWords(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()|~", r) }

// parsePattern returns all ways to read a pattern whose sets and words in
// capitals are written out, TELL as (tell|telling|tells|told). In the grammar, a
// word may end in a star; a lone star is any one word; ~n is a gap of up to n
// words, and ~n~ one between things that come in either order; and alternatives
// stand in parentheses, divided by bars. A word with hyphens is read as its parts
// and as one word.
func parsePattern(source string) ([]phrase, error) {
	p := patternParser{rest: source}
	phrases, err := p.alternatives()
	if err == nil && p.rest != "" {
		err = errors.New("there is a ) without its (")
	}
	if err != nil {
		return nil, err
	}
	for _, ph := range phrases {
		if len(ph) == 0 {
			return nil, errors.New("nothing to look for; write at least one word")
		}
		if ph[0].max > 0 || ph[len(ph)-1].words == nil {
			return nil, errors.New("a gap or a lone star stands between two words, not at an end")
		}
	}
	return phrases, nil
}

type patternParser struct{ rest string }

// alternatives reads up to a closing parenthesis or the end.
func (p *patternParser) alternatives() ([]phrase, error) {
	var all []phrase
	for {
		one, err := p.sequence()
		if err != nil {
			return nil, err
		}
		all = append(all, one...)
		if !strings.HasPrefix(p.rest, "|") {
			return gather(all), nil
		}
		p.rest = p.rest[1:]
	}
}

// sequence reads one alternative. An element without words at its end stands
// for a gap that waits for the element it leads to.
func (p *patternParser) sequence() ([]phrase, error) {
	read := []phrase{nil}
	for {
		p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace)
		var next []phrase
		var err error
		switch {
		case p.rest == "" || p.rest[0] == ')' || p.rest[0] == '|':
			return read, nil
		case p.rest[0] == '(':
			next, err = p.group()
		case p.rest[0] == '~':
			var either bool
			if next, either, err = p.gap(); either {
				return p.near(read, next)
			}
		default:
			next, err = p.word()
		}
		if err != nil {
			return nil, err
		}
		if read, err = product(read, next); err != nil {
			return nil, err
		}
	}
}

// near reads what follows a gap of either order: it may as well come first.
func (p *patternParser) near(before, gap []phrase) ([]phrase, error) {
	after, err := p.sequence()
	if err != nil {
		return nil, err
	}
	forth, err := product(before, gap, after)
	if err != nil {
		return nil, err
	}
	back, err := product(after, gap, before)
	return append(forth, back...), err
}

func (p *patternParser) group() ([]phrase, error) {
	p.rest = p.rest[1:]
	all, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(p.rest, ")") {
		return nil, errors.New("there is a ( without its )")
	}
	p.rest = p.rest[1:]
	for _, ph := range all {
		if len(ph) == 0 {
			return nil, errors.New("an alternative in the parentheses is empty")
		}
	}
	return all, nil
}

// gap reads ~n or ~n~; of the latter, either is true.
func (p *patternParser) gap() (gap []phrase, either bool, err error) {
	end := len(p.rest) - len(strings.TrimLeft(p.rest[1:], "0123456789"))
	n, err := strconv.Atoi(p.rest[1:end])
	if err != nil || n < 1 || n > maxGap {
		return nil, false, fmt.Errorf("~ takes a number from 1 to %d, as in keep ~3 informed", maxGap)
	}
	p.rest, either = strings.CutPrefix(p.rest[end:], "~")
	return []phrase{{{max: n}}}, either, nil
}

func (p *patternParser) word() ([]phrase, error) {
	end := strings.IndexFunc(p.rest, dividesWords)
	if end < 0 {
		end = len(p.rest)
	}
	source := p.rest[:end]
	p.rest = p.rest[end:]
	if source == "*" {
		return []phrase{{{min: 1, max: 1}}}, nil
	}
	body, star := strings.CutSuffix(source, "*")
	if strings.Contains(body, "*") {
		return nil, fmt.Errorf("%q: a star stands at the end of a word", source)
	}
	apart, err := parts(body, star)
	if err != nil || len(apart) < 2 || !strings.Contains(body, "-") {
		return []phrase{apart}, err
	}
	joined, err := parts(strings.ReplaceAll(body, "-", ""), star)
	return []phrase{apart, joined}, err
}

// parts cuts what the author wrote without a space into words, as text is cut.
func parts(body string, star bool) (phrase, error) {
	if isPlain(body) {
		return phrase{{words: []wordForm{{text: body, star: star}}}}, nil
	}
	var ph phrase
	for _, w := range text.Words(nil, body) {
		if folded := text.Fold(body[w.Start:w.End]); folded != "" {
			ph = append(ph, element{words: []wordForm{{text: folded}}})
		}
	}
	if len(ph) == 0 {
		return nil, fmt.Errorf("%q holds no letters or digits", body)
	}
	ph[len(ph)-1].words[0].star = star
	return ph, nil
}

// isPlain reports whether a text is one word that is folded already, as most are
// of which patterns are made.
func isPlain(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })
}

// product returns each phrase of the first list followed by each of the second,
// and so on.
func product(lists ...[]phrase) ([]phrase, error) {
	read := lists[0]
	for _, list := range lists[1:] {
		if len(read)*len(list) > maxReadings {
			return nil, fmt.Errorf("it can be read in more than %d ways; write it as several patterns", maxReadings)
		}
		if len(read) == 1 && read[0] == nil {
			read = list
			continue
		}
		next := make([]phrase, 0, len(read)*len(list))
		for _, head := range read {
			for _, tail := range list {
				next = append(next, follow(head, tail))
			}
		}
		read = next
	}
	return read, nil
}

func follow(head, tail phrase) phrase {
	if head == nil {
		return tail
	}
	if n := len(head) - 1; n >= 0 && head[n].words == nil && len(tail) > 0 {
		first := tail[0]
		first.min += head[n].min
		first.max += head[n].max
		return slices.Concat(head[:n], phrase{first}, tail[1:])
	}
	return slices.Concat(head, tail)
}

// gather makes one element of all phrases that are a single word.
func gather(all []phrase) []phrase {
	var words []wordForm
	var rest []phrase
	for _, ph := range all {
		if len(ph) == 1 && ph[0].max == 0 && ph[0].words != nil {
			words = append(words, ph[0].words...)
		} else {
			rest = append(rest, ph)
		}
	}
	if words == nil {
		return rest
	}
	slices.SortFunc(words, compareForms)
	words = slices.Compact(words)
	return append(rest, phrase{{words: words}})
}

func compareForms(a, b wordForm) int {
	if c := cmp.Compare(a.text, b.text); c != 0 {
		return c
	}
	switch {
	case a.star == b.star:
		return 0
	case a.star:
		return 1
	}
	return -1
}
