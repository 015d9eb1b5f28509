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
	format, err := recognise(name, r, size)
	if err != nil {
		return nil, err
	}
	f, err := format.Tables(name, whole{r, size}, size)
	if err != nil {
		return nil, err
	}
	f.Format = format.Name
	if note := format.misnamed(name); note != "" {
		f.Notes = append(f.Notes, note)
	}
	return f, nil
}

// CanRead says why Open would refuse a file that is none of Formats, or nil. It
// doesn't look for damage.
func CanRead(name string, r io.ReaderAt, size int64) error {
	_, err := recognise(name, r, size)
	return err
}

// workbookExts are what workbooks are called.
var workbookExts = []string{".xlsx", ".xlsm", ".xls", ".ods"}

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// misnamed is a note on a file whose name says that it is of another format.
func (f *Format) misnamed(name string) string {
	ext := strings.ToLower(filepath.Ext(name))
	claims := func(f *Format) bool { return slices.Contains(f.Exts, ext) }
	i := slices.IndexFunc(Formats, claims)
	if i < 0 || Formats[i] == f || slices.Contains(plainExts, ext) {
		return ""
	}
	return fmt.Sprintf("The file is named %s, and was read as what it is: %s.", ext, f.Name)
}

// plainExts are of text that may as well be a table.
var plainExts = []string{".txt", ".text", ".xml"}

func recognise(name string, r io.ReaderAt, size int64) (*Format, error) {
	head := make([]byte, min(size, headSize))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return nil, fmt.Errorf("the file could not be read: %w", err)
	}
	if len(bytes.TrimSpace(head)) == 0 && size <= headSize {
		return nil, errors.New("the file is empty")
	}
	if err := refusedStart(head); err != nil {
		return nil, err
	}
	ext := strings.ToLower(filepath.Ext(name))
	found := sniffed(Formats[:len(Formats)-2], ext, head)
	if found == nil {
		if err := refusedText(ext, head); err != nil {
			return nil, err
		}
		found = sniffed(Formats[len(Formats)-2:], ext, head)
	}
	isTable := slices.Contains(Formats[len(Formats)-1].Exts, ext)
	switch {
	case found == nil && isTable:
		return nil, errors.New("the file is called a table and is no text, for it is full of control characters: export it again, as .xlsx or .csv")
	case found == nil:
		return nil, errors.New("this is not a format that is read: " + readable)
	case found.Name == "text" && slices.Contains(workbookExts, ext):
		return nil, errors.New("the file is called a workbook and is none: open it in Excel, save it again as .xlsx, and run again")
	}
	return found, nil
}

// sniffed is the format that can read a file that begins so: the one that
// claims its extension, else the first.
func sniffed(formats []*Format, ext string, head []byte) *Format {
	var found *Format
	for _, f := range formats {
		if !f.Sniff(head) {
			continue
		}
		if slices.Contains(f.Exts, ext) {
			return f
		}
		if found == nil {
			found = f
		}
	}
	return found
}
