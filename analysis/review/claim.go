package review

import "slices"

// A claimKey is an answer as decisions name it. Where one person gave the same
// answer twice, nth tells the two apart.
type claimKey struct {
	respondent string
	question   int // the first of that text in the survey; -1 for none of it
	text       string
	nth        int
}

// A claim is what the files say of one answer, in their order.
type claim struct {
	key       claimKey
	decisions []decided
	found     bool
	at        answerAt
}

type decided struct {
	*Decision
	file *Decisions
}

// An answerAt is where an answer stands.
type answerAt struct{ respondent, comment int }

// best is the decision that has its way.
func (c *claim) best() decided {
	best := c.decisions[0]
	for _, d := range c.decisions[1:] {
		switch {
		case d.Checked != best.Checked:
			if d.Checked {
				best = d
			}
		case d.file == best.file && best.Coder == "" && d.Coder != "": // what was agreed on stays
		default:
			best = d
		}
	}
	return best
}

// blind is the last decision on every theme of somebody who coded a blind
// sheet.
func (c *claim) blind() decided {
	var last decided
	for _, d := range c.decisions {
		if s := d.file.Sample; d.Checked && d.Stratum != "" && s != nil && s.Blind && d.file.Unasked == 0 {
			last = d
		}
	}
	return last
}

// differ reports whether people decided differently, and nobody says what they
// agreed on.
func (c *claim) differ() bool {
	best := c.best()
	return slices.ContainsFunc(c.decisions, func(d decided) bool {
		agreed := d.file == best.file && best.Coder == ""
		return d.Checked && !agreed && (d.NoContent != best.NoContent || !slices.Equal(d.Codes, best.Codes))
	})
}

func words(text string) string { return Comment{Text: text}.Ref().Text }
