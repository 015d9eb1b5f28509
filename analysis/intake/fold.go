package intake

import (
	"strings"

	"commonground/analysis/text"
)

var plain = strings.NewReplacer("_", " ", "(s)", "s")

// fold returns the words of s as they are compared: in lower case, without
// accents and punctuation, one space between them. "Grade(s)" is "grades".
func fold(s string) string {
	if strings.ContainsAny(s, "_(") {
		s = plain.Replace(s)
	}
	var b strings.Builder
	for _, w := range text.Words(nil, s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(text.Fold(s[w.Start:w.End]))
	}
	return b.String()
}

// decode returns what people see of a text that a web form wrote.
func decode(s string) string { return text.Unescape(s).Text }

// unseen are characters that nobody sees or means.
var unseen = strings.NewReplacer("\u00a0", " ", "\u200b", "", "\ufeff", "")

// clean returns what people see of a cell.
func clean(s string) string {
	s = decode(s)
	if strings.IndexByte(s, 0xC2) >= 0 || strings.IndexByte(s, 0xE2) >= 0 || strings.IndexByte(s, 0xEF) >= 0 {
		s = unseen.Replace(s)
	}
	return s
}

// untag returns the text of a question without the tags of a web form.
func untag(s string) string {
	for {
		from := strings.IndexByte(s, '<')
		to := strings.IndexByte(s[max(from, 0):], '>') + max(from, 0)
		if from < 0 || to < from+2 || !strings.ContainsAny(s[from+1:from+2], "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
			return strings.Join(strings.Fields(s), " ")
		}
		s = s[:from] + " " + s[to+1:]
	}
}

// label returns a choice as it is compared. Unlike fold it keeps signs, so
// that "> 60" and "< 60" stay two choices.
func label(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// A phrases is a list of folded phrases.
type phrases []string

// is reports whether the folded text is one of the phrases.
func (p phrases) is(folded string) bool {
	for _, phrase := range p {
		if phrase == folded {
			return true
		}
	}
	return false
}

// in reports whether the folded text holds one of the phrases as whole words.
func (p phrases) in(folded string) bool {
	for _, phrase := range p {
		if at(folded, phrase) >= 0 {
			return true
		}
	}
	return false
}

// begin reports whether the folded text begins with one of the phrases.
func (p phrases) begin(folded string) bool {
	for _, phrase := range p {
		if rest, ok := strings.CutPrefix(folded, phrase); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// at returns the byte where phrase stands in folded as whole words, or -1.
func at(folded, phrase string) int {
	for from := 0; ; {
		i := strings.Index(folded[from:], phrase)
		if i < 0 {
			return -1
		}
		i += from
		end := i + len(phrase)
		if (i == 0 || folded[i-1] == ' ') && (end == len(folded) || folded[end] == ' ') {
			return i
		}
		from = i + 1
	}
}
