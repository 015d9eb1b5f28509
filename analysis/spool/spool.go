// Package spool keeps records in a file between two readings, so that memory
// does not grow with their number.
package spool

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
)

// A File is a working file of records, readable by its owner alone. Records are
// added first and read afterwards. Where the system allows it, the file has no
// name, so that nothing stays behind however the program ends.
type File struct {
	file  *os.File
	named bool
	w     *bufio.Writer
	size  int64
}

// New makes a File in folder dir; "" is the system's folder for such files.
func New(dir string) (*File, error) {
	f, err := os.CreateTemp(dir, "commonground-*.spool")
	if err != nil {
		return nil, fmt.Errorf("making a working file: %w", err)
	}
	named := os.Remove(f.Name()) != nil
	return &File{file: f, named: named, w: bufio.NewWriterSize(f, 1<<16)}, nil
}

// Append appends a record in the form in which Write takes it: the length of
// its body, then the body.
func Append(dst, body []byte) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(body))), body...)
}

// Write adds the records that Append made.
func (f *File) Write(records []byte) error {
	f.size += int64(len(records))
	if _, err := f.w.Write(records); err != nil {
		return fmt.Errorf("writing the working file %s: %w", f.file.Name(), err)
	}
	return nil
}

// Add adds one record.
func (f *File) Add(body []byte) error {
	var room [binary.MaxVarintLen64]byte
	head := binary.AppendUvarint(room[:0], uint64(len(body)))
	if err := f.Write(head); err != nil {
		return err
	}
	return f.Write(body)
}

// Size returns where the next record will stand.
func (f *File) Size() int64 { return f.size }

// Records yields the records from byte from up to byte to, each with where it
// stands. A record is valid until the next one is asked for.
func (f *File) Records(from, to int64) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if err := f.w.Flush(); err != nil {
			yield(Record{}, fmt.Errorf("writing the working file %s: %w", f.file.Name(), err))
			return
		}
		r := bufio.NewReaderSize(io.NewSectionReader(f.file, from, to-from), int(max(16, min(1<<16, to-from))))
		var body []byte
		for at := from; at < to; {
			size, err := binary.ReadUvarint(r)
			if err == nil {
				if uint64(cap(body)) < size {
					body = make([]byte, size+size/2)
				}
				body = body[:size]
				_, err = io.ReadFull(r, body)
			}
			if err != nil {
				yield(Record{}, fmt.Errorf("reading the working file %s: %w", f.file.Name(), err))
				return
			}
			if !yield(Record{At: at, Body: body}, nil) {
				return
			}
			at += int64(len(binary.AppendUvarint(nil, size))) + int64(size)
		}
	}
}

// All yields all records.
func (f *File) All() iter.Seq2[Record, error] { return f.Records(0, f.size) }

// usual is a size that most records stay under, so that At reads them at once.
const usual = 2048

// At returns the record that stands at byte at.
func (f *File) At(at int64) (Record, error) {
	err := f.w.Flush()
	buf := make([]byte, min(usual, f.size-at))
	if err == nil {
		_, err = f.file.ReadAt(buf, at)
	}
	size, head := binary.Uvarint(buf)
	if missing := head + int(size) - len(buf); err == nil && missing > 0 {
		have := len(buf)
		buf = append(buf, make([]byte, missing)...)
		_, err = f.file.ReadAt(buf[have:], at+int64(have))
	}
	if err != nil {
		return Record{}, fmt.Errorf("reading the working file %s: %w", f.file.Name(), err)
	}
	return Record{At: at, Body: buf[head : head+int(size)]}, nil
}

// Close removes the file.
func (f *File) Close() error {
	err := f.file.Close()
	if f.named {
		err = errors.Join(err, os.Remove(f.file.Name()))
	}
	return err
}

// A Record is one record of a File.
type Record struct {
	At   int64
	Body []byte
}

// Uint takes a number off the front of the record's body, as
// binary.AppendUvarint put it there.
func (r *Record) Uint() uint64 {
	u, n := binary.Uvarint(r.Body)
	r.Body = r.Body[max(n, 0):]
	return u
}

// Int takes a number off the front as an int.
func (r *Record) Int() int { return int(r.Uint()) }

// Text takes n bytes off the front.
func (r *Record) Text(n int) string {
	s := string(r.Body[:n])
	r.Body = r.Body[n:]
	return s
}
