package codebook

import (
	"slices"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// TellTones sets the tones of codings that others than rules gave to a comment
// which Code has read, as it would set those of rules with the same bytes. It is
// safe for concurrent use.
func (c *Rules) TellTones(comment *survey.Comment, codings []Coding) {
	rd := c.pool.Get().(*reading)
	defer c.pool.Put(rd)
	q := c.question(comment.Question)
	rd.readAs(comment.Text, comment.Lang, q)
	rd.tones.cues, rd.tones.negated = rd.tones.cues[:0], rd.tones.negated[:0]
	rd.tones.gather(rd)
	for i := range codings {
		if k := &codings[i]; k.By != ByRule {
			k.Tone = q.slant
			if m, ok := rd.wordsOf(k.Start, k.End); ok {
				k.Tone = rd.tones.tone(m, q.slant)
			}
		}
	}
}

// wordsOf returns the words that some of the original text's bytes belong to.
func (rd *reading) wordsOf(start, end int) (match, bool) {
	first := slices.IndexFunc(rd.words, func(w text.Word) bool { return rd.text.Original(w.Span).End > start })
	if first < 0 {
		return match{}, false
	}
	last := first
	for last+1 < len(rd.words) && rd.text.Original(rd.words[last+1].Span).Start < end {
		last++
	}
	return match{first: int32(first), last: int32(last)}, true
}
