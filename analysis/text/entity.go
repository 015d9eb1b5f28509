package text

import (
	"html"
	"strings"
)

// An Unescaped is a text with its HTML entities decoded, and the way back.
type Unescaped struct {
	Text   string
	shifts []shift
}

// A shift says that what lies at or behind at in the decoded text lies by
// bytes further behind in the original.
type shift struct{ at, by int }

// Unescape decodes the HTML entities of s. A text without any is not copied.
func Unescape(s string) Unescaped {
	if strings.IndexByte(s, '&') < 0 {
		return Unescaped{Text: s}
	}
	var u Unescaped
	var b strings.Builder
	done := 0
	for i := 0; i < len(s); {
		n, decoded := entity(s[i:])
		if n == 0 {
			i++
			continue
		}
		b.WriteString(s[done:i])
		b.WriteString(decoded)
		i += n
		done = i
		u.shifts = append(u.shifts, shift{b.Len(), i - b.Len()})
	}
	if u.shifts == nil {
		return Unescaped{Text: s}
	}
	b.WriteString(s[done:])
	u.Text = b.String()
	return u
}

// entity returns the length of the entity that s begins with and what it
// stands for, or 0.
func entity(s string) (n int, decoded string) {
	if s[0] != '&' {
		return 0, ""
	}
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 2 {
		return 0, ""
	}
	decoded = html.UnescapeString(s[:end+1])
	if strings.HasSuffix(decoded, ";") && decoded != ";" {
		return 0, ""
	}
	return end + 1, decoded
}

// Original returns the span of the original text that became sp.
func (u Unescaped) Original(sp Span) Span {
	return Span{u.original(sp.Start), u.original(sp.End)}
}

func (u Unescaped) original(at int) int {
	by := 0
	for _, sh := range u.shifts {
		if sh.at > at {
			break
		}
		by = sh.by
	}
	return at + by
}
