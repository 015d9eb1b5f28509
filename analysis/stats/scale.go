package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// A scale's answers are counts by level, the lowest first; where numbers are
// made of levels, the lowest is 1.

// Mean is that of the levels, with the interval of Student (1908). It has none
// for one person, and none where all give the same answer, as then nothing is
// known of how answers vary. Without answers all is NaN.
func Mean(counts []int64) Estimate {
	n, sum := 0.0, 0.0
	for i, c := range counts {
		n += float64(c)
		sum += float64(i+1) * float64(c)
	}
	e := unknown(int64(n))
	e.Value = ratio(sum, n)
	squares := 0.0
	for i, c := range counts {
		squares += float64(c) * (float64(i+1) - e.Value) * (float64(i+1) - e.Value)
	}
	if n < 2 || squares == 0 {
		return e
	}
	t := distuv.StudentsT{Sigma: 1, Nu: n - 1}.Quantile((1 + level) / 2)
	margin := t * math.Sqrt(squares/(n-1)/n)
	e.Low, e.High = max(1, e.Value-margin), min(float64(len(counts)), e.Value+margin)
	return e
}

// Median is the middle level, or the mean of the two in the middle. Its interval
// runs between two answers in order of size, chosen by the binomial
// distribution, so that it covers at least as often as its Level says: Hahn and
// Meeker (1991), Statistical Intervals, section 5.2. Fewer than 6 people have
// none. Without answers all is NaN.
func Median(counts []int64) Estimate {
	n := people(counts)
	e := unknown(n)
	if n == 0 {
		return e
	}
	e.Value = float64(answerAt(counts, (n+1)/2)+answerAt(counts, n/2+1)) / 2
	if rank := medianRank(n); rank > 0 {
		e.Low, e.High = float64(answerAt(counts, rank)), float64(answerAt(counts, n+1-rank))
	}
	return e
}

func people(counts []int64) int64 {
	var n int64
	for _, c := range counts {
		n += c
	}
	return n
}

// answerAt is the level of the person at rank, from 1, by answer.
func answerAt(counts []int64, rank int64) int {
	for i, c := range counts {
		if rank -= c; rank <= 0 {
			return i + 1
		}
	}
	return len(counts)
}

// medianRank is the highest rank below which the median lies with no more than
// half of what the level leaves; 0 where there is none.
func medianRank(n int64) int64 {
	half := float64(n) / 2
	rank := min(n, int64(half-z*math.Sqrt(half/2))+3)
	for ; rank > 0; rank-- {
		// The probability that fewer than rank of n lie below the median.
		if mathext.RegIncBeta(float64(n-rank+1), float64(rank), 0.5) <= (1-level)/2 {
			break
		}
	}
	return rank
}

// TopTwo is the share of the two highest levels, with Wilson's interval. Without
// answers all is NaN.
func TopTwo(counts []int64) Estimate {
	return Wilson(people(counts[max(0, len(counts)-2):]), people(counts))
}
