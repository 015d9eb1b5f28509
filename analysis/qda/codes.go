package qda

import (
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// codes are all codes of a project, with the GUIDs of those that texts are given.
type codes struct {
	themes    []codebook.QDACode
	tones     [][]string         // by theme and tone
	ofThemes  map[string]bool    // those of tones
	questions []codebook.QDACode // by question
	checked   codebook.QDACode
	noContent codebook.QDACode
}

func (p *Project) newCodes() *codes {
	c := &codes{
		themes: p.Book.QDACodes(), tones: make([][]string, len(p.Book.Themes)), ofThemes: map[string]bool{},
		checked:   marking(checkedName, markLabel, checkedName),
		noContent: marking(noContentName, markLabel, noContentName),
	}
	at := map[string]int{}
	for i, t := range p.Book.Themes {
		at[t.ID] = i
	}
	c.addTones(c.themes, at)
	for _, q := range p.Survey.Questions {
		c.questions = append(c.questions, marking(q.Text, questionLabel, q.ID))
	}
	return c
}

// all is the tree of the codes, with the questions that were answered in words.
func (c *codes) all(asked []bool) []codebook.QDACode {
	group := func(name string, codes ...codebook.QDACode) codebook.QDACode {
		return codebook.QDACode{GUID: codebook.GUID("qda/group/" + name), Name: name, Codable: "false", Codes: codes}
	}
	tree := slices.Clone(c.themes)
	var questions []codebook.QDACode
	for i, q := range c.questions {
		if asked[i] {
			questions = append(questions, q)
		}
	}
	if len(questions) > 0 {
		tree = append(tree, group(questionsName, questions...))
	}
	return append(tree, group(answersName, c.checked, c.noContent))
}

// marking is a code of ours whose description says what it stands for.
func marking(name, label, value string) codebook.QDACode {
	return codebook.QDACode{GUID: codebook.GUID("qda/" + label + "/" + value), Name: name, Codable: "true", Description: label + ": " + value}
}

// addTones puts a code for each tone into those of the themes.
func (c *codes) addTones(tree []codebook.QDACode, at map[string]int) {
	for i := range tree {
		code := &tree[i]
		theme, ok := at[code.ThemeID()]
		if !ok {
			c.addTones(code.Codes, at)
			continue
		}
		c.tones[theme] = make([]string, len(survey.Tones()))
		for _, name := range orderedTones() {
			tone, _ := survey.ParseTone(name)
			sub := codebook.QDACode{
				GUID: codebook.GUID("qda/tone/" + code.GUID + "/" + name), Name: toneName(code.Name, name), Codable: "true",
				Description: toneLabel + ": " + name,
			}
			c.tones[theme][tone], c.ofThemes[sub.GUID] = sub.GUID, true
			code.Codes = append(code.Codes, sub)
		}
	}
}

// orderedTones are the tones in the order in which people choose among them.
func orderedTones() []string {
	return []string{survey.Praise.String(), survey.Concern.String(), survey.Wish.String(), survey.Neutral.String()}
}

// toneName is the name of the code of a theme's tone. Some programs ask that
// names be unique.
func toneName(theme, tone string) string { return theme + ": " + tone }

// toneOf reports whether a code within that of a theme is of a tone: by its
// description, or by its name.
func toneOf(theme string, code *codebook.QDACode) (survey.Tone, bool) {
	if tone, ok := survey.ParseTone(described(code, toneLabel)); ok {
		return tone, true
	}
	name, ok := strings.CutPrefix(code.Name, theme)
	tone, named := survey.ParseTone(strings.ToLower(strings.TrimLeft(name, ": ")))
	return tone, ok && named
}

// described is what a code's description says behind a label, or "".
func described(code *codebook.QDACode, label string) string {
	for l := range strings.Lines(code.Description) {
		if name, value, ok := strings.Cut(l, ":"); ok && strings.TrimSpace(name) == label {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
