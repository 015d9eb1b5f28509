package text

import (
	"strings"
	"unicode/utf8"
)

// plainWord returns the end of the word of plain letters and digits at pos, or
// pos where the word isn't plain enough to be told by this function.
func plainWord(s string, pos int) int {
	i := pos
	last := uint8(0) // kind of the character before i
	for i < len(s) {
		c := s[i]
		if k := kinds[c]; k&(letter|digit) != 0 {
			last = k
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			if n := latin1(s, i); n > 0 {
				last = letter
				i += n
				continue
			}
			n := curlyQuote(s, i)
			if n == 0 || last == 0 {
				return pos
			}
			switch next := kindAt(s, i+n); {
			case next == strange:
				return pos
			case next == last:
				i += n
				continue
			}
			return i
		}
		if last == 0 || c == '_' {
			return pos
		}
		join := kinds[c] & (joinsLetters | joinsDigits)
		next := kindAt(s, i+1)
		if next == strange {
			return pos
		}
		if last == letter && join&joinsLetters != 0 && next == letter ||
			last == digit && join&joinsDigits != 0 && next == digit {
			i++
			continue
		}
		return i
	}
	return i
}

// The kinds of character that plainWord tells apart.
const (
	letter uint8 = 1 << iota
	digit
	joinsLetters // as the apostrophe in "don't"
	joinsDigits  // as the comma in "1,000"
	strange      // not for plainWord
)

var kinds = [256]uint8{
	'\'': joinsLetters | joinsDigits, '.': joinsLetters | joinsDigits,
	':': joinsLetters, ',': joinsDigits, ';': joinsDigits,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit,
	'5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter,
	'h': letter, 'i': letter, 'j': letter, 'k': letter, 'l': letter, 'm': letter, 'n': letter,
	'o': letter, 'p': letter, 'q': letter, 'r': letter, 's': letter, 't': letter, 'u': letter,
	'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter,
	'H': letter, 'I': letter, 'J': letter, 'K': letter, 'L': letter, 'M': letter, 'N': letter,
	'O': letter, 'P': letter, 'Q': letter, 'R': letter, 'S': letter, 'T': letter, 'U': letter,
	'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
}

// kindAt returns letter, digit or strange for the character at i, and 0 for
// other ASCII and at the end of s.
func kindAt(s string, i int) uint8 {
	switch {
	case i >= len(s):
		return 0
	case s[i] < utf8.RuneSelf:
		return kinds[s[i]] & (letter | digit)
	case latin1(s, i) > 0:
		return letter
	}
	return strange
}

// latin1 returns the length of the accented Latin-1 letter at i, or 0.
func latin1(s string, i int) int {
	if s[i] == 0xC3 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+1] != 0x97 && s[i+1] != 0xB7 {
		return 2
	}
	return 0
}

// curlyQuote returns the length of the single closing quote at i, or 0.
func curlyQuote(s string, i int) int {
	if strings.HasPrefix(s[i:], "’") {
		return len("’")
	}
	return 0
}
