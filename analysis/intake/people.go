package intake

import (
	"hash/maphash"
	"iter"
	"slices"
)

// people finds the respondents of a table who have several rows. While the
// table is read it holds a hash a row, and afterwards only where the rows of
// those respondents are.
type people struct {
	seed   maphash.Seed
	hashes []uint64
	rows   map[uint64][]int64 // hash to the places of the rows in the spool, ascending
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
	p.rows = map[uint64][]int64{}
	rows = len(p.hashes)
	for i, h := range p.hashes {
		if i == 0 || h != p.hashes[i-1] {
			different++
		} else {
			p.rows[h] = nil
		}
	}
	p.hashes = nil
	return different, rows
}

// locate finds the rows of the respondents with several among all rows.
func (p *people) locate(rows iter.Seq2[spooledRow, error], key func(cells []string) string) error {
	if len(p.rows) == 0 {
		return nil
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		h := p.hash(key(row.cells))
		if places, ok := p.rows[h]; ok && h != 0 {
			p.rows[h] = append(places, row.at)
		}
	}
	return nil
}
