package long

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
)

// A Zip is what a workbook is written into, part by part.
type Zip struct {
	*zip.Writer
	part string // that has room for rows
	rows *Rows
}

// NewZip makes a Zip that writes to w.
func NewZip(w io.Writer) *Zip {
	z := &Zip{Writer: zip.NewWriter(w)}
	deflate := newDeflate(nil) // for one part after the other: a new one takes a megabyte
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflate.Reset(w)
		return deflate, nil
	})
	return z
}

// Put has the rows follow those of the head in a part, a sheet.
func (z *Zip) Put(part string, rows *Rows) { z.part, z.rows = part, rows }

// Create begins a part.
func (z *Zip) Create(part string) (io.Writer, error) {
	if part == z.part {
		return (*body)(z), nil
	}
	w, err := z.Writer.Create(part)
	if part == stylePart {
		return styleSheet{w}, err
	}
	return w, err
}

// Close ends the workbook.
func (z *Zip) Close() error {
	if z.part != "" {
		return errors.New("no sheet " + z.part + " with room for its rows")
	}
	return z.Writer.Close()
}

// A body is the part that has room for the rows. The library writes it at once.
type body Zip

// Write writes the part with the rows, which are compressed already, between
// two pieces of what it is given.
func (z *body) Write(part []byte) (int, error) {
	end := bytes.Index(part, []byte("</sheetData>"))
	if end < 0 || z.part == "" {
		return 0, errors.New("no place for the rows in " + z.part)
	}
	rows, err := z.rows.all()
	if err != nil {
		return 0, err
	}
	head, tail := newPiece(""), newPiece("")
	if err := errors.Join(head.put(part[:end]), rows.put(nil), tail.put(part[end:]), tail.deflate.Close()); err != nil {
		return 0, err
	}
	whole := &zip.FileHeader{Name: z.part, Method: zip.Deflate}
	for _, p := range []*piece{head, rows, tail} {
		whole.CRC32 = p.joined(whole.CRC32)
		whole.UncompressedSize64 += uint64(p.size)
		whole.CompressedSize64 += uint64(p.total)
	}
	w, err := z.Writer.CreateRaw(whole)
	if err != nil {
		return 0, err
	}
	z.part = ""
	return len(part), errors.Join(head.writeTo(w), rows.writeTo(w), tail.writeTo(w))
}
