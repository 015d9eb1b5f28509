package ods

import (
	"errors"
	"fmt"
	"strconv"

	"commonground/analysis/sheet/markup"
)

// What a sheet may hold.
const (
	// lastRow and lastColumn are those of LibreOffice and Excel. Programs fill
	// sheets up to them, and beyond, with empty rows and cells.
	lastRow    = 1 << 20
	lastColumn = 1 << 14
	// repeatLimit is for what repeats give in a file, in bytes: more than
	// 100,000 answers to 25 questions take that are all the same. Few bytes can
	// ask for 17,179,869,184 cells.
	repeatLimit = 256 << 20
	cellSize    = 16 // bytes, without its text
	// rowLimit is for the text in a row, in bytes: 25 cells of 1 MiB and more.
	rowLimit = 32 << 20
)

// rows gives the rows with content of the innermost open element, to its end.
func (s *scan) rows(give func(Row) error) error {
	return s.children(func(e *markup.Token) error {
		if s.prefixes.of(e.Name) != table {
			return s.skip()
		}
		switch string(e.Name.Local) {
		case "table-row":
			return s.tableRow(e, give)
		case "table-row-group", "table-header-rows", "table-rows":
			return s.rows(give)
		case "table-source":
			s.link("the sheet " + strconv.Quote(s.sheet))
		}
		return s.skip()
	})
}

func (s *scan) tableRow(e *markup.Token, give func(Row) error) error {
	times, err := s.repeats(e, "number-rows-repeated", lastRow)
	if err != nil {
		return err
	}
	s.cells, s.rowText = s.cells[:0], 0
	column := 0
	if err := s.children(func(e *markup.Token) error { return s.tableCell(e, &column) }); err != nil {
		return err
	}
	if len(s.cells) == 0 {
		s.row = min(s.row+times, lastRow)
		return nil
	}
	if s.row+times > lastRow {
		return fmt.Errorf("there is content behind row %d, the last of a sheet", lastRow)
	}
	if s.repeated += (times - 1) * (len(s.cells)*cellSize + s.rowText); s.repeated > repeatLimit {
		return errRepeats
	}
	for range times {
		s.row++
		if err := give(Row{s.row, s.cells}); err != nil {
			return err
		}
	}
	return nil
}

var errRepeats = fmt.Errorf("repeated rows and cells would make more than %d bytes", repeatLimit)

// tableCell adds a cell at the column, and sets the column behind it. Cells that
// are covered by a merged one are empty, whatever they hold.
func (s *scan) tableCell(e *markup.Token, column *int) error {
	covered := s.prefixes.is(e.Name, table, "covered-table-cell")
	if !covered && !s.prefixes.is(e.Name, table, "table-cell") {
		return s.skip()
	}
	times, err := s.repeats(e, "number-columns-repeated", lastColumn)
	if err != nil {
		return err
	}
	at := *column
	*column = min(at+times, lastColumn)
	if covered {
		return s.skip()
	}
	content, err := s.cellContent(e)
	switch {
	case err != nil || content == "":
		return err
	case at+times > lastColumn:
		return fmt.Errorf("there is content behind column %d, the last of a sheet", lastColumn)
	}
	if s.repeated += (times - 1) * (cellSize + len(content)); s.repeated > repeatLimit {
		return errRepeats
	}
	if s.rowText += times * len(content); s.rowText > rowLimit {
		return fmt.Errorf("the row has more than %d bytes of text", rowLimit)
	}
	for len(s.cells) < at {
		s.cells = append(s.cells, "")
	}
	for range times {
		s.cells = append(s.cells, content)
	}
	return nil
}

// repeats is how often a row or cell stands there, at most limit+1.
func (s *scan) repeats(e *markup.Token, attr string, limit int) (int, error) {
	written := s.prefixes.attr(e, table, attr)
	if written == "" {
		return 1, nil
	}
	n, err := strconv.ParseUint(written, 10, 32)
	switch {
	case errors.Is(err, strconv.ErrRange):
		n = uint64(limit) + 1
	case err != nil || n == 0:
		return 0, fmt.Errorf("%s=%q is not a count", attr, written)
	}
	return int(min(n, uint64(limit)+1)), nil
}
