package emerging

import "math"

// Keyness is the log-likelihood ratio
//
//	G² = 2 Σ O ln(O/E)
//
// over the four cells of a table (Dunning 1993, Accurate Methods for the
// Statistics of Surprise and Coincidence): texts with a word and without it,
// here and there, each with its expected count E if the word were as frequent
// in both. Rayson and Garside (2000, Comparing Corpora using Frequency
// Profiling) leave the last two cells out, which matter little for rare words.
// It is 0 where one of the sides, or the word, does not occur.
func Keyness(withHere, withThere, withoutHere, withoutThere int) float64 {
	cells := [2][2]float64{
		{float64(withHere), float64(withThere)},
		{float64(withoutHere), float64(withoutThere)},
	}
	total := cells[0][0] + cells[0][1] + cells[1][0] + cells[1][1]
	sum := 0.0
	for i := range 2 {
		for j := range 2 {
			expected := (cells[i][0] + cells[i][1]) * (cells[0][j] + cells[1][j]) / total
			if cells[i][j] > 0 {
				sum += cells[i][j] * math.Log(cells[i][j]/expected)
			}
		}
	}
	return max(0, 2*sum)
}
