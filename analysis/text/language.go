package text

import (
	"iter"
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lang is a set of languages that a word is usual in.
type Lang uint8

// The languages told apart. Other stands for the many that families of a
// school may write in but that nothing here can read.
const (
	English Lang = 1 << iota
	Spanish
	Other
)

// A Score is the evidence of the words of a text for each language. Its zero
// value is that of an empty text.
type Score struct {
	usual   [English | Spanish | Other + 1]int // words, by the languages that they are usual in
	strange int                                // foreign words
}

// Add counts one word that is usual in langs, which may be none.
func (c *Score) Add(langs Lang) { c.usual[langs]++ }

// AddForeign counts one word that neither English nor Spanish can have.
func (c *Score) AddForeign() { c.strange++ }

// sixths is what a word counts for each language that it is usual in.
var sixths = [...]int{0, 6, 6, 3, 6, 3, 3, 2}

// count returns all words, and those of a language in sixths.
func (c *Score) count(lang Lang) (words, of int) {
	words = c.strange
	for langs, n := range c.usual {
		words += n
		if Lang(langs)&lang != 0 {
			of += n * sixths[langs]
		}
	}
	return words, of
}

// Language returns "en", "es", "other", or "" where the evidence is thin.
func (c *Score) Language() string {
	const enough = 9 // a word and a half that only one language has
	words, english := c.count(English)
	_, spanish := c.count(Spanish)
	_, other := c.count(Other)
	other += 6 * c.strange
	switch {
	case words > 0 && c.strange == words, c.strange > 1 && c.strange*2 >= words:
		return "other"
	case other > english && other > spanish && other >= enoughOther(words, english+spanish):
		return "other"
	case english >= enough && english > spanish+3:
		return "en"
	case spanish >= enough && spanish > english+3:
		return "es"
	}
	return ""
}

// enoughOther returns the sixths that tell a text of some words from English
// and Spanish, for which known speaks. Two words are no text, but a name.
func enoughOther(words, known int) int {
	switch {
	case words < 3:
		return 6*words + 1
	case words == 3:
		return 9
	case words < 7 && known == 0:
		return 6
	case words == 4:
		return 9
	}
	return max(12, (words*6+4)/5)
}

// IsForeign reports whether word begins with a letter that is not Latin, or is
// spelled as no word of English or Spanish is. A name in Latin letters is not
// foreign, as children of all languages have them.
func IsForeign(word string) bool {
	if word == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsLetter(first) && !unicode.Is(unicode.Latin, first):
		return true
	case unicode.IsUpper(first):
		return false
	}
	return hasForeignLetter(word) || hasLongVowel(word) || isElided(word)
}

// hasForeignLetter reports whether word has a letter or an accent that is
// written neither in Spanish nor, but for a few borrowed words, in English.
func hasForeignLetter(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return strings.ContainsFunc(word[i:], isForeignLetter)
		}
	}
	return false
}

func isForeignLetter(r rune) bool {
	const dotBelow, hookAbove, horn = '\u0323', '\u0309', '\u031b'
	switch unicode.ToLower(r) {
	case 'á', 'é', 'í', 'ó', 'ú', 'ü', 'ñ', 'ï', 'ë', 'ª', 'º':
		return false
	case dotBelow, hookAbove, horn:
		return true
	}
	return r >= utf8.RuneSelf && unicode.Is(unicode.Latin, r)
}

// hasLongVowel reports whether word has a doubled a, i or u, as Somali has in
// most words. Short words, and more than two in a row, are somebody's "yaay".
func hasLongVowel(word string) bool {
	for i := 1; i < len(word) && len(word) > 4; i++ {
		c := word[i]
		if c != word[i-1] || c != 'a' && c != 'i' && c != 'u' {
			continue
		}
		return i+1 == len(word) || word[i+1] != c
	}
	return false
}

// isElided reports whether word begins as French ones do: "l'école", "d'avoir".
func isElided(word string) bool {
	letter, rest, found := strings.Cut(word, "'")
	if !found {
		letter, rest, found = strings.Cut(word, "’")
	}
	return found && len(letter) == 1 && strings.Contains("cdjlmnst", letter) && len(rest) > 2
}

// Language tells the language of one text: "en", "es", "other", or "" where it
// is too short to tell.
func Language(s string) string {
	c := score(s)
	return c.Language()
}

// MainLanguage returns the language that most of the texts are in whose
// language can be told: "en", "es", "other", or "" where none can. The texts
// may be a sample.
func MainLanguage(texts iter.Seq[string]) string {
	count := map[string]int{}
	for s := range texts {
		count[Language(s)]++
	}
	best := ""
	for _, lang := range []string{"en", "es", "other"} {
		if count[lang] > 0 && (best == "" || count[lang] > count[best]) {
			best = lang
		}
	}
	return best
}

func score(s string) Score {
	var c Score
	for _, w := range Words(nil, s) {
		word := s[w.Start:w.End]
		switch langs := UsualIn(Fold(word)); {
		case langs == 0 && IsForeign(word):
			c.AddForeign()
		default:
			c.Add(langs)
		}
	}
	return c
}

// Usual yields the usual words of all languages, folded, in no set order.
func Usual() iter.Seq[string] { return maps.Keys(usual) }

// UsualIn returns the languages that a folded word is usual in.
func UsualIn(word string) Lang { return usual[word].langs }

// Rank returns the place of a folded word among the usual words of English or
// Spanish, the most frequent first, from 1; 0 for a word that is not usual.
func Rank(word string) int { return usual[word].rank }

type usualWord struct {
	langs Lang
	rank  int
}

var usual = usualWords()

func usualWords() map[string]usualWord {
	m := map[string]usualWord{}
	for _, list := range []struct {
		lang  Lang
		words string
	}{{English, englishWords}, {Spanish, spanishWords}, {Other, otherWords}} {
		for i, word := range strings.Fields(list.words) {
			w := m[Fold(word)]
			if list.lang != Other && (w.rank == 0 || i+1 < w.rank) {
				w.rank = i + 1
			}
			w.langs |= list.lang
			m[Fold(word)] = w
		}
	}
	return m
}
