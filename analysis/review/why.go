package review

import (
	"slices"
	"time"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// Fill puts into a row who decided on it, and when, and what is known of it from
// a draw. A nil Check is one of nobody.
func (c *Check) Fill(row *Row) {
	if c == nil {
		return
	}
	if row.Stratum = c.Stratum; c.blind != nil {
		row.Blind = c.blind.String()
	}
	if c.Checked {
		row.Checked, row.Coder, row.When = true, c.Coder, c.When
	}
}

// Cell is what stands under a theme: a tone, nothing, an x where a person gave
// none, or what the program says with a question mark where nobody decided on the
// theme of a checked answer, so that it is no decision when it is read again.
func (c *Check) Cell(themes []codebook.Theme, theme int, codings []codebook.Coding) string {
	cell := ""
	if tone, ok := codebook.ToneOf(codings, theme); ok {
		cell = tone.String()
	}
	if c == nil || !c.Checked {
		return cell
	}
	if slices.Contains(c.Open, themes[theme].ID) {
		return cell + Undecided
	}
	if code, ok := c.Code(themes[theme].ID); ok && !code.Toned {
		return ticked
	}
	return cell
}

// Program is what the program says of an answer that has these codings,
// whatever people decided.
func (c *Check) Program(themes []codebook.Theme, codings []codebook.Coding, state survey.State) string {
	if c != nil && c.Checked {
		codings, state = c.Machine, c.State
	}
	said := saidBy(themes, codings, state)
	return said.String()
}

// AppendWhy appends what explains the codes of a comment: who decided on it, and
// the words that earned each theme: "checked by Ana on 2026-05-31; trust:
// honest". A nil Check leaves it at the words.
func (c *Check) AppendWhy(dst []byte, themes []codebook.Theme, text string, codings []codebook.Coding) []byte {
	if c == nil || !c.Checked {
		return codebook.AppendWhy(dst, themes, text, codings)
	}
	dst = append(dst, "checked"...)
	if c.Coder != "" {
		dst = append(append(dst, " by "...), c.Coder...)
	}
	if !c.When.IsZero() {
		dst = append(append(dst, " on "...), Date(c.When)...)
	}
	earned := slices.DeleteFunc(slices.Clone(codings), func(k codebook.Coding) bool { // no words earned it but the person
		return k.By == codebook.ByPerson && k.Start == 0 && k.End == len(text)
	})
	words := codebook.AppendWhy(nil, themes, text, earned)
	if len(words) > 0 {
		dst = append(append(dst, "; "...), words...)
	}
	return dst
}

// Date writes a time as our files have it, without the hour at midnight, which
// nobody means; "" for none.
func Date(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Hour() == 0 && t.Minute() == 0:
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02 15:04")
}
