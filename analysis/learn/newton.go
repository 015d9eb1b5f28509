package learn

import "gonum.org/v1/gonum/mat"

// fitFew is fit for a problem of few columns and many rows, by Newton's method.
func (p *problem) fitFew(w []float64, rows []int, cost float64) {
	clear(w)
	curve := mat.NewSymDense(len(w), nil)
	slope, step := mat.NewVecDense(len(w), nil), mat.NewVecDense(len(w), nil)
	var factors mat.Cholesky
	for range newtonSteps {
		curve.Zero()
		for i, v := range w {
			slope.SetVec(i, v)
			curve.SetSym(i, i, 1)
		}
		for _, r := range rows {
			p.bend(curve, slope, logistic(p.prior[r]+dot(w, p.rows[r])), r, cost)
		}
		if !factors.Factorize(curve) || factors.SolveVecTo(step, slope) != nil {
			return // curve is the unit matrix and more: not with finite values
		}
		for i := range w {
			w[i] -= step.AtVec(i)
		}
		if mat.Norm(step, 2) < 1e-6 {
			return
		}
	}
}

const newtonSteps = 25

// bend adds what row r, which has the theme with probability odds, adds to the
// second and to the first derivatives.
func (p *problem) bend(curve *mat.SymDense, slope *mat.VecDense, has float64, r int, cost float64) {
	excess := has
	if p.yes[r] {
		excess--
	}
	for i, e := range p.rows[r] {
		at, v := int(e.column), cost*float64(e.value)
		slope.SetVec(at, slope.AtVec(at)+v*excess)
		for _, o := range p.rows[r][i:] {
			by := int(o.column)
			curve.SetSym(at, by, curve.At(at, by)+v*float64(o.value)*has*(1-has))
		}
	}
}
