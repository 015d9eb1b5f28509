package review

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// rowLimit is how many rows a note lists.
const rowLimit = 8

// told is what there is to tell of the files' rows.
type told struct {
	missing   map[*Decisions][]missed
	overruled map[*Decisions][]*Decision // by a later row of the same file
	unread    map[*Decisions]int         // codes of themes that are not looked for there
	differ    int                        // answers on which files differ
}

// A missed is a decision that is about no answer, and why.
type missed struct {
	*Decision
	why string
}

// note says what became of the rows of a file.
func (m *matcher) note(f *Decisions, t *told) {
	add := func(one, more string, n int, args ...any) {
		format := more
		switch {
		case n == 0:
			return
		case n == 1:
			format = one
		default:
			args = append([]any{n}, args...)
		}
		m.checks.Notes = append(m.checks.Notes, filepath.Base(f.File)+": "+fmt.Sprintf(format, args...))
	}
	for _, n := range f.Notes {
		add("%s", "", 1, n)
	}
	missing, forgotten := t.missing[f], f.Forgotten()
	m.checks.lost += len(f.Notes) + len(missing) + len(forgotten)
	add("There is no column for 1 theme: the program's codes stand there as long as nobody decides, with a “?” in the next review file.",
		"There are no columns for %d themes: the program's codes stand there as long as nobody decides, with a “?” in the next review file.", len(f.Unasked))
	all, both, open, strata := f.count()
	switch {
	case f.Unmarked:
		add("There is no column “checked”, so every row counts as checked (%d).", "", 1, len(f.All))
	case f.NoMarks:
		add("No row is marked as checked, so all of them count (%d): put “yes” under “checked” in those that you looked at, and the others don't.", "", 1, len(f.All))
	case all == 0:
		add("No row is marked as checked (“yes” under “checked”), so nothing of it counts.", "", 1)
	}
	add("1 checked row leaves a theme open (“?”): the program's code stands there.",
		"%d checked rows leave themes open (“?”): the program's codes stand there.", open)
	add("1 checked row matches no answer: row %s.", "%d checked rows match no answer: rows %s.", len(missing), list(missing))
	if 2*len(missing) > all {
		add("%s", "", 1, likely(missing))
	}
	add("1 row was found again by its words alone: the respondent has another number now, or its question another name.",
		"%d rows were found again by their words alone: their respondents have other numbers now, or their questions other names.", m.moved[f])
	if f.blind() {
		add("1 row has codes, but is not marked as checked: it does not count yet.",
			"%d rows have codes, but are not marked as checked: they do not count yet.", len(forgotten))
	} else {
		add("1 row was changed, but is not marked as checked: it does not count (row %s).",
			"%d rows were changed, but are not marked as checked: they do not count (rows %s).", len(forgotten), rowsOf(forgotten))
	}
	add("1 row says otherwise of an answer than a later one: the later one counts (row %s).",
		"%d rows say otherwise of an answer than later ones: the later ones count (rows %s).", len(t.overruled[f]), rowsOf(t.overruled[f]))
	add("1 checked row is marked “no_content” and has themes: the themes count.",
		"%d checked rows are marked “no_content” and have themes: the themes count.", both)
	add("1 code is of a theme that is not looked for in answers to its question: it is kept, and not counted.",
		"%d codes are of themes that are not looked for in answers to their questions: they are kept, and not counted.", t.unread[f])
	if f.Sample != nil && !m.checks.Sample.same(f.Sample) {
		m.checks.lost++
		add("Its people were drawn otherwise than those of a file before it. Its checks count, but not as a sample.", "", 1)
	}
	if f.Sample == nil && strata > 0 {
		add("Its people were drawn by lot, but the sheet “Sample”, which says how, is missing, as it is when a workbook is saved as CSV: "+
			"no share is corrected by this file. Give the workbook itself, or save it as .xlsx.", "", 1)
	}
}

// count counts the checked rows, those of them that have themes and are marked as
// saying nothing, and those that leave themes open; and the rows that were drawn.
func (f *Decisions) count() (checked, both, open, strata int) {
	for i := range f.All {
		d := &f.All[i]
		if d.Stratum != "" {
			strata++
		}
		if !d.Checked {
			continue
		}
		checked++
		if d.NoContent && len(d.Codes) > 0 {
			both++
		}
		if len(d.Open) > d.Unasked {
			open++
		}
	}
	return checked, both, open, strata
}

// Forgotten are the rows that a person worked in and didn't mark.
func (f *Decisions) Forgotten() []*Decision {
	var all []*Decision
	for i := range f.All {
		if d := &f.All[i]; !d.Checked && (d.Edited || f.blind() && (len(d.Codes) > 0 || d.NoContent)) {
			all = append(all, d)
		}
	}
	return all
}

func (f *Decisions) blind() bool { return f.Sample != nil && f.Sample.Blind }

// list names the first rows of several, by why they match nothing.
func list(missing []missed) string {
	var whys, all []string
	rows := map[string][]*Decision{}
	for _, d := range missing {
		if rows[d.why] == nil {
			whys = append(whys, d.why)
		}
		rows[d.why] = append(rows[d.why], d.Decision)
	}
	for _, why := range whys {
		all = append(all, fmt.Sprintf(why, rowsOf(rows[why])))
	}
	return strings.Join(all, "; ")
}

func rowsOf(all []*Decision) string {
	var rows []string
	for _, d := range all {
		rows = append(rows, strconv.Itoa(d.Row))
	}
	return short(rows)
}

func short(rows []string) string {
	if more := len(rows) - rowLimit; more > 0 {
		rows = append(rows[:rowLimit:rowLimit], fmt.Sprintf("and %d more", more))
	}
	return strings.Join(rows, ", ")
}

// likely says what most of the missing rows have come of.
func likely(missing []missed) string {
	if mostlySeveral(missing) {
		return "Short answers are told apart by who gave them, and to what: keep the columns “respondent” and “question” as they were written."
	}
	return "Is the file of another survey, or were the files with the answers changed since?"
}

func mostlySeveral(missing []missed) bool {
	several := 0
	for _, d := range missing {
		if d.why == severalOf {
			several++
		}
	}
	return 2*several > len(missing)
}

func (m *matcher) noteDiffering(n int) {
	if n > 0 {
		m.checks.Notes = append(m.checks.Notes, fmt.Sprintf(
			"On %s people decided differently: the file named last counts. “evaluate --by coder” with these files shows where.", answers(n)))
	}
}

// draw takes over the draw of the files. Two draws are no draw: nobody knows how
// likely their people were to be in either.
func (m *matcher) draw() {
	for _, f := range m.files {
		if m.checks.Sample == nil {
			m.checks.Sample = f.Sample
		}
		m.checks.Blind = m.checks.Blind || f.blind() && m.checks.Sample.same(f.Sample)
	}
}

func answers(n int) string {
	if n == 1 {
		return "1 answer"
	}
	return fmt.Sprintf("%d answers", n)
}
