package intake

import (
	"slices"
	"strconv"
	"strings"

	"commonground/analysis/survey"
)

// wordings are the answers of a scale as a file words them, by level; "" for a
// level that isn't there.
type wordings [maxLevels]string

// maxLevels is the number of levels of the longest scale.
const maxLevels = 11

// setScale makes the column a scale.
func (c *column) setScale(s *scale) {
	c.kind, c.shape, c.scale = ScaleColumn, survey.Scale, s
	var most [maxLevels]int
	for i := range c.values {
		v := &c.values[i]
		if level := s.level(v.text); level >= 0 && v.n > most[level] {
			most[level], c.levels[level] = v.n, v.text
		}
	}
	if s == numberScale {
		c.levels.fill()
	}
}

// fill completes a scale of numbers to 1-5, 1-7, 0-10 or 1-10, whichever holds
// all levels there are.
func (w *wordings) fill() {
	top := 0
	for level, text := range w {
		if text != "" {
			top = level
		}
	}
	switch {
	case top > 7 || w[0] != "":
		top = 10
	case top > 5:
		top = 7
	default:
		top = 5
	}
	for level := 1; level <= top; level++ {
		if w[level] == "" {
			w[level] = strconv.Itoa(level)
		}
	}
}

// add takes over the levels of other that w lacks.
func (w *wordings) add(other *wordings) {
	for level, text := range other {
		if w[level] == "" {
			w[level] = text
		}
	}
}

// levelScales gives neighboring columns of one scale the same levels, and a
// scale of two ways as many on either: what nobody chose was there to choose.
func levelScales(columns []*column) {
	adoptScales(columns)
	for len(columns) > 0 {
		n := 1
		for columns[0].scale != nil && n < len(columns) && columns[n].scale == columns[0].scale {
			n++
		}
		var all wordings
		for _, c := range columns[:n] {
			all.add(&c.levels)
		}
		if s := columns[0].scale; s != nil && s.twoWay {
			all.complete(s)
		}
		for _, c := range columns[:n] {
			c.levels.add(&all)
		}
		columns = columns[n:]
	}
}

// complete adds the opposites of the levels there are, in the same words.
func (w *wordings) complete(s *scale) {
	for i, text := range w {
		if text == "" {
			continue
		}
		opposite := len(s.levels) - 1 - i
		k := slices.Index(s.levels[i], fold(text))
		if w[opposite] == "" && k >= 0 {
			w[opposite] = capitalsOf(text, s.levels[opposite][k])
		}
	}
}

// capitalsOf writes words as the model does: with a capital each, with one at
// the beginning, or without.
func capitalsOf(model, words string) string {
	first, rest, _ := strings.Cut(model, " ")
	switch {
	case !isCapital(first):
		return words
	case !isCapital(rest):
		return strings.ToUpper(words[:1]) + words[1:]
	}
	all := strings.Fields(words)
	for i, w := range all {
		all[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(all, " ")
}

func isCapital(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// adoptScales takes columns whose cells are all on one level of a neighbor's
// scale, and so don't show that they are on it.
func adoptScales(columns []*column) {
	for i, c := range columns {
		if c.kind != SingleColumn || c.counts[numberClass] > 0 {
			continue
		}
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(columns) && c.scale == nil && columns[j].scale != nil && c.on(columns[j].scale) {
				c.setScale(columns[j].scale)
			}
		}
	}
}

// on reports whether all cells are answers on the scale.
func (c *column) on(s *scale) bool {
	for i := range c.values {
		if text := c.values[i].text; s.level(text) < 0 && !besides(text) {
			return false
		}
	}
	return !c.over
}

// scaleOf returns the scale that nearly all cells are answers on, or nil.
func (p *profile) scaleOf() *scale { return p.scaleWithin(9) }

// scaleWithin returns the scale that at least so many times as many cells are
// answers on as are not, or nil.
func (p *profile) scaleWithin(times int) *scale {
	if p.over || len(p.values) > 24 {
		return nil
	}
	var best *scale
	most := 0
	for _, s := range scales {
		if n := p.fits(s, times); n > most {
			best, most = s, n
		}
	}
	return best
}

// fits returns how many cells are on the scale; 0 where there are too many
// others, or all are on one level.
func (p *profile) fits(s *scale, times int) int {
	on, off := 0, 0
	levels := map[int]bool{}
	for i := range p.values {
		v := &p.values[i]
		if level := s.level(v.text); level >= 0 {
			on += v.n
			levels[level] = true
		} else if !besides(v.text) {
			off += v.n
		}
	}
	if len(levels) < 2 || off*times > on {
		return 0
	}
	return on
}

// lean takes columns for the scale that most of their cells are on, where the
// others are answers of a column beside them, from rows that stand off.
func lean(columns []*column) {
	for i, c := range columns {
		if c.leaning == nil || c.kind != SingleColumn || c.use != "" {
			continue
		}
		own := profile{over: c.over}
		for _, v := range c.values {
			if c.leaning.level(v.text) >= 0 || !slices.ContainsFunc(beside(columns, i), func(o *column) bool { _, ok := o.index[v.text]; return ok }) {
				own.values = append(own.values, v)
			}
		}
		if own.scaleOf() == c.leaning {
			c.setScale(c.leaning)
		}
	}
}

// beside returns the columns next to one.
func beside(columns []*column, i int) []*column {
	return slices.Concat(columns[max(0, i-1):i], columns[i+1:min(i+2, len(columns))])
}
