package review

import (
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Said is what somebody, or the program, said of a comment. A review file has it
// in a cell beside what was decided since.
type Said struct {
	NoContent bool
	Codes     []Code   // in the order of the codebook
	Open      []string // themes that were left undecided
}

// Code returns the code of a theme; false where it was not given.
func (s *Said) Code(theme string) (Code, bool) {
	i := slices.IndexFunc(s.Codes, func(c Code) bool { return c.Theme == theme })
	if i < 0 {
		return Code{}, false
	}
	return s.Codes[i], true
}

// saidBy is what codings say, as a sheet shows them: each theme in one tone.
func saidBy(themes []codebook.Theme, codings []codebook.Coding, state survey.State) Said {
	s := Said{NoContent: state == survey.NoContent}
	for i, t := range themes {
		if tone, ok := codebook.ToneOf(codings, i); ok {
			s.Codes = append(s.Codes, Code{t.ID, tone, true})
		}
	}
	return s
}

// What a cell has where no theme was found.
const (
	nothingSaid = "no theme"
	ticked      = "x"
)

// String writes what was said, as parseSaid reads it: "trust: praise; food: wish".
func (s *Said) String() string {
	var all []string
	for _, c := range s.Codes {
		all = append(all, c.Theme+": "+c.cell())
	}
	for _, theme := range s.Open {
		all = append(all, theme+": "+Undecided)
	}
	switch {
	case len(all) > 0:
		return strings.Join(all, "; ")
	case s.NoContent:
		return noContent
	}
	return nothingSaid
}

// cell is what a sheet has under the theme.
func (c Code) cell() string {
	if c.Toned {
		return c.Tone.String()
	}
	return ticked
}

// parseSaid reads what String wrote, without themes that keep says to leave out.
// It is nil where the cell says something else, be it a person's own words.
func parseSaid(cell string, keep func(theme string) bool) *Said {
	s := &Said{}
	switch cell {
	case noContent:
		s.NoContent = true
		return s
	case nothingSaid:
		return s
	}
	for _, one := range strings.Split(cell, "; ") {
		at := strings.LastIndex(one, ": ")
		if at < 0 {
			return nil
		}
		theme, mark := one[:at], one[at+len(": "):]
		if isOpen(mark) {
			if keep(theme) {
				s.Open = append(s.Open, theme)
			}
			continue
		}
		code, found, err := parseCode(theme, mark)
		if err != nil || !found {
			return nil
		}
		if keep(theme) {
			s.Codes = append(s.Codes, code)
		}
	}
	return s
}
