package codebook

import "commonground/analysis/text"

// The words that are looked at for slips: shorter ones are too often another
// word, and longer ones are no words.
const (
	shortestSlip = 6
	longestSlip  = 24
)

// noSlips are one slip away from forms of usual words (comiste, juzgado), but are
// words themselves.
const noSlips = `charity comite contigo continue continued continues crates decorate decorated decorating decoration
	decorations earring earrings entire entirely handing heaters heating jugaba jugaban jugado jugamos jugando jugaron laying
	parted policing recibos rooting sentada sentadas sentado sentados stacked stacking stared stepping stings stocking
	toaster traemos`

// slip returns the class of the known word that a word is one slip away from,
// the first if there are several, or 0. A slip is two letters that changed
// places (recieve), a letter left out (comunication), a letter doubled or added
// to a vowel, or a wrong vowel (definately): what hands and ears do. Another
// consonant most often makes another word (concert, concern). The first letters
// are right.
func (l *lexicon) slip(word string) class {
	if len(word) < shortestSlip || len(word) > longestSlip {
		return 0
	}
	var room [2 * longestSlip]byte
	w := text.AppendFold(room[:0], word)
	if len(w) < shortestSlip {
		return 0
	}
	node := int32(0)
	for i := range w {
		if i > 1 {
			if c := l.slipAt(node, w, i); c != 0 {
				return c
			}
		}
		if node = l.step(node, w[i]); node == 0 {
			return 0
		}
	}
	return l.slipAt(node, w, len(w))
}

// slipAt returns the class of a known word that goes on from node as w does from
// i, but for a slip there.
func (l *lexicon) slipAt(node int32, w []byte, i int) class {
	if i+1 < len(w) {
		if to := l.step(node, w[i+1]); to != 0 && w[i] != w[i+1] {
			if to = l.step(to, w[i]); to != 0 {
				if c := l.rest(to, w[i+2:], i+2); c != 0 {
					return c
				}
			}
		}
	}
	if i < len(w) && (w[i] == w[i-1] || isVowel(w[i])) {
		if c := l.rest(node, w[i+1:], i); c != 0 {
			return c
		}
	}
	row := l.next[int(node)*l.width : int(node+1)*l.width]
	for column, to := range row {
		if to == 0 {
			continue
		}
		if c := l.rest(to, w[i:], i+1); c != 0 {
			return c
		}
		if i < len(w) && isVowel(w[i]) && l.vowel[column] {
			if c := l.rest(to, w[i+1:], i+1); c != 0 {
				return c
			}
		}
	}
	return 0
}

// rest returns the class of the word that goes on from a node, of so many
// letters, with the letters of w, if patterns look for it.
func (l *lexicon) rest(node int32, w []byte, depth int) class {
	for _, b := range w {
		to := l.step(node, b)
		if to == 0 {
			if depth < shortestSlip {
				return 0
			}
			return l.begun[node]
		}
		node = to
		depth++
	}
	if depth < shortestSlip {
		return 0
	}
	return l.whole[node]
}

// step returns the node that a letter leads to, or 0.
func (l *lexicon) step(node int32, letter byte) int32 {
	return l.next[int(node)*l.width+int(l.column[letter])]
}

func isVowel(letter byte) bool {
	switch letter {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}
