package chart

import (
	"math"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
)

// Alt returns the words that stand for the chart of f where it can't be seen,
// in that language: what is drawn and its first rows. It is empty for what isn't
// Drawable.
func Alt(f *findings.Finding, l say.Language) string {
	v, err := newView(f, l)
	if err != nil || v.numbers() == 0 {
		return ""
	}
	return v.alt()
}

func (v *view) alt() string {
	subject := v.figure.Title
	if subject == "" {
		subject = v.finding.Title
	}
	text := v.lang.Say(kinds[v.kind].name) + ": " + trim(subject) + ". "
	said := v.first(3)
	if peak := v.peak(); v.kind == findings.Heat && peak != "" {
		said = peak
	}
	return printable(text + said + ". " + v.figure.Caption)
}

// first puts the first rows into words, and counts the others.
func (v *view) first(most int) string {
	var said []string
	for _, r := range v.rows[:min(most, len(v.rows))] {
		said = append(said, v.say(r))
	}
	if rest := len(v.rows) - most; rest > 0 {
		said = append(said, v.lang.Sayf("and %s more", findings.Count.Text(float64(rest))))
	}
	return strings.Join(said, "; ")
}

// peak names the greatest number of a heat map, if it has a pair.
func (v *view) peak() string {
	greatest, said := math.Inf(-1), ""
	for _, r := range v.rows {
		for j, c := range r.cells {
			if shown(c) && !v.itself(r, j) && c.Number > greatest {
				greatest = c.Number
				said = v.lang.Sayf("The greatest is %s by %s, %s", trim(r.label), trim(v.columns[j].Name), v.text(j, c))
			}
		}
	}
	return said
}

// say puts a row into words: "Trust 36%", or "Trust: parent 40%, teacher withheld".
func (v *view) say(r row) string {
	var said []string
	for j, c := range r.cells {
		value := v.text(j, c)
		if c.Hidden {
			value = v.lang.Say("withheld")
		}
		if value == "" {
			continue
		}
		if len(r.cells) > 1 {
			value = v.columns[j].Name + " " + value
		}
		said = append(said, value)
	}
	if len(said) == 0 {
		return v.lang.Sayf("%s without a number", trim(r.label))
	}
	if len(r.cells) == 1 {
		return trim(r.label) + " " + strings.Join(said, "")
	}
	return trim(r.label) + ": " + strings.Join(said, ", ")
}

// trim takes the full stop off a sentence that goes on.
func trim(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".") }

// printable returns text on one line, without what XML can't hold.
func printable(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, ""), func(r rune) bool {
		return r == ' ' || r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF
	}), " ")
}
