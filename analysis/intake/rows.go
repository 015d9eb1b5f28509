package intake

import (
	"encoding/binary"
	"iter"

	"commonground/analysis/spool"
)

// appendRow appends the body of a row's record: its number, the number of
// cells, the length of each, and their text in one piece.
func appendRow(dst []byte, number int, cells []string) []byte {
	dst = binary.AppendUvarint(dst, uint64(number))
	dst = binary.AppendUvarint(dst, uint64(len(cells)))
	for _, c := range cells {
		dst = binary.AppendUvarint(dst, uint64(len(c)))
	}
	for _, c := range cells {
		dst = append(dst, c...)
	}
	return dst
}

// A spooledRow is a row of the spool.
type spooledRow struct {
	at     int64 // where it stands
	number int
	cells  []string
	text   string // of all cells, one behind the other
}

// readRow reads a row's record, its cells into room. They are slices of one
// string, which is theirs alone.
func readRow(rec spool.Record, room []string) spooledRow {
	row := spooledRow{at: rec.At, number: rec.Int()}
	width := rec.Int()
	lengths := rec
	for left := width; left > 0; { // of the lengths, which end in a byte below 0x80 each
		if rec.Body[0] < 0x80 {
			left--
		}
		rec.Body = rec.Body[1:]
	}
	row.text = string(rec.Body)
	text := row.text
	for range width {
		n := lengths.Int()
		room = append(room, text[:n])
		text = text[n:]
	}
	row.cells = room
	return row
}

// rowsOf yields the rows of a table. The slice of cells is used again for the
// row after; their text stays.
func rowsOf(f *spool.File, t *table) iter.Seq2[spooledRow, error] {
	return func(yield func(spooledRow, error) bool) {
		var room []string
		for rec, err := range f.Records(t.from, t.to) {
			if err != nil {
				yield(spooledRow{}, err)
				return
			}
			row := readRow(rec, room[:0])
			room = row.cells
			if !yield(row, nil) {
				return
			}
		}
	}
}
