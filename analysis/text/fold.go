package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a word as patterns see it: in lower case, without accents, with
// straight quotes for curly ones, without a possessive 's, and with "nt" for
// "n't", so that "don’t" and "dont" are one word.
func Fold(word string) string { return string(AppendFold(nil, word)) }

// AppendFold appends the folded word to dst.
func AppendFold(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		folded, n := FoldAt(word, i)
		dst = append(dst, folded...)
		i += n
	}
	return dst
}

// FoldAt returns what the character at byte i of a word folds to, and how many
// bytes of the word that settles. It may fold to nothing or to two letters.
func FoldAt(word string, i int) (folded string, n int) {
	r, n := utf8.DecodeRuneInString(word[i:])
	switch {
	case isQuote(r):
		rest := word[i+n:]
		switch {
		case rest == "s", rest == "S":
			return "", n + 1
		case (rest == "t" || rest == "T") && i > 0 && word[i-1]|0x20 == 'n':
			return "", n
		}
		return "'", n
	case int(r) < len(folds):
		return folds[r], n
	}
	return foldRune(r), n
}

// FoldASCII returns what the ASCII letter or digit c folds to, and 0 for every
// other byte: those need FoldAt.
func FoldASCII(c byte) byte { return plain[c] }

func isQuote(r rune) bool {
	switch r {
	case '\'', '‘', '’', 'ʼ', '′', '`', '´', '＇':
		return true
	}
	return false
}

// folds and plain hold what FoldAt and FoldASCII return for the characters
// that most texts are made of.
var (
	folds = foldTable()
	plain = plainTable()
)

func foldTable() (table [0x370]string) {
	for r := range table {
		table[r] = foldRune(rune(r))
	}
	return table
}

func plainTable() (table [256]byte) {
	for c, kind := range kinds {
		if kind&(letter|digit) != 0 {
			table[c] = folds[c][0]
		}
	}
	return table
}

// foldRune is FoldAt for a single character that is no quote.
func foldRune(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ':
		return "d"
	case 'ı':
		return "i"
	case '_', '\u00ad': // emphasis and soft hyphens stand within words
		return ""
	}
	if unicode.In(r, unicode.Mn, unicode.Cf) {
		return ""
	}
	var b strings.Builder
	for _, d := range norm.NFKD.String(string(r)) {
		if !unicode.Is(unicode.Mn, d) {
			b.WriteRune(unicode.ToLower(d))
		}
	}
	return b.String()
}
