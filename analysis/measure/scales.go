package measure

import (
	"fmt"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/survey"
)

// Scales shows how each scale item was answered, by role.
var Scales = &Measure{
	Name:  "scales",
	Title: "Scales",
	Doc:   "How was each scale item answered?",
	Run: func(p *Pass) []findings.Finding {
		var all []findings.Finding
		seen := map[string]int{}
		for q, question := range p.Survey.Questions {
			if question.Kind != survey.Scale {
				continue
			}
			if _, base := p.Tally.Count(p.at.answers[q]); base == 0 {
				continue
			}
			key := fmt.Sprintf("%q", question.Choices)
			at, ok := seen[key]
			if !ok {
				at = len(all)
				seen[key] = at
				all = append(all, p.scaleTable(at, question.Choices))
			}
			all[at].Table.Rows = append(all[at].Table.Rows, p.scaleRows(q)...)
		}
		return all
	},
	Say: func(f *findings.Finding) string {
		last := len(f.Table.Columns) - 1
		var top []findings.Cell
		high := findings.Num(0) // those who chose one of the two highest answers
		items := 0
		for _, row := range f.Table.Rows {
			if row[1].Label == everyone {
				items++
				if n := row[last].Number + row[last-1].Number; n > high.Number {
					top, high.Number, high.Base = row, n, row[last].Base
				}
			}
		}
		if top == nil {
			return "How each item was answered."
		}
		return fmt.Sprintf("“%s”: %s chose “%s” or “%s”%s.", strings.TrimSuffix(top[0].Label, dash+everyone),
			spoken(high), f.Table.Columns[last-1].Name, f.Table.Columns[last].Name, mostOf(items))
	},
}

// mostOf says that one of several items leads.
func mostOf(items int) string {
	if items < 2 {
		return ""
	}
	return fmt.Sprintf(", the most of %s items", number(float64(items)))
}

const (
	everyone = "Everyone"
	dash     = " — "
)

func (p *Pass) scaleTable(n int, choices []string) findings.Finding {
	f := findings.Finding{
		ID: "scales",
		Table: findings.Table{Columns: []findings.Column{
			{Name: "Item"}, {Name: "Who"}, {Name: "Answers", Unit: findings.Count},
		}},
		Figure: &findings.Figure{
			Kind: findings.Likert, Title: "Share of the people who answered the item",
			Caption: p.caption("Base: people who answered the item"),
		},
		Notes: []findings.Note{note("Shares of those who answered the item; answers such as \"don't know\" and blanks are left out.")},
	}
	if n > 0 {
		f.ID = fmt.Sprintf("scales.%d", n+1)
	}
	for _, c := range choices {
		f.Figure.Values = append(f.Figure.Values, len(f.Table.Columns))
		f.Table.Columns = append(f.Table.Columns, findings.Column{Name: c, Unit: findings.Share})
	}
	return f
}

// scaleRows are the rows of one item: everyone, then each role if there are
// several.
func (p *Pass) scaleRows(q int) [][]findings.Cell {
	question, item := p.Survey.Questions[q], p.at.answers[q]
	counts, base := p.Tally.Count(item)
	text := shorten(question.Text)
	rows := [][]findings.Cell{p.scaleRow(text, everyone, counts, base)}
	cross := p.Tally.Cross(item, p.at.role)
	for _, g := range p.roles() {
		if n := cross.Base[g.Choice]; n > 0 && n < base {
			rows = append(rows, p.scaleRow(text+dash+plural[g.Name], plural[g.Name], cross.Column(g.Choice), n))
		}
	}
	if len(rows) > 1 {
		rows[0][0].Label += dash + everyone
	}
	return rows
}

func (p *Pass) scaleRow(label, who string, counts []int64, base int64) []findings.Cell {
	row := []findings.Cell{findings.Text(label), findings.Text(who), count(base, base)}
	for _, n := range counts {
		row = append(row, answered(n, base))
	}
	return row
}
