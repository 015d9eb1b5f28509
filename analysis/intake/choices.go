package intake

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators are what programs join the answers to a multiple-choice question
// with.
var separators = [2]string{";", ", "}

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

func splitParts(cell, sep string) []string {
	var all []string
	for part := range strings.SplitSeq(cell, sep) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// multiple reports whether the cells are combinations of few choices: more
// combinations than choices, and choices that stand alone elsewhere.
func (p *parts) multiple(sep string) bool {
	if p.over || p.joined == 0 || len(p.order) > maxParts {
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

// sortChoices puts choices into the order of a questionnaire as far as their
// words tell it: ranges and grades by number, yes before no, "other" last.
// It returns the new place of each.
func sortChoices(choices []string) []int {
	keys := make([]float64, len(choices))
	numbered := true
	for i, c := range choices {
		if rank := wordRank(fold(c)); rank > 1 {
			keys[i] = math.MaxFloat64 / 100 * rank
		} else {
			keys[i] = leadingNumber(c)
		}
		numbered = numbered && !math.IsNaN(keys[i])
	}
	if !numbered {
		for i, c := range choices {
			keys[i] = wordRank(fold(c))
		}
	}
	order := make([]int, len(choices))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch d := keys[a] - keys[b]; {
		case d < 0:
			return -1
		case d > 0:
			return 1
		}
		return 0
	})
	return order
}

var (
	firstWords = phrases{"yes", "si"}
	lastWords  = phrases{"dont know", "not sure", "no se", "other", "other please specify", "otro", "otra", "none of the above", "ninguno", "prefer not to say", "prefer not to answer", "none"}
)

// wordRank orders choices that aren't numbers: below, at or above 1.
func wordRank(folded string) float64 {
	switch {
	case firstWords.is(folded):
		return 0
	case lastWords.is(folded):
		return float64(2 + slices.Index(lastWords, folded))
	}
	return 1
}

// earlyGrades come before the first grade.
var earlyGrades = []phrases{
	{"preschool", "pre k", "prek", "pk", "prekinder", "preescolar"},
	{"transitional kindergarten", "tk"},
	{"kindergarten", "k", "kinder", "kindergarden"},
}

// leadingNumber returns the number that a choice begins with or names as a
// grade, or NaN. "> 60" comes behind "45-60", "< 18" before "18-29".
func leadingNumber(choice string) float64 {
	folded := fold(choice)
	for i, grade := range earlyGrades {
		if grade.is(folded) {
			return float64(i - len(earlyGrades) + 1)
		}
	}
	start := strings.IndexAny(choice, "0123456789")
	if start < 0 || strings.Count(choice[:start], " ") > 2 {
		return math.NaN()
	}
	digits := strings.ReplaceAll(choice[start:], ",", "")
	end := 0
	for end < len(digits) && (digits[end] >= '0' && digits[end] <= '9' || digits[end] == '.') {
		end++
	}
	x, err := strconv.ParseFloat(strings.TrimRight(digits[:end], "."), 64)
	if err != nil {
		return math.NaN()
	}
	switch before := strings.ToLower(choice[:start]); {
	case strings.ContainsAny(before, "<") || strings.Contains(before, "under") || strings.Contains(before, "less"):
		return x - 0.5
	case strings.ContainsAny(before, ">") || strings.Contains(before, "over") || strings.Contains(before, "more"):
		return x + 0.5
	}
	return x
}
