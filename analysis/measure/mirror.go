package measure

import (
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
	Say: func(l say.Language, f *findings.Finding) string {
		for _, verdict := range []string{verdictOneSided, verdictContested, verdictShared} {
			for _, row := range f.Table.Rows {
				if f.Table.Cell(row, "verdict").Key == verdict {
					return sayMirror(l, &f.Table, row)
				}
			}
		}
		return l.Say("At this size it is not settled whether each side knows what the other wants.")
	},
}

// mirror has a row for each theme that either side names among what one of them
// wants; nil where no question was asked of both sides.
func (p *Pass) mirror() []findings.Finding {
	f := findings.Finding{
		ID: "mirror",
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Wish"), Key: "wanted"}, {Name: p.Say("Side"), Key: "side"}, {Name: p.Say("Theme"), Key: "theme"},
			{Name: p.Say("Say it themselves"), Unit: findings.Share, Key: "self"},
			{Name: p.Say("The other side believes it"), Unit: findings.Share, Key: "other"},
			{Name: p.Say("Difference"), Unit: findings.Points, Key: "difference"},
			{Name: p.Say("Verdict"), Key: "verdict"},
		}},
		Notes: p.mirrorNotes(),
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
		for i := mirrorSelf; i < mirrorVerdict; i++ {
			f.Table.Columns[i].Corrected = !coded
		}
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: p.Say("Themselves, as coded"), Unit: findings.Share, Key: "self"},
			findings.Column{Name: p.Say("The other side, as coded"), Unit: findings.Share, Key: "other"})
		f.Notes = append(f.Notes, p.correctedNotes(&f.Table, p.Lang.List(checked))...)
		f.Notes = append(f.Notes, p.notef("Shares of concern are as coded."))
	} else {
		for i := range f.Table.Rows {
			f.Table.Rows[i] = f.Table.Rows[i][:mirrorVerdict+1]
		}
	}
	if coded {
		f.Notes = append(f.Notes, p.asCoded())
	}
	f.Figure = &findings.Figure{
		Kind: findings.Slope, Title: p.Say("Share of those who answered the question"),
		Caption: p.caption(p.Sayf("Base: %s", p.Lang.List(bases))), Values: []int{mirrorSelf, mirrorOther},
	}
	return []findings.Finding{f}
}

// Where columns of the mirror's table stand.
const (
	mirrorSelf    = 3
	mirrorOther   = 4
	mirrorVerdict = 6
)

// sayMirror tells one row on which the verdict is not open.
func sayMirror(l say.Language, t *findings.Table, row []findings.Cell) string {
	side, theme := say.Lower(t.Cell(row, "side").Label), say.Lower(t.Cell(row, "theme").Label)
	self, other := spoken(l, t.Cell(row, "self")), spoken(l, t.Cell(row, "other"))
	untold := hides(t.Cell(row, "self"), t.Cell(row, "other"))
	switch verdict := t.Cell(row, "verdict").Key; {
	case verdict == verdictShared && untold:
		return l.Sayf("Both sides name %s among what %s want.", theme, side)
	case verdict == verdictShared:
		return l.Sayf("Both sides name %s among what %s want (%s of them, %s of the other side).", theme, side, self, other)
	case verdict == verdictContested:
		return l.Sayf("Both sides name %s among what %s want, but one of them with more concern.", theme, side)
	case untold:
		return l.Sayf("The sides differ on %s among what %s want.", theme, side)
	}
	return l.Sayf("The sides differ on %s among what %s want: %s of them name it, %s of the other side.", theme, side, self, other)
}

// The verdicts on a mirrored theme, by their keys.
const (
	verdictShared    = "shared"
	verdictOneSided  = "one-sided"
	verdictContested = "contested"
	verdictOpen      = "open"
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
		check1: p.check(p.at.themesAt[q], p.at.side, self.Choice()), check2: p.check(p.at.themesAt[q], p.at.side, other.Choice()),
	}
	m.n1, m.n2 = m.themes.Base[self.Choice()], m.themes.Base[other.Choice()]
	return m
}

// corrected reports whether a sample corrects the shares of both sides.
func (m *reflection) corrected() bool { return m.check1 != nil && m.check2 != nil }

func (m *reflection) base() string { return m.sides(m.n1, m.n2) }

func (m *reflection) checked() string { return m.sides(m.check1.People, m.check2.People) }

// sides says of how many people of either side something is told.
func (m *reflection) sides(self, other int64) string {
	this, that := findings.RolePeople(m.Lang, m.self.String()), findings.RolePeople(m.Lang, m.other.String())
	return m.Sayf("%s %s and %s %s on what %s want", m.Shown(self), this, m.Shown(other), that, this)
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
		if m.corrected() && !bounds([]findings.Cell{coded1, coded2}) { // what nearly all name is told as coded
			a, b = m.check1.beside(coded1, i), m.check2.beside(coded2, i)
			diff, _ = m.check1.difference(m.check2, i)
			if bounds([]findings.Cell{a, b}) {
				diff, _ = untold()
			}
		}
		if !(m.n1 >= m.Small && a.Number >= worthRow || m.n2 >= m.Small && b.Number >= worthRow) {
			continue
		}
		concern := i*tones + int(survey.Concern)
		worry := stats.Newcombe(m.tone.Counts[concern][m.self.Choice()], m.n1, m.tone.Counts[concern][m.other.Choice()], m.n2).Effect
		verdict := m.verdict(a, b, diff, worry)
		verdict.Base = min(m.n1, m.n2)
		side := m.roleCell(m.self.String())
		rows = append(rows, []findings.Cell{
			findings.Text(side.Label + ": " + say.Lower(t.Label)), side, themeCell(t), a, b, diff, verdict, coded1, coded2,
		})
	}
	sortByNumber(rows, mirrorSelf)
	return rows
}

// verdict applies the rule of mirrorNotes.
func (p *Pass) verdict(self, other, diff findings.Cell, concern stats.Estimate) findings.Cell {
	both := self.Number >= named && other.Number >= named
	switch {
	case p.Chosen:
	case both && diff.Low >= -within && diff.High <= within:
		return findings.Keyed(verdictShared, p.Say("shared"))
	case excludesZero(diff):
		return findings.Keyed(verdictOneSided, p.Say("one-sided"))
	case both && (concern.Low > 0 || concern.High < 0):
		return findings.Keyed(verdictContested, p.Say("contested"))
	}
	return findings.Keyed(verdictOpen, p.Say("not settled at this size"))
}

func (p *Pass) mirrorNotes() []findings.Note {
	return []findings.Note{
		p.notef("Shared: both sides name it at 20%% or more, and the 95%% interval of the difference (Newcombe) lies within 15 points. " +
			"One-sided: that interval excludes 0. Contested: both name it, and their shares of concern differ beyond chance. " +
			"Otherwise: not settled at this size."),
		p.notef("People who are parent and teacher are on neither side. Themes under 10%% on both sides have no row."),
	}
}
