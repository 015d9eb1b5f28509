package intake

import (
	"iter"
	"slices"
	"strings"

	"commonground/analysis/survey"
)

// Responses yields one response a respondent, in the order of their first
// rows. It can be ranged over again. Each response is the caller's own.
func (in *Intake) Responses() iter.Seq2[*survey.Response, error] {
	return func(yield func(*survey.Response, error) bool) {
		n := 0
		for _, t := range in.tables {
			m := in.newMaker(t)
			for row, err := range rowsOf(in.spool, t) {
				var r *survey.Response
				if err == nil {
					r, err = m.response(row)
				}
				if err != nil {
					yield(nil, err)
					return
				}
				if r == nil {
					continue
				}
				n++
				r.Respondent = n
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// A maker makes responses of a table's rows.
type maker struct {
	in      *Intake
	table   *table
	blank   []survey.Answer // of a respondent who says nothing
	readers []cellReader
	said    roleSet // roles that are not for the respondents to state

	picks []int // spare room for the response being made
}

// A cellReader reads the cells of one column.
type cellReader struct {
	*column
	at     int
	asked  *question
	answer int // index of the question
	known  map[string]meaning
}

// maxKnown bounds the cells whose picks are remembered.
const maxKnown = 4096

func (in *Intake) newMaker(t *table) *maker {
	m := &maker{in: in, table: t, said: only(in.said(t)), blank: make([]survey.Answer, len(in.questions))}
	for i, c := range t.columns {
		if c.asked >= 0 {
			m.blank[c.asked].State = survey.Skipped
		}
		if c.kind == WaveColumn && len(in.waves) > 0 {
			m.blank[wavePlace].State = survey.Skipped
		}
		if c.asked < 0 && c.kind != Timestamp && c.kind != RoleColumn || c.kind == EmptyColumn {
			continue
		}
		r := cellReader{column: c, at: i, answer: c.asked, known: map[string]meaning{}}
		if c.asked >= 0 {
			r.asked = in.questions[c.asked]
		}
		m.readers = append(m.readers, r)
	}
	if t.page != nil {
		for _, q := range t.page.questions {
			m.blank[q].State = survey.Skipped
		}
		if t.page.post >= 0 {
			m.blank[t.page.post].State = survey.Skipped
		}
	}
	return m
}

// response makes the response that begins with a row, or returns nil where the
// row is left out or the respondent has one before it.
func (m *maker) response(row spooledRow) (*survey.Response, error) {
	if _, out := m.table.odd.left[row.number]; out {
		return nil, nil
	}
	var rows []int64 // of the respondent, where there are several
	if people := &m.table.people; len(people.rows) > 0 {
		rows = people.rows[people.hash(m.table.person(row.cells))]
	}
	if len(rows) > 0 && rows[0] != row.at {
		return nil, nil
	}
	m.picks = make([]int, 0, len(m.blank)+3)
	r := &survey.Response{Weight: survey.One, Answers: slices.Clone(m.blank)}
	r.Answers[filePlace] = survey.Answer{State: survey.Read, Picks: m.keep(m.table.source)}
	if len(m.in.waves) > 0 {
		if place, ok := m.in.waves[waveKey(m.table.wave(row.cells))]; ok {
			r.Answers[wavePlace] = survey.Answer{State: survey.Read, Picks: m.keep(place)}
		}
	}
	roles := m.add(r, row)
	for i := 1; i < len(rows); i++ {
		rec, err := m.in.spool.At(rows[i])
		if err != nil {
			return nil, err
		}
		roles |= m.add(r, readRow(rec, nil))
	}
	m.setRole(r, roles)
	return r, nil
}

// keep returns picks in the response's own memory.
func (m *maker) keep(picks ...int) []int {
	from := len(m.picks)
	m.picks = append(m.picks, picks...)
	return m.picks[from:len(m.picks):len(m.picks)]
}

// add adds a row to its response, and returns the roles that it states.
func (m *maker) add(r *survey.Response, row spooledRow) roleSet {
	from := survey.Place{File: m.table.source, Row: row.number}
	r.From = append(r.From, from)
	if t := m.table.page; t != nil {
		r.Comments = append(r.Comments, t.comment(row.cells, from, m.table.lang))
	}
	r.Unquotable = r.Unquotable || m.table.refusesQuotes(row.cells)
	var roles roleSet
	for i := range m.readers {
		read := &m.readers[i]
		if c := cell(row.cells, read.at); c != "" {
			roles |= m.read(r, read, c, from)
		}
	}
	return roles
}

// read reads one filled cell.
func (m *maker) read(r *survey.Response, c *cellReader, text string, from survey.Place) roleSet {
	switch {
	case c.kind == RoleColumn:
		return c.meaning(text).roles
	case c.kind == Timestamp:
		if t, ok := readDate(text, c.layout); ok && t.After(r.When) {
			r.When = t
		}
		return 0
	}
	a := &r.Answers[c.answer]
	switch c.asked.Kind {
	case survey.Open:
		addComment(r, survey.Comment{Question: c.answer, Text: text, Lang: m.table.lang, From: from})
	case survey.Number:
		if x, ok := readNumber(text); ok {
			*a = survey.Answer{State: survey.Read, Number: x}
		}
	case survey.Date:
		if t, ok := readDate(text, c.layout); ok {
			*a = survey.Answer{State: survey.Read, Number: float64(t.Unix())}
		}
	default:
		m.pick(a, c, text)
	}
	return 0
}

// addComment adds a comment, unless the respondent has sent the same twice.
func addComment(r *survey.Response, c survey.Comment) {
	for i := range r.Comments {
		if o := &r.Comments[i]; o.Question == c.Question && o.From != c.From && o.Text == c.Text {
			return
		}
	}
	r.Comments = append(r.Comments, c)
}

// pick adds the choices that a cell names to an answer. Of several answers to
// a question with one choice, the last holds.
func (m *maker) pick(a *survey.Answer, c *cellReader, text string) {
	picks := c.meaning(text).picks
	if len(picks) == 0 {
		return
	}
	a.State = survey.Read
	switch before := a.Picks; {
	case c.asked.Kind != survey.Multiple || len(before) == 0:
		a.Picks = m.keep(picks...)
		return
	case picks[0] > before[len(before)-1]:
		a.Picks = append(before, picks...)
		return
	}
	all := slices.Concat(a.Picks, picks)
	slices.Sort(all)
	a.Picks = slices.Compact(all)
}

// A meaning is what a cell of a closed question or a role column says.
type meaning struct {
	picks []int
	roles roleSet
}

// meaning returns what the cell says. Few different cells fill such columns,
// so that they are understood once.
func (c *cellReader) meaning(text string) meaning {
	m, ok := c.known[text]
	if ok {
		return m
	}
	if c.kind == RoleColumn {
		m.roles = c.column.roles(text)
	} else {
		m.picks = c.asked.picks(c.column, text)
	}
	if len(c.known) < maxKnown {
		c.known[strings.Clone(text)] = m
	}
	return m
}

// setRole sets what the respondent is to the school: as told for the file, as
// stated in the rows, as the file's name says, or, of a post's comments, as
// their words give away.
func (m *maker) setRole(r *survey.Response, stated roleSet) {
	a := &r.Answers[rolePlace]
	a.State = survey.Read
	switch {
	case m.said != 0:
		stated = m.said
	case stated == 0 && m.table.role != survey.NoRole:
		stated = only(m.table.role)
	case stated == 0 && m.table.page != nil:
		for i := range r.Comments {
			stated |= inferredRoles(r.Comments[i].Text)
		}
		a.Inferred = stated != 0
	}
	var room [8]int
	a.Picks = m.keep(stated.picks(room[:0])...)
}
