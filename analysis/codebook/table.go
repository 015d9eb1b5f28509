package codebook

import (
	"cmp"
	"math/bits"
	"slices"
)

// A table tells which columns each row of a matrix has, where most have few.
// The rows are laid over each other, each shifted so far that no two need the
// same place, which makes a look as quick as one into the matrix, and leaves
// the whole in the processor's cache.
type table struct {
	shifts []int32 // by row
	rows   []int32 // by place: the row that has it, or nobody
}

// nobody has the places that no row needs.
const nobody = -1

// at returns the place of a column in a row, and whether the row has it.
func (t *table) at(row, column int32) (place int32, ok bool) {
	place = t.shifts[row] + column
	return place, t.rows[place] == row
}

// newTable returns the table of rows of so many columns. The longest rows are
// laid out first, while there is much room, in three times the room that they take.
func newTable[column ~int32](rows [][]column, columns int) table {
	order := make([]int32, len(rows))
	room := 0
	for row, has := range rows {
		order[row] = int32(row)
		room += 3 * len(has)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(len(rows[b]), len(rows[a])) })
	t := table{shifts: make([]int32, len(rows))}
	var used taken
	shift := 0
	for _, row := range order {
		if shift > room {
			shift = 0
		}
		shift = fit(used, rows[row], shift)
		t.shifts[row] = int32(shift)
		for len(t.rows) < shift+columns {
			t.rows = append(t.rows, nobody)
		}
		for _, c := range rows[row] {
			t.rows[shift+int(c)] = row
			used.take(shift + int(c))
		}
	}
	return t
}

// taken is a set of places: bit i%64 of word i/64 is place i.
type taken []uint64

// fit returns the first shift, from one on, at which no place of a row is
// taken. It tries 64 at a time.
func fit[column ~int32](t taken, columns []column, from int) int {
	for ; ; from += 64 {
		all := uint64(0)
		for _, c := range columns {
			if all |= t.from(from + int(c)); all == 1<<64-1 {
				break
			}
		}
		if all != 1<<64-1 {
			return from + bits.TrailingZeros64(^all)
		}
	}
}

// from returns whether the 64 places from one on are taken.
func (t taken) from(place int) uint64 {
	word, bit := place/64, place%64
	var low, high uint64
	if word < len(t) {
		low = t[word]
	}
	if word+1 < len(t) {
		high = t[word+1]
	}
	return low>>bit | high<<(64-bit)
}

func (t *taken) take(place int) {
	for len(*t) <= place/64 {
		*t = append(*t, 0)
	}
	(*t)[place/64] |= 1 << (place % 64)
}
