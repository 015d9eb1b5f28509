package xls

import (
	"encoding/binary"
	"fmt"
)

const (
	maxRows = 1 << 16 // what a number of 16 bits counts
	// gatherLimit is about what the cells may take that are gathered at a time
	// from a sheet that isn't in order: those of 60,000 rows of 25 columns fit.
	gatherLimit = 64 << 20
)

// read gives the sheet's rows to yield, until that returns false.
func (s *Sheet) read(yield func(Row) bool) error {
	spans, err := s.spans()
	if err != nil {
		return err
	}
	if len(spans) == 0 {
		return s.inOrder(yield)
	}
	for _, rows := range spans {
		more, err := s.gather(rows, yield)
		if err != nil || !more {
			return err
		}
	}
	return nil
}

// spans reads the places of all cells. For a sheet whose rows ascend, as those
// that Excel saves do, it returns none; else rows to be gathered at a time, for
// some programs write cells in the order in which they came to be.
func (s *Sheet) spans() ([]span, error) {
	records, err := s.records()
	if err != nil {
		return nil, err
	}
	sizes := make([]rowSize, maxRows)
	last, ordered := 0, true
	for depth := 1; depth > 0; {
		if records.next() != nil {
			break // the reader of cells will come upon it, and knows the row
		}
		switch {
		case records.id == recBOF:
			depth++
		case records.id == recEOF:
			depth--
		case records.id == recString, records.id == recContinue: // more of the cell before
			sizes[last].bytes += int64(len(records.body))
		case depth == 1 && cellSize(records.id) > 0 && len(records.body) >= 4:
			row := int(binary.LittleEndian.Uint16(records.body))
			sizes[row].add(records)
			ordered = ordered && row >= last
			last = row
		}
	}
	if ordered {
		return nil, nil
	}
	return split(sizes), nil
}

// A rowSize is what a row has in the file.
type rowSize struct {
	bytes   int64
	columns int // up to the last with content
}

func (s *rowSize) add(r *records) {
	columns := int(binary.LittleEndian.Uint16(r.body[2:])) + 1
	if r.id == recMulRK {
		columns += len(r.body) / 6
	}
	s.bytes += int64(len(r.body))
	s.columns = max(s.columns, min(columns, maxColumns))
}

// memory is about what the row takes once it is read: bytes grow to UTF-8, and
// slices twice as long as they have to be.
func (s rowSize) memory() int64 { return 3*s.bytes + 32*int64(s.columns) }

func split(sizes []rowSize) []span {
	var spans []span
	now, size := span{}, int64(0)
	for row := range sizes {
		if size+sizes[row].memory() > gatherLimit && row > now.from {
			spans = append(spans, now)
			now, size = span{from: row}, 0
		}
		now.to = row + 1
		size += sizes[row].memory()
	}
	return append(spans, now)
}

// inOrder gives the rows of a sheet whose cells are in order.
func (s *Sheet) inOrder(yield func(Row) bool) error {
	var cells []string
	now, more, changed := 0, true, false
	flush := func() bool {
		if row := withContent(cells); len(row) > 0 {
			more = yield(Row{Number: now + 1, Cells: row})
		}
		cells = cells[:0]
		return more
	}
	err := s.cells(span{0, maxRows}, func(row, col int, text string) bool {
		if changed = row < now; changed || row > now && !flush() {
			return false
		}
		now, cells = row, set(cells, col, text)
		return true
	})
	switch {
	case err != nil:
		return err
	case changed:
		return fmt.Errorf("sheet %q, behind row %d: the file was changed while it was read: run again", s.Name, now+1)
	case more:
		flush()
	}
	return nil
}

// gather gives the rows of a span once all of their cells are known.
func (s *Sheet) gather(rows span, yield func(Row) bool) (more bool, err error) {
	gathered := make([][]string, rows.to-rows.from)
	err = s.cells(rows, func(row, col int, text string) bool {
		i := row - rows.from
		gathered[i] = set(gathered[i], col, text)
		return true
	})
	if err != nil {
		return false, err
	}
	for i, cells := range gathered {
		if cells = withContent(cells); len(cells) > 0 && !yield(Row{Number: rows.from + i + 1, Cells: cells}) {
			return false, nil
		}
	}
	return true, nil
}

// set puts a text in its column. The last of two cells in one place stays, as
// in Excel.
func set(cells []string, col int, text string) []string {
	for len(cells) <= col {
		cells = append(cells, "")
	}
	cells[col] = text
	return cells
}

func withContent(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}
