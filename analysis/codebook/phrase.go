package codebook

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// What a pattern may come to: the most other words between two of its words, the
// most words in a row, and the most ways to read it. Beyond them a pattern finds
// what its author can't foresee.
const (
	maxGap      = 15
	maxInRow    = 100
	maxReadings = 1024
)

// A wordForm is a word of a pattern, folded.
type wordForm struct {
	text string
	star bool // any word that begins so
}

// An element is one place of a pattern: any of its words, with at least min
// and at most max other words between it and the element before.
type element struct {
	min, max int
	words    []wordForm // sorted, each once
}

// A phrase is one way to read a pattern: its elements in order.
type phrase []element

// product returns each phrase of the first list followed by each of the second,
// and so on.
func product(lists ...[]phrase) ([]phrase, error) {
	read := lists[0]
	for _, list := range lists[1:] {
		if len(read)*len(list) > maxReadings {
			return nil, fmt.Errorf("it can be read in more than %d ways; write it as several patterns", maxReadings)
		}
		if len(read) == 1 && read[0] == nil {
			read = list
			continue
		}
		next := make([]phrase, 0, len(read)*len(list))
		for _, head := range read {
			for _, tail := range list {
				both, err := follow(head, tail)
				if err != nil {
					return nil, err
				}
				next = append(next, both)
			}
		}
		read = next
	}
	return read, nil
}

// follow returns two phrases in a row. Gaps that meet add up.
func follow(head, tail phrase) (phrase, error) {
	switch n := len(head) - 1; {
	case head == nil:
		return tail, nil
	case len(head)+len(tail) > maxInRow:
		return nil, errTooLong
	case n >= 0 && head[n].words == nil && len(tail) > 0:
		first := tail[0]
		first.min += head[n].min
		first.max += head[n].max
		if first.max > maxGap {
			return nil, fmt.Errorf("gaps and lone stars beside each other add up: to at most %d words", maxGap)
		}
		return slices.Concat(head[:n], phrase{first}, tail[1:]), nil
	}
	return slices.Concat(head, tail), nil
}

var errTooLong = errors.New("more than 100 words stand in a row; write fewer")

// gather makes one element of all phrases that are a single word.
func gather(all []phrase) []phrase {
	var words []wordForm
	var rest []phrase
	for _, ph := range all {
		if len(ph) == 1 && ph[0].max == 0 && ph[0].words != nil {
			words = append(words, ph[0].words...)
		} else {
			rest = append(rest, ph)
		}
	}
	if words == nil {
		return rest
	}
	slices.SortFunc(words, compareForms)
	words = slices.Compact(words)
	return append(rest, phrase{{words: words}})
}

func compareForms(a, b wordForm) int {
	if c := cmp.Compare(a.text, b.text); c != 0 {
		return c
	}
	switch {
	case a.star == b.star:
		return 0
	case a.star:
		return 1
	}
	return -1
}
