package review

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tables "commonground/analysis/sheet"
)

// A Sample says how the people of a file were drawn.
type Sample struct {
	Seed   uint64
	By     string // ID of the question whose answers are the strata; "" for one stratum of everybody
	Strata []Stratum
	Blind  bool // the sheet was written without the machine's codes
}

// A Stratum is a group from which people were drawn.
type Stratum struct {
	Name   string
	People int // who wrote something that could be read
	Drawn  int
}

// same reports whether both are one draw, which no draw is.
func (s *Sample) same(o *Sample) bool {
	return s != nil && o != nil && s.Seed == o.Seed && s.By == o.By && slices.Equal(s.Strata, o.Strata)
}

// Names of what the sheet of a draw holds.
const (
	sampleSheet   = "Sample"
	seedKey       = "seed"
	byKey         = "drawn by"
	codesKey      = "codes"
	blindValue    = "blind"
	shownValue    = "shown"
	strataHead    = "stratum"
	stratumPeople = "people"
	stratumDrawn  = "drawn"
)

// draw writes the sheet that tells of a draw, as readSample reads it.
func (b *book) draw(s *Sample) {
	_, err := b.file.NewSheet(sampleSheet)
	b.check(err)
	for i, width := range []float64{28, 14, 14} {
		b.check(b.file.SetColWidth(sampleSheet, string(rune('A'+i)), string(rune('A'+i)), width))
	}
	row := 0
	put := func(values ...any) {
		row++
		for i, v := range values {
			b.check(b.file.SetCellValue(sampleSheet, at(i+1, row), v))
		}
	}
	codes := shownValue
	if s.Blind {
		codes = blindValue
	}
	put(seedKey, strconv.FormatUint(s.Seed, 10))
	put(byKey, s.By)
	put(codesKey, codes)
	put(strataHead, stratumPeople, stratumDrawn)
	b.check(b.file.SetCellStyle(sampleSheet, at(1, row), at(3, row), b.styles.head))
	for _, t := range s.Strata {
		put(t.Name, t.People, t.Drawn)
	}
}

// readSample reads that sheet. The program needs it to know what the rows stand
// for, so a line that was changed is an error.
func readSample(t tables.Table) (*Sample, error) {
	s := &Sample{}
	strata := false
	for row, err := range t.Rows {
		if err != nil {
			return nil, err
		}
		cell := func(i int) string {
			if i < len(row.Cells) {
				return strings.TrimSpace(row.Cells[i])
			}
			return ""
		}
		switch key := cell(0); {
		case strata && key != "":
			stratum := Stratum{Name: key}
			var failed error
			stratum.People, err = strconv.Atoi(cell(1))
			stratum.Drawn, failed = strconv.Atoi(cell(2))
			if errors.Join(err, failed) != nil || stratum.Drawn < 0 || stratum.Drawn > stratum.People {
				return nil, sampleError(row.Number, "%q of %q is not how many were drawn of how many", cell(2), cell(1))
			}
			s.Strata = append(s.Strata, stratum)
		case key == seedKey:
			if s.Seed, err = strconv.ParseUint(cell(1), 10, 64); err != nil {
				return nil, sampleError(row.Number, "%q is not a seed", cell(1))
			}
		case key == byKey:
			s.By = cell(1)
		case key == codesKey:
			s.Blind = cell(1) == blindValue
		case key == strataHead:
			strata = true
		}
	}
	if len(s.Strata) == 0 {
		return nil, nil // a sheet of somebody's own that happens to have the name
	}
	return s, nil
}

func sampleError(row int, format string, args ...any) error {
	return fmt.Errorf("sheet %s, row %d: %s; copy the sheet anew from the file as it was written", sampleSheet, row, fmt.Sprintf(format, args...))
}
