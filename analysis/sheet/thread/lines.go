package thread

import (
	"slices"
	"strings"
)

// A line is a line of a page without the white space around it. The lines of
// the page's chrome are blank.
type line struct {
	number int
	text   string
	end    bool // a line such as "Leave a reply": what follows is not what people wrote
}

var spaces = strings.NewReplacer("\u00a0", " ", "\u200b", "", "\ufeff", "")

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func pageLines(s string) []line {
	var lines []line
	for i, text := range strings.Split(lineEnds.Replace(s), "\n") {
		text = strings.TrimSpace(spaces.Replace(text))
		l := line{number: i + 1, text: text}
		switch {
		case endsThread(text):
			l.text, l.end = "", true
		case isChrome(text):
			l.text = ""
		}
		lines = append(lines, l)
	}
	return lines
}

// ownLines are the lines of a text that is known to be one person's, all with
// the same number.
func ownLines(s string, number int) []line {
	var lines []line
	for text := range strings.SplitSeq(lineEnds.Replace(s), "\n") {
		lines = append(lines, line{number: number, text: strings.TrimSpace(spaces.Replace(text))})
	}
	return lines
}

func hasText(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return l.text != "" })
}

// firstText is the index of the first line with text, or 0.
func firstText(lines []line) int {
	return max(0, slices.IndexFunc(lines, func(l line) bool { return l.text != "" }))
}

// joined makes paragraphs of lines: lines of one paragraph are joined by sep,
// paragraphs stay apart.
func joined(lines []line, sep string) string {
	var b strings.Builder
	gap := ""
	for _, l := range lines {
		if l.text == "" {
			if b.Len() > 0 {
				gap = "\n\n"
			}
			continue
		}
		b.WriteString(gap)
		b.WriteString(l.text)
		gap = sep
	}
	return b.String()
}
