package codebook

import (
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
