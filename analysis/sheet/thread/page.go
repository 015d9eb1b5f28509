package thread

import (
	"cmp"
	"slices"
	"strings"
)

// ReadText reads a post and what people wrote below it, as it stands on the
// page: the page's chrome is neither. A summary differs only in what stands above
// its comments: findings with quotes under them.
func ReadText(text string) (*Thread, []Entry) {
	lines := pageLines(text)
	start, headed := commentsStart(lines)
	thread, entries := readPost(lines[:start])
	answers := newAnswers(thread.Questions, lines[:start])
	for _, c := range splitComments(lines[start:], headed, answers) {
		entries = append(entries, answers.parts(c)...)
	}
	slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Line, b.Line) })
	return thread, countComments(entries)
}

// readPost reads what stands above the comments.
func readPost(post []line) (*Thread, []Entry) {
	findings, quotes := findingsOf(post)
	thread := &Thread{
		Title:       title(post),
		Questions:   posedQuestions(post),
		Respondents: statedRespondents(post),
		Findings:    findings,
	}
	return thread, append(highlights(post), quotes...)
}

// countComments numbers what people wrote. Until here the parts of a comment,
// which follow each other, carry its line, and quotes carry 0.
func countComments(entries []Entry) []Entry {
	n, last := 0, 0
	for i := range entries {
		if at := entries[i].Comment; at == 0 || at != last {
			n, last = n+1, at
		}
		entries[i].Comment = n
	}
	return entries
}

func title(post []line) string {
	for _, l := range post {
		if l.text != "" {
			return strings.TrimSpace(strings.TrimLeft(l.text, "# "))
		}
	}
	return ""
}
