package intake

import "fmt"

// known is what a plan knows of columns, by their folded headers.
type known struct {
	questions map[string]*Known
	given     map[*Known]*given // their choices; nil where the plan lists none
	uses      map[string]ColumnKind
	headers   []string // of all files
	met       map[string]bool
}

// newKnown puts the plan's questions and uses in order. It refuses two that
// claim one header.
func newKnown(plan *Plan) (*known, error) {
	k := &known{questions: map[string]*Known{}, given: map[*Known]*given{}, uses: map[string]ColumnKind{}, met: map[string]bool{}}
	ids := map[string]bool{}
	for i := range plan.Questions {
		q := &plan.Questions[i]
		if err := k.addQuestion(q); err != nil {
			return nil, err
		}
		switch {
		case q.ID == "":
		case reservedIDs[q.ID]:
			return nil, fmt.Errorf("the question %q can't have the ID %q, which means something else: give it another", q.title(), q.ID)
		case ids[q.ID]:
			return nil, fmt.Errorf("two questions have the ID %q: give one of them another", q.ID)
		}
		ids[q.ID] = true
	}
	for _, u := range append(plan.Columns, plan.Waves.use()...) {
		key := textKey(u.Header)
		if k.questions[key] != nil {
			return nil, fmt.Errorf("the column %q is named as one of a question and as %s: keep one of the two", u.Header, u.Kind)
		}
		k.uses[key] = u.Kind
	}
	return k, nil
}

func (k *known) addQuestion(q *Known) error {
	switch q.Kind {
	case "", OpenColumn, SingleColumn, MultipleColumn, ScaleColumn, NumberColumn, DateColumn, AttributeKind:
	default:
		return fmt.Errorf("the question %q can't be of kind %q, which is for columns that answer no question", q.title(), q.Kind)
	}
	if q.Kind == ScaleColumn && len(q.Choices) > maxLevels {
		return fmt.Errorf("the question %q lists %d choices, and a scale has at most %d: take it for single", q.title(), len(q.Choices), maxLevels)
	}
	k.given[q] = newGiven(q.Choices)
	for _, h := range q.headers() {
		key := textKey(h)
		if other := k.questions[key]; other != nil && other != q {
			return fmt.Errorf("the column %q is named in two questions, %q and %q: keep it in one", h, other.title(), q.title())
		}
		k.questions[key] = q
	}
	return nil
}

// title is what messages call the question.
func (q *Known) title() string {
	switch {
	case q.Text != "":
		return q.Text
	case len(q.Headers) > 0:
		return q.Headers[0]
	}
	return q.ID
}

// headers are those of the question's columns.
func (q *Known) headers() []string {
	if len(q.Headers) == 0 && q.Text != "" {
		return []string{q.Text}
	}
	return q.Headers
}

// textKey is what texts are compared by: their words, or their signs where they have
// no words.
func textKey(text string) string {
	if key := fold(text); key != "" {
		return key
	}
	return text
}

// question returns the question that the plan knows by that text, or nil.
func (k *known) question(text string) *Known {
	key := textKey(text)
	q := k.questions[key]
	if q != nil {
		k.met[key] = true
	}
	return q
}

// tell notes on a column what the plan knows of it.
func (k *known) tell(c *column) {
	k.headers = append(k.headers, c.name)
	c.known = k.question(c.name)
	key := textKey(c.name)
	if use, ok := k.uses[key]; ok {
		c.use = use
		k.met[key] = true
	}
}

// tellSpread notes on the columns of questions that spread over several what
// the plan knows of the question or of the column's part. It is called once
// the choices with a column each are found.
func (k *known) tellSpread(columns []*column) {
	for _, c := range columns {
		if c.known != nil || c.use != "" || c.item == "" {
			continue
		}
		ticked := c.box || !c.written && !specifyWords.in(c.folded)
		if q := k.questions[textKey(c.head)]; q != nil && ticked && (c.box || q.Kind == MultipleColumn) {
			c.known, c.box = k.question(c.head), true
		} else if !c.box {
			c.known = k.question(c.item)
		}
	}
}
