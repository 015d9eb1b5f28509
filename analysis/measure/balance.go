package measure

import (
	"slices"

	"commonground/analysis/codebook"
	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// Balance sets a theme against its opposite, such as strengths against
// deficits, or its praise against its concern, by role and by question.
var Balance = &Measure{
	Name:  "balance",
	Words: true,
	Books: true,
	Title: "In balance",
	Doc:   "Do people speak of strengths or of deficits, of good news or of problems?",
	Count: func(p *Pass) {
		l := &p.layout
		for _, b := range p.balances() {
			l.Cross(p.add(taken(p.anywhere(b.id, 2, b.side))), p.at.role)
			for q, item := range p.at.themesAt {
				if item >= 0 {
					p.add(taken(tally.Coded(b.asked(q), q, 2, b.side)))
				}
			}
		}
	},
	Run: func(p *Pass) []findings.Finding {
		var all []findings.Finding
		if p.Chosen {
			return nil
		}
		for _, b := range p.balances() {
			if f := b.table(); isTaken(&f) {
				all = append(all, f)
			}
		}
		return all
	},
	Say: sayBalance,
}

// A balance has two sides; a person may take both.
type balance struct {
	*Pass
	id            string
	theme         string                                // whose praise is set against its concern; "" for two themes
	themes        []int                                 // of the sides; nil where both are of one
	first, second string                                // names of the sides
	side          func(theme int, tone survey.Tone) int // 0, 1, or -1 for neither
}

// balances lists what the codebook sets against each other.
func (p *Pass) balances() []balance {
	var all []balance
	for i, t := range p.Themes {
		other := slices.IndexFunc(p.Themes, func(o codebook.Theme) bool { return o.ID == t.Against })
		if t.Against == "" || other < 0 {
			continue
		}
		b := balance{Pass: p, id: "balance." + t.ID, first: t.Label, second: p.Themes[other].Label, themes: []int{i, other}}
		b.side = func(theme int, _ survey.Tone) int { return slices.Index([]int{i, other}, p.local(theme)) }
		if other == i {
			b.theme, b.themes = t.Label, nil
			b.first, b.second = p.Sayf("%s, praise", t.Label), p.Sayf("%s, concern", t.Label)
			b.side = func(theme int, tone survey.Tone) int {
				if p.local(theme) != i {
					return -1
				}
				return slices.Index([]survey.Tone{survey.Praise, survey.Concern}, tone)
			}
		}
		all = append(all, b)
	}
	return all
}

// asked is the ID of the counts for one question.
func (b balance) asked(q int) string { return b.id + "@" + b.Survey.Questions[q].ID }

// The sides that one person takes.
const (
	takesBoth = iota
	takesFirst
	takesSecond
	takesNeither
)

// taken counts people by the sides that they take, of an item of two.
func taken(sides tally.Item) tally.Item {
	return tally.Item{ID: sides.ID, Words: sides.Words, Choices: takesNeither + 1, Of: func(v *tally.View, picks []int) ([]int, bool) {
		some, in := sides.Of(v, nil)
		switch {
		case len(some) == 2:
			return append(picks, takesBoth), in
		case len(some) == 0:
			return append(picks, takesNeither), in
		}
		return append(picks, takesFirst+some[0]), in
	}}
}

// table has a row for everyone, for each role, and for each question.
func (b balance) table() findings.Finding {
	f := findings.Finding{
		ID: b.id, About: b.theme,
		Table: findings.Table{Columns: []findings.Column{
			{Name: b.Say("By"), Key: "by"}, {Name: b.Say("Group"), Key: "group"}, {Name: b.first, Unit: findings.Share, Key: "praise"}, {Name: b.second, Unit: findings.Share, Key: "concern"},
			{Name: b.Say("Difference (points)"), Unit: findings.Points, Key: "difference"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Dots, Title: b.Say("Share of the people who wrote something"), Label: 1, Values: []int{2, 3},
			Caption: b.caption(b.Say("Base: people of each group who wrote something (to that question)") + b.whiskers()),
		},
		Notes: []findings.Note{b.notef("Shares of the people of each group who wrote something (to that question). The same person may take both sides, " +
			"so the sides are compared within people: paired 95%% intervals (Newcombe 1998, method 10), and McNemar's test, " +
			"adjusted for the rows of this table (Benjamini and Hochberg)."), b.asCoded()},
	}
	item := b.layout.Index(b.id)
	counts, base := b.Tally.Count(item)
	b.add(&f, b.allCell(), b.everyoneCell(), counts, base)
	if cross := b.Tally.Cross(item, b.at.role); len(b.roles()) > 1 {
		for _, g := range b.roles() {
			b.add(&f, findings.Keyed(survey.RoleID, b.Say("Role")), b.roleCell(g.Name), cross.Column(g.Choice), cross.Base[g.Choice])
		}
	}
	if open := b.open(); len(open) > 1 {
		for _, q := range open {
			counts, base := b.Tally.Count(b.layout.Index(b.asked(q)))
			b.add(&f, findings.Keyed("question", b.Say("Question")), findings.Keyed(b.Survey.Questions[q].ID, b.Survey.Questions[q].Text), counts, base)
		}
	}
	b.guard(&f)
	adjustAll(&f)
	return f
}

// isTaken reports whether anybody took a side.
func isTaken(f *findings.Finding) bool {
	return slices.ContainsFunc(f.Table.Rows, func(row []findings.Cell) bool { return row[2].Number+row[3].Number > 0 })
}

// add is the row of one group, of which somebody wrote something.
func (b balance) add(f *findings.Finding, by, group findings.Cell, counts []int64, base int64) {
	if base == 0 {
		return
	}
	t := stats.Paired(counts[takesBoth], counts[takesFirst], counts[takesSecond], counts[takesNeither])
	f.Tests = append(f.Tests, t)
	f.Table.Rows = append(f.Table.Rows, []findings.Cell{
		by, group,
		b.share(counts[takesBoth]+counts[takesFirst], base), b.share(counts[takesBoth]+counts[takesSecond], base), findings.Estimate(t.Effect),
	})
}

// guard withholds the shares that another's, which is a bound, could be worked out
// from, and the differences of those and of bounds: roles make up everyone, and so
// do the people asked each question.
func (b balance) guard(f *findings.Finding) {
	rows := f.Table.Rows
	for _, by := range []string{survey.RoleID, "question"} {
		for j := 2; j <= 3; j++ {
			var cells []findings.Cell
			for _, row := range rows {
				if row[0].Key == by {
					cells = append(cells, row[j])
				}
			}
			guard(rows[0][j], cells)
			for _, row := range rows {
				if row[0].Key == by {
					row[j], cells = cells[0], cells[1:]
				}
			}
		}
	}
	for i, row := range rows {
		for side, theme := range b.themes {
			if row[0].Key == survey.RoleID && b.conceals(theme, b.at.role, survey.ParseRole(row[1].Key).Choice()) {
				row[2+side] = findings.HiddenCell()
			}
		}
		if bounds(row[2:4]) {
			row[4], f.Tests[i] = untold()
		}
	}
}

// sayBalance tells whether more people take the one side than the other.
func sayBalance(l say.Language, f *findings.Finding) string {
	all := f.Table.Rows[0]
	first, second := say.Lower(f.Table.Columns[2].Name), say.Lower(f.Table.Columns[3].Name)
	untold := hides(all[2], all[3])
	theme, apart := say.Lower(f.About), findings.Tells(f.Tests[0])
	switch own := theme != ""; {
	case untold && own:
		return l.Sayf("Who spoke of %s with praise, and who with concern.", theme)
	case untold:
		return l.Sayf("Who spoke of %s, and who of %s.", first, second)
	case own && apart:
		return l.Sayf("Of those who wrote something, %s spoke of %s with praise, %s with concern.", spoken(l, all[2]), theme, spoken(l, all[3]))
	case own:
		return l.Sayf("Of those who wrote something, %s spoke of %s with praise, %s with concern: no more than chance apart.",
			spoken(l, all[2]), theme, spoken(l, all[3]))
	case apart:
		return l.Sayf("Of those who wrote something, %s spoke of %s, %s of %s.", spoken(l, all[2]), first, spoken(l, all[3]), second)
	}
	return l.Sayf("Of those who wrote something, %s spoke of %s, %s of %s: no more than chance apart.", spoken(l, all[2]), first, spoken(l, all[3]), second)
}
