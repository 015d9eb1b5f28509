package thread

import (
	"cmp"
	"strings"
)

// A comment is the lines that one person wrote, without its marks.
type comment struct {
	mark
	line     int
	lines    []line
	question int  // of the heading that it stands under, or 0
	breaks   bool // whether its line ends are the writer's own
}

func (c *comment) text(lines []line) string {
	if c.breaks {
		return joined(lines, "\n")
	}
	return joined(lines, " ")
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
	if s.begins == nil {
		return nil
	}
	s.closed = s.begins(&splitter{lines: lines}, first) != nil
	return s.split()
}

// A splitter goes over the lines below a post.
type splitter struct {
	style
	lines    []line
	answers  *answers
	closed   bool // whether text is nobody's until the next comment begins
	last     int  // number of the last numbered comment
	question int  // that the comments here stand under, or 0
	done     []comment
}

// A style is how the comments of a page are told apart.
type style struct {
	begins func(s *splitter, i int) *mark // says whether a comment begins at line i, and whose it is
	signed bool                           // whether a signature ends a comment
}

// byNumber expects numbers of one form that go up or down, few left out.
func byNumber(form string, step int) func(*splitter, int) *mark {
	const leftOut = 2 // in a row, by a moderator
	return func(s *splitter, i int) *mark {
		n, f, rest, ok := numbered(s.lines[i].text)
		ahead := (n - s.last) * step
		if !ok || f != form || s.last > 0 && (ahead < 1 || ahead > 1+leftOut) {
			return nil
		}
		s.last = n
		if m, ok := headerOf(rest); ok {
			m.lines = 1
			return &m
		}
		return &mark{rest: rest, lines: 1}
	}
}

func byHeader(weak bool) func(*splitter, int) *mark {
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

// neverBegins is for comments that only their signatures tell apart.
func neverBegins(*splitter, int) *mark { return nil }

// styleOf goes by the first comment, at line i, and else by the marks further
// on. Paragraphs are comments only where a heading says so.
func styleOf(lines []line, i int, headed bool) style {
	headers, signatures := countMarks(lines)
	n, form, _, isNumbered := numbered(lines[i].text)
	first, isHeader := headerAt(lines, i)
	switch {
	case isNumbered:
		return style{begins: byNumber(form, stepOf(lines[i+1:], n, form))}
	case isHeader:
		return style{begins: byHeader(first.weak && headers == 0)}
	case bulletRE.MatchString(lines[i].text):
		return style{begins: byBullet}
	case headers > 0:
		return style{begins: byHeader(false)}
	case signatures > 0:
		return style{begins: neverBegins, signed: true}
	case headed:
		return style{begins: byParagraph}
	}
	return style{}
}

func countMarks(lines []line) (headers, signatures int) {
	for i, l := range lines {
		m, ok := headerAt(lines, i)
		_, author, _ := cutSignature(l.text)
		switch {
		case ok && m.posted, author != "", signRE.MatchString(l.text):
			signatures++
		case ok && !m.weak:
			headers++
		}
	}
	return headers, signatures
}

// stepOf is -1 when the newest comment, with the highest number, comes first.
func stepOf(lines []line, first int, form string) int {
	for _, l := range lines {
		if n, f, _, ok := numbered(l.text); ok && f == form && (n == first+1 || n == first-1) {
			return n - first
		}
	}
	return 1
}

func (s *splitter) split() []comment {
	var c *comment
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
			s.closed = true
			continue
		}
		if q := s.answers.headingAt(s, i); q > 0 {
			end()
			s.question, s.last = q, 0
			continue
		}
		if m := s.begins(s, i); m != nil {
			end()
			s.closed = false
			c = &comment{mark: *m, line: l.number, question: s.question}
			if m.rest != "" {
				c.lines = append(c.lines, line{number: l.number, text: m.rest})
			}
			i += m.lines - 1
			continue
		}
		if s.closed || l.text == "" && c == nil {
			continue
		}
		if c == nil {
			c = &comment{line: l.number, question: s.question}
		}
		c.lines = append(c.lines, l)
		if c.sign() && s.signed {
			end()
		}
	}
	end()
	return s.done
}

// sign takes the signature off the comment's last line, when it has one and
// nobody else is known to have written the comment.
func (c *comment) sign() bool {
	last := len(c.lines) - 1
	m, text, ok := signatureOf(c.lines[last].text)
	if !ok || c.author != "" && !strings.EqualFold(c.author, m.author) {
		return false
	}
	c.author, c.role, c.when = m.author, cmp.Or(m.role, c.role), cmp.Or(m.when, c.when)
	c.lines[last].text = text
	return true
}
