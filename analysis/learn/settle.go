package learn

import "commonground/analysis/stats"

// thresholds are the least probabilities from which the best is chosen.
var thresholds = [...]float64{0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6}

// settings are what is chosen by held-out rows.
type settings struct {
	cost  int       // index into costs
	from  []float64 // by theme: the least log odds at which it is given
	learn []bool    // by theme: what is learnt is used
}

// settle chooses by the rows listed.
func (h *heldOut) settle(rows []int) settings {
	s := settings{from: make([]float64, h.themes), learn: make([]bool, h.themes)}
	best := -1.0
	var pooled [len(costs)][len(thresholds)]stats.Fourfold
	for c := range costs {
		for i, p := range thresholds {
			f := &pooled[c][i]
			for theme, ok := range h.eligible {
				if ok {
					add(f, h.compare(theme, rows, h.odds[c][theme], logit(p)))
				}
			}
			if v := f.F1(); v > best {
				best, s.cost = v, c
			}
		}
	}
	for theme, ok := range h.eligible {
		s.from[theme] = logit(startFrom)
		if !ok {
			continue
		}
		before := h.before(theme, rows)
		from, after := h.threshold(theme, rows, s.cost, pooled[s.cost][:])
		if after.F1() > before.F1() {
			s.from[theme], s.learn[theme] = from, true
		}
	}
	return s
}

// likeOthers is how many themes' worth of all themes' rows are counted with a
// theme's own when its threshold is chosen, which a few cases can't tell.
const likeOthers = 2

// threshold returns the log odds from which a theme is best given, and how well
// that does.
func (h *heldOut) threshold(theme int, rows []int, cost int, pooled []stats.Fourfold) (from float64, after stats.Fourfold) {
	best, share := -1.0, likeOthers/float64(count(h.eligible))
	for i, p := range thresholds {
		own := h.compare(theme, rows, h.odds[cost][theme], logit(p))
		hit := float64(own.Hit) + share*float64(pooled[i].Hit)
		wrong := float64(own.False+own.Missed) + share*float64(pooled[i].False+pooled[i].Missed)
		if f1 := 2 * hit / (2*hit + wrong); f1 > best {
			best, from, after = f1, logit(p), own
		}
	}
	return from, after
}

// before compares what is given without learning.
func (h *heldOut) before(theme int, rows []int) stats.Fourfold {
	return h.compare(theme, rows, h.prior[theme], logit(startFrom))
}

// compare counts rows by whether their log odds are more than from, and whether
// they have the theme.
func (t *table) compare(theme int, rows []int, odds []float64, from float64) stats.Fourfold {
	var f stats.Fourfold
	for _, r := range rows {
		switch given, has := odds[r] > from, t.gold[theme][r]; {
		case given && has:
			f.Hit++
		case given:
			f.False++
		case has:
			f.Missed++
		default:
			f.None++
		}
	}
	return f
}

func add(to *stats.Fourfold, f stats.Fourfold) {
	to.Hit += f.Hit
	to.False += f.False
	to.Missed += f.Missed
	to.None += f.None
}
