package learn

import (
	"math"
	"math/bits"
)

// weights holds, for each feature that was learnt of, what it says about each
// theme. Features are looked up by key in a table of at most half full places.
type weights struct {
	width  int
	keys   []uint32
	values []float32 // width a key
	step   float32   // of which the values are whole numbers; 0 where they aren't rounded
	places []int32   // index into keys + 1, by the key's high bits; 0 where none
	shift  int
}

func newWeights(width int, keys []uint32, values []float32) *weights {
	w := &weights{width: width, keys: keys, values: values}
	size := bits.Len(uint(4 * max(len(keys), 1)))
	w.shift = 32 - size
	w.places = make([]int32, 1<<size)
	for i, k := range keys {
		at := k >> w.shift
		for w.places[at] != 0 {
			at = (at + 1) & uint32(len(w.places)-1)
		}
		w.places[at] = int32(i) + 1
	}
	return w
}

// rounded rounds the values to 127 steps either side of 0, which is as much as a
// file holds of them.
func (w *weights) rounded() *weights {
	greatest := float32(0)
	for _, v := range w.values {
		greatest = max(greatest, v, -v)
	}
	if w.step = greatest / 127; greatest == 0 {
		return w
	}
	for i, v := range w.values {
		w.values[i] = float32(math.Round(float64(v/w.step))) * w.step
	}
	return w
}

// find returns the place of a key in keys, or -1.
func (w *weights) find(key uint32) int {
	for at := key >> w.shift; ; at = (at + 1) & uint32(len(w.places)-1) {
		switch i := w.places[at]; {
		case i == 0:
			return -1
		case w.keys[i-1] == key:
			return int(i - 1)
		}
	}
}

// of returns what the key at place i says about each theme.
func (w *weights) of(i int) []float32 { return w.values[i*w.width : (i+1)*w.width] }

// A tally adds up what features say, each of them once.
type tally struct {
	seen []uint32 // by key: the comment in which it was met last
	now  uint32
}

// sum adds to dst what the features say about each theme.
func (t *tally) sum(dst []float32, w *weights, features []feature) {
	if len(t.seen) < len(w.keys) {
		t.seen = make([]uint32, len(w.keys))
		t.now = 0
	}
	if t.now++; t.now == 0 {
		clear(t.seen)
		t.now = 1
	}
	for _, f := range features {
		i := w.find(f.key)
		if i < 0 || t.seen[i] == t.now {
			continue
		}
		t.seen[i] = t.now
		values := w.of(i)
		sums := dst[:len(values)]
		for j, v := range values {
			sums[j] += v * f.value
		}
	}
}
