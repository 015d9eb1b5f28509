package intake

import (
	"hash/maphash"
	"iter"
	"maps"
	"slices"
)

// people finds the respondents of a table who have several rows. While the
// table is read it holds a hash a row, and afterwards only where the rows of
// those respondents are.
type people struct {
	seed    maphash.Seed
	hashes  []uint64
	several map[uint64]bool    // hashes of those who have several rows, in whatever wave
	rows    map[uint64][]int64 // of those in one wave: the places of their rows in the spool, ascending
}

func newPeople() people { return people{seed: maphash.MakeSeed()} }

// hash returns what stands for the respondent with that key, or 0 for "".
func (p *people) hash(key string) uint64 {
	if key == "" {
		return 0
	}
	return max(1, maphash.String(p.seed, key))
}

func (p *people) add(key string) {
	if h := p.hash(key); h != 0 {
		p.hashes = append(p.hashes, h)
	}
}

// settle forgets all but the respondents with several rows. It returns the
// number of different respondents, and of rows.
func (p *people) settle() (different, rows int) {
	slices.Sort(p.hashes)
	p.several, p.rows = map[uint64]bool{}, map[uint64][]int64{}
	rows = len(p.hashes)
	for i, h := range p.hashes {
		if i == 0 || h != p.hashes[i-1] {
			different++
		} else {
			p.several[h] = true
		}
	}
	p.hashes = nil
	return different, rows
}

// locate finds the rows of the respondents with several among all rows but
// those left out. respondent and person are the keys of somebody in all waves
// and in one.
func (p *people) locate(rows iter.Seq2[spooledRow, error], respondent, person func(cells []string) string, left map[int]oddity) error {
	if len(p.several) == 0 {
		return nil
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		if _, out := left[row.number]; out || !p.several[p.hash(respondent(row.cells))] {
			continue
		}
		h := p.hash(person(row.cells))
		p.rows[h] = append(p.rows[h], row.at)
	}
	maps.DeleteFunc(p.rows, func(_ uint64, rows []int64) bool { return len(rows) == 1 })
	return nil
}
