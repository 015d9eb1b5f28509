package intake

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// selfWords are in questions what the respondents are to the school, and
// selfEnds end them, folded.
var (
	selfWords = phrases{"are you connected", "you connected to", "connected to", "connection to", "your connection", "your relation", "your relationship", "relationship with", "of these are you",
		"of the following are you", "are you a", "are you an", "are you the", "you are a", "you are an", "i am the", "you represent", "your affiliation", "affiliation with", "filling out this", "completing this",
		"taking this survey", "answering as", "responding as", "respond as", "answer as", "describes you", "describe you", "su relacion", "su conexion", "su vinculo", "vinculo con", "usted es", "es usted", "responde como"}
	selfEnds = []string{"who are you", "which are you", "what are you", "you are", "i am", "quien es usted", "que es usted"}
)

// asksRole reports whether the heading asks what the respondents are to the
// school, whatever they answer.
func (c *column) asksRole() bool {
	return roleNames.is(c.folded) || roleWords.in(c.folded) || selfWords.in(c.folded) ||
		slices.ContainsFunc(selfEnds, func(end string) bool { return strings.HasSuffix(c.folded, " "+end) })
}

// isRole reports whether the cells say what the respondents are to the school.
// Where the heading doesn't ask for it, nearly all of them have to.
func (c *column) isRole() bool {
	if c.over || c.open || c.written || len(c.values) > 60 || c.meanWords() > 9 {
		return false
	}
	roles := 0
	for i := range c.values {
		if v := &c.values[i]; c.roles(v.text) != 0 {
			roles += v.n
		}
	}
	if c.asksRole() {
		return roles*2 >= c.looked
	}
	unasked := strings.Count(c.folded, " ") < 3 && !strings.Contains(c.head, "?") && c.meanWords() <= 6
	return unasked && roles*10 >= c.looked*9
}

// codesRoles reports whether the column asks for roles and holds numbers that
// stand for them.
func (c *column) codesRoles() bool {
	return c.asksRole() && !c.over && !c.numbers.fraction && c.numbers.low >= 0 && len(c.values) <= 12
}

// bothWords stand for two roles named elsewhere.
var bothWords = phrases{"both", "i am both", "im both", "both of these", "both of the above", "ambos", "ambas", "los dos", "las dos", "soy ambos", "soy ambas"}

// roles returns the roles that a cell names.
func (c *column) roles(cell string) roleSet {
	if bothWords.is(fold(cell)) {
		return c.both()
	}
	return statedRoles(cell)
}

// both are the two roles that the heading names, or else the other cells; of
// more that they name, parent and teacher.
func (c *column) both() roleSet {
	const two = 2
	if named := statedRoles(c.name); named.size() == two {
		return named
	}
	var named roleSet
	for i := range c.values {
		named |= statedRoles(c.values[i].text)
	}
	most := only(survey.Parent) | only(survey.Teacher)
	switch {
	case named.size() == two:
		return named
	case named&most == most:
		return most
	}
	return 0
}

// joinOtherRoles takes the words of those who chose "other" for a role, where
// they have a column of their own, for roles as well.
func joinOtherRoles(columns []*column) {
	for _, c := range columns {
		if c.kind != OpenColumn || !c.isOther() || c.use != "" || c.known != nil {
			continue
		}
		if of := c.beside(columns); of != nil && of.kind == RoleColumn {
			c.set(RoleColumn, survey.Open)
		}
	}
}

// noteRoles notes which columns ask for roles and hold codes of them.
func (t *table) noteRoles() {
	for _, c := range t.asking() {
		if c.kind == AttributeKind && c.share(numberClass) >= 0.9 && c.codesRoles() && c.known == nil {
			t.header.notes = append(t.header.notes, fmt.Sprintf("Column %q asks what people are to the school, and holds codes instead of words: "+
				"export the words of the answers, or put the survey's data dictionary beside the file. Until then nobody's role is known from it.", c.name))
		}
	}
}
