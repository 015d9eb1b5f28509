package codebook

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTableHasWhatItsRowsHave(t *testing.T) {
	const columns = 40
	column := rapid.Int32Range(0, columns-1)
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfDistinct(column, rapid.ID[int32]), 0, 60).Draw(t, "rows")
		table := newTable(rows, columns)
		places := map[int32]bool{}
		for row, has := range rows {
			for c := range int32(columns) {
				place, ok := table.at(int32(row), c)
				if want := slices.Contains(has, c); ok != want {
					t.Fatalf("row %d has column %d: %t, want %t", row, c, ok, want)
				}
				if ok && places[place] {
					t.Fatalf("row %d shares the place of its column %d", row, c)
				}
				if ok {
					places[place] = true
				}
			}
		}
	})
}
