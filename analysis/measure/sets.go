package measure

import (
	"fmt"
	"math"
	"slices"

	"commonground/analysis/findings"
	"commonground/analysis/say"
	"commonground/analysis/stats"
	"commonground/analysis/survey"
	"commonground/analysis/tally"
)

// itemSets are the scale items that belong together: asked by the same files,
// with the same choices. A set has three items or more.
func (p *Pass) itemSets() [][]int {
	var sets [][]int
	for _, q := range p.scaleItems() {
		fits := func(set []int) bool {
			return slices.Equal(p.Survey.Questions[set[0]].Choices, p.Survey.Questions[q].Choices) && slices.Equal(p.askedBy(set[0]), p.askedBy(q))
		}
		if i := slices.IndexFunc(sets, fits); i >= 0 {
			sets[i] = append(sets[i], q)
		} else {
			sets = append(sets, []int{q})
		}
	}
	return slices.DeleteFunc(sets, func(set []int) bool { return len(set) < 3 })
}

// askedBy lists the sources that ask a question.
func (p *Pass) askedBy(q int) []int {
	var files []int
	for i, asks := range p.Asks {
		if slices.Contains(asks, q) {
			files = append(files, i)
		}
	}
	return files
}

// askedNow lists those of them that people of the newest wave are of.
func (p *Pass) askedNow(q int) []int {
	people, _ := p.Tally.Count(p.at.sources)
	return slices.DeleteFunc(p.askedBy(q), func(file int) bool { return people[file] == 0 })
}

// countSets declares the answers to each item of a set of those who answered all
// of it, and how they go together.
func (p *Pass) countSets() {
	l := &p.layout
	for _, set := range p.itemSets() {
		var items []int
		for _, q := range set {
			items = append(items, p.add(p.complete(q, set)))
		}
		for _, a := range items {
			for _, b := range items {
				l.Cross(a, b)
			}
		}
	}
}

// complete counts the answers to a question of those who answered all of a set.
func (p *Pass) complete(q int, set []int) tally.Item {
	return tally.Item{ID: p.completeID(q), Choices: len(p.Survey.Questions[q].Choices), Of: func(v *tally.View, picks []int) ([]int, bool) {
		for _, other := range set {
			if v.Answers[other].State != survey.Read || len(v.Answers[other].Picks) != 1 {
				return picks, false
			}
		}
		return append(picks, v.Answers[q].Picks...), true
	}}
}

func (p *Pass) completeID(q int) string { return p.Survey.Questions[q].ID + ".complete" }

// sets tells of each set of items how far they measure one thing.
func (p *Pass) sets() []findings.Finding {
	var all []findings.Finding
	for _, set := range p.itemSets() {
		sums := p.sums(set)
		alpha := sums.Consistency()
		if sums.People < p.Small || math.IsNaN(alpha.Value) {
			continue
		}
		f := findings.Finding{
			ID:    "items.set",
			Table: findings.Table{Columns: []findings.Column{{Name: p.Say("Item"), Key: "item"}, {Name: p.Say("Correlation with the others"), Unit: findings.Mean, Key: "correlation"}}},
			Notes: []findings.Note{p.notef("Of %s people who answered all %s items. Cronbach's alpha (1951; interval by Feldt 1965) says how far the items "+
				"measure one thing: from 0.7 on they are often told as one. Below: how each item goes with the sum of the others.",
				p.Shown(sums.People), number(p.Lang, float64(len(set))))},
		}
		if len(all) > 0 {
			f.ID = fmt.Sprintf("items.set.%d", len(all)+1)
		}
		f.Table.Rows = append(f.Table.Rows, []findings.Cell{findings.Keyed("all", p.Say("All together (Cronbach's alpha)")), findings.Estimate(alpha)})
		for i, rest := range sums.Rest() {
			f.Table.Rows = append(f.Table.Rows, []findings.Cell{questionCell(p.Survey.Questions[set[i]]), findings.Estimate(rest)})
		}
		all = append(all, f)
	}
	return all
}

// sums are those over the people who answered all of a set.
func (p *Pass) sums(set []int) *stats.Items {
	sums := stats.NewItems(len(set))
	for i, q := range set {
		item := p.layout.Index(p.completeID(q))
		counts, base := p.Tally.Count(item)
		sums.People = base
		for level, n := range counts {
			sums.Sums[i] += int64(level+1) * n
		}
		for j, other := range set {
			for a, row := range p.Tally.Cross(item, p.layout.Index(p.completeID(other))).Counts {
				for b, n := range row {
					sums.Products[i][j] += int64(a+1) * int64(b+1) * n
				}
			}
		}
	}
	return sums
}

func saySet(l say.Language, f *findings.Finding) string {
	items := number(l, float64(len(f.Table.Rows)-1))
	alpha := f.Table.Rows[0][1]
	switch {
	case alpha.Hidden:
		return l.Say("How far the items measure one thing.")
	case alpha.Low >= 0.7:
		return l.Sayf("The %s items go together: they can be told as one (alpha %s).", items, findings.Mean.Text(alpha.Number))
	}
	return l.Sayf("The %s items do not surely measure one thing (alpha %s): tell each for itself.", items, findings.Mean.Text(alpha.Number))
}
