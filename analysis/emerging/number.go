package emerging

import (
	"strings"

	"commonground/analysis/survey"
)

// number returns what a folded word has in common with the same word of one, or
// of several: "grade" of "grades", "lapiz" of "lapices". It need not be a word.
func number(w string, lang survey.Lang) string {
	const shortest = 3 // letters that are left
	if lang == survey.Spanish {
		for len(w) > shortest && (strings.HasSuffix(w, "s") || strings.HasSuffix(w, "e")) {
			w = w[:len(w)-1]
		}
		if strings.HasSuffix(w, "c") {
			w = w[:len(w)-1] + "z"
		}
		return w
	}
	if len(w) > shortest && strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is") {
		w = w[:len(w)-1]
	}
	for _, e := range endings {
		if before, ok := strings.CutSuffix(w, e.written); ok && len(w) > shortest {
			return before + e.key
		}
	}
	return w
}

// endings are those of English words of which the plural, without its s, leaves
// open how the singular is written: "cookie" and "famil(y)", "bus" and "house".
var endings = [...]struct{ written, key string }{
	{"ie", "y"}, {"oe", "o"}, {"zze", "z"}, {"ze", "z"},
	{"che", "ch"}, {"she", "sh"}, {"xe", "x"}, {"sse", "ss"}, {"use", "us"},
}

func hasAnySuffix(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
