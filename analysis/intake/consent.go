package intake

import "strings"

// The first words of those who agree, folded, and words that take it back.
var (
	agreeing = phrases{"yes", "y", "si", "true", "1", "x", "checked", "selected", "agree", "i agree", "i consent", "i accept", "acepto", "autorizo", "doy permiso", "estoy de acuerdo", "de acuerdo",
		"ok", "okay", "sure", "of course", "you may", "permission granted", "quote me", "verdadero", "claro"}
	refusing = phrases{"not", "no", "dont", "never", "without", "nunca"}
)

// refusesQuotes reports whether a row's respondent was asked whether they may
// be quoted, and did not agree. An empty cell isn't agreement.
func (t *table) refusesQuotes(cells []string) bool {
	for i, c := range t.columns {
		if c.kind == ConsentColumn && !c.agrees(cell(cells, i)) {
			return true
		}
	}
	return false
}

// agrees reports whether a cell says yes: in words of agreement, or as a box
// that repeats its own label.
func (c *column) agrees(cell string) bool {
	folded := fold(cell)
	switch {
	case folded == "":
		return false
	case folded == c.folded, folded == fold(c.item):
		return true
	case refusing.in(folded):
		return false
	}
	for _, p := range agreeing {
		if folded == p || strings.HasPrefix(folded, p+" ") {
			return true
		}
	}
	return false
}
