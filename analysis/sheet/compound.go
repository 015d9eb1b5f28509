package sheet

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// isCompound recognises the container that Office used until 2007 and still
// uses for files with a password.
func isCompound(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

// compoundContents says what a container with a stream of that name is.
var compoundContents = []struct{ stream, advice string }{
	{"EncryptedPackage", "it is protected with a password: open it in Excel, save a copy without the password, and run again"},
	{"Workbook", "the old Excel format (.xls) is not read yet: open it in Excel, save it as .xlsx, and run again"},
	{"Book", "the old Excel format (.xls) is not read yet: open it in Excel, save it as .xlsx, and run again"},
	{"WordDocument", "a Word document is not a format that is read: copy its text into a .txt file"},
}

// compoundError says what to do with a container. The names of its streams are
// UTF-16 and begin at multiples of 128 bytes, anywhere in the file (MS-CFB, 2.6).
func compoundError(r io.ReaderAt, size int64) error {
	var names [][]byte
	for _, c := range compoundContents {
		names = append(names, []byte(strings.Join(strings.Split(c.stream, ""), "\x00")+"\x00\x00\x00"))
	}
	buf := make([]byte, 64<<10)
	for off := int64(0); off < size; off += int64(len(buf)) {
		n, _ := r.ReadAt(buf, off)
		for entry := 0; entry < n; entry += 128 {
			for i, name := range names {
				if bytes.HasPrefix(buf[entry:n], name) {
					return errors.New(compoundContents[i].advice)
				}
			}
		}
	}
	return errors.New("this is not a format that is read: open it in the program that made it, and save it as .xlsx, .csv or .txt")
}
