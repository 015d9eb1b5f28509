package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// headSize is how much of a file decides its format, its delimiter and whether
// it is text: enough for the first records of a survey with hundreds of columns.
const headSize = 64 << 10

// Open recognises the file by its content, with the extension of name deciding
// only between formats that look alike, and finds its tables. Rows are read
// from r as they are ranged over, so r has to outlive them.
func Open(name string, r io.ReaderAt, size int64) (*File, error) {
	f, err := open(name, r, size)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

func open(name string, r io.ReaderAt, size int64) (*File, error) {
	head := make([]byte, min(size, headSize))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return nil, fmt.Errorf("the file could not be read: %w", err)
	}
	if len(bytes.TrimSpace(head)) == 0 && size <= headSize {
		return nil, errors.New("the file is empty")
	}
	if isCompound(head) {
		return nil, compoundError(r, size)
	}
	format, err := recognise(name, head)
	if err != nil {
		return nil, err
	}
	f, err := format.Tables(name, r, size)
	if err != nil {
		return nil, err
	}
	f.Format = format.Name
	return f, nil
}

func recognise(name string, head []byte) (*Format, error) {
	start := bytes.ToLower(bytes.TrimLeft(head[:min(len(head), 64)], "\ufeff \t\r\n"))
	for _, no := range refusals {
		if bytes.HasPrefix(head, []byte(no.starts)) || bytes.HasPrefix(start, []byte(no.starts)) {
			return nil, errors.New(no.advice)
		}
	}
	ext := strings.ToLower(filepath.Ext(name))
	var found *Format
	for _, f := range Formats {
		if !f.Sniff(head) {
			continue
		}
		if slices.Contains(f.Exts, ext) {
			return f, nil
		}
		if found == nil {
			found = f
		}
	}
	isTable := slices.Contains(Formats[len(Formats)-1].Exts, ext)
	switch {
	case found == nil && isTable:
		return nil, errors.New("the file is called a table and is no text, for it is full of control characters: export it again, as .xlsx or .csv")
	case found == nil:
		return nil, errors.New("this is not a format that is read: .xlsx, .csv, .tsv and plain text are")
	case found.Name == "text" && slices.Contains(Formats[0].Exts, ext):
		return nil, errors.New("the file is called a workbook and is none: open it in Excel, save it again as .xlsx, and run again")
	}
	return found, nil
}
