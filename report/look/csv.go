package look

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// AppendCSV appends a cell as encoding/csv writes it. A csv.Writer would take
// a tenth of the program's time to look into all the empty and one-word cells.
func AppendCSV(dst []byte, cell string) []byte {
	if !needsQuotes(cell) {
		return append(dst, cell...)
	}
	dst = append(dst, '"')
	for {
		before, after, ok := strings.Cut(cell, `"`)
		dst = append(append(dst, before...), '"')
		if !ok {
			return dst
		}
		dst = append(dst, '"')
		cell = after
	}
}

func needsQuotes(cell string) bool {
	first, _ := utf8.DecodeRuneInString(cell)
	return strings.IndexByte(cell, ',') >= 0 || strings.IndexByte(cell, '"') >= 0 ||
		strings.IndexByte(cell, '\n') >= 0 || strings.IndexByte(cell, '\r') >= 0 ||
		unicode.IsSpace(first) || cell == `\.`
}

// Inert puts a ' before a text that a spreadsheet would run as a formula when it
// opens a CSV file, and before one that begins so behind a ' of its own, which
// it would lose when it is read back.
func Inert(text string) string {
	bare := strings.TrimLeft(text, "'")
	if bare != "" && strings.IndexByte("=+-@\t\r", bare[0]) >= 0 {
		return "'" + text
	}
	return text
}
