package learn

import "math"

// An entry is one element of a sparse row.
type entry struct {
	column int32
	value  float32
}

// A problem is one yes-or-no question about the rows: which of them have the
// theme. Its prior is what is believed of each row before anything is learnt,
// in log odds.
type problem struct {
	rows   [][]entry
	square []float64 // by row: the sum of the squares of its values
	yes    []bool
	prior  []float64
}

// fit returns the weights w, one a column, that make
//
//	|w|²/2 + cost · Σ log(1 + exp(−y·(w·x + prior)))
//
// least, over the rows listed. It goes up the dual one row at a time, as Yu,
// Huang and Lin (2011), "Dual coordinate descent methods for logistic
// regression and maximum entropy models", section 3. Each round takes the rows
// in another order, the same for the same rows, and leaves out for a while those
// that hardly moved.
func (p *problem) fit(w []float64, rows []int, cost float64) {
	clear(w)
	steps := make([]dualStep, len(rows))
	for i, row := range rows {
		steps[i] = dualStep{row: row, alpha: min(0.001*cost, 1e-8)}
		addTo(w, p.rows[row], p.sign(row)*steps[i].alpha)
	}
	for round := range maxRounds {
		shuffle(steps, uint64(round))
		most, all := 0.0, true
		for i := range steps {
			if s := &steps[i]; s.rest > 0 {
				s.rest--
				all = false
			} else {
				most = max(most, p.move(w, s, cost))
			}
		}
		if most < tolerance*cost {
			if all {
				return
			}
			for i := range steps {
				steps[i].rest = 0
			}
		}
	}
}

// A dualStep is how far the dual is up for a row.
type dualStep struct {
	row   int
	alpha float64
	still uint8 // how many rounds it was left out last
	rest  uint8 // and is still to be
}

// move goes up for one row, and returns how far.
func (p *problem) move(w []float64, s *dualStep, cost float64) float64 {
	sign := p.sign(s.row)
	margin := sign * (dot(w, p.rows[s.row]) + p.prior[s.row])
	a := ascend(s.alpha, margin, p.square[s.row], cost)
	by := a - s.alpha
	addTo(w, p.rows[s.row], sign*by)
	s.alpha = a
	if by = math.Abs(by); by < tolerance*cost {
		s.still = min(2*s.still+1, longestRest)
	} else {
		s.still = 0
	}
	s.rest = s.still
	return by
}

const (
	maxRounds   = 60
	tolerance   = 1e-3
	longestRest = 15 // rounds
)

func (p *problem) sign(row int) float64 {
	if p.yes[row] {
		return 1
	}
	return -1
}

// ascend returns where between 0 and cost the derivative
// square·(z−a) + margin + log(z/(cost−z)) is zero. The derivative rises
// everywhere; Newton's steps are kept between what is known to lie below and
// above.
func ascend(a, margin, square, cost float64) float64 {
	low, high := 0.0, cost
	z := min(max(cost/(1+math.Exp(margin)), 1e-12*cost), (1-1e-12)*cost)
	for range 30 {
		slope := square*(z-a) + margin + math.Log(z/(cost-z))
		if slope > 0 {
			high = z
		} else {
			low = z
		}
		next := z - slope/(square+cost/(z*(cost-z)))
		if next <= low || next >= high {
			next = (low + high) / 2
		}
		if math.Abs(next-z) < 1e-5*cost {
			return next
		}
		z = next
	}
	return z
}

func dot(w []float64, row []entry) float64 {
	sum := 0.0
	for _, e := range row {
		sum += w[e.column] * float64(e.value)
	}
	return sum
}

func addTo(w []float64, row []entry, by float64) {
	for _, e := range row {
		w[e.column] += by * float64(e.value)
	}
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// add appends a row.
func (p *problem) add(row []entry, prior float64) {
	p.rows, p.square, p.prior = append(p.rows, row), append(p.square, square(row)), append(p.prior, prior)
}

func square(row []entry) float64 {
	sum := 0.0
	for _, e := range row {
		sum += float64(e.value) * float64(e.value)
	}
	return sum
}

// all returns the numbers of all rows.
func (p *problem) all() []int {
	rows := make([]int, len(p.rows))
	for i := range rows {
		rows[i] = i
	}
	return rows
}
