package study

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// unreadable says on which line a file ceases to be YAML, and what a person most
// likely did there.
func (p *page) unreadable(data []byte, err error) error {
	var at *yaml.LoadError
	if !errors.As(err, &at) || at.Mark.Line < 1 {
		return fmt.Errorf("%s: not readable: %w", p.name, err)
	}
	lines := strings.Split(string(data), "\n")
	line, advice := slip(lines[:min(at.Mark.Line, len(lines))])
	if advice == "" {
		line, advice = at.Mark.Line, "look for a missing quote, colon or dash on this line or the one before"
	}
	return fmt.Errorf("%s:%d: not readable: %s (%s)", p.name, line, advice, at.Message)
}

// slip finds the likeliest mistake in the lines up to the one that could not be
// read, and the number of its line; "" where none is plain.
func slip(lines []string) (number int, advice string) {
	for i, l := range lines {
		if _, value := keyAndValue(l); opensQuote(value) {
			return i + 1, "the quote that opens on this line does not close: put one at its end"
		}
	}
	for i := max(0, len(lines)-2); i < len(lines); i++ {
		indent := lines[i][:len(lines[i])-len(strings.TrimLeft(lines[i], " \t"))]
		if strings.Contains(indent, "\t") {
			return i + 1, "the line begins with a tab: use spaces, as many as the lines beside it"
		}
	}
	if len(lines) == 0 {
		return 0, ""
	}
	last := lines[len(lines)-1]
	if key, value := keyAndValue(last); key != "" && strings.Contains(value, ": ") && !strings.ContainsAny(value[:1], "\"'[{") {
		return len(lines), fmt.Sprintf("a text with a colon in it goes in quotes: %s: %q", key, value)
	}
	return 0, ""
}

// keyAndValue takes a line apart; of an item of a list without a key, the value
// is all behind the dash.
func keyAndValue(line string) (key, value string) {
	line = strings.TrimSpace(line)
	if strings.HasPrefix(line, "#") {
		return "", ""
	}
	line = strings.TrimSpace(strings.TrimPrefix(line, "- "))
	if key, value, ok := strings.Cut(line, ": "); ok && !strings.ContainsAny(key, "\"'") {
		return key, strings.TrimSpace(value)
	}
	return "", line
}

// opensQuote reports whether a value begins with a quote that it doesn't close.
func opensQuote(value string) bool {
	if value == "" || value[0] != '"' && value[0] != '\'' {
		return false
	}
	quotes := strings.Count(value, value[:1]) - strings.Count(value, `\"`)
	return quotes%2 == 1
}
