package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A longTable is a table with a row for each answer: who, which question, what.
// Its rows are read as rows of a wide table, which gets a column for each
// question that comes up.
type longTable struct {
	who, question, answer int             // columns of the file
	at                    map[string]int  // the wide table's column of a question
	person                string          // of the row before
	asked                 map[string]bool // the person's questions so far
}

// maxLong bounds the questions of a long table; more are likely answers.
const maxLong = 400

var (
	whoNames      = phrases{"respondent", "person", "user", "record", "submission", "name", "encuestado", "persona", "nombre"}
	questionNames = phrases{"question", "question text", "questiontext", "question label", "item", "item text", "prompt", "field name", "pregunta", "texto de la pregunta"}
	answerNames   = phrases{"answer", "answer text", "answertext", "response", "response text", "responsetext", "value", "respuesta", "texto de la respuesta"}
	answerIDs     = phrases{"question id", "questionid", "question number", "question no", "question order", "question type", "answer id", "answerid", "item id"}
)

// newLongTable returns the long table that columns are the header of, or nil.
func newLongTable(columns []*column) *longTable {
	named := func(names phrases) int {
		return slices.IndexFunc(columns, func(c *column) bool { return names.is(c.folded) })
	}
	l := &longTable{who: keyColumn(columns), question: named(questionNames), answer: named(answerNames), at: map[string]int{}}
	if l.who < 0 {
		l.who = named(whoNames)
	}
	if l.who < 0 || l.question < 0 || l.answer < 0 || len(columns) > 12 {
		return nil
	}
	for i, c := range columns {
		if i == l.question || i == l.answer || answerIDs.is(c.folded) {
			c.given = IgnoredColumn
		}
	}
	return l
}

var errNoQuestionNamed = errors.New("the row names no question")

// widen turns a row of a long table into one of the wide table.
func (t *table) widen(cells []string) ([]string, error) {
	l := t.long
	question, answer := cell(cells, l.question), cell(cells, l.answer)
	if question == "" {
		return nil, errNoQuestionNamed
	}
	key := label(question)
	i, ok := l.at[key]
	if !ok {
		if len(l.at) == maxLong {
			return nil, fmt.Errorf("the question %q is one more than the %d that are read", question, maxLong)
		}
		i = len(t.columns)
		l.at[key] = i
		text := strings.Clone(question)
		t.columns = append(t.columns, &column{heading: heading{name: text, code: text, head: text}, folded: fold(text), asked: -1})
	}
	if answer == "" {
		return cells, nil
	}
	if who := cell(cells, l.who); who != l.person || l.asked == nil {
		l.person, l.asked = strings.Clone(who), map[string]bool{}
	}
	t.columns[i].several = t.columns[i].several || l.asked[key]
	l.asked[key] = true
	cells[l.question], cells[l.answer] = "", ""
	for len(cells) <= i {
		cells = append(cells, "")
	}
	cells[i] = answer
	t.scratch = cells
	return cells, nil
}
