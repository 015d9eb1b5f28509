package review

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	tables "commonground/analysis/sheet"
)

// A sheet may begin with instructions, as a review workbook does; fullRow is how
// many cells a row has that is more than that, and fullRows how many such rows may
// stand above the header, which may be of two lines.
const (
	fullRow  = 4
	fullRows = 1
)

func (g *goldReader) readSheets(r io.ReaderAt, size int64) error {
	f, err := tables.Open(g.file.File, r, size)
	if err != nil {
		return err
	}
	some, ours := false, slices.ContainsFunc(f.Tables, func(t tables.Table) bool { return t.Name == sheet })
	for _, t := range f.Tables {
		switch {
		case t.Name == sampleSheet:
			g.readSample(t)
			continue
		case t.Name == themeSheet && ours:
			continue
		}
		codes := g.readTable(t)
		if some = some || codes; ours && !codes && holds(t) {
			g.file.Notes = append(g.file.Notes, fmt.Sprintf("The sheet %q names no theme of the codebook and is left out.", t.Name))
		}
	}
	if !some && len(g.failed) == 0 {
		return fmt.Errorf(`%s: no sheet has a header with a column "text" and columns named by themes, such as %q: was it coded with another codebook, or its header changed?`,
			g.file.File, g.themes[0].ID)
	}
	return nil
}

// holds reports whether a sheet has any row.
func holds(t tables.Table) bool {
	for range t.Rows {
		return true
	}
	return false
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
	full := 0
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
		default:
			if head = g.header(row.Cells); head != nil && full > fullRows {
				g.fail(fmt.Errorf("%s: its header stands in row %d, below rows of answers: was the whole sheet sorted? Undo that, and sort by the arrows in the header, which stays where it is then",
					g.file.File, row.Number))
				return true
			}
			if filled(row.Cells) >= fullRow {
				full++
			}
			g.rowsOfCode = g.rowsOfCode || head != nil && row.Number == 1 && row.Cells[0] == fileName && head.has(programName)
		}
	}
	if head == nil {
		return false
	}
	g.others = append(g.others, head.others()...)
	g.noteNameless(head)
	return true
}

func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// readRow adds a decision for each coder whom the columns name.
func (g *goldReader) readRow(h *goldHead, row tables.Row) {
	d := goldRow{Decision: Decision{Checked: true, Row: row.Number}}
	codes, open := make([][]Code, len(h.coders)), make([][]string, len(h.coders))
	for len(h.columns) < len(row.Cells) { // more cells than headings
		h.columns = append(h.columns, goldColumn{theme: -1})
	}
	for i := range h.columns {
		c := &h.columns[i]
		cell := ""
		if i < len(row.Cells) {
			cell = strings.TrimSpace(row.Cells[i])
		}
		var err error
		switch {
		case c.fact != nil:
			err = c.fact.set(&d, cell)
		case c.theme < 0:
			c.count(cell)
		case isOpen(cell):
			open[c.coder] = append(open[c.coder], g.themes[c.theme].ID)
		default:
			var code Code
			var found bool
			if code, found, err = parseCode(g.themes[c.theme].ID, cell); found {
				codes[c.coder] = append(codes[c.coder], code)
			}
		}
		if err != nil {
			g.fail(&tables.RowError{File: g.file.File, Row: row.Number, Column: c.name, Err: fmt.Errorf("cell %s: %w", at(i+1, row.Number), err)})
		}
	}
	if d.Comment.Text == "" {
		return // as the last row of a review workbook that goes on elsewhere
	}
	if d.blind != "" {
		d.Blind = g.said(d.blind)
	}
	rowCoder := d.Coder
	for i, coder := range h.coders {
		if d.Coder = rowCoder; coder != "" {
			d.Coder = coder
		}
		said := g.inOrder(Said{d.NoContent, codes[i], open[i]})
		d.Codes, d.Open, d.Common = said.Codes, said.Open, coder == "" && len(h.coders) > 1
		d.Edited = g.edited(&d)
		g.file.All, g.asked = append(g.file.All, d.Decision), append(g.asked, h.asked[i])
	}
}

// leaveOpen leaves the themes open for which a row has no column, though another
// row has: one of another coder, or of another sheet.
func (g *goldReader) leaveOpen() {
	for i, asked := range g.asked {
		d := &g.file.All[i]
		if d.NoContent && len(d.Codes) == 0 {
			continue // has no theme, whatever was asked
		}
		for t, coded := range g.coded {
			if coded && !asked[t] {
				d.Open, d.Unasked = append(d.Open, g.themes[t].ID), d.Unasked+1
			}
		}
	}
}

// said reads what somebody said, of themes that the file has a column for.
func (g *goldReader) said(cell string) *Said {
	s := parseSaid(cell, func(theme string) bool {
		t := g.theme(theme)
		return t >= 0 && g.coded[t]
	})
	if s != nil {
		*s = g.inOrder(*s)
	}
	return s
}

// edited reports whether a row is not as the program wrote it: it says otherwise
// than the program did, settles what coders differ in, or names who decided though
// nobody did.
func (g *goldReader) edited(d *goldRow) bool {
	now := Said{d.NoContent, d.Codes, d.Open}
	if g.settled(d) {
		return true
	}
	if d.program == "" || now.String() == d.program {
		return !d.Checked && (d.Coder != "" || !d.When.IsZero())
	}
	was := g.said(d.program)
	return was != nil && was.String() != now.String()
}

// settled reports whether a theme is no longer open of those that begin the parts
// of what coders differ in: "trust: Ana praise, Ben no; food: Ana no, Ben wish".
func (g *goldReader) settled(d *goldRow) bool {
	for part := range strings.SplitSeq(d.differ, "; ") {
		theme, _, ok := strings.Cut(part, ": ")
		if t := g.theme(theme); ok && t >= 0 && g.coded[t] && !slices.Contains(d.Open, g.themes[t].ID) {
			return true
		}
	}
	return false
}

// inOrder puts what was said into the order of the codebook, each theme once.
func (g *goldReader) inOrder(s Said) Said {
	slices.SortStableFunc(s.Codes, func(a, b Code) int { return g.theme(a.Theme) - g.theme(b.Theme) })
	s.Codes = slices.CompactFunc(s.Codes, func(a, b Code) bool { return a.Theme == b.Theme })
	slices.SortStableFunc(s.Open, func(a, b string) int { return g.theme(a) - g.theme(b) })
	return s
}
