package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"commonground/analysis/sheet/markup"
)

// workbookParts is what a workbook holds besides the rows of its sheets.
type workbookParts struct {
	sheets    []sheetPart
	since1904 bool
	texts     *zip.File // the part with the texts that sheets share, or nil
	lengths   []uint32  // of those texts
	aside     []string  // what the workbook has that is not read, for a note
}

// A sheetPart is one sheet of cells.
type sheetPart struct {
	name   string
	hidden bool
	part   *zip.File
}

// partsByName finds parts whatever the case of their names, and by whichever
// slashes.
type partsByName map[string]*zip.File

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (p partsByName) find(name string) *zip.File { return p[partName(name)] }

// A relation is what one part says of another (ECMA-376 part 2, 9.3).
type relation struct{ kind, target string }

const (
	bookName  = "xl/workbook.xml"
	textsName = "xl/sharedstrings.xml" // where excelize looks for them, in any case
)

// readParts reads what the workbook says of itself. The texts are left for when
// rows are read.
func readParts(parts partsByName) (*workbookParts, error) {
	book := &workbookParts{}
	at := bookName
	roots, err := relations(parts, "")
	if err != nil {
		return nil, err
	}
	for _, r := range roots {
		if r.kind == "officeDocument" {
			at = r.target
		}
	}
	byID, err := relations(parts, at)
	if err != nil {
		return nil, err
	}
	if err := book.readSheets(parts, at, byID); err != nil {
		return nil, err
	}
	for _, r := range byID {
		if r.kind == "sharedStrings" && partName(r.target) != textsName && parts.find(r.target) != nil {
			return nil, fmt.Errorf("its texts are in %.100q, and not in the place for them", r.target)
		}
	}
	book.texts = parts.find(textsName)
	book.aside = asideOf(parts)
	return book, nil
}

// relations reads what a part, or the package for "", relates to, by the IDs
// of the relations.
func relations(parts partsByName, of string) (map[string]relation, error) {
	dir, file := path.Split(of)
	found := map[string]relation{}
	part := parts.find(dir + "_rels/" + file + ".rels")
	if part == nil {
		return found, nil
	}
	err := eachStart(part, func(t *markup.Token) {
		if string(t.Name.Local) != "Relationship" {
			return
		}
		target := strings.ReplaceAll(t.Attr("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		found[t.Attr("Id")] = relation{kind: path.Base(t.Attr("Type")), target: strings.TrimPrefix(target, "/")}
	})
	return found, err
}

func (b *workbookParts) readSheets(parts partsByName, at string, byID map[string]relation) error {
	part := parts.find(at)
	if part == nil {
		return errors.New("it lacks the list of its sheets")
	}
	var lost error
	err := eachStart(part, func(t *markup.Token) {
		switch string(t.Name.Local) {
		case "workbookPr":
			b.since1904 = truth(t.Attr("date1904")) == "TRUE"
		case "sheet":
			s := sheetPart{name: t.Attr("name"), hidden: strings.Contains(strings.ToLower(t.Attr("state")), "hidden")}
			r, known := byID[t.Attr("id")]
			if known && r.kind != "worksheet" {
				return // a chart or macros
			}
			s.part = parts.find(r.target)
			switch {
			case s.part == nil:
				lost = fmt.Errorf("its sheet %q is missing", s.name)
			case slices.ContainsFunc(b.sheets, func(o sheetPart) bool { return o.part == s.part || strings.EqualFold(o.name, s.name) }):
				lost = fmt.Errorf("its sheet %q is there twice", s.name)
			}
			b.sheets = append(b.sheets, s)
		}
	})
	return errors.Join(err, lost)
}

// asideOf says which parts of a workbook are left alone.
func asideOf(parts partsByName) []string {
	var macros, links bool
	for name := range parts {
		macros = macros || path.Base(name) == "vbaproject.bin" || strings.Contains(name, "/macrosheets/")
		links = links || strings.Contains(name, "/externallinks/")
	}
	var aside []string
	if macros {
		aside = append(aside, "The workbook holds macros; they were not run.")
	}
	if links {
		aside = append(aside, "The workbook refers to other workbooks; they were not opened, and the values that it stores of them were read.")
	}
	return aside
}
