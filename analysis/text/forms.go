package text

import (
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"
)

// Forms returns the forms of a word that one may meet, folded and sorted, itself
// among them: of "tell", "tells", "told" and "telling"; of "hijo", "hija",
// "hijos" and "hijas". The word is as it stands in a dictionary, in whatever
// case; the language is "en" or "es". Some of the forms may be no words, but
// hardly one is another word.
func Forms(word, lang string) []string {
	word = strings.ToLower(word)
	var forms []string
	switch lang {
	case "en":
		forms = englishForms(Fold(word))
	case "es":
		forms = spanishForms(word)
	}
	folded := []string{Fold(word)}
	for _, form := range forms {
		folded = append(folded, Fold(form))
	}
	slices.Sort(folded)
	return slices.Compact(folded)
}

// shortestEnglish is the number of letters below which suffixes make other words
// (us, used) more often than forms.
const shortestEnglish = 3

// englishForms returns the plural and the forms of the verb, as far as Snowball's
// stemmer finds the stem of the word in them. Of a last consonant that may be
// doubled, both spellings are met: visiting, visitting.
func englishForms(word string) []string {
	irregular := englishFormsOf[word]
	if len(word) < shortestEnglish {
		return irregular
	}
	stem, others := english.Stem(word, false), notFormsOf[word]
	same := slices.DeleteFunc(englishSuffixed(word), func(form string) bool {
		made := len(irregular) > 0 && strings.HasSuffix(form, "ed") // telled: where it is right, the table has it
		return made || english.Stem(form, false) != stem || slices.Contains(others, form)
	})
	return append(same, irregular...)
}

var notFormsOf = irregularForms(noForms)

// noForms has, behind a word, what has its stem without being a form of it.
const noForms = `
board boarding
custom customs
even evening
good goods
house housing
kid kidded kidding
letter lettering
new news
out outing
parent parenting
school schooling
staff staffing
unit united uniting
will willing
`

// englishSuffixed returns a word of three letters or more with its suffixes.
func englishSuffixed(word string) []string {
	n := len(word)
	last, vowelBefore := word[n-1:], isVowel(word[n-2])
	switch {
	case strings.HasSuffix(word, "ie"):
		return append(joined(word, "s d"), word[:n-2]+"ying")
	case strings.HasSuffix(word, "ee"), strings.HasSuffix(word, "oe"), strings.HasSuffix(word, "ye"):
		return joined(word, "s d ing")
	case last == "e":
		return append(joined(word, "s d"), word[:n-1]+"ing")
	case last == "y" && !vowelBefore:
		return append(joined(word[:n-1], "ies ied"), word+"ing")
	case strings.Contains("sxzo", last), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"):
		return joined(word, "s es ed ing")
	case vowelBefore && !isVowel(word[n-3]) && strings.Contains("bdgklmnprtv", last):
		return append(joined(word, "s ed ing"), joined(word+last, "ed ing")...)
	}
	return joined(word, "s ed ing")
}

func isVowel(letter byte) bool { return strings.IndexByte("aeiou", letter) >= 0 }
