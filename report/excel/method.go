package excel

import (
	"strings"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// method writes how the numbers were made.
func (p *page) method() {
	p.widths(28, 110)
	p.head()
	p.right = 2
	for _, n := range p.report.Method {
		p.text(1, n.Title, p.styles.text)
		p.text(2, n.Text, p.styles.text)
		p.height(13*float64(look.Lines(n.Text, 109, 10)) + 6)
		p.row++
	}
	p.close()
}

// codebook writes what each theme means.
func (p *page) codebook() {
	columns := p.said([]column{{name: "Theme", width: 28}, {name: "Group", width: 22}, {name: "Meaning", width: 56},
		{name: "Such as", width: 44}, {name: "But not", width: 44}, {name: "ID", width: 24}})
	p.plainTable("Codebook", columns, func(yield func([]string) bool) {
		for _, t := range p.report.Codebook {
			if !yield([]string{t.Label, t.Group, t.Definition, strings.Join(t.Include, "; "), strings.Join(t.Exclude, "; "), t.ID}) {
				return
			}
		}
	})
}

// advises reports whether there is something to do about a theme.
func advises(t findings.Theme) bool { return len(t.Ask) > 0 || len(t.Practices) > 0 }

// advice writes what the codebook says that a school can do about each theme, a
// row for each thing to try.
func (p *page) advice() {
	columns := p.said([]column{{name: "Theme", width: 26}, {name: "Said as a strength", width: 42}, {name: "To discuss", width: 46},
		{name: "To try", width: 54}, {name: "What that is based on", width: 40}})
	p.plainTable("To discuss and to try", columns, func(yield func([]string) bool) {
		for _, t := range p.report.Codebook {
			for i := range max(len(t.Practices), 1) {
				row := []string{t.Label, "", "", "", ""}
				if i == 0 {
					row[1], row[2] = t.Asset, strings.Join(t.Ask, "\n")
				}
				if i < len(t.Practices) {
					row[3], row[4] = t.Practices[i].Text, t.Practices[i].Source
				}
				if advises(t) && !yield(row) {
					return
				}
			}
		}
	})
}
