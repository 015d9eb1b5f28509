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
	strange int                                // words in a script that is not Latin
}

// Add counts one word that is usual in langs, which may be none.
func (c *Score) Add(langs Lang) { c.usual[langs]++ }

// AddForeign counts one word of a script that is not Latin.
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
	switch {
	case c.strange > 0 && c.strange*2 >= words:
		return "other"
	case other >= 12 && other > english && other > spanish && other*5 >= words*6:
		return "other"
	case english >= enough && english > spanish+3:
		return "en"
	case spanish >= enough && spanish > english+3:
		return "es"
	}
	return ""
}

// IsForeign reports whether word begins with a letter that is not Latin.
func IsForeign(word string) bool {
	if word == "" || word[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r)
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
