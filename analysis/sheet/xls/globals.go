package xls

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"golang.org/x/text/encoding/charmap"

	"commonground/analysis/sheet/number"
)

// globals is what the first part of a workbook says, as far as it has to be
// kept until its end.
type globals struct {
	sheets  []boundSheet
	formats map[int]number.Kind // of the formats that the workbook defines
	xfs     []int               // format of each XF
	macros  bool
	links   bool
}

// A boundSheet is a sheet of any kind.
type boundSheet struct {
	Sheet
	isWorksheet bool
}

// readGlobals reads the part of the stream that describes the workbook.
func (b *Book) readGlobals(r *records) error {
	if err := r.next(); err != nil {
		return damaged(err)
	}
	switch {
	case isOldBOF(r.id):
		return errTooOld
	case r.id != recBOF || len(r.body) < 4:
		return damaged(errors.New("it doesn't begin as workbooks do"))
	}
	switch binary.LittleEndian.Uint16(r.body) {
	case 0x0600:
		b.biff8 = true
	case 0x0500:
		b.codePage = charmap.Windows1252
	default:
		return errTooOld
	}
	g := &globals{formats: make(map[int]number.Kind)}
	for {
		if err := r.next(); err != nil {
			return damaged(err)
		}
		if r.id == recEOF {
			return b.finish(g)
		}
		if err := b.readGlobal(g, r); err != nil {
			return err
		}
	}
}

// globalSizes are the least sizes of records.
var globalSizes = map[uint16]int{recDateMode: 2, recCodePage: 2, recXF: 4, recFormat: 3, recBoundSheet: 7, recSST: 8}

func (b *Book) readGlobal(g *globals, r *records) error {
	if len(r.body) < globalSizes[r.id] {
		return damaged(errShort)
	}
	var err error
	switch r.id {
	case recFilePass:
		return errPassword
	case recDateMode:
		b.since1904 = binary.LittleEndian.Uint16(r.body) == 1
	case recCodePage:
		if b.biff8 {
			break
		}
		b.codePage, err = codePage(binary.LittleEndian.Uint16(r.body))
		return err
	case recXF:
		if len(g.xfs) < 1<<16 { // more can't be referred to
			g.xfs = append(g.xfs, int(binary.LittleEndian.Uint16(r.body[2:])))
		}
	case recFormat:
		err = b.readFormat(g, r)
	case recBoundSheet:
		err = b.readBoundSheet(g, r)
	case recSST:
		err = b.texts.read(r)
	case recObProj:
		g.macros = true
	case recSupBook: // 0401 refers to this workbook, 3A01 to functions of an add-in
		g.links = g.links || len(r.body) > 4 || len(r.body) == 4 && r.body[3] != 0x04 && r.body[3] != 0x3A
	case recExternBook: // a name that begins with 1 is that of a file
		g.links = g.links || !b.biff8 && len(r.body) > 2 && r.body[1] == 1
	}
	if err != nil && !errors.Is(err, errTexts) {
		err = damaged(err)
	}
	return err
}

func (b *Book) readFormat(g *globals, r *records) error {
	id := int(binary.LittleEndian.Uint16(r.body))
	lengthSize := 1
	if b.biff8 {
		lengthSize = 2
	}
	code, err := b.appendText(nil, &cursor{records: r, b: r.body[2:]}, lengthSize)
	g.formats[id] = number.KindOfCode(string(code))
	return err
}

func (b *Book) readBoundSheet(g *globals, r *records) error {
	start, state, kind := binary.LittleEndian.Uint32(r.body), r.body[4], r.body[5]
	name, err := b.appendText(nil, &cursor{records: r, b: r.body[6:]}, 1)
	if err != nil {
		return err
	}
	if len(g.sheets) == maxSheets {
		return fmt.Errorf("it has more than %d sheets", maxSheets)
	}
	g.sheets = append(g.sheets, boundSheet{
		Sheet:       Sheet{Name: string(name), Hidden: state&3 != 0, book: b, start: int64(start)},
		isWorksheet: kind == 0,
	})
	return nil
}

// finish gives each worksheet its end, which is where the next sheet begins,
// and each XF what it shows.
func (b *Book) finish(g *globals) error {
	starts := []int64{math.MaxInt64}
	for _, s := range g.sheets {
		starts = append(starts, s.start)
	}
	slices.Sort(starts)
	for _, s := range g.sheets {
		if !s.isWorksheet {
			continue
		}
		if slices.ContainsFunc(b.Sheets, func(other Sheet) bool { return other.start == s.start }) {
			return damaged(fmt.Errorf("sheet %q has the place of another", s.Name))
		}
		i, _ := slices.BinarySearch(starts, s.start+1)
		s.end = starts[i]
		b.Sheets = append(b.Sheets, s.Sheet)
	}
	for _, format := range g.xfs {
		kind, ok := g.formats[format]
		if !ok {
			kind = number.KindOfBuiltIn(format)
		}
		b.kinds = append(b.kinds, kind)
	}
	if g.macros {
		b.Notes = append(b.Notes, "The workbook has macros; they were neither run nor read.")
	}
	if g.links {
		b.Notes = append(b.Notes, "The workbook refers to other files; they were not opened, and the values that it keeps of them were read.")
	}
	return nil
}
