package review

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
)

// Checked counts the rows of a review workbook that are marked as checked. A
// workbook whose head isn't where Write puts it is an error: what is not known
// to be unchecked must not be replaced. Any mark counts, whatever it says.
func Checked(f *os.File) (int, error) {
	n, err := countChecked(f)
	if err != nil {
		return 0, fmt.Errorf("looking for checked rows in %s: %w", f.Name(), err)
	}
	return n, nil
}

// Untouched reports whether nobody saved a workbook since Write wrote it: every
// program that does says when.
func Untouched(f *os.File) (bool, error) {
	fail := func(err error) (bool, error) {
		return false, fmt.Errorf("looking who saved %s: %w", f.Name(), err)
	}
	info, err := f.Stat()
	if err != nil {
		return fail(err)
	}
	book, err := zip.NewReader(f, info.Size())
	if err != nil {
		return fail(err)
	}
	part, err := book.Open("docProps/core.xml")
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return fail(err)
	}
	defer part.Close()
	var saved struct {
		By string `xml:"lastModifiedBy"`
		At string `xml:"modified"`
	}
	if err := xml.NewDecoder(part).Decode(&saved); err != nil {
		return fail(err)
	}
	return saved.By == program && saved.At == noDay, nil
}

func countChecked(f *os.File) (int, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	book, err := zip.NewReader(f, info.Size())
	if err != nil {
		return 0, err
	}
	part, err := book.Open("xl/worksheets/sheet1.xml") // every program numbers sheets in their order
	if err != nil {
		return 0, err
	}
	defer part.Close()
	n := 0
	head := map[int]bool{}
	err = firstColumn(part, func(row int) {
		if row <= headRow {
			head[row] = true
		} else {
			n++
		}
	})
	if err == nil && (len(head) != 2 || !head[1] || !head[headRow]) {
		err = errors.New("the instructions or the header are not where they were")
	}
	return n, err
}

// firstColumn calls filled with the number of each row whose first cell isn't
// empty. A decoder of XML takes a hundred times as long, and a sheet of 200,000
// answers is read before each new report.
func firstColumn(sheet io.Reader, filled func(row int)) error {
	r := bufio.NewReaderSize(sheet, 1<<16)
	row, text := 0, false // row is 0 outside of the first column's cells
	for {
		piece, err := r.ReadSlice('>')
		if errors.Is(err, bufio.ErrBufferFull) {
			text = true
			continue
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		tag := bytes.LastIndexByte(piece, '<')
		if tag != 0 {
			text = true
		}
		if tag < 0 {
			continue // a ">" within text
		}
		switch name, attributes := element(piece[tag+1 : len(piece)-1]); name {
		case "c":
			if row, err = rowOfFirst(attributes); err != nil {
				return err
			}
		case "/c":
			row = 0
		case "/v", "/t":
			if row > 0 && text {
				filled(row)
				row = 0
			}
		}
		text = false
	}
}

// element splits what stands between "<" and ">" into the element's name,
// without its prefix, and its attributes.
func element(tag []byte) (name string, attributes []byte) {
	end := bytes.IndexAny(tag, " \t\r\n")
	if end < 0 {
		end = len(tag)
	}
	plain := tag[:end]
	if colon := bytes.IndexByte(plain, ':'); colon >= 0 {
		closing := bytes.HasPrefix(plain, []byte("/"))
		if plain = plain[colon+1:]; closing {
			return "/" + string(plain), nil
		}
	}
	return string(plain), tag[end:]
}

// rowOfFirst returns the row of a cell in the first column, and 0 for others
// and for a cell without content.
func rowOfFirst(attributes []byte) (int, error) {
	_, ref, ok := bytes.Cut(attributes, []byte(` r="`))
	if !ok {
		return 0, errors.New("a cell doesn't say where it stands")
	}
	ref, _, _ = bytes.Cut(ref, []byte(`"`))
	if len(ref) < 2 || ref[0] != 'A' || ref[1] > '9' || bytes.HasSuffix(attributes, []byte("/")) {
		return 0, nil
	}
	return strconv.Atoi(string(ref[1:]))
}
