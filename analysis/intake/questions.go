package intake

import (
	"errors"
	"fmt"
	"strings"

	"commonground/analysis/survey"
)

// A question is one question of the survey and the columns that answer it, of
// all tables.
type question struct {
	survey.Question
	columns []*column
	scale   *scale
	posed   bool           // a post asks it, and is answered in words
	place   map[string]int // of a choice by its label
	levels  [maxLevels]int // of a scale: the place of each level, or -1
	split   *splitter
}

// A questionnaire gathers the questions of all tables. The first two are the
// role and the file.
type questionnaire struct {
	questions []*question
	byText    map[string]int
	ids       map[string]bool
}

// The places of the questions that every survey has.
const (
	rolePlace = iota
	filePlace
)

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
		all[i] = asked.Question
	}
	mirror(all)
	return all
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
