// Package redact takes out of a comment what tells who wrote it or whom it is
// about: e-mail addresses, phone numbers, links, ids, street addresses, and
// names where the words around them show that they are names, or where they are
// frequent first names and no words besides. It works by rules for American
// English and for the Spanish of Mexico and Spain.
//
// It is no promise: a rare name in a sentence without a sign ("ask Quetzalli")
// is not found unless it is among Redactor.Names or was found elsewhere in the
// same comment. Result.Doubts tells where to look. TestLabelled measures it all.
package redact

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Redactor masks comments. Its zero value works. It must not be copied after
// first use, and is safe for concurrent use.
type Redactor struct {
	Names []string // of people to mask wherever they are named, such as the authors of a thread; set before first use

	once   sync.Once
	people people
}

// A Result is a comment without what was hidden in it.
type Result struct {
	Text   string
	Hidden []Span // in order, without overlap; empty where Text is the original
}

// A Span is a part of the original that was replaced.
type Span struct {
	Start, End int    // bytes of the original
	At         int    // where Mask begins in Result.Text
	Mask       string // "[phone]", "[teacher 2]"
}

// Redact masks text. Redacting the result again changes nothing. One person
// has one number in one comment; a number means nothing beyond it.
func (r *Redactor) Redact(text string) Result {
	r.once.Do(func() { r.people = authors(r.Names) })
	result := Result{Text: text}
	var hidden []piece
	var names []told
	for {
		// What was hidden can lay bare a new piece behind it, so look again.
		found := find(result.Text, r.people, &names)
		grown := false
		for _, p := range found {
			p.start, p.end = result.original(p.start, p.end)
			hidden, grown = merge(hidden, p, grown)
		}
		if !grown {
			return result
		}
		result = render(text, hidden)
	}
}

// Map returns the bytes of Text that stand for the bytes start to end of the
// original. A mask is never cut: a span that touches the inside of a hidden
// part covers all of its mask.
func (r Result) Map(start, end int) (int, int) {
	from, to := start, end
	for _, s := range r.Hidden {
		shift := s.At + len(s.Mask) - s.End
		switch {
		case start >= s.End:
			from = start + shift
		case start >= s.Start:
			from = s.At
		}
		switch {
		case end > s.End:
			to = end + shift
		case end > s.Start:
			to = s.At + len(s.Mask)
		}
	}
	from = min(max(from, 0), len(r.Text))
	return from, min(max(to, from), len(r.Text))
}

// original is Map the other way.
func (r Result) original(start, end int) (int, int) {
	from, to := start, end
	for _, s := range r.Hidden {
		tail := s.At + len(s.Mask)
		switch {
		case start >= tail:
			from = start - tail + s.End
		case start >= s.At:
			from = s.Start
		}
		switch {
		case end > tail:
			to = end - tail + s.End
		case end > s.At:
			to = s.End
		}
	}
	return from, to
}

// A kind is what a mask says of what it hides.
type kind string

const (
	email     kind = "email"
	phone     kind = "phone"
	link      kind = "link"
	id        kind = "id"
	address   kind = "address"
	teacher   kind = "teacher"
	principal kind = "principal"
	doctor    kind = "doctor"
	student   kind = "student"
	anyone    kind = "name"
)

// A person is somebody whom a comment names. Persons are the same where their
// kinds and keys are.
type person struct {
	kind kind
	key  string // "" for what is no person and gets no number
}

// A piece is a part of a text to hide.
type piece struct {
	start, end int
	person
}

// merge adds p to pieces, which stay ordered and apart. Of overlapping pieces
// the first gives its person to all.
func merge(pieces []piece, p piece, grown bool) ([]piece, bool) {
	i, _ := slices.BinarySearchFunc(pieces, p, func(old, p piece) int {
		if old.end <= p.start {
			return -1
		}
		return 1
	})
	j := i
	for ; j < len(pieces) && pieces[j].start < p.end; j++ {
		old := pieces[j]
		if old.start <= p.start && p.end <= old.end {
			return pieces, grown
		}
		if old.start <= p.start {
			p.person = old.person
		}
		p.start, p.end = min(p.start, old.start), max(p.end, old.end)
	}
	return slices.Replace(pieces, i, j, p), true
}

// render writes text with a mask for every piece.
func render(text string, pieces []piece) Result {
	numbers := map[person]int{} // of each person, from 1 in order of appearance
	several := map[kind]int{}   // persons of each kind
	for _, p := range pieces {
		if _, seen := numbers[p.person]; !seen && p.key != "" {
			several[p.kind]++
			numbers[p.person] = several[p.kind]
		}
	}
	var b strings.Builder
	var result Result
	done := 0
	for _, p := range pieces {
		mask := "[" + string(p.kind) + "]"
		if p.key != "" && several[p.kind] > 1 {
			mask = "[" + string(p.kind) + " " + strconv.Itoa(numbers[p.person]) + "]"
		}
		b.WriteString(text[done:p.start])
		result.Hidden = append(result.Hidden, Span{Start: p.start, End: p.end, At: b.Len(), Mask: mask})
		b.WriteString(mask)
		done = p.end
	}
	b.WriteString(text[done:])
	result.Text = b.String()
	return result
}
