package intake

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"commonground/analysis/sheet"
	"commonground/analysis/spool"
)

// A shift says how the cells of a row stand off their columns.
type shift struct {
	at int // the column from which they do
	by int // 1 where a cell too many stands at that column, -1 where one is missing
}

var errShifted = errors.New("the cells stand a column off")

// maxWide bounds the rows of one cell too many that wait for the columns to be
// understood, and maxWaiting the cells of all of them, which are kept in memory.
const (
	maxWide    = 1000
	maxWaiting = 200_000
)

// wait keeps a row that has one cell more than the header, which may be mended.
func (t *table) wait(number int, cells []string) bool {
	if t.page != nil || t.long != nil || len(cells) != len(t.columns)+1 || len(t.wide) == maxWide || (len(t.wide)+1)*len(cells) > maxWaiting {
		return false
	}
	t.wide = append(t.wide, sheet.Row{Number: number, Cells: cloneCells(cells)})
	return true
}

// findShifted finds the rows whose cells stand a column off, by what the
// columns hold, and does with them what the plan says. It reports whether the
// table has to be understood anew: few such rows teach nothing of what columns
// hold.
func (t *table) findShifted(fate Fate, sp *spool.File) (changed bool, err error) {
	if t.page != nil || t.long != nil || t.shifted != nil || len(t.wide) == 0 && !t.seemShifted() {
		return false, nil
	}
	t.shifted = map[int]shift{}
	for row, err := range rowsOf(sp, t) {
		if err != nil {
			return false, err
		}
		if s, ok := t.shiftOf(row.cells); ok {
			t.shifted[row.number] = s
		}
	}
	others := t.settleWide(fate)
	if len(t.shifted) > 0 {
		t.noteShifted(fate)
	}
	t.astray = fate != Mend && len(t.shifted)*3 <= t.rows
	if len(t.shifted) == 0 && len(others) == 0 {
		return false, nil
	}
	return true, t.rewrite(sp, others, func(number int, cells []string) []string {
		s, ok := t.shifted[number]
		switch {
		case !ok || fate != Mend && fate != LeaveOut:
			return cells
		case fate == Mend:
			return s.mend(cells)
		}
		t.refuse(number, errShifted)
		return nil
	})
}

// settleWide refuses the rows that waited, but for those that are to be mended
// or need but their last cell left out, which it returns.
func (t *table) settleWide(fate Fate) []sheet.Row {
	var others []sheet.Row
	var could []int
	refused := t.wide[:0]
	for _, row := range t.wide {
		if t.fitsWithout(row.Cells) {
			others = append(others, sheet.Row{Number: row.Number, Cells: t.cut(row.Number, row.Cells)})
			continue
		}
		s, ok := t.shiftOf(row.Cells)
		if ok && fate == Mend {
			others = append(others, row)
			t.shifted[row.Number] = s
			continue
		}
		if ok {
			could = append(could, row.Number)
		}
		refused = append(refused, row)
	}
	t.wide = refused
	t.refuseWide()
	if len(could) > 0 {
		t.header.notes = append(t.header.notes, fmt.Sprintf("Rows with a cell too many that the study file can have mended: %d, beginning with row %d.", len(could), could[0]))
	}
	return others
}

// refuseWide refuses the rows that wait.
func (t *table) refuseWide() {
	for _, row := range t.wide {
		t.refuse(row.Number, t.tooWide(len(row.Cells)))
	}
	t.wide = nil
	slices.SortStableFunc(t.refused, func(a, b *sheet.RowError) int { return a.Row - b.Row })
}

func (t *table) noteShifted(fate Fate) {
	done := "they are kept as they are, and the study file can have them mended"
	switch fate {
	case Mend:
		done = "they were moved back"
	case LeaveOut:
		done = "they were left out"
	}
	first := slices.Min(slices.Collect(maps.Keys(t.shifted)))
	t.header.notes = append(t.header.notes, fmt.Sprintf("Rows whose cells stand a column off: %d, beginning with row %d; %s.", len(t.shifted), first, done))
}

// seemShifted reports whether any row has two cells or more that their columns
// don't expect, as far as the profiles remember.
func (t *table) seemShifted() bool {
	rows := map[int]int{}
	for i, c := range t.columns {
		for _, v := range slices.Concat(c.values, c.strays) {
			if v.n*10 <= c.looked && t.fitAt(v.text, i) < 0 {
				if rows[v.row]++; rows[v.row] > 1 {
					return true
				}
			}
		}
	}
	return false
}

// shiftOf returns the shift that makes the cells of a row fit their columns, if
// they plainly don't as they stand.
func (t *table) shiftOf(cells []string) (shift, bool) {
	width := len(t.columns)
	fit, misfits := t.fit(cells)
	tooWide := len(cells) > width
	if misfits < 2 && !tooWide {
		return shift{}, false
	}
	best, found := shift{}, false
	as := t.fits(cells)
	for at := range cells {
		for _, by := range []int{1, -1} {
			s := shift{at, by}
			if !t.mendable(s, cells) {
				continue
			}
			f, m := as.mended(s)
			if m*3 <= misfits && (tooWide && f > 1 && f >= fit || f >= fit+3) && (!found || f > fit) {
				best, fit, found = s, f, true
			}
		}
	}
	return best, found
}

// fit returns how many cells their columns expect less those that they don't,
// and how many those are.
func (t *table) fit(cells []string) (fit, misfits int) {
	for i, c := range cells {
		f := t.fitAt(c, i)
		fit, misfits = fit+f, misfits+max(0, -f)
	}
	return fit, misfits
}

// fitAt says how a cell fits in a column: 1, 0 or -1. Where any words do, those
// that a column beside it gives to choose from don't.
func (t *table) fitAt(cell string, column int) int {
	if column < 0 || column >= len(t.columns) || cell == "" {
		return 0
	}
	fit := t.columns[column].expects(cell)
	if fit != 0 || t.columns[column].kind != OpenColumn {
		return fit
	}
	for _, o := range beside(t.columns, column) {
		if o.kind != OpenColumn && o.expects(cell) > 0 {
			return -1
		}
	}
	return 0
}

// fits is how the cells of a row fit, added up so that no shift needs them all
// once more.
type fits struct {
	before [][2]int    // of the cells before each where they stand: fit and misfits
	behind [2][][2]int // of those from each on, a column to the left, and to the right
}

func (t *table) fits(cells []string) fits {
	add := func(sum [2]int, fit int) [2]int { return [2]int{sum[0] + fit, sum[1] + max(0, -fit)} }
	n := len(cells)
	f := fits{before: make([][2]int, n+1), behind: [2][][2]int{make([][2]int, n+1), make([][2]int, n+1)}}
	for i, c := range cells {
		f.before[i+1] = add(f.before[i], t.fitAt(c, i))
	}
	for i, c := range slices.Backward(cells) {
		f.behind[0][i] = add(f.behind[0][i+1], t.fitAt(c, i-1))
		f.behind[1][i] = add(f.behind[1][i+1], t.fitAt(c, i+1))
	}
	return f
}

// mended returns how the cells fit once they are moved back. What two cells
// hold of one answer fits as the first does.
func (f *fits) mended(s shift) (fit, misfits int) {
	before, behind := f.before[s.at], f.behind[1][s.at]
	if s.by > 0 {
		behind = f.behind[0][s.at+1]
	}
	return before[0] + behind[0], before[1] + behind[1]
}

// mendable reports whether the cells can be moved back without a loss.
func (t *table) mendable(s shift, cells []string) bool {
	switch {
	case s.by < 0:
		return len(cells) < len(t.columns)
	case len(cells)-1 > len(t.columns):
		return false
	}
	return cells[s.at] == "" || s.at > 0 && t.columns[s.at-1].kind == OpenColumn && cells[s.at-1] != ""
}

// mend moves the cells back. What two cells hold of one answer, cut at a comma,
// becomes one again.
func (s shift) mend(cells []string) []string {
	if s.by < 0 {
		return slices.Insert(slices.Clone(cells), s.at, "")
	}
	moved := slices.Delete(slices.Clone(cells), s.at, s.at+1)
	if cells[s.at] != "" {
		moved[s.at-1] += ", " + cells[s.at]
	}
	return moved
}
