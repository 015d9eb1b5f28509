package stats

// splitP is the share of all ways to split people into groups of the same sizes
// in which U is at least as far from its mean, n1 n2 / 2, as it is. Ways are
// counted level by level, after the shift algorithm of Streitberg and Röhmel
// (1986), "Exact distributions for permutation and rank tests".
func splitP(a, b []int64) float64 {
	if people(a) > people(b) {
		a, b = b, a
	}
	n1, pairs := people(a), people(a)*people(b)
	// ways[taken][u] splits of the people so far put taken into the first group
	// and make twice its U u. More than 2 pairs means too few left for the first.
	ways := make([][]float64, n1+1)
	for i := range ways {
		ways[i] = make([]float64, 2*pairs+1)
	}
	ways[0][0] = 1
	var below int64
	for i := range a {
		level := a[i] + b[i]
		ways = spread(ways, level, below)
		below += level
	}
	far := abs(twiceU(a, b) - pairs)
	extreme, all := 0.0, 0.0
	for u, w := range ways[n1] {
		all += w
		if abs(int64(u)-pairs) >= far {
			extreme += w
		}
	}
	return extreme / all
}

// spread adds the people of one level, above below people: each way to take some
// of them into the first group.
func spread(ways [][]float64, level, below int64) [][]float64 {
	next := make([][]float64, len(ways))
	for i := range next {
		next[i] = make([]float64, len(ways[0]))
	}
	for taken := range ways {
		choices := 1.0
		for more := range min(level, int64(len(ways)-1-taken)) + 1 {
			shift := more * (2*(below-int64(taken)) + level - more)
			for u, w := range ways[taken] {
				if to := int64(u) + shift; w > 0 && to < int64(len(ways[taken])) {
					next[int64(taken)+more][to] += w * choices
				}
			}
			choices *= float64(level-more) / float64(more+1)
		}
	}
	return next
}

func abs(x int64) int64 {
	if x < 0 {
		return -x
	}
	return x
}
