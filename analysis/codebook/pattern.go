package codebook

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/analysis/text"
)

// maxDepth is how deep parentheses may stand within each other.
const maxDepth = 100

// cutToken cuts off what a pattern begins with: a gap, as ~3 and ~3~ are, a
// parenthesis, a bar, a space, or a word.
func cutToken(pattern string) (token, rest string) {
	end := 1
	switch first, size := utf8.DecodeRuneInString(pattern); {
	case first == '~':
		end = len(pattern) - len(strings.TrimLeft(pattern[1:], "0123456789"))
		if strings.HasPrefix(pattern[end:], "~") {
			end++
		}
	case dividesWords(first):
		end = size
	default:
		if end = strings.IndexFunc(pattern, dividesWords); end < 0 {
			end = len(pattern)
		}
	}
	return pattern[:end], pattern[end:]
}

// dividesWords reports whether a word of a pattern ends before r.
func dividesWords(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()|~", r) }

// parsePattern returns all ways to read a pattern whose sets and words in
// capitals are written out, TELL as (tell|telling|tells|told). In the grammar, a
// word may end in a star; a lone star is any one word; ~n is a gap of up to n
// words, and ~n~ one between two things that come in either order; and alternatives
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

type patternParser struct {
	rest  string
	depth int // of parentheses
}

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

// sequence reads one alternative, of which both sides of a gap of either order
// may come first.
func (p *patternParser) sequence() ([]phrase, error) {
	before, gap, err := p.row()
	if gap == nil || err != nil {
		return before, err
	}
	after, another, err := p.row()
	if err != nil {
		return nil, err
	}
	if another != nil {
		return nil, errors.New("only one ~n~ can stand in a row; put two of the words in parentheses, as in (a ~2~ b) ~3~ c")
	}
	forth, err := product(before, gap, after)
	if err != nil {
		return nil, err
	}
	back, err := product(after, gap, before)
	return append(forth, back...), err
}

// row reads up to the end of an alternative, or to a gap of either order, which
// it returns too. An element without words at the end of a phrase stands for a
// gap that waits for the element it leads to.
func (p *patternParser) row() (read, either []phrase, err error) {
	read = []phrase{nil}
	for {
		p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace)
		if p.rest == "" || p.rest[0] == ')' || p.rest[0] == '|' {
			return read, nil, nil
		}
		var token string
		var next []phrase
		token, p.rest = cutToken(p.rest)
		switch token[0] {
		case '(':
			next, err = p.group()
		case '~':
			next, err = gap(token)
			if len(token) > 1 && strings.HasSuffix(token, "~") {
				return read, next, err
			}
		default:
			next, err = word(token)
		}
		if err == nil {
			read, err = product(read, next)
		}
		if err != nil {
			return nil, nil, err
		}
	}
}

// group reads what follows a parenthesis, and the one that closes it.
func (p *patternParser) group() ([]phrase, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, fmt.Errorf("more than %d parentheses stand within each other; write it as several patterns", maxDepth)
	}
	all, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(p.rest, ")") {
		return nil, errors.New("there is a ( without its )")
	}
	p.rest = p.rest[1:]
	p.depth--
	for _, ph := range all {
		if len(ph) == 0 {
			return nil, errors.New("an alternative in the parentheses is empty")
		}
	}
	return all, nil
}

// gap reads ~n or ~n~.
func gap(token string) ([]phrase, error) {
	n, err := strconv.Atoi(strings.Trim(token, "~"))
	if err != nil || n < 1 || n > maxGap {
		return nil, fmt.Errorf("~ takes a number from 1 to %d, as in keep ~3 informed", maxGap)
	}
	return []phrase{{{max: n}}}, nil
}

func word(token string) ([]phrase, error) {
	if token == "*" {
		return []phrase{{{min: 1, max: 1}}}, nil
	}
	body, star := strings.CutSuffix(token, "*")
	if strings.Contains(body, "*") {
		return nil, fmt.Errorf("%q: a star stands at the end of a word", token)
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
	switch {
	case len(ph) == 0:
		return nil, fmt.Errorf("%q holds no letters or digits", body)
	case len(ph) > maxInRow:
		return nil, errTooLong
	}
	ph[len(ph)-1].words[0].star = star
	return ph, nil
}

// isPlain reports whether a text is one word that is folded already, as most are
// of which patterns are made.
func isPlain(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })
}
