package sheet

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// readPage reads a post and what people wrote below it. A summary differs only
// in what stands above its comments: findings with quotes under them.
func readPage(lines []line) (*Thread, []entry) {
	start, headed := commentsStart(lines)
	post := lines[:start]
	thread := &Thread{Title: title(post), Respondents: statedRespondents(post)}
	thread.Questions = posedQuestions(post)
	var entries []entry
	entries = append(entries, highlights(post)...)
	findings, quotes := findingsOf(post)
	thread.Findings = findings
	entries = append(entries, quotes...)
	answers := newAnswers(thread.Questions, post)
	for _, c := range splitComments(lines[start:], headed, answers) {
		entries = append(entries, answers.parts(c)...)
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.line, b.line) })
	return thread, countComments(entries)
}

// countComments numbers what people wrote. Parts of one comment follow each
// other and carry the comment's line in comment until here.
func countComments(entries []entry) []entry {
	n, last := 0, 0
	for i := range entries {
		if e := &entries[i]; e.comment == 0 || e.comment != last {
			n, last = n+1, e.comment
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
	if i, ok := attributedComments(lines[from:start]); ok {
		start = from + i
	}
	if start == len(lines) {
		if i, ok := signedComments(lines[from:]); ok {
			start = from + i
		}
	}
	return start, false
}

func hasText(lines []line) bool {
	for _, l := range lines {
		if l.text != "" {
			return true
		}
	}
	return false
}

// A run is numbers that count from 1: comments, the questions of the post, or a
// list within a comment.
type run struct {
	start, items, asked int
}

func (r *run) isQuestions() bool { return r.asked*2 >= r.items }

// numberedComments finds the longest run that is not of questions.
func numberedComments(lines []line) (int, bool) {
	const nested = 4 // runs followed at once
	open := make(map[string][]*run)
	best := new(run)
	for i, l := range lines {
		n, form, rest, ok := numbered(l.text)
		if !ok {
			continue
		}
		if n == 1 {
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
			if strings.HasSuffix(rest, "?") || rest == "" && i+1 < len(lines) && strings.HasSuffix(lines[i+1].text, "?") {
				r.asked++
			}
			if r.items > best.items && !r.isQuestions() {
				best = r
			}
		}
	}
	return best.start, best.items > 0
}

// attributedComments finds the first line that says whose the text below is.
// The post's own byline stands before its text, and "Name:" has to come twice.
func attributedComments(lines []line) (int, bool) {
	first, weak := -1, 0
	paragraphs := 0
	for i := 0; i < len(lines); i++ {
		m, ok := headerAt(lines, i)
		switch {
		case !ok && lines[i].text != "":
			paragraphs++
		case !ok || paragraphs == 0:
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

// A comment is the lines that one person wrote, without its marks.
type comment struct {
	mark
	line     int
	lines    []line
	question int // of the heading that it stands under, or 0
}

// splitComments cuts the comments of a page apart at the marks that its first
// comment has. Without any mark the paragraphs under a heading are comments.
func splitComments(lines []line, headed bool, answers *answers) []comment {
	first := firstText(lines)
	for first < len(lines) && answers.repeats(lines[first].text) {
		first += 1 + firstText(lines[first+1:])
	}
	if first >= len(lines) || lines[first].text == "" {
		return nil
	}
	s := splitter{lines: lines, answers: answers, style: styleOf(lines, first, headed)}
	if s.style == nil {
		return nil
	}
	s.open = s.style(&splitter{lines: lines}, first) == nil
	return s.split()
}

func firstText(lines []line) int {
	return max(0, slices.IndexFunc(lines, func(l line) bool { return l.text != "" }))
}

// A splitter goes over the lines below a post.
type splitter struct {
	lines    []line
	answers  *answers
	style    style
	open     bool // whether text without a mark before it is a comment
	last     int  // number of the last numbered comment
	question int
	done     []comment
}

// A style says whether a comment begins at line i, and whose it is.
type style func(s *splitter, i int) *mark

func byNumber(form string) style {
	return func(s *splitter, i int) *mark {
		n, f, rest, ok := numbered(s.lines[i].text)
		if !ok || f != form || s.last > 0 && (n <= s.last || n > s.last+3) {
			return nil
		}
		s.last = n
		m := mark{rest: rest, lines: 1}
		if h, ok := headerOf(rest); ok {
			h.lines = 1
			return &h
		}
		return &m
	}
}

func byHeader(weak bool) style {
	return func(s *splitter, i int) *mark {
		m, ok := headerAt(s.lines, i)
		if !ok || m.weak && !weak {
			return nil
		}
		return &m
	}
}

func byBullet(s *splitter, i int) *mark {
	m := bulletRE.FindStringSubmatch(s.lines[i].text)
	if m == nil {
		return nil
	}
	return &mark{rest: m[1], lines: 1}
}

func byParagraph(s *splitter, i int) *mark {
	if s.lines[i].text == "" || i > 0 && s.lines[i-1].text != "" {
		return nil
	}
	return &mark{rest: s.lines[i].text, lines: 1}
}

// untilSigned has a comment begin behind the mark that ended the one before.
func untilSigned(s *splitter, i int) *mark { return nil }

// styleOf goes by the first comment, at line i.
func styleOf(lines []line, i int, headed bool) style {
	if _, form, _, ok := numbered(lines[i].text); ok {
		return byNumber(form)
	}
	if m, ok := headerAt(lines, i); ok {
		return byHeader(m.weak)
	}
	headers, ends := 0, 0
	for j := range lines {
		m, ok := headerAt(lines, j)
		_, author, _ := cutSignature(lines[j].text)
		switch {
		case ok && m.posted, signRE.MatchString(lines[j].text), author != "":
			ends++
		case ok && !m.weak:
			headers++
		}
	}
	switch {
	case byBullet(&splitter{lines: lines}, i) != nil:
		return byBullet
	case headers > 0:
		return byHeader(false)
	case ends > 0:
		return untilSigned
	case headed:
		return byParagraph
	}
	return nil
}

func (s *splitter) split() []comment {
	var c *comment
	closed := !s.open
	end := func() {
		if c != nil && hasText(c.lines) {
			s.done = append(s.done, *c)
		}
		c = nil
	}
	for i := 0; i < len(s.lines); i++ {
		l := s.lines[i]
		if l.end {
			end()
			closed = true
			continue
		}
		if q := s.answers.headingAt(s, i); q > 0 {
			end()
			s.question, s.last = q, 0
			continue
		}
		if m := s.style(s, i); m != nil {
			end()
			closed = false
			c = &comment{mark: *m, line: l.number, question: s.question}
			if m.rest != "" {
				c.lines = append(c.lines, line{number: l.number, text: m.rest})
			}
			i += m.lines - 1
			continue
		}
		if closed || l.text == "" && c == nil {
			continue
		}
		if c == nil {
			c = &comment{line: l.number, question: s.question}
		}
		c.lines = append(c.lines, l)
		if c.author == "" && c.sign() {
			end()
		}
	}
	end()
	return s.done
}

// sign takes the signature off the comment's last line, when it has one.
func (c *comment) sign() bool {
	last := &c.lines[len(c.lines)-1]
	if m, ok := headerOf(last.text); ok && m.posted {
		c.author, c.role, c.when = m.author, m.role, m.when
		c.lines = c.lines[:len(c.lines)-1]
		return true
	}
	if m := signRE.FindStringSubmatch(last.text); m != nil {
		author, role, ok := signature(m[1])
		if ok && capital(author) {
			c.author, c.role = author, role
			c.lines = c.lines[:len(c.lines)-1]
			return true
		}
	}
	text, author, role := cutSignature(last.text)
	if author == "" {
		return false
	}
	last.text, c.author, c.role = text, author, role
	return true
}

func parseOrdinal(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
