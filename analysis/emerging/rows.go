package emerging

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// A row is a text as the terms that stand out in it, with weights that are
// larger for rarer terms, together of length 1.
type row struct {
	text   int
	places []int // in index.kept
	weight []float64
}

// rows are the texts without a theme that have a term that stands out.
func (x *index) rows() []row {
	for i, t := range x.kept {
		t.place = i + 1
	}
	var all []row
	for i, terms := range x.of {
		r := row{text: i}
		sum := 0.0
		for _, t := range terms {
			if t.place > 0 {
				w := math.Log(1 + float64(x.unknown)/float64(t.Unknown))
				r.places, r.weight = append(r.places, t.place-1), append(r.weight, w)
				sum += w * w
			}
		}
		for k := range r.weight {
			r.weight[k] /= math.Sqrt(sum)
		}
		if len(r.places) > 0 {
			all = append(all, r)
		}
	}
	return all
}

// anchors are the terms that groups grow around: the most telling ones that
// mostly stand in texts of their own.
func (x *index) anchors(o Options, rows []row) []int {
	having := make([][]int, len(x.kept)) // rows by term
	for i, r := range rows {
		for _, t := range r.places {
			having[t] = append(having[t], i)
		}
	}
	var anchors []int
	taken := make([]bool, len(rows))
	for t, in := range having {
		shared := 0
		for _, i := range in {
			if taken[i] {
				shared++
			}
		}
		telling := x.known < fewKnown || x.kept[t].G2 >= anchorG2
		if !telling || len(anchors) == o.Groups || float64(shared) > overlap*float64(len(in)) {
			continue
		}
		anchors = append(anchors, t)
		for _, i := range in {
			taken[i] = true
		}
	}
	return anchors
}

// factors returns a row of term weights, of length 1, for each anchor.
func (x *index) factors(rows []row, anchors []int) *mat.Dense {
	step := (len(rows) + fitted - 1) / fitted
	n := (len(rows) + step - 1) / step
	v := mat.NewDense(n, len(x.kept), nil)
	w := mat.NewDense(n, len(anchors), nil)
	h := mat.NewDense(len(anchors), len(x.kept), nil)
	small := noise()
	fill := func(m *mat.Dense) { m.Apply(func(_, _ int, _ float64) float64 { return small() }, m) }
	fill(w)
	fill(h)
	for i := range n {
		r := rows[i*step]
		for k, t := range r.places {
			v.Set(i, t, r.weight[k])
		}
		for k, t := range anchors {
			if slices.Contains(r.places, t) {
				w.Set(i, k, 1)
			}
		}
	}
	for k, t := range anchors {
		h.Set(k, t, 1)
	}
	factor(v, w, h)
	for k := range anchors {
		if row := h.RowView(k); mat.Norm(row, 2) > 0 {
			h.SetRow(k, mat.Col(nil, 0, scaled(row)))
		}
	}
	return h
}

func scaled(v mat.Vector) *mat.VecDense {
	var s mat.VecDense
	s.ScaleVec(1/mat.Norm(v, 2), v)
	return &s
}

// nearest returns the factor that a text is most alike, by the cosine of the
// angle between them; -1 where it has none of a factor's stronger terms.
func (r *row) nearest(factors *mat.Dense) (best int, score float64) {
	best = -1
	n, _ := factors.Dims()
	for k := range n {
		sum, strong := 0.0, false
		f := factors.RawRowView(k)
		largest := slices.Max(f)
		for i, t := range r.places {
			sum += r.weight[i] * f[t]
			strong = strong || f[t] >= weak*largest
		}
		if strong && sum > score {
			best, score = k, sum
		}
	}
	return best, score
}

// A member is a text of a group, with how typical it is.
type member struct {
	row
	typical float64
}
