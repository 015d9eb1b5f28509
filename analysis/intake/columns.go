package intake

import (
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// A column is one column of a table and what it was taken for.
type column struct {
	heading
	profile
	folded  string     // the heading's name
	given   ColumnKind // as the program that wrote the file names its columns, or ""
	known   *Known     // what the plan knows of the question, or nil
	use     ColumnKind // as the plan says, or ""
	kind    ColumnKind
	shape   survey.Kind // of the question that the column answers, if it does
	scale   *scale      // of a Scale
	levels  wordings    // of the levels of the scale
	leaning *scale      // that most cells are answers on, of a Single
	split   *splitter   // of a Multiple whose cells name several choices
	several bool        // a respondent may have several cells
	box     bool        // one choice of a Multiple: item is chosen where the cell is filled
	layout  int         // of a Timestamp or Date
	asked   int         // index of the question, or -1
	by      bool        // named by the plan as a group
}

// asks reports whether the column's cells answer a question.
func (c *column) asks() bool {
	switch c.kind {
	case OpenColumn, SingleColumn, MultipleColumn, ScaleColumn, NumberColumn, DateColumn, AttributeKind:
		return true
	}
	return false
}

// namesRoles reports whether the cells of a column say what people are, and not
// who.
func (c *column) namesRoles() bool {
	return len(c.values) > 0 && !slices.ContainsFunc(c.values, func(v value) bool { return statedRoles(v.text) == 0 })
}

// set gives the column a kind, and its question a shape.
func (c *column) set(kind ColumnKind, shape survey.Kind) {
	c.kind, c.shape = kind, shape
}

// recognise tells what a column holds from its heading and its cells. The key
// column, if there is one, tells the respondents apart.
func (c *column) recognise(key bool) {
	switch {
	case key && !mailNames.is(c.folded):
		c.set(RespondentID, survey.Open)
	case c.given != "":
		c.take(c.given)
	case isPersonalHeading(c.folded) || c.holdsPersons() || c.isPersonalItem():
		c.set(Personal, survey.Open)
	case c.filled == 0:
		c.set(EmptyColumn, survey.Open)
	case c.isTimestamp():
		c.set(Timestamp, survey.Date)
		c.layout, _ = c.dates.layout(spanishDates.in(c.folded))
	case c.isStatus():
		c.set(StatusColumn, survey.Open)
	case c.isDuration():
		c.set(DurationColumn, survey.Open)
	case c.isConsent():
		c.set(ConsentColumn, survey.Open)
	case c.double || ignoredNames.is(c.folded) || c.numbersRows():
		c.set(IgnoredColumn, survey.Open)
	case c.isRole():
		c.set(RoleColumn, survey.Open)
	default:
		c.recogniseQuestion()
	}
}

// recogniseQuestion tells how the column's question is answered.
func (c *column) recogniseQuestion() {
	switch {
	case c.comma == "," && c.parts[1].codes():
		c.set(MultipleColumn, survey.Multiple)
		c.split = c.parts[1].splitter(c.comma)
	case c.share(numberClass) >= 0.9:
		c.recogniseNumbers()
	case c.share(dateClass) >= 0.9:
		c.set(DateColumn, survey.Date)
		c.layout, _ = c.dates.layout(spanishDates.in(c.folded))
	case specifyWords.in(c.folded) || c.written && !isAttributeHeading(c.folded):
		c.set(OpenColumn, survey.Open)
	default:
		c.recogniseWords()
	}
	switch {
	case !isAttributeHeading(c.folded) || c.kind == ScaleColumn || c.kind == Personal:
	case c.kind != OpenColumn:
		c.kind = AttributeKind
	case c.over && c.meanWords() < 6:
		c.set(Personal, survey.Open) // a fact, but of too many wordings to make groups
	}
}

func (c *column) recogniseWords() {
	if s := c.scaleOf(); s != nil {
		c.setScale(s)
		return
	}
	single := c.isSingle()
	for i, sep := range c.separators() {
		if c.isMultiple(i, single) {
			c.set(MultipleColumn, survey.Multiple)
			c.split = c.parts[i].splitter(sep)
			return
		}
	}
	switch {
	case single && c.several:
		c.set(MultipleColumn, survey.Multiple)
	case single:
		c.set(SingleColumn, survey.Single)
		c.leaning = c.scaleWithin(3)
	case c.over && c.meanWords() < 2.2 && !openWords.in(c.folded):
		c.set(Personal, survey.Open) // as many names or codes as rows
	default:
		c.set(OpenColumn, survey.Open)
	}
}

// isMultiple reports whether the cells are several choices each, joined by a
// separator. The heading may say so; else commas in single choices are likelier.
func (c *column) isMultiple(separator int, single bool) bool {
	p, sep := &c.parts[separator], c.separators()[separator]
	if severalWords.in(c.folded) && p.joined > 0 && len(p.order) <= maxParts {
		return true
	}
	return p.multiple(sep) && !(single && sep != ";" && len(c.values) <= p.size())
}

// isSingle reports whether the cells are one choice each, of a few.
func (c *column) isSingle() bool {
	different, cells := len(c.values), c.looked
	if c.open || c.over || different > 60 && different*10 > cells {
		return false
	}
	repeated := different*3 <= cells
	if !repeated && c.sentences() {
		return false
	}
	short := c.meanWords() <= 4
	switch {
	case isAttributeHeading(c.folded):
		return short && (different <= 30 || repeated)
	case askWords.begin(c.folded):
		return repeated && c.meanWords() <= 10
	case closedWords.in(c.folded):
		return repeated || short && (different <= 8 || different*2 <= cells)
	case openWords.in(c.folded):
		return repeated && different <= 12 && c.meanWords() <= 10
	case repeated:
		return c.meanWords() <= 12
	}
	return c.meanWords() <= 2.5 && (different*2 <= cells || different <= 6)
}

// sentences reports whether most different cells end as sentences do.
func (c *column) sentences() bool {
	n := 0
	for i := range c.values {
		if strings.HasSuffix(c.values[i].text, ".") || strings.HasSuffix(c.values[i].text, "!") {
			n++
		}
	}
	return n*2 > len(c.values)
}

func (c *column) recogniseNumbers() {
	n := c.numbers
	whole := !n.fraction && n.low >= 0
	switch {
	case isAttributeHeading(c.folded) && !c.over && len(c.values) <= 30 && !countWords.in(c.folded):
		c.set(SingleColumn, survey.Single)
	case c.codesRoles():
		c.set(AttributeKind, survey.Single)
	case whole && n.high <= 1 && !countWords.in(c.folded):
		c.set(SingleColumn, survey.Single)
	case whole && (n.low > 0 || n.high > 5) && n.high <= 10 && !c.over && !countWords.in(c.folded) && !countWords.in(fold(c.head)):
		c.setScale(numberScale)
	default:
		c.set(NumberColumn, survey.Number)
	}
}

// holdsPersons reports whether most cells are e-mails, addresses or phone
// numbers, or different answers to a question like "What is your name?".
func (c *column) holdsPersons() bool {
	if c.filled == 0 {
		return false
	}
	if c.share(mailClass)+c.share(addressClass)+c.share(phoneClass) >= 0.7 {
		return true
	}
	return personalWords.in(c.folded) && c.meanWords() <= 4 && (c.over || len(c.values)*2 > c.looked)
}

func (c *column) isTimestamp() bool {
	if c.share(dateClass) < 0.5 {
		return false
	}
	return timestampNames.is(c.folded) || c.dates.timed && c.share(dateClass) >= 0.9 && !strings.Contains(c.head, "?")
}
