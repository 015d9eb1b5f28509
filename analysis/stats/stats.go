// Package stats computes estimates and tests from counts, never from raw
// values. It holds no thresholds of reporting: those are analysis's.
//
// Counts are whole people, 0 <= x <= n, and Weights sums over them. Where there
// is nobody to count, every number of a result is NaN but its Level and Base.
package stats

import "math"

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
	Name      string   // "Newcombe interval"
	Why       string   // why this method was chosen among several; "" where there is but one
	Statistic float64  // NaN where the method has none
	DF        float64  // degrees of freedom; NaN where the method has none
	P         float64  // two-sided; NaN where the method gives none
	Q         float64  // P after adjustment for the other tests of its table; NaN until adjusted
	Effect    Estimate // its caveats are the test's
	Measure   string   // what Effect is: "difference of shares"
	Caveats   []string
}

// The coverage of every interval, and the standard normal quantile that goes
// with it.
const (
	level = 0.95
	z     = 1.959963984540054
)

// unknown is an estimate of nothing.
func unknown(base int64) Estimate {
	nan := math.NaN()
	return Estimate{Value: nan, Low: nan, High: nan, Level: level, Base: float64(base)}
}

// untested is a test whose numbers are still to be filled in.
func untested(name, measure string, base int64) Test {
	nan := math.NaN()
	return Test{Name: name, Statistic: nan, DF: nan, P: nan, Q: nan, Effect: unknown(base), Measure: measure}
}
