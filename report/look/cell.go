package look

import (
	"strings"
	"unicode/utf8"
)

const (
	cellLimit = 32767 // UTF-16 units that Excel keeps of a text
	cutMark   = "… [cut]"
)

// Clean makes s fit to stand in a cell: no bytes that are not text, no
// characters that a workbook cannot hold, and at most cellLimit UTF-16 units.
// A cell's text is never taken for a formula by the writers here, so none is
// escaped.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	units := 0
	fits := len(s)
	for i, r := range s {
		if units <= cellLimit-utf8.RuneCountInString(cutMark) {
			fits = i
		}
		units++
		if r > 0xFFFF {
			units++
		}
		if units > cellLimit {
			return s[:fits] + cutMark
		}
	}
	return s
}

// plain reports whether s is short and without anything to clean: nearly
// every text, and so worth a look first.
func plain(s string) bool {
	if len(s) > cellLimit {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' && s[i] != '\n' && s[i] != '\t' || s[i] == 0xEF {
			return false
		}
	}
	return utf8.ValidString(s)
}

// Lines estimates how many lines s takes in a cell of that width, in columns'
// characters, when it is set in a size of type in points.
func Lines(s string, width, size float64) int {
	const average = 0.088 // of a letter, in columns' characters a point
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(line))*size*average/width)
	}
	return n
}
