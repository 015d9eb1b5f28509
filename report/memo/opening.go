package memo

import (
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
)

func (m *memo) head() {
	m.logo()
	m.paragraph(titleStyle, text(m.report.Title))
	under := m.Say("A summary of what people wrote")
	if dates := story.Dates(m.report); dates != "" {
		under += ", " + dates
	}
	m.paragraph(subtitle, text(under))
}

func (m *memo) questions() {
	asked := story.Questions(m.report)
	if len(asked) == 0 {
		return
	}
	m.paragraph(heading2, text(m.Say("Questions posed")))
	for _, q := range asked {
		m.paragraph(bullet, text(q))
	}
}

func (m *memo) respondents() {
	f := m.report.Finding("respondents")
	if f == nil {
		return
	}
	m.paragraph(heading2, text(m.Say("Respondents")))
	m.paragraph(normal, text(f.Title))
	var roles []string
	counted := "By role: %s. A person with two roles counts in both."
	for _, row := range story.Groups(f, "role") {
		if people := story.At(m.report, f, row, f.Table.Column("people")); people.Shown() {
			roles = append(roles, people.Text()+" "+findings.RolePeople(m.Language, f.Table.Cell(row, "group").Key))
		} else {
			counted = "By role: %s; other roles are withheld. A person with two roles counts in both."
		}
	}
	if len(roles) > 0 {
		m.paragraph(normal, text(m.Sayf(counted, m.List(roles))))
	}
	if missing := story.Missing(m.report); missing != nil {
		m.paragraph(normal, text(strings.Join(missing, " ")))
	}
}

func (m *memo) highlight() {
	f := m.report.Finding("highlight")
	if f == nil || len(f.Quotes) == 0 {
		return
	}
	m.paragraph(heading2, text(m.Say("Highlighted statement")))
	m.heard[f.Quotes[0].Text] = true
	m.quote(f.Quotes[0])
}

// synthesis is a paragraph for the whole, and the picture of it.
func (m *memo) synthesis() {
	said := slices.Clone(m.report.Summary)
	for _, id := range []string{"themes.tone", "themes.by.role", "mirror", "change", "channels"} {
		f := m.report.Finding(id)
		switch {
		case f == nil || slices.Contains(said, f.Title):
		case story.Compares(f) && story.Told(f) < 0 && len(f.Tests) == 0: // it says only what it is about
		default:
			said = append(said, f.Title)
		}
	}
	if len(said) == 0 {
		return
	}
	m.paragraph(heading1, text(m.Say("What we heard")))
	m.paragraph(normal, text(strings.Join(said, " ")))
	f := m.report.Finding("themes")
	if !story.Drawn(f) {
		return
	}
	rows := story.Leading(f, 7)
	c := ooxml.Figure(m.report.Lang, &f.Table, f.Figure.Label, f.Figure.Values, rows)
	m.chart(c, float64(len(rows))*19+10)
	m.paragraph(caption, bold(m.Say("Figure 1. ")), text(m.Sayf("What people wrote about most. %s. %s", f.Figure.Title, f.Figure.Caption)))
}
