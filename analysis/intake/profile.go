package intake

import (
	"net/netip"
	"strconv"
	"strings"
)

// The bounds of what is remembered of a column.
const (
	maxValues    = 256 // different cells
	maxValueSize = 300 // bytes of a cell; a longer one is no choice
	openAfter    = 200 // cells after which a column of different long texts is plainly open
	settledAfter = 1000
	maxStrays    = 20
	maxKept      = 64 << 20 // bytes of cells that all columns of a table keep; a table of 5,000 questions could need six times that
)

// room is what is left of a table's maxKept.
type room int

// take reports whether there is room for n bytes, and takes it.
func (r *room) take(n int) bool {
	if r == nil {
		return true
	}
	if *r < room(n) {
		return false
	}
	*r -= room(n)
	return true
}

// A profile is what is learnt of a column while its rows stream by. It forgets
// all but the first different cells, and stops looking at a column once it is
// plainly open text.
type profile struct {
	filled  int
	counts  [numClasses]int // cells by class, of those looked at
	looked  int
	values  []value // the first different cells, in order
	index   map[string]int
	over    bool    // there are more different cells than values
	strays  []value // of the cells forgotten: the first unlike most others
	words   int     // in all different texts
	texts   int     // different texts
	dates   dates
	numbers numbers
	parts   [2]parts // of cells joined by each of separators
	comma   string   // what joins cells besides a semicolon; "" for ", "
	room    *room    // of the column's table; nil for as much as is needed
	open    bool     // plainly open text: looked at no further
}

// A value is one of the different cells of a column.
type value struct {
	text  string
	class class
	n     int // cells
	row   int // the first of them
}

// A class is what one cell looks like.
type class uint8

const (
	textClass class = iota
	numberClass
	dateClass
	mailClass
	addressClass // of the internet
	phoneClass
	numClasses
)

// numbers is the range of a column's numbers.
type numbers struct {
	low, high float64
	some      bool
	fraction  bool
}

func (n *numbers) add(x float64) {
	if !n.some {
		n.low, n.high, n.some = x, x, true
	}
	n.low, n.high = min(n.low, x), max(n.high, x)
	n.fraction = n.fraction || x != float64(int64(x))
}

// add takes a filled cell into account.
func (p *profile) add(cell string, row int) {
	p.filled++
	if p.open {
		return
	}
	p.looked++
	if i, ok := p.index[cell]; ok {
		v := &p.values[i]
		v.n++
		p.counts[v.class]++
		return
	}
	c := p.classify(cell)
	p.counts[c]++
	if c == textClass {
		p.texts++
		p.words += strings.Count(cell, " ") + 1
	}
	p.keep(cell, c, row)
	if p.settled() {
		p.open = true
		p.index, p.parts = nil, [2]parts{}
	}
}

func (p *profile) keep(cell string, c class, row int) {
	fits := p.room.take(2 * len(cell)) // as a value, and in parts
	for i, sep := range p.separators() {
		if !fits {
			p.parts[i] = parts{over: true}
		}
		p.parts[i].add(cell, sep)
	}
	if !fits || len(p.values) == maxValues || len(cell) > maxValueSize && len(p.values) >= openAfter {
		p.over = true
		if fits && len(p.strays) < maxStrays && p.counts[c]*10 < p.looked {
			p.strays = append(p.strays, value{strings.Clone(cell), c, 1, row})
		}
		return
	}
	if p.index == nil {
		p.index = make(map[string]int)
	}
	cell = strings.Clone(cell)
	p.index[cell] = len(p.values)
	p.values = append(p.values, value{cell, c, 1, row})
}

// settled reports whether the column is open text whatever cells may follow.
func (p *profile) settled() bool {
	different := len(p.values)*5 >= p.looked*3 || p.over
	if p.looked < openAfter || p.counts[textClass]*10 < p.looked*9 || !different {
		return false
	}
	for i, sep := range p.separators() {
		if p.parts[i].multiple(sep) {
			return false
		}
	}
	return p.meanWords() >= 5 || p.over && p.looked >= settledAfter
}

// meanWords is the mean length of the different texts.
func (p *profile) meanWords() float64 {
	if p.texts == 0 {
		return 0
	}
	return float64(p.words) / float64(p.texts)
}

// share returns the share of cells that are of class c, those that say there
// is nothing to say left aside.
func (p *profile) share(c class) float64 {
	said := p.looked
	for i := range p.values {
		if v := &p.values[i]; v.class != c && isNothing(v.text) {
			said -= v.n
		}
	}
	if said == 0 {
		return 0
	}
	return float64(p.counts[c]) / float64(said)
}

// unanswered are cells that leave any question unanswered, nothings those that
// leave one for an amount or a degree so.
var (
	unanswered = phrases{"", "n a", "na", "null", "nan", "no answer", "no response", "no respuesta", "sin respuesta", "skipped"}
	nothings   = phrases{"none", "not applicable", "does not apply", "no aplica", "prefer not to say"}
)

func isUnanswered(cell string) bool {
	return len(cell) < 20 && !strings.ContainsAny(cell, "0123456789") && unanswered.is(fold(cell))
}

func isNothing(cell string) bool {
	return len(cell) < 20 && (unanswered.is(fold(cell)) || nothings.is(fold(cell)))
}

// classify tells what a cell looks like, and lets the column learn from it.
func (p *profile) classify(cell string) class {
	if x, ok := readNumber(cell); ok {
		p.numbers.add(x)
		return numberClass
	}
	if p.dates.add(cell) {
		return dateClass
	}
	switch {
	case isMail(cell):
		return mailClass
	case isAddress(cell):
		return addressClass
	case isPhone(cell):
		return phoneClass
	}
	return textClass
}

// readNumber reads "12", "-3.5", "1,200", "3,5", "$40" and "26%".
func readNumber(cell string) (float64, bool) {
	if len(cell) == 0 || len(cell) > 24 {
		return 0, false
	}
	s := strings.TrimSuffix(strings.TrimLeft(cell, "$€£ "), "%")
	if s == "" || strings.IndexByte("+-.0123456789", s[0]) < 0 {
		return 0, false
	}
	if i := strings.IndexByte(s, ','); i > 0 {
		if strings.Count(s, ",") == 1 && len(s)-i != 4 {
			s = strings.Replace(s, ",", ".", 1)
		} else {
			s = strings.ReplaceAll(s, ",", "")
		}
	}
	if strings.Trim(s, "+-.0123456789eE") != "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil
}

func isMail(cell string) bool {
	at := strings.IndexByte(cell, '@')
	return at > 0 && strings.IndexByte(cell[at:], '.') > 1 && !strings.ContainsAny(cell, " \t\n")
}

func isAddress(cell string) bool {
	if len(cell) > 45 || strings.Count(cell, ".") != 3 && strings.Count(cell, ":") < 3 {
		return false
	}
	_, err := netip.ParseAddr(cell)
	return err == nil
}

func isPhone(cell string) bool {
	digits := 0
	for i := range len(cell) {
		switch c := cell[i]; {
		case c >= '0' && c <= '9':
			digits++
		case strings.IndexByte("+-(). ", c) < 0:
			return false
		}
	}
	return digits >= 7 && digits <= 15
}
