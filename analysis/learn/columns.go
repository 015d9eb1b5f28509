package learn

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// columns are the features that are learnt of.
type columns struct {
	keys  []uint32  // ascending
	scale []float32 // how much each may matter
}

// rarest is how many respondents must share a feature for it to be learnt of; for
// a base, how many texts.
const rarest = 2

// shared returns the features that enough people share. Those of each comment
// are in order, as merge leaves them.
func shared(read [][]feature, person []int) columns {
	type support struct {
		people, last int
		kind         kind
	}
	seen := map[uint32]support{}
	for i, features := range read {
		for _, f := range features {
			if s := seen[f.key]; s.people == 0 || s.last != person[i] {
				seen[f.key] = support{s.people + 1, person[i], f.kind}
			}
		}
	}
	maps.DeleteFunc(seen, func(_ uint32, s support) bool { return s.people < rarest })
	c := columns{keys: slices.Sorted(maps.Keys(seen))}
	for _, key := range c.keys {
		c.scale = append(c.scale, scale[seen[key].kind])
	}
	return c
}

// foundMatters is how much what the rules found matters beside what words say, so
// that words are learnt of even where a rule says the same.
const foundMatters = 0.5

// dampen makes features matter less the more texts have them; but not those of
// the question.
func (c *columns) dampen(read [][]feature) {
	texts := make([]float64, len(c.keys))
	for _, features := range read {
		for _, f := range features {
			i, ok := slices.BinarySearch(c.keys, f.key)
			if !ok || f.kind == posedKind {
				continue
			}
			if texts[i]++; texts[i] == 1 && (f.kind == hitKind || f.kind == ruleKind) {
				c.scale[i] *= foundMatters
			}
		}
	}
	for i, n := range texts {
		rare := 1 - math.Log(max(n, 1))/math.Log(float64(len(read)))
		c.scale[i] *= float32(math.Pow(rare, 1.5))
	}
}

// row returns features in order as a row of a problem.
func (c *columns) row(features []feature) []entry {
	var entries []entry
	for _, f := range features {
		if i, ok := slices.BinarySearch(c.keys, f.key); ok {
			entries = append(entries, entry{int32(i), f.times * c.scale[i]})
		}
	}
	return entries
}

// weights returns what was fitted to such rows, w by column for each theme, as
// it is of features that don't know their scale.
func (c *columns) weights(fitted [][]float64) *weights {
	values := make([]float32, len(fitted)*len(c.keys))
	for t, w := range fitted {
		for i, v := range w {
			values[i*len(fitted)+t] = float32(v) * c.scale[i]
		}
	}
	return round(len(fitted), c.keys, values)
}

// merge returns a copy of the features in the order of their keys, each once.
func merge(features []feature) []feature {
	features = slices.Clone(features)
	slices.SortStableFunc(features, func(a, b feature) int { return cmp.Compare(a.key, b.key) })
	n := 0
	for _, f := range features {
		if n > 0 && features[n-1].key == f.key {
			features[n-1].times += f.times
			continue
		}
		features[n] = f
		n++
	}
	return features[:n]
}
