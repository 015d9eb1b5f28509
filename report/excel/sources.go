package excel

import (
	"fmt"

	"commonground/analysis/findings"
	"commonground/report/look"
)

// sourceColumns are the columns of the table of files.
var sourceColumns = []column{
	{name: "File", width: 34}, {name: "Format", width: 16}, {name: "Encoding", width: 16},
	{name: "Rows", unit: findings.Count, width: 11}, {name: "Used", unit: findings.Count, width: 11},
	{name: "Refused", unit: findings.Count, width: 12}, {name: "People", unit: findings.Count, width: 12},
	{name: "Stated", unit: findings.Count, width: 12}, {name: "Non-answers", unit: findings.Count, width: 16},
	{name: "Not read", unit: findings.Count, width: 12}, {name: "Role known from", width: 30},
}

// refusedLimit is how many refused rows the workbook lists: more would not be
// read there, and findings.json has them all.
const refusedLimit = 20_000

// sources writes what was read of each file, and every row that was not.
func (p *page) sources() {
	p.setWidths(sourceColumns)
	p.head()
	p.headRow(sourceColumns, false)
	head := p.row - 1
	for _, s := range p.report.Sources {
		p.text(1, s.File, p.styles.label)
		p.text(2, s.Format, p.styles.label)
		p.text(3, s.Encoding, p.styles.label)
		for i, n := range []int{s.Rows, s.Used, len(s.Refused), s.Respondents, s.Stated, s.NoContent, s.NotRead} {
			if n == 0 && sourceColumns[3+i].name == "Stated" {
				p.blank(4+i, p.styles.number[findings.Count])
				continue
			}
			p.figure(4+i, float64(n), p.styles.number[findings.Count])
		}
		p.text(11, s.RoleFrom, p.styles.label)
		p.height(13*float64(max(look.Lines(s.File, 33, 10), look.Lines(s.RoleFrom, 29, 10))) + 4)
		p.row++
	}
	if len(p.report.Sources) > 0 {
		p.addTable(p.tableName("sources"), head, p.row-1, len(sourceColumns))
	}
	for _, s := range p.report.Sources {
		for _, n := range s.Notes {
			p.paragraph(s.File+": "+n, 9, p.styles.note)
		}
	}
	p.paragraph("Rows that were read are used or refused, none is left out. “Stated” is how many respondents the file itself "+
		"says it stands for; “non-answers” are answers like “n/a”.", 9, p.styles.note)
	p.row++
	p.refused()
	p.close()
}

func (p *page) refused() {
	total := 0
	for _, s := range p.report.Sources {
		total += len(s.Refused)
	}
	p.heading("Refused rows")
	if total == 0 {
		p.text(1, "No row was refused.", p.styles.under)
		p.row++
		return
	}
	// The reason stands in a narrow column with empty ones behind it, where it
	// runs on to its end.
	columns := []column{{name: "File", width: 34}, {name: "Column", width: 16}, {name: "Row", unit: findings.Count, width: 16}, {name: "Reason", width: 60}}
	p.headRow(columns, false)
	head, left := p.row-1, refusedLimit
	for _, s := range p.report.Sources {
		for _, r := range s.Refused[:min(left, len(s.Refused))] {
			p.text(1, s.File, p.styles.label)
			p.text(2, r.Column, p.styles.label)
			p.figure(3, float64(r.Row), p.styles.place)
			p.text(4, r.Reason, p.styles.reason)
			p.height(13*float64(look.Lines(s.File, 33, 10)) + 4)
			p.row++
			left--
		}
	}
	p.addTable(p.tableName("refused"), head, p.row-1, len(columns))
	if left == 0 && total > refusedLimit {
		p.paragraph(fmt.Sprintf("The list ends here: findings.json has all %s.", findings.Count.Text(float64(total))), 9, p.styles.note)
	}
}
