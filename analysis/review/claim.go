package review

import "slices"

// A claimKey is an answer as the decisions of a file name it: another may number
// people otherwise. Where one person gave the same answer twice, nth tells the two
// apart.
type claimKey struct {
	file       *Decisions
	respondent string
	question   int // the first of that text in the survey; -1 for none of it
	text       string
	nth        int
}

// A claim is what a file says of one answer, or all files in their order once the
// answer is found.
type claim struct {
	key       claimKey
	decisions []decided
	found     bool
	at        answerAt
	why       string // it is not found
}

type decided struct {
	*Decision
	file *Decisions
}

// An answerAt is where an answer stands.
type answerAt struct{ respondent, comment, question int }

// on returns what was decided on a theme; asked is false where it was left open.
func (d decided) on(theme string) (code Code, has, asked bool) {
	if !slices.Contains(d.file.Themes, theme) || slices.Contains(d.Open, theme) {
		return Code{}, false, false
	}
	code, has = d.Code(theme)
	return code, has, true
}

// best is the decision that has its way.
func (c *claim) best() decided {
	best := c.decisions[0]
	for _, d := range c.decisions[1:] {
		switch {
		case d.Checked != best.Checked:
			if d.Checked {
				best = d
			}
		case best.agreed(d):
		default:
			best = d
		}
	}
	return best
}

// agreed reports whether d is what one of several people said who agreed on this
// decision: the same row has both.
func (c decided) agreed(d decided) bool {
	return d.file == c.file && d.Row == c.Row && c.Common && !d.Common
}

// blind is the claim of what was said of somebody drawn by lot, without seeing the
// machine's codes. A review file carries it on as it was.
func (c *claim) blind(draw *Sample) *claim {
	blind := &claim{key: c.key, at: c.at}
	for _, d := range c.decisions {
		switch {
		case d.Stratum == "" || !draw.same(d.file.Sample):
		case d.Blind != nil:
			said := &Decision{Row: d.Row, Checked: true, NoContent: d.Blind.NoContent, Codes: d.Blind.Codes, Open: d.Blind.Open}
			blind.decisions = append(blind.decisions, decided{said, d.file})
		case d.file.blind() && d.Checked:
			blind.decisions = append(blind.decisions, d)
		}
	}
	return blind
}

// overruled are the decisions from which the one that has its way differs, on
// what both decide.
func (c *claim) overruled() []decided {
	best := c.best()
	var all []decided
	for _, d := range c.decisions {
		if d.Checked && d.Decision != best.Decision && !best.agreed(d) && best.differs(d) {
			all = append(all, d)
		}
	}
	return all
}

func (c decided) differs(d decided) bool {
	return d.NoContent != c.NoContent || slices.ContainsFunc(c.file.Themes, func(theme string) bool {
		code, has, asked := c.on(theme)
		other, too, alsoAsked := d.on(theme)
		return asked && alsoAsked && (has != too || code != other)
	})
}

func words(text string) string { return Comment{Text: text}.Ref().Text }
