package analysis

import (
	"cmp"
	"hash/fnv"
	"io"
	"slices"

	"commonground/analysis/measure"
	"commonground/analysis/survey"
)

// commentRows are the rows of comments that may be shown. Rows can be counted: so
// that this tells no more than the tables do, a question's rows name roles only
// where each of them has people enough there, and where somebody's row is left
// out since they would be known by it, so many others are left out with it that
// their number says nothing.
type commentRows struct {
	pass  *measure.Pass
	rows  []commentRow
	kinds []kindOfRow // that rows are of

	out, known map[kindOfRow]int // left out, and of them those whose writers would be known
}

// A commentRow is small: there may be millions.
type commentRow struct {
	kind int32 // index into kinds
	who  int32
	hash uint64
	at   int64 // of its record
}

// A kindOfRow is what can be told from a row but its words.
type kindOfRow struct {
	question int
	role     string
}

func newRows(p *measure.Pass) *commentRows {
	return &commentRows{pass: p, out: map[kindOfRow]int{}, known: map[kindOfRow]int{}}
}

func (c *commentRows) add(of *measure.Comment, at int64) {
	kind := kindOfRow{of.Question, survey.JoinRoles(c.pass.RolesOf(of))}
	if !c.pass.MayQuote(of) {
		c.out[kind]++
		if c.pass.StandsOut(of) {
			c.known[kind]++
		}
		return
	}
	h := fnv.New64a()
	io.WriteString(h, of.Text)
	c.rows = append(c.rows, commentRow{c.index(kind), int32(of.Respondent), h.Sum64(), at})
}

// index is the place of a kind among kinds, which are few.
func (c *commentRows) index(kind kindOfRow) int32 {
	i := slices.Index(c.kinds, kind)
	if i < 0 {
		i = len(c.kinds)
		c.kinds = append(c.kinds, kind)
	}
	return int32(i)
}

// role is the role that a row to show names; "" for none.
func (c *commentRows) role(row commentRow) string { return c.kinds[row.kind].role }

// shown are the rows to show, in their order.
func (c *commentRows) shown() []commentRow {
	slices.SortFunc(c.rows, func(a, b commentRow) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) })
	c.blur()
	named := c.named()
	for i := range c.rows {
		if row := &c.rows[i]; !named[c.kinds[row.kind].question] {
			row.kind = c.index(kindOfRow{question: c.kinds[row.kind].question})
		}
	}
	people := c.people()
	return slices.DeleteFunc(c.rows, func(row commentRow) bool { return people[row.kind] < c.pass.Small })
}

// blur leaves out rows of others too, where few of a kind, or of a question, are
// left out since their writers would be known.
func (c *commentRows) blur() {
	outOf, knownOf := map[int]int{}, map[int]int{}
	for kind, n := range c.out {
		outOf[kind.question] += n
		knownOf[kind.question] += c.known[kind]
	}
	few := func(known, out int) bool { return known > 0 && int64(out) < c.pass.Small }
	c.rows = slices.DeleteFunc(c.rows, func(row commentRow) bool {
		kind := c.kinds[row.kind]
		if !few(c.known[kind], c.out[kind]) && !few(knownOf[kind.question], outOf[kind.question]) {
			return false
		}
		c.out[kind]++
		outOf[kind.question]++
		return true
	})
}

// people counts the writers of the rows of each kind.
func (c *commentRows) people() []int64 {
	last := int32(0)
	for _, row := range c.rows {
		last = max(last, row.who)
	}
	people, seen := make([]int64, len(c.kinds)), make([][]bool, len(c.kinds))
	for _, row := range c.rows {
		if seen[row.kind] == nil {
			seen[row.kind] = make([]bool, last+1)
		}
		if !seen[row.kind][row.who] {
			seen[row.kind][row.who] = true
			people[row.kind]++
		}
	}
	return people
}

// named are the questions whose rows may name roles.
func (c *commentRows) named() map[int]bool {
	named := map[int]bool{}
	for i, n := range c.people() {
		if n == 0 {
			continue
		}
		kind := c.kinds[i]
		if _, ok := named[kind.question]; !ok {
			named[kind.question] = true
		}
		if n < c.pass.Small || !c.pass.TellsRole(kind.role) {
			named[kind.question] = false
		}
	}
	return named
}
