package thread

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

var headingRE = regexp.MustCompile(`(?i)^(?:#+ )?(?:` +
	`(?:(?:all|readers?|readers[’\']|your|the|selected) )?` + commentsRE + `(?: ?\(\d+\)| ?: ?\d*| \d+)?` +
	`|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|un|dos|tres) (?:thoughts?|` + commentsRE + `)(?: (?:on|to|so far|en|a|sobre) ?.{0,120})?` +
	`|(?:comments|responses|replies) (?:on|to|from) .{0,80}` +
	`):?$`)

const commentsRE = `(?:comments?|responses?|replies|reactions|answers|comentarios?|respuestas?)`

func isCommentsHeading(s string) bool {
	return len(s) < 150 && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, ".") && headingRE.MatchString(s)
}

// commentsStart finds the first line of the comments, by their heading or by
// their marks; it is the end of the page when there are none.
func commentsStart(lines []line) (start int, headed bool) {
	from := max(lastQuote(lines), firstText(lines)) + 1
	from = min(from, len(lines))
	for i, l := range slices.Backward(lines[from:]) {
		if isCommentsHeading(l.text) && hasText(lines[from+i+1:]) {
			return from + i + 1, true
		}
	}
	start = len(lines)
	if i, ok := numberedComments(lines[from:]); ok {
		start = from + i
	}
	if i, ok := attributedComments(lines[from:start], from > 0 && strings.HasSuffix(lines[from-1].text, "?")); ok {
		start = from + i
	}
	if start == len(lines) {
		if i, ok := signedComments(lines[from:]); ok {
			start = from + i
		}
	}
	return start, false
}

// A run is numbers that count from 1: comments, the questions of the post, or a
// list within a comment.
type run struct {
	start, items, asked int
}

func (r *run) isQuestions() bool { return r.asked*2 >= r.items }

// numberedComments finds the longest run that is neither of questions nor of
// points that the post makes: those follow a colon, and where nothing else tells
// that people answered, they are taken for the post's too.
func numberedComments(lines []line) (int, bool) {
	const nested = 4 // runs followed at once
	open := make(map[string][]*run)
	best := new(run)
	before := "" // the last line with text
	answered := false
	for i, l := range lines {
		n, form, rest, ok := numbered(l.text)
		if !ok {
			answered = answered || l.end || strings.HasSuffix(l.text, "?")
			before = cmp.Or(l.text, before)
			continue
		}
		if n == 1 && !strings.HasSuffix(before, ":") {
			open[form] = slices.DeleteFunc(open[form], (*run).isQuestions)
			if len(open[form]) < nested {
				open[form] = append(open[form], &run{start: i})
			}
		}
		for _, r := range open[form] {
			if n != r.items+1 {
				continue
			}
			r.items++
			_, named := headerOf(rest)
			answered = answered || named
			if strings.HasSuffix(rest, "?") || rest == "" && i+1 < len(lines) && strings.HasSuffix(lines[i+1].text, "?") {
				r.asked++
				answered = true
			}
			if r.items > best.items && !r.isQuestions() {
				best = r
			}
		}
	}
	return best.start, best.items > 0 && answered
}

// attributedComments finds the first line that says whose the text below is.
// The post's own byline stands before anything is asked or said, and "Name:" has
// to come twice.
func attributedComments(lines []line, asked bool) (int, bool) {
	first, weak := -1, 0
	for i := 0; i < len(lines); i++ {
		m, ok := headerAt(lines, i)
		switch {
		case !ok && lines[i].text != "":
			asked = true
		case !ok || !asked:
		case !m.weak:
			if first < 0 || weak < 2 {
				return i, true
			}
			return first, true
		default:
			if weak++; first < 0 {
				first = i
			}
		}
	}
	return first, weak >= 2
}

// signedComments finds the paragraph after the last question of the post, where
// two or more of those behind it are signed.
func signedComments(lines []line) (int, bool) {
	start, signed := 0, 0
	for i, l := range lines {
		if _, author, _ := cutSignature(l.text); author != "" || signRE.MatchString(l.text) {
			signed++
		} else if signed == 0 && strings.HasSuffix(l.text, "?") {
			start = i + 1
		}
	}
	return start, signed >= 2 && start > 0
}
