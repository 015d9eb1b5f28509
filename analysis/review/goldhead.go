package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A goldColumn is a column of a sheet: a fact of the comment, a theme, or
// neither.
type goldColumn struct {
	name  string
	fact  *goldFact
	theme int // index, or -1
	coder int // of a theme: index into goldHead.coders

	tones, words int // cells of a column that is neither: tones, and others
}

// A goldHead is what the columns of a sheet mean.
type goldHead struct {
	columns []goldColumn
	coders  []string // whom columns of themes are named for; "" for those that name nobody
	asked   [][]bool // by coder and theme: there is a column
}

// others are the columns that hold tones of themes that the codebook lacks.
func (h *goldHead) others() []string {
	var all []string
	for _, c := range h.columns {
		if c.tones > 0 && c.words == 0 && !c.nameless() {
			all = append(all, c.name)
		}
	}
	return all
}

func (c *goldColumn) nameless() bool { return strings.TrimSpace(c.name) == "" }

func (h *goldHead) has(fact string) bool {
	return slices.ContainsFunc(h.columns, func(c goldColumn) bool { return c.fact != nil && c.fact == goldFactOf(fact) })
}

// count notes what a column holds that is neither a fact nor a theme.
func (c *goldColumn) count(cell string) {
	if _, ok := parseTone(strings.ToLower(cell)); ok {
		c.tones++
	} else if cell != "" {
		c.words++
	}
}

// header returns what the columns of a sheet mean, or nil where the row is no
// header of codes.
func (g *goldReader) header(cells []string) *goldHead {
	h := &goldHead{}
	text, theme := false, false
	ours := slices.ContainsFunc(cells, func(cell string) bool { return goldFactOf(cell) == goldFactOf(programName) })
	for _, cell := range cells {
		c := goldColumn{name: cell, fact: goldFactOf(cell), theme: -1}
		if c.fact == nil {
			var coder string
			if c.theme, coder = g.column(cell, ours); c.theme >= 0 {
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
	h.asked = make([][]bool, len(h.coders))
	for i := range h.asked {
		h.asked[i] = make([]bool, len(g.themes))
	}
	for _, c := range h.columns {
		if c.theme >= 0 {
			g.coded[c.theme], h.asked[c.coder][c.theme] = true, true
		}
	}
	g.noteColumns(h)
	return h
}

// noteColumns notes which facts a sheet has, and which columns mean nothing.
func (g *goldReader) noteColumns(h *goldHead) {
	g.file.Unmarked = !h.has(checked)
	g.file.NonAnswers = g.file.NonAnswers || h.has(noContent)
	g.file.Shown = g.file.Shown || h.has(whyName)
	var strange []string
	for _, c := range h.columns {
		if c.fact == nil && c.theme < 0 && !c.nameless() {
			strange = append(strange, strconv.Quote(c.name))
		}
	}
	switch len(strange) {
	case 0:
	case 1:
		g.file.Notes = append(g.file.Notes, fmt.Sprintf("The column %s names no theme of the codebook and is left out.", strange[0]))
	default:
		g.file.Notes = append(g.file.Notes, fmt.Sprintf("The columns %s name no themes of the codebook and are left out.", strings.Join(strange, ", ")))
	}
}

// noteNameless notes which columns hold something, though nothing says what.
func (g *goldReader) noteNameless(h *goldHead) {
	var all []string
	for i, c := range h.columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err == nil && c.nameless() && c.tones+c.words > 0 {
			all = append(all, name)
		}
	}
	switch len(all) {
	case 0:
	case 1:
		g.file.Notes = append(g.file.Notes, fmt.Sprintf("Column %s has cells but no heading and is left out.", all[0]))
	default:
		g.file.Notes = append(g.file.Notes, fmt.Sprintf("Columns %s have cells but no headings and are left out.", short(all)))
	}
}

// goldMarks part a theme from a coder in the name of a column; in a file of ours,
// ofBook parts a codebook from its theme, where the run had several codebooks.
const (
	goldMarks = ":/|.(_"
	ofBook    = '/'
)

// column understands the name of a column of a theme: "trust", "trust: Ana",
// "trust (Ana)", "Ana: trust", or what ThemeColumn returns. The theme is -1 where
// it is none.
func (g *goldReader) column(name string, ours bool) (theme int, coder string) {
	name = strings.TrimPrefix(strings.TrimSpace(name), ofTheme)
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
		if theme = g.theme(after); theme >= 0 && !(ours && r == ofBook) {
			return theme, before
		}
	}
	return -1, ""
}
