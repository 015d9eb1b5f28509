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
	known   *Known
	given   *given // the choices that the plan lists; nil for none
	posings []posing
	scale   *scale
	posed   bool           // a post asks it, and is answered in words
	place   map[string]int // of a choice by its label
	levels  [maxLevels]int // of a scale: the place of each level, or -1
	split   *splitter
}

// A questionnaire gathers the questions of all tables. The first two are the
// role and the file; the wave, where one is known, is the third.
type questionnaire struct {
	questions []*question
	byText    map[string]int
	byKnown   map[*Known]int
	guessed   map[string]bool  // texts that were taken for those of questions they are near
	byWording map[string][]int // those that others may be near, by the keys of their wordings
	ids       map[string]int   // taken, each with the number that is free behind it
	known     *known
}

// The places of the questions that every survey has, and of the wave.
const (
	rolePlace = iota
	filePlace
	wavePlace
)

// reservedIDs are those of questions that aren't columns'.
var reservedIDs = map[string]bool{survey.RoleID: true, survey.FileID: true, survey.WaveID: true, postID: true}

func newQuestionnaire(files, waves []string, k *known) *questionnaire {
	q := &questionnaire{
		byText: map[string]int{}, byKnown: map[*Known]int{}, guessed: map[string]bool{}, byWording: map[string][]int{}, ids: map[string]int{}, known: k,
	}
	for id := range reservedIDs {
		q.ids[id] = 2
	}
	for _, known := range k.questions {
		q.ids[known.ID] = 2
	}
	q.questions = []*question{
		rolePlace: {Question: survey.Question{ID: survey.RoleID, Text: "Role", Kind: survey.Multiple, Use: survey.RoleUse, Choices: survey.Roles()}},
		filePlace: {Question: survey.Question{ID: survey.FileID, Text: "File", Kind: survey.Multiple, Use: survey.FileUse, Choices: files}},
	}
	if len(waves) > 0 {
		q.questions = append(q.questions, &question{Question: survey.Question{ID: survey.WaveID, Text: "Wave", Kind: survey.Single, Use: survey.WaveUse, Choices: waves}})
	}
	return q
}

// ask returns the index of the question with that text, new if need be.
// Questions are the same where the plan says so, or where their texts are but
// for case and punctuation. The ID of an item of a question names both.
func (q *questionnaire) ask(text, item string) int {
	if k := q.known.question(text); k != nil {
		return q.askKnown(k, text)
	}
	key := textKey(text)
	i, ok := q.byText[key]
	if !ok {
		i = len(q.questions)
		q.byText[key] = i
		q.questions = append(q.questions, &question{Question: survey.Question{ID: q.unique(id(text, item)), Text: text}})
	}
	return i
}

// askKnown returns the index of a question of the plan.
func (q *questionnaire) askKnown(k *Known, text string) int {
	i, ok := q.byKnown[k]
	if !ok {
		i = len(q.questions)
		q.byKnown[k] = i
		asked := &question{Question: survey.Question{ID: k.ID, Text: k.Text}, known: k, given: q.known.given[k]}
		if k.Text == "" {
			asked.Text = text
		}
		if k.ID == "" {
			asked.ID = q.unique(id(asked.Text, ""))
		}
		q.questions = append(q.questions, asked)
	}
	return i
}

// add lets the columns of a table ask their questions.
func (q *questionnaire) add(t *table) {
	taken := q.taken(t.columns)
	for _, c := range t.columns {
		c.asked = -1
		if !c.asks() {
			continue
		}
		c.asked = q.place(t, c, taken)
		asked := q.questions[c.asked]
		asked.columns = append(asked.columns, c)
		text, _ := c.question()
		q.pose(c.asked, text, t)
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
		if i, ok := q.byKnown[c.known]; ok {
			c.asked = i
		} else if i, ok := q.byText[textKey(c.name)]; ok {
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
	for _, asked := range q.questions {
		if asked.known != nil {
			pair(all, asked.ID, asked.known.Mirror)
		}
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
