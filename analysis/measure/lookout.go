package measure

import (
	"math"
	"slices"
	"strings"

	"commonground/analysis/codebook"
	"commonground/analysis/emerging"
	"commonground/analysis/findings"
	"commonground/analysis/survey"
)

// A lookout holds the answers to look through, whole and by sentence.
type lookout struct {
	*Pass
	sampled            bool
	wrote              int64 // people whose answers are looked through
	quoted             map[int]bool
	answers, sentences pieces
}

// pieces are texts with the comments that they are from.
type pieces struct {
	texts []emerging.Text
	from  []*Comment
}

func (l *lookout) options() emerging.Options { return emerging.Options{Small: int(l.Small)} }

// look reads the answers that can be read again: those of the respondents with
// the lowest hashes where there are very many.
func (p *Pass) look() *lookout {
	l := &lookout{Pass: p, quoted: map[int]bool{}}
	limit := uint64(math.MaxUint64)
	if n := p.written(); n > lookedAt {
		limit, l.sampled = math.MaxUint64/n*lookedAt, true
	}
	last := -1
	for c := range p.everything(func(respondent int) bool { return hash(respondent) <= limit }) {
		if c.State != survey.Read {
			continue
		}
		if c.Respondent != last {
			last = c.Respondent
			l.wrote++
		}
		l.add(c)
	}
	return l
}

// themesOf are the codings of the pass's themes, without channels.
func (p *Pass) themesOf(codings []codebook.Coding) []codebook.Coding {
	return slices.DeleteFunc(slices.Clone(codings), func(k codebook.Coding) bool { return k.Theme >= len(p.Themes) })
}

// written is the number of answers in words that were given.
func (p *Pass) written() uint64 {
	var n int64
	for _, item := range p.at.themesAt {
		if item >= 0 {
			_, base := p.Tally.Count(item)
			n += base
		}
	}
	return uint64(n)
}

func (l *lookout) add(c *Comment) {
	sentences := l.Pass.sentences(c)
	known := make([]bool, len(sentences))
	whole, themed := make([]string, len(sentences)), false
	for _, code := range slices.Concat(l.themesOf(c.Codings), c.Elsewhere) {
		if i := holding(sentences, code); i >= 0 {
			known[i], themed = true, true
		}
	}
	for i, s := range sentences {
		whole[i] = s.shown
		l.sentences.add(c, s.shown, known[i])
	}
	l.answers.add(c, strings.Join(whole, " "), themed)
}

func (s *pieces) add(c *Comment, words string, known bool) {
	s.texts = append(s.texts, emerging.Text{Person: c.Respondent, Lang: c.Lang, Words: words, Known: known})
	s.from = append(s.from, c)
}

// all writes how many texts there are, and unknown how many of them have no theme.
func (s *pieces) all() string { return findings.Count.Text(float64(len(s.texts))) }

func (s *pieces) unknown() string {
	n := 0
	for i := range s.texts {
		if !s.texts[i].Known {
			n++
		}
	}
	return findings.Count.Text(float64(n))
}
