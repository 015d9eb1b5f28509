package sheet

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"commonground/analysis/sheet/number"
)

// A cellReader turns values as a workbook stores them into what Row.Cells has.
type cellReader struct {
	kinds     []number.Kind // what the styles of cells show, by their numbers
	since1904 bool
}

// read turns the values of a row's cells.
func (c cellReader) read(cells []string, marks []mark) {
	for _, m := range marks {
		if m.column < len(cells) && cells[m.column] != "" {
			cells[m.column] = c.text(cells[m.column], m)
		}
	}
}

func (c cellReader) text(stored string, m mark) string {
	switch m.kind {
	case isLacking:
		return ""
	case isShared, isText:
		return plainText(stored)
	case isResult:
		return plainText(escapes.ReplaceAllStringFunc(stored, unescaped))
	case isTruth:
		return truth(stored)
	case isDate:
		return isoDate(stored)
	}
	v, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return stored
	}
	kind := number.Number
	if 0 <= m.style && m.style < len(c.kinds) {
		kind = c.kinds[m.style]
	}
	return number.Text(v, kind, c.since1904)
}

// escapes are those that Excel writes for characters that XML doesn't have
// (ECMA-376 part 1, 22.9.2.19). Excelize leaves them in results of formulas.
var escapes = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func unescaped(escape string) string {
	r, _ := strconv.ParseUint(escape[2:6], 16, 16)
	return string(rune(r))
}

// plainText makes every line end LF, and leaves out characters that nobody sees
// and that only escapes can write.
func plainText(s string) string {
	control := func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }
	if strings.IndexFunc(s, control) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, normalLineEnds(s))
}

func truth(v string) string {
	switch v {
	case "1", "true":
		return "TRUE"
	case "0", "false":
		return "FALSE"
	}
	return v
}

// isoDate writes a date that the workbook stores as ISO 8601 as number.Text
// does.
func isoDate(v string) string {
	const layout = "2006-01-02T15:04:05"
	for _, l := range []string{layout + "Z07:00", layout} { // a fraction of a second is read as well
		if t, err := time.Parse(l, v); err == nil {
			return strings.TrimSuffix(t.Format(layout), "T00:00:00")
		}
	}
	return v
}

// columnOf is the column, from 0, of a reference such as "AB12".
func columnOf(cell []byte) (column int, ok bool) {
	i, row := 0, 0
	for ; i < len(cell) && i < 4 && 'A' <= cell[i]&^0x20 && cell[i]&^0x20 <= 'Z'; i++ {
		column = column*26 + int(cell[i]&^0x20-'A') + 1
	}
	for _, c := range cell[i:] {
		if row = row*10 + int(c-'0'); !isDigit(c) || row > rowLimit {
			return 0, false
		}
	}
	return column - 1, 0 < column && column <= columnLimit && 0 < row
}
