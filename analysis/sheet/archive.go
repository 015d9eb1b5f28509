package sheet

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
)

// zipContents says what a zip file with a part of that name is, and what to do
// with it; a workbook needs no advice.
var zipContents = []struct{ part, advice string }{
	{"xl/workbook.bin", "a binary workbook (.xlsb) is not a format that is read: open it in Excel, save it as .xlsx, and run again"},
	{"word/document.xml", "a Word document is not a format that is read: copy its text into a .txt file"},
	{"ppt/presentation.xml", "a presentation is not a format that is read"},
	{"index/document.iwa", "a document of Numbers, Pages or Keynote is not a format that is read: export it as .xlsx or .csv"},
	{"[content_types].xml", ""},
	{"xl/workbook.xml", ""},
	{"mimetype", ""},
	{"content.xml", ""},
}

// IsArchive reports whether the file is a zip of files, and not a document that
// consists of one.
func IsArchive(r io.ReaderAt, size int64) bool {
	dir, err := zip.NewReader(r, size)
	if err != nil {
		return false
	}
	for _, part := range dir.File {
		for _, c := range zipContents {
			if partName(part.Name) == c.part {
				return false
			}
		}
	}
	return true
}

// notWorkbook says what a zip file is that is no workbook.
func notWorkbook(parts partsByName) error {
	for _, c := range zipContents {
		if parts.find(c.part) != nil && c.advice != "" {
			return errors.New(c.advice)
		}
	}
	return errors.New("this zip file is not an Excel workbook: " + readable + "; from other programs, export one of them")
}

// hasBook reports whether the parts are those of a workbook, which some
// programs keep in a folder of another name.
func hasBook(parts partsByName) bool {
	for name := range parts {
		if strings.EqualFold(path.Base(name), "workbook.xml") {
			return true
		}
	}
	return false
}

// brokenZip refuses a zip file whose list of parts, at its end, can't be read. The
// name of its first part tells a workbook.
func brokenZip(r io.ReaderAt) error {
	const header = 30 // bytes in front of a part's name (APPNOTE.TXT, 4.3.7)
	head := make([]byte, header+64)
	n, _ := r.ReadAt(head, 0)
	first := partName(string(head[min(n, header):n]))
	for _, dir := range []string{"[content_types].xml", "_rels/", "docprops/", "xl/", "customxml/"} {
		if strings.HasPrefix(first, dir) {
			return errors.New("the workbook is damaged or not completely downloaded, for it lacks its end: copy or download it again; if Excel can open it, save it there again, and run again")
		}
	}
	return errors.New("the zip file is damaged or not completely downloaded, for it lacks its end: copy or download it again, or unpack it and name the files in it")
}
