package stats

import "math"

// A worth is a share and the number of people, whole or not, who would tell it
// as well if they were simply counted.
type worth struct{ share, people float64 }

// wilson is the interval of Wilson; the share alone where people are without end.
func (w worth) wilson() (low, high float64) {
	p, n := w.share, w.people
	widen := 1 + z*z/n
	center := (p + z*z/(2*n)) / widen
	margin := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n)) / widen
	low, high = max(0, center-margin), min(1, center+margin)
	switch p { // exact at the ends, where rounding would leave a trace
	case 0:
		low = 0
	case 1:
		high = 1
	}
	return low, high
}

func (w worth) width() float64 {
	low, high := w.wilson()
	return high - low
}

// newcombe is the interval of Newcombe for w less o.
func (w worth) newcombe(o worth) (low, high float64) {
	lowW, highW := w.wilson()
	lowO, highO := o.wilson()
	d := w.share - o.share
	return max(-1, d-math.Hypot(w.share-lowW, highO-o.share)), min(1, d+math.Hypot(highW-w.share, o.share-lowO))
}

// score is the z of the test that w and o are equal; 0 where everybody or nobody
// counts, as then they are.
func (w worth) score(o worth) float64 {
	pooled := (w.share*w.people + o.share*o.people) / (w.people + o.people)
	variance := pooled * (1 - pooled) * (1/w.people + 1/o.people)
	if variance <= 0 {
		return 0
	}
	return (w.share - o.share) / math.Sqrt(variance)
}
