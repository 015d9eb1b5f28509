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
	page     *page // nil for a table that isn't one
	key      int   // the column that tells respondents apart, or -1
	people   people
	from, to int64  // its rows in the spool
	rows     int    // in the spool
	record   []byte // of the row being spooled
	last     int    // number of the row before
	refused  []*sheet.RowError
	scratch  []string
	role     survey.Role // that the names of sheet and file tell
	lang     survey.Lang
}

// start makes the columns that the header names.
func (t *table) start(h header) {
	t.header = h
	t.key = -1
	mail := -1
	for i, heading := range h.headings {
		c := &column{heading: heading, folded: fold(heading.name), asked: -1}
		t.columns = append(t.columns, c)
		switch {
		case t.key < 0 && idNames.is(c.folded):
			t.key = i
		case mail < 0 && mailNames.is(c.folded):
			mail = i
		}
	}
	if t.key < 0 {
		t.key = mail
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

// addHead finds the header among the first rows and adds those below it.
func (t *table) addHead(head []sheet.Row, sp *spool.File) error {
	h := findHeader(head)
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
		return sheetName + " has no answers."
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

// add takes a row of answers, and refuses those that can't be read as one.
func (t *table) add(row sheet.Row, sp *spool.File) error {
	cells := t.trim(row.Cells)
	if len(cells) == 0 {
		return nil // as a row that isn't given
	}
	t.gap(row.Number)
	if err := t.refusal(cells); err != nil {
		t.refuse(row.Number, err)
		return nil
	}
	t.rows++
	if t.page != nil {
		t.page.note(cells)
	}
	for i, c := range cells {
		if c != "" {
			t.columns[i].add(c, row.Number)
		}
	}
	t.people.add(t.respondent(cells))
	t.record = appendRow(t.record[:0], row.Number, cells)
	return sp.Add(t.record)
}

// trim returns the cells without white space around them, and without the
// empty ones at the end.
func (t *table) trim(cells []string) []string {
	t.scratch = t.scratch[:0]
	filled := 0
	for _, c := range cells {
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
	case len(cells) > len(t.columns):
		return fmt.Errorf("the row has %d cells, the header has %d columns", len(cells), len(t.columns))
	case t.page != nil && cell(cells, textColumn) == "":
		return errNoText
	case cells[0] == cell(t.header.cells, 0) && slices.EqualFunc(cells, t.header.cells, func(a, b string) bool { return a == strings.TrimSpace(b) }):
		return errHeader
	}
	return nil
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

// settle is called behind the last row: it tells what the columns hold and who
// has several rows.
func (t *table) settle(sp *spool.File) error {
	t.to = sp.Size()
	different, rows := t.people.settle()
	if t.key >= 0 && (different*4 < rows || t.columns[t.key].namesRoles()) {
		t.key = -1 // it repeats itself more than a respondent would, or says what they are
		t.people.rows = nil
	}
	if err := t.people.locate(rowsOf(sp, t), t.respondent); err != nil {
		return err
	}
	if t.page != nil {
		t.settleThread()
		return nil
	}
	for i, c := range t.columns {
		c.recognise(i == t.key)
	}
	joinBoxes(t.columns)
	levelScales(t.columns)
	return nil
}

func (t *table) settleThread() {
	for i, c := range t.columns {
		c.kind = threadKinds[i]
		if c.kind == Timestamp {
			c.layout, _ = c.dates.layout(false)
		}
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
