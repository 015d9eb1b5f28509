package intake

import (
	"errors"
	"hash/maphash"
	"math"
	"slices"
	"strings"
	"time"

	"commonground/analysis/sheet"
	"commonground/analysis/spool"
)

// An oddity is a kind of row that a person may want to leave out.
type oddity uint8

const (
	duplicateRow oddity = iota
	testRow
	emptyRow
	previewRow
	unfinishedRow
	fastRow
	numOddities
)

// oddities says for each what it is called, and why its rows are refused.
var oddities = [numOddities]struct{ name, reason string }{
	duplicateRow:  {"duplicate", "the row repeats one before: the same answers of the same person or time"},
	testRow:       {"test entry", "the row is a test: words such as “test” stand for all written answers"},
	emptyRow:      {"no answers", "the row answers none of the questions"},
	previewRow:    {"preview", "the survey program marks the row as a preview, a test or spam"},
	unfinishedRow: {"unfinished", "the respondent stopped before the end"},
	fastRow:       {"fast", "the answers took less time than the questions take to read"},
}

// fate returns what the plan wants with the rows of a kind.
func (r *Rows) fate(o oddity) Fate {
	fates := [numOddities]Fate{duplicateRow: r.Duplicates, testRow: r.Tests, emptyRow: r.Empty,
		previewRow: r.Previews, unfinishedRow: r.Unfinished, fastRow: r.Fast}
	switch {
	case fates[o] != Usual:
		return fates[o]
	case o == previewRow:
		return LeaveOut
	}
	return Keep
}

// odd holds the odd rows of a table. A hash a row is all that is kept of the
// others while they are looked through.
type odd struct {
	rows  [numOddities][]int // numbers, ascending
	left  map[int]oddity     // rows left out, by number, each with the first reason
	seed  maphash.Seed
	met   []meeting // of all rows
	times []timing
}

// lookThrough looks at all rows for those that are odd, which it refuses where
// the plan leaves them out, and for the waves that their dates tell.
func (t *table) lookThrough(plan *Rows, sp *spool.File) error {
	look := t.newLook()
	t.odd.seed = maphash.MakeSeed()
	for row, err := range rowsOf(sp, t) {
		if err != nil {
			return err
		}
		t.odd.look(look, row)
		if t.waves.starts != 0 {
			t.waves.meet(t.wave(row.cells))
		}
	}
	t.odd.findRepeated()
	t.odd.findFast(plan.Fastest)
	t.odd.met, t.odd.times = nil, nil
	t.leaveOutOdd(plan)
	return nil
}

// leaveOutOdd refuses the rows that the plan leaves out.
func (t *table) leaveOutOdd(plan *Rows) {
	t.odd.left = map[int]oddity{}
	for o, rows := range t.odd.rows {
		for _, number := range rows {
			if _, twice := t.odd.left[number]; !twice && plan.fate(oddity(o)) == LeaveOut {
				t.odd.left[number] = oddity(o)
				t.refuse(number, errors.New(oddities[o].reason))
			}
		}
	}
	t.rows -= len(t.odd.left)
	slices.SortStableFunc(t.refused, func(a, b *sheet.RowError) int { return a.Row - b.Row })
}

// A look is what odd rows are told by: the columns of each kind.
type look struct {
	table     *table
	open      []int
	asking    []int // of questions, and not of facts about the respondent
	answers   []int // of questions, facts and roles
	stamps    []int // that have a time of day
	durations []int
	span      span
	status    bool
}

// newLook returns how to look at the rows of a table. Where a row isn't one
// submission of a form, it may only repeat another of the same person.
func (t *table) newLook() *look {
	l := &look{table: t, span: noSpan}
	if t.page != nil {
		l.answers = []int{questionColumn, textColumn, kindColumn, underColumn}
		slices.Sort(l.answers)
		return l
	}
	for i, c := range t.columns {
		switch {
		case c.kind == Timestamp && c.dates.timed:
			l.stamps = append(l.stamps, i)
		case c.kind == DurationColumn:
			l.durations = append(l.durations, i)
		case c.kind == OpenColumn:
			l.open = append(l.open, i)
		}
		if c.asks() && c.kind != AttributeKind {
			l.asking = append(l.asking, i)
		}
		if c.asks() || c.kind == RoleColumn {
			l.answers = append(l.answers, i)
		}
		l.status = l.status || c.kind == StatusColumn || c.kind == Timestamp && c.submits()
	}
	if t.long != nil {
		return &look{table: t, answers: l.answers, span: noSpan}
	}
	if len(l.durations) == 0 {
		l.span = spanOf(t.columns)
	}
	return l
}

// look takes a row into account.
func (o *odd) look(l *look, row spooledRow) {
	note := func(kind oddity, is bool) {
		if is {
			o.rows[kind] = append(o.rows[kind], row.number)
		}
	}
	empty := len(l.asking) > 0 && countFilled(row.cells, l.asking) == 0
	note(emptyRow, empty)
	if !empty {
		o.meet(l, row)
	}
	note(testRow, isTest(row.cells, l.open))
	if l.status {
		status := l.table.status(row.cells)
		note(previewRow, status == preview)
		note(unfinishedRow, status == unfinished)
	}
	if took, ok := l.took(row.cells); ok {
		o.times = append(o.times, timing{int32(row.number), int32(min(took/time.Second, math.MaxInt32))})
	}
}

func countFilled(cells []string, columns []int) int {
	n := 0
	for _, i := range columns {
		if cell(cells, i) != "" {
			n++
		}
	}
	return n
}

// testWords are what people type to try a form, folded.
var testWords = phrases{"test", "tests", "testing", "tester", "test test", "test test test", "this is a test", "just testing", "test response", "test entry", "test answer", "prueba", "pruebas",
	"probando", "esto es una prueba", "asdf", "asdfg", "asdfgh", "asdfghjkl", "asdfasdf", "asd", "sdf", "fdsa", "jkl", "hjkl", "qwerty", "qwertyuiop", "qwe", "qwer", "abc", "abcd", "zxcv", "zxcvbn",
	"lorem ipsum", "blah", "blah blah", "blah blah blah", "foo", "bar", "foo bar", "sample", "sample text", "ejemplo"}

// isTest reports whether all that a row has of written answers tries the form.
func isTest(cells []string, open []int) bool {
	tests := 0
	for _, i := range open {
		switch text := cell(cells, i); {
		case text == "":
		case len(text) > 40:
			return false
		case isTestWord(text):
			tests++
		case !isUnanswered(text):
			return false
		}
	}
	return tests > 0
}

func isTestWord(text string) bool {
	folded := fold(text)
	return testWords.is(folded) || len(folded) > 2 && strings.Trim(folded, folded[:1]) == ""
}

// reportOdd adds the odd rows of a table to those of its source.
func (r *Read) reportOdd(t *table, plan *Rows) {
	for o, rows := range t.odd.rows {
		if len(rows) == 0 {
			continue
		}
		i := slices.IndexFunc(r.Odd, func(known Odd) bool { return known.What == oddities[o].name })
		if i < 0 {
			i = len(r.Odd)
			r.Odd = append(r.Odd, Odd{What: oddities[o].name, Kept: plan.fate(oddity(o)) != LeaveOut})
		}
		r.Odd[i].Rows = append(r.Odd[i].Rows, rows...)
	}
}
