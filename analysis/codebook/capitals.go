package codebook

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// A capital is a word in capitals, as patterns of one language have it.
type capital struct {
	lang survey.Lang
	word string
}

// isCapitals reports whether a word of a pattern stands for all its forms: it is
// of two letters or more, all of them capitals. It may have hyphens within.
func isCapitals(word string) bool {
	letters := []rune(strings.ReplaceAll(word, "-", ""))
	small := func(r rune) bool { return !unicode.IsUpper(r) }
	return len(letters) > 1 && !slices.ContainsFunc(letters, small) && strings.Trim(word, "-") == word
}

// shouts reports whether a word has capitals in a row, and so may be meant to
// stand for its forms. That of COVID-19 and 5TH is not.
func shouts(word string) bool {
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	return strings.ContainsFunc(word, unicode.IsUpper) && !strings.ContainsFunc(word, unicode.IsDigit) &&
		slices.ContainsFunc(strings.FieldsFunc(word, notLetter), isCapitals)
}

// formsOf returns the forms of a token that is a word in capitals, as
// alternatives, or else the token.
func (p *page) formsOf(lang survey.Lang, token string) (string, error) {
	bare, star := strings.CutSuffix(token, "*")
	switch {
	case isCapitals(bare) && star:
		return "", fmt.Errorf("%s: capitals stand for all forms of a word, and a star for all words that begin so; write %s or %s", token, bare, strings.ToLower(token))
	case isCapitals(bare):
		return p.forms(lang, token), nil
	case shouts(token) && !isCapitals(strings.TrimRight(token, "*")):
		return "", fmt.Errorf("%s: only a word by itself, all in capitals, stands for its forms, as in (TELL|CALL); write it so, or in small letters", token)
	}
	return token, nil
}

// forms returns the forms of a word in capitals as alternatives.
func (p *page) forms(lang survey.Lang, word string) string {
	key := capital{lang, word}
	if known, ok := p.capitals[key]; ok {
		return known
	}
	forms := text.Forms(strings.ReplaceAll(word, "-", ""), lang.String())
	if last := strings.LastIndex(word, "-"); last > 0 {
		head := text.Fold(word[:last])
		for i, form := range forms {
			if tail, ok := strings.CutPrefix(form, strings.ReplaceAll(head, "-", "")); ok {
				forms[i] = head + "-" + tail
			}
		}
	}
	all := strings.Join(forms, "|")
	if len(forms) > 1 {
		all = "(" + all + ")"
	}
	if p.capitals == nil {
		p.capitals = map[capital]string{}
	}
	p.capitals[key] = all
	return all
}
