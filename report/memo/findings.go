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
		if share := t.Share.Text(); share != t.Count() {
			says += ": " + share
		}
		if between := t.Share.Interval(); between != "" {
			says += " " + m.Sayf("(95%% interval %s)", between)
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
	var roles []string
	for _, role := range t.Roles {
		if role.Shown() {
			roles = append(roles, role.Among(findings.RolePeople(t.Lang, role.Column.Key)))
		}
	}
	if len(roles) > 1 {
		said += " (" + t.Lang.List(roles) + ")"
	}
	return said + "."
}

func (m *memo) roles() []claim {
	f := m.report.Finding("themes.by.role")
	if !story.Drawn(f) || len(story.Visible(f)) < 2 {
		return nil
	}
	c := claim{says: f.Title, explains: story.Bases(m.Language, f)}
	if i := story.Widest(f, f.Table.Rows); i >= 0 {
		row := f.Table.Rows[i]
		c.quotes = story.QuotesOn(m.report, row[f.Figure.Label].Label)
		for j, column := range f.Table.Columns {
			if v := story.At(m.report, f, row, j); column.Unit == findings.Points && v.Shown() {
				c.explains = m.Sayf("On %s the difference is widest: %s (95%% interval %s).",
					say.Lower(row[f.Figure.Label].Label), v.Text(), v.Interval())
			}
		}
	}
	return []claim{c}
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
		c.explains = strings.TrimSpace(c.explains + " " + m.Sayf("Among the eight themes that each side writes about most, both have: %s.", m.List(shares)))
		c.quotes = both.Quotes(m.report)
	}
	return []claim{c}
}

func (m *memo) mirror() []claim {
	f := m.report.Finding("mirror")
	if !story.Drawn(f) {
		return nil
	}
	c := claim{says: f.Title, explains: strings.TrimSpace(m.Say("Each side was asked what it wants, and what the other side wants.") + " " + story.Bases(m.Language, f))}
	if i := story.Widest(f, f.Table.Rows); i >= 0 {
		c.quotes = story.QuotesOn(m.report, f.Table.Cell(f.Table.Rows[i], "theme").Label)
	}
	return []claim{c}
}

func (m *memo) change() []claim {
	f := m.report.Finding("change")
	if !story.Drawn(f) {
		return nil
	}
	return []claim{{says: f.Title, explains: strings.TrimSpace(m.Say("Different people may have answered each time.") + " " + story.Bases(m.Language, f))}}
}
