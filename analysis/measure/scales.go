package measure

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// Scales shows how each scale item was answered, by role: a table for each set of
// items with the same answers that the same people were asked, since no item can
// lead those that others answered.
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
			key := fmt.Sprintf("%q %v", question.Choices, p.askedNow(q))
			at, ok := seen[key]
			if !ok {
				at = len(all)
				seen[key] = at
				all = append(all, p.scaleTable(at, question.Choices))
			}
			all[at].Table.Rows = append(all[at].Table.Rows, p.scaleRows(q)...)
		}
		for i := range all {
			p.finishScale(&all[i])
		}
		return all
	},
	Say: func(l say.Language, f *findings.Finding) string {
		var top []findings.Cell
		high := findings.Num(0) // those who chose one of the two highest answers
		items := 0
		for _, row := range f.Table.Rows {
			if f.Table.Cell(row, "who").Key == everyone {
				items++
				if n, ok := topOf(f, row); ok && n > high.Number {
					top, high.Number, high.Base = row, n, row[2].Base
				}
			}
		}
		if top == nil {
			return l.Say("How each item was answered.")
		}
		item, who := strings.TrimSuffix(top[0].Label, dash+f.Table.Cell(top, "who").Label), spoken(l, high)
		at := singles(f)
		second, first := f.Table.Columns[at[len(at)-2]].Name, f.Table.Columns[at[len(at)-1]].Name
		if items < 2 {
			return l.Sayf("“%s”: %s chose “%s” or “%s”.", item, who, second, first)
		}
		return l.Sayf("“%s”: %s chose “%s” or “%s”, the most of %s items.", item, who, second, first, number(l, float64(items)))
	},
}

// topOf is the share of the two highest answers of a row of a scale, where it is
// told: both, or both together.
func topOf(f *findings.Finding, row []findings.Cell) (share float64, ok bool) {
	if at := slices.IndexFunc(row, func(c findings.Cell) bool { return c.Key == highest }); at >= 0 {
		return row[at].Number, true
	}
	at := singles(f)
	share = row[at[len(at)-2]].Number + row[at[len(at)-1]].Number
	return share, !math.IsNaN(share)
}

// singles are the columns of a scale's single answers.
func singles(f *findings.Finding) []int {
	return slices.DeleteFunc(slices.Clone(f.Figure.Values), func(j int) bool { return f.Table.Columns[j].Key != "" })
}

// everyone is the key of a row that is about no group.
const everyone = "everyone"

const dash = " — "

func (p *Pass) everyoneCell() findings.Cell { return findings.Keyed(everyone, p.Say("Everyone")) }

func (p *Pass) scaleTable(n int, choices []string) findings.Finding {
	f := findings.Finding{
		ID: "scales",
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Item"), Key: "item"}, {Name: p.Say("Who"), Key: "who"}, {Name: p.Say("Answers"), Unit: findings.Count, Key: "answers"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Likert, Title: p.Say("Share of the people who answered the item"),
			Caption: p.caption(p.Say("Base: people who answered the item")),
		},
		Notes: []findings.Note{p.notef("Shares of those who answered the item; answers such as \"don't know\" and blanks are left out.")},
	}
	if n > 0 {
		f.ID = fmt.Sprintf("scales.%d", n+1)
	}
	var single []findings.Column
	for _, c := range choices {
		single = append(single, findings.Column{Name: c, Unit: findings.Share})
	}
	f.Table.Columns = append(f.Table.Columns, around(single,
		findings.Column{Name: p.Say("Lower answers together"), Unit: findings.Share, Key: lower},
		findings.Column{Name: p.Say("Middle and other answers together"), Unit: findings.Share, Key: middle},
		findings.Column{Name: p.Say("Higher answers together"), Unit: findings.Share, Key: higher})...)
	return f
}

// finishScale takes out the columns for answers told together where none are, and
// has the others drawn.
func (p *Pass) finishScale(f *findings.Finding) {
	for _, key := range []string{lower, middle, higher} {
		j := f.Table.Column(key)
		if slices.ContainsFunc(f.Table.Rows, func(row []findings.Cell) bool { return !math.IsNaN(row[j].Number) }) {
			continue
		}
		f.Table.Columns = slices.Delete(f.Table.Columns, j, j+1)
		for i, row := range f.Table.Rows {
			f.Table.Rows[i] = slices.Delete(row, j, j+1)
		}
	}
	for j, c := range f.Table.Columns {
		if c.Unit == findings.Share {
			f.Figure.Values = append(f.Figure.Values, j)
		}
	}
	if len(singles(f)) < len(f.Figure.Values) {
		f.Notes = append(f.Notes, p.notef("Together: a number for several answers, where one of them would tell of too few people of a row or of another one of the item."))
	}
}

// scaleRows are the rows of one item: everyone, then each role if there are
// several.
func (p *Pass) scaleRows(q int) [][]findings.Cell {
	question, item := p.Survey.Questions[q], p.at.answers[q]
	counts, base := p.Tally.Count(item)
	rows := [][]findings.Cell{p.scaleRow(questionCell(question), p.everyoneCell(), counts, question.Choices, toldLevels(counts))}
	cross := p.Tally.Cross(item, p.at.role)
	var who []findings.Cell
	var theirs [][]int64
	for _, g := range p.roles() {
		if n := cross.Base[g.Choice]; n > 0 && n < base {
			who, theirs = append(who, p.roleCell(g.Name)), append(theirs, cross.Column(g.Choice))
		}
	}
	told, together := alike(theirs)
	for i := range theirs {
		item := questionCell(question)
		item.Label += dash + who[i].Label
		l := together
		if !slices.Contains(told, i) {
			l = nil
		}
		rows = append(rows, p.scaleRow(item, who[i], theirs[i], question.Choices, l))
	}
	if whole := p.onlyRole(cross, base); whole != "" {
		rows[0][1].Label = p.Sayf("Everyone: %s", say.Lower(whole))
	}
	if len(rows) > 1 {
		rows[0][0].Label += dash + rows[0][1].Label
	}
	return rows
}

// onlyRole is the label of the role that all who answered have; "" for none.
func (p *Pass) onlyRole(cross *tally.Crosstab, base int64) string {
	for _, g := range p.roles() {
		if cross.Base[g.Choice] == base {
			return p.roleCell(g.Name).Label
		}
	}
	return ""
}

// scaleRow is a row of counts by answer; of nil levels, nothing is told but how
// many people there are.
func (p *Pass) scaleRow(item, who findings.Cell, counts []int64, choices []string, l levels) []findings.Cell {
	base := sum(counts)
	row := []findings.Cell{item, who, size(base, base)}
	if l == nil || l.whole() {
		return append(row, slices.Repeat([]findings.Cell{findings.HiddenCell()}, len(choices)+3)...)
	}
	return append(row, l.cells(p.Lang, counts, choices)...)
}
