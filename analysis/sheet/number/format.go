package number

import "strings"

// KindOfBuiltIn is for the formats that have no code in the file (ECMA-376 part
// 1, 18.8.30; .xls has the same numbers).
func KindOfBuiltIn(id int) Kind {
	switch {
	case 14 <= id && id <= 17, id == 22, 27 <= id && id <= 31, id == 36, 50 <= id && id <= 58:
		return Date
	case 18 <= id && id <= 21, 32 <= id && id <= 35, 45 <= id && id <= 47:
		return Clock
	}
	return Number
}

// KindOfCode goes by the letters of dates and times in the first section of a
// format code, outside of quotes, escapes and brackets.
func KindOfCode(code string) Kind {
	date, clock, month := false, false, false
	code, _, _ = strings.Cut(unquoted(code), ";")
	for _, word := range []string{"General", "AM/PM", "A/P"} {
		code = strings.ReplaceAll(code, word, "")
	}
	for _, c := range strings.ToLower(code) {
		switch c {
		case 'y', 'd':
			date = true
		case 'm':
			month = true
		case 'h', 's':
			clock = true
		}
	}
	switch {
	case date, month && !clock:
		return Date
	case clock:
		return Clock
	}
	return Number
}

// unquoted leaves quotes, escapes and brackets out of a format code, but for
// hours, minutes and seconds that count on ([h]), which become h.
func unquoted(code string) string {
	var kept strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*':
			i++
		case '"':
			i += 1 + strings.IndexByte(code[i+1:]+`"`, '"')
		case '[':
			inside, _, _ := strings.Cut(code[i+1:], "]")
			if inside != "" && strings.Trim(strings.ToLower(inside), "hms") == "" {
				kept.WriteByte('h')
			}
			i += 1 + len(inside)
		default:
			kept.WriteByte(code[i])
		}
	}
	return kept.String()
}
