package measure

import (
	"fmt"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/stats"
)

// Items tells of the scale items in numbers: how high they are answered, where
// parents and teachers see the same thing otherwise, what changed since the wave
// before, and how far items measure one thing.
var Items = &Measure{
	Name:  "items",
	Title: "Scale items in numbers",
	Doc:   "Which items are answered high, by whom, and since when?",
	Count: func(p *Pass) {
		for _, q := range p.scaleItems() {
			p.layout.Cross(p.at.answers[q], p.at.side)
			p.addEver(p.everAnswers(q))
		}
		p.countSets()
	},
	Run: func(p *Pass) []findings.Finding {
		var all []findings.Finding
		for _, f := range append([]findings.Finding{p.averages(), p.gap(), p.itemsChange()}, p.sets()...) {
			if len(f.Table.Rows) > 0 {
				all = append(all, f)
			}
		}
		return all
	},
	Say: func(f *findings.Finding) string {
		switch {
		case f.ID == "items.gap":
			return sayGap(f)
		case f.ID == "items.change":
			return sayItemsChange(f)
		case strings.HasPrefix(f.ID, "items.set"):
			return saySet(f)
		}
		return sayAverages(f)
	},
}

// topTwoDoc says what the two highest answers are.
const topTwoDoc = "Top two: the share of those who answered the item and chose one of its two highest answers."

// averages has a row for each scale item: everyone's answers in numbers.
func (p *Pass) averages() findings.Finding {
	f := findings.Finding{
		ID: "items",
		Table: findings.Table{Columns: []findings.Column{
			{Name: "Item"}, {Name: "Answers", Unit: findings.Count}, {Name: "Top two", Unit: findings.Share},
			{Name: "Mean", Unit: findings.Mean}, {Name: "Median", Unit: findings.Mean}, {Name: "Of", Unit: findings.Count},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: "Share who chose one of the two highest answers", Values: []int{2},
			Caption: p.caption("Base: people who answered the item; whiskers: 95% interval"),
		},
		Notes: []findings.Note{note("%s Mean and median are of the answers' places, the lowest being 1 of the number in the last column; "+
			"the mean takes the steps of the scale to be equally wide.", topTwoDoc)},
	}
	for _, q := range p.scaleItems() {
		question := p.Survey.Questions[q]
		counts, base := p.Tally.Count(p.at.answers[q])
		if base == 0 {
			continue
		}
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{
			findings.Text(shorten(question.Text)), count(base, base), findings.Estimate(stats.TopTwo(counts)),
			findings.Estimate(stats.Mean(counts)), findings.Estimate(stats.Median(counts)), findings.Num(float64(len(question.Choices))),
		})
	}
	sortByNumber(f.Table.Rows, 2)
	return f
}

func sayAverages(f *findings.Finding) string {
	first, last := f.Table.Rows[0], f.Table.Rows[len(f.Table.Rows)-1]
	if len(f.Table.Rows) < 2 || first[2].Hidden || last[2].Hidden {
		return "The scale items in numbers."
	}
	return fmt.Sprintf("“%s” is answered highest (%s chose one of the two highest answers), “%s” lowest (%s).",
		first[0].Label, spoken(first[2]), last[0].Label, spoken(last[2]))
}
