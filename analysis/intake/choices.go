package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators are what programs join the answers to a multiple-choice question
// with.
func (p *profile) separators() [2]string {
	if p.comma == "" {
		return [2]string{";", ", "}
	}
	return [2]string{";", p.comma}
}

// maxParts is how many different parts a multiple-choice question may have.
const maxParts = 64

// parts learns whether cells are several choices joined by one separator.
type parts struct {
	n      map[string]int // different cells that hold a part
	order  []string
	pairs  map[[2]string]int // different cells in which one part follows another
	alone  map[string]bool   // parts that are a whole cell as well
	joined int               // different cells of more than one part
	over   bool
}

func (p *parts) add(cell, sep string) {
	if p.over {
		return
	}
	if p.n == nil {
		p.n, p.pairs, p.alone = map[string]int{}, map[[2]string]int{}, map[string]bool{}
	}
	cell = strings.Clone(cell)
	last := ""
	for i, part := range splitParts(cell, sep) {
		if p.n[part] == 0 {
			p.order = append(p.order, part)
		}
		p.n[part]++
		if i > 0 {
			p.pairs[[2]string{last, part}]++
		}
		last = part
	}
	if strings.Contains(cell, sep) {
		p.joined++
	} else {
		p.alone[last] = true
	}
	if len(p.order) > 2*maxParts {
		*p = parts{over: true}
	}
}

// slashes join Typeform's choices, of which the first has one before it as well.
const slashes = " / "

func splitParts(cell, sep string) []string {
	var all []string
	for part := range strings.SplitSeq(cell, sep) {
		if part = strings.TrimSpace(part); sep == slashes {
			part = strings.TrimPrefix(part, "/ ") // before the first
		}
		if part != "" {
			all = append(all, part)
		}
	}
	return all
}

// multiple reports whether the cells are combinations of few choices: more
// combinations than choices, and choices that stand alone elsewhere.
func (p *parts) multiple(sep string) bool {
	if p.over || p.joined == 0 || len(p.order) > maxParts || len(p.order) == 1 && len(p.alone) > 0 {
		return false
	}
	cells, words := p.joined+len(p.alone), 0
	for _, part := range p.order {
		words += strings.Count(part, " ") + 1
	}
	if words > 8*len(p.order) {
		return false
	}
	if sep == ";" {
		return p.repeats() >= 1.3 || words <= 3*len(p.order)
	}
	alone := 0
	for part := range p.alone {
		if p.n[part] > 1 {
			alone++
		}
	}
	return alone > 0 && cells >= p.size() && p.repeats() >= 1.3
}

// codes reports whether the cells are numbers of choices, joined.
func (p *parts) codes() bool {
	digits := func(part string) bool { return len(part) < 3 && strings.Trim(part, "0123456789") == "" }
	return p.joined > 0 && !p.over && !slices.ContainsFunc(p.order, func(part string) bool { return !digits(part) })
}

// repeats is the number of cells that a part is found in, on average.
func (p *parts) repeats() float64 {
	sum := 0
	for _, n := range p.n {
		sum += n
	}
	return float64(sum) / float64(len(p.order))
}

// size is the number of choices that the parts make.
func (p *parts) size() int {
	n := len(p.order)
	for pair := range p.pairs {
		if p.isGlued(pair) {
			n--
		}
	}
	return n
}

// isGlued reports whether a pair of parts is of one choice with a comma in it,
// such as "Phone, text or e-mail": never apart, and going on in lower case
// where choices begin with a capital.
func (p *parts) isGlued(pair [2]string) bool {
	n := p.pairs[pair]
	first, _ := utf8.DecodeRuneInString(p.order[0])
	second, _ := utf8.DecodeRuneInString(pair[1])
	return n > 1 && n == p.n[pair[0]] && n == p.n[pair[1]] && unicode.IsUpper(first) && unicode.IsLower(second)
}

// A splitter cuts the cells of a multiple-choice column into choices.
type splitter struct {
	sep  string
	next map[string]string // what goes on with a part as one choice
	all  []string          // the choices, in the order of the file
}

func (p *parts) splitter(sep string) *splitter {
	s := &splitter{sep: sep, next: map[string]string{}}
	second := map[string]bool{}
	for pair := range p.pairs {
		if p.isGlued(pair) {
			s.next[pair[0]] = pair[1]
			second[pair[1]] = true
		}
	}
	for _, part := range p.order {
		if !second[part] {
			s.all = append(s.all, s.whole(part))
		}
	}
	return s
}

// whole returns the choice that begins with a part.
func (s *splitter) whole(part string) string {
	if next, ok := s.next[part]; ok {
		return part + s.sep + s.whole(next)
	}
	return part
}

// choices returns the choices that a cell names.
func (s *splitter) choices(cell string) []string {
	var all []string
	last := ""
	for _, part := range splitParts(cell, s.sep) {
		if last == "" || s.next[last] != part {
			all = append(all, s.whole(part))
		}
		last = part
	}
	return all
}
