package privacy

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// followsSlowly tries every small set against the row space, in fractions.
func followsSlowly(sizes []int64, published [][]bool, k int64) bool {
	var cells []int
	for j, n := range sizes {
		if n > 0 {
			cells = append(cells, j)
		}
	}
	var matrix [][]*big.Rat
	for _, set := range published {
		row := make([]*big.Rat, len(cells))
		for i, j := range cells {
			row[i] = new(big.Rat)
			if set[j] {
				row[i].SetInt64(1)
			}
		}
		matrix = append(matrix, row)
	}
	rank := rankOf(matrix)
	for set := 1; set < 1<<len(cells); set++ {
		people := int64(0)
		row := make([]*big.Rat, len(cells))
		for i, j := range cells {
			row[i] = new(big.Rat)
			if set>>i&1 == 1 {
				row[i].SetInt64(1)
				people += sizes[j]
			}
		}
		if people < k && rankOf(append(slices.Clone(matrix), row)) == rank {
			return true
		}
	}
	return false
}

// rankOf is the number of rows that don't follow from the others (Gauss).
func rankOf(matrix [][]*big.Rat) int {
	var rows [][]*big.Rat
	for _, row := range matrix {
		copied := make([]*big.Rat, len(row))
		for i := range row {
			copied[i] = new(big.Rat).Set(row[i])
		}
		rows = append(rows, copied)
	}
	rank := 0
	for column := 0; len(rows) > 0 && column < len(rows[0]) && rank < len(rows); column++ {
		pivot := rank
		for pivot < len(rows) && rows[pivot][column].Sign() == 0 {
			pivot++
		}
		if pivot == len(rows) {
			continue
		}
		rows[rank], rows[pivot] = rows[pivot], rows[rank]
		for i := rank + 1; i < len(rows); i++ {
			if rows[i][column].Sign() == 0 {
				continue
			}
			factor := new(big.Rat).Quo(rows[i][column], rows[rank][column])
			for j := range rows[i] {
				rows[i][j].Sub(rows[i][j], new(big.Rat).Mul(factor, rows[rank][j]))
			}
		}
		rank++
	}
	return rank
}

func TestFollowsAsTryingEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "cells")
		sizes := rapid.SliceOfN(rapid.Int64Range(0, 9), n, n).Draw(t, "sizes")
		published := rapid.SliceOfN(rapid.SliceOfN(rapid.Bool(), n, n), 1, 6).Draw(t, "published")
		_, got := follows(sizes, published, 5)
		if want := followsSlowly(sizes, published, 5); got != want {
			t.Fatalf("follows = %v, trying everything = %v", got, want)
		}
	})
}
