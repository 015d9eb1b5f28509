package memo

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/report/internal/story"
)

// A claim is a numbered finding.
type claim struct {
	says, explains string
	quotes         []findings.Quote
}

// leading is how many themes are findings of their own.
const leading = 5

// findings lists what was found.
func (m *memo) findings() {
	var all []claim
	for _, more := range []func() []claim{m.themes, m.roles, m.common, m.mirror, m.change} {
		all = append(all, more()...)
	}
	if len(all) == 0 {
		return
	}
	m.paragraph(heading1, text(m.Say("Findings")))
	for _, c := range all {
		m.paragraph(numbered, text(c.says))
		if c.explains != "" {
			m.paragraph(continued, text(c.explains))
		}
		for _, q := range m.heard.Voices(c.quotes, 3) {
			m.quote(q)
		}
	}
}

func (m *memo) themes() []claim {
	var all []claim
	for _, t := range story.Themes(m.report, leading) {
		says := m.Sayf("%s wrote about %s", t.Count(), say.Lower(t.Label))
		switch share, between := t.Percent(), t.Share.Interval(); {
		case t.Corrects() && between != "":
			says = m.Sayf("An estimated %s wrote about %s (95%% interval %s; as coded %s)", share, say.Lower(t.Label), between, t.Count())
		case t.Corrects():
			says = m.Sayf("An estimated %s wrote about %s (as coded %s)", share, say.Lower(t.Label), t.Count())
		default:
			if share != "" {
				says += ": " + share
			}
			if between != "" {
				says += " " + m.Sayf("(95%% interval %s)", between)
			}
		}
		all = append(all, claim{says + ".", explain(&t), t.Quotes})
	}
	return all
}

// explain is a sentence on how a theme was spoken of, and by whom; "" where
// neither its meaning nor its tones are known.
func explain(t *story.Theme) string {
	about := say.Lower(strings.TrimSuffix(t.About.Definition, "."))
	told := t.Told("concern", "wish", "praise")
	var said string
	switch {
	case about == "" && told == "":
		return ""
	case about == "":
		said = t.Lang.Sayf("As to its tone: %s", told)
	case told == "":
		said = t.Lang.Sayf("It is about %s", about)
	default:
		said = t.Lang.Sayf("It is about %s: %s", about, told)
	}
	return said + byRole(t) + "."
}

// byRole tells the shares of the roles in parentheses, where there are several.
func byRole(t *story.Theme) string {
	shares, coded := t.ByRole(func(role story.Value) string {
		return role.Among(findings.RolePeople(t.Lang, role.Column.Key))
	})
	switch {
	case len(shares)+len(coded) < 2:
		return ""
	case len(coded) == 0:
		return " (" + t.Lang.List(shares) + ")"
	case len(shares) == 0:
		return " (" + t.Lang.Sayf("as coded %s", t.Lang.List(coded)) + ")"
	}
	return " (" + t.Lang.List(shares) + "; " + t.Lang.Sayf("as coded %s", t.Lang.List(coded)) + ")"
}

// told is the row of which a finding tells a difference; nil for none.
func (m *memo) told(id string) (f *findings.Finding, row []findings.Cell) {
	if f = m.report.Finding(id); f != nil {
		if i := story.Told(f); i >= 0 {
			return f, f.Table.Rows[i]
		}
	}
	return f, nil
}

// roles tells where parents and teachers differ, with what those say who write more
// about it.
func (m *memo) roles() []claim {
	f, row := m.told("themes.by.role")
	if row == nil {
		return nil
	}
	theme := row[0].Label
	more, role := "%s: %s more among parents than among teachers, without those who are both (95%% interval %s).", "parent"
	apart := story.At(m.report, f, row, f.Table.Column("difference"))
	if apart.Number < 0 {
		more, role = "%s: %s more among teachers than among parents, without those who are both (95%% interval %s).", "teacher"
		apart.Number, apart.Low, apart.High = -apart.Number, -apart.High, -apart.Low
	}
	points := func(s string) string { return strings.ReplaceAll(s, "+", "") }
	return []claim{{f.Title, m.Sayf(more, theme, points(apart.Text()), points(apart.Interval())), story.Of(role, story.QuotesOn(m.report, theme))}}
}

func (m *memo) common() []claim {
	both := story.Common(m.report)
	if both == nil {
		return nil
	}
	c := claim{says: both.Title() + "."}
	c.explains = strings.Join(both.Wishes(), " ")
	if len(both.Rows) > 0 {
		f := m.report.Finding("themes.by.role")
		var shares []string
		for _, row := range both.Rows {
			first := story.At(m.report, f, row, both.Columns[0])
			second := story.At(m.report, f, row, both.Columns[1])
			shares = append(shares, m.Sayf("%s (%s, %s)", say.Lower(row[0].Label),
				first.Among(findings.RolePeople(m.Language, first.Column.Key)), second.Among(findings.RolePeople(m.Language, second.Column.Key))))
		}
		format := "Among the eight themes that each side writes about most, both have: %s."
		if both.Coded {
			format = "Among the eight themes that each side writes about most, as coded, both have: %s."
		}
		c.explains = strings.TrimSpace(c.explains + " " + m.Sayf(format, m.List(shares)))
		c.quotes = both.Quotes(m.report)
	}
	return []claim{c}
}

func (m *memo) mirror() []claim {
	f, row := m.told("mirror")
	if row == nil {
		return nil
	}
	explains := m.Say("Each side was asked what it wants, and what the other side wants.") + " " + story.Bases(m.Language, f)
	return []claim{{f.Title, strings.TrimSpace(explains), story.QuotesOn(m.report, f.Table.Cell(row, "theme").Label)}}
}

func (m *memo) change() []claim {
	f, row := m.told("change")
	if row == nil {
		return nil
	}
	return []claim{{says: f.Title, explains: strings.TrimSpace(m.Say("Different people may have answered each time.") + " " + story.Bases(m.Language, f))}}
}
