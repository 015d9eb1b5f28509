package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"commonground/analysis/sheet/markup"
)

// webTableLimit is the longest page whose tables are read; they are held in
// memory. It is the export of some 100,000 rows with ten cells each.
const webTableLimit = 64 << 20

// spanLimit is how many columns a cell takes up at most, as in HTML itself.
const spanLimit = 1000

var errNoWebTable = errors.New("the page has no table: copy its text into a .txt file, or export the answers as .xlsx or .csv")

// hasWebTable recognises what many school systems call an Excel file: a web page
// with a table.
func hasWebTable(head []byte) bool {
	s := strings.ToLower(decodedHead(head))
	start := strings.TrimLeft(s, "\ufeff \t\r\n")
	return strings.HasPrefix(start, "<") && strings.Contains(s, "<table") && strings.Contains(s, "<tr")
}

// openWebTables reads the tables of a web page that have several rows. A table
// within a cell is part of its text.
func openWebTables(_ string, r io.ReaderAt, size int64) (*File, error) {
	if size > webTableLimit {
		return nil, fmt.Errorf("a web page of more than %d MiB is not read: export the answers as .xlsx or .csv", webTableLimit>>20)
	}
	chars, notes, err := findCharset(r, size)
	if err != nil {
		return nil, err
	}
	w := webTables{page: html.NewTokenizer(chars.decoded(r, size))}
	w.page.SetMaxBuf(markup.TextLimit)
	if err := w.read(); err != nil {
		return nil, err
	}
	f := &File{Encoding: chars.name, Notes: notes}
	if w.cut {
		f.Notes = append(f.Notes, fmt.Sprintf("The page ends within row %d of its last table, as if it were cut off. What stands before that was read; what follows is missing: export it again.", w.number))
	}
	for _, rows := range w.tables {
		if len(rows) < 2 {
			continue
		}
		f.Tables = append(f.Tables, Table{Rows: func(yield func(Row, error) bool) {
			for _, row := range rows {
				if !yield(Row{Number: row.Number, Cells: slices.Clone(row.Cells)}, nil) {
					return
				}
			}
		}})
	}
	if len(f.Tables) == 0 {
		return nil, errNoWebTable
	}
	return f, nil
}

// webTables gathers the tables of a page. Rows are numbered within their table.
type webTables struct {
	page   *html.Tokenizer
	tables [][]Row

	depth  int // tables within each other
	number int // of the row
	cells  []string
	inCell bool
	text   strings.Builder
	span   int   // columns of the cell
	rows   int   // rows of the cell
	below  []int // rows that cells from above still take up, by column
	skip   int   // scripts and styles within each other
	cut    bool  // the page ends within a table
}

// sourceLines are how a page's source was laid out; its own line breaks are
// tags.
var sourceLines = strings.NewReplacer("\n", " ", "\r", " ", "\u00a0", " ")

func (w *webTables) read() error {
	for {
		switch w.page.Next() {
		case html.ErrorToken:
			if err := w.page.Err(); err != io.EOF {
				return fmt.Errorf("behind row %d of table %d: %w", w.number, len(w.tables), err)
			}
			w.cut = w.depth > 0
			w.endRow()
			return nil
		case html.TextToken:
			if w.inCell && w.skip == 0 {
				w.text.WriteString(sourceLines.Replace(string(w.page.Text())))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			w.start()
		case html.EndTagToken:
			w.end()
		}
	}
}

func (w *webTables) start() {
	name, more := w.page.TagName()
	tag := atom.Lookup(name)
	switch tag {
	case atom.Table:
		if w.depth++; w.depth == 1 {
			w.tables = append(w.tables, nil)
			w.number, w.below = 0, w.below[:0]
		}
	case atom.Script, atom.Style:
		w.skip++
	case atom.Br, atom.P, atom.Div, atom.Li:
		w.breakLine()
	}
	if w.depth != 1 {
		return
	}
	switch tag {
	case atom.Tr:
		w.endRow()
		w.number++
	case atom.Td, atom.Th:
		w.endCell()
		w.number = max(1, w.number) // cells may come without <tr>
		w.inCell, w.span, w.rows = true, 1, 1
		for more {
			var key, value []byte
			key, value, more = w.page.TagAttr()
			switch n, err := strconv.Atoi(string(value)); {
			case err != nil || n < 1:
			case string(key) == "colspan":
				w.span = min(n, spanLimit)
			case string(key) == "rowspan":
				w.rows = n
			}
		}
	}
}

func (w *webTables) end() {
	name, _ := w.page.TagName()
	switch atom.Lookup(name) {
	case atom.Table:
		if w.depth == 1 {
			w.endRow()
		}
		w.depth = max(0, w.depth-1)
	case atom.Script, atom.Style:
		w.skip = max(0, w.skip-1)
	case atom.Td, atom.Th:
		if w.depth == 1 {
			w.endCell()
		}
	case atom.P, atom.Div, atom.Li:
		w.breakLine()
	}
}

func (w *webTables) breakLine() {
	if w.inCell && w.text.Len() > 0 {
		w.text.WriteString("\n")
	}
}

// endCell adds the cell, its lines without the white space that the page's
// source was laid out with.
func (w *webTables) endCell() {
	if !w.inCell {
		return
	}
	var lines []string
	for line := range strings.SplitSeq(w.text.String(), "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	text := strings.Join(lines, "\n")
	for len(w.cells) < len(w.below) && w.below[len(w.cells)] > 0 {
		w.cells = append(w.cells, "")
	}
	for range min(w.span, columnLimit-len(w.cells)) {
		if len(w.below) == len(w.cells) {
			w.below = append(w.below, 0)
		}
		w.below[len(w.cells)] = w.rows
		w.cells = append(w.cells, text)
		text = ""
	}
	w.inCell = false
	w.text.Reset()
}

func (w *webTables) endRow() {
	w.endCell()
	if cells := withoutEmptyTail(w.cells); len(cells) > 0 && len(w.tables) > 0 {
		last := &w.tables[len(w.tables)-1]
		*last = append(*last, Row{Number: w.number, Cells: slices.Clone(cells)})
	}
	w.cells = w.cells[:0]
	for i := range w.below {
		w.below[i] = max(0, w.below[i]-1)
	}
}
