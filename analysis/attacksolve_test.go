package analysis_test

import (
	"fmt"
	"math/big"
	"strings"
)

// exposed returns people of a universe, at least one and fewer than the
// threshold, all or none of each kind, whose number follows from what is
// published; nil where there are none.
//
// People who are in the same published sets are one unknown, how many they are.
// A number follows if it is a sum of multiples of published numbers, and so if
// it stays the same whichever way the unknowns change that changes none of the
// published numbers: these ways are the null space of the equations.
func (a *attack) exposed(of universe) []*subject {
	unknown, ways := a.equations(of.base)
	var small []*together
	for _, k := range a.kinds(of.in, unknown) {
		if !k.blocked && len(k.people) < threshold {
			k.moves = make([]*big.Rat, len(ways))
			for w, way := range ways {
				k.moves[w] = new(big.Rat)
				for u := range k.unknowns {
					k.moves[w].Add(k.moves[w], way[u])
				}
			}
			small = append(small, k)
		}
	}
	return fixed(small, nil, make([]*big.Rat, len(ways)))
}

// A together is people whom nobody can be told of without the others.
type together struct {
	people   []*subject
	unknowns map[int]bool
	blocked  bool // by people outside of the universe
	moves    []*big.Rat
}

// fixed looks for sets of few people whose number no way changes.
func fixed(from []*together, people []*subject, moves []*big.Rat) []*subject {
	if len(people) > 0 && still(moves) {
		return people
	}
	for i, k := range from {
		if len(people)+len(k.people) >= threshold {
			continue
		}
		more := make([]*big.Rat, len(moves))
		for w := range moves {
			more[w] = new(big.Rat).Set(k.moves[w])
			if moves[w] != nil {
				more[w].Add(more[w], moves[w])
			}
		}
		if found := fixed(from[i+1:], append(people[:len(people):len(people)], k.people...), more); found != nil {
			return found
		}
	}
	return nil
}

func still(moves []*big.Rat) bool {
	for _, m := range moves {
		if m != nil && m.Sign() != 0 {
			return false
		}
	}
	return true
}

// kinds are the people of a universe by kind; kinds that share an unknown are one.
func (a *attack) kinds(of is, unknown []int) []*together {
	byKind, byUnknown := map[string]*together{}, map[int]*together{}
	var all []*together
	outside := map[int]bool{} // nobody, if they are in no published set of this base
	for i, p := range a.people {
		if !of(p) {
			outside[unknown[i]] = true
		}
	}
	for i, p := range a.people {
		if !of(p) {
			continue
		}
		k, same := byKind[p.kind()], byUnknown[unknown[i]]
		switch {
		case k == nil && same == nil:
			k = &together{unknowns: map[int]bool{}}
			all = append(all, k)
		case k == nil:
			k = same
		case same != nil && same != k:
			k.people = append(k.people, same.people...)
			for u := range same.unknowns {
				k.unknowns[u] = true
				byUnknown[u] = k
			}
			k.blocked = k.blocked || same.blocked
			for name, other := range byKind {
				if other == same {
					byKind[name] = k
				}
			}
			same.people, same.blocked = nil, true
		}
		k.people = append(k.people, p)
		k.unknowns[unknown[i]] = true
		k.blocked = k.blocked || outside[unknown[i]]
		byKind[p.kind()], byUnknown[unknown[i]] = k, k
	}
	return all
}

// equations numbers the unknown of each person, and gives a basis of the null
// space: the ways in which the unknowns can change with none of the published
// numbers.
func (a *attack) equations(base string) (unknown []int, ways [][]*big.Rat) {
	at := map[string]int{}
	for i := range a.people {
		var key strings.Builder
		for _, p := range a.published {
			fmt.Fprint(&key, p.base == base && p.in[i], " ")
		}
		u, ok := at[key.String()]
		if !ok {
			u = len(at)
			at[key.String()] = u
		}
		unknown = append(unknown, u)
	}
	var rows [][]*big.Rat
	seen := map[string]bool{}
	for _, p := range a.published {
		key := fmt.Sprint(p.in)
		if p.base != base || seen[key] {
			continue
		}
		seen[key] = true
		row := make([]*big.Rat, len(at))
		for u := range row {
			row[u] = new(big.Rat)
		}
		for i, in := range p.in {
			if in {
				row[unknown[i]].SetInt64(1)
			}
		}
		rows = append(rows, row)
	}
	return unknown, nullSpace(rows, len(at))
}

// nullSpace eliminates in fractions (Gauss and Jordan).
func nullSpace(rows [][]*big.Rat, columns int) [][]*big.Rat {
	pivots := map[int]int{} // row by column
	rank := 0
	for c := 0; c < columns && rank < len(rows); c++ {
		r := rank
		for r < len(rows) && rows[r][c].Sign() == 0 {
			r++
		}
		if r == len(rows) {
			continue
		}
		rows[rank], rows[r] = rows[r], rows[rank]
		pivot := new(big.Rat).Set(rows[rank][c])
		for _, v := range rows[rank] {
			v.Quo(v, pivot)
		}
		for i := range rows {
			if i == rank || rows[i][c].Sign() == 0 {
				continue
			}
			factor := new(big.Rat).Set(rows[i][c])
			for j := range rows[i] {
				rows[i][j].Sub(rows[i][j], new(big.Rat).Mul(factor, rows[rank][j]))
			}
		}
		pivots[c] = rank
		rank++
	}
	var ways [][]*big.Rat
	for free := range columns {
		if _, ok := pivots[free]; ok {
			continue
		}
		way := make([]*big.Rat, columns)
		for c := range way {
			way[c] = new(big.Rat)
			if r, ok := pivots[c]; ok {
				way[c].Neg(rows[r][free])
			}
		}
		way[free].SetInt64(1)
		ways = append(ways, way)
	}
	return ways
}

func list(people []*subject) string {
	var b strings.Builder
	for _, p := range people {
		fmt.Fprintf(&b, "  %+v\n", *p)
	}
	return b.String()
}

// numbers lists what is published of a base, each set once.
func (a *attack) numbers(base string) string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, p := range a.published {
		n := 0
		for _, in := range p.in {
			if in {
				n++
			}
		}
		if key := fmt.Sprint(p.in); p.base == base && !seen[key] {
			seen[key] = true
			fmt.Fprintf(&b, "  %d: %s\n", n, p.what)
		}
	}
	return b.String()
}
