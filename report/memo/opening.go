package memo

import (
	"slices"
	"strings"

	"commonground/analysis/say"
	"commonground/report/internal/ooxml"
	"commonground/report/internal/story"
)

func (m *memo) head() {
	m.paragraph(titleStyle, text(m.report.Title))
	under := "A summary of what people wrote"
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
	m.paragraph(heading2, text("Questions posed"))
	for _, q := range asked {
		m.paragraph(bullet, text(q))
	}
}

func (m *memo) respondents() {
	f := m.report.Finding("respondents")
	if f == nil {
		return
	}
	m.paragraph(heading2, text("Respondents"))
	m.paragraph(normal, text(f.Title))
	var roles []string
	others := ""
	for _, row := range story.Groups(f, "Role") {
		if people := (story.Value{Column: f.Table.Columns[2], Cell: row[2]}); people.Shown() {
			roles = append(roles, people.Text()+" "+say.Lower(row[1].Label))
		} else {
			others = "; other roles are withheld"
		}
	}
	if len(roles) > 0 {
		m.paragraph(normal, text("By role: "+say.English.List(roles)+others+". A person with two roles counts in both."))
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
	m.paragraph(heading2, text("Highlighted statement"))
	m.heard[f.Quotes[0].Text] = true
	m.quote(f.Quotes[0])
}

// synthesis is a paragraph for the whole, and the picture of it.
func (m *memo) synthesis() {
	said := slices.Clone(m.report.Summary)
	for _, id := range []string{"themes.tone", "themes.by.role", "mirror", "change", "channels"} {
		if f := m.report.Finding(id); f != nil && !slices.Contains(said, f.Title) {
			said = append(said, f.Title)
		}
	}
	if len(said) == 0 {
		return
	}
	m.paragraph(heading1, text("What we heard"))
	m.paragraph(normal, text(strings.Join(said, " ")))
	f := m.report.Finding("themes")
	if !story.Drawn(f) {
		return
	}
	rows := story.Leading(f, 7)
	c := ooxml.Figure(&f.Table, f.Figure.Label, f.Figure.Values, rows)
	m.chart(c, float64(len(rows))*19+10)
	m.paragraph(caption, bold("Figure 1. "), text("What people wrote about most. "+f.Figure.Title+". "+f.Figure.Caption))
}
