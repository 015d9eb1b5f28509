package intake

import (
	"cmp"
	"hash/maphash"
	"slices"
)

// A meeting is the hash of a row's answers with their time, or their person.
type meeting struct {
	hash uint64
	row  int32
}

// telling is how many answers tell two submissions at one time from those of
// two people who happen to answer alike.
const telling = 3

// meet notes the answers of a row with their time, and with their person where
// they have several rows.
func (o *odd) meet(l *look, row spooledRow) {
	if people := &l.table.people; len(people.several) > 0 && countFilled(row.cells, l.answers) > 0 && people.several[people.hash(l.table.respondent(row.cells))] {
		h := o.hash(maphash.String(o.seed, l.table.person(row.cells)), row, l.answers)
		o.met = append(o.met, meeting{h, int32(row.number)})
	}
	if countFilled(row.cells, l.stamps) > 0 && (countFilled(row.cells, l.open) > 0 || countFilled(row.cells, l.answers) >= telling) {
		h := o.hash(0, row, l.answers, l.stamps)
		o.met = append(o.met, meeting{h, int32(row.number)})
	}
}

// findRepeated finds the rows whose answers were met in a row before.
func (o *odd) findRepeated() {
	slices.SortFunc(o.met, func(a, b meeting) int {
		if a.hash != b.hash {
			return cmp.Compare(a.hash, b.hash)
		}
		return cmp.Compare(a.row, b.row)
	})
	var rows []int
	for i := 1; i < len(o.met); i++ {
		if o.met[i].hash == o.met[i-1].hash {
			rows = append(rows, int(o.met[i].row))
		}
	}
	slices.Sort(rows)
	o.rows[duplicateRow] = slices.Compact(rows)
}

// hash hashes the cells of a row in columns, which ascend. Neighboring cells
// are one text, which is hashed at once.
func (o *odd) hash(h uint64, row spooledRow, columns ...[]int) uint64 {
	lengths := uint64(1)
	for _, all := range columns {
		at, from, to := 0, 0, 0 // the column behind the text that is still to be hashed
		for _, i := range all {
			lengths = (lengths ^ uint64(len(cell(row.cells, i)))) * hashPrime
			if i >= len(row.cells) {
				continue
			}
			if i > at {
				h = o.hashText(h, row.text[from:to])
				for ; at < i; at++ {
					to += len(row.cells[at])
				}
				from = to
			}
			to += len(row.cells[i])
			at++
		}
		h = o.hashText(h, row.text[from:to])
	}
	return h ^ lengths
}

// hashPrime spreads what is added to a hash over all of its bits.
const hashPrime = 0x9e3779b97f4a7c15

// hashText adds a text to a hash; nothing where it is empty.
func (o *odd) hashText(h uint64, text string) uint64 {
	if text == "" {
		return h
	}
	return (h ^ maphash.String(o.seed, text)) * hashPrime
}
