package intake

import (
	"slices"

	"commonground/analysis/survey"
)

// keyColumn returns the place of the column that may tell respondents apart, or
// -1: their number, else their e-mail address.
func keyColumn(columns []*column) int {
	key, mail := -1, -1
	for i, c := range columns {
		switch {
		case c.use == RespondentID || c.given == RespondentID && c.use == "":
			return i
		case c.use != "" && c.use != Personal || c.known != nil:
		case key < 0 && c.given == "" && idNames.is(c.folded):
			key = i
		case mail < 0 && mailNames.is(c.folded):
			mail = i
		}
	}
	if key < 0 {
		return mail
	}
	return key
}

// take makes the column what the program says that it is, as far as its cells
// can be that.
func (c *column) take(kind ColumnKind) {
	switch {
	case kind == Personal || kind == IgnoredColumn:
		c.set(kind, survey.Open)
	case c.filled == 0:
		c.set(EmptyColumn, survey.Open)
	case kind == Timestamp && c.share(dateClass) < 0.5:
		c.set(IgnoredColumn, survey.Open)
	case kind == Timestamp:
		c.set(Timestamp, survey.Date)
		c.layout, _ = c.dates.layout(spanishDates.in(c.folded))
	case kind == AttributeKind:
		c.set(AttributeKind, survey.Single)
	case kind == RespondentID:
		c.set(Personal, survey.Open) // tells no respondents apart after all
	default:
		c.set(kind, survey.Open)
	}
}

// numbersRows reports whether the column counts the rows of the file.
func (c *column) numbersRows() bool {
	return rowNames.is(c.folded) && c.share(numberClass) == 1 && !c.numbers.fraction && (c.over || len(c.values) == c.looked)
}

// isPersonalItem reports whether the column is the part of a question that asks
// who the respondent is: "Contact - Name". A box to tick may be called "Phone".
func (c *column) isPersonalItem() bool {
	item := fold(c.item)
	if !personalNames.is(item) && !mailNames.is(item) || c.filled == 0 || !c.over && len(c.values)*2 <= c.looked {
		return false
	}
	return !c.onlyHolds(c.item) && c.scaleOf() == nil && !slices.ContainsFunc(c.values, func(v value) bool {
		return marks.is(fold(v.text)) || isUnmarked(v.text)
	})
}
