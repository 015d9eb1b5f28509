package codebook

import (
	"fmt"

	"commonground/analysis/survey"
)

// Of returns the codings of one comment, which stand together in those of a
// response.
func Of(codings []Coding, comment int) []Coding {
	from := 0
	for from < len(codings) && codings[from].Comment < comment {
		from++
	}
	to := from
	for to < len(codings) && codings[to].Comment == comment {
		to++
	}
	return codings[from:to]
}

// ToneOf returns the tone in which a comment's codings speak of a theme: that
// of the last mention that is not neutral. It is false when none speaks of it.
func ToneOf(codings []Coding, theme int) (tone survey.Tone, ok bool) {
	for i := range codings {
		if c := &codings[i]; c.Theme == theme {
			ok = true
			if c.Tone != survey.Neutral {
				tone = c.Tone
			}
		}
	}
	return tone, ok
}

// AppendWhy appends the words of a comment that earned each theme:
// "communication: keep us informed; trust: honest, their word". What a model
// gave has the word that told most, and how probable it is.
func AppendWhy(dst []byte, themes []Theme, text string, codings []Coding) []byte {
	start := len(dst)
	for t := range themes {
		seen := false
		for i := range codings {
			c := &codings[i]
			if c.Theme != t {
				continue
			}
			switch {
			case seen:
				dst = append(dst, ", "...)
			case len(dst) > start:
				dst = append(dst, "; "...)
				fallthrough
			default:
				dst = append(append(dst, themes[t].ID...), ": "...)
			}
			seen = true
			dst = appendLine(dst, text[c.Start:c.End])
			if c.By == ByModel {
				dst = fmt.Appendf(dst, " (by the model, %.0f%%)", 100*c.P)
			}
		}
	}
	return dst
}

// appendLine appends words with their line ends made spaces.
func appendLine(dst []byte, words string) []byte {
	at := len(dst)
	dst = append(dst, words...)
	for i := at; i < len(dst); i++ {
		if dst[i] == '\n' || dst[i] == '\r' {
			dst[i] = ' '
		}
	}
	return dst
}
