package xls

import "errors"

const (
	// textsLimit is for all shared strings, with 16 bytes for each: some 60,000
	// rows with a page of text each.
	textsLimit = 96 << 20
	// slabSize is how much text is allocated at once; each shared string is a
	// piece of a slab.
	slabSize = 64 << 10
)

var errTexts = errors.New("the workbook is refused: its texts would take more memory than those of any survey; save it as .csv, and run again")

// shared are the shared strings, in pages, so that they are never copied as
// they grow.
type shared struct {
	pages [][]string
	count int
}

const textsPerPage = 4096

func (s *shared) add(text string) {
	if s.count%textsPerPage == 0 {
		s.pages = append(s.pages, make([]string, 0, textsPerPage))
	}
	page := &s.pages[s.count/textsPerPage]
	*page = append(*page, text)
	s.count++
}

func (s *shared) at(i int) string { return s.pages[i/textsPerPage][i%textsPerPage] }

// read reads the table of shared strings. One that holds fewer than it says is
// no error: the cell that refers to a missing one is.
func (s *shared) read(r *records) error {
	c := &cursor{records: r, b: r.body}
	if err := c.skip(4); err != nil {
		return err
	}
	count, err := c.uint(4)
	if err != nil {
		return err
	}
	var slab []byte
	var ends []int
	size := 0
	for ; count > 0 && !c.atEnd(); count-- {
		n, err := c.uint(2)
		if err != nil {
			return err
		}
		before := len(slab)
		if slab, err = c.appendUnicode(slab, n); err != nil {
			return err
		}
		if size += len(slab) - before + 16; size > textsLimit {
			return errTexts
		}
		if ends = append(ends, len(slab)); len(slab) > slabSize || len(ends) == textsPerPage {
			s.addAll(string(slab), ends)
			slab, ends = slab[:0], ends[:0]
		}
	}
	s.addAll(string(slab), ends)
	return nil
}

// addAll adds the texts of a slab.
func (s *shared) addAll(slab string, ends []int) {
	start := 0
	for _, end := range ends {
		s.add(slab[start:end])
		start = end
	}
}
