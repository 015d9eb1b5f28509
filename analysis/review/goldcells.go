package review

import (
	"fmt"
	"strings"

	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// parseCode understands what a person puts under a theme; found is false for
// what says that the theme isn't there.
func parseCode(theme, cell string) (c Code, found bool, err error) {
	c.Theme = theme
	word := strings.ToLower(strings.TrimSpace(cell))
	if tone, ok := parseTone(word); ok {
		c.Tone, c.Toned = tone, true
		return c, true, nil
	}
	if is, ok := parseMark(word); ok {
		return c, is, nil
	}
	return c, false, fmt.Errorf("%q is not a tone: write praise, concern, wish or neutral (or elogio, preocupación, deseo), x for the theme alone, nothing where it has not the theme, or ? to leave that open", cell)
}

// parseTone understands the name of a tone, in English and as a report in Spanish
// has it.
func parseTone(word string) (survey.Tone, bool) {
	for i, name := range survey.Tones() {
		if word == name || text.Fold(word) == text.Fold(say.Spanish.Say(name)) {
			return survey.Tone(i), true
		}
	}
	return survey.Neutral, false
}

// isOpen reports whether what stands under a theme leaves it undecided: a
// question mark, behind what the program says or alone.
func isOpen(cell string) bool { return strings.HasSuffix(strings.TrimSpace(cell), Undecided) }

// Undecided marks a theme on which nobody has decided yet.
const Undecided = "?"

// parseMark understands a box that is ticked or not.
func parseMark(cell string) (ticked, ok bool) {
	switch strings.ToLower(strings.TrimSpace(cell)) {
	case "", "0", "no", "false", "-":
		return false, true
	case "1", "x", "yes", "true", "✓", "✔", "sí", "si":
		return true, true
	}
	return false, false
}
