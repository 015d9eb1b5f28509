package review

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	tables "commonground/analysis/sheet"
)

// headLimit is the number of rows among which a sheet has its header; a review
// workbook begins with instructions.
const headLimit = 20

// A goldColumn is a column of a sheet: a fact of the comment, a theme, or
// neither.
type goldColumn struct {
	name  string
	fact  *goldFact
	theme int // index, or -1
	coder int // of a theme: index into goldHead.coders
}

// A goldHead is what the columns of a sheet mean.
type goldHead struct {
	columns []goldColumn
	coders  []string // whom columns of themes are named for; "" for those that name nobody
}

func (g *goldReader) readSheets(r io.ReaderAt, size int64) error {
	f, err := tables.Open(g.file.File, r, size)
	if err != nil {
		return err
	}
	some := false
	for _, t := range f.Tables {
		if t.Name == sampleSheet {
			g.readSample(t)
			continue
		}
		some = g.readTable(t) || some
	}
	if !some && len(g.failed) == 0 {
		return fmt.Errorf(`%s: no sheet has a header with a column "text" and columns named by themes, such as %q: was it coded with another codebook?`,
			g.file.File, g.themes[0].ID)
	}
	return nil
}

func (g *goldReader) readSample(t tables.Table) {
	var err error
	if g.file.Sample, err = readSample(t); err != nil {
		g.fail(fmt.Errorf("%s: %w", g.file.File, err))
	}
}

// readTable reads a sheet, and reports whether it is one of codes.
func (g *goldReader) readTable(t tables.Table) bool {
	var head *goldHead
	for row, err := range t.Rows {
		var refused *tables.RowError
		switch {
		case errors.As(err, &refused):
			g.fail(err)
		case err != nil:
			g.fail(err)
			return head != nil
		case head != nil:
			g.readRow(head, row)
		case row.Number > headLimit:
			return false
		default:
			head = g.header(row.Cells)
		}
	}
	return head != nil
}

// header returns what the columns of a sheet mean, or nil where the row is no
// header of codes.
func (g *goldReader) header(cells []string) *goldHead {
	h := &goldHead{}
	text, theme := false, false
	for _, cell := range cells {
		c := goldColumn{name: cell, fact: goldFactOf(cell), theme: -1}
		if c.fact == nil {
			var coder string
			if c.theme, coder = g.column(cell); c.theme >= 0 {
				if c.coder = slices.Index(h.coders, coder); c.coder < 0 {
					c.coder = len(h.coders)
					h.coders = append(h.coders, coder)
				}
			}
		}
		text = text || c.fact == &goldFacts[0]
		theme = theme || c.theme >= 0
		h.columns = append(h.columns, c)
	}
	if !text || !theme {
		return nil
	}
	g.file.Unmarked = true
	for _, c := range h.columns {
		switch {
		case c.theme >= 0:
			g.coded[c.theme] = true
		case c.fact == goldFactOf(checked):
			g.file.Unmarked = false
		case c.fact == goldFactOf(noContent):
			g.file.NonAnswers = true
		case c.fact == goldFactOf(whyName):
			g.file.Shown = true
		case c.fact == nil && strings.TrimSpace(c.name) != "":
			g.file.Notes = append(g.file.Notes, fmt.Sprintf("The column %q names no theme of the codebook and is left out.", c.name))
		}
	}
	return h
}

// goldMarks part a theme from a coder in the name of a column.
const goldMarks = ":/|.(_"

// column understands the name of a column of a theme: "trust", "trust: Ana",
// "trust (Ana)", or "Ana: trust". The theme is -1 where it is none.
func (g *goldReader) column(name string) (theme int, coder string) {
	name = strings.TrimSpace(name)
	if theme = g.theme(name); theme >= 0 {
		return theme, ""
	}
	for at, r := range name {
		if !strings.ContainsRune(goldMarks, r) {
			continue
		}
		before, after := strings.TrimSpace(name[:at]), strings.TrimSpace(strings.TrimSuffix(name[at+1:], ")"))
		if theme = g.theme(before); theme >= 0 {
			return theme, after
		}
		if theme = g.theme(after); theme >= 0 {
			return theme, before
		}
	}
	return -1, ""
}

// readRow adds a decision for each coder whom the columns name.
func (g *goldReader) readRow(h *goldHead, row tables.Row) {
	d := Decision{Checked: true, Row: row.Number}
	codes := make([][]Code, len(h.coders))
	for i, c := range h.columns {
		cell := ""
		if i < len(row.Cells) {
			cell = strings.TrimSpace(row.Cells[i])
		}
		var err error
		switch {
		case c.fact != nil:
			err = c.fact.set(&d, cell)
		case c.theme >= 0:
			var code Code
			var found bool
			if code, found, err = parseCode(g.themes[c.theme].ID, cell); found {
				codes[c.coder] = append(codes[c.coder], code)
			}
		}
		if err != nil {
			g.fail(&tables.RowError{File: g.file.File, Row: row.Number, Column: c.name, Err: err})
		}
	}
	if d.Comment.Text == "" {
		return // as the last row of a review workbook that goes on elsewhere
	}
	rowCoder := d.Coder
	for i, coder := range h.coders {
		if d.Coder = rowCoder; coder != "" {
			d.Coder = coder
		}
		d.Codes = g.inOrder(codes[i])
		g.file.All = append(g.file.All, d)
	}
}

// inOrder puts codes into the order of the codebook.
func (g *goldReader) inOrder(codes []Code) []Code {
	slices.SortStableFunc(codes, func(a, b Code) int { return g.theme(a.Theme) - g.theme(b.Theme) })
	return slices.CompactFunc(codes, func(a, b Code) bool { return a.Theme == b.Theme })
}
