package privacy

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
)

// follows returns a small set whose number of people can be worked out from
// published numbers, and reports whether there is one. Cells are disjoint sets of
// people, given by their sizes; each published number is the size of a set made
// of whole cells, given by which cells are in it. A small set is made of whole
// cells too, and holds at least one person and fewer than k.
//
// What can be worked out are sums of multiples of published numbers: the row
// space of the matrix with a row a published number and a column a cell. In
// reduced row echelon form, a vector of that space is told by its entries in
// the pivot columns. With the largest cells first, those of k people or more
// are pivots wherever possible; as they are in no small set, few vectors are
// left to look through. (Attacks by linear combination, and why a hidden cell
// needs others hidden with it: Cox, Suppression methodology and statistical
// disclosure control, JASA 75, 1980.)
func follows(sizes []int64, published [][]bool, k int64) (set []bool, ok bool) {
	class, joined, matrix := classes(sizes, published)
	rows, pivots := echelon(matrix)
	s := search{sizes: joined, k: k}
	for i, row := range rows {
		if joined[pivots[i]] < k {
			s.rows, s.pivots = append(s.rows, row), append(s.pivots, pivots[i])
		}
	}
	found := s.from(0, 0, make([]field, len(joined)))
	set = make([]bool, len(sizes))
	for j, c := range class {
		set[j] = found != nil && c >= 0 && found[c] == 1
	}
	return set, found != nil
}

// A search looks for a small set among the sums of rows: each is taken once or
// not at all, as the pivot's cell is in the set or not.
type search struct {
	sizes  []int64
	rows   [][]field
	pivots []int
	k      int64
	looks  int
}

// manyLooks is how many sums are looked at before numbers are taken for unsafe.
const manyLooks = 1 << 14

// from returns a small set that takes rows from i on, or nil.
func (s *search) from(i int, people int64, sum []field) []field {
	if s.looks++; s.looks > manyLooks || people > 0 && s.small(sum) {
		return sum
	}
	for ; i < len(s.rows); i++ {
		if n := people + s.sizes[s.pivots[i]]; n < s.k {
			more := slices.Clone(sum)
			for j, v := range s.rows[i] {
				more[j] = more[j].plus(v)
			}
			if found := s.from(i+1, n, more); found != nil {
				return found
			}
		}
	}
	return nil
}

// small reports whether a vector is a set of fewer than k people.
func (s *search) small(vector []field) bool {
	people := int64(0)
	for j, v := range vector {
		if v > 1 {
			return false
		}
		people += int64(v) * s.sizes[j]
	}
	return people < s.k
}

// classes joins the cells that are in the same published sets, since nothing
// tells them apart, leaves out those without people, and puts the largest
// first. It gives the class of each cell, or -1, and the sizes of the classes;
// the matrix has a row for each published set.
func classes(sizes []int64, published [][]bool) (class []int, joined []int64, matrix [][]field) {
	keys, people := make([]string, len(sizes)), map[string]int64{}
	in := make([]byte, len(published))
	for j, n := range sizes {
		if n == 0 {
			continue
		}
		for i := range published {
			in[i] = 0
			if published[i][j] {
				in[i] = 1
			}
		}
		keys[j] = string(in)
		people[keys[j]] += n
	}
	at := map[string]int{}
	matrix = make([][]field, len(published))
	largestFirst := func(a, b string) int { return cmp.Or(cmp.Compare(people[b], people[a]), cmp.Compare(a, b)) }
	for c, key := range slices.SortedFunc(maps.Keys(people), largestFirst) {
		at[key], joined = c, append(joined, people[key])
		for i := range matrix {
			matrix[i] = append(matrix[i], field(key[i]))
		}
	}
	class = make([]int, len(sizes))
	for j, n := range sizes {
		if class[j] = -1; n > 0 {
			class[j] = at[keys[j]]
		}
	}
	return class, joined, matrix
}

// echelon returns the rows of the reduced row echelon form that are not zero,
// and the columns of their pivots.
func echelon(matrix [][]field) (rows [][]field, pivots []int) {
	for _, row := range matrix {
		for i, p := range pivots {
			subtract(row, row[p], rows[i])
		}
		pivot := slices.IndexFunc(row, func(v field) bool { return v != 0 })
		if pivot < 0 {
			continue
		}
		inverse := row[pivot].inverse()
		for j := range row {
			row[j] = row[j].times(inverse)
		}
		for i := range rows {
			subtract(rows[i], rows[i][pivot], row)
		}
		rows, pivots = append(rows, row), append(pivots, pivot)
	}
	return rows, pivots
}

// subtract takes a multiple of another row off a row.
func subtract(row []field, multiple field, other []field) {
	if multiple == 0 {
		return
	}
	for j, v := range other {
		row[j] = row[j].plus(prime - v.times(multiple))
	}
}

// A field is a number modulo a prime, which stands for a fraction: sums that
// hold for fractions hold here too, and a sum that holds here alone would only
// hide a number more.
type field uint64

const prime field = 1<<61 - 1

func (a field) plus(b field) field {
	if a += b; a >= prime {
		a -= prime
	}
	return a
}

func (a field) times(b field) field {
	high, low := bits.Mul64(uint64(a), uint64(b))
	_, rest := bits.Div64(high, low, uint64(prime))
	return field(rest)
}

// inverse is a to the power of prime-2 (Fermat).
func (a field) inverse() field {
	result := field(1)
	for e := prime - 2; e > 0; e >>= 1 {
		if e&1 == 1 {
			result = result.times(a)
		}
		a = a.times(a)
	}
	return result
}
