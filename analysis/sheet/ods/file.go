package ods

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"commonground/analysis/sheet/markup"
)

const (
	// unpackLimit is what the XML may grow to. 100,000 answers to 25 questions
	// take 0.3 GiB as LibreOffice writes them. Beyond it is no survey but a zip
	// bomb.
	unpackLimit = 4 << 30
	// manifestLimit is what is read of the list of parts; it grows with the
	// pictures, some 200 bytes each.
	manifestLimit = 4 << 20
)

var errTooLarge = errors.New("it would unpack to more than any survey needs")

// A file is a spreadsheet that can be read many times.
type file struct {
	open   func() (io.ReadCloser, error) // the XML
	macros bool
}

// A place is where the rows of a sheet begin: an offset into the XML, the
// element they are in, and what the prefixes stand for there.
type place struct {
	offset   int64
	element  string // its full name
	prefixes prefixes
}

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

func openFile(r io.ReaderAt, size int64) (*file, error) {
	head := make([]byte, min(size, 4))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return nil, fmt.Errorf("the file could not be read: %w", err)
	}
	if !isZip(head) {
		return &file{open: func() (io.ReadCloser, error) {
			return io.NopCloser(io.NewSectionReader(r, 0, size)), nil
		}}, nil
	}
	dir, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.New("the spreadsheet is damaged or not completely downloaded, for it lacks its end: copy or download it again; if LibreOffice can open it, save it there again, and run again")
	}
	return openParts(dir)
}

func openParts(dir *zip.Reader) (*file, error) {
	var content *zip.File
	locked, macros := false, false
	for _, part := range dir.File {
		const encrypted = 1 // bit 0 of the general purpose flags (APPNOTE.TXT, 4.4.4)
		locked = locked || part.Flags&encrypted != 0
		switch {
		case part.Name == "content.xml" && content == nil:
			content = part
		case part.Name == "META-INF/manifest.xml":
			locked = locked || hasEncryption(part)
		case isMacro(part.Name):
			macros = true
		}
	}
	switch {
	case locked:
		return nil, errors.New("the spreadsheet is protected with a password: open it in LibreOffice, save a copy without the password, and run again")
	case content == nil:
		return nil, errors.New("this zip file is not an OpenDocument spreadsheet, for it has no content.xml: save it as .ods or .csv, and run again")
	case content.UncompressedSize64 > unpackLimit:
		return nil, fmt.Errorf("the spreadsheet is refused: %w", errTooLarge)
	}
	open := func() (io.ReadCloser, error) {
		r, err := content.Open()
		return markup.Unpacked{ReadCloser: r}, err
	}
	return &file{open, macros}, nil
}

// isMacro tells a macro from the lists of macros, which may be empty.
func isMacro(part string) bool {
	isList := strings.HasSuffix(part, "/") || strings.HasSuffix(part, "/script-lc.xml") || strings.HasSuffix(part, "/script-lb.xml")
	return !isList && (strings.HasPrefix(part, "Basic/") || strings.HasPrefix(part, "Scripts/"))
}

// hasEncryption looks for what says how to decrypt a part (OpenDocument 1.3
// part 2, 4.4). A manifest that can't be read says nothing.
func hasEncryption(manifest *zip.File) bool {
	r, err := manifest.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, manifestLimit))
	return err == nil && bytes.Contains(b, []byte("encryption-data"))
}
