package measure

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// Mirror compares what each side says it wants with what the other side
// believes it wants.
var Mirror = &Measure{
	Name:  "mirror",
	Words: true,
	Title: "The mirror",
	Doc:   "Does each side know what the other wants?",
	Run:   (*Pass).mirror,
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

// mirror has a row for each theme that either side names among what one of them
// wants; nil where no question was asked of both sides.
func (p *Pass) mirror() []findings.Finding {
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
	var bases, checked []string
	coded := false // rows that no sample corrects
	for q, question := range p.Survey.Questions {
		if side := mirrored(question); side != survey.NoRole && p.at.themesAt[q] >= 0 {
			m := p.reflect(q, side)
			rows := m.rows()
			f.Table.Rows = append(f.Table.Rows, rows...)
			bases = append(bases, m.base())
			if m.corrected() {
				checked = append(checked, m.checked())
			} else if len(rows) > 0 {
				coded = true
			}
		}
	}
	if len(f.Table.Rows) == 0 {
		return nil
	}
	if len(checked) > 0 {
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: "Themselves, as coded", Unit: findings.Share, Key: "self"},
			findings.Column{Name: "The other side, as coded", Unit: findings.Share, Key: "other"})
		f.Notes = append(f.Notes, correctedNotes(&f.Table, say.English.List(checked))...)
		f.Notes = append(f.Notes, note("Shares of concern are as coded."))
	} else {
		for i := range f.Table.Rows {
			f.Table.Rows[i] = f.Table.Rows[i][:mirrorVerdict+1]
		}
	}
	if coded {
		f.Notes = append(f.Notes, asCoded())
	}
	f.Figure = &findings.Figure{
		Kind: findings.Slope, Title: "Share of those who answered the question",
		Caption: p.caption("Base: " + say.English.List(bases)), Values: []int{mirrorSelf, mirrorOther},
	}
	return []findings.Finding{f}
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
	side, theme := say.Lower(row[mirrorSide].Label), say.Lower(row[mirrorTheme].Label)
	self, other := spoken(row[mirrorSelf]), spoken(row[mirrorOther])
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

// A reflection is one question that both sides answered.
type reflection struct {
	*Pass
	self, other    survey.Role
	themes, tone   *tally.Crosstab // by side
	n1, n2         int64           // people of either side
	check1, check2 *check
}

func (p *Pass) reflect(q int, self survey.Role) *reflection {
	other := survey.Parent + survey.Teacher - self
	m := &reflection{
		Pass: p, self: self, other: other,
		themes: p.Tally.Cross(p.at.themesAt[q], p.at.side), tone: p.Tally.Cross(p.at.tonesAt[q], p.at.side),
		check1: p.check(p.at.themesAt[q], p.at.side, self.Choice(), 0), check2: p.check(p.at.themesAt[q], p.at.side, other.Choice(), 0),
	}
	m.n1, m.n2 = m.themes.Base[self.Choice()], m.themes.Base[other.Choice()]
	return m
}

// corrected reports whether a sample corrects the shares of both sides.
func (m *reflection) corrected() bool { return m.check1 != nil && m.check2 != nil }

func (m *reflection) base() string {
	return fmt.Sprintf("%s %ss and %s %ss on what %ss want", m.Shown(m.n1), m.self, m.Shown(m.n2), m.other, m.self)
}

func (m *reflection) checked() string {
	return fmt.Sprintf("%s %ss and %s %ss on what %ss want", m.Shown(m.check1.People), m.self, m.Shown(m.check2.People), m.other, m.self)
}

// rows has a row for each theme that either side names. Shares as coded are
// behind the verdict.
func (m *reflection) rows() [][]findings.Cell {
	var rows [][]findings.Cell
	for i, t := range m.Themes {
		x1, x2 := m.themes.Counts[i][m.self.Choice()], m.themes.Counts[i][m.other.Choice()]
		coded1, coded2 := m.share(x1, m.n1), m.share(x2, m.n2)
		a, b := coded1, coded2
		diff, _ := m.difference(x1, m.n1, x2, m.n2)
		if m.corrected() {
			a, b = m.check1.corrected(i), m.check2.corrected(i)
			diff, _ = m.check1.difference(m.check2, i)
		}
		if !(m.n1 >= m.Small && a.Number >= worthRow || m.n2 >= m.Small && b.Number >= worthRow) {
			continue
		}
		concern := i*tones + int(survey.Concern)
		worry := stats.Newcombe(m.tone.Counts[concern][m.self.Choice()], m.n1, m.tone.Counts[concern][m.other.Choice()], m.n2).Effect
		verdict := findings.Text(m.verdict(a, b, diff, worry))
		verdict.Base = min(m.n1, m.n2)
		side := plural[m.self.String()]
		rows = append(rows, []findings.Cell{
			findings.Text(side + ": " + say.Lower(t.Label)), findings.Text(side), findings.Text(t.Label), a, b, diff, verdict, coded1, coded2,
		})
	}
	sortByNumber(rows, mirrorSelf)
	return rows
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
