package memo

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/report/internal/story"
)

// postscript says how the numbers came about, and what they can't say.
func (m *memo) postscript() {
	notes := append(append([]findings.Note{}, m.report.Method...), m.report.Notes...)
	if len(notes) == 0 {
		return
	}
	m.paragraph(heading1, text(m.Say("Postscript: method and limits")))
	for _, n := range notes {
		if n.Title == "" {
			m.paragraph(normal, text(n.Text))
			continue
		}
		m.paragraph(normal, bold(n.Title+". "), text(n.Text))
	}
}

// appendix is a table of every theme.
func (m *memo) appendix() {
	f := m.report.Finding("themes")
	if !story.Drawn(f) {
		return
	}
	all := story.Themes(m.report, len(f.Table.Rows))
	if len(all) == 0 {
		return
	}
	m.paragraph(heading1, text(m.Say("Appendix: every theme")))
	head := []string{f.Table.Columns[f.Figure.Label].Name, all[0].People.Name, all[0].Share.Name, m.Say("95% interval")}
	for _, role := range all[0].Roles {
		head = append(head, role.Name)
	}
	var rows [][]string
	for _, t := range all {
		row := []string{t.Label, t.People.Text(), t.Share.Text(), t.Share.Interval()}
		for j := range all[0].Roles {
			said := ""
			if j < len(t.Roles) {
				said = t.Roles[j].Text()
			}
			row = append(row, said)
		}
		rows = append(rows, row)
	}
	m.table(head, rows)
	under := []string{f.Figure.Title + "."}
	if base := all[0].People.Of(); base != "" {
		under = append(under, m.Sayf("Base: %s people who wrote something.", base))
	}
	if len(all[0].Roles) > 0 {
		under = append(under, m.Say("Columns of roles: shares of each role's people who wrote something."))
	}
	m.paragraph(caption, text(strings.Join(under, " ")))
}
