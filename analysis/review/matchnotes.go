package review

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// rowLimit is how many rows a note lists.
const rowLimit = 8

// note says what became of the rows of a file.
func (m *matcher) note(f *Decisions, missing []*Decision) {
	add := func(format string, args ...any) {
		m.checks.Notes = append(m.checks.Notes, filepath.Base(f.File)+": "+fmt.Sprintf(format, args...))
	}
	for _, n := range f.Notes {
		add("%s", n)
	}
	switch n := f.Unasked; {
	case n == 1:
		add("There is no column for 1 theme: the program's codes stand there, and the next review file does not show the rows as checked.")
	case n > 1:
		add("There are no columns for %d themes: the program's codes stand there, and the next review file does not show the rows as checked.", n)
	}
	if f.Unmarked {
		add("There is no column “checked”, so every row counts as checked (%d).", len(f.All))
	}
	switch n := len(missing); {
	case n == 1:
		add("1 checked row matches no answer: row %s.", m.list(missing))
	case n > 1:
		add("%d checked rows match no answer: rows %s.", n, m.list(missing))
	}
	switch n := m.moved[f]; {
	case n == 1:
		add("1 row was found again by its words alone: the respondent has another number now, or its question another name.")
	case n > 1:
		add("%d rows were found again by their words alone: their respondents have other numbers now, or their questions other names.", n)
	}
	switch n := f.forgotten(); {
	case n == 1:
		add("1 row has codes, but is not marked as checked: it does not count yet.")
	case n > 1:
		add("%d rows have codes, but are not marked as checked: they do not count yet.", n)
	}
}

// forgotten counts the rows of a blind sheet that a person coded and didn't
// mark.
func (f *Decisions) forgotten() int {
	if f.Sample == nil || !f.Sample.Blind {
		return 0
	}
	n := 0
	for i := range f.All {
		if d := &f.All[i]; !d.Checked && (len(d.Codes) > 0 || d.NoContent) {
			n++
		}
	}
	return n
}

// list names the first rows of several, and why they match nothing.
func (m *matcher) list(missing []*Decision) string {
	var rows []string
	for i, d := range missing {
		if i == rowLimit {
			rows = append(rows, fmt.Sprintf("and %d more", len(missing)-i))
			break
		}
		rows = append(rows, strconv.Itoa(d.Row)+m.why(d))
	}
	return strings.Join(rows, ", ")
}

// why says what keeps a decision from its answer.
func (m *matcher) why(d *Decision) string {
	if m.question(d.Comment.Question) < 0 && d.Comment.Question != "" {
		return " (the question is not asked)"
	}
	return " (the respondent wrote otherwise)"
}

func (m *matcher) noteDiffering(n int) {
	if n > 0 {
		m.checks.Notes = append(m.checks.Notes, fmt.Sprintf(
			"On %s people decided differently: the file named last counts. “evaluate --by coder” with these files shows where.", answers(n)))
	}
}

// drawn takes over the draw of the files. Two draws are no draw: nobody knows
// how likely their people were to be in either.
func (m *matcher) drawn(files []*Decisions) {
	for _, f := range files {
		switch {
		case f.Sample == nil:
		case m.checks.Sample == nil:
			m.checks.Sample = f.Sample
		case !m.checks.Sample.same(f.Sample):
			m.checks.lost[f.File]++
			m.checks.Notes = append(m.checks.Notes, filepath.Base(f.File)+": Its people were drawn otherwise than those of a file before it. Its checks count, but not as a sample.")
			for _, c := range m.checks.all {
				if c.file == f {
					c.Stratum = ""
				}
				if c.blind.file == f {
					c.blind = decided{}
				}
			}
		}
	}
}

func answers(n int) string {
	if n == 1 {
		return "1 answer"
	}
	return fmt.Sprintf("%d answers", n)
}
