package xls

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func mustOpen(t *rapid.T, file []byte) *Book {
	b, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// In whatever order a program writes cells, they come row by row, and none is lost.
func TestAnyOrderGivesTheSameRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type place struct{ row, col int }
		draw := rapid.Custom(func(t *rapid.T) place {
			return place{rapid.IntRange(0, maxRows-1).Draw(t, "row"), rapid.IntRange(0, maxColumns-1).Draw(t, "col")}
		})
		places := rapid.SliceOfDistinct(draw, func(p place) place { return p }).Draw(t, "cells")
		cellsOf := func(places []place) []byte {
			var cells []byte
			for _, p := range places {
				cells = append(cells, label(p.row, p.col, fmt.Sprint(p))...)
			}
			return cells
		}
		got := rowsOf(&mustOpen(t, one(nil, cellsOf(places)).file()).Sheets[0])
		slices.SortFunc(places, func(a, b place) int { return (a.row-b.row)*maxColumns + a.col - b.col })
		want := rowsOf(&mustOpen(t, one(nil, cellsOf(places)).file()).Sheets[0])
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		if got := strings.Count(strings.Join(got, ""), "{"); got != len(places) {
			t.Fatalf("%d cells of %d", got, len(places))
		}
	})
}

func TestGatheredRowsCanBeLeftAndNameTheirErrors(t *testing.T) {
	cells := [][]byte{numberCell(9, 0, 0, 9), numberCell(5000, 0, 0, 5), numberCell(2, 0, 0, 2)}
	b := open(t, one(nil, cells...).file())
	for row, err := range b.Sheets[0].Rows() {
		if row.Number != 3 || err != nil {
			t.Fatal(row, err)
		}
		break
	}
	b = open(t, one(nil, append(cells, sharedCell(7, 0, 0))...).file())
	if got := rowsOf(&b.Sheets[0]); len(got) != 1 || !strings.HasPrefix(got[0], `sheet "Parents", row 8: `) {
		t.Errorf("got %q", got)
	}
}

// A file may be saved between the first look at its order and the reading.
func TestFileThatChangesWhileRead(t *testing.T) {
	file := one(nil, numberCell(1, 0, 0, 1), numberCell(2, 0, 0, 2)).file()
	changed := one(nil, numberCell(2, 0, 0, 1), numberCell(1, 0, 0, 2)).file()
	err := open(t, changed).Sheets[0].inOrder(func(Row) bool { return true })
	if err == nil || !strings.Contains(err.Error(), `sheet "Parents", behind row 3: the file was changed`) {
		t.Errorf("got %v", err)
	}
	short := open(t, file)
	clear(file[3*4096:])
	if got := rowsOf(&short.Sheets[0]); len(got) != 1 || !strings.HasPrefix(got[0], `sheet "Parents", behind row 0: `) {
		t.Errorf("got %q", got)
	}
}

func TestSplitKeepsPartsSmall(t *testing.T) {
	sizes := make([]rowSize, maxRows)
	for i := range sizes {
		sizes[i] = rowSize{bytes: 1000, columns: maxColumns}
	}
	sizes[3].bytes, sizes[4].bytes, sizes[5].bytes = gatherLimit/4, gatherLimit/4, gatherLimit
	spans := split(sizes)
	if want := []span{{0, 4}, {4, 5}, {5, 6}}; !slices.Equal(spans[:3], want) {
		t.Errorf("got %v, want %v", spans[:3], want)
	}
	next := 0
	for _, s := range spans {
		if s.from != next || s.to <= s.from || s.to-s.from > gatherLimit/10000 {
			t.Errorf("%v behind row %d", s, next)
		}
		next = s.to
	}
	if next != maxRows {
		t.Errorf("the last row is %d", next)
	}
}

func TestRowsWithoutContentAreCountedAndNotGiven(t *testing.T) {
	b := open(t, one(nil, numberCell(1, 2, 0, 1), label(1, 3, ""), label(3, 0, ""), numberCell(65535, 255, 0, 7)).file())
	got := rowsOf(&b.Sheets[0])
	if want := []string{"2|||1", "65536" + strings.Repeat("|", 256) + "7"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(one(table("bus", "homework"), sharedCell(0, 0, 0), numberCell(0, 1, 0, 2.5), rkCell(1, 0, 6)).file())
	f.Add(one(nil, numberCell(9, 0, 0, 9), label(2, 1, "Ω"), formula(3, 0, textResult), record(recString, unicode("x"))).file())
	f.Add(join(record(0x0409, 4, 0x10, 0), numberCell(0, 0, 0, 1)))
	five := one(record(recCodePage, 10000), record(recLabel, 0, 0, 0, 2, []byte("\x8ea")))
	five.isBIFF5 = true
	f.Add(five.file())
	f.Fuzz(func(t *testing.T, file []byte) { check(t, file) })
}

// FuzzStream spares the fuzzer the container.
func FuzzStream(f *testing.F) {
	f.Add(one(table("bus", "homework"), sharedCell(0, 0, 0), numberCell(0, 1, 0, 2.5), rkCell(1, 0, 6)).stream())
	f.Add(one(join(record(recFormat, 164, unicode("d.m.")), record(recXF, 0, 164)), numberCell(9, 0, 0, 9), label(2, 1, "Ω"),
		formula(3, 0, textResult), record(recString, 3, uint8(0), []byte("x")), record(recContinue, uint8(wide), utf16s("αβ"))).stream())
	f.Add(one(nil, record(recMulRK, 0, 1, 0, uint32(6), 0, uint32(22), 2), record(recBoolErr, 0, 3, 0, uint8(7), uint8(1))).stream())
	f.Fuzz(func(t *testing.T, stream []byte) { check(t, compound("Workbook", stream, 1)) })
}

func check(t *testing.T, file []byte) {
	b, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return
	}
	for i := range b.Sheets {
		s, last := &b.Sheets[i], 0
		for row, err := range s.Rows() {
			switch {
			case err != nil && !strings.HasPrefix(err.Error(), fmt.Sprintf("sheet %q", s.Name)):
				t.Fatalf("an error doesn't name its sheet: %v", err)
			case err == nil && (row.Number <= last || len(row.Cells) == 0 || len(row.Cells) > maxColumns):
				t.Fatalf("row %d with %d cells behind row %d", row.Number, len(row.Cells), last)
			}
			last = row.Number
		}
	}
}

func BenchmarkRows(b *testing.B) {
	const rows, columns = 20000, 25
	var cells []byte
	sst := record(recSST, uint32(2000), uint32(2000))
	for i := range 2000 {
		sst = append(sst, record(recContinue, unicode(fmt.Sprintf("Call me before the %dth bus leaves", i)))...)
	}
	for row := range rows {
		for col := range columns {
			switch col % 3 {
			case 0:
				cells = append(cells, rkCell(row, col, uint32(row%5)<<2|2)...)
			case 1:
				cells = append(cells, numberCell(row, col, 0, float64(row)/7)...)
			default:
				cells = append(cells, sharedCell(row, col, (row*columns+col)%2000)...)
			}
		}
	}
	file := one(sst, cells).file()
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range open(b, file).Sheets[0].Rows() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
