package learn

import (
	"math"
	"math/bits"
)

// weights holds, for each feature that was learnt of, what it says about each
// theme, as whole numbers of steps. Sums of them are the same in any order.
type weights struct {
	width  int
	keys   []uint32
	values []int8 // width a key
	step   float32

	// Features are looked up by key: those that the filter doesn't know are not
	// there, the others stand at the place that the key's high bits name, or
	// after. At most three of four places are taken, and one in five of the
	// filter's bits.
	filter []uint64 // that of each key, by its low bits, is set
	places []place
	shift  int
}

type place struct {
	key uint32
	at  int32 // index into keys + 1; 0 where the place is free
}

func newWeights(width int, keys []uint32, values []int8, step float32) *weights {
	w := &weights{width: width, keys: keys, values: values, step: step}
	size := bits.Len(uint(max(4*len(keys)/3, 16)))
	w.shift = 32 - size
	w.places, w.filter = make([]place, 1<<size), make([]uint64, 4<<size/64)
	for i, k := range keys {
		at := k >> w.shift
		for w.places[at].at != 0 {
			at = (at + 1) & uint32(len(w.places)-1)
		}
		w.places[at] = place{k, int32(i) + 1}
		w.filter[int(k>>6)&(len(w.filter)-1)] |= 1 << (k & 63)
	}
	return w
}

// round returns weights that are rounded to 127 steps either side of 0.
func round(width int, keys []uint32, values []float32) *weights {
	greatest := float32(0)
	for _, v := range values {
		greatest = max(greatest, v, -v)
	}
	step, steps := greatest/math.MaxInt8, make([]int8, len(values))
	if step > 0 {
		for i, v := range values {
			steps[i] = int8(math.Round(float64(v / step)))
		}
	}
	return newWeights(width, keys, steps, step)
}

// knows returns 0 for a key that the filter knows not to be there, else 1.
func (w *weights) knows(key uint32) int {
	return int(w.filter[int(key>>6)&(len(w.filter)-1)] >> (key & 63) & 1)
}

// find returns what a key that the filter knows says about each theme, if it is
// there.
func (w *weights) find(key uint32) []int8 {
	at := int(key >> w.shift)
	p := w.places[at]
	for p.key != key && p.at != 0 {
		at = (at + 1) & (len(w.places) - 1)
		p = w.places[at]
	}
	if p.at == 0 {
		return nil
	}
	return w.values[int(p.at-1)*w.width:][:w.width]
}

// addSteps adds to sums what a feature that the filter knows says, in steps.
func (w *weights) addSteps(sums []int32, key uint32) {
	values := w.find(key)
	sums = sums[:len(values)]
	for j, v := range values {
		sums[j] += int32(v)
	}
}

// add adds to told what features say, as often as they are there.
func (w *weights) add(told []float32, features []feature) {
	for _, f := range features {
		if w.knows(f.key) == 0 {
			continue
		}
		for j, v := range w.find(f.key) {
			told[j] += float32(v) * w.step * f.times
		}
	}
}
