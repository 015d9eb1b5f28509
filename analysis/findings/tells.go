package findings

import (
	"math"

	"commonground/analysis/stats"
)

// Tells reports whether a comparison may be told as a difference: where its
// interval excludes 0, its P, adjusted for those of its table, is at most 0.05, and
// it would not be written as 0 points.
func Tells(t stats.Test) bool {
	return (t.Effect.Low > 0 || t.Effect.High < 0) && t.Q <= 0.05 && math.Abs(t.Effect.Value) >= 0.005
}

// Widest is the place of the largest difference that may be told; -1 for none.
func Widest(tests []stats.Test) int {
	widest := -1
	for i, t := range tests {
		if Tells(t) && (widest < 0 || math.Abs(t.Effect.Value) > math.Abs(tests[widest].Effect.Value)) {
			widest = i
		}
	}
	return widest
}
