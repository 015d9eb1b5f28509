package excel

import (
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
	columns := p.said(sourceColumns)
	p.setWidths(columns)
	p.head()
	p.headRow(columns, false)
	head := p.row - 1
	for _, s := range p.report.Sources {
		p.text(1, s.File, p.styles.label)
		p.text(2, s.Format, p.styles.label)
		p.text(3, s.Encoding, p.styles.label)
		p.sourceCounts(4, s)
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
	p.paragraph(p.Say("Rows that were read are used or refused, none is left out. “Stated” is how many respondents the file itself "+
		"says it stands for; “non-answers” are answers like “n/a”."), 9, p.styles.note)
	p.row++
	p.refused()
	p.close()
}

// sourceCounts writes the numbers of a source. What would tell of too few people
// is withheld.
func (p *page) sourceCounts(from int, s findings.Source) {
	for i, c := range []struct {
		n        int
		told     bool // even of a source that is withheld
		optional bool // 0 stands for a number that isn't known
	}{
		{n: s.Rows}, {n: s.Used}, {n: len(s.Refused), told: true}, {n: s.Respondents},
		{n: s.Stated, told: true, optional: true}, {n: s.NoContent}, {n: s.NotRead},
	} {
		switch {
		case s.Withheld && !c.told:
			p.text(from+i, p.Say("withheld"), p.styles.withheld)
		case c.n == 0 && c.optional:
			p.blank(from+i, p.styles.number[findings.Count])
		default:
			p.figure(from+i, float64(c.n), p.styles.number[findings.Count])
		}
	}
}

func (p *page) refused() {
	total := 0
	for _, s := range p.report.Sources {
		total += len(s.Refused)
	}
	p.heading(p.Say("Refused rows"))
	if total == 0 {
		p.text(1, p.Say("No row was refused."), p.styles.under)
		p.row++
		return
	}
	// The reason stands in a narrow column with empty ones behind it, where it
	// runs on to its end.
	columns := p.said([]column{{name: "File", width: 34}, {name: "Column", width: 16}, {name: "Row", unit: findings.Count, width: 16}, {name: "Reason", width: 60}})
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
		p.paragraph(p.Sayf("The list ends here: findings.json has all %s.", findings.Count.Text(float64(total))), 9, p.styles.note)
	}
}

// withheld lists what the report does not tell.
func (p *page) withheld() {
	columns := p.said([]column{{name: "Where", width: 60}, {name: "What is withheld", width: 44}, {name: "Why", width: 70}})
	p.plainTable("Withheld", columns, func(yield func([]string) bool) {
		for _, w := range p.report.Withheld {
			if !yield([]string{w.Where, w.Group, w.Rule}) {
				return
			}
		}
	})
}
