package sheet

import (
	"cmp"
	"slices"
	"strings"
)

// readPage reads a post and what people wrote below it. A summary differs only
// in what stands above its comments: findings with quotes under them.
func readPage(lines []line) (*Thread, []entry) {
	start, headed := commentsStart(lines)
	post := lines[:start]
	findings, quotes := findingsOf(post)
	thread := &Thread{
		Title:       title(post),
		Questions:   posedQuestions(post),
		Respondents: statedRespondents(post),
		Findings:    findings,
	}
	entries := append(highlights(post), quotes...)
	answers := newAnswers(thread.Questions, post)
	for _, c := range splitComments(lines[start:], headed, answers) {
		entries = append(entries, answers.parts(c)...)
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.line, b.line) })
	return thread, countComments(entries)
}

// countComments numbers what people wrote. Until here the parts of a comment,
// which follow each other, carry its line, and quotes carry 0.
func countComments(entries []entry) []entry {
	n, last := 0, 0
	for i := range entries {
		if at := entries[i].comment; at == 0 || at != last {
			n, last = n+1, at
		}
		entries[i].comment = n
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
