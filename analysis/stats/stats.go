// Package stats computes estimates and tests from counts, never from raw
// values. It holds no thresholds of reporting: those are analysis's.
package stats

// An Estimate is a value with its interval.
type Estimate struct {
	Value     float64  // NaN where there is nothing to estimate
	Low, High float64  // NaN where no interval can be stated
	Level     float64  // coverage of the interval, such as 0.95
	Base      float64  // people it rests on
	Caveats   []string // a short phrase each, such as "chosen by the authors"
}

// A Test is the result of one comparison. P, Q and Effect are made together:
// nobody reports a bare P.
type Test struct {
	Name      string // "Newcombe interval", "Fisher's exact test"
	Statistic float64
	DF        float64
	P         float64 // NaN where the method gives none
	Q         float64 // P after adjustment for the other tests of its table; NaN until adjusted
	Effect    Estimate
	Measure   string // what Effect is: "difference of shares"
	Caveats   []string
}
