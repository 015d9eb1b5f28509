package excel

import (
	"cmp"
	"math"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"commonground/analysis/findings"
	"commonground/report/internal/story"
	"commonground/report/look"
)

// contents lists the sheets, each with the first thing it says, and behind what
// is printed the numbers that have a name.
func (p *page) contents() {
	p.widths(34, 16, 96)
	p.text(1, p.title, p.styles.sheet)
	p.height(28)
	p.row++
	p.link(1, p.Say("‹ Summary"), p.tabs[0])
	p.row += 2
	p.right = 3
	for _, other := range p.tabs {
		if other == p {
			continue
		}
		p.link(1, other.sheet, other)
		says := other.title
		if len(other.shows) > 0 {
			says = other.shows[0].Title
		}
		p.text(2, says, p.styles.said)
		p.check(p.file.MergeCell(p.sheet, at(2, p.row), at(3, p.row)))
		p.height(max(18, 13*float64(look.Lines(says, 110, 10))+4))
		p.row++
	}
	p.printed = p.row - 1
	p.row++
	p.names()
	p.close()
}

// link leads to the top of another page.
func (p *page) link(column int, text string, other *page) {
	p.text(column, text, p.styles.link)
	p.check(p.file.SetCellHyperLink(p.sheet, at(column, p.row), other.absolute(1, 1, 1, 1), "Location"))
}

// namedFindings are those whose numbers people paste elsewhere.
var namedFindings = []string{"respondents", "respondents.invited", "themes", "themes.groups"}

// names gives these numbers names. They stand here and not in the finding's
// table, which can be sorted.
func (p *page) names() {
	taken := map[string]bool{}
	for _, id := range namedFindings {
		f := p.report.Finding(id)
		if f == nil {
			continue
		}
		rows := f.Table.Rows
		if id == "respondents" {
			rows = story.Groups(f, "all", "role")
		}
		for _, row := range rows {
			for j, c := range f.Table.Columns {
				if cell := row[j]; c.Unit == findings.Label || cell.Hidden || math.IsNaN(cell.Number) || !cell.Ends(c.Unit) {
					continue
				}
				if len(taken) == 0 {
					p.namesHead()
				}
				p.named(unique(taken, rangeName(c, row, &f.Table), "_", 100), &f.Table, j, row)
			}
		}
	}
}

func (p *page) namesHead() {
	p.heading(p.Say("Numbers to use elsewhere"))
	p.paragraph(p.Say("Each of these numbers has a name. Choose it in the box at the left of the formula bar to copy it, or write = and the name "+
		"into a cell of this workbook. Tables have names too: t_ and what they show, as in t_themes."), 3, p.styles.note)
	p.headRow([]column{{name: p.Say("Name"), width: 34}, {name: p.Say("Number"), unit: findings.Count, width: 16}, {name: p.Say("What it is"), width: 96}}, false)
}

// named writes a number with its name.
func (p *page) named(name string, t *findings.Table, j int, row []findings.Cell) {
	p.text(1, name, p.styles.label)
	p.figure(2, row[j].Number, p.numberStyle(row[j], t.Columns[j].Unit))
	p.text(3, strings.Join(append(labelsOf(t, row), t.Columns[j].Name), ": "), p.styles.label)
	p.check(p.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: p.absolute(2, p.row, 2, p.row)}))
	p.row++
}

// labelsOf are the labels of a row, in order.
func labelsOf(t *findings.Table, row []findings.Cell) []string {
	var out []string
	for j, c := range t.Columns {
		if c.Unit == findings.Label {
			out = append(out, row[j].Label)
		}
	}
	return out
}

// rangeName makes a name of what a column and a row stand for, as Excel allows
// one: "share_communication". It is the same in every language where they have
// keys. Where a row has several labels, the first says what the others are, and
// is left out.
func rangeName(column findings.Column, row []findings.Cell, t *findings.Table) string {
	parts := []string{cmp.Or(column.Key, column.Name)}
	if column.Corrected {
		parts[0] = "corrected " + parts[0]
	}
	if column.Weighted {
		parts[0] = "weighted " + parts[0]
	}
	for j, c := range t.Columns {
		if c.Unit == findings.Label && c.Key != "by" {
			parts = append(parts, cmp.Or(row[j].Key, row[j].Label))
		}
	}
	words := strings.FieldsFunc(strings.ToLower(strings.Join(parts, " ")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	name := strings.Join(words, "_")
	if len(words) < 2 || !unicode.IsLetter([]rune(name)[0]) { // else it might be taken for a cell
		name = "n_" + name
	}
	return name
}
