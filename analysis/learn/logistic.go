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
// regression and maximum entropy models", section 3; rows are taken in order,
// so that the same rows give the same weights.
func (p *problem) fit(w []float64, rows []int, cost float64) {
	clear(w)
	alpha := make([]float64, len(rows))
	for i, row := range rows {
		alpha[i] = min(0.001*cost, 1e-8)
		addTo(w, p.rows[row], p.sign(row)*alpha[i])
	}
	for range maxRounds {
		moved := 0.0
		for i, row := range rows {
			sign := p.sign(row)
			margin := sign * (dot(w, p.rows[row]) + p.prior[row])
			a := ascend(alpha[i], margin, p.square[row], cost)
			addTo(w, p.rows[row], sign*(a-alpha[i]))
			moved = max(moved, math.Abs(a-alpha[i]))
			alpha[i] = a
		}
		if moved < tolerance*cost {
			return
		}
	}
}

const (
	maxRounds = 60
	tolerance = 1e-3
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
		if math.Abs(next-z) < 1e-9*cost {
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
