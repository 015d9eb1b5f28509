package sheet

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// textLimit is the longest page that is read: a thread of some 50,000 comments.
// A page is held in memory, since only its end tells what its beginning was.
const textLimit = 32 << 20

// A line is a line of a page without the white space around it. The lines of
// the page's chrome are blank.
type line struct {
	number int
	text   string
	end    bool // a line such as "Leave a reply": what follows is not what people wrote
}

// An entry is what one person wrote, or the part of it that answers one
// question.
type entry struct {
	line                     int
	author, role, when       string
	text, kind               string
	question, under, comment int
}

func openText(name string, r io.ReaderAt, size int64) (*File, error) {
	if size > textLimit {
		return nil, fmt.Errorf("it has no columns, and is too long for a post with comments (%d MiB at most); if it is a table, name it .csv", textLimit>>20)
	}
	chars, note, err := findCharset(r, size)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(chars.decoded(r, size))
	if err != nil {
		return nil, err
	}
	thread, entries := readPage(pageLines(string(b)))
	f := &File{Encoding: chars.name, Tables: []Table{{Thread: thread, Rows: entryRows(entries)}}}
	if note != "" {
		f.Notes = append(f.Notes, note)
	}
	if len(entries) == 0 && len(thread.Questions) == 0 {
		f.Notes = append(f.Notes, `Neither questions nor comments were recognized in this text. Put a line that says "Comments" above the first comment, and a number or "Name wrote:" before each.`)
	}
	return f, nil
}

var spaces = strings.NewReplacer("\u00a0", " ", "\u200b", "", "\ufeff", "")

func pageLines(s string) []line {
	var lines []line
	for i, text := range strings.Split(normalLineEnds(s), "\n") {
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

func hasText(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return l.text != "" })
}

// firstText is the index of the first line with text, or 0.
func firstText(lines []line) int {
	return max(0, slices.IndexFunc(lines, func(l line) bool { return l.text != "" }))
}

func entryRows(entries []entry) func(func(Row, error) bool) {
	return func(yield func(Row, error) bool) {
		for _, e := range entries {
			cells := []string{e.author, e.role, ordinal(e.question), e.text, e.kind, ordinal(e.under), e.when, ordinal(e.comment)}
			if !yield(Row{Number: e.line, Cells: cells}, nil) {
				return
			}
		}
	}
}

func ordinal(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// joined makes paragraphs of lines: lines of one paragraph are joined by a
// space, paragraphs stay apart.
func joined(lines []line) string {
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
		gap = " "
	}
	return b.String()
}
