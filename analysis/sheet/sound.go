package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"

	"golang.org/x/text/encoding/htmlindex"
)

// What the XML of a sheet may hold. A cell holds 32,767 characters at most, and
// Excel's own files nest ten elements.
const (
	tokenLimit = 1 << 20
	depthLimit = 64
	lastRow    = 1 << 20
)

// sound reads the XML of a sheet, or of the strings of all sheets, to its end.
// Excelize takes what follows a mistake in it for the end of the sheet, so that
// rows would be lost without a word.
func sound(part io.Reader) error {
	in := &tokenReader{r: part}
	d := xml.NewDecoder(in)
	d.CharsetReader = charsetReader
	depth, row := 0, 0
	for {
		in.left = tokenLimit
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("behind row %d: %w", row, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > depthLimit {
				return fmt.Errorf("behind row %d: more than %d elements within each other", row, depthLimit)
			}
			if t.Name.Local != "row" {
				continue
			}
			next := rowNumber(t, row+1)
			if next <= row || next > lastRow {
				return fmt.Errorf("row %d follows row %d, and a sheet has rows 1 to %d in this order", next, row, lastRow)
			}
			row = next
		case xml.EndElement:
			depth--
		}
	}
}

// rowNumber is the number that the row states, or usual.
func rowNumber(row xml.StartElement, usual int) int {
	for _, a := range row.Attr {
		if a.Name.Local == "r" {
			n, err := strconv.Atoi(a.Value)
			if err != nil {
				return -1
			}
			return n
		}
	}
	return usual
}

func charsetReader(label string, r io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(r), nil
}

var errLongToken = errors.New("a text that is longer than any cell can hold")

// A tokenReader gives no more than is left for one token, with some room for
// what the decoder reads ahead.
type tokenReader struct {
	r    io.Reader
	left int
}

func (t *tokenReader) Read(p []byte) (int, error) {
	if t.left < 0 {
		return 0, errLongToken
	}
	n, err := t.r.Read(p)
	t.left -= n
	return n, err
}
