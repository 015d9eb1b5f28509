package measure

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
)

// Mirror compares what each side says it wants with what the other side
// believes it wants.
var Mirror = &Measure{
	Name:  "mirror",
	Words: true,
	Title: "The mirror",
	Doc:   "Does each side know what the other wants?",
	Run: func(p *Pass) []findings.Finding {
		f := findings.Finding{
			ID: "mirror",
			Table: findings.Table{Columns: []findings.Column{
				{Name: "Wish"}, {Name: "Side"}, {Name: "Theme"},
				{Name: "Say it themselves", Unit: findings.Share, Key: "self"},
				{Name: "The other side believes it", Unit: findings.Share, Key: "other"},
				{Name: "Difference", Unit: findings.Points},
				{Name: "Verdict"},
			}},
			Notes: mirrorNotes(),
		}
		var bases []string
		for q, question := range p.Survey.Questions {
			if side := mirrored(question); side != survey.NoRole && p.at.themesAt[q] >= 0 {
				rows, base := p.mirrorRows(q, side)
				f.Table.Rows = append(f.Table.Rows, rows...)
				bases = append(bases, base)
			}
		}
		if len(f.Table.Rows) == 0 {
			return nil
		}
		f.Figure = &findings.Figure{
			Kind: findings.Slope, Title: "Share of those who answered the question",
			Caption: p.caption("Base: " + list(bases)), Values: []int{mirrorSelf, mirrorOther},
		}
		return []findings.Finding{f}
	},
	Say: func(f *findings.Finding) string {
		for _, verdict := range []string{verdictOneSided, verdictContested, verdictShared} {
			for _, row := range f.Table.Rows {
				if row[mirrorVerdict].Label == verdict {
					return sayMirror(row)
				}
			}
		}
		return "At this size it is not settled whether each side knows what the other wants."
	},
}

// The columns of the mirror's table.
const (
	mirrorSide = 1 + iota
	mirrorTheme
	mirrorSelf
	mirrorOther
	mirrorDifference
	mirrorVerdict
)

// sayMirror tells one row on which the verdict is not open.
func sayMirror(row []findings.Cell) string {
	side, theme := lower(row[mirrorSide].Label), lower(row[mirrorTheme].Label)
	self, other := findings.Share.Text(row[mirrorSelf].Number), findings.Share.Text(row[mirrorOther].Number)
	switch row[mirrorVerdict].Label {
	case verdictShared:
		return fmt.Sprintf("Both sides name %s among what %s want (%s of them, %s of the other side).", theme, side, self, other)
	case verdictContested:
		return fmt.Sprintf("Both sides name %s among what %s want, but one of them with more concern.", theme, side)
	}
	return fmt.Sprintf("The sides differ on %s among what %s want: %s of them name it, %s of the other side.", theme, side, self, other)
}

// The verdicts of a mirrored theme.
const (
	verdictShared    = "shared"
	verdictOneSided  = "one-sided"
	verdictContested = "contested"
	verdictOpen      = "not settled at this size"
)

const (
	named    = 0.20 // share from which on a side names a theme
	within   = 0.15 // points that two shares may lie apart and still be one
	worthRow = 0.10 // share on either side from which on a theme has a row
)

// mirrored returns the side that a question is about where both sides answer.
func mirrored(q survey.Question) survey.Role {
	if q.Wants == survey.Parent || q.Wants == survey.Teacher {
		return q.Wants
	}
	return survey.NoRole
}

// mirrorRows are the rows of one question, and its bases in words.
func (p *Pass) mirrorRows(q int, self survey.Role) ([][]findings.Cell, string) {
	other := survey.Parent + survey.Teacher - self
	themes := p.Tally.Cross(p.at.themesAt[q], p.at.side)
	tone := p.Tally.Cross(p.at.tonesAt[q], p.at.side)
	n1, n2 := themes.Base[self.Choice()], themes.Base[other.Choice()]
	var rows [][]findings.Cell
	for i, t := range p.Themes {
		x1, x2 := themes.Counts[i][self.Choice()], themes.Counts[i][other.Choice()]
		a, b := p.share(x1, n1), p.share(x2, n2)
		if !(n1 >= p.Small && a.Number >= worthRow || n2 >= p.Small && b.Number >= worthRow) {
			continue
		}
		diff, _ := p.difference(x1, n1, x2, n2)
		concern := i*tones + int(survey.Concern)
		worry := stats.Newcombe(tone.Counts[concern][self.Choice()], n1, tone.Counts[concern][other.Choice()], n2).Effect
		verdict := findings.Text(p.verdict(a, b, diff, worry))
		verdict.Base = min(n1, n2)
		side := plural[self.String()]
		rows = append(rows, []findings.Cell{
			findings.Text(side + ": " + lower(t.Label)), findings.Text(side), findings.Text(t.Label), a, b, diff, verdict,
		})
	}
	sortByNumber(rows, mirrorSelf)
	return rows, fmt.Sprintf("%s %ss and %s %ss on what %ss want", p.shown(n1), self, p.shown(n2), other, self)
}

// verdict applies the rule of mirrorNotes.
func (p *Pass) verdict(self, other, diff findings.Cell, concern stats.Estimate) string {
	both := self.Number >= named && other.Number >= named
	switch {
	case p.Chosen:
		return verdictOpen
	case both && diff.Low >= -within && diff.High <= within:
		return verdictShared
	case excludesZero(diff):
		return verdictOneSided
	case both && (concern.Low > 0 || concern.High < 0):
		return verdictContested
	}
	return verdictOpen
}

func mirrorNotes() []findings.Note {
	return []findings.Note{
		note("Shared: both sides name it at 20%% or more, and the 95%% interval of the difference (Newcombe) lies within 15 points. " +
			"One-sided: that interval excludes 0. Contested: both name it, and their shares of concern differ beyond chance. " +
			"Otherwise: not settled at this size."),
		note("People who are parent and teacher are on neither side. Themes under 10%% on both sides have no row."),
	}
}
