package ods

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"commonground/analysis/sheet/markup"
)

const (
	// sheetLimit is LibreOffice's own.
	sheetLimit = 10_000
	// nameLimit is for the name of a sheet, in bytes: Excel allows 31 characters.
	nameLimit = 1 << 10
	// linkLimit is how many links to other files are told.
	linkLimit = 3
)

// A scan is one way through the XML.
type scan struct {
	*tokens
	close func() error

	hidden map[string]bool // names of the styles of hidden sheets
	sheets []Sheet
	links  []string // names of other files
	macros bool

	sheet    string // where it is
	row      int    // the last one that was read
	cells    []string
	rowText  int // bytes of text in cells
	repeated int // bytes given again, in all sheets
	cell     cellText
	file     *file
}

func (f *file) scan(at place) (*scan, error) {
	r, err := f.open()
	if err != nil {
		return nil, err
	}
	t, err := newTokens(r, at)
	if err != nil {
		r.Close()
		return nil, err
	}
	return &scan{tokens: t, close: r.Close, file: f, hidden: make(map[string]bool)}, nil
}

// at says where the scan is.
func (s *scan) at(err error) error {
	if s.sheet == "" {
		return fmt.Errorf("in front of the first sheet: %w", err)
	}
	return fmt.Errorf("sheet %q, behind row %d: %w", s.sheet, s.row, err)
}

// document finds the sheets, and reads them.
func (s *scan) document() error {
	found := false
	err := s.top(func(part *markup.Token) error {
		switch {
		case s.prefixes.is(part.Name, office, "automatic-styles"):
			return s.children(s.style)
		case s.prefixes.is(part.Name, office, "scripts"):
			return s.children(s.script)
		case !s.prefixes.is(part.Name, office, "body"):
			return s.skip()
		}
		return s.children(func(body *markup.Token) error {
			if !s.prefixes.is(body.Name, office, "spreadsheet") {
				return s.skip()
			}
			found = true
			return s.children(s.table)
		})
	})
	if err == nil && !found {
		return errNoSpreadsheet
	}
	return err
}

// top visits the elements in the document's first element, and reads on to the
// end of the file, where damage to a zip file shows.
func (s *scan) top(visit func(*markup.Token) error) error {
	for {
		root, err := s.Next()
		if err != nil {
			return err
		}
		if root.Kind != markup.Start {
			continue
		}
		s.prefixes = prefixesOf(root)
		if !s.prefixes.is(root.Name, office, "document-content") && !s.prefixes.is(root.Name, office, "document") {
			return errNoSpreadsheet
		}
		if err := s.children(visit); err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, s.in)
		return err
	}
}

// style notes whether a style is that of hidden sheets.
func (s *scan) style(e *markup.Token) error {
	name := s.prefixes.attr(e, style, "name")
	return s.children(func(e *markup.Token) error {
		if s.prefixes.is(e.Name, style, "table-properties") && s.prefixes.attr(e, table, "display") == "false" &&
			len(name) <= nameLimit && len(s.hidden) < sheetLimit {
			s.hidden[name] = true
		}
		return s.skip()
	})
}

// script notes that a flat file has macros; it has event listeners beside them.
func (s *scan) script(e *markup.Token) error {
	s.macros = s.macros || s.prefixes.is(e.Name, office, "script")
	return s.skip()
}

// table reads a sheet, and keeps it when there is anything in it.
func (s *scan) table(e *markup.Token) error {
	if !s.prefixes.is(e.Name, table, "table") {
		return s.skip()
	}
	name := s.prefixes.attr(e, table, "name")
	if len(name) > nameLimit {
		return errors.New("a sheet has a name that is longer than any program allows")
	}
	if file, ok := linked(name); ok {
		s.link(file)
		return s.skip()
	}
	sheet := Sheet{
		Name: name, Hidden: s.hidden[s.prefixes.attr(e, table, "style-name")],
		file: s.file, place: place{s.here(), fullName(e.Name), s.prefixes},
	}
	s.sheet, s.row = name, 0
	empty := true
	err := s.rows(func(Row) error { empty = false; return nil })
	if err != nil || empty {
		return err
	}
	if len(s.sheets) == sheetLimit {
		return fmt.Errorf("more than %d sheets", sheetLimit)
	}
	s.sheets = append(s.sheets, sheet)
	return nil
}

func fullName(n markup.Name) string {
	if len(n.Prefix) == 0 {
		return string(n.Local)
	}
	return string(n.Prefix) + ":" + string(n.Local)
}

// linked tells what LibreOffice keeps of another file from a sheet: it is named
// 'file:///folder/name.ods'#$Sheet.
func linked(name string) (file string, ok bool) {
	url, _, ok := strings.Cut(name, "'#$")
	if !ok || !strings.HasPrefix(url, "'") {
		return "", false
	}
	return url[strings.LastIndexByte(url, '/')+1:], true
}

func (s *scan) link(file string) {
	if len(s.links) < linkLimit && !slices.Contains(s.links, file) {
		s.links = append(s.links, file)
	}
}

func (s *scan) notes() (notes []string) {
	if s.prologue {
		notes = append(notes, "What stands in front of the beginning of the spreadsheet's XML was left out.")
	}
	if s.macros {
		notes = append(notes, "The spreadsheet has macros; they were not run.")
	}
	if len(s.links) > 0 {
		notes = append(notes, fmt.Sprintf("The spreadsheet has links to other files (%s); they were not followed, and what was saved of them in cells was read.", strings.Join(s.links, ", ")))
	}
	return notes
}
