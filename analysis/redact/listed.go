package redact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// listed notes the first name from start to end, which is among given, for
// unnamed to hide.
func (s *scan) listed(start, end int) {
	if end-start < 3 || end-start >= longestGiven || !capitalized(s.text, start) || start < s.past {
		return
	}
	var folded [longestGiven]byte
	word := fold(folded[:0], s.text[start:end])
	if !given[string(word)] {
		if last := len(word) - 1; word[last] == 's' && family[string(word[:last])] {
			s.theirs(start, end)
		}
		return
	}
	n, ok := nameAt(s.text, start)
	if !ok || n.start != start {
		return
	}
	person := !s.notPerson(n)
	if s.shouts() && person {
		k := 1
		if len(n.words) > 1 && family[n.words[1]] {
			k++
		}
		n = n.upto(s.text, k)
	}
	s.past = n.end
	if person && !s.letters(start, end) {
		s.named = append(s.named, n)
	}
}

// longestGiven is the length in bytes that no first name reaches.
const longestGiven = 16

func capitalized(text string, i int) bool {
	if i < len(text) && text[i] < utf8.RuneSelf {
		return 'A' <= text[i] && text[i] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r)
}

// letters reports whether the word from start to end is an abbreviation, as ADA
// is: a short one in capitals among others that are not.
func (s *scan) letters(start, end int) bool {
	word := s.text[start:end]
	return end-start <= 4 && word == strings.ToUpper(word) && len(s.text) > end-start && !s.shouts()
}

// upto is the first k words of a name.
func (n name) upto(text string, k int) name {
	end := n.start
	for _, w := range n.words[:k] {
		end = nameWord(text, particlesEnd(text, blanks(text, end)))
		if len(w) == 1 && strings.HasPrefix(text[end:], ".") && end < n.end {
			end++
		}
	}
	return name{n.start, end, n.words[:k]}
}

// theirs hides the family's name in "the Delgados".
func (s *scan) theirs(start, end int) {
	if from, to := before(s.text, start); lower(s.text[from:to]) == "the" && !s.shouts() {
		s.found = append(s.found, piece{start, end, person{anyone, lower(s.text[start:end])}})
	}
}

// placeNouns make what stands before them a place or a thing: Garfield School.
var placeNouns = words(`school elementary middle high primary academy college university street st avenue ave road rd drive lane boulevard blvd
	park gym field stadium hall building library auditorium campus center centre hospital clinic church day week month night award awards
	scholarship foundation fund program curriculum method test scale books series isd unified district county city beach island creek
	hill lake`)

// placeLeads make what stands behind them one: Escuela Benito Juárez.
var placeLeads = words(`san santa santo saint st st. escuela primaria secundaria prepa preparatoria colegio kínder kinder jardín parque calle avenida
	av blvd instituto hospital biblioteca auditorio colonia plaza barrio iglesia estadio estado ciudad mount fort port lake camp`)

// notPerson reports whether the words around a listed name tell of a place, of
// a thing, or of somebody who is known to all.
func (s *scan) notPerson(n name) bool {
	last := n.words[len(n.words)-1]
	if len(n.words) > 1 && (known[n.words[0]] == n.words[1] || placeNouns[last]) {
		return true
	}
	next := blanks(s.text, n.end)
	if a := apostrophe(s.text, n.end); a > 0 {
		next = blanks(s.text, wordEnd(s.text, n.end+a))
	}
	if end := wordEnd(s.text, next); end > next && capitalized(s.text, next) && placeNouns[lower(s.text[next:end])] && !s.shouts() {
		return true
	}
	from, to := before(s.text, n.start)
	if to > 0 && s.text[to-1] == '.' {
		from, to = wordStart(s.text, to-1), to-1
	}
	return placeLeads[lower(s.text[from:to])]
}

// unnamed hides the listed names of people of whom no sign told.
func (s *scan) unnamed() {
	for _, n := range s.named {
		known := func(t told) bool { return slices.Contains(t.words, n.words[0]) }
		if !slices.ContainsFunc(s.told, known) {
			who := person{anyone, n.key()}
			s.found = append(s.found, piece{n.start, n.end, who})
			s.told = append(s.told, told{wordsOf(s.text, n.start, n.end), false, who})
		}
	}
}

// wordsOf returns the capitalized words between start and end, folded.
func wordsOf(text string, start, end int) []string {
	var words []string
	for i := start; i < end; {
		to := nameWord(text, i)
		switch {
		case to > i:
			words = append(words, lower(text[i:to]))
		case wordEnd(text, i) > i:
			to = wordEnd(text, i)
		default:
			_, size := utf8.DecodeRuneInString(text[i:])
			to += size
		}
		i = to
	}
	return words
}

// fewWords is below how many words nothing is said by capitals.
const fewWords = 5

// shouts reports whether most words of the text are capitalized, so that
// capitals tell nothing.
func (s *scan) shouts() bool {
	if s.capitals != unknown {
		return s.capitals == most
	}
	all, upper := 0, 0
	for i := 0; i < len(s.text); {
		end := wordEnd(s.text, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(s.text[i:])
			i += size
			continue
		}
		if i > 0 && s.text[i-1] == '[' { // a mask
			i = end
			continue
		}
		all++
		if capitalized(s.text, i) {
			upper++
		}
		i = end
	}
	s.capitals = few
	if all >= fewWords && upper*10 >= all*7 {
		s.capitals = most
	}
	return s.capitals == most
}

// How many words of a text are capitalized.
const (
	unknown = iota
	few
	most
)

// plain reads the first name at i that is written in lower case, as people do
// who write all so, or in capitals among capitals.
func plain(text string, i int) (name, bool) {
	end := wordEnd(text, i)
	word := lower(text[i:end])
	if !given[word] && !placelike[word] || ordinary[word] {
		return name{}, false
	}
	return name{i, end, []string{word}}, true
}
