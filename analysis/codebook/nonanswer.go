package codebook

import (
	"bytes"
	"slices"

	"commonground/analysis/text"
)

// longestNonAnswer is the number of words beyond which an answer has content,
// whatever they are.
const longestNonAnswer = 15

// readNonAnswers reads the phrases that non-answers are made of.
func readNonAnswers() ([]Pattern, error) {
	p := &page{name: "nonanswers.yaml"}
	root, err := p.builtin()
	if err != nil {
		return nil, err
	}
	var phrases []Pattern
	p.patterns(&phrases)(root)
	return phrases, p.err()
}

// noContent reports whether the text says nothing: it has no letters, is
// fingers on a keyboard, or is made of the phrases of non-answers alone.
func (rd *reading) noContent() bool {
	if len(rd.words) > longestNonAnswer {
		return false
	}
	if !rd.hasLetters() || rd.isMash() {
		return true
	}
	rd.find(anyLang)
	rd.covered = append(rd.covered[:0], true) // covered[i]: the words before i are
	for range rd.words {
		rd.covered = append(rd.covered, false)
	}
	slices.SortFunc(rd.found, func(a, b match) int { return int(a.last - b.last) })
	for _, m := range rd.found {
		if rd.covered[m.first] {
			rd.covered[m.last+1] = true
		}
	}
	rd.found = rd.found[:0]
	return rd.covered[len(rd.words)]
}

// keyboard has the rows of letters that idle fingers run along.
var keyboard = []byte("qwertyuiop asdfghjkl zxcvbnm poiuytrewq lkjhgfdsa mnbvcxz")

// isMash reports whether every word is keys that lie side by side, or one key
// again and again.
func (rd *reading) isMash() bool {
	for _, w := range rd.words {
		rd.folded = text.AppendFold(rd.folded[:0], rd.text.Text[w.Start:w.End])
		same := len(rd.folded) >= 3 && len(bytes.Trim(rd.folded, string(rd.folded[:1]))) == 0
		row := len(rd.folded) >= 4 && bytes.Contains(keyboard, rd.folded)
		if !same && !row {
			return false
		}
	}
	return true
}
