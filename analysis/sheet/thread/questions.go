package thread

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

var askingRE = regexp.MustCompile(`(?i)\bquestions?\b.*:$|\bpreguntas?\b.*:$`)

// posedQuestions are the questions of a post: those under a heading that
// announces them, else those on lines of their own, else all in its prose, else that of its title.
func posedQuestions(post []line) []string {
	var announced, alone, all, title []string
	open := false
	for i, text := range unwrapped(post) {
		if i > 0 && askingRE.MatchString(text) {
			open = true
			continue
		}
		text = unmarked(text)
		asked := sentencesAsked(text)
		if i == 0 {
			title = asked
			continue
		}
		if open && len(asked) > 0 {
			announced = append(announced, asked...)
		} else if len(announced) > 0 {
			open = false
		}
		if strings.Join(asked, " ") == text {
			alone = append(alone, asked...)
		}
		all = append(all, asked...)
	}
	for _, found := range [][]string{announced, alone, all} {
		if len(found) > 0 {
			return found
		}
	}
	return title
}

// unwrapped joins a line that goes on in the next one to it: neither does the
// first end a sentence nor does the second begin an item of a list.
func unwrapped(lines []line) []string {
	var all []string
	open := false
	for _, l := range lines {
		switch {
		case l.text == "":
			open = false
			continue
		case open && unmarked(l.text) == l.text:
			all[len(all)-1] += " " + l.text
		default:
			all = append(all, l.text)
		}
		open = len(all) > 1 && !strings.HasSuffix(strings.TrimRight(l.text, `”"’')`), ".") && !strings.ContainsAny(l.text[len(l.text)-1:], "?!:")
	}
	return all
}

// unmarked takes a number, a bullet or "Q1:" off a line.
func unmarked(s string) string {
	if _, _, rest, ok := numbered(s); ok {
		s = rest
	} else if m := bulletRE.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	if m := answerRE.FindStringSubmatch(s); m != nil {
		s = m[2]
	}
	return s
}

// sentencesAsked are the sentences of s that end in a question mark.
func sentencesAsked(s string) []string {
	var asked []string
	start := 0
	for i, r := range s {
		if !strings.ContainsRune(".!?…:", r) {
			continue
		}
		rest := strings.TrimLeft(s[i+len(string(r)):], `”"’')`)
		if rest != "" && !unicode.IsSpace(rune(rest[0])) {
			continue
		}
		if r == '?' {
			asked = append(asked, strings.TrimSpace(s[start:len(s)-len(rest)]))
		}
		if r != ':' || strings.Contains(rest, "?") {
			start = len(s) - len(rest)
		}
	}
	return asked
}

var answerRE = regexp.MustCompile(`(?i)^(?:re:? ?)?(?:q|a|question|answer|pregunta|respuesta)(?: ?#| |\. ?)?(\d{1,2})(?:[.):\-–—]+\s*|\s+|$)(.*)$`)

// answers knows the questions posed, to tell which one a part of a comment
// answers.
type answers struct {
	questions []string       // folded
	marks     map[string]int // the question that words tell, when they tell one
	numbered  bool           // whether the post numbers them
}

func newAnswers(questions []string, post []line) *answers {
	a := new(answers)
	for _, q := range questions {
		a.questions = append(a.questions, foldQuestion(q))
	}
	a.marks = marksOf(a.questions)
	for _, l := range post {
		if _, _, rest, ok := numbered(l.text); ok && strings.HasSuffix(rest, "?") {
			a.numbered = true
		}
	}
	return a
}

func foldQuestion(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// headingAt gives the question that line i is a heading for: it repeats the
// question, and a comment begins behind it.
func (a *answers) headingAt(s *splitter, i int) int {
	if i+1 >= len(s.lines) || !a.repeats(s.lines[i].text) {
		return 0
	}
	q, _ := a.named(s.lines[i].text)
	next := i + 1 + firstText(s.lines[i+1:])
	try := splitter{lines: s.lines}
	if s.begins(&try, next) == nil {
		return 0
	}
	return q
}

// repeats reports whether a line says one of the questions and no more.
func (a *answers) repeats(text string) bool {
	q, rest := a.named(text)
	return q > 0 && rest == ""
}

// named gives the question that a line begins with, as "Q2" or in its words, and
// what follows.
func (a *answers) named(text string) (question int, rest string) {
	if m := answerRE.FindStringSubmatch(text); m != nil {
		if n, _ := strconv.Atoi(m[1]); n >= 1 && n <= len(a.questions) {
			if a.index(m[2]) == n {
				return n, ""
			}
			return n, m[2]
		}
	}
	plain := unmarked(text)
	if head, after, ok := strings.Cut(plain, "?"); ok {
		if n := a.index(head); n > 0 {
			return n, strings.TrimSpace(after)
		}
	}
	if n := a.index(strings.TrimSuffix(plain, ":")); n > 0 {
		return n, ""
	}
	return 0, ""
}

func (a *answers) index(s string) int {
	folded := foldQuestion(s)
	for i, q := range a.questions {
		if q == folded && folded != "" {
			return i + 1
		}
	}
	return 0
}

// parts splits a comment where it turns to another question.
func (a *answers) parts(c comment) []Entry {
	whole := Entry{Line: c.line, Author: c.author, Role: c.role, When: c.when, Kind: Comment, Question: c.question, Comment: c.line}
	byNumber := a.numbersAnswer(c.lines)
	var entries []Entry
	part, from := whole, 0
	flush := func(to int) {
		if part.Text = c.text(c.lines[from:to]); part.Text != "" {
			entries = append(entries, a.infer(part)...)
		}
	}
	for i := range c.lines {
		q, rest := a.named(c.lines[i].text)
		if n, _, after, ok := numbered(c.lines[i].text); q == 0 && ok && byNumber {
			q, rest = n, after
		}
		if q == 0 {
			continue
		}
		flush(i)
		part, from = whole, i
		part.Question, part.Line = q, c.lines[i].number
		c.lines[i].text = rest
	}
	flush(len(c.lines))
	return entries
}

// numbersAnswer reports whether the comment is a list as long as the questions
// at most, in their order and not announced as a list of its own ("Three things:"),
// so that its numbers are theirs.
func (a *answers) numbersAnswer(lines []line) bool {
	last, items, before := 0, 0, ""
	for _, l := range lines {
		n, _, _, ok := numbered(l.text)
		switch {
		case ok && (n <= last || n > len(a.questions) || strings.HasSuffix(before, ":")):
			return false
		case ok:
			last, items, before = n, items+1, ""
		case l.text != "":
			before = l.text
		}
	}
	return a.numbered && items >= 2
}
