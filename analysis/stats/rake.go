package stats

import (
	"fmt"
	"math"
)

// maxRounds is more than raking needs where it can reach its targets at all.
const maxRounds = 500

// A Combination is the people who are alike in all that is raked.
type Combination struct {
	At     []int // its category in each margin; below 0 where unknown, which that margin leaves alone
	People int64
}

// A Raking is the result of Rake.
type Raking struct {
	Weights []float64 // of one person in each combination; their mean over the people is 1
	Rounds  int
	Off     float64 // the largest gap left between a target and the weighted share
	Capped  int64   // people whose weight is held at one of its ends
	Total   Weights // over all people: its Base is what remains of them
}

// A TargetError is a target that no weights can reach: people in a category that
// nobody's in, or nobody in one that has people.
type TargetError struct {
	Margin, Category int
	Share            float64 // of the target
	People           int64
}

func (e *TargetError) Error() string {
	if e.People == 0 {
		return fmt.Sprintf("raking: margin %d wants %.3g in category %d, of whom nobody answered: join it with another", e.Margin, e.Share, e.Category)
	}
	return fmt.Sprintf("raking: margin %d wants nobody in category %d, of whom %d answered: give it a share, or make it unknown", e.Margin, e.Category, e.People)
}

// Rake weighs people so that their shares in several margins, such as role and
// school, meet targets[margin][category], which are shares or counts of all: by
// iterative proportional fitting (Deming and Stephan 1940, "On a least squares
// adjustment of a sampled frequency table"). A weight is to be at most most times
// the mean, and at least the mean divided by it; where most is 0 it is 5, as in
// DeBell and Krosnick (2009), Computing Weights for American National Election
// Study Survey Data. Where that or empty combinations keep it from its targets,
// Off says how far it stays. It fails with a TargetError where a target can't be
// met at all. Without people there are no weights but 0.
func Rake(combinations []Combination, targets [][]float64, most float64) (Raking, error) {
	if most == 0 {
		most = 5
	}
	if !(most > 1) {
		return Raking{}, fmt.Errorf("raking: a cap of %v times the mean weight leaves nothing to weigh; give more than 1", most)
	}
	r := &raker{combinations: combinations, weights: make([]float64, len(combinations))}
	if err := r.aim(targets); err != nil {
		return Raking{}, err
	}
	for i, c := range combinations {
		r.people += c.People
		if c.People > 0 {
			r.weights[i] = 1
		}
	}
	result := Raking{Weights: r.weights}
	for before := make([]float64, len(r.weights)); result.Rounds < maxRounds; result.Rounds++ {
		copy(before, r.weights)
		for m := range r.targets {
			r.fit(m)
		}
		result.Capped = r.cap(most)
		if r.moved(before) < 1e-12 {
			break
		}
	}
	result.Off = r.off()
	for i, c := range combinations {
		result.Total = result.Total.Plus(Weighted(c.People, r.weights[i]))
	}
	return result, nil
}

type raker struct {
	combinations []Combination
	targets      [][]float64 // shares
	weights      []float64
	people       int64
}

// aim sets the targets, as shares of those who are known.
func (r *raker) aim(targets [][]float64) error {
	for m, target := range targets {
		counts := make([]int64, len(target))
		for i, c := range r.combinations {
			switch {
			case m >= len(c.At) || c.At[m] >= len(target):
				return fmt.Errorf("raking: combination %d has no category that margin %d knows", i, m)
			case c.At[m] >= 0:
				counts[c.At[m]] += c.People
			}
		}
		sum := 0.0
		for k, share := range target {
			if !(share >= 0) || math.IsInf(share, 1) {
				return fmt.Errorf("raking: margin %d wants %v in category %d; give a share", m, share, k)
			}
			sum += share
		}
		if sum == 0 {
			sum = 1
		}
		shares := make([]float64, len(target))
		for k, share := range target {
			if share > 0 != (counts[k] > 0) {
				return &TargetError{m, k, share / sum, counts[k]}
			}
			shares[k] = share / sum
		}
		r.targets = append(r.targets, shares)
	}
	return nil
}

// sums are the weights of people by category of a margin, and of all of them.
func (r *raker) sums(m int) (sums []float64, all float64) {
	sums = make([]float64, len(r.targets[m]))
	for i, c := range r.combinations {
		if k := c.At[m]; k >= 0 {
			sums[k] += r.weights[i] * float64(c.People)
			all += r.weights[i] * float64(c.People)
		}
	}
	return sums, all
}

// fit makes a margin meet its target.
func (r *raker) fit(m int) {
	sums, all := r.sums(m)
	for i, c := range r.combinations {
		if k := c.At[m]; k >= 0 && sums[k] > 0 {
			r.weights[i] *= r.targets[m][k] * all / sums[k]
		}
	}
}

// cap brings the mean of the weights to 1 and holds them between 1/most and
// most; it returns how many people it held.
func (r *raker) cap(most float64) int64 {
	scale := float64(r.people) / r.sum(1, 0, math.Inf(1))
	if r.held(scale, most) > 0 {
		// The sum rises with the scale: halve where the right one lies.
		low, high := scale, scale
		for r.sum(low, 1/most, most) > float64(r.people) {
			low /= 2
		}
		for r.sum(high, 1/most, most) < float64(r.people) {
			high *= 2
		}
		for scale = (low + high) / 2; low < scale && scale < high; scale = (low + high) / 2 {
			if r.sum(scale, 1/most, most) < float64(r.people) {
				low = scale
			} else {
				high = scale
			}
		}
	}
	held := r.held(scale, most)
	for i, w := range r.weights {
		if w > 0 {
			r.weights[i] = min(most, max(1/most, scale*w))
		}
	}
	return held
}

// sum is the sum of all people's weights, scaled and held between low and high.
func (r *raker) sum(scale, low, high float64) float64 {
	sum := 0.0
	for i, c := range r.combinations {
		if c.People > 0 {
			sum += float64(c.People) * min(high, max(low, scale*r.weights[i]))
		}
	}
	return sum
}

func (r *raker) held(scale, most float64) int64 {
	var people int64
	for i, c := range r.combinations {
		if w := scale * r.weights[i]; w < 1/most || w > most {
			people += c.People
		}
	}
	return people
}

// moved is the largest change of a weight.
func (r *raker) moved(before []float64) float64 {
	most := 0.0
	for i, w := range r.weights {
		most = max(most, math.Abs(w-before[i]))
	}
	return most
}

// off is the largest gap between a target and the weighted share.
func (r *raker) off() float64 {
	most := 0.0
	for m, target := range r.targets {
		sums, all := r.sums(m)
		for k, share := range target {
			if all > 0 {
				most = max(most, math.Abs(sums[k]/all-share))
			}
		}
	}
	return most
}
