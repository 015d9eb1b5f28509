package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/sheet"
	"commonground/analysis/sheet/thread"
	"commonground/analysis/spool"
	"commonground/analysis/survey"
)

// A table is one table of a source: what its rows taught, and where they are.
type table struct {
	source   int
	file     string
	name     string // of the sheet, or ""
	header   header
	columns  []*column
	page     *page      // nil for a table that isn't one
	long     *longTable // nil for a table with a row for each respondent
	key      int        // the column that tells respondents apart, or -1
	known    *known
	people   people
	waves    waveReader
	odd      odd
	from, to int64  // its rows in the spool
	rows     int    // in the spool
	record   []byte // of the row being spooled
	last     int    // number of the row before
	refused  []*sheet.RowError
	wide     []sheet.Row       // of one cell too many, until the columns are understood
	beyond   []*sheet.RowError // cells behind the last column that were left out
	shifted  map[int]shift     // by row; nil until they are looked for
	astray   bool              // the shifted rows teach nothing
	room     room              // for the cells that columns keep
	scratch  []string
	role     survey.Role // that the names of sheet and file tell
	named    string      // which of them: "the sheet's name" or "the file's name"
	lang     survey.Lang
}

// start makes the columns that the header names.
func (t *table) start(h header) {
	t.header, t.room = h, maxKept
	for _, heading := range h.headings {
		c := &column{heading: heading, folded: fold(heading.name), given: h.export.kindOf(heading), asked: -1, profile: profile{room: &t.room}}
		if h.export != nil {
			c.comma = h.export.comma
		}
		t.known.tell(c)
		t.columns = append(t.columns, c)
	}
	t.key = keyColumn(t.columns)
	if t.long = newLongTable(t.columns); t.long != nil {
		t.key = t.long.who
	}
}

// startThread makes the columns of a post's rows.
func (t *table) startThread(post *thread.Thread) {
	for _, name := range thread.Columns {
		t.columns = append(t.columns, &column{heading: heading{name: name, head: name}, folded: name, asked: -1})
	}
	t.page = &page{Thread: post, names: map[string]bool{}}
	t.role = survey.NoRole // the name of a post's file says who wrote the post
}

// maxColumns is how many columns a table may have: ten times those of the
// longest surveys, with each choice in a column of its own. More are a matrix of
// something else, and would take an hour to tell apart.
const maxColumns = 5000

// addHead finds the header among the first rows and adds those below it.
func (t *table) addHead(head []sheet.Row, sp *spool.File) error {
	h := findHeader(head)
	if n := len(h.headings); n > maxColumns {
		return fmt.Errorf("%s: the table has %d columns, and no survey asks more than %d questions: delete the columns that hold no answers, or export the answers alone", t.file, n, maxColumns)
	}
	t.start(h)
	t.last = head[h.rows-1].Number
	for _, row := range head[h.rows:] {
		if err := t.add(row, sp); err != nil {
			return err
		}
	}
	return nil
}

func cloneCells(cells []string) []string {
	clone := make([]string, len(cells))
	for i, c := range cells {
		clone[i] = strings.Clone(c)
	}
	return clone
}

// leaveOut says why the table is not read beside the others of its file, or "".
func (t *table) leaveOut(others []*table) string {
	sheetName := fmt.Sprintf("Sheet %q", t.name)
	switch {
	case t.rows == 0:
		return fmt.Sprintf("%s has no answers.", sheetName)
	case len(others) == 0 || fileRole(t.name) != survey.NoRole:
		return ""
	}
	for _, c := range t.columns {
		if slices.ContainsFunc(others[0].columns, func(o *column) bool { return o.folded == c.folded }) {
			return ""
		}
	}
	return fmt.Sprintf("%s was left out: it shares no column with sheet %q.", sheetName, others[0].name)
}

// respondent returns what tells the respondent of a row from others; "" for
// one who has no other row.
func (t *table) respondent(cells []string) string {
	if t.page != nil {
		return threadKey(cells)
	}
	key := label(cell(cells, t.key))
	if nobody.is(key) || isUnanswered(key) {
		return ""
	}
	return key
}

// person returns what tells the respondent of a row from others of all waves:
// one person answers once a wave. The same number in another file may be
// another person's, so that nobody is looked for beyond the table.
func (t *table) person(cells []string) string {
	key := t.respondent(cells)
	if key == "" || !t.waves.several() {
		return key
	}
	return key + "\x00" + waveKey(t.wave(cells))
}

// add takes a row of answers, and refuses those that can't be read as one.
func (t *table) add(row sheet.Row, sp *spool.File) error {
	cells := t.trim(row.Cells)
	if len(cells) == 0 {
		return nil // as a row that isn't given
	}
	t.gap(row.Number)
	cells = t.within(row.Number, cells)
	if t.wait(row.Number, cells) {
		return nil
	}
	err := t.refusal(cells)
	if err == nil && t.long != nil {
		cells, err = t.widen(cells)
	}
	if err != nil {
		t.refuse(row.Number, err)
		return nil
	}
	if t.page != nil {
		t.page.note(row.Number, cells)
	}
	return t.keep(row.Number, cells, sp)
}

// trim returns the cells without white space around them, and without the
// empty ones at the end.
func (t *table) trim(cells []string) []string {
	t.scratch = t.scratch[:0]
	filled := 0
	for _, c := range cells {
		if t.page == nil {
			c = clean(c)
		}
		c = strings.TrimSpace(c)
		t.scratch = append(t.scratch, c)
		if c != "" {
			filled = len(t.scratch)
		}
	}
	return t.scratch[:filled]
}

var (
	errBlank  = errors.New("the row is empty")
	errHeader = errors.New("the row repeats the header")
	errNoText = errors.New("the comment has no text")
)

func (t *table) refusal(cells []string) error {
	switch {
	case t.page == nil && len(cells) > len(t.header.headings):
		return t.tooWide(len(cells))
	case t.page != nil && cell(cells, textColumn) == "":
		return errNoText
	case t.header.repeats(cells):
		return errHeader
	case t.page == nil && isTotal(cells):
		return errTotal
	}
	return nil
}

func (t *table) tooWide(cells int) error {
	return fmt.Errorf("the row has %d cells, the header has %d columns", cells, len(t.header.headings))
}

func (t *table) refuse(row int, err error) {
	t.refused = append(t.refused, &sheet.RowError{File: t.file, Row: row, Err: err})
}

// maxGap bounds the empty rows between others that are refused one by one.
const maxGap = 100

// gap refuses the empty rows between the row before and this one, which the
// sheet doesn't give. A post has lines between its comments.
func (t *table) gap(row int) {
	last := t.last
	t.last = row
	if last == 0 || t.page != nil {
		return
	}
	if row-last > maxGap {
		t.refuse(last+1, fmt.Errorf("the row is empty, and so are all to row %d", row-1))
		return
	}
	for i := last + 1; i < row; i++ {
		t.refuse(i, errBlank)
	}
}

// respondents is the number of people that the rows are of.
func (t *table) respondents() int {
	n := t.rows
	for _, rows := range t.people.rows {
		n -= len(rows) - 1
	}
	return n
}

// roleColumns returns the columns that state what respondents are.
func (t *table) roleColumns() []string {
	var names []string
	for _, c := range t.columns {
		if c.kind == RoleColumn && t.page == nil {
			names = append(names, fmt.Sprintf("%q", c.name))
		}
	}
	return names
}
