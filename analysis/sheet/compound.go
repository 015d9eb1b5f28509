package sheet

import (
	"bytes"
	"io"
	"strings"
)

// isOldWorkbook recognises what Excel saved until 2007: a compound file, and
// before it the bare records of BIFF2 to BIFF4. The latter are refused with
// advice, and so are bare records of BIFF5 and BIFF8, which some programs write.
func isOldWorkbook(head []byte) bool {
	for _, bof := range []string{"\x09\x00\x04\x00", "\x09\x02\x06\x00", "\x09\x04\x06\x00", "\x09\x08\x08\x00", "\x09\x08\x10\x00"} {
		if bytes.HasPrefix(head, []byte(bof)) {
			return true
		}
	}
	return isCompound(head)
}

// isCompound recognises the container that Office used until 2007 and still
// uses for files with a password.
func isCompound(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

// compoundContents says what to do with a container that has a stream of that
// name.
var compoundContents = []struct{ stream, advice string }{
	{"EncryptedPackage", "it is protected with a password: open it in Excel, save a copy without the password, and run again"},
	{"WordDocument", "a Word document is not a format that is read: copy its text into a .txt file"},
}

// compoundAdvice says what to do with a container that is no workbook, or "". The
// names of its streams are UTF-16 and begin at multiples of 128 bytes, anywhere
// in the file (MS-CFB, 2.6).
func compoundAdvice(r io.ReaderAt, size int64) string {
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
					return compoundContents[i].advice
				}
			}
		}
	}
	return ""
}
