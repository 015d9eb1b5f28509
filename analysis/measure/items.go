package measure

import (
	"fmt"
	"slices"
	"strings"

	"commonground/analysis/findings"
	"commonground/analysis/say"
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
			for _, by := range p.splitItems() {
				p.layout.Cross(p.at.answers[q], by)
			}
			p.addEver(p.everAnswers(q))
		}
		p.countSets()
	},
	Run: func(p *Pass) []findings.Finding {
		var all []findings.Finding
		for _, f := range slices.Concat(p.averages(), []findings.Finding{p.gap()}, p.itemsBy(), []findings.Finding{p.itemsChange()}, p.sets()) {
			if len(f.Table.Rows) > 0 {
				all = append(all, f)
			}
		}
		return all
	},
	Say: func(l say.Language, f *findings.Finding) string {
		switch {
		case f.ID == "items.gap":
			return sayGap(l, f)
		case f.ID == "items.change":
			return sayItemsChange(l, f)
		case strings.HasPrefix(f.ID, "items.by."):
			return sayItemsBy(l, f)
		case strings.HasPrefix(f.ID, "items.set"):
			return saySet(l, f)
		}
		return sayAverages(l, f)
	},
}

// topTwoDoc says what the two highest answers are.
const topTwoDoc = "Top two: the share of those who answered the item and chose one of its two highest answers."

// averages has a table for all scale items that the same people were asked.
func (p *Pass) averages() []findings.Finding {
	var all []findings.Finding
	var asked [][]int
	for _, q := range p.scaleItems() {
		of := p.askedNow(q)
		at := slices.IndexFunc(asked, func(files []int) bool { return slices.Equal(files, of) })
		if at < 0 {
			at = len(all)
			asked = append(asked, of)
			all = append(all, p.averagesTable(at))
		}
		p.addAverage(&all[at], q)
	}
	for i := range all {
		sortByNumber(all[i].Table.Rows, 2)
	}
	return all
}

func (p *Pass) averagesTable(n int) findings.Finding {
	f := findings.Finding{
		ID: "items",
		Table: findings.Table{Columns: []findings.Column{
			{Name: p.Say("Item"), Key: "item"}, {Name: p.Say("Answers"), Unit: findings.Count, Key: "answers"}, {Name: p.Say("Top two"), Unit: findings.Share, Key: "top-two"},
			{Name: p.Say("Mean"), Unit: findings.Mean, Key: "mean"}, {Name: p.Say("Median"), Unit: findings.Mean, Key: "median"}, {Name: p.Say("Of"), Unit: findings.Count, Key: "of"},
		}},
		Figure: &findings.Figure{
			Kind: findings.Bars, Title: p.Say("Share who chose one of the two highest answers"), Values: []int{2},
			Caption: p.caption(p.Say("Base: people who answered the item; whiskers: 95% interval")),
		},
		Notes: []findings.Note{p.notef("%s Mean and median are of the answers' places, the lowest being 1 of the number in the last column; "+
			"the mean takes the steps of the scale to be equally wide.", p.Say(topTwoDoc))},
	}
	if n > 0 {
		f.ID = fmt.Sprintf("items.%d", n+1)
	}
	return f
}

// addAverage adds the row of an item: everyone's answers in numbers.
func (p *Pass) addAverage(f *findings.Finding, q int) {
	question := p.Survey.Questions[q]
	counts, base := p.Tally.Count(p.at.answers[q])
	if base == 0 {
		return
	}
	l := toldLevels(counts)
	f.Table.Rows = append(f.Table.Rows, []findings.Cell{
		questionCell(question), size(base, base), l.topTwo(counts), l.mean(counts), l.median(counts),
		findings.Num(float64(len(question.Choices))),
	})
}

func sayAverages(l say.Language, f *findings.Finding) string {
	told := slices.DeleteFunc(slices.Clone(f.Table.Rows), func(row []findings.Cell) bool { return row[2].Hidden })
	if len(told) < 2 {
		return l.Say("The scale items in numbers.")
	}
	first, last := told[0], told[len(told)-1]
	return l.Sayf("“%s” is answered highest (%s chose one of the two highest answers), “%s” lowest (%s).",
		first[0].Label, spoken(l, first[2]), last[0].Label, spoken(l, last[2]))
}
