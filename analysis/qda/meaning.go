package qda

import (
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/review"
	"commonground/analysis/survey"
)

// A meaning is what a code of a project stands for.
type meaning struct {
	kind meaningKind
	name string // of the code, or of the question
	code review.Code
}

type meaningKind uint8

const (
	unknownCode meaningKind = iota // no theme of the codebook
	themeCode
	questionCode
	checkedCode
	noContentCode
)

// meanings tells what the codes of a project stand for, by GUID.
type meanings struct {
	themes []codebook.Theme
	of     map[string]meaning
	coded  []bool // by theme: the project has it
}

func newMeanings(themes []codebook.Theme, codes []codebook.QDACode) *meanings {
	m := &meanings{themes: themes, of: map[string]meaning{}, coded: make([]bool, len(themes))}
	for i := range codes {
		m.add(&codes[i], "")
	}
	return m
}

// add adds a code and those within it.
func (m *meanings) add(c *codebook.QDACode, outer string) {
	theme := m.theme(c)
	m.of[bare(c.GUID)] = m.meaning(c, theme, outer)
	for i := range c.Codes {
		sub := &c.Codes[i]
		if tone, ok := toneOf(c.Name, sub); ok && theme >= 0 {
			m.of[bare(sub.GUID)] = meaning{themeCode, sub.Name, review.Code{Theme: m.themes[theme].ID, Tone: tone, Toned: true}}
			continue
		}
		m.add(sub, c.Name)
	}
}

func (m *meanings) meaning(c *codebook.QDACode, theme int, outer string) meaning {
	mark := described(c, markLabel)
	switch id := described(c, questionLabel); {
	case theme >= 0:
		m.coded[theme] = true
		return meaning{themeCode, c.Name, review.Code{Theme: m.themes[theme].ID}}
	case id != "":
		return meaning{kind: questionCode, name: id}
	case outer == questionsName:
		return meaning{kind: questionCode, name: c.Name}
	case mark == checkedName || outer == answersName && c.Name == checkedName:
		return meaning{kind: checkedCode, name: c.Name}
	case mark == noContentName || outer == answersName && c.Name == noContentName:
		return meaning{kind: noContentCode, name: c.Name}
	}
	return meaning{name: c.Name}
}

// theme is the theme of a code, by the ID in its description or by its name; -1
// for none. Some programs put the names of what a code lies in before its own.
func (m *meanings) theme(c *codebook.QDACode) int {
	name := c.Name
	if at := strings.LastIndex(name, "::"); at >= 0 {
		name = name[at+len("::"):]
	}
	id := c.ThemeID()
	return slices.IndexFunc(m.themes, func(t codebook.Theme) bool {
		if id != "" {
			return t.ID == id
		}
		return strings.EqualFold(name, t.Label) || strings.EqualFold(name, t.ID)
	})
}

// has reports whether some code has that meaning.
func (m *meanings) has(kind meaningKind) bool {
	for _, c := range m.of {
		if c.kind == kind {
			return true
		}
	}
	return false
}

// toneAmong returns the code that stands for several of one theme: that of the
// last that is not neutral, as codebook.ToneOf has it.
func toneAmong(codes []review.Code) review.Code {
	all := codes[0]
	for _, c := range codes[1:] {
		if c.Toned && (!all.Toned || c.Tone != survey.Neutral) {
			all = c
		}
	}
	return all
}
