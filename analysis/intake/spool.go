package intake

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// A spool keeps rows in a file between the two readings. A record is the
// length of its body, then the body: the row's number, the number of cells,
// the length of each cell, and the cells' text in one piece.
type spool struct {
	file *os.File
	w    *bufio.Writer
	size int64
	body []byte
}

// newSpool makes a spool in folder dir, readable by its owner alone.
func newSpool(dir string) (*spool, error) {
	f, err := os.CreateTemp(dir, "commonground-*.spool")
	if err != nil {
		return nil, fmt.Errorf("making a working file: %w", err)
	}
	return &spool{file: f, w: bufio.NewWriterSize(f, 1<<16)}, nil
}

// add appends a row.
func (s *spool) add(number int, cells []string) error {
	b := binary.AppendUvarint(s.body[:0], uint64(number))
	b = binary.AppendUvarint(b, uint64(len(cells)))
	for _, c := range cells {
		b = binary.AppendUvarint(b, uint64(len(c)))
	}
	for _, c := range cells {
		b = append(b, c...)
	}
	s.body = b
	var head [binary.MaxVarintLen64]byte
	n := binary.PutUvarint(head[:], uint64(len(b)))
	s.size += int64(n + len(b))
	if _, err := s.w.Write(head[:n]); err != nil {
		return err
	}
	_, err := s.w.Write(b)
	return err
}

// close removes the spool.
func (s *spool) close() error {
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}

// section returns a reader of the records from byte from up to byte to.
func (s *spool) section(from, to int64) *records {
	return &records{r: bufio.NewReaderSize(io.NewSectionReader(s.file, from, to-from), 1<<16), next: from}
}

// row returns the row whose record begins at a byte.
func (s *spool) row(at int64) (number int, cells []string, err error) {
	r := records{r: bufio.NewReaderSize(io.NewSectionReader(s.file, at, s.size-at), 1<<10)}
	return r.read()
}

// records reads a part of a spool.
type records struct {
	r     *bufio.Reader
	at    int64 // where the record read last begins
	next  int64
	body  []byte
	cells []string
}

// read returns the next row, or io.EOF behind the last. The slice of cells is
// used again for the row after; their text stays.
func (r *records) read() (number int, cells []string, err error) {
	size, err := binary.ReadUvarint(r.r)
	if err != nil {
		return 0, nil, err
	}
	r.at = r.next
	r.next += int64(varintLen(size)) + int64(size)
	if uint64(cap(r.body)) < size {
		r.body = make([]byte, size+size/2)
	}
	b := r.body[:size]
	if _, err := io.ReadFull(r.r, b); err != nil {
		return 0, nil, fmt.Errorf("reading the working file: %w", err)
	}
	u, n := binary.Uvarint(b)
	b = b[n:]
	width, n := binary.Uvarint(b)
	b = b[n:]
	r.cells = r.cells[:0]
	return int(u), r.slice(b, int(width)), nil
}

// slice cuts the cells out of one string, whose lengths stand before it.
func (r *records) slice(b []byte, width int) []string {
	lengths := b
	for range width {
		_, n := binary.Uvarint(b)
		b = b[n:]
	}
	text := string(b)
	for range width {
		u, n := binary.Uvarint(lengths)
		lengths = lengths[n:]
		r.cells = append(r.cells, text[:u])
		text = text[u:]
	}
	return r.cells
}

// varintLen returns the number of bytes that u takes as a varint.
func varintLen(u uint64) int {
	n := 1
	for ; u >= 1<<7; u >>= 7 {
		n++
	}
	return n
}
