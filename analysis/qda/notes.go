package qda

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// shownLimit is how many of several things a note names.
const shownLimit = 5

// note tells what was not understood, a sentence each.
func (rd *reader) note() {
	f := rd.file
	add := func(n int, one, many string, args ...any) {
		switch {
		case n == 1:
			rd.found.Notes = append(rd.found.Notes, fmt.Sprintf(one, args...))
		case n > 1:
			rd.found.Notes = append(rd.found.Notes, fmt.Sprintf("%d "+many, append([]any{n}, args...)...))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rd.strange)) {
		add(rd.strange[name], "The codebook has no theme %q: 1 code of it is left out.", "codes of %q are left out: the codebook has no theme of that name.", name)
	}
	for i := range f.cases {
		rd.whole += len(f.cases[i].Codes)
	}
	add(rd.whole, "1 code of a whole text or case is left out: give it to an answer.", "codes of whole texts or cases are left out: give them to answers.")
	add(len(rd.nowhere), "1 code lies in no answer and is left out: %s.", "codes lie in no answer and are left out: %s.", list(rd.nowhere))
	add(len(rd.several), "1 code lies in more than one answer and is left out: %s.", "codes lie in more than one answer and are left out: %s.", list(rd.several))
	add(len(rd.without), "1 text has no place with the code of a question and is left out: %s.", "texts have no place with the code of a question and are left out: %s.", list(rd.without))
	add(len(rd.shrunken), "Codes of the program were taken out of 1 text, so all answers in it count as checked: %s.",
		"texts have fewer codes of the program than it gave, so all answers in them count as checked: %s.", list(rd.shrunken))
	add(f.others, "1 picture, PDF or recording is left out.", "pictures, PDFs or recordings are left out.")
	add(f.notes, "1 memo stays in the project.", "memos stay in the project.")
	add(f.links, "1 link stays in the project.", "links stay in the project.")
}

// list names the first of several.
func list(all []string) string {
	if more := len(all) - shownLimit; more > 0 {
		return strings.Join(all[:shownLimit], ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(all, ", ")
}
