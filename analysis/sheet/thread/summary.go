package thread

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	respondentsRE = regexp.MustCompile(`(?i)^(?:total |number of )*(?:respondents|participants|responses received|encuestados|participantes)\s*[:=]\s*(\d[\d,]{0,8})`)
	highlightRE   = regexp.MustCompile(`(?i)^highlight(?:ed)?(?: statements?| comments?| quotes?| responses?)?:\s*(.*)$`)
)

func statedRespondents(post []line) int {
	for _, l := range post {
		if m := respondentsRE.FindStringSubmatch(l.text); m != nil {
			n, _ := strconv.Atoi(strings.ReplaceAll(m[1], ",", ""))
			return n
		}
	}
	return 0
}

// highlights are the paragraphs right below "Highlighted statement:".
func highlights(post []line) []Entry {
	var entries []Entry
	for i, l := range post {
		m := highlightRE.FindStringSubmatch(l.text)
		if m == nil {
			continue
		}
		if m[1] != "" {
			entries = append(entries, quoteEntry(Highlight, l.number, m[1]))
			continue
		}
		below := i + 1 + firstText(post[i+1:])
		for _, p := range paragraphs(post[min(below, len(post)):]) {
			text := joined(p, " ")
			if len(entries) > 0 && !isQuote(text) {
				break
			}
			entries = append(entries, quoteEntry(Highlight, p[0].number, text))
		}
	}
	return entries
}

func paragraphs(lines []line) [][]line {
	var all [][]line
	for len(lines) > 0 {
		n := slices.IndexFunc(lines, func(l line) bool { return l.text == "" })
		if n < 0 {
			n = len(lines)
		}
		if n > 0 {
			all = append(all, lines[:n])
		}
		lines = lines[min(n+1, len(lines)):]
	}
	return all
}

// findingsOf gives the numbered findings that have quotes under them, and the
// quotes.
func findingsOf(post []line) (findings []string, quotes []Entry) {
	var open []line // the numbered item whose quotes may follow
	under := 0      // 0 while the item has no quote
	for i := 0; i < len(post); i++ {
		text := post[i].text
		if _, _, rest, ok := numbered(text); ok {
			open, under = []line{{post[i].number, rest, false}}, 0
			continue
		}
		bullet := bulletRE.FindStringSubmatch(text)
		switch {
		case open == nil:
		case bullet != nil && isQuote(bullet[1]):
			if under == 0 {
				findings = append(findings, joined(open, " "))
				under = len(findings)
			}
			quote := []line{{post[i].number, bullet[1], false}}
			for i+1 < len(post) && continues(post[i+1].text) {
				i++
				quote = append(quote, post[i])
			}
			e := quoteEntry(Quote, quote[0].number, joined(quote, " "))
			e.Under = under
			quotes = append(quotes, e)
		case under == 0:
			open = append(open, post[i])
		case text != "":
			open = nil
		}
	}
	return findings, quotes
}

// continues reports whether a line goes on with the quote above it.
func continues(s string) bool {
	_, _, _, ok := numbered(s)
	return s != "" && !ok && !bulletRE.MatchString(s)
}

// lastQuote is the index of the last quote of a summary, or -1.
func lastQuote(lines []line) int {
	_, quotes := findingsOf(lines)
	if len(quotes) == 0 {
		return -1
	}
	n := quotes[len(quotes)-1].Line
	return slices.IndexFunc(lines, func(l line) bool { return l.number == n })
}

func isQuote(s string) bool {
	if strings.HasPrefix(s, "“") || strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "«") {
		return true
	}
	_, author, _ := cutSignature(s)
	return author != ""
}

func quoteEntry(kind Kind, number int, s string) Entry {
	text, author, role := cutSignature(s)
	return Entry{Line: number, Author: author, Role: role, Text: unquoted(text), Kind: kind}
}

// unquoted takes off the quotation marks around a quote, and leaves those within:
// a closing mark at the end may be that of an inner quote whose outer one was
// forgotten.
func unquoted(s string) string {
	for _, pair := range []struct{ open, close string }{{"“", "”"}, {`"`, `"`}, {"«", "»"}} {
		inner, ok := strings.CutPrefix(s, pair.open)
		if !ok {
			continue
		}
		opened, closed := strings.Count(inner, pair.open), strings.Count(inner, pair.close)
		if pair.open == pair.close {
			opened, closed = opened/2*2, opened
		}
		if closed > opened {
			inner = strings.TrimSuffix(inner, pair.close)
		}
		return strings.TrimSpace(inner)
	}
	return s
}
