package stats

import "math"

// Kappa is the agreement of two coders beyond what chance would give them:
// Cohen (1960), "A coefficient of agreement for nominal scales". table is
// square; table[i][j] units had the value i from the one and j from the other.
// 1 is full agreement, 0 that of chance. It is NaN without units, and where both
// gave one value to all, as chance explains everything there.
func Kappa(table [][]int64) float64 {
	values := len(table)
	rows, columns := make([]float64, values), make([]float64, values)
	var all, agreed, chance float64
	for i, row := range table {
		for j, n := range row {
			rows[i] += float64(n)
			columns[j] += float64(n)
			all += float64(n)
		}
		agreed += float64(row[i])
	}
	for i := range values {
		chance += rows[i] * columns[i]
	}
	return ratio(agreed*all-chance, all*all-chance)
}

// A Fourfold counts units by whether a coder gave them a code, and whether those
// who are to be believed did.
type Fourfold struct {
	Hit    int64 // both
	False  int64 // the coder alone
	Missed int64 // the believed alone
	None   int64 // neither
}

// Count counts a unit.
func (f *Fourfold) Count(given, right bool) {
	switch {
	case given && right:
		f.Hit++
	case given:
		f.False++
	case right:
		f.Missed++
	default:
		f.None++
	}
}

// Precision is the share of the coder's codes that are right; NaN where the
// coder gave none.
func (f Fourfold) Precision() float64 { return ratio(float64(f.Hit), float64(f.Hit+f.False)) }

// Recall is the share of the right codes that the coder gave; NaN where there
// are none.
func (f Fourfold) Recall() float64 { return ratio(float64(f.Hit), float64(f.Hit+f.Missed)) }

// F1 is the harmonic mean of Precision and Recall: van Rijsbergen (1979),
// Information Retrieval, chapter 7. It is NaN where nobody gave a code.
func (f Fourfold) F1() float64 {
	return ratio(2*float64(f.Hit), float64(2*f.Hit+f.False+f.Missed))
}

// Kappa is Cohen's kappa of the two.
func (f Fourfold) Kappa() float64 {
	return Kappa([][]int64{{f.Hit, f.Missed}, {f.False, f.None}})
}

// Alpha is Krippendorff's alpha of the two.
func (f Fourfold) Alpha() float64 {
	apart := float64(f.False + f.Missed)
	return Alpha([][]float64{{2 * float64(f.None), apart}, {apart, 2 * float64(f.Hit)}})
}

// ratio is a/b, and NaN where b is 0.
func ratio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}
