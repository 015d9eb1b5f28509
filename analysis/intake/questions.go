package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// A question is one question of the survey and the columns that answer it, of
// all tables.
type question struct {
	survey.Question
	columns []*column
	scale   *scale
	place   map[string]int // of a choice by its label; of a scale's level by levelKey
	split   *splitter
}

// A questionnaire gathers the questions of all tables. The first two are the
// role and the file.
type questionnaire struct {
	questions []*question
	byText    map[string]int
	ids       map[string]bool
}

func newQuestionnaire(files []string) *questionnaire {
	q := &questionnaire{byText: map[string]int{}, ids: map[string]bool{survey.RoleID: true, survey.FileID: true, postID: true}}
	q.questions = []*question{
		{Question: survey.Question{ID: survey.RoleID, Text: "Role", Kind: survey.Multiple, Use: survey.RoleUse, Choices: survey.Roles()}},
		{Question: survey.Question{ID: survey.FileID, Text: "File", Kind: survey.Multiple, Use: survey.FileUse, Choices: files}},
	}
	return q
}

// ask returns the index of the question with that text, new if need be.
// Questions are the same where their texts are but for case and punctuation.
// The ID of an item of a question names both.
func (q *questionnaire) ask(text, item string) int {
	key := fold(text)
	if key == "" {
		key = text
	}
	i, ok := q.byText[key]
	if !ok {
		i = len(q.questions)
		q.byText[key] = i
		q.questions = append(q.questions, &question{Question: survey.Question{ID: q.unique(id(text, item)), Text: text}})
	}
	return i
}

func (q *questionnaire) unique(id string) string {
	base := id
	for n := 2; q.ids[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	q.ids[id] = true
	return id
}

// The greatest length of a question's ID but for a number behind it, and of
// the question's part where it names an item as well.
const (
	maxID     = 48
	maxIDHead = 24
)

// id returns the ID for a question: its first words, and those of its item.
func id(text, item string) string {
	if item == "" {
		return slug(text, maxID)
	}
	head := slug(strings.TrimSuffix(text, item), maxIDHead)
	return head + "-" + slug(item, maxID-len(head)-1)
}

// slug returns a text as lower-case words joined by hyphens, cut behind a word.
func slug(text string, most int) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(fold(text)) {
		word = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, word)
		if word == "" {
			continue
		}
		if b.Len() > 0 {
			if b.Len()+1+len(word) > most {
				break
			}
			b.WriteByte('-')
		}
		b.WriteString(word[:min(len(word), most)])
	}
	if b.Len() == 0 {
		return "question"
	}
	return b.String()
}

// add lets the columns of a table ask their questions.
func (q *questionnaire) add(columns []*column) {
	for _, c := range columns {
		c.asked = -1
		if !c.asks() {
			continue
		}
		if c.box {
			c.asked = q.ask(c.head, "")
		} else {
			c.asked = q.ask(c.name, c.item)
		}
		asked := q.questions[c.asked]
		asked.columns = append(asked.columns, c)
		if c.kind == AttributeKind {
			asked.Use = survey.Attribute
		}
	}
}

// addEmpty lets the empty columns of a table belong to questions that others
// were asked in another.
func (q *questionnaire) addEmpty(columns []*column) {
	for _, c := range columns {
		if c.kind != EmptyColumn {
			continue
		}
		if i, ok := q.byText[fold(c.name)]; ok {
			c.asked = i
		}
	}
}

// finish decides the kind of each question by all of its columns, and puts its
// choices in order.
func (q *questionnaire) finish() []survey.Question {
	all := make([]survey.Question, len(q.questions))
	for i, asked := range q.questions {
		if len(asked.columns) > 0 {
			asked.decide()
		}
		if asked.Kind == survey.Open {
			asked.Slant = slant(asked.Text)
		}
		all[i] = asked.Question
	}
	mirror(all)
	return all
}

// decide settles the question's kind. Where its columns seem of different
// kinds, the one is taken that loses least of what they hold.
func (a *question) decide() {
	a.Kind = a.shape()
	switch a.Kind {
	case survey.Scale:
		a.listLevels()
	case survey.Single, survey.Multiple:
		a.listChoices()
	}
	for _, c := range a.columns {
		if c.shape != a.Kind && c.kind != AttributeKind {
			c.kind = kindOf[a.Kind]
		}
	}
}

var kindOf = [...]ColumnKind{survey.Open: OpenColumn, survey.Single: SingleColumn, survey.Multiple: MultipleColumn,
	survey.Scale: ScaleColumn, survey.Number: NumberColumn, survey.Date: DateColumn}

func (a *question) shape() survey.Kind {
	has := [len(kindOf)]bool{}
	over := false
	for _, c := range a.columns {
		has[c.shape] = true
		over = over || c.over
		if c.scale != nil && a.scale == nil {
			a.scale = c.scale
		}
		if c.split != nil && a.split == nil {
			a.split = c.split
		}
	}
	first := a.columns[0].shape
	same := !slices.ContainsFunc(a.columns, func(c *column) bool { return c.shape != first || c.scale != a.scale })
	switch {
	case same:
		return first
	case has[survey.Open] || has[survey.Date]:
		return survey.Open
	case has[survey.Multiple]:
		return survey.Multiple
	case a.scale != nil && !slices.ContainsFunc(a.columns, func(c *column) bool { return !c.on(a.scale) }):
		return survey.Scale
	case has[survey.Number] && !has[survey.Single] && a.scale == numberScale:
		return survey.Number
	case over:
		return survey.Open
	}
	return survey.Single
}

// listLevels makes the scale's levels the choices, lowest first.
func (a *question) listLevels() {
	var all wordings
	for _, c := range a.columns {
		if c.scale == nil {
			c.setScale(a.scale)
		}
		all.add(&c.levels)
	}
	a.place = map[string]int{}
	for level, text := range all {
		if text != "" {
			a.place[levelKey(level)] = len(a.Choices)
			a.Choices = append(a.Choices, text)
		}
	}
}

// levelKey is the key of a scale's level in question.place.
func levelKey(level int) string { return string(rune(level)) }

// listChoices gathers the choices from the columns' cells.
func (a *question) listChoices() {
	var found []string
	seen := map[string]bool{}
	add := func(choice string) {
		if key := label(choice); !seen[key] {
			seen[key] = true
			found = append(found, choice)
		}
	}
	boxes := false
	for _, c := range a.columns {
		if c.box {
			boxes = true
			add(c.item)
			continue
		}
		for i := range c.values {
			for _, choice := range a.choicesIn(c.values[i].text) {
				add(choice)
			}
		}
	}
	a.place = make(map[string]int, len(found))
	order := sortChoices(found)
	for i, from := range order {
		if boxes {
			from = i // as in the file
		}
		a.place[label(found[from])] = i
		a.Choices = append(a.Choices, found[from])
	}
}

// choicesIn returns the choices that a cell names.
func (a *question) choicesIn(cell string) []string {
	if isUnanswered(cell) {
		return nil
	}
	if a.Kind == survey.Multiple && a.split != nil {
		return a.split.choices(cell)
	}
	return []string{cell}
}

// picks returns the choices that a cell names by their places, ascending.
func (a *question) picks(cell string) []int {
	var picks []int
	if a.Kind == survey.Scale {
		if level := a.scale.level(cell); level >= 0 {
			if i, ok := a.place[levelKey(level)]; ok {
				picks = append(picks, i)
			}
		}
		return picks
	}
	for _, choice := range a.choicesIn(cell) {
		if i, ok := a.place[label(choice)]; ok && !slices.Contains(picks, i) {
			picks = append(picks, i)
		}
	}
	slices.Sort(picks)
	return picks
}

// picksOfBox returns the place of the choice that has a column of its own.
func (a *question) picksOfBox(item string) []int {
	if i, ok := a.place[label(item)]; ok {
		return []int{i}
	}
	return nil
}

// errNoQuestion says which columns were looked at in vain.
func errNoQuestion(reads []Read) error {
	var seen []string
	for i := range reads {
		for _, c := range reads[i].Columns {
			seen = append(seen, fmt.Sprintf("%q (%s)", c.Name, c.Kind))
		}
	}
	if len(seen) == 0 {
		return errors.New("no question was found")
	}
	const most = 20
	more := ""
	if len(seen) > most {
		more = fmt.Sprintf(" and %d more", len(seen)-most)
		seen = seen[:most]
	}
	return fmt.Errorf("no question was found among the columns %s%s; name one to group answers by with --by COLUMN", strings.Join(seen, ", "), more)
}
