package codebook

import (
	"slices"

	"commonground/analysis/survey"
	"commonground/analysis/text"
)

// Admit appends to dst the codings that others than rules gave to a comment which
// Code has read, with the tones that it would set those of rules with the same
// bytes. It leaves out those whose words are those of a mention that a veto stopped:
// what is no mention of a theme for the rules is none for anybody. It is safe for
// concurrent use.
func (c *Rules) Admit(dst []Coding, comment *survey.Comment, codings []Coding) []Coding {
	rd := c.pool.Get().(*reading)
	defer c.pool.Put(rd)
	q := c.question(comment.Question)
	rd.readAs(comment.Text, comment.Lang, q)
	rd.tones.cues, rd.tones.negated = rd.tones.cues[:0], rd.tones.negated[:0]
	rd.tones.gather(rd)
	for _, k := range codings {
		k.Tone = q.slant
		if m, ok := rd.wordsOf(k.Start, k.End); ok {
			if rd.stops(m, k.Theme) {
				continue
			}
			k.Tone = rd.tones.tone(m, q.slant)
		}
		dst = append(dst, k)
	}
	return dst
}

// stops reports whether a veto stopped a mention of the theme that has some of the
// words.
func (rd *reading) stops(words match, theme int) bool {
	return slices.ContainsFunc(rd.stopped, func(v veto) bool {
		m := v.mention
		return int(rd.engine.rules[m.rule].theme) == theme && m.first <= words.last && words.first <= m.last
	})
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
