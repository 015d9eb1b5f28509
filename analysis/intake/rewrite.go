package intake

import (
	"slices"

	"commonground/analysis/sheet"
	"commonground/analysis/spool"
)

// rewrite writes the rows of the table anew, each as change gives it, with
// others among them, and forgets what its columns seemed to hold. Rows that
// change to nil are gone.
func (t *table) rewrite(sp *spool.File, others []sheet.Row, change func(number int, cells []string) []string) error {
	old := rowsOf(sp, &table{from: t.from, to: t.to})
	t.from, t.rows, t.people, t.room = sp.Size(), 0, newPeople(), maxKept
	for i, c := range t.columns {
		c.forget(t.header.headings[i])
	}
	keep := func(number int, cells []string) error {
		if cells = change(number, cells); cells == nil {
			return nil
		}
		return t.keep(number, cells, sp)
	}
	for row, err := range old {
		for err == nil && len(others) > 0 && others[0].Number < row.number {
			err = keep(others[0].Number, others[0].Cells)
			others = others[1:]
		}
		if err == nil {
			err = keep(row.number, row.cells)
		}
		if err != nil {
			return err
		}
	}
	for _, row := range others {
		if err := keep(row.Number, row.Cells); err != nil {
			return err
		}
	}
	t.to = sp.Size()
	slices.SortStableFunc(t.refused, func(a, b *sheet.RowError) int { return a.Row - b.Row })
	return nil
}

// keep spools a row and lets the columns learn of its cells.
func (t *table) keep(number int, cells []string, sp *spool.File) error {
	t.rows++
	_, off := t.shifted[number]
	for i, c := range cells {
		if c != "" && !(off && t.astray) {
			t.columns[i].add(c, number)
		}
	}
	t.people.add(t.respondent(cells))
	t.record = appendRow(t.record[:0], number, cells)
	return sp.Add(t.record)
}

// forget makes the column as it was before its cells were seen.
func (c *column) forget(h heading) {
	*c = column{heading: h, folded: fold(h.name), given: c.given, known: c.known, use: c.use, profile: profile{comma: c.comma, room: c.room}, asked: -1}
}
