package intake

import (
	"fmt"

	"commonground/analysis/sheet"
)

// maxBeyond bounds the cells behind the last column that are left out one by one.
// Rows with more are refused.
const maxBeyond = 1000

// within returns the cells of a row that stand in the table. What somebody noted
// beside it, with an empty cell between, is left out and told.
func (t *table) within(number int, cells []string) []string {
	width := len(t.columns)
	if t.page != nil || len(cells) < width+2 || cells[width] != "" || filledCells(cells[:width]) == 0 || len(t.beyond) >= maxBeyond {
		return cells
	}
	return t.cut(number, cells)
}

// cut leaves out the cells behind the last column, and tells of them.
func (t *table) cut(number int, cells []string) []string {
	width := len(t.columns)
	for i := width; i < len(cells); i++ {
		if cells[i] != "" {
			t.beyond = append(t.beyond, &sheet.RowError{File: t.file, Row: number, Column: "Column " + columnLetters(i),
				Err: fmt.Errorf("%q stands behind the last column; it was left out, and the row is read", beginning(cells[i]))})
		}
	}
	return cells[:width]
}

// fitsWithout reports whether a row with a cell too many is as it should be
// without its last: each cell is as its column's others, and the last column
// doesn't hold words, which may have been cut at a comma.
func (t *table) fitsWithout(cells []string) bool {
	width := len(t.columns)
	fit, misfits := t.fit(cells[:width])
	return misfits == 0 && fit > 1 && t.columns[width-1].kind != OpenColumn && len(t.beyond) < maxBeyond
}

// shortText is how many bytes of a cell are shown in a message.
const shortText = 60

// beginning returns as much of a text as a message shows.
func beginning(text string) string {
	if len(text) <= shortText {
		return text
	}
	cut := shortText
	for cut > 0 && text[cut]&0xc0 == 0x80 { // within a character
		cut--
	}
	return text[:cut] + "…"
}
