package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/analysis/sheet"
)

// headRows is how many rows are looked at to find the header.
const headRows = 12

// A header is the heading of a table: one row, or two where a question spreads
// over several columns.
type header struct {
	rows     int // rows up to and with the header, of those looked at
	cells    []string
	items    []string // of the second header row, if it has one
	headings []heading
	export   *export // the program that wrote it; nil for none that is known
	notes    []string
}

// A heading is what stands above one column.
type heading struct {
	name    string // to tell it from all others of the table
	code    string // as the program names the column
	head    string // the question
	item    string // the choice or item of the question that the column is for, or ""
	choice  bool   // the program says that item is a choice: the cells say whether it was taken
	written bool   // the program says that the cells are words of the respondent's own
	double  bool   // the columns behind it hold the same
}

// findHeader finds the header among the first rows of a table.
func findHeader(rows []sheet.Row) header {
	first := headerRow(rows)
	h := header{rows: first + 1, cells: rows[first].Cells}
	if n := qualtricsRows(rows[first:]); n > 1 {
		h.rows = first + n
		h.headings = qualtrics(rows[first:h.rows])
		h.finish(nil)
		return h
	}
	if titles := titles(rows[:first]); titles != "" {
		h.notes = append(h.notes, fmt.Sprintf("What stands above the header was left out: %s.", titles))
	}
	if !looksLikeHeader(h.cells) {
		h.notes = append(h.notes, fmt.Sprintf("Row %d was taken for the header, though it looks like answers. If the file has no header, add one.", rows[first].Number))
	}
	stacked := false
	if first+1 < len(rows) {
		below := rows[first+1].Cells
		if stacked = isStacked(h.cells, below); stacked || isItemRow(h.cells, below) {
			h.items = below
			h.rows++
		}
	}
	h.headings = headings(widen(h.cells, rows[h.rows:]), h.items, stacked)
	h.finish(h.items)
	return h
}

// finish finds the program and the questions that spread over columns, and
// names the columns.
func (h *header) finish(items []string) {
	h.export = exportOf(h.headings)
	if h.export == nil && slices.ContainsFunc(items, func(c string) bool { return itemWords.is(fold(c)) }) {
		h.export = surveyMonkey
	}
	if items == nil {
		spread(h.headings, h.export)
	}
	for i := range h.headings {
		c := &h.headings[i]
		c.name = c.title(i)
		c.written = c.written || c.item == "" && otherWords.is(fold(c.head))
	}
	distinguish(h.headings)
}

// headerRow returns the index of the first row that can be a header: with more
// than one filled cell, if any row has. A row of codes above it ("V1", "Q1")
// gives way to the row that has the names of columns.
func headerRow(rows []sheet.Row) int {
	width := 0
	for _, r := range rows {
		width = max(width, filledCells(r.Cells))
	}
	need := min(2, width)
	first := max(0, slices.IndexFunc(rows, func(r sheet.Row) bool { return filledCells(r.Cells) >= need }))
	if first+1 < len(rows) {
		if known := knownNames(rows[first+1].Cells); known > 2 && known > 2*knownNames(rows[first].Cells) {
			first++
		}
	}
	return first
}

// knownNames counts the cells that name a usual column of an export.
func knownNames(cells []string) int {
	n := 0
	for _, c := range cells {
		if f := fold(c); idNames.is(f) || mailNames.is(f) || personalNames.is(f) || timestampNames.is(f) {
			n++
		}
	}
	return n
}

// titles quotes what stands above the header.
func titles(rows []sheet.Row) string {
	var quoted []string
	for _, r := range rows {
		if t := strings.TrimSpace(strings.Join(r.Cells, " ")); filledCells(r.Cells) < 3 {
			quoted = append(quoted, fmt.Sprintf("%q", t))
		}
	}
	return strings.Join(quoted, ", ")
}

func filledCells(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// looksLikeHeader reports whether cells can be headings: no dates, no
// addresses, and not mostly numbers.
func looksLikeHeader(cells []string) bool {
	var p profile
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" {
			p.counts[p.classify(c)]++
			p.filled++
		}
	}
	return p.counts[dateClass]+p.counts[mailClass]+p.counts[addressClass] == 0 && 2*p.counts[numberClass] <= p.filled
}

// headings joins the header's rows: a question goes on over the columns to its
// right that have an item but no question of their own. Where the upper row
// names groups, one of a single column gives way to the heading below.
func headings(cells, items []string, stacked bool) []heading {
	all := make([]heading, max(len(cells), len(items)))
	head := ""
	for i := range all {
		own, item := untag(clean(cell(cells, i))), untag(clean(cell(items, i)))
		switch {
		case own != "":
			head = own
		case item == "":
			head = ""
		}
		all[i] = heading{head: head, item: item, code: own}
	}
	for i := range all {
		h := &all[i]
		alone := (i == 0 || all[i-1].head != h.head) && (i+1 == len(all) || all[i+1].head != h.head)
		if h.head == "" || stacked && alone && h.item != "" {
			h.head, h.item, h.code = h.item, "", h.item
		}
		h.written = openItems.is(fold(h.item))
		if h.item != "" && (alone || itemWords.is(fold(h.item))) {
			h.item = ""
		}
	}
	return all
}

// widen adds blank cells to a header for the columns behind it that at least half
// of the rows below fill. Cells that go on where the one before ends were cut
// off it at a comma.
func widen(header []string, rows []sheet.Row) []string {
	width := len(header)
	for column := width; ; column++ {
		filled, goOn := 0, 0
		for _, r := range rows {
			text := cell(r.Cells, column)
			if first, _ := utf8.DecodeRuneInString(text); unicode.IsSpace(first) || unicode.IsLower(first) {
				goOn++
			}
			if strings.TrimSpace(text) != "" {
				filled++
			}
		}
		if filled == 0 || filled*2 < len(rows) || goOn*2 > filled {
			return append(slices.Clone(header), make([]string, column-width)...)
		}
	}
}

// title returns the heading in one piece.
func (h heading) title(column int) string {
	switch {
	case h.head == "":
		return "Column " + columnLetters(column)
	case h.item == "":
		return h.head
	}
	return h.head + " - " + h.item
}

// distinguish numbers headings that occur twice.
func distinguish(all []heading) {
	seen := map[string]int{}
	for i := range all {
		key := fold(all[i].name)
		seen[key]++
		if n := seen[key]; n > 1 {
			suffix := fmt.Sprintf(" (%d)", n)
			all[i].name += suffix
			if all[i].item == "" {
				all[i].head += suffix
			} else {
				all[i].item += suffix
			}
		}
	}
}

// cell returns cells[i], or "" where the row has no such cell.
func cell(cells []string, i int) string {
	if i >= 0 && i < len(cells) {
		return cells[i]
	}
	return ""
}

// columnLetters returns the name of a column in a spreadsheet: A, B … Z, AA.
func columnLetters(i int) string {
	var b []byte
	for i++; i > 0; i = (i - 1) / 26 {
		b = utf8.AppendRune(b, rune('A'+(i-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}

// repeats reports whether cells are a row of the header once more.
func (h *header) repeats(cells []string) bool {
	trimmed := func(a, b string) bool { return a == strings.TrimSpace(clean(b)) }
	for _, row := range [][]string{h.cells, h.items} {
		if len(row) > 0 && slices.EqualFunc(cells, row, trimmed) {
			return true
		}
	}
	return false
}
