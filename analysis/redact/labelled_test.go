package redact

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// What the labelled sentences have to show, as shares.
const (
	leastDirect = 0.97 // of e-mails, phones, links, ids and addresses that are hidden
	leastNames  = 0.92 // of names that are hidden
	mostClean   = 0.01 // of words with nothing to hide that are hidden
)

// A sentence of testdata: its text without markup, and what it labels.
type sentence struct {
	text   string
	labels []label
}

// A label is a part of a sentence that must be hidden, from must to end; what
// is between start and must, such as "Mrs. ", may be.
type label struct {
	kind             string
	start, must, end int
}

var markup = regexp.MustCompile(`\{([a-z]+):([^{}~]*)(~?)([^{}~]*)\}`)

// labelled reads sentences of a file in testdata: "en My son {name:Teo} reads."
func labelled(t *testing.T, file string) []sentence {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []sentence
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if line := lines.Text(); !strings.HasPrefix(line, "#") {
			all = append(all, unmark(line[len("en "):]))
		}
	}
	return all
}

// unmark takes the markup out of a line.
func unmark(line string) sentence {
	var s sentence
	done := 0
	for _, m := range markup.FindAllStringSubmatchIndex(line, -1) {
		s.text += line[done:m[0]]
		before, words := line[m[4]:m[5]], line[m[8]:m[9]]
		if m[6] == m[7] { // no ~
			before, words = "", before
		}
		at := len(s.text)
		s.labels = append(s.labels, label{line[m[2]:m[3]], at, at + len(before), at + len(before) + len(words)})
		s.text += before + words
		done = m[1]
	}
	s.text += line[done:]
	return s
}

// A score counts what was to be hidden and was, by kind, and the words that
// were to stay and didn't.
type score struct {
	all, hidden  map[string]int
	words, wrong int
	faults       []string
}

func scored(sentences []sentence) score {
	s := score{all: map[string]int{}, hidden: map[string]int{}}
	var r Redactor
	for _, c := range sentences {
		result := r.Redact(c.text)
		missed := func(l label) bool { return !covered(result, c.text, l.must, l.end) }
		for _, l := range c.labels {
			s.all[l.kind]++
			if !missed(l) {
				s.hidden[l.kind]++
			}
		}
		words, wrong := strayWords(c, result)
		s.words += words
		s.wrong += wrong
		if wrong > 0 || slices.ContainsFunc(c.labels, missed) {
			s.faults = append(s.faults, fmt.Sprintf("%s\n\t-> %s", c.text, result.Text))
		}
	}
	return s
}

// covered reports whether all letters and digits from start to end are hidden.
func covered(r Result, text string, start, end int) bool {
	for i, c := range text[start:end] {
		at := start + i
		if (unicode.IsLetter(c) || unicode.IsDigit(c)) && !slices.ContainsFunc(r.Hidden, func(h Span) bool { return h.Start <= at && at < h.End }) {
			return false
		}
	}
	return true
}

var wordForm = regexp.MustCompile(`[\p{L}\p{N}]+`)

// strayWords counts the words outside of labels, and those of them that are
// hidden.
func strayWords(c sentence, r Result) (words, wrong int) {
	for _, w := range wordForm.FindAllStringIndex(c.text, -1) {
		if slices.ContainsFunc(c.labels, func(l label) bool { return l.start <= w[0] && w[0] < l.end }) {
			continue
		}
		words++
		if slices.ContainsFunc(r.Hidden, func(h Span) bool { return h.Start < w[1] && w[0] < h.End }) {
			wrong++
		}
	}
	return words, wrong
}

// of returns how many labels of the kinds there are, and how many are hidden.
func (s score) of(kinds ...string) (hidden, all int) {
	for _, k := range kinds {
		hidden += s.hidden[k]
		all += s.all[k]
	}
	return hidden, all
}

var direct = []string{"email", "phone", "url", "id", "address"}

// TestLabelled measures the sentences that the rules were made with, and those
// that were written before and held back.
func TestLabelled(t *testing.T) {
	for _, file := range []string{"labelled.txt", "heldback.txt"} {
		t.Run(strings.TrimSuffix(file, ".txt"), func(t *testing.T) {
			s := scored(labelled(t, file))
			for _, k := range append(direct, "name") {
				hidden, all := s.of(k)
				t.Logf("%-8s %3d of %3d hidden", k, hidden, all)
			}
			atLeast(t, s, leastDirect, direct...)
			atLeast(t, s, leastNames, "name")
			t.Logf("words    %3d of %3d wrongly hidden", s.wrong, s.words)
			if float64(s.wrong) > mostClean*float64(s.words) {
				t.Errorf("%d of %d words are wrongly hidden: more than %.2f", s.wrong, s.words, mostClean)
			}
			if file == "labelled.txt" {
				t.Logf("at fault:\n%s", strings.Join(s.faults, "\n"))
			}
		})
	}
}

func atLeast(t *testing.T, s score, least float64, kinds ...string) {
	t.Helper()
	hidden, all := s.of(kinds...)
	if all == 0 || float64(hidden) < least*float64(all) {
		t.Errorf("%v: %d of %d are hidden: fewer than %.2f", kinds, hidden, all, least)
	}
}
