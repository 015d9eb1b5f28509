package emerging

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

const (
	rounds    = 120  // at most
	converged = 1e-4 // relative gain of a round that is not worth another
	tiny      = 1e-12
)

// factor approximates v, whose entries are not negative, by w·h with the
// multiplicative updates of Lee and Seung (2001, Algorithms for Non-negative
// Matrix Factorization, theorem 1), which lessen the squared error in every
// round. w and h are what it starts from, and are overwritten.
func factor(v, w, h *mat.Dense) {
	var wtv, wtw, wtwh, vht, hht, whht mat.Dense
	before := math.MaxFloat64
	for range rounds {
		wtv.Mul(w.T(), v)
		wtw.Mul(w.T(), w)
		wtwh.Mul(&wtw, h)
		update(h, &wtv, &wtwh)
		vht.Mul(v, h.T())
		hht.Mul(h, h.T())
		whht.Mul(w, &hht)
		update(w, &vht, &whht)
		after := squaredError(v, w, &vht, &hht)
		if before-after <= converged*before {
			return
		}
		before = after
	}
}

// update multiplies x by above/below, element by element.
func update(x, above, below *mat.Dense) {
	x.Apply(func(i, j int, value float64) float64 { return value * above.At(i, j) / (below.At(i, j) + tiny) }, x)
}

// squaredError is ‖v - w·h‖² from products at hand: ‖v‖² - 2⟨w, v·hᵀ⟩ + ⟨wᵀw, h·hᵀ⟩.
func squaredError(v, w, vht, hht *mat.Dense) float64 {
	var wtw mat.Dense
	wtw.Mul(w.T(), w)
	norm := mat.Norm(v, 2)
	return norm*norm - 2*inner(w, vht) + inner(&wtw, hht)
}

func inner(a, b *mat.Dense) float64 {
	sum := 0.0
	rows, columns := a.Dims()
	for i := range rows {
		for j := range columns {
			sum += a.At(i, j) * b.At(i, j)
		}
	}
	return sum
}

// noise is small and positive: no entry may start at zero, where a
// multiplication leaves it.
func noise() func() float64 {
	r := rand.New(rand.NewPCG(2001, 1993))
	return func() float64 { return 0.01 * (r.Float64() + tiny) }
}
